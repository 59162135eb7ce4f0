"""placeholder/blank-field"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.checks.redaction.blanks_wanted import wants_blanks
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Valid
from speechlint.text.words import holds_any

# What stands beside a blank that is signed by hand.
_SIGNED = ("签字", "签名", "签章", "盖章", "签署", "承诺人", "经办人", "班别", "回条")
LONGEST_LINE, LINES_ABOVE = 80, 3  # the date may stand below the seal and the signature


class BlankField(MaskRule):
    """Underlines and gaps that were left to be filled: ____年, 第　　号, 2024年　月　日, （　　）. A test paper or
    a form that says so wants them, and where somebody is to sign they are a hint.
    """

    id = "placeholder/blank-field"
    title = Bilingual("空格没有填", "A blank is still to be filled in")
    why = Bilingual("下划线和空格是留给套用者填的，定稿不能有。", "Underlines and gaps are for whoever fills the form.")
    norm = "GB/T 9704-2012 7.3.5"
    kind = Kind.BLANK
    VALID = (
        Valid("2024年5月1日，第 3 号令，2024 年 4 月 5 日。"),
        Valid("变量名user__id和__init__不用改。"),
        Valid("上面画一条线\n____________\n下面签字"),
        Valid("试题\n我国最长的河是____，（　　）是第二长河。"),
        Valid("5月 日本客商来访，第 二组到岗。"),
        Valid("漁業局：□是　□否（單選）"),
    )
    INVALID = (
        Invalid("⟦____⟧年⟦__⟧月⟦__⟧日，在⟦__⟧总站集合。"),
        Invalid("甲方（签字）：⟦________⟧　乙方（盖章）：⟦________⟧"),
        Invalid("渔发〔2024〕第⟦    ⟧号"),
        Invalid("印发时间：2024年⟦　月　⟧日"),
        Invalid("《⟦__⟧日報》刊登了消息。"),
        Invalid("一行人于⟦——年月日⟧到站。"),
        Invalid("带队的是⟦（　　）⟧同志，共⟦   ⟧人。"),
        Invalid("在⟦__⟧总站集合", fixed="在江北总站集合", values={"__总站": "江北总站"}),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        found = super().check(ctx)
        first = next(found, None)
        if first is None or wants_blanks(ctx.text):
            return
        for finding in (first, *found):
            yield replace(finding, severity=Severity.HINT) if _is_signed(ctx, finding) else finding

    def message(self, words: str, slot: str, weak: bool) -> Bilingual:  # noqa: ARG002
        if slot:
            return Bilingual(
                f"“{slot}”前面的空没有填，应补上内容，或删去这一处",
                f"The blank before “{slot}” is empty; fill it, or delete it",
            )
        return Bilingual(
            f"“{words}”这处空没有填，应补上内容，或删去这一处", f"The blank “{words}” is empty; fill it, or delete it"
        )


def _is_signed(ctx: Context, finding: Diagnostic) -> bool:
    """Whether the blank is for a hand: on a line of signatures, or on the line of dates a few lines below."""
    lines, folded = ctx.document.lines, ctx.document.folded
    line = lines.index_of(finding.span.start)
    start = lines.starts[line]
    above = folded[max(lines.starts[max(0, line - LINES_ABOVE)], start - LONGEST_LINE) : start]
    here = folded[start : min(lines.ends[line], start + LONGEST_LINE)]
    return holds_any(here, _SIGNED) or (here.lstrip().startswith(("日期", "年", "_")) and holds_any(above, _SIGNED))
