from __future__ import annotations

from collections.abc import Iterable

from speechlint import (
    Applicability,
    Bilingual,
    Context,
    Diagnostic,
    Edit,
    Invalid,
    Literals,
    Rule,
    Severity,
    Span,
    Valid,
)

FORMER = Literals(("民生服务科",))
PRESENT = "民生服务处"


class FormerName(Rule):
    """The office was renamed, and its former name lives on in drafts."""

    id = "house/former-name"
    title = Bilingual("机构的旧名", "A former name of the office")
    why = Bilingual("机构已经更名，文稿应写现在的名称。", "The office has a new name, and drafts should use it.")
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("叙述往事时可能要写旧名。", "An account of the past may want the former name.")
    triggers = FORMER
    VALID = (Valid("民生服务处已经答复来信。"), Valid("各科室要做好民生服务。"))
    INVALID = (
        Invalid("由⟦民生服务科⟧答复来信。", fixed="由民生服务处答复来信。"),
        Invalid("⟦民生服务科⟧：请阅。", fixed="民生服务处：请阅。"),
    )

    def check(self, ctx: Context) -> Iterable[Diagnostic]:
        for start, end in ctx.places:
            span = Span(start, end)
            yield ctx.found(
                span,
                Bilingual(f"“{span.of(ctx.text)}”已更名，应为“{PRESENT}”", f"the office is now called “{PRESENT}”"),
                fix=ctx.fix(
                    Bilingual(f"改为“{PRESENT}”", f"write “{PRESENT}”"),
                    [Edit(span, PRESENT)],
                    Applicability.UNSAFE,
                ),
            )
