"""punctuation/mark-position"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_OPENING, _CLOSING = frozenset("“‘（《「『〈【〔"), frozenset("，。、；：！？”’）》」』〉】〕,;!?")
_LAST, _FIRST = _OPENING.union(BLANKS), _CLOSING.union(BLANKS)
# More of them than this in one draft are its layout, and not slips.
LAYOUT = 3


class _Break(NamedTuple):
    marks: Span
    seam: Span  # the line end with the blanks round it
    opens: bool  # whether the marks stand in front of it


class MarkPosition(Rule):
    """A line begins with a mark that belongs to the line before it, or ends with one that opens the next.

    Only beside a line that is not blank: behind a blank line words are missing, which is another matter; and not where
    spacing/hard-wrap tells the same line end. In a draft cut like this throughout it is the layout, and a hint.
    """

    id = "punctuation/mark-position"
    title = Bilingual("标点落在行首或行末", "A mark at the wrong end of a line")
    why = Bilingual(
        "点号和后半个括号、引号、书名号不出现在一行之首，前半个不出现在一行之末（GB/T 15834-2011 第5.1条）。",
        "Stops and closing marks never begin a line, and opening marks never end one.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "去掉的只是换行，但两行本来是否一句要人看过。",
        "Only the line end goes, but whether both lines are one sentence is to be seen.",
    )
    norm = "GB/T 15834-2011, 5.1"
    VALID = (
        Valid("　　“渠修好了。\n　　“水也来了。”"),
        Valid("让渠水流得更远\n——在修渠大会上的讲话"),
        Valid("渠修好了。\n\n，水也来了。"),
        Valid("渠修好了。\n……\n水也来了。"),
        Valid("他想了又想\n（见附件）"),
        Valid("渠修好了：)\n水也来了。"),
        Valid("| 村 | 户 |\n|:--|--:|\n| 渠头 | 30 |", format="markdown"),
        Valid("水渠\n!important\n:root"),
    )
    INVALID = (
        Invalid("渠修好了\n⟦，⟧水也来了。", fixed="渠修好了，水也来了。"),
        Invalid("渠修好了⟦（⟧\n见附件）。", fixed="渠修好了（见附件）。"),
        Invalid("开展“好渠好水\n　　⟦”⟧活动。", fixed="开展“好渠好水”活动。"),
        Invalid("他說：⟦「⟧\n渠修好了。」", fixed="他說：「渠修好了。」"),
        Invalid("渠修好了。\n⟦，⟧水也来了。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        found = list(_breaks(ctx.document))
        if found:
            wraps = {wrap.seam.start for wrap in ctx.document.wraps}
            found = [place for place in found if place.seam.start not in wraps]
        severity = Severity.HINT if len(found) > LAYOUT else None
        for place in found:
            word = place.marks.of(ctx.text)
            end = Bilingual("行末", "ends a line") if place.opens else Bilingual("行首", "begins a line")
            fix = ctx.fix(
                Bilingual("接上断开的两行", "join the two lines"), [Edit(place.seam, "")], Applicability.UNSAFE
            )
            yield ctx.found(
                place.marks,
                Bilingual(f"“{word}”不应出现在{end.zh}，前后两行应相接", f"“{word}” {end.en}; join the two lines"),
                severity=severity,
                fix=fix if self._is_cut(ctx.text, place) else None,
            )

    def _is_cut(self, text: str, place: _Break) -> bool:
        """Whether the lines are halves of one: not where a stop follows the end of a sentence."""
        before = text[place.seam.start - 1]
        return place.opens or before not in SENTENCE_ENDS or text[place.marks.start] in "”’」』）》"


def _breaks(document: Document) -> Iterator[_Break]:
    """The places where a line end has come between a mark and its words, in order."""
    text, starts, ends = document.text, document.lines.starts, document.lines.ends
    edge = len(text) - 1
    ended = {line for line, end in enumerate(ends[:-1], 1) if text[end - 1] in _LAST}
    begun = {line for line, start in enumerate(starts[1:], 1) if text[min(start, edge)] in _FIRST}
    for line in sorted(ended | begun):
        start, before = starts[line], ends[line - 1]
        if start == ends[line] or before == starts[line - 1]:
            continue
        if line in ended:
            yield from _ended(text, starts[line - 1], before, start, ends[line])
        if line in begun:
            yield from _begun(text, starts[line - 1], before, start, ends[line])


def _ended(text: str, begin: int, end: int, start: int, stop: int) -> Iterator[_Break]:
    """The break behind a mark that opens what stands in the next line."""
    last = _before_blanks(text, begin, end)
    first = _behind_blanks(text, start, stop)
    if last > begin and text[last - 1] in _OPENING and first < stop and not text[first].isascii():
        yield _Break(Span(last - 1, last), Span(last, first), opens=True)


def _begun(text: str, begin: int, end: int, start: int, stop: int) -> Iterator[_Break]:
    """The break before a mark that closes what stands in the line before."""
    last = _before_blanks(text, begin, end)
    first = after = _behind_blanks(text, start, stop)
    while after < stop and text[after] in _CLOSING:
        after += 1
    if first == after or last == begin or text[last - 1].isascii():
        return
    if after == stop or not (text[after].isascii() and text[first:after].isascii()):
        yield _Break(Span(first, after), Span(last, first), opens=False)


def _before_blanks(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1] in BLANKS:
        end -= 1
    return end


def _behind_blanks(text: str, start: int, stop: int) -> int:
    while start < stop and text[start] in BLANKS:
        start += 1
    return start
