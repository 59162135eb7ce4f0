"""What mending changes, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from speechlint.text.lines import Lines

AROUND = 3  # unchanged lines shown on each side
WINDOW = 400  # lines compared at once: difflib is quadratic, and a file may have a million lines

Change = tuple[int, int, int, int]  # lines [a, b) of the old text became lines [c, d) of the new one


def diff_of(before: str, after: str, name: str) -> list[str]:
    """The lines of the diff, each with its line end; none where the texts are the same."""
    old, new = split_lines(before), split_lines(after)
    found = [f"--- {name}\n", f"+++ {name}\n"]
    for hunk in _hunks(changes(old, new)):
        found += _shown(hunk, old, new)
    return found if len(found) > 2 else []


def changes(old: list[str], new: list[str]) -> list[Change]:
    """What differs, in order; linear in the number of lines."""
    found: list[Change] = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        matcher = SequenceMatcher(None, old[i : i + WINDOW], new[j : j + WINDOW], autojunk=False)
        *blocks, end = matcher.get_matching_blocks()
        # What follows the last match may only look different because the window ends.
        last = blocks[-1] if blocks else end
        at = (i, j)
        for block in blocks or [end]:
            if (i + block.a, j + block.b) != at:
                found.append((at[0], i + block.a, at[1], j + block.b))
            at = (i + block.a + block.size, j + block.b + block.size)
        i, j = i + last.a + last.size, j + last.b + last.size
    return found


def split_lines(text: str) -> list[str]:
    """The lines with their line ends; an empty text has none."""
    lines = Lines(text)
    ends = [*lines.starts[1:], len(text)]
    return [text[start:end] for start, end in zip(lines.starts, ends, strict=True) if start < end]


def _hunks(found: list[Change]) -> Iterator[list[Change]]:
    hunk: list[Change] = []
    for change in found:
        if hunk and change[0] - hunk[-1][1] > 2 * AROUND:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _shown(hunk: list[Change], old: list[str], new: list[str]) -> Iterator[str]:
    before = min(AROUND, hunk[0][0], hunk[0][2])
    after = min(AROUND, len(old) - hunk[-1][1], len(new) - hunk[-1][3])
    first, last = hunk[0][0] - before, hunk[-1][1] + after
    yield f"@@ -{_range(first, last)} +{_range(hunk[0][2] - before, hunk[-1][3] + after)} @@\n"
    at = first
    for a, b, c, d in hunk:
        yield from _marked(" ", old[at:a])
        yield from _marked("-", old[a:b])
        yield from _marked("+", new[c:d])
        at = b
    yield from _marked(" ", old[at:last])


def _range(first: int, end: int) -> str:
    return f"{first + 1 if end > first else first},{end - first}"


def _marked(mark: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.endswith(("\n", "\r")):
            yield mark + line
        else:
            yield f"{mark}{line}\n\\ No newline at end of file\n"
