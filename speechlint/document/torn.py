"""Whether text stops inside a word: read from the last mark on, word by word, as far as the vocabulary goes."""

from __future__ import annotations

from speechlint.lexicon.vocabulary import LONGEST, knows
from speechlint.text.charsets import is_han

# So much of the text before a break is read.
REACH = 24
# Characters that are words of their own, or end a phrase without belonging to a longer word.
ALONE = frozenset(
    "的了着过地得是在和与或及并也都就还又再才只更最很太不没有无要会能可想应须为对把被将让使向从到由以于给跟比同但而且则等之其此这那我你他她它们"
    "上下中里内外前后时年月日人个条项次件名位家户亿万千百十元岁米吨亩天省市县区镇乡村局办处部院校所站好多少大小新高低来去做讲说看听问写读走"
)
# What else a sentence begins with.
HEADS = ALONE | frozenset("党民除值既继若如因自据截经按即每各全本该某当")
# Words that ask for something to follow.
DANGLING = frozenset(
    (
        *("和", "与", "及", "或", "并", "把", "将", "使", "让", "被", "向", "对", "从", "以", "为", "在", "由", "于"),
        *(
            "以及",
            "并且",
            "而且",
            "因为",
            "由于",
            "但是",
            "如果",
            "为了",
            "通过",
            "按照",
            "根据",
            "围绕",
            "关于",
            "对于",
        ),
        *("不仅", "不但", "虽然", "尽管", "只有", "只要", "随着", "包括", "特别是", "尤其是", "比如", "例如", "即使"),
    )
)


def last_words(folded: str, start: int, end: int) -> tuple[str, ...]:
    """The words of the last run of Han characters in `folded[start:end]`, the longest first that the vocabulary has.

    `folded` is in simplified characters. Empty where another character stands at the end.
    """
    begin = end
    lowest = max(start, end - REACH)
    while begin > lowest and is_han(folded[begin - 1]):
        begin -= 1
    words = []
    while begin < end:
        length = next((n for n in range(min(LONGEST, end - begin), 1, -1) if knows(folded[begin : begin + n])), 1)
        words.append(folded[begin : begin + length])
        begin += length
    return tuple(words)


def is_torn(words: tuple[str, ...]) -> bool:
    """Whether the last of the words is a single character that hardly stands alone, behind a whole word."""
    return len(words) > 1 and len(words[-1]) == 1 and words[-1] not in ALONE and len(words[-2]) > 1


def is_dangling(words: tuple[str, ...]) -> bool:
    """Whether the last of the words asks for something to follow."""
    return bool(words) and words[-1] in DANGLING
