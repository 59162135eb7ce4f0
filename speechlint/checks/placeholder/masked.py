"""What the rules about masks have in common: each reports the masks of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.placeholder.values import BECAUSE, value_fix
from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_signs import MASK_SIGNS
from speechlint.document.masks import Mask
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Rule


class MaskRule(Rule):
    """Base of the rules about masks. `document.masks` finds each run once and gives it one kind, so that no run is
    reported by two of them.
    """

    severity = Severity.ERROR
    presets = {"template": None, "scraped": Severity.ERROR}
    fixes = Applicability.SAFE
    because = BECAUSE
    triggers = MASK_SIGNS
    kind: ClassVar[Kind]
    noun: ClassVar[Bilingual | None] = None  # what has to be put in; None where only the slot tells

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        kind = self.kind
        for mask in ctx.document.masks:
            if mask.kind is kind:
                yield ctx.found(
                    mask.span,
                    self.message(ctx, mask),
                    severity=Severity.HINT if mask.weak else None,
                    fix=value_fix(ctx, mask.span) if ctx.values else None,
                    notes=self.notes(ctx, mask),
                )

    def message(self, ctx: Context, mask: Mask) -> Bilingual:
        """What is missing at the mask, and what to do."""
        words = mask.span.of(ctx.text)
        zh, en = self.noun or _unnamed(mask)
        if mask.weak:
            return Bilingual(
                f"“{words}”像是待填的{zh}，照录别处的写法可以保留，否则应换成实际内容",
                f"“{words}” looks like {en} to put in; it may stay where another text is quoted",
            )
        if mask.slot:
            return Bilingual(
                f"“{words}{mask.slot}”里的“{words}”是待填的{zh}，应换成实际内容，或删去这一处",
                f"“{words}” before “{mask.slot}” stands for {en}; put the real one, or delete it",
            )
        return Bilingual(
            f"“{words}”是待填的{zh}，应换成实际内容，或删去这一处",
            f"“{words}” stands for {en}; put the real one, or delete it",
        )

    def notes(self, ctx: Context, mask: Mask) -> tuple[Bilingual, ...]:  # noqa: ARG002
        """What else helps to fill the mask."""
        return ()


def _unnamed(mask: Mask) -> Bilingual:
    """What a mask stands for that only its slot tells: a place, an organisation, or one cannot say."""
    slot = mask.slot
    if not slot:
        return Bilingual("名称或词语", "a name or a word")
    if slot[-1] in "市县縣区區省镇鎮乡鄉村州盟旗道屯港湾灣岛島路街巷江河湖山":
        return Bilingual("地名", "the name of a place")
    return Bilingual("单位名称", "the name of an organisation")
