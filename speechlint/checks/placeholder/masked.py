"""What the rules about masks have in common: each reports the masks of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from speechlint.checks.placeholder.values import BECAUSE, value_fix
from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_signs import MASK_SIGNS
from speechlint.document.masks import Mask
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Rule

# Messages about longer masks are not kept for the next ones, in code points.
LONG = 20


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
        text, language, id, severity = ctx.text, ctx.language, self.id, self.severity
        for mask in ctx.document.masks_by_kind.get(self.kind, ()):
            span, _, _, slot, weak = mask
            words = text[span.start : span.end]
            said = _said if len(words) < LONG else _said.__wrapped__
            notes = self.notes(ctx, mask)
            # What `ctx.found` does, without its detours: a draft may have thousands of masks.
            yield Diagnostic(
                id,
                span,
                said(self, words, slot, weak, language),
                Severity.HINT if weak else severity,
                value_fix(ctx, span) if ctx.values else None,
                (),
                tuple(note.into(language) for note in notes) if notes else (),
            )

    def message(self, words: str, slot: str, weak: bool) -> Bilingual:
        """What is missing at the mask of these words, and what to do."""
        zh, en = self.noun or _unnamed(slot)
        if weak:
            return Bilingual(
                f"“{words}”像是待填的{zh}，照录别处的写法可以保留，否则应换成实际内容",
                f"“{words}” looks like {en} to put in; it may stay where another text is quoted",
            )
        if slot:
            return Bilingual(
                f"“{words}{slot}”里的“{words}”是待填的{zh}，应换成实际内容，或删去这一处",
                f"“{words}” before “{slot}” stands for {en}; put the real one, or delete it",
            )
        return Bilingual(
            f"“{words}”是待填的{zh}，应换成实际内容，或删去这一处",
            f"“{words}” stands for {en}; put the real one, or delete it",
        )

    def notes(self, ctx: Context, mask: Mask) -> tuple[Bilingual, ...]:  # noqa: ARG002
        """What else helps to fill the mask."""
        return ()


@lru_cache(maxsize=512)
def _said(rule: MaskRule, words: str, slot: str, weak: bool, language: Language) -> str:
    """The rule's message; the same few words come back all through a draft."""
    return rule.message(words, slot, weak).into(language)


def _unnamed(slot: str) -> Bilingual:
    """What a mask stands for that only its slot tells: a place, an organisation, or one cannot say."""
    if not slot:
        return Bilingual("名称或词语", "a name or a word")
    if slot[-1] in "市县縣区區省镇鎮乡鄉村州盟旗道屯港湾灣岛島路街巷江河湖山":
        return Bilingual("地名", "the name of a place")
    return Bilingual("单位名称", "the name of an organisation")
