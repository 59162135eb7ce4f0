"""consistency/enumeration-order"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.announced_order import Disorder, find_disorder
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class EnumerationOrder(Rule):
    """抓好选种、育苗和管护, and the list behind it takes up 育苗 first. Only lists of three or more are looked at,
    right before their numbered items, each of which has to begin with one of the names.
    """

    id = "consistency/enumeration-order"
    title = Bilingual("展开的次序与前面列举的不同", "Items come in another order than announced")
    why = Bilingual(
        "先并列点出几项、再逐项展开，次序应当一致；前后颠倒，听的人对不上号。",
        "What is named in a row is taken up in the same order, or listeners lose the thread.",
    )
    severity = Severity.HINT
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "改的是前面列举的次序；也可能该调的是后面的条目。",
        "The short list is put in the order of the items; it may be the items that should move.",
    )
    triggers = MARKER_SIGNS
    VALID = (
        Valid("抓好选种、育苗和管护。一是选种要早，二是育苗要匀，三是管护要勤。"),
        Valid("抓好选种、育苗和管护。一是早动手，二是勤检查，三是严把关。"),
        Valid("抓好选种、育苗、管护、采收。一是育苗，二是选种，三是管护。"),
        Valid("书店、影院、公园都建好了。一是影院大，二是书店多。"),
        Valid("船要稳、网要密、人要齐。\n一、人心齐\n二、船要稳\n三、网要密"),
        Valid("落实选种、育苗、管护责任。一是育苗和选种分开，二是选种要早，三是管护要勤。"),
    )
    INVALID = (
        Invalid(
            "抓好⟦选种、育苗和管护⟧。一是育苗要匀，二是选种要早，三是管护要勤。",
            fixed="抓好育苗、选种和管护。一是育苗要匀，二是选种要早，三是管护要勤。",
        ),
        Invalid(
            "渔港有⟦区位优势、人才优势、市场优势⟧。\n（一）区位优势\n离城近。\n（二）市场优势\n销路广。\n（三）人才优势\n船工多。",
            fixed="渔港有区位优势、市场优势、人才优势。\n（一）区位优势\n离城近。\n（二）市场优势\n销路广。\n（三）人才优势\n船工多。",
        ),
        Invalid(
            "圍繞⟦選種、育苗、管護⟧三個環節下功夫。第一，管護要勤。第二，選種要早。第三，育苗要勻。",
            fixed="圍繞管護、選種、育苗三個環節下功夫。第一，管護要勤。第二，選種要早。第三，育苗要勻。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for disorder in find_disorder(ctx.document):
            yield _report(ctx, disorder)


def _report(ctx: Context, disorder: Disorder) -> Diagnostic:
    text, names = ctx.text, disorder.names
    words = [names[index].of(text) for index in disorder.order]
    said, right = disorder.span.of(text), "、".join(words)
    there, here = ctx.where(disorder.series.items[0].marker.span.start), ctx.where(disorder.span.start)
    where = (
        Bilingual("后面", "the items") if there == here else Bilingual(f"{there.zh}起", f"from {there.en} on the items")
    )
    return ctx.found(
        disorder.span,
        Bilingual(
            f"这里的次序是“{said}”，{where.zh}却按“{right}”展开，前后应一致",
            f"“{said}” is the order here, but {where.en} follow “{right}”",
        ),
        fix=ctx.fix(
            Bilingual(f"按展开的次序改为“{right}”", f"Put them in the order of the items: “{right}”"),
            [Edit(name, word) for name, word in zip(names, words, strict=True) if name.of(text) != word],
            Applicability.UNSAFE,
        ),
    )
