"""How fast the families about structure are: `python -m benchmarks.structure`.

In one process on one core, from bytes in memory to a report, these families alone, with the rules that no preset
switches on: text without markers; clean text; a draft of 5 MB with over 40,000 markers and over 9,000 announced counts,
with and without the rule about these; one paragraph with 10,000 markers inside it in each MB; and the growth of each
from a quarter of its size. What is given is the least CPU time of a few rounds: other work on the machine counts
little.
It builds its own text. Nothing here is a test.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from benchmarks.speed import MEGABYTE, ROUNDS, check, exponent
from benchmarks.texts import paragraph, sentence, speeches
from speechlint import Config, Linter
from speechlint.cli.collector import spare_collector
from speechlint.document.model import Document
from speechlint.formats.source import Source
from speechlint.text.numerals import written_like

FAMILIES = ("numbering", "truncation")


def numbered(size: int, seed: int = 1) -> str:
    """Drafts of together at least `size` bytes with a marker every 117 bytes: headings, lists and runs, in order."""
    stock = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        draft = "\n".join(_draft(stock))
        parts.append(draft)
        length += len(draft.encode()) + 1
    return "\n".join(parts)


def _draft(stock: random.Random) -> list[str]:
    lines = ["在全县职工服务工作推进会上的讲话", "同志们："]
    for top in range(1, 7):
        lines.append(f"　　{_chinese(top)}、{_words(stock)}")
        for middle in range(1, 5):
            lines.append(f"　　（{_chinese(middle)}）{_words(stock)}。{sentence(stock)}")
            for inner in range(1, 4):
                run = "".join(f"{_chinese(n)}是{_words(stock)}；" for n in range(1, 4))
                more = sentence(stock) if inner == 2 else ""
                lines.append(
                    f"　　{inner}.{_words(stock)}。{sentence(stock)}要做到三点：{run[:-1]}。{sentence(stock)}{more}"
                )
    return [*lines, "　　谢谢大家！"]


def _words(stock: random.Random) -> str:
    return sentence(stock).partition("，")[0]


def _chinese(number: int) -> str:
    return written_like("一", number)


def one_paragraph(size: int, markers: int, seed: int = 1) -> str:
    """A single line of at least `size` bytes with runs 一是 to 五是 one behind another."""
    stock = random.Random(seed)
    parts: list[str] = []
    length, marker = 0, 0
    while length < size:
        part = sentence(stock)
        if length * markers >= marker * size:
            part = f"{_chinese(marker % 5 + 1)}是{part}"
            marker += 1
        parts.append(part)
        length += len(part.encode())
    return "".join(parts)


def clean(size: int) -> str:
    return "\n".join(speeches(size, damaged=False))


def no_marker(size: int, seed: int = 1) -> str:
    """Paragraphs without any marker."""
    stock = random.Random(seed)
    parts: list[str] = []
    while size > 0:
        parts.append(paragraph(stock))
        size -= len(parts[-1].encode()) + 1
    return "\n".join(parts)


def main() -> None:
    spare_collector()  # as the command line does
    linter = Linter(Config(select=FAMILIES))
    uncounted = Linter(Config(select=FAMILIES, ignore=("numbering/announced-count",)))
    print(f"{', '.join(FAMILIES)}: {len(linter.active)} rules")
    shapes: dict[str, tuple[Linter, int, Callable[[int], str]]] = {
        "no marker": (linter, 5 * MEGABYTE, no_marker),
        "clean text": (linter, 5 * MEGABYTE, clean),
        "40,000 markers": (linter, 5 * MEGABYTE, numbered),
        "without their counts": (uncounted, 5 * MEGABYTE, numbered),
        "one paragraph": (linter, MEGABYTE, _inline),
        "one paragraph, 4 MB": (linter, 4 * MEGABYTE, _inline),
    }
    for name, (by, size, make) in shapes.items():
        files = [make(part).encode() for part in (size // 4, size // 2, size)]
        times = [cpu_seconds(lambda by=by, data=data: check(by, data)) for data in files]  # type: ignore[misc]
        markers = len(Document(Source(files[-1].decode())).markers)
        print(
            f"  {name:<20} {len(files[-1]) / MEGABYTE / times[-1]:6.1f} MB/s, growth"
            f" {exponent([len(data) for data in files], times):.2f}, {markers} markers, {check(by, files[-1])} findings"
        )


def _inline(size: int) -> str:
    return one_paragraph(size, 10_000 * size // MEGABYTE)


def cpu_seconds(work: Callable[[], object]) -> float:
    """The least CPU time of a few rounds, after one that does not count."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
