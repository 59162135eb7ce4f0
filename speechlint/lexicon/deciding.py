"""The characters that one script alone has, as `rules/index` lists them: to work them out of the tables takes ten times
as long as to judge a short draft by them.
"""

from __future__ import annotations

from functools import cache

import msgspec

from speechlint.lexicon.listed import index_root
from speechlint.lexicon.scripts import REGIONS, characters

DECIDING = "deciding.json"
# Characters of simplified text that traditional texts write beside the form of the table (僱, 恆, 蹤, 並, 曬, 黴).
_BESIDE = frozenset("雇恒踪麽并疴沄晒霉肴虱昵炖")


@cache
def deciding_characters() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of simplified text alone, and those of traditional text alone."""
    simplified, traditional = msgspec.json.decode((index_root() / DECIDING).read_bytes(), type=tuple[str, str])
    return frozenset(simplified), frozenset(traditional)


def deciding_by_tables() -> tuple[frozenset[str], frozenset[str]]:
    """The same by the tables of opencc.

    A character that the tables also give as a form of itself (后, 里, 台) stands in both and decides nothing; nor does
    one that a region writes in its traditional texts (群, 床, 温, 説).
    """
    simplified, traditional = (
        frozenset(character for character, forms in characters(table).items() if character not in forms)
        for table in ("STCharacters", "TSCharacters")
    )
    regional = {form for table in REGIONS for forms in characters(table).values() for form in forms}
    return simplified - traditional - regional - _BESIDE, traditional - simplified
