"""Animals of the zodiac out of turn: 兔年过后迎来马年."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from speechlint.checks.wording.year_fault import Fault
from speechlint.findings.bilingual import Bilingual
from speechlint.lexicon.zodiac import ANIMALS, next_animal
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_EPITHET = "[农历金玉瑞祥灵福神骏的旧老了新]{0,3}"
_LEAVING_BEFORE = Pattern(f"(?:辞|辞别|辞去|告别|送走|送别|作别|挥别|走过|度过){_EPITHET}$")
_LEAVING_AFTER = Pattern(
    "[，、]?(?:[即将已渐悄然圆满]{0,3})(?:去|过后|过去|之后|远去|收官|落幕|谢幕|辞岁|归去|辞|结束|离去|尽)"
)
_ARRIVING_BEFORE = Pattern(f"(?:迎|迎来|迎接|步入|跨入|走进|进入|迈入|拥抱|迎着){_EPITHET}$")
_ARRIVING_AFTER = Pattern("(?:[即将已又悄然春]{0,3})(?:来|至|到|到来|来临|开局|开篇|启程|伊始|起步|开启|登场|报春)")
_REACH = 20
# 辞虎迎兔, 虎去兔来, 金虎辞旧岁，玉兔迎新春.
_FRAME = Pattern(
    f"辞旧?(?<old>[{ANIMALS}])[年岁]?[，、]?[喜笑欣]?迎[新瑞金玉祥]?(?<new>[{ANIMALS}])(?![肉毛皮奶蛋])"
    f"|辞旧?(?<old>[{ANIMALS}])[年岁]?去[，、](?<new>[{ANIMALS}])[年岁]?来"
    f"|(?<old>[{ANIMALS}])去[，、]?(?<new>[{ANIMALS}])来(?=[^。！？\r\n]{{0,6}}[春岁年新福])"
    f"|(?<old>[{ANIMALS}])辞旧?岁[去归]?[，、][金玉灵瑞祥神雄福天新]?(?<new>[{ANIMALS}])(?:迎|报|贺|献|闹|纳|送|启|跃|腾|奔|鸣|啸|舞)"
)


def turn_words() -> tuple[str, ...]:
    """What the shorter frames begin with."""
    return tuple(word for animal in ANIMALS for word in ("辞" + animal, "辞旧" + animal, animal + "辞", animal + "去"))


def turn_faults(folded: str, animals: list[int], frames: list[int]) -> Iterator[Fault]:
    """Animals out of turn: of the years at `animals`, and of the frames that begin at `frames`."""
    for first, second in pairwise(animals):
        if second - first <= _REACH and not any(mark in folded[first:second] for mark in "。！？\r\n"):
            yield from _sequence_fault(folded, first, second)
    for start in frames:
        match = _FRAME.match(folded, start)
        if match is not None:
            yield from _next_fault(folded, match.start("old"), match.start("new"))


def _sequence_fault(folded: str, first: int, second: int) -> Iterator[Fault]:
    """兔年过后迎来马年: one animal leaves, the next but one arrives."""
    if _leaves(folded, first) and _arrives(folded, second):
        yield from _next_fault(folded, first, second)
    elif _leaves(folded, second) and _arrives(folded, first):
        yield from _next_fault(folded, second, first)


def _next_fault(folded: str, old: int, new: int) -> Iterator[Fault]:
    right = next_animal(folded[old])
    if folded[new] != right:
        span = Span(new, new + 2) if folded[new + 1 : new + 2] in ("年", "岁") else Span(new, new + 1)
        yield Fault(
            span,
            Bilingual(
                f"{folded[old]}年之后是{right}年，不是“{folded[new]}年”",
                f"after the year of the {folded[old]} comes the {right}, not the {folded[new]}",
            ),
            Span(new, new + 1),
            right,
        )


def _leaves(folded: str, at: int) -> bool:
    return (
        _LEAVING_BEFORE.search(folded, max(0, at - 8), at) is not None
        or _LEAVING_AFTER.match(folded, at + 2, at + 10) is not None
    )


def _arrives(folded: str, at: int) -> bool:
    return (
        _ARRIVING_BEFORE.search(folded, max(0, at - 8), at) is not None
        or _ARRIVING_AFTER.match(folded, at + 2, at + 10) is not None
    )
