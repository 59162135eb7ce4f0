"""Small rules for tests of the road, and a catalogue that holds only them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pluggy

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Rule
from speechlint.formats.registry import BUILTIN
from speechlint.plugins import hookspecs
from speechlint.plugins.catalogue import Catalogue
from speechlint.plugins.hookspecs import hookimpl
from speechlint.text.span import Span

TITLE = Bilingual("试验", "a test")


class Swap(Rule):
    """Reports every `wrong` and puts `right` in its place."""

    title = why = because = TITLE

    def __init__(
        self,
        id: str,
        wrong: str,
        right: str,
        *,
        severity: Severity = Severity.ERROR,
        applicability: Applicability = Applicability.SAFE,
        covers: bool = False,
        infers: bool = False,
    ) -> None:
        self.__dict__.update(id=id, severity=severity, fixes=applicability, covers=covers, infers=infers)
        self._wrong, self._right = wrong, right

    def check(self, ctx: Context) -> Iterable[Diagnostic]:
        start = ctx.text.find(self._wrong)
        while start >= 0:
            span = Span(start, start + len(self._wrong))
            fix = ctx.fix(TITLE, [Edit(span, self._right)], self.fixes or Applicability.SAFE)
            yield ctx.found(span, Bilingual(f"“{self._wrong}”", f"'{self._wrong}'"), fix=fix)
            start = ctx.text.find(self._wrong, span.end)


class Custom(Rule):
    """A rule whose check is a function."""

    title = why = TITLE
    severity = Severity.ERROR

    def __init__(self, id: str, check: Callable[[Context], Iterable[Diagnostic]]) -> None:
        self.__dict__.update(id=id)
        self._check = check

    def check(self, ctx: Context) -> Iterable[Diagnostic]:
        return self._check(ctx)


def catalogue_of(*rules: Rule) -> Catalogue:
    """A catalogue that holds these rules and our own formats."""

    class Plugin:
        @hookimpl
        def speechlint_rules(self) -> Iterable[Rule]:
            return rules

        @hookimpl
        def speechlint_formats(self) -> object:
            return BUILTIN

    manager = pluggy.PluginManager("speechlint")
    manager.add_hookspecs(hookspecs)
    manager.register(Plugin())
    return Catalogue(manager)
