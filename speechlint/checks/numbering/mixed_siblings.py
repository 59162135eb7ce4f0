"""numbering/mixed-siblings"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.styles import LAST, in_style_of, is_worded, mixed_series, prevailing
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Marker
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span


class MixedSiblings(Rule):
    """The items of one list are counted in different ways: 一是……二是……第三是, or 二、 followed by （三）. Each item
    that departs from the list's own way is reported.

    Lists inside one another have ways of their own; 1、 beside 1. is arabic-dunhao, 首先 beside 第二 ordinal-word-mix.
    """

    id = "numbering/mixed-siblings"
    title = Bilingual("同级序号写法不一", "Items of one list counted in different ways")
    why = Bilingual(
        "同一层次的序号用同一种写法，听的人才知道讲到了第几条。",
        "The items of one list are counted in one way, or the audience loses count.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "只换序号的写法；但这一条也可能属于另一层，须人看过。",
        "Only the marker is written anew; but the item may be one of another list, so somebody should look.",
    )
    norm = "GB/T 9704-2012, 7.3.3"
    triggers = MARKER_SIGNS
    VALID = (
        Valid("一是修堤；二是清淤；三是巡查。"),
        Valid("一、修堤\n（一）备料\n（二）备人\n二、清淤"),
        Valid("一是修堤，第一，备料；第二，备人。二是清淤。"),
        Valid("第一，修堤。第二，清淤。最后，巡查。"),
        Valid("一、修堤\n1.备料\n2.备人\n（1）老把式\n（2）壮劳力\n3.备粮"),
        Valid("一、修堤\n1、备料\n2.备人"),
        Valid("（一）修堤\n1.备料\n2.备人\n(二)清淤\n1.排班\n2.开工"),
        Valid("一是一，二是二，第三是后话。"),
        Valid("首先，修堤。其次，清淤。"),
    )
    INVALID = (
        Invalid(
            "一是堤修得牢；二是渠清得净；⟦第三是⟧人到得齐；⟦第四是⟧料备得足。",
            fixed="一是堤修得牢；二是渠清得净；三是人到得齐；四是料备得足。",
        ),
        Invalid("一、修堤\n二、清淤\n⟦（三）⟧巡查\n四、值守", fixed="一、修堤\n二、清淤\n三、巡查\n四、值守"),
        Invalid("1.修堤\n⟦（2）⟧清淤\n3.巡查", fixed="1.修堤\n2.清淤\n3.巡查"),
        Invalid("⟦一是⟧修堤。第二，清淤。第三，巡查。", fixed="第一，修堤。第二，清淤。第三，巡查。"),
        Invalid("一要修堤，二要清淤，⟦三是⟧巡查要勤。", fixed="一要修堤，二要清淤，三要巡查要勤。"),
        Invalid("一要修堤，二要清淤，⟦三是⟧要勤巡查。", fixed="一要修堤，二要清淤，三要勤巡查。"),
        Invalid("①備料；②備人；⟦（3）⟧備糧；④備船。", fixed="①備料；②備人；③備糧；④備船。"),
        Invalid("第一是修堤。第二是清淤。⟦三是⟧巡查。", fixed="第一是修堤。第二是清淤。第三是巡查。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for series in mixed_series(ctx):
            markers = [item.marker for item in series.items if item.marker.word not in LAST]
            if any(is_worded(marker) for marker in markers):
                continue
            model = prevailing(markers)
            wanted = model.span.of(ctx.text)
            for marker in markers:
                if marker.style == model.style:
                    continue
                word = marker.span.of(ctx.text)
                yield ctx.found(
                    marker.span,
                    Bilingual(
                        f"同组序号用的是“{wanted}”，这里写成“{word}”，应统一",
                        f"the list counts with “{wanted}”, and here with “{word}”; use one way",
                    ),
                    fix=_fix(ctx, model, marker),
                )


def _fix(ctx: Context, model: Marker, marker: Marker) -> Fix | None:
    # A marker that a page mark tears apart is joined first.
    if marker.ordinal is None or "\n" in marker.span.of(ctx.text):
        return None
    try:
        right = in_style_of(ctx, model, marker.ordinal)
    except ValueError:
        return None
    start, end = marker.span
    if right[-1] in "是要" and ctx.text[end : end + 1] == right[-1]:  # 三是要快 among 一要 二要
        end += 1
    edit = Edit(Span(start, end), right)
    return ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [edit], Applicability.UNSAFE)
