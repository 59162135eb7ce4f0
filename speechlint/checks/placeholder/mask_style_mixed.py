"""placeholder/mask-style-mixed"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_signs import MASK_SIGNS, MOU
from speechlint.document.masks import Mask
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span

# 20xx is a year's own style, and blanks have none.
_APART = (Kind.YEAR, Kind.BLANK)


class MaskStyleMixed(Rule):
    """One draft writes its masks in one way, so that a search finds them all. One finding a document, at the first
    mask in another style than most.
    """

    id = "placeholder/mask-style-mixed"
    title = Bilingual("占位写法不统一", "Masks in several styles")
    why = Bilingual("X、x、××、某混用，查找替换时容易漏。", "With several styles, a search for one misses the others.")
    severity = Severity.HINT
    presets = {"template": None}
    fixes = Applicability.UNSAFE
    because = Bilingual("写法不同可能是有意区分不同的名称。", "Another style may be meant for another name.")
    triggers = MASK_SIGNS
    whole = True
    VALID = (
        Valid("X市和X县，XX书记和XX局长，都写X。"),
        Valid("20xx年，X市的X镇通了船。"),
        Valid("體檢有X光，培訓xx人次，請xx老師。"),
    )
    INVALID = (
        Invalid("X市、X县、⟦x⟧镇三级联动。", fixed="X市、X县、X镇三级联动。"),
        Invalid("请××县、××镇和⟦XX⟧村报名。", fixed="请××县、××镇和××村报名。"),
        Invalid("XX縣、XX鎮和⟦△△⟧局的代表", fixed="XX縣、XX鎮和XX局的代表"),
        Invalid("XX局工作总结\nXX局和XX站都很努力，⟦某某⟧单位也来了。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        masks = [mask for mask in ctx.document.masks if mask.kind not in _APART and not mask.weak]
        styles = Counter([mask.style for mask in masks])
        if len(styles) < 2:
            return
        ranked = styles.most_common()
        main = ranked[0][0]
        others = [mask for mask in masks if mask.style != main]
        shown = "、".join([f"“{style}”{count}处" for style, count in ranked])
        counts = ", ".join([f"“{style}” {count}×" for style, count in ranked])
        yield ctx.found(
            others[0].span,
            Bilingual(
                f"占位写法不统一：{shown}，宜统一为“{main}”",
                f"Masks in several styles: {counts}; “{main}” is used most",
            ),
            fix=_unify(ctx, others, main) if MOU not in styles else None,
        )


def _unify(ctx: Context, others: list[Mask], main: str) -> Fix:
    text = ctx.text
    edits = [
        Edit(Span(offset, offset + 1), main)
        for (start, end), _, style, _, _ in others
        for offset in range(start, end)
        if text[offset] == style
    ]
    return ctx.fix(Bilingual(f"占位统一写作“{main}”", f"Write every mask “{main}”"), edits, Applicability.UNSAFE)
