"""punctuation/range-connector"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_CONNECTORS = ("——", "--", "—", "–", "～", "~", "－", "-")
_BEFORE = "0123456789%％年月份日时点万亿元人名个米岁℃"
_SIGNS = Literals(lambda: (before + connector[0] for before in _BEFORE for connector in _CONNECTORS))
_UNIT = (
    "(?:年代?|个?月份?|日|号|时|点|分|[%％‰℃]|个百分点|[万亿]|元|人|名|个|家|户|亩|岁|公里|米|吨"
    "|公斤|天|周|小时|分钟|倍|次|项|届)"
)
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]+)?"
# Both ends are numbers, and a unit says what is counted: no telephone, no model, no date in figures, no score.
_RANGE = Pattern(
    rf"(?<![0-9A-Za-z./~～—–－-]){_NUMBER}{_UNIT}{{0,2}}(?P<connector>——|--|[—–～~－-])"
    rf"{_NUMBER}{_UNIT}(?![0-9]*[—–～~－-])"
)
LONGEST_LEFT = 16
FEWEST = 3


class RangeConnector(Rule):
    """Ranges of numbers and dates with a dash of two characters (10——15人), or with another connector than most ranges
    of the draft. A draft that uses one kind throughout is left alone, whichever it is.
    """

    id = "punctuation/range-connector"
    title = Bilingual("数值范围的连接号不一致", "Connectors of ranges are not consistent")
    why = Bilingual(
        "数值、时间的起止用一字线“—”或浪纹线“～”，全文用一种；破折号“——”不表示范围。",
        "A range has — or ～, one kind in a text; the double dash is none.",
    )
    severity = Severity.HINT
    presets = {"zh-hant": None}
    fixes = Applicability.SAFE
    because = Bilingual("只统一连接号的形式。", "Only the connector's form changes.")
    norm = "GB/T 15834-2011 4.13"
    triggers = _SIGNS
    VALID = (
        Valid("9月—10月收稻谷，亩产800—900斤。"),
        Valid("9月至10月收稻谷，11月～12月收玉米。"),
        Valid("电话0571-12345678，型号TZ-5-3，比分3-2。"),
        Valid("2024-09-03到货，9-10月再来。"),
        Valid("柳湾——石门的路通了。"),
        Valid("7月-8月晒粮，9月-10月收粮，11月-12月入库，每车2—3吨。"),
        Valid("占比为20%--这是去年的数。"),
    )
    INVALID = (
        Invalid("每组10⟦——⟧15人，轮流守夜。", fixed="每组10—15人，轮流守夜。"),
        Invalid("6月份⟦--⟧8月份收早稻。", fixed="6月份—8月份收早稻。"),
        Invalid("每组10⟦--⟧15人，輪流守夜。", fixed="每组10—15人，輪流守夜。"),
        Invalid(
            "7月—8月晒粮，9月—10月收粮，11月—12月入库，每车2⟦～⟧3吨。",
            fixed="7月—8月晒粮，9月—10月收粮，11月—12月入库，每车2—3吨。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        found = _ranges(ctx)
        counts = Counter(connector for _, connector in found if connector not in ("——", "--"))
        usual, count = counts.most_common(1)[0] if counts else ("—", 0)
        # Nothing is changed into a hyphen or a tilde from the keyboard.
        prevails = usual in ("—", "～") and count >= FEWEST and count * 2 > sum(counts.values())
        for span, connector in found:
            double = connector in ("——", "--")
            if (not double and (not prevails or connector == usual)) or ctx.document.is_written_elsewhere:
                continue
            wanted = usual if prevails else "—"
            yield ctx.found(
                span,
                Bilingual(f"表示范围的“{connector}”应为“{wanted}”", f"A range: write “{wanted}”, not “{connector}”"),
                fix=ctx.fix(
                    Bilingual(f"改为“{wanted}”", f"write “{wanted}”"), [Edit(span, wanted)], Applicability.SAFE
                ),
            )


def _ranges(ctx: Context) -> list[tuple[Span, str]]:
    text = ctx.document.folded
    found: list[tuple[Span, str]] = []
    for _, end in ctx.places:
        for match in _RANGE.finditer(text, max(0, end - LONGEST_LEFT), end + LONGEST_LEFT):
            if match.start("connector") == end - 1:
                found.append((Span(*match.span("connector")), match["connector"]))
    return found
