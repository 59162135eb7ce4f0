"""Years of the lunar calendar that do not fit the year or the animal beside them."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.animal_turns import turn_faults, turn_words
from speechlint.checks.wording.year_fault import Fault
from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.lexicon.literals import Places
from speechlint.lexicon.zodiac import (
    ANIMALS,
    BRANCHES,
    STEMS,
    animal_of,
    animal_of_signs,
    is_pair,
    signs_of,
)
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_YEAR = "(?<![0-9〇零○一二三四五六七八九])(?<year>(?:1[5-9]|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})"
_LINK = "(?:年|是|为|系|正是|恰逢|正值|适逢|正逢|时值|也是|即|岁次|农历|夏历|中国|我国|传统|的|[（(]){0,4}"
_SIGNS = f"(?<signs>[{STEMS}][{BRANCHES}])"
_YEAR_ANIMAL = Pattern(f"{_YEAR}{_LINK}(?:{_SIGNS}年?)?$")
_ANIMAL_YEAR = Pattern(f"[（(](?:公历|即)?{_YEAR}年?[）)]")
_YEAR_SIGNS = Pattern(f"{_YEAR}年?(?:[（(]?(?:农历|岁次|夏历|旧历|阴历)?|是农历|为农历)$")
_SIGNS_BEFORE = Pattern(f"{_SIGNS}年?$")
# What comes out a year ahead: stamps, coins, the gala.
_AHEAD = ("贺岁", "春晚", "生肖", "邮票", "纪念", "年画", "春联", "吉祥物")
# 生猪年出栏, 肉牛年存栏: cattle by the year.
_CATTLE = frozenset("生肉奶黄水牦耕种仔山绵湖蛋家活母公小大乌乳藏毛滩寒能出肥养野赛骏万头只匹千百群斗蜗犀海河疯天")
_YIELDS = ("出栏", "存栏", "饲养", "产", "末", "均", "屠宰", "出售", "加工", "底", "内", "度", "增", "收入", "利润")


def lunar_words() -> tuple[str, ...]:
    """What the names of lunar years end in: 龙年, 龙岁, 甲辰年; and 辞龙 of 辞龙迎蛇."""
    return (
        *(animal + year for animal in ANIMALS for year in "年岁"),
        *(stem + branch + "年" for stem in STEMS for branch in BRANCHES),
        *turn_words(),
    )


def lunar_faults(document: Document, places: Places) -> Iterator[Fault]:
    """Each lunar year against the year, the signs or the animal beside it."""
    folded = document.folded
    animals: list[int] = []
    frames: list[int] = []
    for start, end in places:
        if folded[end - 1] in "年岁" and end - start == 2:
            if (folded[start - 1 : start] in _CATTLE and start) or folded.startswith(_YIELDS, end):
                continue
            animals.append(start)
            yield from _animal_fault(folded, start)
        elif end - start == 3 and folded[end - 1] == "年" and folded[start] in STEMS:
            yield from _signs_fault(folded, start)
        else:
            frames.append(start)
    yield from turn_faults(folded, animals, frames)


def this_years_fault(document: Document, year: int, places: Places) -> Iterator[Fault]:
    """今年是龙年 in a draft of another year."""
    folded = document.folded
    for start, end in places:
        if (
            folded[end - 1] == "年"
            and end - start == 2
            and folded.endswith(("今年是", "今年是农历", "今年为"), 0, start)
        ):
            yield from _animal_against(folded, start, Span(start, end), year)


def _animal_fault(folded: str, start: int) -> Iterator[Fault]:
    """2024年是兔年, 甲辰兔年, 兔年（2024年）."""
    before = _YEAR_ANIMAL.search(folded, max(0, start - 24), start)
    behind = _ANIMAL_YEAR.match(folded, start + 2, start + 14)
    if before is not None:
        year = number_of(before["year"].replace("○", "〇")) or 0
        ahead = folded[start] == animal_of(year + 1) and folded.startswith(_AHEAD, start + 2)
        if not ahead:
            bracketed = "（" in before[0] or "(" in before[0]
            yield from _animal_against(folded, start, Span(start if bracketed else before.start(), start + 2), year)
        if before["signs"]:
            yield from _signs_against(Span(*before.span("signs")), before["signs"], year)
        return
    if behind is not None:
        yield from _animal_against(folded, start, Span(start, behind.end()), number_of(behind["year"]) or 0)
    signs = _SIGNS_BEFORE.search(folded, max(0, start - 3), start)
    if signs is not None and is_pair(signs["signs"]) and animal_of_signs(signs["signs"]) != folded[start]:
        right = animal_of_signs(signs["signs"])
        yield Fault(
            Span(signs.start(), start + 2),
            Bilingual(
                f"“{signs['signs']}”是{right}年，不是“{folded[start]}年”",
                f"{signs['signs']} is a year of the {right}, not of the {folded[start]}",
            ),
            Span(start, start + 1),
            right,
        )


def _animal_against(folded: str, start: int, span: Span, year: int) -> Iterator[Fault]:
    right = animal_of(year)
    if folded[start] != right:
        yield Fault(
            span,
            Bilingual(
                f"{year}年是{right}年，不是“{folded[start]}年”", f"{year} is a year of the {right}, not {folded[start]}"
            ),
            Span(start, start + 1),
            right,
        )


def _signs_fault(folded: str, start: int) -> Iterator[Fault]:
    """2024年（乙巳年）."""
    signs = folded[start : start + 2]
    before = _YEAR_SIGNS.search(folded, max(0, start - 12), start)
    if before is not None:
        yield from _signs_against(Span(start, start + 2), signs, number_of(before["year"].replace("○", "〇")) or 0)


def _signs_against(span: Span, signs: str, year: int) -> Iterator[Fault]:
    right = signs_of(year)
    if signs != right:
        yield Fault(
            span,
            Bilingual(f"{year}年是{right}年，不是“{signs}”年", f"the signs of {year} are {right}, not {signs}"),
            span,
            right,
        )
