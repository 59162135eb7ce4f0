"""Simplified and traditional characters, from the dictionary files of opencc-python-reimplemented.

Three distributions install an import package called `opencc` and overwrite each other, so the files are read through
the metadata of the one distribution we depend on, and its code is never imported.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DISTRIBUTION = "opencc-python-reimplemented"
# Tables of characters that a region writes in another form than the one the main table gives.
REGIONS = ("TWVariants", "HKVariants")
# Characters of GB 2312 that fold into others.
IN_BOTH = "乾吒夥彷後徵捱摺於榘甯菸薹藉覆醣阪麴麽"


class DictionaryMissingError(RuntimeError):
    """The dictionary files are not installed."""


@cache
def characters(table: str) -> Mapping[str, tuple[str, ...]]:
    """A table (`STCharacters`, `TSCharacters`, one of `REGIONS`): each character with its forms in the other script."""
    file = _recorded(f"{table}.txt") or _installed(f"{table}.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {row[0]: tuple(row[1].split()) for row in rows}


def first_forms(table: str) -> list[tuple[str, str]]:
    """Of each row of a table its key and the first form; the table of phrases has fifty thousand rows."""
    file = _recorded(f"{table}.txt") or _installed(f"{table}.txt")
    return re.findall("^([^\t\n]+)\t *([^ \n]+)", file.read_text(encoding="utf-8"), re.MULTILINE)


def edition() -> str:
    """Which edition of the tables is installed: the name of the folder that pip keeps its list in; "" if unknown."""
    for folder in map(Path, sys.path):
        for record in folder.glob(f"{DISTRIBUTION.replace('-', '_')}-*.dist-info"):
            return record.name
    return ""


def _recorded(name: str) -> Path | None:
    """The file by the list that pip leaves: importing importlib.metadata would cost every start 25 ms."""
    for folder in map(Path, sys.path):
        for record in folder.glob(f"{DISTRIBUTION.replace('-', '_')}-*.dist-info/RECORD"):
            for line in record.read_text(encoding="utf-8").splitlines():
                path = folder / line.partition(",")[0]
                if path.name == name and path.is_file():
                    return path
    return None


def _installed(name: str) -> Path:
    """The same for every other way to install. Raises DictionaryMissingError."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        files = distribution(DISTRIBUTION).files or ()
    except PackageNotFoundError as error:
        raise DictionaryMissingError(f"{DISTRIBUTION} is not installed: pip install {DISTRIBUTION}") from error
    for file in files:
        if file.name == name:
            return Path(str(file.locate()))
    raise DictionaryMissingError(f"{DISTRIBUTION} has no file {name}: reinstall it")


@cache
def traditional_forms(character: str) -> tuple[str, ...]:
    """The traditional forms of a simplified character that are not the character itself.

    The table gives the forms of its own standard (爲, 衆, 裏); what Taiwan and Hong Kong write (為, 眾, 裡) follows.
    """
    forms = characters("STCharacters").get(character, (character,))
    regional = (other for form in forms for table in REGIONS for other in characters(table).get(form, ()))
    return tuple(dict.fromkeys(form for form in (*forms, *regional) if form != character))


def usual_form(character: str) -> str:
    """The one traditional form that a simplified character usually has, as Taiwan writes it."""
    form = characters("STCharacters").get(character, (character,))[0]
    return characters(REGIONS[0]).get(form, (form,))[0] if form != character else character


@cache
def folding() -> Mapping[int, str]:
    """For `str.translate`: each traditional character to its simplified form, one code point to one."""
    return {ord(key): forms[0] for key, forms in characters("TSCharacters").items() if len(key) == len(forms[0]) == 1}


def fold(text: str) -> str:
    """`text` in simplified characters, of the same length, so that every offset stays true."""
    return text if is_simplified(text) else text.translate(fold_table())


@cache
def fold_table() -> array[int]:
    """The same as an array by code point: `translate` reads it in half the time, as most characters have no entry."""
    table = array("I", range(max(folding()) + 1))
    for code, character in folding().items():
        table[code] = ord(character)
    return table


def is_simplified(text: str) -> bool:
    """Whether folding would leave the text as it is, for certain; asked in a tenth of the time that folding takes.

    GB 2312 has all characters of simplified text, and no traditional ones but a few.
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return not any(character in text for character in IN_BOTH)
