"""Whether any text makes a rule slow: `python -m benchmarks.growth [--every-text] [--size N] [--part 1/4] [RULE…]`.

For each rule, the texts of its own alphabet that are the likeliest to hurt: its trigger words, its examples and the
beginnings of these, over and over, with and without line ends, and nested in brackets. The slowest of them, as a
short search tells, or with `--every-text` each of them, is checked by all rules at a quarter of the size (in code
points) and at the whole; four times the text may take 6 times as long. What takes longer is measured again, with that
rule alone. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechlint import Config, Linter, Rule
from speechlint.cli.collector import spare_collector
from speechlint.formats.source import Source
from speechlint.plugins.manager import catalogue
from speechlint.testing import read_marks

SIZE = 1_333_000  # code points: four megabytes in UTF-8
SEARCHED = 20_000  # code points by which the slowest text is told
MOST = 4 * 1.5
LEAST = 0.05  # seconds: what is faster says nothing


class Growth(NamedTuple):
    """How long the whole took, in seconds, and how many times as long as its quarter."""

    seconds: float
    ratio: float

    @property
    def steep(self) -> bool:
        return self.seconds > LEAST and self.ratio > MOST


def shapes(rule: Rule) -> Iterator[tuple[str, str]]:
    """What is repeated, each with a name."""
    words = sorted(rule.triggers.words, key=lambda word: (len(word), word)) if rule.triggers else []
    for word in dict.fromkeys([*words[:1], *words[-1:]]):
        yield f"the word {word!r}", word
        yield f"the word {word!r} in brackets", f"（“{word}"
    if rule.INVALID:
        text, spans = read_marks(rule.INVALID[0].marked)
        yield "an example, in lines", text + "\n"
        yield "an example, in one line", text.replace("\n", "")
        yield "its beginning", text[: spans[0].end].rpartition("\n")[2] or text[:4]


def slowest_of(linter: Linter, texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The text that takes the longest, as the only one of its list; none of none."""
    return sorted(texts, key=lambda text: seconds(linter, repeated(text[1], SEARCHED)))[-1:]


def growth(linter: Linter, unit: str, size: int) -> Growth:
    """How checking `size` code points of the repeated unit compares with a quarter of them."""
    quarter, whole = (seconds(linter, repeated(unit, length)) for length in (size // 4, size))
    return Growth(whole, whole / max(quarter, 1e-6))


def repeated(unit: str, length: int) -> str:
    """So many code points of a unit over and over."""
    return (unit * (length // len(unit) + 1))[:length]


def seconds(linter: Linter, text: str) -> float:
    """Processor time, which other programs do not lengthen."""
    start = time.process_time()
    linter.check(Source(text))
    return time.process_time() - start


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="How the time of each rule grows with the text.")
    parser.add_argument("rules", nargs="*", metavar="RULE")
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--every-text", action="store_true", help="not only the slowest text of each rule")
    parser.add_argument("--all", action="store_true", help="print every text, not only those that are steep")
    parser.add_argument("--part", default="1/1", metavar="K/N", help="the Kth of N shares of the rules")
    asked = parser.parse_args(arguments)
    part, parts = (int(number) for number in asked.part.split("/"))
    spare_collector()
    every = Linter(Config(preset="strict"))
    every.check_text("近日，X市召开大会。")  # what is loaded once
    searched = tried = steep = 0
    worst = Growth(0.0, 0.0)
    slowest = ("", Growth(0.0, 0.0))
    start = time.monotonic()
    for rule in catalogue().rules[part - 1 :: parts]:
        if asked.rules and rule.id not in asked.rules:
            continue
        texts = list(shapes(rule))
        searched += len(texts)
        for name, unit in texts if asked.every_text else slowest_of(every, texts):
            tried += 1
            found = growth(every, unit, asked.size)
            if found.steep:
                found = growth(every, unit, asked.size)
            if found.seconds > LEAST and found.ratio > worst.ratio:
                worst = found
            if found.seconds > slowest[1].seconds:
                slowest = (f"{rule.id}, {name}", found)
            if found.steep or asked.all:
                steep += found.steep
                own = growth(Linter(Config(preset="strict", select=(rule.id,))), unit, asked.size)
                said = f"{rule.id}: {name}: {found.ratio:.1f} × in {found.seconds:.2f} s"
                print(f"{said}; alone {own.ratio:.1f} × in {own.seconds:.2f} s", flush=True)
    print(f"{searched} texts; {tried} of them grown to {asked.size} code points: {steep} faster than {MOST:g} ×")
    print(f"the steepest {worst.ratio:.1f} ×; the slowest {slowest[1].seconds:.2f} s ({slowest[0]})")
    print(f"growth: part {asked.part}, {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
