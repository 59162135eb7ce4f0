"""watermark/forum-noise"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class ForumNoise(Rule):
    """A forum's own words around a post: who sees it, when it was edited, replies."""

    id = "watermark/forum-noise"
    title = Bilingual("论坛用语留在稿子里", "A forum's words in the draft")
    why = Bilingual(
        "楼层、回帖、“本帖最后由”是论坛的，不是稿子的。",
        "Replies, floors and edit notices belong to the forum.",
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
        Valid("他坐在沙发上，听我们说完。"),
        Valid("网上发了帖子，当天就有回应。"),
        Valid("走访中不打招呼、不要陪同。"),
        Valid("现场签到后领取会议材料。"),
        Valid("楼主任负责本楼的消防。"),
    )
    INVALID = (
        Invalid(
            "⟦本帖最后由 麦客 于 2013-6-4 22:15 编辑⟧\n在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "⟦发表于 2013-6-4 22:15:35 | 只看该作者⟧\n在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid("同志们：\n秋收开始了。\n⟦游客，如果您要查看本帖隐藏内容请回复⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志们：\n秋收开始了。\n⟦支持楼主，沙发！⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("⟦本帖最後由 麥客 於 2013-6-4 22:15 編輯⟧\n各位鄉親：\n收成好。", fixed="各位鄉親：\n收成好。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("论坛的用语", "a forum's words"))
