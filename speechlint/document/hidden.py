"""What a draft hides behind its masks: places, people, organisations. Years and figures left out hide nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.document.kinds import title_line
from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import MOU
from speechlint.document.masks import Mask
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from speechlint.document.model import Document

# So many masks make a draft one that hides who and where it is; and so many of one sort, that it hides that.
SEVERAL, SOME = 3, 2
_IDENTITY = (Kind.LETTERS, Kind.SYMBOLS, Kind.MOU, Kind.PARTIAL, Kind.TITLE)
_LEVELS = frozenset("省市县区镇乡村州盟旗局厅校院")
_PLACE_ENDS = frozenset("市县縣区區省镇鎮乡鄉村州盟旗屯岛島道社")


class Hidden(NamedTuple):
    """The masks that stand for the names of places, of people and of organisations, each in order.

    Surnames that were left (王××) hide people in a text that otherwise names its places and offices: they do not count.
    `titled` says that the title begins with a masked place: ××县防汛工作总结.
    """

    places: tuple[Mask, ...]
    people: tuple[Mask, ...]
    organisations: tuple[Mask, ...]
    titled: bool

    @property
    def total(self) -> int:
        """How many masks hide a name."""
        return len(self.places) + len(self.people) + len(self.organisations)

    @property
    def hides_places(self) -> bool:
        """Whether a place named in the text may be one that was to be hidden."""
        return self.total >= SEVERAL and len(self.places) >= SOME

    @property
    def hides_people(self) -> bool:
        """Whether a person named in the text may be one that was to be hidden."""
        latin = sum(mask.style != MOU for mask in self.organisations)
        several = self.total >= SEVERAL or self.titled
        return several and (len(self.places) + len(self.people) >= SOME or latin >= SEVERAL)


def find_hidden(document: Document) -> Hidden:
    """What the masks of the document hide."""
    places: list[Mask] = []
    people: list[Mask] = []
    organisations: list[Mask] = []
    folded = document.folded
    for mask in document.masks:
        if mask.weak:
            continue
        if mask.kind is Kind.NAME:
            if not follows_surname(folded, mask.span.start):
                people.append(mask)
        elif mask.kind in _IDENTITY and not _is_party(folded, mask):
            placed = not mask.slot or mask.slot[-1] in _PLACE_ENDS
            (places if placed else organisations).append(mask)
    return Hidden(tuple(places), tuple(people), tuple(organisations), _is_titled(document, places))


def _is_party(folded: str, mask: Mask) -> bool:
    """Whether the mask stands for 党 in a committee's name: 镇X委."""
    return mask.slot == "委" and folded[mask.span.start - 1 : mask.span.start] in _LEVELS


def _is_titled(document: Document, places: list[Mask]) -> bool:
    if not places:
        return False
    line = document.lines.index_of(places[0].span.start)
    before = document.text[document.lines.starts[line] : places[0].span.start]
    return not before.strip() and title_line(document) == line
