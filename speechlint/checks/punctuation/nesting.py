"""punctuation/nesting"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import is_han
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

_INNER = {"“": "‘’", "‘": "“”", "「": "『』", "『": "「」", "《": "〈〉"}
_ANGLES = Sweep(r"<([^<>《》\r\n]{2,60})>")
# A quotation longer than this may be two whose marks slipped; then a person should look.
SURE = 100


class Nesting(Rule):
    """Quotation marks inside quotation marks of the same form, and title marks inside title marks."""

    id = "punctuation/nesting"
    title = Bilingual("引号里又用了同样的引号", "The same marks inside one another")
    why = Bilingual(
        "引号里再用引号，外双内单；书名号里再用书名号，也是外双内单（GB/T 15834-2011 第4.8.3.4、4.15.3.5条）。",
        "Inside double quotation marks stand single ones, inside title marks single title marks.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "里外两层都成对，只换里层的形式；外层很长的要人看过。",
        "Both pairs are whole, only the form of the inner one changes; a long outer one should be looked at.",
    )
    norm = "GB/T 15834-2011, 4.8.3.4, 4.15.3.5"
    VALID = (
        Valid("他说：“老周讲‘先查泵’，我同意。”"),
        Valid("《关于〈办法〉的说明》"),
        Valid("《论“三农”》和“读《港志》”"),
        Valid("「守好『海堤』」"),
        Valid("“护渠”“护林”两支队伍"),
        Valid("“学《论“三农”》”的活动"),
        Valid("水深<3米，气温>5度"),
    )
    INVALID = (
        Invalid("他说：“老周讲⟦“先查泵”⟧，我同意。”", fixed="他说：“老周讲‘先查泵’，我同意。”"),
        Invalid("《关于⟦《水渠办法》⟧的说明》", fixed="《关于〈水渠办法〉的说明》"),
        Invalid("《关于修改⟦<水渠办法>⟧的决定》", fixed="《关于修改〈水渠办法〉的决定》"),
        Invalid("「守好⟦「海堤」⟧」，人人有責。", fixed="「守好『海堤』」，人人有責。"),
        Invalid("《〈港志〉与⟦《水經》⟧的比較》", fixed="《〈港志〉与〈水經〉的比較》"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, partner = ctx.text, ctx.document.pairs.partner
        for nested in ctx.document.pairs.nested:
            marks = _INNER.get(text[nested.opener])
            if marks is None or text[nested.opener] != text[nested.outer_opener]:
                continue
            if not any(map(is_han, text[nested.opener + 1 : min(nested.closer, nested.opener + SURE)])):
                continue
            sure = nested.outer_closer - nested.outer_opener <= SURE
            yield self._found(ctx, Span(nested.opener, nested.closer + 1), marks, sure=sure)
        for match in _ANGLES.finditer(text) if "<" in text else ():
            start = text.rfind("《", max(0, match.start() - 60), match.start())
            if start >= 0 and partner.get(start, 0) >= match.end() and any(map(is_han, match[1])):
                yield self._found(ctx, Span(*match.span()), "〈〉", sure=True)

    def _found(self, ctx: Context, span: Span, marks: str, *, sure: bool) -> Diagnostic:
        text, (start, end) = ctx.text, span
        shown = text[start:end] if end - start <= 20 else f"{text[start : start + 9]}…{text[end - 9 : end]}"
        right = Bilingual(f"里层应为“{marks[0]}{marks[1]}”", f"the inner marks should be “{marks[0]}{marks[1]}”")
        return ctx.found(
            span,
            Bilingual(
                f"“{shown}”与外层用了同样的标点，{right.zh}", f"“{shown}” has the marks of the outer; {right.en}"
            ),
            fix=ctx.fix(
                Bilingual(f"里层改为“{marks[0]}{marks[1]}”", f"write “{marks[0]}{marks[1]}” inside"),
                [
                    Edit(Span(span.start, span.start + 1), marks[0]),
                    Edit(Span(span.end - 1, span.end), marks[1]),
                ],
                Applicability.SAFE if sure else Applicability.UNSAFE,
            ),
        )
