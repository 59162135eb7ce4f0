"""truncation/flattened-structure"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.flattened import body_indent
from speechlint.document.frame import ADDRESS_SIGNS, RunIn, find_run_ins
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_TEXT = "今年的渠修得早，水来得也早，秧苗一插下去就返了青，老把式看了都说好。"


class FlattenedStructure(Rule):
    """Title, salutation and text run on in one line: 在大会上的讲话稿同志们：今年……

    A salutation that opens a paragraph is an ordinary one. Headings inside a paragraph are found by
    numbering/flattened-heading.
    """

    id = "truncation/flattened-structure"
    title = Bilingual("标题、称呼和正文连成一行", "Title, salutation and text in one line")
    why = Bilingual(
        "换行在复制时丢了，标题后面直接接着称呼和正文。",
        "Line breaks were lost when the text was copied; the salutation follows the title in one line.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "只加换行，文字不动；但要人看一眼标题到哪里为止。",
        "Only line breaks are added; but somebody should look where the title ends.",
    )
    triggers = ADDRESS_SIGNS
    VALID = (
        Valid(f"在修渠动员会上的讲话\n同志们：\n{_TEXT}"),
        Valid(f"同志们，{_TEXT}"),
        Valid(f"各位领导、同志们：{_TEXT}"),
        Valid(f"讲话中，各位渠长：{_TEXT}"),
        Valid(f"听了他的报告，同志们都说好，{_TEXT}"),
        Valid("在修渠动员会上的讲话同志们都爱听。"),
        Valid(f"镇长的工作报告今天在会上作了说明，{_TEXT}"),
        Valid(f"在修渠动员会上的讲话\n今天，{_TEXT}"),
    )
    INVALID = (
        Invalid(
            f"在修渠动员会上的讲话稿⟦同志们：⟧{_TEXT}\n{_TEXT}",
            fixed=f"在修渠动员会上的讲话稿\n同志们：\n{_TEXT}\n{_TEXT}",
        ),
        Invalid(
            f"　　{_TEXT}\n　　在修渠动员会上的发言 ⟦尊敬的各位领导、各位渠长：⟧{_TEXT}",
            fixed=f"　　{_TEXT}\n　　在修渠动员会上的发言\n　　尊敬的各位领导、各位渠长：\n　　{_TEXT}",
        ),
        Invalid(
            f"在修渠动员会上的发言稿⟦今天⟧我们在这里开会，{_TEXT}\n好。",
            fixed=f"在修渠动员会上的发言稿\n今天我们在这里开会，{_TEXT}\n好。",
        ),
        Invalid("青石镇修渠工作总结（一）⟦各位代表：⟧\n好。", fixed="青石镇修渠工作总结（一）\n各位代表：\n好。"),
        Invalid(
            f"在修渠動員會上的講話⟦各位鄉親,⟧{_TEXT}\n好。", fixed=f"在修渠動員會上的講話\n各位鄉親,\n{_TEXT}\n好。"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        newline = ""
        for run_in in find_run_ins(ctx.document):
            newline = newline or "\n" + body_indent(ctx.document)
            yield self._report(ctx, run_in, newline)

    def _report(self, ctx: Context, run_in: RunIn, newline: str) -> Diagnostic:
        words = run_in.span.of(ctx.text)
        edits = [Edit(run_in.seam, newline)]
        if run_in.behind is not None:
            edits.append(Edit(run_in.behind, newline))
        if run_in.addressed:
            message = Bilingual(
                f"称呼“{words}”接在标题后面，应另起一行",
                f"the salutation “{words}” runs on behind the title; it should stand in a line of its own",
            )
        else:
            message = Bilingual(
                f"正文从“{words}”起接在标题后面，应另起一段",
                f"the text, from “{words}” on, runs on behind the title; break the line",
            )
        return ctx.found(
            run_in.span,
            message,
            fix=ctx.fix(Bilingual("标题、称呼、正文分行", "break the line"), edits, Applicability.UNSAFE),
        )
