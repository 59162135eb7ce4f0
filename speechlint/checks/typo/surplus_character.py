"""typo/surplus-character"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.typo.doubled_token import DOUBLED
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern

_HAN = Pattern("[\u4e00-\u9fff]")
_TWICE = Pattern("([\u4e00-\u9fff]{1,2})\\1")


class SurplusCharacter(Rule):
    """A character or a word of two stands twice: 总书记记强调, 深入深入推进.

    The sequences over the joint were never counted in official prose, and those without the second of the two were. Two
    equal characters that end one word and begin the next (合议组组成) are left alone, and so is what people double on
    purpose (研究研究). Particles and a list of verbs and adverbs are typo/doubled-token's.
    """

    id = "typo/surplus-character"
    title = Bilingual("疑似多字", "Characters that are likely typed twice")
    why = Bilingual("同一个字或词连打了两遍。", "A character or a word was typed twice.")
    severity = Severity.WARNING
    infers = True
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "由官方文稿中的词语搭配推断，要人看过。", "It is inferred from sequences of characters in official prose."
    )
    VALID = (
        Valid("违反我国国（边）境管理规定的渔船要扣留。"),
        Valid("渔港收拾得亮亮堂堂，账目明明白白。"),
        Valid("合议组组成人员到齐，委员会会议如期召开。"),
        Valid("中国国际进口博览会，人民民主专政，事业业绩突出。"),
        Valid("这件事要研究研究再定，大家讨论讨论。"),
        Valid("天天出海，年年有余，渔民们高高兴兴。"),
        Valid("自驾游游客多，渔家乐乐趣多。"),
    )
    INVALID = (
        Invalid("学习贯彻总书⟦记记⟧重要讲话精神。", fixed="学习贯彻总书记重要讲话精神。"),
        Invalid("本办法自印发之日起施⟦行行⟧，船队照办。", fixed="本办法自印发之日起施行，船队照办。"),
        Invalid("要维护⟦社会社会⟧稳定，守好渔港。", fixed="要维护社会稳定，守好渔港。"),
        Invalid("學習貫徹總書⟦記記⟧重要講話精神。", fixed="學習貫徹總書記重要講話精神。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded, text = ctx.document.folded, ctx.text
        if _HAN.search(folded) is None:
            return  # nothing to look at, so nothing need be imported
        if not ctx.document.surplus_characters or _TWICE.search(folded) is None:
            return
        reported = {start for start, _ in ctx.document.places(DOUBLED)}
        for surplus in ctx.document.surplus_characters:
            if surplus.span.start in reported:
                continue
            word = surplus.second.of(text)
            yield ctx.found(
                surplus.span,
                Bilingual(f"“{word}”重复，应删去一个", f"“{word}” stands twice; delete one"),
                fix=ctx.fix(
                    Bilingual(f"删去一个“{word}”", f"delete one “{word}”"),
                    [Edit(surplus.second, "")],
                    Applicability.UNSAFE,
                ),
            )
