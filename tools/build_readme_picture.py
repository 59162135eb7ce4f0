"""Draws docs/check.svg: a terminal that shows what `speechlint check` prints for one of the fixtures.

Run it after the text report or the fixture changed: `python tools/build_readme_picture.py`. The picture is made of the
program's own output; only the frame is drawn here. Every character is put in its cell, so that wide ones stay aligned
in any font, and nothing is fetched.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from speechlint.reporters.cells import cell

ROOT = Path(__file__).resolve().parents[1]
DRAFT = "fixtures/flood-relief-visit/draft.txt"
COLUMNS, HEAD, TAIL = 100, 33, 3
WIDTH, HEIGHT = 8.4, 20  # of a cell, in pixels
COLOURS = {"31": "#f2777a", "32": "#99cc99", "33": "#ffcc66", "34": "#6699cc", "35": "#cc99cc", "36": "#66cccc"}
STYLE = re.compile(r"\x1b\[([0-9;]*)m")


def output() -> list[str]:
    """The program's lines, with the middle left out."""
    command = [sys.executable, "-m", "speechlint", "check", "--isolated", "--no-cache", "--color", "always", DRAFT]
    environment = {"COLUMNS": str(COLUMNS), "PATH": "", "LANG": "C.UTF-8"}
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=environment).stdout.decode()
    lines = shown.rstrip("\n").split("\n")
    return [f"\x1b[1m$ speechlint check {DRAFT}\x1b[0m", *lines[:HEAD], "", "  ……", "", *lines[-TAIL:]]


def runs(line: str) -> Iterator[tuple[str, str]]:
    """Stretches of one style, with the SVG attributes of that style."""
    attributes: dict[str, str] = {}
    for i, part in enumerate(STYLE.split(line)):
        if i % 2 == 0:
            if part:
                yield part, "".join(f' {name}="{value}"' for name, value in attributes.items())
            continue
        for code in part.split(";"):
            if code in ("", "0"):
                attributes = {}
            elif code == "1":
                attributes["font-weight"] = "bold"
            elif code == "2":
                attributes["fill-opacity"] = "0.55"
            elif code in COLOURS:
                attributes["fill"] = COLOURS[code]


def drawn(line: str, row: int) -> Iterator[str]:
    """The line as text elements, an x for each character; blanks are not drawn, since viewers fold them."""
    column = 0
    for text, attributes in runs(line):
        for word in re.split("( +)", text):
            places = []
            for character in word:
                places.append(f"{16 + column * WIDTH:g}")
                column += cell(character, 1)
            if word.strip():
                yield f'<text y="{56 + row * HEIGHT}" x="{" ".join(places)}"{attributes}>{escape(word)}</text>'


def picture(lines: list[str]) -> str:
    width, height = 32 + COLUMNS * WIDTH, 56 + len(lines) * HEIGHT
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" '
        f'width="{width:g}" height="{height}">\n'
        f'<rect width="{width:g}" height="{height}" rx="8" fill="#1e1f22"/>\n'
        '<circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/>'
        '<circle cx="62" cy="20" r="6" fill="#28c840"/>\n'
        "<g font-family=\"Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', "
        'monospace" font-size="14" fill="#e4e4e4">\n'
    )
    body = "\n".join(element for row, line in enumerate(lines) for element in drawn(line, row))
    return f"{head}{body}\n</g></svg>\n"


if __name__ == "__main__":
    (ROOT / "docs/check.svg").write_text(picture(output()), encoding="utf-8")
