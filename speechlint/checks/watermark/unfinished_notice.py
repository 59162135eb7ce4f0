"""watermark/unfinished-notice"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern

_WHOLE = Pattern(r"(?:全文|本文|原文)[^0-9，,]{0,6}(?P<amount>[0-9]+)")
_SHOWN = Pattern(r"(?:显示|顯示|展示|预览|預覽)[^0-9，,]{0,4}(?P<amount>[0-9]+)")


class UnfinishedNotice(Rule):
    """Where a preview ends, the site says that there is more: the text's whole length, how much was shown, what
    to click, the bookmark it wants set."""

    id = "watermark/unfinished-notice"
    title = Bilingual("未完提示留在稿子里", "Notice that the text goes on")
    why = Bilingual(
        "这是网站在预览断开处写的话，说明手里的稿子不全。",
        "The site wrote this where its preview breaks off: the draft at hand is not complete.",
    )
    severity = Severity.ERROR
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "删去的只是提示；提示也是稿子不全的凭据，删去之前要先找到全文。",
        "Only the notice goes; but it is the proof that the draft is not complete, so find the whole text first.",
    )
    triggers = TRIGGERS
    covers = True
    VALID = (
        Valid("未完成的工程要倒排工期。"),
        Valid("改革未完待续，我们还在路上。"),
        Valid("剩余资金继续用于修渠。"),
        Valid("剩余30%的任务年底前完成。"),
        Valid("全文共五个部分，请大家审议。"),
        Valid("大屏显示三百个点位的画面。"),
        Valid("市档案馆收藏《农书》抄本一部。"),
        Valid("文件全文另发。"),
        Valid("第七条　不得以“点击展开全文”等方式骗取点击。"),
        Valid("点击阅读原文，参加“最美渠长”投票。\n（全文约1800字）"),
    )
    INVALID = (
        Invalid("把人排好班⟦……（未完，全文共4800字，当前仅显示1200字）⟧", fixed="把人排好班"),
        Invalid("同志们：\n秋收开始了。\n⟦试读已结束⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志们：\n秋收开始了。\n⟦还剩6页未读，继续阅读⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid(
            "同志们：\n秋收开始了。\n⟦全文预览已结束⟧\n⟦收藏《在开镰仪式上的讲话》⟧\n", fixed="同志们：\n秋收开始了。\n"
        ),
        Invalid("同志们：\n秋收开始了。\n⟦点击展开全文⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid(
            "把人排好班⟦……(未完,全文共4800字,當前僅顯示1200字,請閱讀下面提示信息。⟧\n⟦收藏《在開鐮儀式上的講話》)⟧",
            fixed="把人排好班",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站的未完提示", "a site's notice that the text goes on"), lost=_lost)


def _lost(words: str) -> str | None:
    """What the notice says is missing: the whole length less what was shown."""
    whole, shown = _WHOLE.search(words), _SHOWN.search(words)
    if whole is None or shown is None or int(whole["amount"]) <= int(shown["amount"]):
        return None
    return f"{int(whole['amount']) - int(shown['amount'])}字"
