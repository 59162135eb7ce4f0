"""wording/missing-or-surplus-part"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.sentence_frames import FRAME_WORDS, frame_faults
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals

_WORDS = Literals(FRAME_WORDS)


class MissingOrSurplusPart(Rule):
    """Sentences that lack a part or have one too many: 通过……，使…… without a subject, 采取……相结合 without a noun,
    努力……做出了, two frames blended into one, 不仅 with nothing behind it. Hints for the writer's ear.
    """

    id = "wording/missing-or-surplus-part"
    title = Bilingual("句子成分残缺或多余", "A sentence lacks a part, or has one too many")
    why = Bilingual(
        "句子缺了主语、中心语，或者两种句式套在一起，念出来不顺，意思也会走样。",
        "A sentence without its subject or noun, or of two frames in one, reads badly aloud and may be misunderstood.",
    )
    severity = Severity.HINT
    triggers = _WORDS
    VALID = (
        Valid("通过巡堤，我们摸清了底数。这次改造使渔港换了样。"),
        Valid("坚持管护与开发相结合，采取专业与群众相结合的办法。"),
        Valid("我们努力在前，成绩在后；今年力争实现增收。"),
        Valid("在大家的努力下取得了好收成。"),
        Valid("作为船长，对船员来说就是主心骨。"),
        Valid("当前情况下，当地条件下，在有准备的前提下出海。"),
        Valid("要有决心，通过巡堤，使港口更安全。"),
        Valid("看的是实绩，而不仅仅是名头。不仅是虾塘，蟹塘同样丰收。"),
        Valid("不仅要修港，还要通路；不仅如此，船也要新。"),
        Valid("不仅船多。而且人勤。"),
        Valid("既要抓产量，又要抓安全。"),
        Valid("采取政府、渔民相结合、上下相结合的办法。"),
        Valid("漁港既要通航，也要通車。"),
    )
    INVALID = (
        Invalid("⟦通过这次巡堤，使⟧我们摸清了底数。"),
        Invalid("⟦在乡亲们的帮助下，使⟧渔港换了样。"),
        Invalid("培训⟦采取船上和岸上相结合⟧，办了九期。"),
        Invalid("我们要努力在护堤保港中⟦做出了⟧成绩，年内力争⟦实现了⟧增收。"),
        Invalid("⟦作为渔民来说⟧，最盼的是好天气。"),
        Invalid("⟦当风力减弱的情况下⟧，方可出海。"),
        Invalid("港区⟦不仅⟧要修好码头。"),
        Invalid("我们⟦既要⟧抓产量。"),
        Invalid("⟦通過這次巡堤，使⟧大家摸清了底數。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for span, message in frame_faults(ctx.document.folded, ctx.places):
            words = span.of(ctx.text)
            yield ctx.found(span, Bilingual(message.zh.format(words), message.en.format(words)))
