"""typo/jiezhi"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_WORD = Literals(["截止"])
_MOMENT = Pattern(
    "[ \u3000]?(?:[0-9０-９xX×*○]{1,4}|[〇零一二三四五六七八九十]{1,4})[ \u3000]?(?:年|月(?!份?报名)|日)"
    "|[ \u3000]?(?:目前|现在|当前|今天|今日|今年|去年|昨天|昨日|本月|上月|[去今上本][年月]底|年底|月底|日前|发稿|此刻)"
)
# What is closed at a moment: 报名截止6月30日 says when, and 截止 is the verb.
_CLOSED = (
    "报名", "申报", "投稿", "征集", "征稿", "时间", "日期", "活动", "投标", "受理", "报送", "提交", "投票", "申请",
    "缴费", "预约", "注册", "登记", "募集", "认购", "推荐", "公示", "评选", "收稿", "时限", "期限", "日", "将", "已",
    "已经", "于",
)  # fmt: skip
REACH = 15  # code points that a moment may take


class Jiezhi(Rule):
    """截止 directly before a moment: 截止6月底, 截止目前. It means that something ends; up to a moment is 截至.

    截止到 is left alone, and so is the verb behind what is closed: 报名截止6月30日.
    """

    id = "typo/jiezhi"
    title = Bilingual("“截止”误作“截至”", "截止 for 截至")
    why = Bilingual(
        "“截止”是到期停止，不带时间宾语；说到某时为止，用“截至”。",
        "截止 is to close and takes no moment behind it; up to a moment is 截至.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual("后面紧跟时间，只能是“截至”。", "Directly before a moment only 截至 can stand.")
    norm = "现代汉语词典（第7版）“截止”“截至”"
    triggers = _WORD
    VALID = (
        Valid("截至6月底，渔船全部归港。"),
        Valid("报名6月底截止，逾期不候。"),
        Valid("截止日期为6月30日，截止时间另行通知。"),
        Valid("截止到6月底，渔船全部归港。"),
        Valid("投稿截止6月30日。"),
        Valid("截止阀门已经更换。"),
    )
    INVALID = (
        Invalid("⟦截止⟧6月底，渔船全部归港。", fixed="截至6月底，渔船全部归港。"),
        Invalid("⟦截止⟧目前，已清理航道三条。", fixed="截至目前，已清理航道三条。"),
        Invalid("⟦截止⟧二〇二三年底，船坞建成。", fixed="截至二〇二三年底，船坞建成。"),
        Invalid("⟦截止⟧ 9 月底，修船十二艘。", fixed="截至 9 月底，修船十二艘。"),
        Invalid("⟦截止⟧今年三月，漁港收入翻番。", fixed="截至今年三月，漁港收入翻番。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in ctx.places:
            moment = _MOMENT.match(folded, end, end + REACH)
            if moment is None or folded.endswith(_CLOSED, 0, start):
                continue
            span = Span(start, end)
            right = as_written(text, span, ["截至"])[0]
            yield ctx.found(
                span,
                Bilingual(
                    f"“{text[start : moment.end()]}”的“截止”不能带时间，应为“截至”",
                    f"截止 takes no moment behind it; “{text[start : moment.end()]}” should have 截至",
                ),
                fix=ctx.fix(Bilingual("改为“截至”", "write 截至"), [Edit(span, right)], Applicability.SAFE),
            )
