"""Findings as the protocol's diagnostics."""

from __future__ import annotations

from functools import cache

from lsprotocol import types

from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.lexicon.rule_folder import pages_root
from speechlint.server.checks import Checked

SOURCE = "speechlint"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    # Not the protocol's Hint: editors leave those out of their lists, and a finding has to be seen once.
    Severity.HINT: types.DiagnosticSeverity.Information,
}
FOREIGN = "watermark"  # the family whose words belong to no draft: editors show them faded


def marks_of(checked: Checked) -> list[types.Diagnostic]:
    """A diagnostic for each finding, in reading order."""
    return [mark_of(checked, found) for found in checked.found]


def mark_of(checked: Checked, found: Diagnostic) -> types.Diagnostic:
    """One finding; `data` carries its fingerprint and how sure its fix is."""
    page = page_address(found.rule)
    return types.Diagnostic(
        range=checked.draft.positions.range(found.span),
        message=message_of(found, checked.linter.config.lang),
        severity=SEVERITIES[found.severity],
        code=found.rule,
        code_description=types.CodeDescription(href=page) if page else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if found.family == FOREIGN else None,
        data={"fingerprint": checked.names[id(found)], "fix": found.fix.applicability.word if found.fix else None},
    )


def message_of(found: Diagnostic, language: Language) -> str:
    """The message with the notes below it."""
    notes = (Bilingual(f"注：{note}", f"note: {note}").into(language) for note in found.notes)
    return "\n".join((found.message, *notes))


@cache
def page_address(rule: str) -> str | None:
    """Where the rule's page lies, as a URI; None for rules that did not come with the program."""
    file = pages_root() / f"{rule}.md"
    return file.as_uri() if file.is_file() else None
