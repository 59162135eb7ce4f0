"""JSON: one array, or one object a line. The keys follow ruff's where ruff has one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import repeat
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fingerprint import fingerprints
from speechlint.findings.fix import Applicability, Fix
from speechlint.findings.report import FileReport
from speechlint.findings.tally import Tally
from speechlint.formats.source import Block
from speechlint.reporters.findings import named
from speechlint.reporters.parts import pieces_of
from speechlint.reporters.registry import NAME, Run
from speechlint.reporters.visible import HIDDEN
from speechlint.text.lines import Lines
from speechlint.text.span import Span


class JsonLines:
    name = "jsonl"
    form = "json"

    def pieces(self, run: Run) -> Iterable[str]:
        return pieces_of(self, run)

    def part(self, report: FileReport, run: Run) -> Iterable[str]:
        """An object a line."""
        return _Writer(report, run).lines() if report.kept or run.show_suppressed else ()

    def halves(self, report: FileReport) -> tuple[Iterator[str], Iterator[str]]:
        """The part of a file in two, for two processes; what is not reported is in neither."""
        middle, run = len(report.kept) // 2, Run((), {}, Path())
        return _Writer(report, run).lines(0, middle), _Writer(report, run).lines(middle)

    def called(self, name: str) -> str:
        return _Strings()[name]

    def joined(self, parts: Iterable[bytes]) -> Iterable[bytes]:
        return parts

    def end(self, _tallies: Sequence[Tally], _run: Run, /) -> Iterable[str]:
        return ()


class JsonArray(JsonLines):
    name = "json"

    def joined(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        between = b"[\n  "
        for part in parts:
            # Only the last line end of all has no comma.
            yield between + (part[:-1] if part.endswith(b"\n") else part).replace(b"\n", b",\n  ")
            between = b",\n  " if part.endswith(b"\n") else b""
        yield b"[]\n" if between.startswith(b"[") else b"\n]\n"


# JSON escapes C0 itself; these stand only within strings, where an escape means the same.
_UNSAFE = re.compile(f"[{HIDDEN}]")
REMEMBERED = 2048  # strings of one file
SHORT = 40  # code points; a longer string is hardly said again
_PLACE = "\1"  # where a finding stands, in an object that many findings share but for that
_LEVELS = ("", *(level.word for level in Applicability))

JSON = JsonArray()
JSON_LINES = JsonLines()


def encode(value: object, indent: int = 0) -> str:
    """The value on one line, unless it is to be indented. Escaped: what nobody sees, or a terminal would obey."""
    import msgspec

    try:
        return msgspec.json.format(_escaped(msgspec.json.encode(value).decode()), indent=indent)
    except UnicodeEncodeError:  # a lone surrogate
        import json

        return _escaped(json.dumps(value, ensure_ascii=False, indent=indent or None))


def filled(value: object, items: Iterable[object], indent: int = 0, depth: int = 0) -> Iterator[str]:
    """The value in pieces, with the items in its last array, which is empty; they are never held all at once.

    `depth` is how far the items are indented, if anything is.
    """
    before, behind = encode(value, indent).rsplit("[]", 1)
    shift, close = ("\n" + " " * depth, "\n" + " " * (depth - indent)) if indent else ("", "")
    yield before
    joint = "["
    for item in items:
        yield joint + shift + encode(item, indent).replace("\n", shift)
        joint = "," if indent else ", "
    yield ("[]" if joint == "[" else close + "]") + behind + "\n"


class _Strings(dict[str, str]):
    """Strings as JSON has them, with quotation marks. Short ones are remembered: findings repeat each other's words."""

    def __missing__(self, text: str) -> str:
        written = _escaped(encode_basestring(text))
        if len(text) <= SHORT and len(self) < REMEMBERED:
            self[text] = written
        return written


