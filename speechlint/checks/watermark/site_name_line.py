"""watermark/site-name-line"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class SiteNameLine(Rule):
    """The name of a site on a line of its own, above the title or among advertising, behind the title
    (`…讲话_某某文库`), or spaced out inside a sentence so that no filter finds it. No site is known by name: its form
    and its place tell."""

    id = "watermark/site-name-line"
    title = Bilingual("网站名称混进稿子", "Name of a site in the draft")
    why = Bilingual(
        "站名是网站的招牌，不是标题，也不是落款。",
        "The name of a site is neither title nor signature.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整行或整处删去，正文一字不动；但只有人能断定这几个字真不是正文。",
        "The line or the notice goes and no word of the draft; yet only a person can be sure that it is none.",
    )
    triggers = TRIGGERS
    whole = True
    covers = True
    VALID = (
        Valid("中国总工会\n在劳模座谈会上的讲话\n同志们：\n大家好。"),
        Valid("麦田日报社\n2024年5月1日"),
        Valid("公文写作讲座开班式上的讲话\n同志们：\n大家好。"),
        Valid("文秘工作要点\n同志们：\n今年的文秘工作有三件事。"),
        Valid("我公文网市场调查做完了，全省公文网县级站点都通了。"),
        Valid("建成县级职工文库三个，藏书两万册。"),
    )
    INVALID = (
        Invalid(
            "⟦麦田文秘网⟧\n在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "在开镰仪式上的讲话⟦_麦田文库⟧\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "同志们：\n今年我⟦新文秘网⟧市的秋粮收得早。\n",
            fixed="同志们：\n今年我市的秋粮收得早。\n",
        ),
        Invalid(
            "在開鐮儀式上的講話⟦ - 麥田公文網⟧\n同志們：\n開始吧。", fixed="在開鐮儀式上的講話\n同志們：\n開始吧。"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站的名称", "the name of a site"))
