"""watermark/omitted-chars"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern

_AMOUNT = Pattern(r"[0-9０-９一二三四五六七八九十百千]+\s*[余餘多来來]?\s*[个個]?(?:字|段|页|頁|行)")


class OmittedChars(Rule):
    """A preview says in the middle of the text how much it leaves out: `（此处省略512字）`, `……略去300字……`. The words
    are lost: only the notice can be deleted here."""

    id = "watermark/omitted-chars"
    title = Bilingual("正文有省略字数的提示", "Notice that text was left out")
    why = Bilingual(
        "提示说明这里被截去一段，上下文已经接不上。",
        "The notice says that a passage was cut out here; the text no longer joins.",
    )
    severity = Severity.ERROR
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整行或整处删去，正文一字不动；但只有人能断定这几个字真不是正文。",
        "The line or the notice goes and no word of the draft; yet only a person can be sure that it is none.",
    )
    triggers = TRIGGERS
    covers = True
    VALID = (
        Valid("省略号有六个点，占两个字的位置。"),
        Valid("因篇幅所限，具体数据从略。"),
        Valid("材料不超过3000字，隐藏问题要查清。"),
        Valid("讲话稿省略了称呼。"),
        Valid("（中略）他又说起当年修渠的事。"),
    )
    INVALID = (
        Invalid("渠要修好。⟦（此处省略512字）⟧人要安顿好。", fixed="渠要修好。人要安顿好。"),
        Invalid("渠要修好。⟦……略去300字……⟧人要安顿好。", fixed="渠要修好。人要安顿好。"),
        Invalid(
            "渠要修好，\n⟦……（麦田文稿www.example.com此处隐藏1290个字，会员可见）……⟧\n人要安顿好。",
            fixed="渠要修好，\n人要安顿好。",
        ),
        Invalid("⟦(开头部分已省略180字)⟧\n渠要修好。", fixed="渠要修好。"),
        Invalid("渠要修好。⟦（此處隱藏360字）⟧人要安頓好。", fixed="渠要修好。人要安頓好。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(
            ctx, Bilingual("网站截去正文的提示", "a site's notice that text was left out"), lost=_lost
        )


def _lost(words: str) -> str | None:
    amount = _AMOUNT.search(words)
    return amount.group() if amount is not None else None
