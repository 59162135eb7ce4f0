"""What each line of a draft is."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from speechlint.document.addressed import ADDRESSED
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS, ends_sentence
from speechlint.text.pattern import Pattern
from speechlint.text.words import holds_any

if TYPE_CHECKING:
    from speechlint.document.model import Document


class LineKind(enum.Enum):
    """Decided from the top down; what the site left is known before."""

    BLANK = "blank"
    RESIDUE = "residue"
    TITLE = "title"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    TAIL = "tail"  # signature, date, list of annexes


LONGEST_TITLE = 40
LONGEST_SALUTATION = 40
LONGEST_SIGNATURE = 30
_GENRE = Pattern(
    "讲话|講話|发言|發言|致辞|致辭|致词|致詞|贺词|賀詞|报告|報告|总结|總結|通知|通报|通報|意见|意見|方案|公告|决定|決定|决议|決議"
    "|请示|請示|批复|批復|纪要|紀要|规定|規定|办法|辦法|条例|條例|要点|要點|计划|計劃|规划|規劃|主持词|主持詞|演讲|演講|汇报|匯報|倡议书|倡議書"
)
_BYLINE = Pattern(r"[（(].{1,30}[)）]|(?:——|--|—).{1,38}")
_DATE = Pattern(r"[0-9０-９〇○零一二三四五六七八九xX×*_]{4}\s*年\s*\S{1,3}\s*月\s*(?:\S{1,4}\s*日)?")
_ANNEX = Pattern(r"附件\s*[0-9０-９]{0,2}\s*[：:.．]|附\s*[：:]|附件[0-9]{0,2}$")


def line_kinds(document: Document) -> tuple[LineKind, ...]:
    """The kind of each line; one look at each."""
    text, lines = document.text, document.lines
    kinds = [LineKind.BODY] * len(lines)
    for residue in document.residue:
        # A notice inside a sentence fills no line and makes none residue.
        for line in residue.lines:
            kinds[line] = LineKind.RESIDUE
    for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        if start == end or not text[start:end].strip():
            kinds[line] = LineKind.BLANK
    for heading in document.headings:
        if kinds[heading.line] is LineKind.BODY and heading.words.start < heading.words.end:
            kinds[heading.line] = LineKind.HEADING
    _mark_opening(document, kinds)
    _mark_tail(document, kinds)
    return tuple(kinds)


def title_line(document: Document) -> int | None:
    """The 0-based number of the line that holds the draft's title; None where it has none."""
    return next((line for line, kind in enumerate(document.kinds) if kind is LineKind.TITLE), None)


def may_have_tail(document: Document) -> bool:
    """Whether the last words may be a date or an annex, without which nothing is signed; for less than all kinds."""
    text, lines = document.text, document.lines
    left = {line for residue in document.residue for line in residue.lines}
    for line in range(len(lines) - 1, -1, -1):
        words = text[lines.starts[line] : lines.ends[line]].strip()
        if words and line not in left:
            return _DATE.fullmatch(words) is not None or _ANNEX.match(words) is not None
    return False


def _mark_opening(document: Document, kinds: list[LineKind]) -> None:
    """Titles, what stands with them, and salutations."""
    text, lines = document.text, document.bare_lines
    title: str | None = None
    opening = True  # no running text has been seen; a table of contents may stand above the title
    for line, kind in enumerate(kinds):
        if kind is not LineKind.BODY:
            continue
        start, end = lines.starts[line], lines.ends[line]
        # A speech is a few long lines: those are told by their length alone.
        if end - start > 2 * LONGEST_TITLE:
            opening = False
            continue
        words = text[start:end].strip()
        if not words:
            continue  # quiet
        if _is_salutation(words):
            kinds[line] = LineKind.SALUTATION
        elif len(words) <= LONGEST_TITLE and (not ends_sentence(words) or words[-1] == "…"):
            if title is not None and (words.startswith(title) or (opening and _is_byline(words))):
                kinds[line] = LineKind.TITLE
            elif title is None and opening and (_GENRE.search(words) is not None or _is_centred(text, start, end)):
                kinds[line] = LineKind.TITLE
                title = words
            continue
        opening = False


def _is_salutation(words: str) -> bool:
    return (
        len(words) <= LONGEST_SALUTATION
        and words[-1:] in "：:！!，,"
        and holds_any(words, ADDRESSED)
        and not any(mark in words for mark in "。；;")
    )


def _is_byline(words: str) -> bool:
    return _BYLINE.fullmatch(words) is not None or _DATE.fullmatch(words) is not None


def _is_centred(text: str, start: int, end: int) -> bool:
    """Whether the line is set off from the margin by more than a first-line indent."""
    return not text[start : start + 6].strip() and end - start - 6 >= 4 and text[end - 1] not in SENTENCE_ENDS


def _mark_tail(document: Document, kinds: list[LineKind]) -> None:
    """From the bottom up: dates, annexes, and the short lines above a date that sign it."""
    text, lines = document.text, document.lines
    dated = False
    for line in range(len(kinds) - 1, -1, -1):
        if kinds[line] in (LineKind.BLANK, LineKind.RESIDUE):
            continue
        start, end = lines.starts[line], lines.ends[line]
        words = text[start:end].strip(BLANKS) if end - start <= 3 * LONGEST_SIGNATURE else ""
        if kinds[line] not in (LineKind.BODY, LineKind.HEADING) or not words:
            return
        if _DATE.fullmatch(words) is not None:
            dated = True
        elif _ANNEX.match(words) is None and not (
            dated
            and len(words) <= LONGEST_SIGNATURE
            and words[-1] not in SENTENCE_ENDS
            and not any(mark in words for mark in "，。；：")
        ):
            return
        kinds[line] = LineKind.TAIL
