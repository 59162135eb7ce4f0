"""numbering/inline-run"""

from __future__ import annotations

from speechlint.checks.numbering.series import SeriesRule
from speechlint.document.outline_faults import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class InlineRun(SeriesRule):
    """一是……二是 and 一要……二要 do not run from one without a gap, in one paragraph or over several. A run may go on in
    other words (第三是 is reported by mixed-siblings), stand inside an item of another, and begin anew anywhere.

    一是一二是二, 十一是 and 一要……也要 are no runs.
    """

    id = "numbering/inline-run"
    title = Bilingual("“一是……二是”接不上", "一是……二是 out of order")
    why = Bilingual(
        "“一是”“二是”逐条念出来，跳号、重号听得最清楚。",
        "一是, 二是 are spoken one by one; a gap or a doublet is heard at once.",
    )
    kinds = frozenset(Kind)
    runs = True
    VALID = (
        Valid("一是修堤；二是清淤；三是巡查。"),
        Valid("一要快、二要稳、三要实。"),
        Valid("说一是一、说二是二，三是三。"),
        Valid("农历十一是好日子，十二是大集。"),
        Valid("一是修堤。石料要备足。\n二是清淤。人手要排开。\n三是巡查。"),
        Valid("一是修堤。要做到：一是备料，二是备人。\n二是清淤。要做到：一是排班，二是开工。"),
        Valid("这件事一是难，二是急。那件事一是远，二是险。"),
        Valid("首先是修堤，二是清淤，三是巡查。"),
        Valid("一是修堤；二是清淤。第一是备料，第二是备人。三是巡查。"),
    )
    INVALID = (
        Invalid("要做三件事：一是修堤；二是清淤；⟦四是⟧巡查。", fixed="要做三件事：一是修堤；二是清淤；三是巡查。"),
        Invalid("要做四件事：一是修堤；二是清淤；⟦四是⟧巡查。"),  # the third was lost
        Invalid("一是修堤，⟦三是⟧清淤。", fixed="一是修堤，二是清淤。"),
        Invalid("一是修堤，⟦一是⟧清淤。", fixed="一是修堤，二是清淤。"),
        Invalid("一要修堤，二要清淤，⟦二要⟧巡查，三要值守。", fixed="一要修堤，二要清淤，三要巡查，四要值守。"),
        Invalid(
            "一是修堤。石料要備足。\n二是清淤。\n⟦四是⟧巡查。\n五是值守。",
            fixed="一是修堤。石料要備足。\n二是清淤。\n三是巡查。\n四是值守。",
        ),
        Invalid("一是修堤；⟦三是⟧清淤；二是巡查；四是值守。", fixed="一是修堤；二是清淤；三是巡查；四是值守。"),
        Invalid("各村都要出力。⟦二是⟧修堤；三是清淤。"),
    )
