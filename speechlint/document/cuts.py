"""Where the draft's own text breaks off: before a site's notice that something is left out, and at the end."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.torn import is_dangling, is_torn, last_words
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS, ends_sentence, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any, last_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

# The kinds of residue behind which text is missing.
LOSSES = frozenset(("omitted-chars", "unfinished-notice", "paywall"))
# A shorter draft is a note; shorter lines are headings, entries of lists, lines of a poem.
SHORTEST_DRAFT = 60
SHORTEST_LINE = 20
SHORTEST_MARKED = 12
SHORTEST_PARAGRAPH = 60
SHORTEST_OPEN = 30
LONGEST_NAME = 6
LONGEST_CLAUSE = 20
_FOOTER = Pattern("第 ?[0-9]{1,4} ?[页頁][ \u3000,，/／]{0,3}共 ?[0-9]{1,4} ?[页頁]$")
_LONGEST_FOOTER = 24
_SPACE = BLANKS + "\r\n"
_DOTS = "….·。"
_PAUSES = "，、,"
_CLAUSE_MARKS = "，、；：。！？,;:!?…"
# How a speech or a letter may end without an end mark.
_FAREWELLS = ("谢谢", "感谢", "祝", "此致", "敬礼", "完毕", "特此", "以上", "再见", "散会")
_FAR = 200_000


class Break(enum.Enum):
    """What the text breaks off in."""

    WORD = "word"
    SENTENCE = "sentence"
    PERHAPS = "perhaps"  # a paragraph without its end mark, in a draft that has them


class BrokenEnd(NamedTuple):
    """The last words before a break. `notice` says whether a site says there that something is missing."""

    span: Span
    what: Break
    notice: bool


class Cut(NamedTuple):
    """A site's notice that something is left out: the draft's text before it ends at `left`, and goes on at `right`.

    `left` is 0 where nothing stands before, `right` None where nothing of the draft stands behind.
    """

    left: int
    right: int | None


def find_cuts(document: Document) -> tuple[Cut, ...]:
    """In order; notices that stand side by side are one cut."""
    notices = [residue for residue in document.residue if residue.kind in LOSSES]
    if not notices:
        return ()
    text = document.text
    residue = {span.start: span.end for span, *_ in document.residue}
    behind = {span.end: span.start for span, *_ in document.residue}
    cuts: list[Cut] = []
    for notice in notices:
        left, right = notice.span
        while left:
            if text[left - 1] in _SPACE or text[left - 1] in "….·":
                left -= 1
            elif left in behind:
                left = behind[left]
            else:
                break
        while right < len(text) and (text[right] in _SPACE or text[right] in _DOTS or right in residue):
            right = residue.get(right, right + 1)
        cut = Cut(left, right if right < len(text) else None)
        if not cuts or cuts[-1] != cut:
            cuts.append(cut)
    return tuple(cuts)


def find_broken_ends(document: Document) -> tuple[BrokenEnd, ...]:
    """Where the text breaks off; each place once, in order."""
    from speechlint.document.kinds import LineKind

    cuts = document.cuts
    bare = {heading.line for heading in document.headings if not heading.lead} if cuts else set()
    if cuts:
        bare |= {line for line, kind in enumerate(document.kinds) if kind is LineKind.TITLE}
    found = [end for cut in cuts if cut.left for end in _before_notice(document, cut.left, bare)]
    known = {cut.left for cut in cuts}
    foreign = {span.end: span.start for span, *_ in document.residue}
    for end in _ends_of_speeches(document):
        found += (broken for broken in _at_the_end(document, end, foreign) if broken.span.end not in known)
    return tuple(sorted(found, key=lambda broken: broken.span))


def _ends_of_speeches(document: Document) -> Iterator[int]:
    """Where the speeches of a collection end; of a single one, the end of the text."""
    from speechlint.document.anthology import find_collection_marks

    yield from (mark.cut.start for mark in find_collection_marks(document) if mark.cut.start)
    yield len(document.text)


def _before_notice(document: Document, left: int, headings: set[int]) -> Iterator[BrokenEnd]:
    text = document.text
    line = document.lines.index_of(left - 1)
    start = document.lines.starts[line]
    if ends_sentence(text[max(start, left - 20) : left]) or text[left - 1] in "；;":
        return
    if line in headings:
        return
    words = last_words(document.folded, start, left)
    if is_torn(words):
        yield BrokenEnd(Span(left - len(words[-1]) - len(words[-2]), left), Break.WORD, notice=True)
    elif (
        is_dangling(words)
        or left - start >= SHORTEST_LINE
        or (left - start >= SHORTEST_MARKED and holds_any(text[start:left], _PAUSES))
    ):
        yield BrokenEnd(_clause(text, start, left), Break.SENTENCE, notice=True)


def _at_the_end(document: Document, end: int, foreign: dict[int, int]) -> Iterator[BrokenEnd]:
    text = document.text
    while end and text[end - 1] in _SPACE:
        end -= 1
    if text[end - 1 : end] in ("页", "頁"):
        end = _before_footer(text, end)
    # Nearly every draft ends here: what a line ends in is decided by its last characters.
    if end < SHORTEST_DRAFT or ends_sentence(text[end - 20 : end]):
        return
    while end in foreign:
        end = foreign[end]
        while end and text[end - 1] in _SPACE:
            end -= 1
    line = document.lines.index_of(end - 1) if end else 0
    line, end, signed = _above_tail(document, line, end)
    start = document.lines.starts[line]
    while start < end and text[start] in BLANKS:
        start += 1
    if end < SHORTEST_DRAFT or ends_sentence(text[end - 20 : end]) or end - start < SHORTEST_LINE:
        return
    what = _break_at(document, line, Span(start, end))
    if signed and text[end - 1] not in _PAUSES:
        return
    if what is Break.WORD:
        words = last_words(document.folded, start, end)
        yield BrokenEnd(Span(end - len(words[-1]) - len(words[-2]), end), what, notice=False)
    elif what is not None:
        yield BrokenEnd(_clause(text, start, end), what, notice=False)


def _before_footer(text: str, end: int) -> int:
    """Where the text ends in front of the number of its last page, which a converter glued to it."""
    footer = _FOOTER.search(text, max(0, end - _LONGEST_FOOTER), end)
    if footer is None:
        return end
    end = footer.start()
    while end and text[end - 1] in _SPACE:
        end -= 1
    return end


def _above_tail(document: Document, line: int, end: int) -> tuple[int, int, bool]:
    """The last line above signature, date and annexes, where its words end, and whether there are any of these."""
    from speechlint.document.kinds import LineKind, may_have_tail

    if not may_have_tail(document) or document.kinds[line] is not LineKind.TAIL:
        return line, end, False
    while line and document.kinds[line] in (LineKind.TAIL, LineKind.BLANK, LineKind.RESIDUE):
        line -= 1
    start, end = document.lines[line]
    while end > start and document.text[end - 1] in BLANKS:
        end -= 1
    return line, end, True


def _break_at(document: Document, line: int, span: Span) -> Break | None:
    """What the last line of a draft, which has no end mark, breaks off in; None where it may end so."""
    text, (start, end) = document.text, span
    if is_han(text[end - 1]) and end - start >= SHORTEST_OPEN and _leaves_open(text, start, end):
        return Break.SENTENCE
    inner = last_of(SENTENCE_ENDS, text, max(start, end - _FAR), end) >= 0
    if not inner and not _follows_prose(document, line):
        return None
    mark = text[end - 1]
    if mark in _PAUSES:
        return Break.SENTENCE
    if mark in "；;：:":
        return Break.SENTENCE if inner and end - start >= SHORTEST_PARAGRAPH else None
    if not is_han(mark) or holds_any(text[end - 3 : end], ("//", "www")):
        return None
    words = last_words(document.folded, start, end)
    comma = last_of("，,", text, max(start, end - _FAR), end) >= 0
    if is_dangling(words) and (inner or comma):
        return Break.SENTENCE
    if not inner and not comma:
        return None
    if _may_close(document, _clause(text, start, end)):
        return None
    if is_torn(words) and inner and end - start >= SHORTEST_OPEN:
        return Break.WORD
    return Break.PERHAPS if end - start >= SHORTEST_OPEN else None


def _leaves_open(text: str, start: int, end: int) -> bool:
    """Whether the last quotation of the line has no end, and more than a name stands in front of it."""
    start = max(start, end - _FAR)
    opener = last_of("“”", text, start, end)
    if opener <= start or text[opener] != "“" or last_of(_PAUSES, text, start, opener) < 0:
        return False
    # “ at both ends of a quotation is a slip of the keyboard.
    return text.count("“", start, end) == text.count("”", start, end) + 1


def _may_close(document: Document, clause: Span) -> bool:
    """Whether the clause needs no end mark: a farewell, the last name of a list, what follows a label."""
    text, (start, end) = document.text, clause
    sentence = last_of(SENTENCE_ENDS, text, max(0, end - _FAR), end) + 1
    if any(document.folded.startswith(_FAREWELLS, at, end) for at in (start, sentence)) or text[start - 1] in "：:":
        return True
    if text[start - 1] not in "、" or end - start > LONGEST_NAME:
        return False
    before = last_of("、：:，", text, max(0, start - 1 - LONGEST_NAME), start - 1)
    return before >= 0


def _follows_prose(document: Document, line: int) -> bool:
    """Whether the line above, blank ones left out, is a paragraph that ends in an end mark."""
    lines = document.lines
    for above in range(line - 1, max(-1, line - 4), -1):
        start, end = lines[above]
        words = document.text[max(start, end - 40) : end].strip(_SPACE)
        if words:
            return end - start >= SHORTEST_LINE and ends_sentence(words)
    return False


def _clause(text: str, start: int, end: int) -> Span:
    """The last clause before `end`, its own mark with it."""
    before = last_of(_CLAUSE_MARKS, text, max(start, end - LONGEST_CLAUSE), end - 1)
    return Span(max(start, end - LONGEST_CLAUSE) if before < 0 else before + 1, end)
