"""Places where a character of a common phrase is missing: 联系众 for 联系群众."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from speechlint.document.repeated import Repeated
from speechlint.document.script import as_written
from speechlint.document.unlikely_guards import Guards
from speechlint.lexicon.ngram_table import Keys, NgramTable, pack
from speechlint.lexicon.phrase_stubs import PhraseStubs, phrase_stubs
from speechlint.lexicon.segmentation import cut
from speechlint.lexicon.symbols import FIRST_HAN, Offsets, Symbols
from speechlint.lexicon.vocabulary import knows, size
from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

Indices = npt.NDArray[np.int64]

STUB = 3  # characters
# How well the phrase and its neighbour on either side have to be known; at a mark one side is enough.
LEAST_FOUR = 4
LEAST_WORD = 5  # the size of the word that the missing character belongs to
LONGEST_WORD = 4
PIECE = 1 << 18  # symbols that are looked at in one go: what is reckoned with them stays small
NEAR = 4  # code points from another slip within which nothing is said
# Characters that stand for themselves, or for a country or an office, and are no remains of a word.
_ALONE = frozenset(
    "的了是在有不和与也都就要这那个年月日人大小上下中来去到对为以而其之我你他她它们好多新老各每更最很将把被从向由使让给做"
    "用说看想能会可又再还没等及或并但若则因所按应照本该此县市省区乡镇村里外高低长短前后内间地得着过起出入据须需指处办定仍曾正"
    "已未无非全共同单双首末次条款项第号年美俄日英法德韩印以乌中港澳台军党团校院局厅部委会组队员者性化业家学率量力度型式类种"
    "依当经由自至促推抓管查看听讲写读建修设立成河江湖海山林田水电路桥车船粮油气热光风云雨雪火土金木元亿万千百十两一二三四五六七八九半"
    "吨米里亩斤升度秒分时天周旬季世代层楼座栋套台辆架艘条件份名位户口人次场所点线面片块段批期届轮"
)


class Dropped(NamedTuple):
    """A stub, the joint where a character is missing, that character in the script of the draft; and the whole words
    about it, as they stand and as they should."""

    span: Span
    joint: int
    missing: str
    words: str
    phrase: str


class Joints(NamedTuple):
    """Stubs in symbols: where each begins, and the row of the table."""

    starts: Indices
    rows: Indices


def find_dropped(document: Document) -> tuple[Dropped, ...]:
    """The missing characters, in order."""
    if document.unlikely.strange:
        return ()
    found = document.evidence.joints
    return tuple(_described(document, found, phrase_stubs(), document.symbols.offsets)) if len(found.starts) else ()


def find_joints(symbols: Symbols, unknown: npt.NDArray[np.bool_], fours: NgramTable, stubs: PhraseStubs) -> Joints:
    """The stubs whose phrases fit their neighbours and leave no character over that stands for itself. `unknown` says
    of each window of four, by its first symbol, that it is in no table."""
    parts = [_fitting(symbols, unknown, begin, fours, stubs) for begin in range(0, max(1, len(unknown) - 1), PIECE)]
    starts, rows = (np.concatenate(part) for part in zip(*parts, strict=True))
    orphaned = [
        _leaves_orphan(symbols, start + place, chr(missing))
        for start, place, missing in zip(
            starts.tolist(), stubs.places[rows].tolist(), stubs.missing[rows].tolist(), strict=True
        )
    ]
    kept = np.flatnonzero(orphaned)
    return Joints(starts[kept], rows[kept])


def _fitting(
    symbols: Symbols, unknown: npt.NDArray[np.bool_], begin: int, fours: NgramTable, stubs: PhraseStubs
) -> tuple[Indices, Indices]:
    """The stubs of one piece whose phrases fit their neighbours: where each begins, and its row."""
    starts = (
        np.flatnonzero(unknown[begin : begin + PIECE + 1][:-1] & unknown[begin + 1 : begin + PIECE + 1]) + begin + 1
    )
    which, rows = stubs.find(_triples(symbols, starts))
    starts = starts[which]
    phrase = _restored(symbols, starts, stubs, rows)
    before, behind = symbols[starts - 1], symbols[starts + STUB]
    left = (fours.levels(pack(before, *phrase[:3])) >= LEAST_FOUR) | (before < FIRST_HAN)
    right = (fours.levels(pack(*phrase[1:], behind)) >= LEAST_FOUR) | (behind < FIRST_HAN)
    fits = left & right & ((before >= FIRST_HAN) | (behind >= FIRST_HAN))
    return starts[fits], rows[fits]


def _triples(symbols: Symbols, starts: Indices) -> Keys:
    return pack(*(symbols[starts + step] for step in range(STUB)))


def _restored(symbols: Symbols, starts: Indices, stubs: PhraseStubs, rows: Indices) -> list[Symbols]:
    first, second, third = (symbols[starts + step] for step in range(STUB))
    early = stubs.places[rows] == 1
    missing = stubs.missing[rows]
    return [first, np.where(early, missing, second), np.where(early, second, missing), third]


def _leaves_orphan(symbols: Symbols, joint: int, missing: str) -> bool:
    """Whether the missing character makes a common word with a neighbour that is no part of a word without it."""
    first = max(0, joint - LONGEST_WORD)
    text = "".join(map(chr, symbols[first : joint + LONGEST_WORD].tolist()))
    at = joint - first
    left, right = text[at - 1], text[at]
    return (size(left + missing) >= LEAST_WORD and _is_orphan(text, at - 1)) or (
        size(missing + right) >= LEAST_WORD and _is_orphan(text, at)
    )


def _is_orphan(text: str, at: int) -> bool:
    if text[at] in _ALONE:
        return False
    return not any(
        knows(text[start:end])
        for start in range(max(0, at - LONGEST_WORD + 1), at + 1)
        for end in range(max(at + 1, start + 2), min(len(text), start + LONGEST_WORD) + 1)
    )


def _described(document: Document, found: Joints, stubs: PhraseStubs, offsets: Offsets) -> Iterator[Dropped]:
    text, folded, guards = document.text, document.folded, Guards(document)
    slips = {slip.span.start for slip in document.unlikely.places}
    slips |= {slip.span.start for slip in document.homophone_slips}
    last = -1
    starts = found.starts.tolist()
    repeated = Repeated(folded, lambda: (_stub(offsets, start).of(folded) for start in starts))
    for start, row in zip(starts, found.rows.tolist(), strict=True):
        place = int(stubs.places[row])
        span = _stub(offsets, start)
        joint = int(offsets[start + place])
        stub = span.of(folded)
        if (
            joint == last
            or not slips.isdisjoint(range(joint - NEAR, joint + NEAR + 1))
            or stub in repeated
            or guards.is_quoted(span.start)
            or any(guards.spare(offset) for offset in range(*span))
        ):
            continue
        last = joint
        right = chr(int(stubs.missing[row]))
        missing = as_written(text, span, [right])[0]
        words = _whole_words(folded, span, joint, right)
        yield Dropped(
            span, joint, missing, words.of(text), text[words.start : joint] + missing + text[joint : words.end]
        )


def _stub(offsets: Offsets, start: int) -> Span:
    return Span(int(offsets[start]), int(offsets[start + STUB - 1]) + 1)


def _whole_words(folded: str, span: Span, joint: int, missing: str) -> Span:
    """The stub out to the borders of the words that stand there once the missing character does."""
    first, last = span
    while first > max(0, span.start - LONGEST_WORD) and is_han(folded[first - 1]):
        first -= 1
    while last < min(len(folded), span.end + LONGEST_WORD) and is_han(folded[last]):
        last += 1
    pieces = list(cut(folded[first:joint] + missing + folded[joint:last]))
    start = max(start for start, _ in pieces if first + start <= span.start)
    end = min(end for _, end in pieces if first + end > span.end)
    return Span(first + start, first + end - 1)
