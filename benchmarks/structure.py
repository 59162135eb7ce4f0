"""How fast the families about structure are: `python -m benchmarks.structure`.

In one process on one core, from bytes in memory to a report, these families alone: clean text; a draft of 5 MB with
40,000 markers; one paragraph of 1 MB with 10,000 markers inside it; and the growth of each from a quarter of its size.
It builds its own text. Nothing here is a test.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.speed import MEGABYTE, check, exponent, seconds
from benchmarks.texts import paragraph, sentence, speeches
from speechlint import Config, Linter
from speechlint.cli.collector import spare_collector
from speechlint.text.numerals import written_like

FAMILIES = ("numbering", "truncation")


def numbered(size: int, seed: int = 1) -> str:
    """Drafts of together at least `size` bytes with a marker every 125 bytes: headings, lists and runs, in order."""
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
                lines.append(f"　　{inner}.{_words(stock)}。{sentence(stock)}要做到三点：{run[:-1]}。{sentence(stock)}")
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
    print(f"{', '.join(FAMILIES)}: {len(linter.active)} rules")
    shapes: dict[str, tuple[int, Callable[[int], str]]] = {
        "no marker": (5 * MEGABYTE, no_marker),
        "clean text": (5 * MEGABYTE, clean),
        "40,000 markers": (5 * MEGABYTE, numbered),
        "one paragraph": (MEGABYTE, lambda size: one_paragraph(size, 10_000 * size // MEGABYTE)),
        "one paragraph, 4 MB": (4 * MEGABYTE, lambda size: one_paragraph(size, 10_000 * size // MEGABYTE)),
    }
    for name, (size, make) in shapes.items():
        sizes = [size // 4, size // 2, size]
        files = [make(part).encode() for part in sizes]
        times = [seconds(lambda data=data: check(linter, data)) for data in files]  # type: ignore[misc]
        found = check(linter, files[-1])
        print(
            f"  {name:<20} {len(files[-1]) / MEGABYTE / times[-1]:6.1f} MB/s, growth {exponent(sizes, times):.2f},"
            f" {found} findings"
        )


if __name__ == "__main__":
    main()
