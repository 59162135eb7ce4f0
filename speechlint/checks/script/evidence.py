"""How the rules about scripts say which words show that a character is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.document.script_slips import Slip
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context


def report(
    ctx: Context, slips: Iterable[Slip], wrong: Bilingual, *, safe: bool, doubtful: Severity | None = None
) -> Iterator[Diagnostic]:
    """A finding for each slip. `wrong` says in a few words what the character is, behind its quotation; what is not
    sure has the severity `doubtful`, or else the rule's.
    """
    for slip in slips:
        written = slip.span.of(ctx.text)
        words = "、".join(dict.fromkeys(f"“{choice.word}”" for choice in slip.words))
        shown = Bilingual(f"（{words}是词）", f" ({words} is the word)") if words else Bilingual("", "")
        yield ctx.found(
            slip.span,
            Bilingual(
                f"“{written}”{wrong.zh}，应为“{slip.right}”{shown.zh}",
                f"“{written}” {wrong.en}; write “{slip.right}”{shown.en}",
            ),
            severity=None if slip.sure else doubtful,
            fix=ctx.fix(
                Bilingual(f"改为“{slip.right}”", f"write “{slip.right}”"),
                [Edit(slip.span, slip.right)],
                Applicability.SAFE if safe and slip.sure else Applicability.UNSAFE,
            ),
        )
