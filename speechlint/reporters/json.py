"""JSON: one array, or one object a line. The keys follow ruff's where ruff has one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any

from speechlint.findings.diagnostic import Severity
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
        self._area = Lines(report.source.text).area
        self._strings = _Strings()

    def lines(self) -> Iterator[str]:
        source, strings = self._report.source, self._strings
        text = source.text
        heads: dict[str, tuple[str, ...]] = {}
        for (diagnostic, reason), fingerprint in named(self._report, self._run):
            rule, span = diagnostic.rule, diagnostic.span
            if rule not in heads:
                heads[rule] = self._heads(rule)
            place = self._place(span)
            block = _inner(of_block(source.block_at(span.start))) if source.blocks else ""
            fix = "null" if diagnostic.fix is None else self._fix(diagnostic.fix, span, place)
            suggestions = notes = ""
            if diagnostic.suggestions:
                suggestions = ", ".join([self._fix(fix, span, place) for fix in diagnostic.suggestions])
            if diagnostic.notes:
                notes = ", ".join([strings[note] for note in diagnostic.notes])
            last = "null" if reason is None else f'null, "suppressed": {strings[reason]}'
            yield (
                f'{heads[rule][diagnostic.severity]}{strings[diagnostic.message]}, "filename": {NAME}, {block}{place}, '
                f'"text": {strings[text[span[0] : span[1]]]}, "fix": {fix}, "suggestions": [{suggestions}], '
                f'"notes": [{notes}], "fingerprint": "{fingerprint}", "url": {last}}}\n'
            )

    def _heads(self, rule: str) -> tuple[str, ...]:
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
