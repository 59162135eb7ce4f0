"""Places told by a single character, or by a masked neighbour: 在杭, 闽西南, X镇、塘栖镇."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.lexicon.places import CITY_SIGNS, PROVINCE_SIGNS
from speechlint.lexicon.vocabulary import size
from speechlint.text.charsets import HAN, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

_SIGN_BEFORE = Pattern("(?:[在来驻返留入抵离](?:[ \u3000]*[\r\n]{1,2}[ \u3000]*[0-9]{0,3}[、.]?)?)$")
_SIGN_BEHIND = Pattern(
    "设立|落[地户成]|召开|举[行办]|创[业新办]|就业|务工|工作|投资|企业|职工|高校|院校|单位|期间|建设|建[成立]"
    "|开[幕工展]|签约|调研|考察|外来|人才|人员|[，。；、”]"
)
# What stands behind a sign of a city, by its first character.
_CITY = Sweep(f"[{''.join(CITY_SIGNS)}](?=[设落召举创就务工投企职高院单期建签开调考外人，。；、”])")
_REGION = Sweep(f"(?P<sign>[{''.join(PROVINCE_SIGNS)}])(?:[东西]?[南北]|[东西中])(?![方侧面部京海阳宁昌充通])")
_REGION_BEHIND = Pattern(
    "地区|协同|片区|城市|经济|一体|发展|山区|各[地市县]|重镇|示范|职工|工会|人民|干部|大地|第一|唯一|特色|的"
)
_REGION_PAST = Pattern("革命|苏区|根据地|老区|红军|特委|游击|区委")
_SMALL = frozenset("县镇乡村区")
_TOWN = f"(?P<name>(?P<stem>[{HAN}]{{2}})(?P<kind>[县镇乡村区]))"
_NEXT_TOWN = Pattern(f"[、和与]{_TOWN}")
_TOWN_BEFORE = Pattern(f"(?:^|[^{HAN}]|[在到和与是]){_TOWN}[、和与]$")
_NO_STEM = frozenset("各全该本所辖等每小大新老城乡农示范点贫困试个两三几多的有其他县镇乡村区市省级重先进相邻周边")
BESIDE = 8  # code points


def find_signs(folded: str, home: frozenset[str]) -> Iterator[tuple[Span, bool]]:
    """Cities and regions by a single character: 在杭, 闽西南."""
    for match in _CITY.finditer(folded):
        at, at_home = match.start(), CITY_SIGNS[match[0]] in home
        if _SIGN_BEHIND.match(folded, at + 1, at + 3) is None:
            continue
        if (at_home and not is_han(folded[at - 1 : at])) or _SIGN_BEFORE.search(folded, max(0, at - BESIDE), at):
            yield Span(at, at + 1), at_home
    for match in _REGION.finditer(folded):
        start, end = match.span()
        if size(folded[start - 1 : start + 1]) >= 0 or _REGION_PAST.match(folded, end, end + BESIDE) is not None:
            continue
        if _REGION_BEHIND.match(folded, end, end + BESIDE) is not None and folded[start - 1 : start] != "《":
            yield Span(start, end), PROVINCE_SIGNS[match["sign"]] in home


def find_neighbours(document: Document) -> Iterator[Span]:
    """Towns and villages, which no list has, beside a masked one of the same kind: X镇、塘栖镇."""
    folded = document.folded
    for mask in document.hidden.places:
        kind = folded[mask.span.end : mask.span.end + 1]
        if kind not in _SMALL:
            continue
        end = mask.span.end + 1
        match = _NEXT_TOWN.match(folded, end)
        while match is not None:
            if match["kind"] == kind and _is_stem(match["stem"]):
                yield Span(*match.span("name"))
            end = match.end()
            match = _NEXT_TOWN.match(folded, end)
        before = _TOWN_BEFORE.search(folded, max(0, mask.span.start - BESIDE), mask.span.start)
        if before is not None and before["kind"] == kind and _is_stem(before["stem"]):
            yield Span(*before.span("name"))


def _is_stem(stem: str) -> bool:
    """Whether the characters are a name, and not what kind of town it is: 中心镇, 示范村."""
    return size(stem) < 0 and _NO_STEM.isdisjoint(stem)
