"""Draws docs/check.svg: a terminal that shows what `speechlint check` prints for one of the fixtures.

Run it after the text report or the fixture changed: `python tools/build_readme_picture.py`. The picture is made of the
program's own output; only the frame is drawn here. Fonts are the reader's own: nothing is fetched.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
DRAFT = "fixtures/flood-relief-visit/draft.txt"
COLUMNS, ROWS = 100, 34
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "Sarasa Mono SC", "Noto Sans Mono CJK SC", "Source Han Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
"""


def main() -> None:
    command = [sys.executable, "-m", "speechlint", "check", "--isolated", "--no-cache", "--color", "always", DRAFT]
    environment = {"COLUMNS": str(COLUMNS), "PATH": "", "LANG": "C.UTF-8"}
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=environment).stdout.decode()
    lines = shown.splitlines()
    cut = [*lines[: ROWS - 8], "", "  ……", "", *lines[-5:]] if len(lines) > ROWS else lines
    console = Console(record=True, width=COLUMNS, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    console.print(Text(f"$ speechlint check {DRAFT}", style="bold"))
    console.print(Text.from_ansi("\n".join(cut)))
    svg = console.export_svg(title="speechlint", theme=MONOKAI, code_format=FRAME, unique_id="speechlint")
    (ROOT / "docs/check.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
