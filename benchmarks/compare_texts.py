"""The texts of `benchmarks.compare`: those that are given, or our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.texts import speeches

SMALL = 8_000  # bytes of a small draft


def read(files: Sequence[str] | None, *, damaged: bool, size: int) -> str:
    """The given files one after another, again and again up to the size; else a text of our own."""
    if not files:
        return "\n".join(speeches(size, damaged=damaged))
    whole = "\n".join(Path(name).read_text(encoding="utf-8") for name in files) + "\n"
    data = (whole * (size // len(whole.encode()) + 1)).encode()[:size]
    return data.decode(errors="ignore")


def small_drafts(text: str, folder: Path, count: int) -> str:
    """So many drafts of about 8 kB, cut from a text at ends of lines; the first one's text comes back."""
    folder.mkdir()
    pieces = list(_pieces(text))
    for number in range(count):
        # What is cut twice is told apart by a last line, so that no program answers for both at once.
        piece = f"{pieces[number % len(pieces)]}（第{number}号）\n"
        (folder / f"{number:04}.txt").write_text(piece, encoding="utf-8")
    return pieces[0]


def _pieces(text: str) -> Iterator[str]:
    kept: list[str] = []
    size = 0
    for line in text.split("\n"):
        kept.append(line)
        size += len(line.encode()) + 1
        if size >= SMALL:
            yield "\n".join(kept) + "\n"
            kept, size = [], 0
    if not size or kept:
        yield "\n".join(kept) + "\n"
