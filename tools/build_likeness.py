"""Measures which characters are alike: `python tools/build_likeness.py [FOLDER]` (default `rules/typo/tables`).

Writes `sounds.txt`, the readings without tones, and `shapes.bin`, how alike the shapes are; what stands in them is said
in `speechlint/lexicon/likeness.py`. The characters are those of the table of standard characters (2013) and of GB 2312.
Readings come from the packages pypinyin-dict and pypinyin; shapes are measured here, by drawing each character in two
fonts (Debian's fonts-wqy-microhei and fonts-noto-cjk), blurring it and taking the cosine between the pictures. The
program needs none of these packages and no font. All sums are of whole numbers, so the same fonts and the same edition
of Pillow give the same bytes on every machine.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pypinyin.constants import PINYIN_DICT  # type: ignore[import-untyped]
from pypinyin_dict.pinyin_data.ktghz2013 import pinyin_dict as standard  # type: ignore[import-not-found]

FOLDER = Path(__file__).resolve().parents[1] / "rules" / "typo" / "tables"
FONTS = (
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
)
HAN = range(0x4E00, 0xA000)
ROWS, CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)  # of GB 2312
SIZE, EDGE, BLUR, SIDE = 40, 4, 1.6, 24  # of a drawing, in pixels; it is drawn, blurred, and made smaller
LEAST, MOST = 0.45, 40  # the smallest cosine that counts, and how many neighbours each character may name
HEADER = (
    "# Characters by their readings, without tones.\n"
    "# Made by tools/build_likeness.py; sources and licences in NOTICE.\n"
)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    found = characters()
    for name, data in (("sounds.txt", sounds(found).encode()), ("shapes.bin", packed(found, shapes(found)))):
        (folder / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


def characters() -> list[str]:
    """The characters in use, sorted."""
    gb = "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in ROWS for cell in CELLS)
    return sorted({character for character in (*gb, *map(chr, standard)) if ord(character) in HAN})


def sounds(characters: Sequence[str]) -> str:
    """A line for each reading: the reading, a blank, its characters."""
    lines: dict[str, set[str]] = defaultdict(set)
    for character in characters:
        code = ord(character)
        for reading in standard[code].split(",") if code in standard else PINYIN_DICT[code].split(",")[:1]:
            lines[toneless(reading)].add(character)
    return HEADER + "".join(f"{reading} {''.join(sorted(found))}\n" for reading, found in sorted(lines.items()))


def toneless(reading: str) -> str:
    """nǚ as nv, ḿ as m."""
    plain = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")


def shapes(characters: Sequence[str]) -> list[dict[int, int]]:
    """For each character the places of those that look like it, with the cosine of the pictures as 0–255."""
    likeness = np.zeros((len(characters), len(characters)))
    for font, face in FONTS:
        pictures = drawn(characters, font, face)
        products = pictures @ pictures.T  # whole numbers below 2**53: exact in any order
        lengths = np.sqrt(products.diagonal())
        likeness += products / np.outer(lengths, lengths) / len(FONTS)
    np.fill_diagonal(likeness, -1.0)
    neighbours: list[dict[int, int]] = [{} for _ in characters]
    for one, row in enumerate(likeness):
        for other in np.argsort(-row, kind="stable")[:MOST]:
            if row[other] >= LEAST:
                measure = round(float(row[other]) * 255)
                neighbours[one][int(other)] = neighbours[int(other)][one] = measure
    return neighbours


def drawn(characters: Sequence[str], path: str, face: int) -> np.ndarray:
    """A row of whole numbers for each character: its picture, less the mean of all."""
    font = ImageFont.truetype(path, SIZE, index=face, layout_engine=ImageFont.Layout.BASIC)
    side = SIZE + 2 * EDGE
    rows = []
    for character in characters:
        picture = Image.new("L", (side, side), 0)
        ImageDraw.Draw(picture).text((EDGE, 0), character, font=font, fill=255)
        small = picture.filter(ImageFilter.GaussianBlur(BLUR)).resize((SIDE, SIDE))
        rows.append(np.asarray(small, np.int64).ravel())
    pictures = np.array(rows)
    return (pictures - pictures.sum(0) // len(pictures)).astype(np.float64)


def packed(characters: Sequence[str], neighbours: Sequence[dict[int, int]]) -> bytes:
    """How many characters and pairs there are, where the pairs of each character end, the characters, of each pair the
    code point that is greater, and the measures. A pair stands with the character whose code point is smaller."""
    ends, codes, measures = array("I"), array("H"), array("B")
    for one, found in enumerate(neighbours):
        for other in sorted(other for other in found if other > one):
            codes.append(ord(characters[other]))
            measures.append(found[other])
        ends.append(len(codes))
    parts = (array("I", (len(characters), len(codes))), ends, array("H", map(ord, characters)), codes, measures)
    if sys.byteorder != "little":
        for part in parts:
            part.byteswap()
    return b"".join(part.tobytes() for part in parts)


if __name__ == "__main__":
    main()
