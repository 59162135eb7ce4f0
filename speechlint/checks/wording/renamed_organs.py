"""Organs under a name that they no longer had when the draft was written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from speechlint.document.model import Document
from speechlint.document.own_date import OwnDate
from speechlint.document.quotes import Quoted
from speechlint.lexicon.organs import ORGANS, Organ, Stage
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# What tells that the past is spoken of, in the same sentence.
_PAST = Pattern(
    "原|时任|前身|曾|当时|更名|改名|改为|改称|组建|合并|整合|撤销|不再保留|设立|并入|划入|划转|转隶|挂牌|牌子|以前|历任|任职|退休"
    "|退役|年前|过去|早在|条例|办法|规定|通知|意见|标准"
)
# What an organ issued under its old name keeps it: 国家卫生计生委令第9号.
_ISSUED = Pattern(
    "[^，。；！？\r\n]{0,12}(?:令|公告|第[0-9一二三四五六七八九十]+号|〔|印发|发布|颁布|制定|批准|认定|授予|命名|评为)"
)
_YEAR = Pattern("[12][09][0-9]{2}(?=年)")
# 2024年5月，国家工商总局发布: the sentence says itself when the organ did it.
_DATED = Pattern("(?<year>20[0-9]{2})年(?:(?<month>[0-9]{1,2})月(?:[0-9]{1,2}日)?)?(?:，|以来，)?[经由据]?[省市县区]?$")
_DATE_REACH = 16
_SENTENCE = "。！？!?\r\n"
_REACH, _BEHIND = 120, 20


class OldName(NamedTuple):
    """Where the old name stands, the organ, and what it was called when the draft was written."""

    span: Span
    organ: Organ
    stage: Stage


def old_names(document: Document) -> Iterator[OldName]:
    """The old names in a draft whose date line or title is later than the new ones, or behind a date that is later,
    outside titles and quotations.

    A sentence that speaks of the past is left alone.
    """
    places = document.places(ORGANS.words)
    own = document.own_date if places else None
    folded, last = document.folded, 0
    quoted = cache(lambda: Quoted(document.quotes))
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        begin = max(0, start - _DATE_REACH)
        said = _DATED.search(folded, begin, start) if folded.find("年", begin, start) >= 0 else None
        date = own if said is None else OwnDate(int(said["year"]), int(said["month"]) if said["month"] else None)
        organ = ORGANS.organ(folded[start:end])
        stage = organ.stage(date.year, date.month) if date is not None and organ is not None and start >= last else None
        if organ is None or stage is None or not organ.where.fits(folded, start, end):
            continue
        last = end
        issued = said is None and _ISSUED.match(folded, end, end + _BEHIND) is not None
        if not issued and not _is_past(folded, start, end, organ) and not quoted().holds(start, end):
            yield OldName(Span(start, end), organ, stage)


def _is_past(folded: str, start: int, end: int, organ: Organ) -> bool:
    """Whether the sentence has words about the past, or a year in which the name was right."""
    begin = max(folded.rfind(mark, max(0, start - _REACH), start) for mark in _SENTENCE) + 1
    stops = [at for mark in _SENTENCE if (at := folded.find(mark, end, end + _REACH)) >= 0]
    stop = min(stops, default=end + _REACH)
    begin, stop = max(begin, start - _REACH), min(stop, end + _REACH)
    if _PAST.search(folded, begin, stop) is not None:
        return True
    return any(organ.stage(int(year[0]), None) is None for year in _YEAR.finditer(folded, begin, stop))
