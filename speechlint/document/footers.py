"""Page numbers that the layout printed: lines of their own, and marks that stand inside the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from speechlint.document.kinds import LineKind
from speechlint.document.pagechains import NEVER_FIRST, is_closed
from speechlint.document.pageseries import CLOSEST, DIGITS, SPEAKS_BEFORE, Inline, Printed, find_series, read_inline
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS, ends_sentence, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

FOOTER_SIGNS = Literals(
    ("页", *(digit + blank + sign for digit in DIGITS for blank in ("", " ") for sign in "/／-—–－"))
)
LONGEST_FOOTER = 30
# A shorter line is a title or an entry, not the first half of a sentence; with a mark inside it may be one.
SHORTEST_CUT, SHORTEST_MARKED = 25, 8
# Blank lines between a footer and its neighbours.
NEAR = 8
_MARKS = frozenset("，、；：。,;")
_GAP = "[ \u3000]{0,2}"
_N = f"{_GAP}[0-9０-９]{{1,4}}{_GAP}"
_PAGE, _SLASHED = f"第{_N}[页頁]", f"第{_N}[/／]{_N}[页頁]"
_OF = rf"[ \u3000,，/／|]*共{_N}[页頁]"
_NAMED = Pattern(
    rf"[（(【\[]?(?:{_SLASHED}|{_PAGE}(?:{_OF}|[ /／]*{_N}[页頁]?)?|共{_N}[页頁][ \u3000,，/／|]*{_PAGE})[）)】\]]?"
)
_DASHED = Pattern(rf"[-—–－]{{1,2}}{_GAP}(?P<n>[0-9０-９]{{1,3}}){_GAP}[-—–－]{{1,2}}")
_FRACTION = Pattern(r"(?P<n>[0-9]{1,3}) ?[/／] ?(?P<m>[0-9]{1,3})(?![0-9/／.％%])")
_INSIDE = Pattern(f"[（(]?(?:{_SLASHED}|{_PAGE}{_OF})[）)]?")

# What has pages that a sentence speaks of.
_PAPERS = Pattern(
    "(?:[卷案]宗?|笔录|筆錄|合同|协议|協議|证据|證據|材料|附件|报告|報告|文件|档案|檔案|账簿|帳簿|账册|原件|正本|副本"
    "|[书書册冊本该該的])$"
)


class _Line(NamedTuple):
    """A page number that has a line for itself."""

    line: int
    span: Span
    kind: str  # named, dashed, fraction
    number: int
    total: int


def find_footers(document: Document) -> list[Printed]:
    """The page numbers of the layout, in order; those of `document.page_marks` are left out."""
    marks = {mark.span.start for mark in document.page_marks}
    alone: dict[int, _Line] = {}
    inline: dict[int, Inline] = {}
    found: dict[int, Printed] = {}
    text, lines = document.text, document.lines
    for start, end in document.places(FOOTER_SIGNS):
        line = lines.index_of(start)
        if line in alone:
            continue
        left, right = lines.starts[line], lines.ends[line]
        footer = _alone(text, line, left, right) if right - left <= LONGEST_FOOTER else None
        if footer is not None and footer.span.start not in marks:
            alone[line] = footer
        at = start if text[start] in DIGITS else _last_digit(text, start)
        if at >= 0 and (mark := read_inline(text, at)) is not None and mark.span.start not in marks:
            inline[mark.span.start] = mark
        if text[end - 1] in "页頁" and line not in alone:
            match = _INSIDE.search(text, max(left, start - 12), min(right, end + 12))
            if match is not None and not _is_spoken_of(text, match.start()):
                span = Span(*match.span())
                found[span.start] = Printed(span, span, False)
    doubtful: set[int] = set()
    for series in find_series(document, [inline[start] for start in sorted(inline)]):
        inside = [printed for printed in series if lines.index_of(printed.span.start) not in alone]
        found |= {printed.span.start: printed for printed in inside}
        # Without the lines of the series the others could no longer be told from figures: they go together.
        if inside and not series[0].certain:
            doubtful.update(printed.span.start for printed in series)
    for printed in _lines_of_their_own(document, list(alone.values())):
        start = printed.span.start
        found[start] = printed._replace(certain=printed.certain and start not in doubtful)
    return [found[start] for start in sorted(found)]


def _is_spoken_of(text: str, start: int) -> bool:
    """Whether the sentence speaks of the page: 见第1页共10页, 笔录第3/9页有改动."""
    if text[start] in "（(":
        return False
    words = text[max(0, start - 6) : start]
    return words[-1:] in SPEAKS_BEFORE or _PAPERS.search(words) is not None


def _last_digit(text: str, at: int) -> int:
    """The offset of the digit before `at`, with or without a blank between; -1 where none stands there."""
    at -= 2 if text[at - 1 : at] == " " else 1
    return at if at >= 0 and text[at] in DIGITS else -1


def _alone(text: str, line: int, left: int, right: int) -> _Line | None:
    """The footer that has the line from `left` to `right` for itself."""
    while left < right and text[left] in BLANKS:
        left += 1
    while right > left and text[right - 1] in BLANKS:
        right -= 1
    span = Span(left, right)
    if _NAMED.fullmatch(text, left, right) is not None:
        return _Line(line, span, "named", 0, 0)
    if (match := _DASHED.fullmatch(text, left, right)) is not None:
        return _Line(line, span, "dashed", int(match["n"]), 0)
    match = _FRACTION.fullmatch(text, left, right)
    if match is not None and 1 <= int(match["n"]) <= int(match["m"]) and int(match["m"]) > 1:
        return _Line(line, span, "fraction", int(match["n"]), int(match["m"]))
    return None


def _lines_of_their_own(document: Document, footers: Sequence[_Line]) -> Iterable[Printed]:
    dashed = [footer for footer in footers if footer.kind == "dashed"]
    sections = _are_sections(document, dashed)
    totals = {footer.total for footer in footers if footer.kind == "fraction"}
    groups = [dashed, *([f for f in footers if f.kind == "fraction" and f.total == total] for total in totals)]
    yield from (_printed(document, footer, True) for footer in footers if footer.kind == "named")
    for group in groups:
        if _counts(document, group):
            # One number alone, or the author's own sections, may be more than a page's.
            sure = group is dashed and not sections
            yield from (_printed(document, footer, sure, len(group) == 1) for footer in group)


def _counts(document: Document, footers: Sequence[_Line]) -> bool:
    """Whether the numbers rise with text between them, as pages do: a list of scores does not. One alone does not
    follow a colon.
    """
    if len(footers) == 1:
        above = _filled(document, footers[0].line, -1)
        return above is None or document.line_text(above).rstrip()[-1] not in ":：;；"
    for a, b in pairwise(footers):
        between = document.text[a.span.end : b.span.start].strip()
        restarts = b.number == 1 and len(between) >= CLOSEST
        if not between or (b.number <= a.number and not restarts):
            return False
    return True


def _printed(document: Document, footer: _Line, sure: bool, single: bool = False) -> Printed:
    """The footer with its line; where it cuts a sentence, with the line ends on both sides."""
    lines = document.lines
    seam = _seam(document, footer.line)
    if seam is not None:
        return Printed(footer.span, seam, False)
    if single and sure:
        above = _filled(document, footer.line, -1)
        whole = above is None or is_closed(document.line_text(above).rstrip())
        sure = whole or _filled(document, footer.line, 1) is None
    return Printed(footer.span, lines.whole(footer.line), sure)


def _seam(document: Document, line: int) -> Span | None:
    """What stands between the halves of a sentence that the line cuts; None where both neighbours are whole."""
    text, lines = document.text, document.lines
    above, below = _filled(document, line, -1), _filled(document, line, 1)
    if above is None or below is None or text[start := lines.starts[below]] in BLANKS:
        return None
    words = document.line_text(above).rstrip()
    if is_closed(words):
        return None
    if text[start] not in NEVER_FIRST:
        # No line begins with one character and a mark behind it.
        torn = text[start + 1 : start + 2] in _MARKS and is_han(text[start])
        shortest = SHORTEST_MARKED if any(mark in words for mark in _MARKS) else SHORTEST_CUT
        if {document.kinds[above], document.kinds[below]} != {LineKind.BODY} or (len(words) < shortest and not torn):
            return None
    return Span(lines.starts[above] + len(words), start)


def _filled(document: Document, line: int, step: int) -> int | None:
    """The number of the next line above (`step` -1) or below (1) that is not blank; None where there is none near."""
    for here in range(line + step, line + NEAR * step, step):
        if not 0 <= here < len(document.lines):
            return None
        if document.line_text(here).strip():
            return here
    return None


def _are_sections(document: Document, dashed: Sequence[_Line]) -> bool:
    """Whether `- 1 -`, `- 2 -` … may be the author's own sections: from 1, each behind the end of a sentence."""
    if len(dashed) < 2 or dashed[0].number != 1:
        return False
    # Before the first stands a title, or nothing.
    later = [footer.span.start for footer in dashed if footer.span.start > 2 * CLOSEST or footer.number > 1]
    return all(ends_sentence(document.text[max(0, start - 40) : start]) for start in later)
