"""punctuation/mixed-width-pair"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.punctuation.mark_names import NAMES
from speechlint.document.pair_slips import SlipKind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

_HALF, _FULL = Sweep("[()]"), {"(": "（", ")": "）"}


class MixedWidthPair(Rule):
    """One mark of a pair is full-width and the other is not: （…), (…）, 《…>, 【…], “…".

    The brackets of list markers belong to the numbering rules.
    """

    id = "punctuation/mixed-width-pair"
    title = Bilingual("一对标点一全一半", "A pair of marks of two widths")
    why = Bilingual(
        "成对的标点形式要一致，中文里都用全角（GB/T 15834-2011 第5.1条）。",
        "The two marks of a pair have one form; in Chinese text both are full-width.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual("另一半是全角，只换这一半的形式。", "The other half is full-width; only the form changes.")
    norm = "GB/T 15834-2011, 5.1"
    VALID = (
        Valid("主任（副主任）到会，《办法》（试行）印发。"),
        Valid("函数f(x)（见附录）"),
        Valid("（一)修渠\n（二)引水"),
        Valid("水深<3米，气温>5度，《办法》有规定。"),
        Valid('管径5"，“护渠”照常。'),
        Valid("主任(副主任)到会"),
    )
    INVALID = (
        Invalid("站长（副站长⟦)⟧都到了。", fixed="站长（副站长）都到了。"),
        Invalid("站长⟦(⟧副站长）都到了。", fixed="站长（副站长）都到了。"),
        Invalid("印发《水渠管护办法⟦>⟧以后", fixed="印发《水渠管护办法》以后"),
        Invalid("【护渠公告⟦]⟧今日开闸", fixed="【护渠公告】今日开闸"),
        Invalid('开展“护渠行动⟦"⟧以来', fixed="开展“护渠行动”以来"),
        Invalid('開展⟦"⟧護渠行動”以來', fixed="開展“護渠行動”以來"),
        Invalid("开展“护渠行动⟦〞⟧以来", fixed="开展“护渠行动”以来"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, partner = ctx.text, ctx.document.pairs.partner
        markers: set[int] | None = None
        for match in _HALF.finditer(text) if "(" in text or ")" in text else ():
            at = match.start()
            other = partner.get(at)
            if other is None or text[other] in "()":
                continue
            if markers is None:
                markers = {form.span.start for form in ctx.document.marker_forms}
            if min(at, other) not in markers:
                yield self._found(ctx, at, _FULL[text[at]])
        at = text.find("〞")
        while at >= 0:
            if text[partner.get(at, at)] == "“":
                yield self._found(ctx, at, "”")
            at = text.find("〞", at + 1)
        for slip in ctx.document.pair_slips:
            if slip.kind is SlipKind.WRONG_MARK:
                yield self._found(ctx, slip.at, slip.right)

    def _found(self, ctx: Context, at: int, right: str) -> Diagnostic:
        mark, name, span = ctx.text[at], NAMES[right], Span(at, at + 1)
        return ctx.found(
            span,
            Bilingual(
                f"{mark} 与前后另一半不成对，应为{name.zh}".rstrip(),
                f"{mark} does not match its other half; write {name.en}",
            ),
            fix=ctx.fix(
                Bilingual(f"改为{name.zh}".rstrip(), f"write {name.en}"), [Edit(span, right)], Applicability.SAFE
            ),
        )
