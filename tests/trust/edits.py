"""Every safe edit that --fix would make in the texts of a folder, a line each, for reading.

    python -m tests.trust.soak edits FOLDER [PRESET] > edits.tsv

Columns: the rule, the words before and after with ⟦ ⟧ round what changes, and the file with the line. The last line, on
standard error, counts them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.report import FileReport
from speechlint.text.lines import Lines

NEAR = 16  # code points shown on each side
SUFFIXES = (".txt", ".md", ".docx")


class SafeEdit(NamedTuple):
    """A safe fix where it stands, before and after."""

    rule: str
    before: str
    after: str
    place: str


def main(arguments: Sequence[str]) -> int:
    if len(arguments) not in (1, 2) or not Path(arguments[0]).is_dir():
        print("usage: python -m tests.trust.soak edits FOLDER [PRESET]", file=sys.stderr)
        return 2
    folder, preset = Path(arguments[0]), (*arguments, "gongwen")[1]
    linter = Linter(msgspec.convert({"preset": preset}, Config))
    edits = files = characters = 0
    for file in sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file()):
        source = linter.decode(file.read_bytes(), str(file))
        if isinstance(source, FileReport):
            continue
        report = linter.check(source)
        files += 1
        characters += len(report.source.text)
        for edit in safe_edits(report, str(file.relative_to(folder))):
            edits += 1
            print("\t".join(edit))
    print(f"{edits} safe edits in {files} files, {characters:,} characters", file=sys.stderr)
    return 0


def safe_edits(report: FileReport, name: str) -> Iterator[SafeEdit]:
    lines = Lines(report.source.text)
    for entry in report.kept:
        # --fix passes over hints, whose rules have to be selected by name.
        if entry.fix is not None and entry.fix.applies(Applicability.SAFE) and entry.severity > Severity.HINT:
            row, _ = lines.location(entry.span.start)
            before, after = shown(report.source.text, entry)
            yield SafeEdit(entry.rule, before, after, f"{name}:{row}")


def shown(text: str, entry: Diagnostic) -> tuple[str, str]:
    """The words around all edits of a fix, as they are and as they would be."""
    assert entry.fix is not None
    edits = sorted(entry.fix.edits, key=lambda edit: edit.span)
    start, end = max(0, edits[0].span.start - NEAR), min(len(text), edits[-1].span.end + NEAR)
    before, after, at = "", "", start
    for edit in edits:
        before += f"{text[at : edit.span.start]}⟦{edit.span.of(text)}⟧"
        after += f"{text[at : edit.span.start]}⟦{edit.content}⟧"
        at = edit.span.end
    return visible(before + text[at:end]), visible(after + text[at:end])


def visible(words: str) -> str:
    return "".join(sign if sign.isprintable() or sign == "\u3000" else f"\\u{ord(sign):04x}" for sign in words)
