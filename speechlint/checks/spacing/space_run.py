"""spacing/space-run"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.spacing.strays import WIDEST, Gap, gap_between_han, waits_for_words
from speechlint.document.blanks import MARKS, WHITE, Beside
from speechlint.document.kinds import LineKind
from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import HAN, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

SHORTEST = 3
_COLONS = frozenset("：:（）()_＿")
_WIDE = Pattern(f"[^{WHITE}\r\n](?:[{WHITE}]{{3,}}|\t)[^{WHITE}\r\n]")
_STOP = Pattern("[，。；！？]")
_LABEL = Pattern(f"[{WHITE}]*[{HAN}]{{1,4}}")
_SLOTS = frozenset("年月日号届次期第共页条人元")


class SpaceRun(Rule):
    """Three blanks or more, or a tab, in the middle of a line of running text. Columns, signatures, forms, titles and
    headings spread out over the line are left alone: there blanks are layout.
    """

    id = "spacing/space-run"
    title = Bilingual("行内有成串的空格", "A run of blanks inside a line")
    why = Bilingual(
        "句子中间的一串空格多是删了内容、丢了换行留下的。",
        "Inside a sentence a run of blanks is what a deletion or a lost line break left.",
    )
    severity = Severity.HINT
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "空格处可能缺了内容，也可能该分段，要人看过。", "Something may be missing there, or a line break; look at it."
    )
    norm = "GB/T 9704-2012 7.3.3"
    VALID = (
        Valid("姓名：　　　　单位：　　　　电话："),
        Valid("品名    数量    单价\n稻谷    三车    面议"),
        Valid("会场时间    地点\n上午九点    粮站"),
        Valid("通　　　则\n第一条　为了管好粮仓，制定本办法。"),
        Valid("请于2024年    月    日前交回，逾期作废。"),
        Valid("原文　　　粮仓不得漏雨。\n\n说明　　　本条新增，各站照办。"),
        Valid("制表：周柳生    审核：方正    站长：高明"),
        Valid("柳湾粮站    站长    方正"),
        Valid("发放补助金　　　　元，已经入账。"),
        Valid("各组抓紧检\t查仓门，不要拖延。"),
        Valid("| 甲，乙    | 丙 |\n| --- | --- |", format="markdown"),
    )
    INVALID = (
        Invalid("粮仓已经腾空，⟦    ⟧晒场也扫净了。", fixed="粮仓已经腾空，晒场也扫净了。"),
        Invalid("糧倉已經騰空⟦　　　⟧曬場也掃淨了，各組照辦。", fixed="糧倉已經騰空曬場也掃淨了，各組照辦。"),
        Invalid("各组要守好仓门，⟦\t⟧夜里有人巡。", fixed="各组要守好仓门，夜里有人巡。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document, text = ctx.document, ctx.text
        for kind in (Beside.HAN, Beside.MARK):
            for span in document.blanks.beside(kind):
                length = span.end - span.start
                if (length < SHORTEST and "\t" not in span.of(text)) or not _is_slip(document, span):
                    continue
                if length <= WIDEST and kind is Beside.HAN and gap_between_han(document, span) is Gap.TORN:
                    continue  # inner-space's
                yield ctx.found(
                    span,
                    Bilingual(
                        f"句子中间有 {length} 个空白字符，应删去，缺了内容就补上",
                        f"{length} blank(s) inside the sentence; delete them, or put in what is missing",
                    ),
                    fix=ctx.fix(Bilingual("删去空格", "Delete them"), [Edit(span, "")], Applicability.UNSAFE),
                )


def _is_slip(document: Document, span: Span) -> bool:
    text, blanks = document.text, document.blanks
    before, after = text[span.start - 1], text[span.end]
    if before in _COLONS or after in _COLONS or (before in _SLOTS and after in _SLOTS):
        return False
    if not all(is_han(side) or side in MARKS for side in (before, after)) or blanks.ends_marker(span):
        return False
    if _LABEL.fullmatch(blanks.before(span)) is not None:
        return False  # 说明　　　本条新增。
    near = blanks.before(span) + span.of(text) + blanks.after(span)
    if _STOP.search(near) is None or len(_WIDE.findall(near)) > 1:
        return False
    line = document.lines.index_of(span.start)
    beside = (other for other in (line - 1, line + 1) if 0 <= other < len(document.lines))
    if any(_WIDE.search(document.text, *document.lines[other]) is not None for other in beside):
        return False
    return document.kinds[line] not in (LineKind.TITLE, LineKind.TAIL) and not waits_for_words(document, span)
