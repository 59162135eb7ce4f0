"""watermark/ad-block"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class AdBlock(Rule):
    """Sites put a block of advertising around a text: slogans, groups to join, offers, subscriptions. It is
    told by its features, whatever the site: what it offers, how one pays or joins, that it stands above the
    title or below the end, and that its words are not those of the draft. Slogans between two such lines go
    with them."""

    id = "watermark/ad-block"
    title = Bilingual("网站广告混进稿子", "Advertising of a site in the draft")
    why = Bilingual(
        "广告词、群号、优惠是网站加在稿子前后的，不删去就会随文印发。",
        "Slogans, group numbers and offers were put around the text by a site; left in, they go to print with it.",
    )
    severity = Severity.ERROR
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
        Valid("我们的会员已达两万人，会员单位遍布全县。"),
        Valid("欢迎扫码报名参加职工运动会，名额有限，先到先得。"),
        Valid("各级工会要关注民生，关注我们身边的困难职工。"),
        Valid("订阅党报党刊的任务已经分到各支部。"),
        Valid("培训班QQ群：123456789，请参训人员按时进群。\n联系人：王芳，电话：8880000。"),
        Valid("要办好工会微信公众号，让职工愿意看、用得上。"),
        Valid("完成工会会员实名登记，建立会员群和互助群。"),
        Valid("联系人：周明\n电话：8880000\nQQ群：238765432"),
        Valid("扫描二维码，关注“麦城发布”公众号，了解更多信息。更多精彩，敬请期待！"),
        Valid("各類會員可憑證領取紀念品，名額共三百份。"),
    )
    INVALID = (
        Invalid(
            "⟦加微信免费领取全套范文⟧\n⟦海量材料 一网打尽⟧\n⟦读者QQ群：123456700⟧\n"
            "在秋收动员会上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在秋收动员会上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "同志们：\n秋收开始了。\n谢谢大家！\n⟦更多精彩讲话稿，请关注微信公众号“麦田文稿”⟧",
            fixed="同志们：\n秋收开始了。\n谢谢大家！",
        ),
        Invalid("同志们：\n秋收开始了。\n⟦扫码进群领取更多资料⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid(
            "各位鄉親：\n收成好，大家辛苦了。\n⟦更多精彩範文,請關注微信公眾號「稻香文集」⟧\n",
            fixed="各位鄉親：\n收成好，大家辛苦了。\n",
        ),
        Invalid(
            "同志们：\n秋收开始了。\n谢谢大家！⟦更多公文材料请加客服微信：daoxiang88⟧",
            fixed="同志们：\n秋收开始了。\n谢谢大家！",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站的广告", "a site's advertising"))
