"""What a draft hides behind its masks: places, people, organisations. Years and figures left out hide nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_letters import follows_surname
from speechlint.document.masks import Mask

if TYPE_CHECKING:
    from speechlint.document.model import Document

# So many masks make a draft one that hides who and where it is; and so many of one sort, that it hides that.
SEVERAL, SOME = 3, 2
_IDENTITY = (Kind.LETTERS, Kind.SYMBOLS, Kind.MOU, Kind.PARTIAL, Kind.TITLE)
_PLACE_ENDS = frozenset("市县縣区區省镇鎮乡鄉村州盟旗屯岛島道社")


class Hidden(NamedTuple):
    """The masks that stand for the names of places and of people, in order, and how many masks hide a name at all.

    Surnames that were left (王××) hide people in a text that otherwise names its places and offices: they do not count.
    """

    places: tuple[Mask, ...]
    people: tuple[Mask, ...]
    total: int

    @property
    def hides_places(self) -> bool:
        """Whether a place named in the text may be one that was to be hidden."""
        return self.total >= SEVERAL and len(self.places) >= SOME

    @property
    def hides_people(self) -> bool:
        """Whether a person named in the text may be one that was to be hidden."""
        return self.total >= SEVERAL and len(self.places) + len(self.people) >= SOME


def find_hidden(document: Document) -> Hidden:
    """What the masks of the document hide."""
    places: list[Mask] = []
    people: list[Mask] = []
    count = 0
    folded = document.folded
    for mask in document.masks:
        if mask.weak:
            continue
        if mask.kind is Kind.NAME:
            if not follows_surname(folded, mask.span.start):
                people.append(mask)
                count += 1
        elif mask.kind in _IDENTITY:
            count += 1
            if not mask.slot or mask.slot[-1] in _PLACE_ENDS:
                places.append(mask)
    return Hidden(tuple(places), tuple(people), count)
