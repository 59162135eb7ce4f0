"""What a reporter is, and those we bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeGuard

from speechlint.findings.bilingual import Language
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.report import FileReport
from speechlint.findings.rule import Rule
from speechlint.findings.tally import Tally
from speechlint.text.named_tuple import NamedTuple

NAME = "\0"  # in the part of a file, where its name stands: reports have this character nowhere else


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


class Manner(NamedTuple):
    """What decides the words of one file's part of a report, beside the file: small, and travels to other processes.

    The keys are those of `Run`; findings less severe than `least` are left out. A `format` of "" is for counts alone.
    """

    format: str
    language: Language = "zh"
    color: bool = False
    width: int = 100
    ambiguous: int = 1
    show_suppressed: bool = False
    quiet: bool = False
    named: tuple[str, ...] = ()
    least: Severity = Severity.HINT


class Reporter(Protocol):
    """An output format. `pieces` gives the report in pieces of any size; the last ends with a line end."""

    @property
    def name(self) -> str: ...

    def pieces(self, run: Run) -> Iterable[str]: ...


class ByFile(Reporter, Protocol):
    """A format whose report is the parts of its files one after another: each is made where its file is checked."""

    @property
    def form(self) -> str:
        """What parts of this format are called; formats of one form have the same parts."""

    def part(self, report: FileReport, run: Run) -> Iterable[str]:
        """The part of one file in pieces, with `NAME` where its name stands; nothing where nothing is shown."""

    def called(self, name: str) -> str:
        """How the name that is shown is written in the place of `NAME`."""

    def joined(self, parts: Iterable[bytes]) -> Iterable[bytes]:
        """The parts, in pieces of any size that end anywhere, as they stand in the report; with what is round them."""

    def end(self, tallies: Sequence[Tally], run: Run, /) -> Iterable[str]:
        """What follows the parts, and is made of the numbers of all files."""


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


def is_by_file(reporter: Reporter) -> TypeGuard[ByFile]:
    """Whether it is one of our own that are made of parts; one that a plugin brings has its name alone."""
    return BUILTIN.get(reporter.name, "").startswith(f"{type(reporter).__module__}:") and hasattr(reporter, "part")


def builtin_reporter(name: str) -> Reporter:
    """One of them. Raises KeyError."""
    from importlib import import_module

    module, _, attribute = BUILTIN[name].partition(":")
    reporter: Reporter = getattr(import_module(module), attribute)
    return reporter
