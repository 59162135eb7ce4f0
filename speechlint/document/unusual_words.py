"""Words that a draft uses again and again and no list knows: coinages, brands, names of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from speechlint.lexicon.coinages import in_coinage
from speechlint.lexicon.house_words import as_mainland
from speechlint.lexicon.scripts import fold
from speechlint.lexicon.segmentation import cut
from speechlint.lexicon.vocabulary import size
from speechlint.text.charsets import HAN
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.occurrences import occurrences
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

_RUN = Sweep(f"[{HAN}]+")
LONGEST = 6  # code points of an unusual word
MOST_PIECES = 4
KNOWN_NAME = 5  # binary digits of the count from which official prose knows a name
# A character that no list explains has to stand in the word this often, of all the times it stands unexplained.
BOUND = 0.5
# Words of one character that no other word begins or ends with here.
_PARTICLES = frozenset(
    "的了和在等对为由是并与将不有以其之所从到也被及已这那各或还更因就都把让使而应于他她它我你但来受能起给着过吗呢吧啊们很"
    "最再又只才已曾即则若如虽且向往跟同请用按据比每某该本此何谁几两一二三四五六七八九十百千万亿零多余第年月日时点分秒"
    "个名位次项条件家户人元吨米里亩届场批种类上下中内外前后左右去出进要会可须得没无非未级率性段居排列者"
)
# Words that join others to phrases.
_JOINTS = frozenset("的和与及或在了是至为几将把被对向从等并")
# Others that often stand alone: a word is not unusual because it holds one of them.
_COMMON = frozenset(
    "县市区省乡镇村党国新大小高低好坏快慢强弱长短老旧真全总副正原抓办看听说讲走打搞管守护干学查改建设写读做作想送拿买卖吃"
    "住行坐问答开关带给达占超增降升减近需拉种除养收发领当任选派定立成变保稳促推带聚凝补治防创优美实准严紧深广远厚重轻"
    "路桥河江湖海山水火电气油煤铁粮田地土树林花草鱼牛羊猪鸡店厂校院馆站所室处局委办组队团会社军警兵民工农商学生师医"
    "心手口头身脸眼血汗钱书报字话事物车船机床灯门窗房屋楼层街巷港岸岛边线面角色红黄蓝绿白黑东西南北春夏秋冬天风云雨雪"
    "像全牢共互提著依具限仍均约被称含属至愿叫找靠凭经通过随挂接连转放留存取换交付享赢胜败争战扎根"
)


class Place(NamedTuple):
    """A stretch of one of several documents, which are counted from 0."""

    document: int
    span: Span


class UnusualWord(NamedTuple):
    """A word of the drafts, as it is first written there, and where it stands."""

    text: str
    is_name: bool
    places: tuple[Place, ...]


def find_unusual_words(documents: Sequence[Document], fewest: int) -> tuple[UnusualWord, ...]:
    """Words that stand in the documents `fewest` times at least, and people's names; the most frequent first."""
    texts = [_prose(document) for document in documents]
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    names = _names("\n".join(texts), {person.name for document in documents for person in document.people})
    read = "\n".join(
        as_mainland(text) if document.script.is_traditional else text
        for document, text in zip(documents, texts, strict=True)
    )
    found = []
    for word, spans in (*_words(read, fewest, names).items(), *names.items()):
        places = tuple(_place(span, starts) for span in spans)
        first = places[0]
        found.append(UnusualWord(first.span.of(documents[first.document].text), word in names, places))
    return tuple(sorted(found, key=lambda word: (-len(word.places), word.places[0])))


def _prose(document: Document) -> str:
    """The document's text in simplified characters, of the same length, with blanks in the place of code."""
    text = document.prose_text
    return document.folded if text is document.text else fold(text)


def _place(span: Span, starts: list[int]) -> Place:
    document = bisect_right(starts, span.start) - 1
    return Place(document, Span(span.start - starts[document], span.end - starts[document]))


def _names(folded: str, names: set[str]) -> dict[str, list[Span]]:
    """Where the names stand, with a title or without; those that everybody knows are left out."""
    found: dict[str, list[Span]] = {}
    for name in sorted(names):
        if len(name) > 1 and size(name) < KNOWN_NAME:
            found[name] = [Span(at, at + len(name)) for at in occurrences(name, folded)]
    return {name: spans for name, spans in found.items() if spans}


def _words(folded: str, fewest: int, names: dict[str, list[Span]]) -> dict[str, list[Span]]:
    """The words that no list knows: strings round characters that no list explains, which stand together often.

    Of strings that overlap the more frequent one is the word, and of equally frequent ones the longest.
    """
    places, unexplained = _candidates(folded)
    taken = bytearray(len(folded))
    for spans in names.values():
        _take(taken, spans)
    kept: dict[str, list[Span]] = {}
    for word in sorted(places, key=lambda word: (-len(places[word]), -len(word), places[word][0])):
        if len(places[word]) < fewest:
            break
        spans = [span for span in places[word] if not any(taken[span.start : span.end])]
        often = min(unexplained[character] for character in word if character in unexplained)
        if len(spans) >= max(fewest, BOUND * often) and _varies(folded, spans):
            kept[word] = spans
            _take(taken, spans)
    return kept


def _take(taken: bytearray, spans: list[Span]) -> None:
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)


def _candidates(folded: str) -> tuple[dict[str, list[Span]], Counter[str]]:
    """Where the strings stand that may be words, and how often each unexplained character stands at all."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    unexplained: Counter[str] = Counter()
    for run in _RUN.finditer(folded):
        pieces = [(run.start() + start, run.start() + end) for start, end in cut(run.group())]
        loose = [at for at, (start, end) in enumerate(pieces) if _is_loose(folded, start, end)]
        unexplained.update(folded[pieces[at][0]] for at in loose)
        for first, last in {bounds for at in loose for bounds in _windows(at, len(pieces))}:
            span = Span(pieces[first][0], pieces[last][1])
            words = [folded[start:end] for start, end in pieces[first : last + 1]]
            edges = (words[0], words[-1])
            if span.end - span.start <= LONGEST and _PARTICLES.isdisjoint(edges) and _JOINTS.isdisjoint(words):
                spans = places[span.of(folded)]
                if not spans or spans[-1].end <= span.start:
                    spans.append(span)
    return places, unexplained


def _is_loose(folded: str, start: int, end: int) -> bool:
    """Whether the piece is a single character that neither stands alone nor belongs to a listed coinage."""
    piece = folded[start:end]
    return len(piece) == 1 and piece not in _PARTICLES and piece not in _COMMON and not in_coinage(folded, start)


def _windows(at: int, count: int) -> Iterator[tuple[int, int]]:
    """The first and the last piece of each string of several that holds the piece `at`."""
    for first in range(max(0, at - MOST_PIECES + 1), at + 1):
        for last in range(max(at, first + 1), min(count, first + MOST_PIECES)):
            yield first, last


def _varies(folded: str, spans: list[Span]) -> bool:
    """Whether different characters stand before the word, and behind it: else it is part of a longer one."""
    before = {folded[start - 1 : start] if start else "" for start, _ in spans}
    behind = {folded[end : end + 1] for _, end in spans}
    return _is_open(before) and _is_open(behind)


def _is_open(neighbours: set[str]) -> bool:
    return len(neighbours) > 1 or not _RUN.match("".join(neighbours))