class _Writer:
    """Writes the findings of one file. There may be a hundred thousand of them, so what they share is made once."""

    def __init__(self, report: FileReport, run: Run) -> None:
        self._report = report
        self._run = run
        self._strings = _Strings()
        self._heads: dict[str, tuple[str, ...]] = {}

    def lines(self, first: int = 0, last: int | None = None) -> Iterator[str]:
        """A line a finding, in reading order; some of them may be asked for where all are reported."""
        alike: dict[object, list[str]] = {}
        text = self._report.source.text
        plain = not self._report.source.blocks
        for diagnostic, reason, fingerprint in self._named(first, last):
            span, fix = diagnostic.span, diagnostic.fix
            place = self._place(span)
            start, end = span
            if (
                plain
                and reason is None
                and not diagnostic.suggestions
                and _is_there(fix, span)
                and end - start <= SHORT
            ):
                key = (
                    diagnostic.rule,
                    diagnostic.message,
                    diagnostic.severity,
                    text[start:end],
                    diagnostic.notes,
                    (fix and (fix.title, fix.edits[0].content, fix.applicability)),
                )
                parts = alike.get(key)
                if parts is None:
                    parts = self._line(diagnostic, _PLACE).split(_PLACE)
                    if len(alike) < REMEMBERED:
                        alike[key] = parts
                yield f'{place.join(parts)}{fingerprint}", "url": null}}\n'
            else:
                url = "null" if reason is None else f'null, "suppressed": {self._strings[reason]}'
                yield f'{self._line(diagnostic, place)}{fingerprint}", "url": {url}}}\n'

    @cached_property
    def _area(self) -> Callable[[Span], tuple[int, int, int, int]]:
        """Where the lines are: found by the process that writes."""
        return Lines(self._report.source.text).area

    def _named(self, first: int, last: int | None) -> Iterable[tuple[Diagnostic, str | None, str]]:
        """The findings, why they are not reported, and their names."""
        report = self._report
        if not self._run.show_suppressed and not report.baselined:
            names = fingerprints(report.source.text, report.kept[:last], first)
            return zip(report.kept[first:last], repeat(None), names, strict=False)
        return ((*entry, fingerprint) for entry, fingerprint in named(report, self._run))

    def _line(self, diagnostic: Diagnostic, place: str) -> str:
        """The object of a finding at this place, up to the name of the finding."""
        source, strings, span = self._report.source, self._strings, diagnostic.span
        rule = diagnostic.rule
        if rule not in self._heads:
            self._heads[rule] = self._heads_of(rule)
        block = _inner(of_block(source.block_at(span.start))) if source.blocks else ""
        fix = "null" if diagnostic.fix is None else self._fix(diagnostic.fix, span, place)
        suggestions = ", ".join([self._fix(each, span, place) for each in diagnostic.suggestions])
        notes = ", ".join([strings[note] for note in diagnostic.notes])
        return (
            f'{self._heads[rule][diagnostic.severity]}{strings[diagnostic.message]}, "filename": {NAME}, '
            f'{block}{place}, "text": {strings[span.of(source.text)]}, "fix": {fix}, "suggestions": [{suggestions}], '
            f'"notes": [{notes}], "fingerprint": "'
        )

    def _heads_of(self, rule: str) -> tuple[str, ...]:
        """How the objects of a rule begin, by severity."""
        start = f'{{"code": {self._strings[rule]}, "family": {self._strings[rule.partition("/")[0]]}, "severity": '
        return ("", *(f'{start}"{severity.word}", "message": ' for severity in Severity))

    def _place(self, span: Span) -> str:
        row, column, end_row, end_column = self._area(span)
        return (
            f'"location": {{"row": {row}, "column": {column}}}, '
            f'"end_location": {{"row": {end_row}, "column": {end_column}}}'
        )

    def _fix(self, fix: Fix, span: Span, place: str) -> str:
        """`place` is that of `span`, where most fixes are."""
        edits = [
            f'{{{place if edited == span else self._place(edited)}, "content": {self._strings[content]}}}'
            for edited, content in fix.edits
        ]
        title = self._strings[fix.title]
        return f'{{"applicability": "{_LEVELS[fix.applicability]}", "message": {title}, "edits": [{", ".join(edits)}]}}'


def _is_there(fix: Fix | None, span: Span) -> bool:
    """Whether a fix, if there is one, is a single edit of the span."""
    return fix is None or (len(fix.edits) == 1 and fix.edits[0].span == span)


def of_block(block: Block | None) -> dict[str, Any]:
    """Which paragraph of a Word file it is, and of what beside the body; nothing for text files."""
    if block is None:
        return {}
    return {"paragraph": block.number} | ({} if block.place == "body" else {"part": block.place})


def _inner(values: dict[str, Any]) -> str:
    """The keys of an object for a place among others."""
    return f"{encode(values)[1:-1]}, " if values else ""


def _escaped(text: str) -> str:
    # Asking first is cheap: nearly everything that could be printed is safe.
    return text if text.isprintable() else _UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD7C0 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
