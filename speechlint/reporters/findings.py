"""What of a file is shown, and what can be done about it."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from itertools import repeat

from msgspec.structs import replace

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fingerprint import fingerprints
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport
from speechlint.findings.tally import Kind
from speechlint.formats.source import Source
from speechlint.reporters.registry import Run
from speechlint.text.named_tuple import NamedTuple

UNREADABLE = "speechlint/unreadable-file"


class Shown(NamedTuple):
    """A finding of a report; `reason` says why it is not counted, None for one that is."""

    diagnostic: Diagnostic
    reason: str | None = None


class Remedy(enum.Enum):
    """What it takes to mend a finding."""

    SAFE = "--fix"
    UNSAFE = "--fix --unsafe-fixes"
    PERSON = ""


def shown(report: FileReport, run: Run) -> list[Shown]:
    """The findings to show, in reading order."""
    found = list(map(Shown._make, zip(report.kept, repeat(None))))
    if run.show_suppressed and (report.suppressed or report.baselined):
        found += [Shown(diagnostic, reason) for diagnostic, reason in report.suppressed]
        found += [Shown(diagnostic, "baseline") for diagnostic in report.baselined]
        found.sort(key=lambda entry: entry.diagnostic.sort_key)
    return found


def named(report: FileReport, run: Run) -> Iterable[tuple[Shown, str]]:
    """The findings to show, in reading order, each with its fingerprint."""
    entries = shown(report, run)
    if not report.baselined and len(entries) == len(report.kept):
        return zip(entries, fingerprints(report.source.text, report.kept), strict=True)
    names = names_of(report)
    return ((entry, names[id(entry.diagnostic)]) for entry in entries)


def names_of(report: FileReport) -> dict[int, str]:
    """The fingerprint of every finding of the report, by the identity of the finding.

    Those of the baseline are counted with the others, whether they are shown or not: else a repeat would be called
    otherwise there.
    """
    known = sorted((*report.kept, *report.baselined), key=lambda diagnostic: diagnostic.sort_key)
    others = [diagnostic for diagnostic, _ in report.suppressed]
    return {
        id(diagnostic): name
        for group in (known, others)
        for diagnostic, name in zip(group, fingerprints(report.source.text, group), strict=True)
    }


def ways(diagnostic: Diagnostic, source: Source) -> list[Fix]:
    """The fix and the suggestions, the likeliest first, with the file's own line ends in what they put in."""
    fixes = [fix for fix in (diagnostic.fix, *diagnostic.suggestions) if fix is not None]
    if source.newline == "\n":
        return fixes
    return [
        replace(fix, edits=tuple(Edit(span, content.replace("\n", source.newline)) for span, content in fix.edits))
        for fix in fixes
    ]


def portable_ways(diagnostic: Diagnostic, source: Source) -> list[Fix]:
    """Those that another program can carry out on the file.

    None for a Word file, whose rows and columns are those of the text that was taken out of it.
    """
    return [] if source.blocks else ways(diagnostic, source)


def remedy(diagnostic: Diagnostic, run: Run) -> Remedy:
    """How a finding can be mended on the command line; a hint is mended only where its rule was named."""
    fix = diagnostic.fix
    return remedy_of(Kind(diagnostic.rule, diagnostic.severity, None if fix is None else fix.applicability), run)


def remedy_of(kind: Kind, run: Run) -> Remedy:
    """The same for findings of a kind."""
    if kind.applicability is None or (kind.severity is Severity.HINT and kind.rule not in run.named):
        return Remedy.PERSON
    return Remedy.SAFE if kind.applicability >= Applicability.SAFE else Remedy.UNSAFE
