"""watermark/button-label"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class ButtonLabel(Rule):
    """Buttons of a page and its links to other pages, copied as text: `正文复制`, `打印 收藏 关闭`, `上一篇：…`."""

    id = "watermark/button-label"
    title = Bilingual("网页按钮留在稿子里", "Buttons of a page")
    why = Bilingual(
        "按钮和“上一篇”“下一篇”是网页的，不是稿子的。",
        "Buttons and links to other pages belong to the page.",
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
        Valid("收藏：收入书架。\n返回：返回上一页。\n"),
        Valid("返回"),
        Valid("目录"),
        Valid("同志们，下一篇文章我们一起写好。"),
        Valid("收藏、分享要尊重著作权。"),
        Valid("附件下载"),
        Valid("下一篇：讲收割。各村要提前准备。"),
        Valid("打印一份，存档一份。"),
        Valid("上一篇报道说的就是他。\n我接着讲。"),
    )
    INVALID = (
        Invalid("同志们：\n秋收开始了。\n⟦正文复制  返回列表⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志们：\n秋收开始了。\n⟦【打印】【收藏】【关闭】⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid(
            "同志们：\n秋收开始了。\n⟦上一篇：春耕动员会上的讲话⟧\n⟦下一篇：没有了⟧\n", fixed="同志们：\n秋收开始了。\n"
        ),
        Invalid(
            "在开镰仪式上的讲话\n⟦字号：大 中 小  打印⟧\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid("秋收开始了。谢谢大家！⟦相关推荐：开镰致辞 收割动员⟧", fixed="秋收开始了。谢谢大家！"),
        Invalid("各位鄉親：\n收成好。\n⟦相關推薦：開鐮致辭｜收割動員⟧", fixed="各位鄉親：\n收成好。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网页上的按钮或链接", "a button or a link of a page"))
