"""One document of a corpus: its text in, its row of the output out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from speechlint.corpus.cleaning import Cleaned, cleaned
from speechlint.corpus.options import Options
from speechlint.corpus.quality import quality
from speechlint.engine.linter import Linter
from speechlint.engine.work import crash_of
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fingerprint import fingerprints
from speechlint.findings.fix import Fix
from speechlint.findings.report import FileReport
from speechlint.formats.registry import MARKDOWN
from speechlint.formats.source import Source
from speechlint.text.lines import Lines

Row = dict[str, Any]
MISSING = Bilingual("没有正文（null）", "there is no text (null)")


def read_document(linter: Linter, text: str | bytes | None, name: str | None, options: Options) -> Source | Row:
    """The source of one document, or the row that says why there is none. Never raises because of the document."""
    language = linter.config.lang
    if text is None:
        return unreadable(MISSING.into(language))
    try:
        source = _source(linter, text, name, options)
        return unreadable(source.kept[0].message) if isinstance(source, FileReport) else source
    except Exception as error:  # a plugin's, or a fault of ours: the other documents go on
        return unreadable(crash_of(error).into(language))


def check_documents(linter: Linter, sources: Sequence[Source], options: Options) -> list[Row]:
    """The result columns of each document, by name. Never raises because of a document."""
    try:
        return _checked(linter, sources, options)
    except Exception as error:  # or there is not enough memory for all of them
        if len(sources) == 1:
            return [unreadable(crash_of(error).into(linter.config.lang))]
        return [row for source in sources for row in check_documents(linter, [source], options)]


def unreadable(reason: str) -> Row:
    """The row of a document of which nothing is known but why."""
    return {"findings": [], "counts": [], "error": reason}


def _source(linter: Linter, text: str | bytes, name: str | None, options: Options) -> Source | FileReport:
    if isinstance(text, bytes):
        return linter.decode(text, name or "")
    return MARKDOWN.reparse(Source(text, None, "markdown"), text) if options.format == "markdown" else Source(text)


def _checked(linter: Linter, sources: Sequence[Source], options: Options) -> list[Row]:
    reports = linter.check_many(sources)
    rows = [_found(report) for report in reports]
    if options.clean:
        for row, report, done in zip(
            rows, reports, cleaned(linter, reports, drop_residue=options.drop_residue), strict=True
        ):
            row |= _mended(linter, report, done, row["quality"])
    return rows


def _found(report: FileReport) -> Row:
    text, kept = report.source.text, report.kept
    severities = Counter(found.severity for found in kept)
    return {
        "characters": len(text),
        "sha256": sha256(text.encode()).hexdigest(),
        "quality": quality(_visible(text), kept),
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "hints": severities[Severity.HINT],
        "counts": sorted(Counter(found.family for found in kept).items()),
        "findings": _findings(text, kept),
        "error": "; ".join(report.failures) or None,
    }


def _mended(linter: Linter, report: FileReport, done: Cleaned, before: float) -> Row:
    row: Row = {
        "clean_text": done.text,
        "clean_quality": quality(_visible(done.text), done.remaining) if done.changes else before,
        "changes": done.changes,
        "edits": done.edits,
    }
    if done.trouble is not None:
        reasons = (*report.failures, done.trouble.into(linter.config.lang))
        row["error"] = "; ".join(reasons)
    return row


def _findings(text: str, kept: Sequence[Diagnostic]) -> list[Row]:
    if not kept:
        return []
    lines = Lines(text)
    return [
        _finding(found, fingerprint, text, lines)
        for found, fingerprint in zip(kept, fingerprints(text, kept), strict=True)
    ]


def _finding(found: Diagnostic, fingerprint: str, text: str, lines: Lines) -> Row:
    start, end = found.span
    row, column = lines.location(start)
    return {
        "code": found.rule,
        "family": found.family,
        "severity": found.severity.word,
        "start": start,
        "end": end,
        "row": row,
        "column": column,
        "message": found.message,
        "text": text[start:end],
        "fix": _fix(found.fix) if found.fix is not None else None,
        "fingerprint": fingerprint,
    }


def _fix(fix: Fix) -> Row:
    edits = [{"start": start, "end": end, "content": content} for (start, end), content in fix.edits]
    return {"applicability": fix.applicability.word, "message": fix.title, "edits": edits}


def _visible(text: str) -> int:
    """The characters that are no white space."""
    return len(text) - sum(map(text.count, _SPACES))


_SPACES = " \t\n\r\u3000\xa0"
