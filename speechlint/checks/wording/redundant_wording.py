"""wording/redundant-wording"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import as_written
from speechlint.document.wording_slips import WordingSlip, find_wording_slips
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.wordings import GAP, REDUNDANT
from speechlint.text.span import Span

# What no sense can be made of, or what is said by nobody on purpose: 切忌不要, 举办召开.
_WRONG = "wrong"


class RedundantWording(Rule):
    """Two words side by side that say the same: 目的是为了, 凯旋而归, 切忌不要, 非常十分, 是与…是一致的.

    Only such strings as good texts do not write; what goes on as another word is left alone (涉及到期债务). About
    numbers that are rough twice over, number/double-approx speaks.
    """

    id = "wording/redundant-wording"
    title = Bilingual("词语重复多余", "The same said twice")
    why = Bilingual(
        "意思相同的词叠在一起，多出来的一个不增加内容，有的还自相矛盾。",
        "Of two words with one meaning the second adds nothing, and sometimes contradicts the first.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("留哪一个，要看语气和上下文。", "Which of the two stays depends on tone and context.")
    norm = "现代汉语词典（第7版）"
    triggers = REDUNDANT.words
    VALID = (
        Valid("此案涉及到期债务，惠及到村到户的政策不变。"),
        Valid("训练的目的是强身，练兵是为了打赢。"),
        Valid("物流服务必要时由邻县支援，大家务必到场。"),
        Valid("代际间隔五年，运动队胜利归来，亲眼看到了变化。"),
        Valid("教练说过“目的是为了”是病句。"),
        Valid("道理与实践是一致的，是谁和我们一起去的并不重要。"),
        Valid("他是和领队一道来的，意见是一致的。"),
        Valid("訓練的目的是強身，選手們凱旋。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("集训的⟦目的是为了⟧提高成绩。", fixed="集训的目的是提高成绩。"),
        Invalid("健儿们⟦凯旋而归⟧。", fixed="健儿们凯旋。"),
        Invalid("比赛⟦切忌不要⟧急躁。", fixed="比赛切忌急躁。"),
        Invalid("两队实力⟦悬殊很大⟧，赛程⟦涉及到⟧六个城市。", fixed="两队实力悬殊，赛程涉及六个城市。"),
        Invalid("新赛制⟦是跟群众的期盼是一致的⟧。", fixed="新赛制跟群众的期盼是一致的。"),
        Invalid("集訓的⟦目的是為了⟧提高成績。", fixed="集訓的目的是提高成績。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for slip in find_wording_slips(ctx.document, REDUNDANT):
            word = slip.span.of(ctx.text)
            rights = as_written(ctx.text, slip.span, slip.wording.rights)
            zh, en = "”或“".join(rights), "” or “".join(rights)
            first, *others = rights
            yield ctx.found(
                slip.span,
                Bilingual(f"“{word}”意思重复，宜作“{zh}”", f"“{word}” says the same twice; write “{en}”"),
                severity=Severity.WARNING if slip.wording.note == _WRONG else Severity.HINT,
                fix=_fix(ctx, slip, first, Applicability.UNSAFE),
                suggestions=tuple(_fix(ctx, slip, other, Applicability.DISPLAY) for other in others),
            )


def _fix(ctx: Context, slip: WordingSlip, right: str, applicability: Applicability) -> Fix:
    head, gap, tail = right.partition(GAP)
    if not gap:
        edits = [Edit(slip.span, right)]
    else:
        parts = ((Span(slip.span.start, slip.gap.start), head), (Span(slip.gap.end, slip.span.end), tail))
        edits = [Edit(span, words) for span, words in parts if words != span.of(ctx.text)]
    return ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), edits, applicability)
