"""watermark/contact-or-url"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class ContactOrUrl(Rule):
    """An address of a site: on a line of its own, or cut into a sentence of the draft, spelt so that no filter
    finds it (`w w w`, `点com`, full-width letters). An address that a sentence names (登录…, 访问…, 网址：…), and that
    of a public body, is the draft's."""

    id = "watermark/contact-or-url"
    title = Bilingual("网址插进稿子", "Address of a site in the draft")
    why = Bilingual(
        "网站把自己的地址插进行间和句中，读稿时会照念出来。",
        "A site puts its address between lines and into sentences; it is read out with them.",
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
        Valid("请登录国家政务服务平台 www.example.gov.cn 办理。"),
        Valid("报名材料发至邮箱 baoming@example.com，逾期不候。"),
        Valid("详情见活动官网（www.example.com）。"),
        Valid("网址：https://www.example.org/notice"),
        Valid("拨打12351职工维权热线，或登录网站 www.example.com 留言。"),
        Valid("骗子冒充银行，用www.example.com骗人，大家要当心。"),
        Valid("引进example.com等企业三家。"),
        Valid("訪問本會網站 www.example.org.tw 查詢。"),
    )
    INVALID = (
        Invalid("要把农机⟦www.maitian-wen.com⟧检修好，把人手排好。", fixed="要把农机检修好，把人手排好。"),
        Invalid("今年以来，⟦www.maitian-wen.com⟧我们坚持深耕细作。", fixed="今年以来，我们坚持深耕细作。"),
        Invalid("坚持以农民为中心⟦www.maitian-wen.com⟧", fixed="坚持以农民为中心"),
        Invalid("收成好了⟦（http://www.maitian.com）⟧，人心就齐了。", fixed="收成好了，人心就齐了。"),
        Invalid("各村要⟦w w w . maitian . c o m⟧早做准备。", fixed="各村要早做准备。"),
        Invalid("同志们：\n秋收开始了。\n⟦www.maitian-wen.com⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("各村要⟦ｗｗｗ．ｍａｉｔｉａｎ．ｃｏｍ⟧早做准备。", fixed="各村要早做准备。"),
        Invalid("各村要⟦maitian点com⟧早做准备。", fixed="各村要早做准备。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站的地址", "the address of a site"))
