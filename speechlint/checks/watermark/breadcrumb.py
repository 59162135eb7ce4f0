"""watermark/breadcrumb"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class Breadcrumb(Rule):
    """The way through a site to the page, and the links in its head: `当前位置：首页 > 讲话 > 正文`."""

    id = "watermark/breadcrumb"
    title = Bilingual("网站导航留在稿子里", "A site's navigation")
    why = Bilingual(
        "导航说的是网页在网站里的位置，与稿子无关。",
        "It says where on a site the page stands.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整行或整处删去，正文一字不动；但只有人能断定这几个字真不是正文。",
        "The line or the notice goes and no word of the draft; yet only a person can be sure that it is none.",
    )
    triggers = TRIGGERS
    covers = True
    VALID = (
        Valid("改进网站首页，突出办事指南。"),
        Valid("首页有误，请重新打印。"),
        Valid("精度由高到低：甲＞乙＞丙。"),
        Valid("项目当前位置良好，交通便利。"),
        Valid("点击“首页”进入系统。"),
        Valid("目前所在位置：K12+300处。"),
    )
    INVALID = (
        Invalid(
            "⟦当前位置：首页 > 讲话稿 > 正文⟧\n在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "⟦首页 » 公文范文 » 动员讲话⟧\n在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "⟦首页 新闻中心 范文大全 联系我们⟧\n在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "⟦您現在的位置：網站首頁＞領導講話＞正文⟧\n在開鐮儀式上的講話\n同志們：\n開始吧。",
            fixed="在開鐮儀式上的講話\n同志們：\n開始吧。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站的导航", "a site's navigation"))
