"""watermark/paywall"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class Paywall(Rule):
    """What a site says where it keeps the rest for members: sign in, pay, points, downloads."""

    id = "watermark/paywall"
    title = Bilingual("付费或登录提示留在稿子里", "Demand for payment or sign-in")
    why = Bilingual(
        "要登录、要付费、要积分的话是网站对读者说的，不是讲话人说的。",
        "The site speaks to its readers here; the speaker does not.",
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
        Valid("随迁子女积分入学政策已经落地，今年新增学位三百个。"),
        Valid("推广工会会员普惠服务，会员凭卡享受优惠。"),
        Valid("职工可登录平台查看培训课程，下载学习资料。"),
        Valid("本届会员大会选出正式会员代表八十名。"),
        Valid("积分超市里，50积分兑换一袋洗衣粉。"),
        Valid("请先登录系统，再上传申报材料。"),
        Valid("候机厅设VIP通道一条。"),
        Valid("投标人登录交易平台后免费下载比选文件，凭数字证书解密。"),
        Valid("网络书店提供会员充值服务的，应当公示退款办法；充值类投诉同比下降一成。"),
        Valid("請會員於會前登入系統完成報到。"),
    )
    INVALID = (
        Invalid(
            "我们一户一户地走。⟦（登录后可阅读全文）⟧雨停之后再走一遍。", fixed="我们一户一户地走。雨停之后再走一遍。"
        ),
        Invalid("同志们：\n秋收开始了。\n⟦本文需要5积分下载⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志们：\n秋收开始了。\n⟦开通VIP会员，畅读全站文档⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志们：\n秋收开始了。\n⟦您还需要先登录⟧\n⟦本次阅读消耗1篇配额⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志們：\n雨停了。⟦（正式會員可完整閱讀）⟧\n散會。", fixed="同志們：\n雨停了。\n散會。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站的付费或登录提示", "a site's demand for payment or sign-in"))
