"""How fast the families are that look at every character: `python -m benchmarks.characters`.

script, punctuation, number and spacing, together and each alone, in one process on one core, from bytes in memory to
a report; on clean text of both scripts, on drafts with half-width marks everywhere, with and without a blank behind
each, and on lines of one mark. Nothing here is a test.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.speed import MEGABYTE, ROUNDS, check, seconds
from benchmarks.texts import SPEECH, speeches
from speechlint import Config, Linter
from speechlint.cli.collector import spare_collector
from speechlint.engine.convert import config_for, convert
from speechlint.formats.source import Source

FAMILIES = ("script", "punctuation", "number", "spacing")
_HALF = str.maketrans("，。；：！？（）", ",.;:!?()")
_BESIDE = ("增长3.5%,", "9:30起,", "(含XX镇)", "5G+应用,", "GDP居首;", "1,200户;")


def halfwidth_speeches(size: int, seed: int = 1) -> Iterator[str]:
    """Drafts whose commas and brackets are all half-width, with numbers, times and Latin words among them."""
    stock = random.Random(seed)
    for text in speeches(size, damaged=False, seed=seed):
        parts = text.translate(_HALF).replace(".", "。").split(",")
        yield "".join(part + (f",{stock.choice(_BESIDE)}" if stock.random() < 0.1 else ",") for part in parts)


def traditional_speeches(size: int) -> Iterator[str]:
    """Clean drafts in traditional characters. No character of the stock has two forms, so one conversion tells all."""
    sample = "\n".join(speeches(5 * SPEECH, damaged=False))
    linter = Linter(config_for(Config(), "hant"))
    converted = convert(linter, Source(sample, None, "plain"), "hant").source.text
    table = str.maketrans(dict(zip(sample, converted, strict=True)))
    for text in speeches(size, damaged=False):
        yield text.translate(table)


def throughput(size: int) -> None:
    texts = {
        "clean": "\n".join(speeches(size, damaged=False)).encode(),
        "clean, traditional": "\n".join(traditional_speeches(size)).encode(),
        "half-width": "\n".join(halfwidth_speeches(size)).encode(),
        "half-width, a blank behind each": re.sub(r"([,;:!?])", r"\1 ", "\n".join(halfwidth_speeches(size))).encode(),
    }
    print(f"{size / MEGABYTE:.0f} MB in one file, median of {ROUNDS}")
    for name, data in texts.items():
        print(f"  {name}")
        for families in (FAMILIES, *((family,) for family in FAMILIES)):
            linter = Linter(Config(select=families))
            found = check(linter, data)
            took = seconds(lambda linter=linter, data=data: check(linter, data))  # type: ignore[misc]
            label = "together" if families == FAMILIES else families[0]
            print(f"    {label:<12}{len(data) / MEGABYTE / took:7.1f} MB/s  {found:7} findings")


def one_mark(length: int) -> None:
    """A line of one mark, and of ten times as many: linear is ten times the time."""
    linter = Linter(Config(select=FAMILIES))
    print(f"a line of one mark, {length:,} and {10 * length:,} times")
    for mark in '（“”,.…—\u3000"0':
        lines = [(mark * times).encode() for times in (length, 10 * length)]
        times = [seconds(lambda line=line: check(linter, line)) for line in lines]  # type: ignore[misc]
        print(f"  {mark!a:<10} {times[0]:6.2f} s {times[1]:6.2f} s")


def memory(size: int) -> None:
    """Peak memory of a process that checks one clean file, in MB."""
    code = (
        "from benchmarks.characters import *\n"
        "import resource\n"
        f"data = b'\\n'.join(t.encode() for t in speeches({size}, damaged=False))\n"
        "check(Linter(Config(select=FAMILIES)), data)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peak = int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
    print(f"peak memory {peak / 1024:.0f} MB for {size / MEGABYTE:.0f} MB of clean text")


def main() -> None:
    spare_collector()  # as the command line does
    memory(5 * MEGABYTE)  # first: what a process holds counts for those that it starts
    throughput(5 * MEGABYTE)
    one_mark(100_000)


if __name__ == "__main__":
    main()
