"""consistency/number-placeholder-scale"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_signs import MASK_SIGNS
from speechlint.document.masks import Mask
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import is_han

NAME = 4  # so many characters in front of two masks make them stand for one figure, in code points


class NumberPlaceholderScale(Rule):
    """登记船员X人 … 登记船员XX人: the same figure, masked by one sign and by two. Only masks with the same words before
    and the same unit behind are compared; the second one is reported.
    """

    id = "consistency/number-placeholder-scale"
    title = Bilingual("同一数字的占位长短不同", "One figure masked in two widths")
    why = Bilingual(
        "同一个数，一处占一位、一处占两位，填数时容易当成两个数。",
        "One and two signs for the same figure are easily taken for two figures.",
    )
    severity = Severity.HINT
    presets = {"template": None}
    triggers = MASK_SIGNS
    VALID = (
        Valid("登记船员X人，登记船员X人。"),
        Valid("登记船员X人，登记船舶XX艘，登记船员XX名。"),
        Valid("船员X人，船员XX人。"),
        Valid("登记船员12人，登记船员X人。"),
    )
    INVALID = (
        Invalid("全年登记船员X人。截至年底，登记船员⟦XX⟧人。"),
        Invalid("累計登記船員×××人，其中登記船員⟦×⟧人。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        first: dict[tuple[str, str], Mask] = {}
        for mask in ctx.document.masks_by_kind.get(Kind.NUMBER, ()):
            start, end = mask.span
            name = folded[max(0, start - NAME) : start]
            if len(name) < NAME or not mask.slot or not all(is_han(character) for character in name):
                continue
            other = first.setdefault((name, mask.slot), mask)
            here, there = mask.span.of(ctx.text), other.span.of(ctx.text)
            if end - start != other.span.end - other.span.start and here[:1] == there[:1]:
                yield ctx.found(
                    mask.span,
                    Bilingual(
                        f"“{name}{here}{mask.slot}”前面写作“{name}{there}{mask.slot}”，同一个数的占位应一样长",
                        f"“{here}” stands for what “{there}” stood for before; mask one figure in one way",
                    ),
                )
