"""Lists characters by their reading: `python tools/build_sounds.py > speechlint/lexicon/sounds.txt`.

The characters are those of GB 2312; each has its first reading by the package pypinyin (which this needs, and the
program does not), without tones.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from pypinyin import Style, pinyin  # type: ignore[import-not-found]

ROWS, CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)
HEADER = (
    "# Characters of GB 2312 by their first reading, without tones.\n"
    "# Made by tools/build_sounds.py; sources and licences in NOTICE.\n"
)


def characters() -> list[str]:
    """The Chinese characters of GB 2312."""
    codes = (bytes((row, cell)).decode("gb2312", "ignore") for row in ROWS for cell in CELLS)
    return [character for character in codes if character]


def main() -> None:
    readings: dict[str, list[str]] = defaultdict(list)
    for character in characters():
        readings[pinyin(character, style=Style.NORMAL, v_to_u=False)[0][0]].append(character)
    sys.stdout.write(HEADER)
    for reading, found in sorted(readings.items()):
        sys.stdout.write(f"{reading} {''.join(sorted(found))}\n")


if __name__ == "__main__":
    main()
