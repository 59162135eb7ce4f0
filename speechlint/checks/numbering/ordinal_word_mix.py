"""numbering/ordinal-word-mix"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.styles import LAST, SIDES, in_style_of, is_worded, mixed_series
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Marker
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class OrdinalWordMix(Rule):
    """首先 goes with 其次, 再次 and 最后; 第一 with 第二; 一方面 with 另一方面. Where one list has both kinds, the
    items of the rarer kind are reported. 最后 may close a list of any kind.
    """

    id = "numbering/ordinal-word-mix"
    title = Bilingual("“首先”与“第二”混用", "首先 mixed with 第二")
    why = Bilingual(
        "“首先”与“其次”“再次”“最后”相应，“第一”与“第二”相应，“一方面”与“另一方面”相应。",
        "首先 is followed by 其次, 第一 by 第二, 一方面 by 另一方面.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "只换序次语；层次是否一致要人看过。", "Only the ordinals change; whether they are of one list, a person knows."
    )
    triggers = MARKER_SIGNS
    VALID = (
        Valid("首先，修堤。其次，清淤。再次，巡查。最后，总结。"),
        Valid("第一，修堤。第二，清淤。最后，总结。"),
        Valid("首先，我代表镇里向大家问好。第一，堤要修。第二，渠要清。"),
        Valid("一方面，堤要修。另一方面，渠要清。"),
        Valid("我们首先要修堤，第二要清淤。"),
        Valid("首先要把堤修好。其次是清淤。"),
        Valid("一方面堤要修：一是备料，二是备人。另一方面渠要清。"),
    )
    INVALID = (
        Invalid("首先，修堤。其次，清淤。⟦第三，⟧巡查。", fixed="首先，修堤。其次，清淤。再次，巡查。"),
        Invalid("⟦首先，⟧修堤。第二，清淤。第三，巡查。", fixed="第一，修堤。第二，清淤。第三，巡查。"),
        Invalid("⟦首先，⟧修堤。二是清淤。三是巡查。", fixed="一是修堤。二是清淤。三是巡查。"),
        Invalid("一方面，堤要修。⟦二是⟧渠要清。"),
        Invalid(
            "⟦首先，⟧築堤。第二，清渠。第三，巡查。最後，總結。",
            fixed="第一，築堤。第二，清渠。第三，巡查。最後，總結。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for series in mixed_series(ctx):
            markers = [item.marker for item in series.items if item.marker.word not in LAST]
            worded = [marker for marker in markers if is_worded(marker)]
            counted = [marker for marker in markers if not is_worded(marker)]
            if not worded or not counted:
                continue
            into_words = len(worded) > len(counted) or worded[0].word in SIDES
            wrong, model = (counted, worded[0]) if into_words else (worded, counted[0])
            others = worded if into_words else counted
            kind = others[0].word if into_words else others[0].span.of(ctx.text).rstrip("，,、：:")
            for marker in wrong:
                word = marker.span.of(ctx.text)
                yield ctx.found(
                    marker.span,
                    Bilingual(
                        f"同组另有“{kind}”，这里写成“{word}”，序次语不相应",
                        f"the list has “{kind}” too, and here “{word}”; they do not go together",
                    ),
                    fix=_fix(ctx, model, marker),
                )


def _fix(ctx: Context, model: Marker, marker: Marker) -> Fix | None:
    if marker.ordinal is None or model.word in SIDES or marker.word in SIDES:
        return None
    try:
        right = in_style_of(ctx, model, marker.ordinal)
    except ValueError:
        return None
    return ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(marker.span, right)], Applicability.UNSAFE)
