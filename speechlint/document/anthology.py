"""Marks that a collector of specimens put between several drafts in one file: 篇一：, 范文1, a title with （一）
behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_COUNTED = "一二三四五六七八九十123456789"
# Kinds of drafts that collectors number; what is a document in its own right (规定（一）, 方案（二）) is not among
# them.
_KINDS = (
    "稿",
    "讲话",
    "发言",
    "演讲",
    "致辞",
    "致词",
    "总结",
    "报告",
    "体会",
    "材料",
    "范文",
    "主持词",
    "倡议书",
    "慰问信",
    "感谢信",
)
COLLECTION_SIGNS = Literals(
    (
        *(f"{behind}{number}" for number in _COUNTED for behind in ("篇", "篇 ", *_KINDS)),
        *(f"{number}{blank}篇" for number in _COUNTED for blank in ("", " ")),
        *(f"{opener}{first}{closer}" for opener in "（(" for first in "一1" for closer in "）)"),
    )
)
SHORTEST_TITLE, LONGEST_TITLE = 4, 50
# A file that was cut behind its first specimen still shows the mark near its beginning.
OPENING = 600
# What a collector adds behind a title, in code points: 大全, （精选）.
_ADDED = 6
_N = "(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})"
_CALLED = (
    "(?:尊敬的|敬爱的|亲爱的|各位|同志们|同事们|老师们|同学们|朋友们|女士们|大家好|大家上午好|大家下午好|大家晚上好)"
)
_KIND = f"(?:{'|'.join(_KINDS)})"
_PIECE = rf"(?:第 ?{_N} ?篇(?![章文幅])|篇 ?{_N}|范文 ?{_N})"
# 第一篇：谋划篇 is a part of one speech, whatever stands in it.
_PART = Pattern(rf"[{BLANKS}“‘「『]*[^，。；：,;:]{{1,12}}篇(?:[”’」』。：:，,；;{BLANKS}]|——|$)")
# What begins a draft: a title of a kind that collectors gather, or a salutation; and what ends one.
_TITLE = Pattern(rf"\S.{{0,{LONGEST_TITLE}}}?{_KIND}(?:[（(【].{{0,12}}$|$|[ \u3000]?(?={_CALLED}))")
_ADDRESSED = "(?:同志|代表|委员|来宾|朋友|领导|老师|同学|职工|工友|员工|家长|乡亲|评委|同仁)"
_SALUTATION = Pattern(rf"{_CALLED}|.{{0,30}}{_ADDRESSED}们?(?:[，,、！!].{{0,10}})?[：:]$")
_FAREWELL = Pattern(
    "谢谢|致谢|此致|敬礼|(?:发言|讲话|演讲|汇报|致辞|报告|述职)(?:完毕|结束|到此)|报告人|述职人|汇报人|倡议人"
)
# At the start of a line; `closed` and `called` prove themselves, `apart` needs a second one.
_AT_START = Pattern(
    rf"(?P<closed>[【（(\[]{_PIECE}[】）)\]][:：]?|{_PIECE}[:：]|{_PIECE}(?=[{BLANKS}]*(?:[\r\n]|\Z)))"
    rf"|(?P<called>{_PIECE}[ \u3000]?(?={_CALLED}))"
    rf"|(?P<apart>(?:第 ?(?P<n>[0-9]{{1,2}}) ?篇|篇{_N})[ \u3000]+(?=\S))"
)
_TITLE_AND_PIECE = Pattern(rf"(?P<title>\S.{{1,{LONGEST_TITLE}}}?)[ \u3000]*(?:{_PIECE}|(?<={_KIND}){_N})[:：]?")
_GLUED = Pattern(rf"(?P<title>.{{0,{LONGEST_TITLE}}}?{_KIND}) ?{_N}[ \u3000:：]?(?={_CALLED})")
_TITLE_AND_BRACKET = Pattern(rf"(?P<title>.{{0,{LONGEST_TITLE}}}?)[（(]{_N}[）)][:：]?")
_KIND_AT_END = Pattern(f".*{_KIND}")


class CollectionMark(NamedTuple):
    """A mark of the collector. `cut` is what goes with it: its whole line where nothing else stands there."""

    number: int
    span: Span
    cut: Span


class _Found(NamedTuple):
    mark: CollectionMark
    form: str  # marks count together only with marks of their own form
    proven: bool  # may stand alone near the beginning when it is the first
    draft: bool = True  # what follows is a draft of its own; where it is not for most, they head the parts of one text


def find_collection_marks(document: Document) -> tuple[CollectionMark, ...]:
    """The marks, in order: two of one form that follow each other at least, or one that proves itself."""
    groups: dict[str, dict[int, _Found]] = {}
    for found in _find_all(document):
        groups.setdefault(found.form, {}).setdefault(found.mark.span.start, found)
    chosen = (mark for group in groups.values() for mark in _counting([group[start] for start in sorted(group)]))
    return tuple(sorted(set(chosen), key=lambda mark: mark.span))


def _counting(group: list[_Found]) -> Iterator[CollectionMark]:
    numbers = {found.mark.number for found in group}
    if 2 * sum(found.draft for found in group) < len(group):
        return
    for found in group:
        number = found.mark.number
        alone = found.proven and number == 1 and found.mark.span.start < OPENING
        if alone or number + 1 in numbers or number - 1 in numbers:
            yield found.mark


def _find_all(document: Document) -> Iterator[_Found]:
    text, lines = document.text, document.lines
    seen: set[int] = set()
    titles: set[str] = set()
    for start, _ in document.places(COLLECTION_SIGNS):
        line = lines.index_of(start)
        left, right = lines.starts[line], lines.ends[line]
        while left < right and text[left] in BLANKS:
            left += 1
        if start - left > LONGEST_TITLE + 2:
            continue
        if text[start] in "（(":
            if start > left:
                yield from _titles_and_brackets(document, left, right, titles)
        elif line not in seen:
            seen.add(line)
            yield from _pieces(document, line, left, right)


def _pieces(document: Document, line: int, left: int, right: int) -> Iterator[_Found]:
    """A mark in the line from `left` to `right` that counts with 篇, 范文 or the kind of draft."""
    # Not document.folded: a few characters of a few lines are all that is looked at.
    words = fold(document.text[left : min(right, left + 2 * LONGEST_TITLE)])
    match = _AT_START.match(words)
    if match is not None:
        span = Span(left, left + match.end())
        rest = words[match.end() :].strip()
        if _PART.match(rest) is not None:
            return
        closed = match["closed"] is not None and "第" not in match["closed"]
        titled, called = _TITLE.match(rest) is not None, _SALUTATION.match(rest) is not None
        draft = titled or called or "范文" in match.group() or (closed and not rest)
        draft = draft or _speech_follows(document, line) or _speech_ends(document, line)
        # 第一篇： alone may open the first part of a book.
        proven = match["called"] is not None or (draft and closed) or (titled and _speech_follows(document, line))
        if not proven and _is_repeated(document, line, rest):
            draft = proven = True
        yield _Found(_mark(match, span, span if rest else document.lines.whole(line)), "篇", proven, draft)
        return
    match = _GLUED.match(words)
    if match is not None and not _is_sentence(match["title"]):
        span = Span(left, left + match.end())
        yield _Found(_mark(match, span, span), "glued", True)
        return
    words = words.rstrip(BLANKS)
    match = _TITLE_AND_PIECE.fullmatch(words) if len(words) <= LONGEST_TITLE + 8 else None
    if match is not None and not _is_sentence(match["title"]):
        mark = _mark(match, Span(left, left + len(words)), document.lines.whole(line))
        piece = words[len(match["title"]) :].lstrip()
        # 述职报告篇1: no writer's own title ends so.
        yield _Found(
            mark, match["title"], piece.startswith("篇") and _KIND_AT_END.fullmatch(match["title"]) is not None
        )


def _titles_and_brackets(document: Document, left: int, right: int, titles: set[str]) -> Iterator[_Found]:
    """The line from `left` to `right` where it is a title with （一） behind it, and all lines with that title.

    `titles` are those that were followed up before.
    """
    text, lines = document.text, document.lines
    if right - left > LONGEST_TITLE + 8:
        return
    match = _TITLE_AND_BRACKET.fullmatch(text[left:right].rstrip(BLANKS))
    title = "" if match is None else match["title"]
    if title in titles or len(title) < SHORTEST_TITLE or _is_sentence(title):
        return
    if _KIND_AT_END.fullmatch(fold(title)) is None and title != _first_line(document):
        return
    titles.add(title)
    at = left
    while (at := text.find(title, at)) >= 0:
        line = lines.index_of(at)
        start, end = lines.starts[line], lines.ends[line]
        if end - start <= 2 * LONGEST_TITLE and not text[start:at].strip(BLANKS):
            words = text[at:end].rstrip(BLANKS)
            match = _TITLE_AND_BRACKET.fullmatch(words)
            if match is not None and match["title"] == title:
                yield _Found(_mark(match, Span(at, at + len(words)), lines.whole(line)), title, False)
        at += len(title)


def _is_repeated(document: Document, line: int, title: str) -> bool:
    """Whether the next line is the title again, which the collector took for the name of the piece."""
    words = next(_neighbours(document, line, 1), "")
    return len(words) >= SHORTEST_TITLE and title.startswith(words) and len(title) - len(words) <= _ADDED


def _speech_follows(document: Document, line: int) -> bool:
    """Whether one of the next few lines is a salutation, or begins with one."""
    return any(_SALUTATION.match(words) is not None for words in _neighbours(document, line, 1))


def _speech_ends(document: Document, line: int) -> bool:
    """Whether one of the last few lines above takes leave."""
    return any(_FAREWELL.search(words[-60:]) is not None for words in _neighbours(document, line, -1))


def _neighbours(document: Document, line: int, step: int) -> Iterator[str]:
    """The next three lines above or below that are not blank, no more than a title's length from each end of them."""
    text, lines = document.text, document.lines
    left = 3
    for here in range(line + step, line + 8 * step, step):
        if not 0 <= here < len(lines) or not left:
            return
        start, end = lines.starts[here], lines.ends[here]
        words = text[start:end] if end - start <= 4 * LONGEST_TITLE else text[start : start + 99] + text[end - 99 : end]
        if words.strip():
            left -= 1
            yield fold(words.strip())


def _mark(match, span: Span, cut: Span) -> CollectionMark:  # type: ignore[no-untyped-def]
    number = next(number for number in match.captures("n") if number)
    return CollectionMark(number_of(number) or 0, span, cut)


def _is_sentence(words: str) -> bool:
    return any(mark in words for mark in SENTENCE_ENDS + "，,；;")


def _first_line(document: Document) -> str:
    """The words of the first line that is not blank."""
    text, lines = document.text, document.lines
    spans: Iterable[tuple[int, int]] = zip(lines.starts[:20], lines.ends[:20], strict=True)
    return next((words for start, end in spans if (words := text[start : min(end, start + 100)].strip())), "")
