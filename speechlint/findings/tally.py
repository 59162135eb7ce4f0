"""How much was found in one file: what is said of a run when its findings are no longer at hand."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.ours import UNREADABLE
from speechlint.findings.report import FileReport
from speechlint.text.named_tuple import NamedTuple


class Kind(NamedTuple):
    """Findings of one rule, one severity and one applicability, None where there is no fix; and how many they are."""

    rule: str
    severity: Severity
    applicability: Applicability | None
    times: int = 1


class Unread(NamedTuple):
    """A file that could not be checked, and why."""

    path: str | None
    reason: str


class Tally(Struct, frozen=True, array_like=True):
    """The numbers of one `FileReport`: what it reports by kind, what it does not, and whether something failed."""

    kinds: tuple[Kind, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    failed: bool = False
    unread: Unread | None = None

    @property
    def total(self) -> int:
        """The number of findings that are reported."""
        return sum(kind.times for kind in self.kinds)

    def worst(self) -> Severity | None:
        """The highest severity reported, None where nothing is."""
        return max((kind.severity for kind in self.kinds), default=None)


NOTHING = Tally()


def tally_of(report: FileReport) -> Tally:
    if not report.kept and not report.suppressed and not report.baselined and not report.failures:
        return NOTHING
    counts = Counter(
        (found.rule, found.severity, None if found.fix is None else found.fix.applicability) for found in report.kept
    )
    kinds = tuple(Kind(*kind, times) for kind, times in counts.items())
    unread = any(kind.rule == UNREADABLE for kind in kinds)
    return Tally(
        kinds,
        len(report.suppressed),
        len(report.baselined),
        bool(report.failures),
        Unread(report.path, report.kept[0].message) if unread else None,
    )
