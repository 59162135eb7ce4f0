"""What a reporter is, and those we bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from speechlint.findings.bilingual import Language
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.report import FileReport
from speechlint.findings.rule import Rule


class Run(NamedTuple):
    """What a reporter is given: the reports in path order, and what it needs to speak of them.

    `folder` is what file names are shown relative to. `applied` holds the findings that were mended, by path; `partial`
    says that what remains was left out, and `unlisted` how much that is.
    `width` is that of the terminal in columns, `ambiguous` what it gives to “ ” … — ① and their like; `color` says
    whether it may be used. `named` holds the rules that the user selected by their own id: their hints are mended too.
    `version` is the program's.
    """

    reports: tuple[FileReport, ...]
    rules: Mapping[str, Rule]
    folder: Path
    language: Language = "zh"
    color: bool = False
    width: int = 100
    ambiguous: int = 1
    statistics: bool = False
    show_suppressed: bool = False
    quiet: bool = False
    applied: Mapping[str, tuple[Diagnostic, ...]] = MappingProxyType({})
    partial: bool = False
    unlisted: int = 0
    named: frozenset[str] = frozenset()
    version: str = ""


class Reporter(Protocol):
    """An output format. `pieces` gives the report in pieces of any size; the last ends with a line end."""

    @property
    def name(self) -> str: ...

    def pieces(self, run: Run) -> Iterable[str]: ...


def shown_name(path: str | None, folder: Path) -> str:
    """A path as reports show it: relative where it lies below the folder, with `/`; `-` for standard input."""
    if path is None:
        return "-"
    full = Path(path)
    if full.is_absolute() and full.is_relative_to(folder):
        full = full.relative_to(folder)
    return full.as_posix()


# Ours, by name; each is imported only when a report is written with it.
BUILTIN = {
    "checkstyle": "speechlint.reporters.checkstyle:CHECKSTYLE",
    "concise": "speechlint.reporters.concise:CONCISE",
    "github": "speechlint.reporters.github:GITHUB",
    "gitlab": "speechlint.reporters.gitlab:GITLAB",
    "html": "speechlint.reporters.html:HTML",
    "json": "speechlint.reporters.json:JSON",
    "jsonl": "speechlint.reporters.json:JSON_LINES",
    "junit": "speechlint.reporters.junit:JUNIT",
    "lsp": "speechlint.reporters.lsp:LSP",
    "rdjson": "speechlint.reporters.rdjson:RDJSON",
    "sarif": "speechlint.reporters.sarif:SARIF",
    "text": "speechlint.reporters.text:TEXT",
}


def builtin_reporters() -> tuple[Reporter, ...]:
    """The reporters that come with the program."""
    return tuple(builtin_reporter(name) for name in BUILTIN)


def builtin_reporter(name: str) -> Reporter:
    """One of them. Raises KeyError."""
    from importlib import import_module

    module, _, attribute = BUILTIN[name].partition(":")
    reporter: Reporter = getattr(import_module(module), attribute)
    return reporter
