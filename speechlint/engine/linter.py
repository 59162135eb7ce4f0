"""The road: a source in, a report out. Everything that checks drafts drives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from speechlint.config.schema import Config
from speechlint.config.select import Active, expand, judged, select_rules
from speechlint.document.model import Document
from speechlint.engine.asides import for_asides, stretches, together, writable
from speechlint.engine.crash import plugin_crash, rule_crash
from speechlint.engine.globs import Globs
from speechlint.engine.keep import drop_inferred, drop_inside, sort_findings
from speechlint.engine.suppress import apply_directives
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.card import Card
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.ours import CRASHED, OURS, UNREADABLE
from speechlint.findings.report import FileReport, Suppressed
from speechlint.findings.rule import Context
from speechlint.formats.bounded import DRAFT, RefusedFileError, read_bytes
from speechlint.formats.errors import DecodeError
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.lexicon.literals import Literals, Scan, with_besides
from speechlint.plugins.catalogue import Catalogue
from speechlint.plugins.manager import catalogue as load_catalogue
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.engine.baseline import Baseline

# Documents that are checked side by side.
MOST_DOCUMENTS, MOST_CHARACTERS = 64, 1 << 16


class Linter:
    """Checks drafts under one configuration. Safe to share between threads: it holds nothing of any draft.

    Raises CatalogueError, RulePackError or SelectionError for a configuration that cannot be carried out.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        catalogue: Catalogue | None = None,
        baseline: Baseline | None = None,
    ) -> None:
        self.config = config or Config()
        self.catalogue = catalogue or load_catalogue(self.config.plugins, rule_pack_folders(self.config))
        self.baseline = baseline
        self.active = select_rules(self.config, self.catalogue)
        self._check_file_patterns()
        self._per_file: dict[tuple[str, ...], tuple[Active, ...]] = {}

    # --- ways in ----------------------------------------------------------------------------------------------------

    def check_text(self, text: str, filename: str | None = None) -> FileReport:
        """The report on a text that stands in no file; `filename` decides its format and the per-file keys."""
        kind = format_for(filename, self.catalogue.formats)
        return self.check(kind.reparse(Source(text, filename, kind.name), text))

    def check_path(self, path: str | Path) -> FileReport:
        """The report on a file. What cannot be read or decoded is a finding and a failure, never an exception."""
        source = self.read(path)
        return source if isinstance(source, FileReport) else self.check(source)

    def read(self, path: str | Path) -> Source | FileReport:
        """The file's source, or a report that says why there is none."""
        name = str(path)
        try:
            data = read_bytes(path, DRAFT)
        except RefusedFileError as refusal:
            return self.unreadable(name, Bilingual(refusal.zh, refusal.en))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return self.unreadable(name, Bilingual(f"无法读取：{reason}", f"cannot be read: {reason}"))
        return self.decode(data, name)

    def decode(self, data: bytes, name: str) -> Source | FileReport:
        """The source of bytes that came from a file called `name`, or a report that says why there is none."""
        try:
            return format_for(name, self.catalogue.formats).read(data, name, self.config.encoding)
        except DecodeError as error:
            return self.unreadable(name, Bilingual(error.zh, error.en))

    def check_many(self, sources: Sequence[Source]) -> list[FileReport]:
        """The reports on many short sources: the same as those on each alone, in much less time."""
        reports: list[FileReport] = []
        for group in _abreast(zip(sources, self.gathered(sources), strict=True)):
            documents = [document for _, document in group if document is not None]
            rules = {id(rules): rules for rules in (self.rules_for(source.path) for source, _ in group)}
            if len(documents) == len(group) > 1 and len(rules) == 1:
                reports += self._check_abreast(documents, *rules.values())
            else:
                reports += [self.check(*one) for one in group]
        return reports

    def gathered(self, sources: Sequence[Source]) -> list[Document | None]:
        """The documents to check sources by, with what can be found out for many at once; none of Word files."""
        try:
            documents = [None if source.origin is not None else self._document(source) for source in sources]
            if len(sources) > 1 and any(active.card.infers for active in self.active):
                from speechlint.document.evidence import gather

                gather(document for document in documents if document is not None)
        except Exception:  # the check of the source that it is about will say so, or needs less memory
            return [None] * len(sources)
        return documents

    def check(self, source: Source, document: Document | None = None, *, helped: bool = False) -> FileReport:
        """The report on a source. `document` is what `gathered` gave for it, where that was asked.

        `helped` lets a second process run some of the rules: for a large text in a process of our own.
        """
        rules = self.rules_for(source.path)
        if source.origin is None:
            report = self._check(document or self._document(source), rules, helped=helped)
        else:
            body, aside = stretches(source)
            report = replace(self._check(self._document(body), rules), source=source)
            if aside is not None:
                beside = self._check(self._document(aside), for_asides(rules))
                report = together(source, replace(report, source=body), beside)
            report = replace(report, kept=writable(source, report.kept, self.config.lang))
        return self.baseline.apply(report) if self.baseline else report

    def _document(self, source: Source) -> Document:
        return Document(source, self._scan.places(source.text), self._known_sets)

    def _check(self, document: Document, rules: Sequence[Active], *, helped: bool = False) -> FileReport:
        found: list[Diagnostic] = []
        failures: list[str] = []
        standing = document.scanned  # asked for each rule, so without a call
        due = [one for one in rules if (triggers := one.card.triggers) is None or triggers.itself in standing]
        if helped:
            from speechlint.engine.shares import shared

            for own, failed in shared(due, lambda active: self._outcome(active, document)):
                found += own
                failures += failed
        else:
            for active in due:
                found += self._run(active, document, failures)
        return self._report(document, found, failures)

    def _check_abreast(self, documents: Sequence[Document], rules: Sequence[Active]) -> list[FileReport]:
        """Rule by rule: what a rule needs is still in the processor's cache when the next document comes."""
        found: list[list[Diagnostic]] = [[] for _ in documents]
        failures: list[list[str]] = [[] for _ in documents]
        standing = [document.scanned for document in documents]
        abreast = list(zip(standing, documents, found, failures, strict=True))
        for active in rules:
            due = abreast
            if (triggers := active.card.triggers) is not None:
                words = triggers.itself
                due = [one for one in abreast if words in one[0]]
            for _, document, own, failed in due:
                own += self._run(active, document, failed)
        reports = [self._report(document, own, failed) for _, document, own, failed in abreast]
        return [self.baseline.apply(report) for report in reports] if self.baseline else reports

    def _report(self, document: Document, found: list[Diagnostic], failures: list[str]) -> FileReport:
        """What is left of all that the rules said. The document is asked nothing more."""
        dropped: list[Suppressed] = []
        kept = self._keep(document, found, dropped, failures)
        document.forget()
        return FileReport(document.source, tuple(kept), tuple(dropped), (), tuple(failures))

    @cached_property
    def _scan(self) -> Scan:
        """The one pass for all words; made for the first draft, since a run may have none to check."""
        return Scan(with_besides(card.triggers for card in self._cards_of_any_file() if card.triggers is not None))

    @cached_property
    def _known_sets(self) -> frozenset[Literals]:
        return frozenset(self._scan.sets)

    # --- rules ------------------------------------------------------------------------------------------------------

    def rules_for(self, path: str | None) -> tuple[Active, ...]:
        """The rules that run for a file: those of the run, or what the per-file keys that fit its path make of them."""
        if path is None or not self._patterns:
            return self.active
        name = self._relative(path)
        fitting = tuple(pattern for pattern, globs in self._patterns.items() if globs.match(name))
        if not fitting:
            return self.active
        if fitting not in self._per_file:
            self._per_file[fitting] = select_rules(self.config, self.catalogue, fitting)
        return self._per_file[fitting]

    def _outcome(self, active: Active, document: Document) -> tuple[list[Diagnostic], list[str]]:
        failures: list[str] = []
        return self._run(active, document, failures), failures

    def _run(self, active: Active, document: Document, failures: list[str]) -> list[Diagnostic]:
        config = self.config
        try:
            rule = active.rule
            context = Context(
                document, rule, rule.severity, active.options, config.lang, config.preset, config.placeholders.values
            )
            found = list(rule.check(context))
        except MemoryError:  # no fault of the rule's
            raise
        except Exception as error:
            failures.append(f"{active.id}: {type(error).__name__}: {error}")
            return [rule_crash(active.id, error, config.lang)]
        if active.severity is not None:
            found = [_with_severity(diagnostic, active.give(diagnostic.severity)) for diagnostic in found]
        if config.preset == "minimal" and not active.named:
            found = [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]
        return found

    @cached_property
    def _covering(self) -> frozenset[str]:
        return frozenset(card.id for card in self._cards_of_any_file() if card.covers)

    @cached_property
    def _inferring(self) -> frozenset[str]:
        return frozenset(card.id for card in self._cards_of_any_file() if card.infers)

    def _keep(
        self, document: Document, found: list[Diagnostic], dropped: list[Suppressed], failures: list[str]
    ) -> list[Diagnostic]:
        source = document.source
        asked, failed = self.catalogue.quiet_spans(document)
        failures += [f"{plugin}: speechlint_quiet_spans: {type(error).__name__}: {error}" for plugin, error in failed]
        if failed:  # what the plugin would have left alone is not known, so nothing may be mended
            found = [_without_fix(diagnostic) for diagnostic in found]
        crashes = [plugin_crash(plugin, error, self.config.lang) for plugin, error in failed]
        if failures:
            crashes += [diagnostic for diagnostic in found if diagnostic.rule == CRASHED]
            found = [diagnostic for diagnostic in found if diagnostic.rule != CRASHED]
        quiet = [*(stretch.span for stretch in source.quiet), *asked]
        kept = sort_findings(found)
        kept = drop_inside(kept, quiet, "quiet", dropped)
        residue = [diagnostic.span for diagnostic in kept if diagnostic.rule in self._covering]
        kept = drop_inside(kept, residue, "residue", dropped, self._covering)
        kept = drop_inferred(kept, self._inferring, dropped)
        if kept and self._allowed is not None:
            words = [Span(start, end) for start, end in self._allowed.places(source.text)]
            kept = drop_inside(kept, words, "words", dropped)
        if crashes:
            kept = sort_findings([*crashes, *kept])
        if source.directives:
            known = frozenset(self.catalogue.by_id) | frozenset(self.catalogue.families)
            ran = judged(self.rules_for(source.path), self.config, self.catalogue)
            kept = sort_findings(
                apply_directives(kept, source.directives, document.lines, known, ran, self.config.lang, dropped)
            )
        ignored = OURS.keys() & self.config.ignore
        return [diagnostic for diagnostic in kept if diagnostic.rule not in ignored] if ignored else kept

    @cached_property
    def _allowed(self) -> Literals | None:
        words = self.config.words
        return Literals((*words.allow, *words.names), both_scripts=False) if words.allow or words.names else None

    # --- per-file keys ------------------------------------------------------------------------------------------------

    @cached_property
    def _patterns(self) -> dict[str, Globs]:
        return {name: Globs([name]) for name in (*self.config.per_file_ignores, *self.config.per_file_select)}

    def _cards_of_any_file(self) -> list[Card]:
        """The rules of the run, and those that only `per-file-select` switches on."""
        table = self.config.per_file_select
        selected = {id for name, ids in table.items() for id in expand(ids, f"per-file-select.{name}", self.catalogue)}
        running = {active.id for active in self.active} | selected
        return [card for card in self.catalogue.cards if card.id in running]

    def _check_file_patterns(self) -> None:
        for key, table in (
            ("per-file-ignores", self.config.per_file_ignores),
            ("per-file-select", self.config.per_file_select),
        ):
            for pattern, ids in table.items():
                expand(ids, f"{key}.{pattern}", self.catalogue)

    def _relative(self, path: str) -> str:
        root = self.config.root or Path.cwd()
        full = Path(path).absolute()
        return full.relative_to(root).as_posix() if full.is_relative_to(root) else full.as_posix().lstrip("/")

    def unreadable(self, name: str, reason: Bilingual) -> FileReport:
        """The report on a file that could not be read."""
        said = reason.into(self.config.lang)
        return FileReport(
            Source("", name), (Diagnostic(UNREADABLE, Span(0, 0), said, Severity.ERROR),), failures=(f"{name}: {said}",)
        )


def _abreast(given: Iterable[tuple[Source, Document | None]]) -> Iterator[list[tuple[Source, Document | None]]]:
    """Short documents in groups, others by themselves, in their order: all that is seen of a group is held at once."""
    group: list[tuple[Source, Document | None]] = []
    size = 0
    for source, document in given:
        size += len(source.text)
        if group and (size > MOST_CHARACTERS or len(group) == MOST_DOCUMENTS):
            yield group
            group, size = [], len(source.text)
        group.append((source, document))
    if group:
        yield group


def rule_pack_folders(config: Config) -> tuple[Path, ...]:
    """The folders of `rule-packs`, below the configuration's own folder."""
    root = config.root or Path.cwd()
    return tuple((root / name).resolve() for name in config.rule_packs)


def _with_severity(diagnostic: Diagnostic, severity: Severity) -> Diagnostic:
    if diagnostic.severity is severity:
        return diagnostic
    return replace(diagnostic, severity=severity)


def _without_fix(diagnostic: Diagnostic) -> Diagnostic:
    if diagnostic.fix is None:
        return diagnostic
    return replace(diagnostic, fix=None)
