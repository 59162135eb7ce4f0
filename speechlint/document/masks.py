"""Masks: runs that stand for words somebody left out, each found once and classified once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.mask_blanks import line_is_blank, read_blank
from speechlint.document.mask_company import find_company
from speechlint.document.mask_customs import is_letter_to_anybody
from speechlint.document.mask_doubts import settle
from speechlint.document.mask_kinds import Kind, kind_of
from speechlint.document.mask_letters import BEFORE_CROSS, letters_end, stands_in_chinese
from speechlint.document.mask_lookalikes import LATIN_LETTERS
from speechlint.document.mask_mou import find_mou
from speechlint.document.mask_signs import CROSSES, FAMILIES, MASK_SIGNS, MOU, Family, Run, read_run
from speechlint.document.mask_slots import has_strict_slot, slot_after
from speechlint.document.mask_symbols import find_emphasis, symbol_is_mask
from speechlint.lexicon.literals import Places
from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span
from speechlint.text.words import holds_any

if TYPE_CHECKING:
    from speechlint.document.model import Document

_OPENERS, _CLOSERS = "“‘「『《〈", "”’」』》〉"
# How far back the mark that opens a quotation is looked for, in code points.
QUOTE_REACH = 60
# A form says so in its title or first lines; a speech may speak of forms anywhere.
FORM_REACH = 300
_PUNCTUATION = frozenset("$@&?？")
_LINE_ENDS = "\r\n"
_WAVES = frozenset("~～")
# A wave behind these runs from one number to another: 4月~年底, 三~五年.
_RANGED = frozenset("年月日号时点度旬初末底季周第期一二三四五六七八九十百千万亿几数两多余来℃°%％")
_BEFORE_WAVE = frozenset(("", "\r", "\n", "，", "、", "。", "：", "；", "“", "《", "（"))
_YEAR_ENDS = frozenset("底末终初关中内")
# What a name follows at once, before dots that stand for it.
_CALLING = frozenset("请由和与及、向邀")
_ACTS = ("讲话", "致辞", "致词", "宣读", "宣布")
_WORD_CROSSES = frozenset("xX")
_WORD_LETTERS = LATIN_LETTERS - frozenset("ixXOo")
_FORM = (
    "文书样式", "文书式样", "文书格式", "文书参考样式", "文书参考式样", "文书参考格式", "示范文本", "参考样式",
    "参考文本", "合同范本", "填写说明", "填表说明", "编号规则", "编排方式",
)  # fmt: skip
# The variable part of a plan that is counted out: 3+X.
_PLUS, _VARIABLES = frozenset("+＋"), frozenset("XxＸ")


class Mask(NamedTuple):
    """A run that stands for words. `slot` is the word behind it that tells what it stands for, or "".

    `style` is the sign it is made of, in the draft's own case and width; "" for a gap.
    `weak` says that it may be right as it stands: ×× inside quotation marks in a text without other masks, or any
    mask of a text that gives a form.
    """

    span: Span
    kind: Kind
    style: str
    slot: str
    weak: bool


def find_masks(document: Document) -> tuple[Mask, ...]:
    """The masks of the document, in order."""
    places = document.places(MASK_SIGNS)
    if not places:
        return ()
    text = document.text
    runs = list(_runs(text, places))
    found = list(_masks(document, runs))
    if found:
        planned = any(text[run.start - 1 : run.start] in _PLUS and text[run.start] in _VARIABLES for run in runs)
        found = list(settle(document, found, planned))
    if runs and document.source.format != "markdown":
        company = [Mask(*parts) for parts in find_company(document, runs, found)]
        if company:
            found = sorted(found + company)
    if found and _may_all_stay(document, found):
        return tuple(mask._replace(weak=True) for mask in found)
    return tuple(found)


def _may_all_stay(document: Document, masks: list[Mask]) -> bool:
    """Whether the text is a form, a letter to nobody in particular, or has masks in quotations alone."""
    folded = document.folded
    return _is_form(folded) or is_letter_to_anybody(folded) or all(_may_be_quoted(document.text, it) for it in masks)


def _runs(text: str, places: Places) -> Iterator[Run]:
    """The runs of signs, in order; a gap is a run of the family BLANKS."""
    taken = 0
    for start, _ in places:
        if start < taken:
            continue
        sign = text[start]
        if sign in _WORD_CROSSES and text[start - 1 : start] in _WORD_LETTERS:
            # Nearly every x of a Latin text stands inside a word.
            taken = start + 1
            while text[taken : taken + 1] in _WORD_CROSSES:
                taken += 1
        elif FAMILIES[sign] is Family.BLANKS:
            gap = read_blank(text, start)
            if gap is not None and gap[0] >= taken:
                yield Run(*gap, Family.BLANKS, gap[0], gap[1] - gap[0], False)
                taken = gap[1]
        else:
            run = read_run(text, start)
            if run is not None:
                yield run
                taken = run.end


def _masks(document: Document, runs: list[Run]) -> Iterator[Mask]:
    text = document.text
    families = {run.family for run in runs}
    stars = (
        [run for run in runs if run.family is Family.STARS and 1 < run.length < 4] if Family.STARS in families else []
    )
    emphasis = find_emphasis(document, stars) if stars else frozenset[int]()
    mou = [run for run in runs if run.family is Family.MOU] if Family.MOU in families else []
    hidden = find_mou(document, mou) if mou else frozenset[int]()
    technical = document.source.format == "markdown"
    taken = 0
    for run in runs:
        start, end, family, prefix, _, dated = run
        if start < taken:
            continue
        if family is Family.LETTERS:
            if not stands_in_chinese(text, run):
                continue
            folded = document.folded
            slot = slot_after(folded, end)
            ends = letters_end(text, folded, run, slot[0])
            if ends < 0 or (technical and _may_be_unknown(text, run, slot[0])):
                continue
            if ends != end:
                slot = slot_after(folded, ends)
                end = ends
            if text[start - 1 : start] == "i":
                start -= 1
        elif family is Family.BLANKS:
            yield Mask(Span(start, end), Kind.BLANK, "", "", False)
            continue
        elif _is_mask(document, run, emphasis, hidden):
            folded = document.folded
            slot = slot_after(folded, end)
        else:
            continue
        if dated:
            start = prefix
        if text[end : end + 1] == "某" and family is not Family.MOU:
            end += 1
        taken = end
        kind, words = kind_of(text, folded, start, end, run, slot)
        yield Mask(Span(start, end), kind, text[run.start], words, False)


def _is_mask(document: Document, run: Run, emphasis: frozenset[int], hidden: frozenset[int]) -> bool:
    text, folded = document.text, document.folded
    match run.family:
        case Family.MOU:
            return run.start in hidden
        case Family.LINES:
            return line_is_blank(text, folded, run)
        case Family.WORDS:
            before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
            bound = (before.isalnum() and before.isascii()) or (after.isalnum() and after.isascii())
            if text[run.start] in _PUNCTUATION:
                return not bound and _replaces_name(document, run)
            if text[run.start] in _WAVES:
                return _replaces_year(folded, run)
            if text[run.start] == "…":
                called = before == "请" and folded.startswith(_ACTS, run.end)
                return called or (before in _CALLING and has_strict_slot(folded, run.end))
            slot = folded[run.end] == "年" if text[run.start] == "2" and after else has_strict_slot(folded, run.end)
            return slot and not bound
        case _:
            return symbol_is_mask(document, folded, run, emphasis)


def _replaces_name(document: Document, run: Run) -> bool:
    """Whether $$, @@, ？？ stand before the name of a place or an office; a question ends in marks, too."""
    text, folded = document.text, document.folded
    before = folded[run.start - 1 : run.start]
    if document.source.format == "markdown" or run.length > 4 or not has_strict_slot(folded, run.end):
        return False
    if slot_after(folded, run.end)[0] not in ("place", "organisation"):
        return False
    return before in ("", "\n", "\r") or before in BEFORE_CROSS or before in "，、“（" or text[run.start] in "$@&"


def _replaces_year(folded: str, run: Run) -> bool:
    """Whether a wave stands for a year, 总结~年工作, 签订~度责任书, rather than between two numbers."""
    before, after = folded[run.start - 1 : run.start], folded[run.end + 1 : run.end + 2]
    if not (is_han(before) or before in _BEFORE_WAVE) or before in _RANGED:
        return False
    return (is_han(after) or after == "，") and after not in _YEAR_ENDS


def _may_be_unknown(text: str, run: Run, slot: str) -> bool:
    """Whether the run is a single letter set apart from the words, as unknowns are in technical Markdown."""
    return (
        run.length == 1
        and not slot
        and not (is_han(text[run.start - 1 : run.start]) or is_han(text[run.end : run.end + 1]))
    )


def _is_form(folded: str) -> bool:
    """Whether the text gives a form of a document for others to fill in, as decrees on paperwork do."""
    return holds_any(folded[:FORM_REACH], _FORM)


def _may_be_quoted(text: str, mask: Mask) -> bool:
    """Whether the mask is of × or 某 and stands in quotation marks: a text may quote another without its names."""
    if not mask.style or (mask.style not in CROSSES and mask.style != MOU):
        return False
    start = mask.span.start
    for offset in range(start - 1, max(-1, start - QUOTE_REACH), -1):
        sign = text[offset]
        if sign in _OPENERS:
            return True
        if sign in _CLOSERS or sign in _LINE_ENDS:
            return False
    return False
