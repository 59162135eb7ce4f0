"""The frame of a speech: its title, who is addressed, how it closes; and where they run into each other in one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_ADDRESSED = (
    *("同志们", "朋友们", "乡亲们", "老师们", "同学们", "同事们"),
    *("工友们", "战友们", "女士们", "先生们", "委员们", "代表们"),
)
_OPENERS = ("今天", "今年", "近年来", "当前", "刚才", "很高兴")
ADDRESS_SIGNS = Literals((*_ADDRESSED, "各位", "尊敬的", "敬爱的", "亲爱的", "大家好", *_OPENERS))
LONGEST_TITLE = 50
SHORTEST_REST = 15
_HEARERS = "|".join(_ADDRESSED)
_NO_MARK = r"[^，、。：:！!,\s]"
_CALLED = rf"(?:尊敬的|敬爱的|亲爱的){_NO_MARK}{{1,14}}|各位{_NO_MARK}{{0,6}}|{_NO_MARK}{{0,8}}(?:{_HEARERS})"
# Behind a comma only what addresses somebody belongs to the salutation.
_ADDRESS = Pattern(
    rf"(?:(?:{_CALLED})(?:[、 \u3000]{{1,2}}(?:{_CALLED}|{_NO_MARK}{{2,8}})|[，,](?:{_CALLED})(?=[：:！!，,、])){{0,6}}"
    r"|大家(?:上午|下午|晚上)?好)[：:，,！!]"
)
_KIND = "讲话|发言|致辞|致词|演讲|贺词|献词|主持词|述职|汇报|报告|总结|动员|倡议书|慰问信|感谢信"
# A title that ends in the name of its kind; what a collector wrote behind it may follow.
_TITLE = Pattern(
    rf"[{BLANKS}]*(?P<words>[^，。！？；：,;!?]{{2,{LONGEST_TITLE}}}(?:{_KIND})(?:稿|词|材料|提纲|讲话|范文|模板|精选|文稿)*"
    rf"(?:[（(][^（）()]{{1,12}}[）)])?)[0-9一二三四五六七八九十]{{0,2}}[{BLANKS}]*"
)
# Before a word that is no address only what cannot be the beginning of a sentence is a title.
_SURE_TITLE = Pattern(r"(?:在.{2,40}(?:上|中|时|式)的?[^的]{0,8}|.{4,50}(?:稿|范文|提纲|材料))(?:[（(].{1,12}[）)])?")
# Whoever speaks to a meeting or a ceremony addresses it; talks on a visit begin as they like.
_SPEECH = Pattern(r"(?:会|仪式|典礼|论坛|式|节|班)[^，。]{0,12}(?:讲话|发言|致辞|致词|演讲|贺词|献词|主持词)")
_CLOSE = Pattern(
    r"谢谢|感谢大家|我的(?:讲话|发言|汇报|致辞|演讲)|讲完了|完毕|让我们|祝(?:愿|各位|大家|同志|福)|此致|预祝|最后"
)
CLOSING_REACH = 600


class RunIn(NamedTuple):
    """What stands in one line with the title: a salutation, or (`addressed` False) the first word of the text.

    `span` covers the salutation and its mark, or that word; `seam` the blanks between it and the title, `behind` those
    between the salutation and the text, None where nothing or no salutation is to be parted from it.
    """

    span: Span
    seam: Span
    behind: Span | None
    addressed: bool


class Frame(NamedTuple):
    """What a draft has of a speech's frame."""

    addressed: bool
    closed: bool


def find_run_ins(document: Document) -> Iterator[RunIn]:
    """What runs on behind a title, in order; one at most in a line."""
    reached = -1
    lines, folded = document.lines, document.folded
    pages = {lines.index_of(mark.span.start): mark.span.end for mark in document.page_marks}
    for at, stop in document.places(ADDRESS_SIGNS):
        line = lines.index_of(at)
        start, end = lines[line]
        start = pages.get(line, start)
        if line <= reached or not start < at <= start + LONGEST_TITLE + 30:
            continue
        title = _TITLE.fullmatch(folded, start, at)
        if title is None:
            continue
        found = _run_in(document, Span(at, stop), end, title["words"])
        if found is not None:
            reached = line
            yield found


def read_frame(document: Document) -> Frame:
    """The frame, from the first lines and the last."""
    from speechlint.document.kinds import LineKind

    folded = document.folded
    end = len(folded)
    closed = _CLOSE.search(folded, max(0, end - CLOSING_REACH), end) is not None
    addressed = any(folded[start:end] not in _OPENERS for start, end in document.places(ADDRESS_SIGNS))
    return Frame(addressed or LineKind.SALUTATION in document.kinds, closed)


def speech_title(document: Document) -> Span | None:
    """The line that calls the draft a speech; None where none does."""
    from speechlint.document.kinds import LineKind

    titles = (document.lines[line] for line, kind in enumerate(document.kinds) if kind is LineKind.TITLE)
    return next((title for title in titles if _SPEECH.search(document.folded, *title) is not None), None)


def _run_in(document: Document, word: Span, end: int, title: str) -> RunIn | None:
    text, (at, stop) = document.text, word
    seam = at
    while text[seam - 1] in BLANKS:
        seam -= 1
    if document.folded[at:stop] in _OPENERS:
        if end - stop < 2 * SHORTEST_REST or _SURE_TITLE.fullmatch(title) is None:
            return None
        return RunIn(word, Span(seam, at), None, addressed=False)
    match = _ADDRESS.match(document.folded, at, end)
    if match is None:
        return None
    rest = match.end()
    while rest < end and text[rest] in BLANKS:
        rest += 1
    if 0 < end - rest < SHORTEST_REST:
        return None
    return RunIn(Span(*match.span()), Span(seam, at), None if rest == end else Span(match.end(), rest), addressed=True)
