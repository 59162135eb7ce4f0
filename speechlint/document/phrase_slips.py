"""Words of a text that are written for others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.script import ScriptName, as_written
from speechlint.lexicon.confusions import Confusion, Confusions
from speechlint.lexicon.surnames import CLEAR, DOUBTFUL, RARE
from speechlint.lexicon.word_borders import may_be_cut
from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Of a longer string the middle would have to be a word of its own: it stands across no border of words.
LONGEST_CUT = 3
_NOT_TRADITIONAL = (ScriptName.HANS, ScriptName.UNKNOWN)
TITLE_MARKS, _TITLE_ENDS = "《〈", "》〉"
_OPENING, _CLOSING = '“‘「『"', '”’」』"'
# A pun on a set phrase is a good name for a shop, a dish or a campaign.
_NAMING = ("名为", "名叫", "取名", "题为", "店名", "品牌", "商标", "号称", "名曰", "网名")
_NAMED = (
    *("店", "馆", "楼", "阁", "轩", "坊", "居", "斋", "屋", "铺", "城", "宴", "酒", "茶", "牌", "号", "杯", "节", "奖"),
    *("公司", "集团", "餐厅", "饭庄", "品牌", "商标", "工程", "行动", "计划", "栏目", "节目", "活动", "系列", "工作室"),
)
# What is said of a word that stands in quotation marks because it is wrong.
_SPOKEN_OF = ("误", "错", "应为", "写成", "写作", "不是", "而非", "改为", "混淆", "混用", "别字", "一词", "病人")
NEAR = 12  # code points
LONGEST_TAIL = 2
LONGEST_KIND = 3
# Japanese writes 防犯, 記念 and 付属.
_KANA = Pattern("[\u3041-\u30ff]")
KANA_NEAR = 20  # code points


class PhraseSlip(NamedTuple):
    """A wrong word, and the right one in the script of the text.

    `quoted` says that it stands in a title or in somebody's own words.
    """

    span: Span
    right: str
    doubtful: bool
    taste: bool
    quoted: bool


def find_phrase_slips(document: Document, confusions: Confusions) -> Iterator[PhraseSlip]:
    """The wrong words of the tables, in order; of several that overlap the first and longest."""
    folded, last = document.folded, 0
    quoted: list[Span] | None = None
    reach = 0  # the end of the furthest quotation that begins before the word
    for start, end in sorted(document.places(confusions.words), key=lambda place: (place[0], -place[1])):
        if start < last:
            continue
        span = Span(start, end)
        entry = confusions.entry(folded[start:end])
        if entry is None or not _is_wrong(document, span, entry):
            continue
        last = end
        quoted = quoted if quoted is not None else quotations(document)
        while quoted and quoted[-1].start < start:
            reach = max(reach, quoted.pop().end)
        right = as_written(document.text, span, [entry.right])[0]
        yield PhraseSlip(span, right, "doubtful" in entry.marks, "taste" in entry.marks, quoted=reach > end)


def _is_wrong(document: Document, span: Span, entry: Confusion) -> bool:
    folded, (start, end) = document.folded, span
    # A traditional character that folds into the wrong one may be the right one itself: 答覆.
    written = span.of(document.text)
    if any(here == right != wrong for here, right, wrong in zip(written, entry.right, entry.wrong, strict=True)):
        return False
    if not entry.fits(folded, start, end):
        return False
    if "simplified" in entry.marks and document.script.name not in _NOT_TRADITIONAL:
        return False
    if not entry.needed and end - start <= LONGEST_CUT and (may_be_cut(folded, start, end) or _is_name(folded, span)):
        return False
    return not (in_japanese(folded, span) or is_spoken_of(folded, span) or _is_quoted_name(folded, span))


def _is_name(folded: str, span: Span) -> bool:
    """Whether the two characters and a surname before them stand alone between marks, as in a list of names."""
    start, end = span
    if end - start != 2 or is_han(folded[end : end + 1]):
        return False
    surname, before = folded[start - 1 : start], folded[max(0, start - 2) : start - 1]
    return bool(surname) and not is_han(before) and (surname in CLEAR or surname in DOUBTFUL or surname in RARE)


def _is_quoted_name(folded: str, span: Span) -> bool:
    """Whether the word stands alone in quotation marks beside what is named so: “面面聚到”面馆 is a pun."""
    return is_enclosed(folded, span) and is_named(folded, Span(span.start - 1, span.end + 1), LONGEST_KIND)


def is_enclosed(folded: str, span: Span) -> bool:
    """Whether quotation or title marks stand on both sides."""
    before, after = folded[max(0, span.start - 1) : span.start], folded[span.end : span.end + 1]
    return bool(before and after) and before in _OPENING + TITLE_MARKS and after in _CLOSING + _TITLE_ENDS


def is_named(folded: str, span: Span, most: int = 0) -> bool:
    """Whether a word beside the span says that a shop, a dish or a campaign is called so; `most` characters may stand
    before it, as those that say what kind of shop."""
    return folded.endswith(_NAMING, 0, span.start) or any(
        folded.startswith(_NAMED, span.end + step) for step in range(most + 1)
    )


def in_japanese(folded: str, span: Span) -> bool:
    """Whether kana stand near."""
    return _KANA.search(folded, max(0, span.start - KANA_NEAR), span.end + KANA_NEAR) is not None


def is_spoken_of(folded: str, span: Span) -> bool:
    """Whether the word stands alone in quotation marks and the sentence is about words."""
    before = folded[span.start - 1 : span.start]
    if before and before in "：:" and folded[max(0, span.start - 2) : span.start - 1] in ("误", "错"):
        return True  # 误：按装
    # “侯车室” holds a character more.
    closed = not set(_CLOSING).isdisjoint(folded[span.end : span.end + LONGEST_TAIL + 1])
    if not before or before not in _OPENING or not closed:
        return False
    around = folded[max(0, span.start - NEAR) : span.start] + folded[span.end : span.end + NEAR]
    return holds_any(around, _SPOKEN_OF)


def quotations(document: Document) -> list[Span]:
    """The titles and the quotations of somebody's own words, the last one first."""
    return [quote.span for quote in reversed(document.quotes) if quote.direct or quote.opener in TITLE_MARKS]
