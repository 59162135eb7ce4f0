"""Draws what the typo ranker finds at which price: `python tools/build_typo_picture.py`.

Reads `rules/typo/tables/report.json` and writes `docs/typos.svg`: recall and precision on slips in held-out text, over
the false alarms in 100,000 characters of it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "rules" / "typo" / "tables" / "report.json"
PICTURE = ROOT / "docs" / "typos.svg"

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 20, 30, 60
LEAST, MOST = 0.1, 20.0  # false alarms at the edges
RECALL, PRECISION, LEVEL = "#1f6feb", "#c2410c", "#57606a"
INK, GRID, PAPER = "#24292f", "#d0d7de", "#ffffff"


def main() -> None:
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    PICTURE.write_text(draw(report), encoding="utf-8")


def draw(report: dict[str, Any]) -> str:
    """The picture as SVG."""
    points = [point for point in report["curve"] if LEAST <= point[3] <= MOST]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        *_grid(),
        _line(((alarms, recall) for _, _, recall, alarms in points), RECALL),
        _line(((alarms, precision) for _, precision, _, alarms in points), PRECISION),
        *_levels(report),
        _text(LEFT + 12, TOP + 18, "precision", PRECISION),
        _text(LEFT + 12, TOP + 36, "recall", RECALL),
        _text(WIDTH / 2, HEIGHT - 12, "false alarms in 100,000 characters of clean text", INK, "middle"),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _grid() -> Iterable[str]:
    for share in (0, 0.2, 0.4, 0.6, 0.8, 1):
        yield _stroke((LEFT, _y(share)), (WIDTH - RIGHT, _y(share)), GRID)
        yield _text(LEFT - 8, _y(share) + 4, f"{share:.1f}", INK, "end")
    for alarms in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50):
        yield _stroke((_x(alarms), TOP), (_x(alarms), HEIGHT - BOTTOM), GRID)
        yield _text(_x(alarms), HEIGHT - BOTTOM + 18, f"{alarms:g}", INK, "middle")


def _levels(report: dict[str, Any]) -> Iterable[str]:
    for name, threshold in report["thresholds"].items():
        alarms = min(report["curve"], key=lambda point: abs(point[0] - threshold))[3]
        if LEAST <= alarms <= MOST:
            yield _stroke((_x(alarms), TOP), (_x(alarms), HEIGHT - BOTTOM), LEVEL, "4 3")
            yield _text(_x(alarms), TOP - 8, name, LEVEL, "middle")


def _line(points: Iterable[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{_x(alarms):.1f},{_y(share):.1f}" for alarms, share in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>'


def _stroke(start: tuple[float, float], end: tuple[float, float], colour: str, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" stroke="{colour}"{dashed}/>'
    )


def _text(x: float, y: float, words: str, colour: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="13" text-anchor="{anchor}">{words}</text>'


def _x(alarms: float) -> float:
    share = math.log(alarms / LEAST) / math.log(MOST / LEAST)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


if __name__ == "__main__":
    main()
