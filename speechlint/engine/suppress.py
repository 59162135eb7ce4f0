"""Suppression comments: what they silence, and which of them silence nothing."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.ours import UNKNOWN, UNUSED
from speechlint.findings.report import Suppressed
from speechlint.formats.source import Directive
from speechlint.text.lines import Lines
from speechlint.text.span import Span

KINDS = ("disable", "enable", "disable-next-line", "disable-file")


class _Silence(Struct):
    """Where one directive silences which rules (none named: all), and whether it did."""

    directive: Directive
    area: Span
    rules: frozenset[str]
    used: bool = False

    def silences(self, diagnostic: Diagnostic) -> bool:
        if not self.area.start <= diagnostic.span.start < max(self.area.end, self.area.start + 1):
            return False
        return not self.rules or diagnostic.rule in self.rules or diagnostic.family in self.rules


def apply_directives(
    found: Sequence[Diagnostic],
    directives: Sequence[Directive],
    lines: Lines,
    known: frozenset[str],
    ran: frozenset[str],
    language: Language,
    dropped: list[Suppressed],
) -> list[Diagnostic]:
    """The findings that no comment silences, and one finding for each comment that is misspelt or silences nothing.

    `known` holds every rule id and family, `ran` the ids and families of which every rule ran: a comment on others is
    not judged, since they might have found what it silences.
    """
    if not directives:
        return list(found)
    complaints = [complaint for directive in directives for complaint in _misspelt(directive, known, language)]
    silences = _silences(directives, lines)
    kept: list[Diagnostic] = []
    for diagnostic in found:
        by = [silence for silence in silences if silence.silences(diagnostic)]
        if not by:
            kept.append(diagnostic)
            continue
        for silence in by:
            silence.used = True
        dropped.append(Suppressed(diagnostic, by[0].directive.kind))
    for silence in silences:
        if silence.used or not (silence.rules or {"all"}) <= ran:
            continue
        if not any(complaint.span == silence.directive.span for complaint in complaints):
            complaints.append(_unused(silence.directive, language))
    return kept + complaints


def _silences(directives: Sequence[Directive], lines: Lines) -> list[_Silence]:
    end_of_text = lines.ends[-1] + 1
    found: list[_Silence] = []
    for i, directive in enumerate(directives):
        rules = frozenset(directive.rules)
        if directive.kind == "disable-file":
            found.append(_Silence(directive, Span(0, end_of_text), rules))
        elif directive.kind == "disable-next-line":
            line = lines.index_of(max(directive.span.start, directive.span.end - 1)) + 1
            if line < len(lines):
                found.append(_Silence(directive, Span(lines.starts[line], lines.ends[line] + 1), rules))
            else:
                found.append(_Silence(directive, Span(end_of_text, end_of_text), rules))
        elif directive.kind == "disable":
            end = next((later.span.start for later in directives[i + 1 :] if _reopens(later, rules)), end_of_text)
            found.append(_Silence(directive, Span(directive.span.end, end), rules))
    return found


def _reopens(directive: Directive, rules: frozenset[str]) -> bool:
    return directive.kind == "enable" and (not directive.rules or rules == frozenset(directive.rules))


def _misspelt(directive: Directive, known: frozenset[str], language: Language) -> list[Diagnostic]:
    if directive.kind not in KINDS:
        return [
            _complaint(
                UNKNOWN,
                directive,
                Bilingual(
                    f"不认识的指令“{directive.kind}”，可用：{'、'.join(KINDS)}",
                    f"unknown directive '{directive.kind}'; known: {', '.join(KINDS)}",
                ),
                language,
            )
        ]
    wrong = [rule for rule in directive.rules if rule not in known]
    return [
        _complaint(
            UNKNOWN,
            directive,
            Bilingual(
                f"指令中的规则“{rule}”不存在",
                f"no rule '{rule}', named in this directive",
            ),
            language,
        )
        for rule in wrong
    ]


def _unused(directive: Directive, language: Language) -> Diagnostic:
    return _complaint(
        UNUSED,
        directive,
        Bilingual(
            f"指令“{directive.kind}”没有屏蔽任何问题，可以删去",
            f"directive '{directive.kind}' silences nothing; it can go",
        ),
        language,
    )


def _complaint(rule: str, directive: Directive, message: Bilingual, language: Language) -> Diagnostic:
    return Diagnostic(rule, directive.span, message.into(language), Severity.WARNING)
