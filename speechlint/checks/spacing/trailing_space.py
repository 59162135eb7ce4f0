"""spacing/trailing-space"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.blanks import Beside
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span

_COLONS = frozenset("：:_＿")


class TrailingSpace(Rule):
    """White space behind the last word of a line. Two blanks at the end of a Markdown line break it and stay, and so
    does what a form leaves to be filled in behind a colon.
    """

    id = "spacing/trailing-space"
    title = Bilingual("行尾有空格", "White space at the end of a line")
    why = Bilingual(
        "行尾空格看不见，却会带进排版和比对；公文正文行尾不留空格。",
        "It cannot be seen, but it gets into the layout and into comparisons.",
    )
    severity = Severity.HINT
    fixes = Applicability.SAFE
    because = Bilingual("只删看不见的空格。", "Only what cannot be seen goes.")
    norm = "GB/T 9704-2012 7.3.3"
    VALID = (
        Valid("粮仓都已腾空，晾晒场也已扫净。\n　　各组按时到岗。"),
        Valid("第一行要换行  \n第二行接着写。", format="markdown"),
        Valid("经办人：　　　　\n日期：　　　　"),
        Valid("粮站值班表"),
    )
    INVALID = (
        Invalid("粮仓都已腾空。⟦ ⟧\n各组按时到岗。", fixed="粮仓都已腾空。\n各组按时到岗。"),
        Invalid("糧倉都已騰空。⟦　⟧", fixed="糧倉都已騰空。"),
        Invalid("粮站值班安排⟦  ⟧\n早班两人。", fixed="粮站值班安排\n早班两人。"),
        Invalid("粮仓都已腾空。⟦ ⟧\n各组按时到岗。", fixed="粮仓都已腾空。\n各组按时到岗。", format="markdown"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        markdown = ctx.document.source.format == "markdown"
        for span in ctx.document.blanks.beside(Beside.END):
            length = span.end - span.start
            if length > 1 and (text[span.start - 1] in _COLONS or (markdown and _breaks_line(text, span))):
                continue
            yield ctx.found(
                span,
                Bilingual(f"行尾多了 {length} 个空白字符，应删去", f"{length} blank(s) at the end of the line; delete"),
                fix=ctx.fix(Bilingual("删去行尾空格", "Delete them"), [Edit(span, "")], Applicability.SAFE),
            )


def _breaks_line(text: str, span: Span) -> bool:
    return text.startswith("  ", span.start) and span.end < len(text)
