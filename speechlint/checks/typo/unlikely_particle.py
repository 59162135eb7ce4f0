"""typo/unlikely-particle"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.typo.particle_words import PARTICLE_WORDS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_PARTICLE = Pattern("[的地得]")


class UnlikelyParticle(Rule):
    """的, 地 or 得 where official prose has another of the three in the same words: 稳步的推进 for 稳步地推进.

    The sequences of four characters about the particle are unknown as they stand and known with the other one. Where a
    noun follows (稳步的推进过程), or 地 is the ground (所在地), prose knows both. Fixed phrases are typo/de-di-de's.
    """

    id = "typo/unlikely-particle"
    title = Bilingual("疑似“的”“地”“得”误用", "A 的, 地 or 得 that is likely wrong")
    why = Bilingual(
        "定语后用“的”，状语后用“地”，补语前用“得”；三字同音，最易打错。",
        "的 follows an attribute, 地 an adverb, and 得 stands before a complement; they sound the same.",
    )
    severity = Severity.WARNING
    infers = True
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "由官方文稿中的词语搭配推断，要人看过。", "It is inferred from sequences of characters in official prose."
    )
    norm = "现代汉语词典（第7版）“的”“地”“得”"
    VALID = (
        Valid("渔港所在地的政府要认真地履行职责，认真的态度值得学习。"),
        Valid("稳步的推进过程离不开船工，土地、场地、营地都要管好。"),
        Valid("取得了显著的成效，值得肯定，不得有误。"),
        Valid("更好的发展环境，更快的发展速度，更高质量的发展。"),
        Valid("因地制宜地发展渔业，各地的渔港都在发展。"),
    )
    INVALID = (
        Invalid("要更加自觉⟦的⟧把思想和行动统一到渔港建设上来。", fixed="要更加自觉地把思想和行动统一到渔港建设上来。"),
        Invalid("我們要堅定不移⟦的⟧走漁港振興之路。", fixed="我們要堅定不移地走漁港振興之路。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if _PARTICLE.search(ctx.text) is None:
            return
        text = ctx.text
        phrases = [Span(start, end) for start, end in ctx.document.places(PARTICLE_WORDS)]
        for slip in ctx.document.particle_slips:
            if any(phrase.start <= slip.span.start < phrase.end for phrase in phrases):
                continue
            wrong, around = slip.span.of(text), slip.around.of(text)
            yield ctx.found(
                slip.span,
                Bilingual(
                    f"“{around}”疑为“{slip.phrase}”：“{wrong}”应为“{slip.right}”",
                    f"“{around}” is likely meant for “{slip.phrase}”: “{slip.right}” instead of “{wrong}”",
                ),
                fix=ctx.fix(
                    Bilingual(f"改为“{slip.right}”", f"write “{slip.right}”"),
                    [Edit(slip.span, slip.right)],
                    Applicability.UNSAFE,
                ),
            )
