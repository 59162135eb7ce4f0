"""consistency/year-mask-mix"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_signs import MASK_SIGNS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

REACH = 40  # code points
_YEAR = "(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
_DAY = "年?度?(?:[ ]?[0-9XxＸ×*]{1,2}[ ]?月)?(?:[ ]?[0-9XxＸ×*]{1,2}[ ]?日)?[ ]?"
_PAST, _NEXT = "(?:总结|回顾|完成情况|工作情况|报告)", "(?:安排|计划|打算|思路|要点|部署|谋划|目标)"
_JOINT = "(?:[—–~～-]{1,2}|至|到|、)"
_REPORT = f"年?度?[{HAN}]{{0,12}}{_PAST}[{HAN}]{{0,4}}[和与及、，]"
_PLAN = f"年?度?[{HAN}]{{0,8}}{_NEXT}"
# What may stand between a masked year and the real one of the same pair, and the other way round.
_BEHIND = Pattern(f"(?:{_DAY}{_JOINT}{_YEAR}年|{_REPORT}{_YEAR}{_PLAN})")
_BEFORE = Pattern(f"(?:{_YEAR}{_DAY}{_JOINT}|{_YEAR}{_REPORT}(?={{mask}}))$".replace("(?={mask})", ""))
_PLAN_BEHIND = Pattern(f"{_DAY}{_JOINT}|{_PLAN}|年")


class YearMaskMix(Rule):
    """20xx年工作总结和2024年工作安排: of two years that belong together, one is masked and one is real. Years that only
    stand in the same text are no pair. The mask itself is reported by another rule; this one points to the real year.
    """

    id = "consistency/year-mask-mix"
    title = Bilingual("成对的年份一个隐去、一个写明", "Of a pair of years, one is masked")
    why = Bilingual(
        "前后年份本是一对，一处隐去、一处写明，隐去的那一处也就能推出来，定稿也会前后不一。",
        "The two years belong together; the real one gives the masked one away, or the masked one was forgotten.",
    )
    severity = Severity.WARNING
    presets = {"template": None}
    triggers = MASK_SIGNS
    VALID = (
        Valid("20xx年工作总结和20xx年工作安排"),
        Valid("2023年工作总结和2024年工作安排"),
        Valid("20xx年，渔港扩建；早在1998年，这里就通了航。"),
        Valid("2016年以来渔业增产，20xx年是丰收年。"),
        Valid("20xx年X月至20xx年X月，修了三座码头。"),
    )
    INVALID = (
        Invalid("20xx年渔业工作总结和⟦2024⟧年工作安排"),
        Invalid("20xx年3月至⟦2021⟧年5月，修了三座码头。"),
        Invalid("⟦2019⟧—20xx年，渔船换了一遍。"),
        Invalid("關於20xx年的工作總結和⟦2017⟧年工作安排"),
        Invalid("汇报⟦2023⟧年渔港工作总结及20xx年工作打算。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        told = -1
        for mask in ctx.document.masks_by_kind.get(Kind.YEAR, ()):
            start, end = mask.span
            before = _BEFORE.search(folded, max(0, start - REACH), start)
            if before is not None and _PLAN_BEHIND.match(folded, end, end + REACH) is None:
                before = None
            for match in (before, _BEHIND.match(folded, end, end + REACH)):
                if match is not None and match.start("year") > told:
                    told = match.start("year")
                    yield _report(ctx, mask.span, Span(*match.span("year")))


def _report(ctx: Context, mask: Span, year: Span) -> Diagnostic:
    real, masked = year.of(ctx.text), mask.of(ctx.text)
    return ctx.found(
        year,
        Bilingual(
            f"这里写明了“{real}年”，与它成对的“{masked}年”却是占位，应都写明",
            f"“{real}” is real, but “{masked}”, which belongs to it, is masked; put both",
        ),
    )
