"""numbering/di-dunhao"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.checks.numbering.forms import forms_of, report_form
from speechlint.document.form_grammar import FORM_SIGNS
from speechlint.document.form_readings import MarkerForm, Mistake
from speechlint.document.headings import Heading
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS

LONGEST_HEADING = 60


class DiDunhao(Rule):
    """Behind 第一, 首先 and 其一 stands a comma. Where 第一、 opens the headings of a draft, they should be numbered
    一、 二、: that fix is unsafe, and it is not offered where the draft has headings 一、 already.

    Things counted side by side (第一、第二产业; 第三、四季度) are left alone.
    """

    id = "numbering/di-dunhao"
    title = Bilingual("“第一”“首先”后用了顿号", "Enumeration comma behind 第一 or 首先")
    why = Bilingual(
        "“第”“其”字头的序次语和“首先”等后面用逗号；作小标题的，公文用“一、”。",
        "A comma goes with 第一, 首先 and their like; as a heading's number a document has 一、.",
    )
    severity = Severity.WARNING
    presets = {"zh-hant": None}
    fixes = Applicability.SAFE
    because = Bilingual(
        "文中换逗号不动文字，是安全的；小标题换成“一、”要动字，须人看过。",
        "A comma inside a paragraph changes no word; to number headings anew does, so somebody should look.",
    )
    norm = "GB/T 15834-2011, B.3.1; GB/T 9704-2012, 7.3.3"
    triggers = FORM_SIGNS
    VALID = (
        Valid("第一，修渠要快。第二，引水要稳。"),
        Valid("第一、第二产业都要发展。"),
        Valid("第一、二季度雨水偏多。"),
        Valid("第三、四号泵站已经完工。"),
        Valid("村里得了第一、镇上也来报喜。"),
        Valid("首先是修渠，其次是引水。"),
        Valid("首先、其次、最后这几个词要少用。"),
    )
    INVALID = (
        Invalid(
            "办法有两条。⟦第一、⟧先修干渠。⟦第二、⟧再修支渠。", fixed="办法有两条。第一，先修干渠。第二，再修支渠。"
        ),
        Invalid("⟦第一、⟧把干渠修到村口\n渠通了，水才来。\n⟦第二、⟧把支渠修到田头\n田里有水，心里不慌。"),
        Invalid(
            "⟦首先、⟧统一思想。⟦其次、⟧分好任务。⟦最后、⟧抓好验收。",
            fixed="首先，统一思想。其次，分好任务。最后，抓好验收。",
        ),
        Invalid(
            "一、修渠\n⟦第一、⟧干渠\n水来了。\n⟦第二、⟧支渠\n田绿了。",
            fixed="一、修渠\n第一，干渠\n水来了。\n第二，支渠\n田绿了。",
        ),
        Invalid("好处有两个：⟦其一、⟧省水；⟦其二、⟧省工。", fixed="好处有两个：其一，省水；其二，省工。"),
        Invalid("⟦最後、⟧謝謝各位鄉親。", fixed="最後，謝謝各位鄉親。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        forms = list(forms_of(ctx, Mistake.ORDINAL_MARK))
        if not forms:
            return
        remark = Bilingual("“第一”“首先”等后面用逗号", "a comma goes with 第一, 首先 and their like")
        headed = _headed(ctx, forms)
        for form in forms:
            if form.span.start in headed:
                yield _renumbered(ctx, form)
            else:
                yield report_form(ctx, form, remark)


def _headed(ctx: Context, forms: Sequence[MarkerForm]) -> frozenset[int]:
    """Where the forms begin that open headings to be numbered 一、 二、: two at least, in a draft that has none yet."""
    document = ctx.document
    headings = document.headings
    if any(heading.style == "一、" for heading in headings):
        return frozenset()
    starts = {form.span.start for form in forms if form.ordinal is not None and ctx.text[form.span.start] == "第"}
    bare = [heading for heading in headings if heading.marker.start in starts and _is_bare(ctx.text, heading)]
    return frozenset(heading.marker.start for heading in bare) if len(bare) > 1 else frozenset()


def _is_bare(text: str, heading: Heading) -> bool:
    """Whether the line is a heading alone."""
    start, end = heading.marker.end, heading.span.end
    return 0 < end - start <= LONGEST_HEADING and not any(mark in SENTENCE_ENDS for mark in text[start : end - 1])


def _renumbered(ctx: Context, form: MarkerForm) -> Diagnostic:
    word = form.span.of(ctx.text)
    number = form.right.strip("第，" + BLANKS)
    right = f"{number}、"
    return ctx.found(
        form.span,
        Bilingual(
            f"“{word}”应为“{right}”：小标题用“一、”编号；若保留“第”字，后面用逗号，即“{form.right}”",
            f"“{word}” should be “{right}”: headings are numbered 一、; if 第 stays, a comma follows: “{form.right}”",
        ),
        fix=ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(form.span, right)], Applicability.UNSAFE),
        suggestions=(
            ctx.fix(
                Bilingual(f"改为“{form.right}”", f"write “{form.right}”"),
                [Edit(form.span, form.right)],
                Applicability.DISPLAY,
            ),
        ),
    )
