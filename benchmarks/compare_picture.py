"""The picture of `benchmarks.compare`: how fast each program is, and how many kinds of mistake it finds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from benchmarks.compare_tables import Row

WIDTH, BAR, GAP, TOP = 760, 12, 6, 56
NAMES, RIGHT = 210, 170  # columns: the programs' names, and the kinds that they find
LEAST, MOST = 0.03, 100.0  # MB/s at the edges; the scale is logarithmic
INKS = ("#1f6feb", "#c2410c")
INK, GRID, PAPER, FOUND = "#24292f", "#d0d7de", "#ffffff", "#1a7f37"


def draw(speeds: Mapping[str, Sequence[Row]], found: Mapping[str, Sequence[str]], kinds: int, size: int) -> str:
    """SVG: for each program a bar a text, in MB/s, and beside it the kinds of mistake that it finds.

    `size` is that of each text, in bytes.
    """
    names = [row.name for row in next(iter(speeds.values()))]
    step = len(speeds) * BAR + GAP + 6
    height = TOP + len(names) * step + 34
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif">',
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        *_legend(list(speeds), kinds),
        *_grid(height),
    ]
    for number, name in enumerate(names):
        top = TOP + number * step
        parts.append(_text(NAMES - 10, top + step / 2, name, anchor="end", bold=name.startswith("speechlint")))
        for bar, rows in enumerate(speeds.values()):
            spent = next((row.cost for row in rows if row.name == name), None)
            if spent:
                parts += _bar(top + bar * BAR, size / 1e6 / spent.wall, INKS[bar])
        if name in found:
            parts += _kinds(top + 4, len(found[name]), kinds)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _legend(texts: Sequence[str], kinds: int) -> Iterable[str]:
    for number, name in enumerate(texts):
        x = NAMES + number * 110
        yield f'<rect x="{x}" y="14" width="12" height="12" fill="{INKS[number]}"/>'
        yield _text(x + 18, 25, name)
    yield _text(NAMES + 110 * len(texts), 25, "MB/s (whole process, 5 MB)")
    yield _text(WIDTH - RIGHT + 20, 25, f"of {kinds} kinds, found")


def _grid(height: float) -> Iterable[str]:
    for speed in (0.1, 1, 10, 100):
        x = _x(speed)
        yield f'<line x1="{x:.1f}" y1="{TOP - 8}" x2="{x:.1f}" y2="{height - 28}" stroke="{GRID}"/>'
        yield _text(x, height - 12, f"{speed:g}", anchor="middle")


def _bar(top: float, speed: float, ink: str) -> Iterable[str]:
    end = _x(max(LEAST * 1.1, min(speed, MOST)))
    yield f'<rect x="{NAMES}" y="{top + 2:.1f}" width="{end - NAMES:.1f}" height="{BAR - 2}" fill="{ink}"/>'
    yield _text(end + 4, top + BAR - 1, f"{speed:.2g}", size=10)


def _kinds(top: float, found: int, kinds: int) -> Iterable[str]:
    left, width = WIDTH - RIGHT + 20, RIGHT - 60
    yield f'<rect x="{left}" y="{top}" width="{width}" height="{BAR}" fill="none" stroke="{GRID}"/>'
    yield f'<rect x="{left}" y="{top}" width="{width * found / kinds:.1f}" height="{BAR}" fill="{FOUND}"/>'
    yield _text(left + width + 6, top + BAR - 1, str(found), size=11)


def _text(x: float, y: float, words: str, *, anchor: str = "start", size: int = 12, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{INK}" text-anchor="{anchor}"{weight}>'
        f"{escape(words)}</text>"
    )


def _x(speed: float) -> float:
    return NAMES + (WIDTH - RIGHT - NAMES) * math.log(speed / LEAST) / math.log(MOST / LEAST)
