"""Lists the divisions of China: `python tools/build_places.py AREA-DATA.js > speechlint/lexicon/places.txt`.

AREA-DATA.js is `dist/index.js` of the npm package @vant/area-data, the divisions of today. Those that were renamed or
merged since 2006 are taken from the editions of GB/T 2260 in the package GB2260 (which this needs, and the program does
not). What is written are names by their code, no more.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import regex
from gb2260.data import data  # type: ignore[import-not-found]

ENTRY = regex.compile(r'(?P<code>[0-9]{6}): "(?P<name>[^"]+)"')
# Headings of the code list, and zones that are no divisions.
NO_NAME = regex.compile(
    r"市辖区|县|.*直辖.*|.*[开其][发它]区|.*园区|.*管理区|郊区|城区|矿区|.*委员会|.*新技术.*|.*经济.*区|.*[镇道]"
)
FIRST_EDITION = 2006
ZONES = range(71, 81)  # last two digits of the codes of zones
ELSEWHERE = ("71", "81", "82")  # Taiwan, Hong Kong, Macao
HEADER = (
    "# Divisions of China by their code (GB/T 2260): a province; or a prefecture (- for none) and its counties.\n"
    "# Made by tools/build_places.py; sources and licences in NOTICE.\n"
)


def divisions(today: str) -> dict[str, set[str]]:
    """The names of each code of six digits, of today and of former editions."""
    names: dict[str, set[str]] = defaultdict(set)
    for match in ENTRY.finditer(today):
        names[match["code"]].add(json.loads(f'"{match["name"]}"'))
    for edition, entries in data.items():
        if edition is None or int(str(edition)[:4]) >= FIRST_EDITION:
            for code, name in entries.items():
                names[str(code)].add(name)
    return names


def main() -> None:
    names = divisions(Path(sys.argv[1]).read_text(encoding="utf-8"))
    rows: dict[str, list[str]] = {}
    for code in sorted(names):
        kept = sorted(name for name in names[code] if not NO_NAME.fullmatch(name))
        if code[:2] in ELSEWHERE or int(code[4:]) in ZONES:
            continue
        if code.endswith("0000"):
            rows[code[:2]] = kept
        elif code.endswith("00"):
            rows[code[:4]] = kept or ["-"]
        else:
            row = rows.setdefault(code[:4], ["-"])
            row += [name for name in kept if name not in row]
    sys.stdout.write(HEADER)
    for code, row in sorted(rows.items()):
        if row != ["-"] and row:
            sys.stdout.write(f"{code} {' '.join(row)}\n")


if __name__ == "__main__":
    main()
