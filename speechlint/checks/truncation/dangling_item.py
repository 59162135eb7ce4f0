"""truncation/dangling-item"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.loose_ends import find_dangling_items
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class DanglingItem(Rule):
    """A number with nothing behind it, in a list whose other items have words: 一是抓清淤，二是 and then the end.

    Forms and answer sheets, in which many numbers stand bare, are left alone.
    """

    id = "truncation/dangling-item"
    title = Bilingual("序号后面没有内容", "Number with nothing behind it")
    why = Bilingual("条目只剩序号，内容丢了。", "Only the number of an item is left; its words were lost.")
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    triggers = MARKER_SIGNS
    whole = True
    VALID = (
        Valid("一是抓清淤，二是抓补漏。"),
        Valid("一是抓清淤；二是抓补漏，此其二。"),
        Valid("1.\n2.\n3.\n4."),
        Valid("一、选择题\n1.\n2.\n二、问答题\n1.\n2."),
        Valid("（一）清淤\n（二）\n把渠底的泥挖走。\n（三）补漏"),
    )
    INVALID = (
        Invalid("今年的活儿有三件：一是抓清淤，二是抓补漏，⟦三是⟧"),
        Invalid("（一）清淤\n（二）补漏\n⟦（三）⟧\n"),
        Invalid("（一）清淤\n（二）补漏\n⟦（三）⟧\n（四）验收"),
        Invalid("今年的活儿有三件：一是抓清淤，二是抓補漏，⟦三是⟧。\n各村記住。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for span in find_dangling_items(ctx.document):
            word = span.of(ctx.text)
            yield ctx.found(
                span,
                Bilingual(
                    f"“{word}”后面没有内容；应补上这一条，或删去序号",
                    f"nothing follows “{word}”; add the item or take the number out",
                ),
            )
