"""watermark/page-footer"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS, ends_sentence, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_DIGITS = "0123456789０１２３４５６７８９"
_FOOTER_SIGNS = Literals(
    ("页", *(digit + blank + sign for digit in _DIGITS for blank in ("", " ") for sign in "/／-—–－"))
)
LONGEST_FOOTER = 30
# Two fractions of one kind on the same page are figures; numbers of pages stand a page apart.
SHORTEST_PAGE = 60
_GAP = "[ \u3000]{0,2}"
_N = f"{_GAP}[0-9０-９]{{1,4}}{_GAP}"
_PAGE = f"第{_N}[页頁]"
_OF = rf"[ \u3000,，/／|]*共{_N}[页頁]"
_NAMED = Pattern(rf"[（(【\[]?(?:{_PAGE}(?:{_OF}|[ /／]*{_N}[页頁]?)?|共{_N}[页頁][ \u3000,，/／|]*{_PAGE})[）)】\]]?")
_DASHED = Pattern(rf"[-—–－]{{1,2}}{_GAP}(?P<n>[0-9０-９]{{1,3}}){_GAP}[-—–－]{{1,2}}")
_FRACTION = Pattern(r"(?P<n>[0-9]{1,3}) ?[/／] ?(?P<m>[0-9]{1,3})(?![0-9/／.％%])")
_INSIDE = Pattern(f"[（(]?{_PAGE}{_OF}[）)]?")
# 见第3页共2处 speaks of a page.
_SPEAKS = frozenset("见見在于於如至到自从從的")


class _Footer(NamedTuple):
    span: Span
    alone: bool
    kind: str  # named, dashed, fraction
    number: int


class PageFooter(Rule):
    """The page number at the foot of a printed page came along when the text was copied: a line of its own, or, where
    the line ends were lost, in the middle of a word. A sentence that speaks of a page is left alone.
    """

    id = "watermark/page-footer"
    title = Bilingual("页脚的页码留在正文里", "Page footer left in the text")
    why = Bilingual(
        "页码由排版生成（GB/T 9704-2012 第7.5条），不属于正文；复制时带进来会打断句子。",
        "Page numbers are made by the layout and are no part of the text; copied along, they break sentences.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "独占一行、写明是页码的行，删去不动正文；只写 12/15 的行和夹在词里的页码可能另有意思，要人看过。",
        "A line that names itself a page number is nothing else; a bare 12/15, or a number in a word, may be more.",
    )
    presets = {"scraped": Severity.ERROR}
    norm = "GB/T 9704-2012, 7.5"
    triggers = _FOOTER_SIGNS
    covers = True
    VALID = (
        Valid("见第3页表2。"),
        Valid("请翻到第12页，共有五处要改。"),
        Valid("12/15名代表投了赞成票。"),
        Valid("全书共300页，第一页是序言。"),
        Valid("2020—2025年，全市新建公园30个。"),
        Valid("出席率为14/15，缺席者已请假。\n投票率为15/15，全票通过。"),
        Valid("附件：登记表（共3页）"),
        Valid("報告第5頁列出了去年的數字。"),
        Valid("-5-10℃"),
    )
    INVALID = (
        Invalid(
            "各项工作有序推进。\n⟦第3页 共9页⟧\n下一步重点抓好落实。", fixed="各项工作有序推进。\n下一步重点抓好落实。"
        ),
        Invalid("各项工作有序推进。\n⟦- 4 -⟧\n下一步重点抓好落实。", fixed="各项工作有序推进。\n下一步重点抓好落实。"),
        Invalid("一要抓培训。\n　　⟦第 2 頁／共 6 頁⟧　\n二要抓考核。", fixed="一要抓培训。\n二要抓考核。"),
        Invalid("大家辛苦了。\n⟦—12—⟧", fixed="大家辛苦了。"),
        Invalid("要把责任落⟦第1页共10页⟧到人头上。"),
        Invalid("水渠修到了地头。\n⟦3/12⟧\n泵站也通了电。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        marks = {mark.span.start for mark in document.page_marks}
        footers = [footer for footer in _find_footers(document) if footer.span.start not in marks]
        sections = _are_sections(document, [footer for footer in footers if footer.kind == "dashed"])
        for footer in footers:
            word = footer.span.of(ctx.text)
            line = document.lines.index_of(footer.span.start)
            doubtful = footer.kind == "fraction" or (sections and footer.kind == "dashed") or not footer.alone
            yield ctx.found(
                footer.span,
                Bilingual(
                    f"“{word}”是页码，不属于正文，应删去", f"“{word}” is a page number, no part of the text; delete it"
                ),
                fix=ctx.fix(
                    Bilingual(f"删去页码“{word}”", f"Delete the page number “{word}”"),
                    [Edit(document.lines.whole(line) if footer.alone else footer.span, "")],
                    Applicability.UNSAFE if doubtful else Applicability.SAFE,
                ),
            )


def _find_footers(document: Document) -> list[_Footer]:
    text, lines = document.text, document.lines
    found: dict[int, _Footer] = {}
    fractions: list[_Footer] = []
    totals: dict[int, int] = {}
    for start, end in document.places(_FOOTER_SIGNS):
        line = lines.index_of(start)
        left, right = lines.starts[line], lines.ends[line]
        if right - left <= LONGEST_FOOTER:
            footer = _alone(text, left, right)
            if footer is not None:
                found[footer.span.start] = footer
                continue
        if text[end - 1] in "页頁":
            match = _INSIDE.search(text, max(left, start - 12), min(right, end + 12))
            if match is not None and text[match.start() - 1 : match.start()] not in _SPEAKS:
                found[match.start()] = _Footer(Span(*match.span()), False, "named", 0)
        elif text[end - 1] in "/／" and (fraction := _inside(text, left, start, right)) is not None:
            fractions.append(fraction[0])
            totals[fraction[0].span.start] = fraction[1]
    for a, b in pairwise(fractions):
        apart = b.span.start - a.span.end >= SHORTEST_PAGE
        if b.number == a.number + 1 and totals[a.span.start] == totals[b.span.start] and apart:
            found[a.span.start], found[b.span.start] = a, b
    return [found[start] for start in sorted(found)]


def _alone(text: str, left: int, right: int) -> _Footer | None:
    """The footer that has the line from `left` to `right` for itself."""
    while left < right and text[left] in BLANKS:
        left += 1
    while right > left and text[right - 1] in BLANKS:
        right -= 1
    span = Span(left, right)
    if _NAMED.fullmatch(text, left, right) is not None:
        return _Footer(span, True, "named", 0)
    if (match := _DASHED.fullmatch(text, left, right)) is not None:
        return _Footer(span, True, "dashed", int(match["n"]))
    match = _FRACTION.fullmatch(text, left, right)
    if match is not None and 1 <= int(match["n"]) <= int(match["m"]) and int(match["m"]) > 1:
        return _Footer(span, True, "fraction", int(match["n"]))
    return None


def _inside(text: str, left: int, at: int, right: int) -> tuple[_Footer, int] | None:
    """A number like 3/12 with Han on both sides whose last digit before the stroke stands at `at`, and its total."""
    start = at
    while start > left and at - start < 3 and text[start - 1].isdigit():
        start -= 1
    match = _FRACTION.match(text, start, min(right, at + 10))
    if match is None or not is_han(text[start - 1 : start]) or not is_han(text[match.end() : match.end() + 1]):
        return None
    if start == left or not 1 <= int(match["n"]) <= int(match["m"]):
        return None
    return _Footer(Span(*match.span()), False, "fraction", int(match["n"])), int(match["m"])


def _are_sections(document: Document, dashed: list[_Footer]) -> bool:
    """Whether `- 1 -`, `- 2 -` … may be the author's own sections: from 1, each behind the end of a sentence."""
    if len(dashed) < 2 or dashed[0].number != 1:
        return False
    # Before the first stands a title, or nothing.
    later = [footer.span.start for footer in dashed if footer.span.start > 2 * SHORTEST_PAGE or footer.number > 1]
    return all(ends_sentence(document.text[max(0, start - 40) : start]) for start in later)
