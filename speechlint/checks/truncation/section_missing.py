"""truncation/section-missing"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.contents import CONTENTS_WORDS
from speechlint.document.loose_ends import find_missing_parts
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_TEXT = "各村的渠长天天在渠上走，哪里有漏，当天就堵上。"
_CUT = "各村要把……（未完，全文共4800字，当前仅显示1200字）"
_CONTENTS = "目录：\n一、清淤\n二、补漏\n三、验收\n四、管水\n……\n在修渠会上的讲话\n"


class SectionMissing(Rule):
    """A draft that breaks off, or in which a site says that something is left out, does not reach the last parts that
    its table of contents or outline lists.

    Where nothing is cut, the table is wrong: numbering/toc-body-mismatch. A number missing in the middle is
    numbering/sequence-gap's.
    """

    id = "truncation/section-missing"
    title = Bilingual("提纲列出的部分正文没有", "Parts of the outline missing in the text")
    why = Bilingual(
        "提纲或目录里的后几部分在正文中没有出现，稿子很可能被截去了后半。",
        "The last parts of the outline never come: the second half of the draft was probably cut off.",
    )
    severity = Severity.ERROR
    triggers = CONTENTS_WORDS
    whole = True
    VALID = (
        Valid(f"{_CONTENTS}一、清淤\n{_TEXT}\n二、补漏\n{_TEXT}\n三、验收\n{_TEXT}\n四、管水\n{_TEXT}"),
        Valid(f"{_CONTENTS}一、清淤\n{_TEXT}\n二、补漏\n{_TEXT}\n四、管水\n{_TEXT}"),
        Valid(f"{_CONTENTS}一、清淤\n{_TEXT}\n二、补漏\n{_TEXT}\n三、验收\n{_TEXT}"),
        Valid("项目目录\n一、清淤\n二、补漏\n三、验收\n以上请审阅。"),
    )
    INVALID = (
        Invalid(f"{_CONTENTS}一、清淤\n{_TEXT}\n二、补漏\n{_TEXT}\n⟦三、⟧验收\n{_TEXT}{_CUT}"),
        Invalid(
            f"目錄：\n一、清淤\n二、補漏\n三、驗收\n四、管水\n五、收費\n……\n在修渠會上的講話\n"
            f"一、清淤\n{_TEXT}\n二、補漏\n{_TEXT}\n⟦三、⟧驗收\n{_TEXT}（此处省略512字）\n{_TEXT}"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for last, entries in find_missing_parts(ctx.document):
            quoted = [f"“{entry}”" for entry in entries]
            word = last.span.of(ctx.text)
            yield ctx.found(
                last.span,
                Bilingual(
                    f"正文止于“{word}”，提纲里的{'、'.join(quoted)}没有出现；应从原文补全",
                    f"the text ends with “{word}”; of the outline {', '.join(quoted)} never came; get the original",
                ),
            )
