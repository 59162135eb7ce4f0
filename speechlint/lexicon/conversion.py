"""Which of the traditional characters that a simplified one stands for the words around it ask for."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.lexicon import vocabulary
from speechlint.lexicon.one_to_many import is_tolerated, plain
from speechlint.lexicon.reading import Reading, spans_over
from speechlint.lexicon.single_places import told_by_place, told_for_certain
from speechlint.lexicon.surnames import CLEAR
from speechlint.lexicon.word_table import WordTable, word_table
from speechlint.text.named_tuple import NamedTuple

__all__ = ["Choice", "WordTable", "choose", "judge", "word_table"]

# By so much a reading must be the cheaper one to count, and by more where some word there is content.
MARGIN, DISPUTED = 6.0, 12.0
# What is a word of its own before any other, and behind any other; so common must a place's or person's name be.
_ADVERBS, _POSTPOSITIONS, _COMMON_PLACE = frozenset("並并只"), frozenset("後裡裏里"), 4
_NO_ADVERBS = frozenset(("只身", "并购", "并拢", "并轨", "并网", "并吞", "并发"))
_NO_PLACES = frozenset("一二三四五六七八九十百千万几数两公英海华邻乡皇太王母")
# What people are called too, in traditional writing: no name in a table tells how somebody else of this name writes it.
_NAMED = frozenset("杰云岳升志丰沖余于范谷郁台周松")
# Characters that stand in a few words alone, all of them listed, and what is meant anywhere else: 取得瞭, 國傢, 方嚮.
CLOSED = {
    "傢": "家",
    "嚮": "向",
    "彀": "夠",
    "彆": "別",
    "瞭": "了",
    "箇": "個",
    "緻": "致",
    "覈": "核",
    "鏇": "旋",
    "极": "極",
    "鞦": "秋",
    "鼕": "冬",
}
# Beside one of these a character makes no word that only a table of phrases knows: 杯的, 係為, 球後.
_FUNCTION = frozenset("的是了在到为不于和与有一等及或也都就被把将从对向以之其这那并而但后提得可能会要上下中")


class Choice(NamedTuple):
    """The right character for a place, the traditional word that shows it, and the place in the word."""

    right: str
    word: str
    at: int = 0


def judge(written: str, folded: str, offset: int, table: WordTable) -> Choice | None:
    """What should stand at `offset` instead of the character `written`; None where it may stand.

    `folded` is the merged text (`merge`), of the same length. A word that asks for another character must make
    a better reading of the neighbourhood than any in which `written` is right, by a margin.
    """
    certain = told_for_certain(written, folded, offset)
    if certain:
        return Choice(certain, certain)
    if written == "杰" and _ends_name(folded, offset):
        return None
    asking: dict[tuple[int, int], Choice] = {}
    content: list[tuple[int, int]] = []
    ignored: set[tuple[int, int]] = set()
    for span in spans_over(offset, 0, len(folded)):  # the longest first: a part of a longer word has nothing to add
        word, at = folded[slice(*span)], offset - span[0]
        forms = table.forms(word)
        if not forms:
            continue
        if any(is_tolerated(written, form[at]) for form in forms):
            if not _is_evidence(word, at):
                ignored.add(span)
            elif _inside(span, asking):
                if len({plain(form[at]) for form in forms}) > 1:
                    return None  # a word with two forms has them in longer words too: 借此, 藉此機會
                ignored.add(span)
            else:
                content.append(span)
        elif not _may_ask(written, word, at):
            ignored.add(span)
        elif not _inside(span, content):
            asking[span] = Choice(forms[0][at], forms[0], at)
    elsewhere = None if content else _elsewhere(written, folded, offset)
    if not asking:
        return elsewhere
    reading = Reading(folded, offset, table)
    for start, end in spans_over(
        offset, 0, len(folded)
    ):  # a word that the vocabulary alone knows wants what is inside it
        if (start, end) not in asking and vocabulary.knows(folded[start:end]):
            inner = [span for span in (*asking, *content) if start <= span[0] and span[1] <= end]
            if inner and all(span in asking for span in inner):
                asking[start, end] = asking[min(inner, key=reading.cost)]
    best = min(asking, key=reading.cost)
    other = min(map(reading.cost, (span for span in reading.spans() if span not in asking and span not in ignored)))
    return asking[best] if reading.cost(best) + (DISPUTED if content else MARGIN) <= other else elsewhere


def choose(folded: str, offset: int, table: WordTable) -> Choice | None:
    """The traditional character for `folded[offset]`, a place of a merged text, by its word in the best reading.

    None where no word of the table covers it.
    """
    reading = Reading(folded, offset, table)
    start, end = min(reading.spans(), key=reading.cost)
    return _inner(folded[start:end], offset - start, table)


def _inner(word: str, at: int, table: WordTable) -> Choice | None:
    """What `word`, or else the longest word of the table inside it, has in its place `at`."""
    for start, end in [(0, len(word)), *spans_over(at, 0, len(word))]:
        forms = table.forms(word[start:end])
        if forms:
            return Choice(forms[0][at - start], forms[0], at - start)
    return None


def _elsewhere(written: str, folded: str, offset: int) -> Choice | None:
    """What is meant where no word asks for another character and none is content with this one."""
    right = CLOSED.get(written) or told_by_place(written, folded, offset)
    return Choice(right, right) if right else None


def _ends_name(folded: str, offset: int) -> bool:
    """Whether a surname stands one or two characters before the place, and no word goes on: 王俊杰, 趙杰夫."""
    if folded[offset + 1 : offset + 2] in ("出", "作", "地"):
        return False
    return folded[offset - 2 : offset - 1] in CLEAR or folded[offset - 1 : offset] in CLEAR


def _inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _may_ask(written: str, word: str, at: int) -> bool:
    """Whether the word is evidence against `written`, which may be a word of its own there: 並提出, 兩只有, 稱帝後."""
    if written in _NAMED and at > 0 and (written == "杰" or word[0] in CLEAR) and not vocabulary.knows(word):
        return False  # 張杰
    if len(word) > 2:
        if written == "里" and at + 1 < len(word) and not vocabulary.knows(word):
            return False  # a foreign name
        return at > 0 or written not in _ADVERBS or vocabulary.knows(word)
    if at == 0 and written in _ADVERBS:
        return word in _NO_ADVERBS
    if written in _POSTPOSITIONS:
        return vocabulary.size(word) >= _COMMON_PLACE or (at == 1 and word[0] in _NO_PLACES)
    return _is_evidence(word, at)


def _is_evidence(word: str, at: int) -> bool:
    return len(word) > 2 or word[1 - at] not in _FUNCTION or vocabulary.knows(word)
