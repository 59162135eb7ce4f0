"""numbering/attachment-number"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.annexes import ANNEX_SIGNS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class AttachmentNumber(Rule):
    """In the list of annexes below a document a point stands behind the numbers, and no mark behind the names.

    A sentence that begins with 附件, and several annexes in one line, are left alone.
    """

    id = "numbering/attachment-number"
    title = Bilingual("附件说明的点号不合格式", "Marks in the list of annexes")
    why = Bilingual(
        "附件说明的顺序号用阿拉伯数字加下脚点，如“附件：1.名单”；附件名称后不加标点符号。",
        "Annexes are numbered with a point, 附件：1.名单, and no mark follows their names.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只改序号后和名称末尾的点号。", "Only marks change.")
    norm = "GB/T 9704-2012, 7.3.4"
    triggers = ANNEX_SIGNS
    VALID = (
        Valid("附件：1.渠长名单\n　　　2.用水计划表"),
        Valid("附件：渠长名单"),
        Valid("附件：略。"),
        Valid("附件：1.渠长名单；2.用水计划表。"),
        Valid("附件1\n渠长名单"),
        Valid("附件1所列的渠长要在月底前到位。"),
        Valid("名单见附件：各村渠长名单。"),
    )
    INVALID = (
        Invalid(
            "附件：⟦1、⟧渠长名单\n　　　⟦2、⟧用水计划表",
            fixed="附件：1.渠长名单\n　　　2.用水计划表",
        ),
        Invalid("附件：1.渠长名单⟦。⟧\n2.用水计划表⟦。⟧", fixed="附件：1.渠长名单\n2.用水计划表"),
        Invalid("附件1.渠长名单⟦；⟧", fixed="附件1.渠长名单"),
        Invalid("附件：⟦1．⟧渠長名單⟦；⟧", fixed="附件：1.渠長名單"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for number, mark, end in ctx.document.annexes:
            if number is not None and mark.of(ctx.text) != ".":
                word, right = number.of(ctx.text), ctx.text[number.start : mark.start].rstrip() + "."
                yield ctx.found(
                    number,
                    Bilingual(
                        f"附件的顺序号“{word}”应为“{right}”", f"the number of the annex, “{word}”, should be “{right}”"
                    ),
                    severity=Severity.HINT if mark.of(ctx.text) == "．" else None,  # books are set so
                    fix=ctx.fix(
                        Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(number, right)], Applicability.SAFE
                    ),
                )
            if end.start < end.end:
                word = end.of(ctx.text)
                yield ctx.found(
                    end,
                    Bilingual(f"附件名称后面不加“{word}”", f"no “{word}” stands behind the name of an annex"),
                    fix=ctx.fix(Bilingual(f"删去“{word}”", f"Delete “{word}”"), [Edit(end, "")], Applicability.SAFE),
                )
