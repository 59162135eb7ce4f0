"""Reports made of the parts of their files: written wherever a file is checked, kept, and put together in the end."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from speechlint.findings.diagnostic import Severity
from speechlint.findings.report import FileReport
from speechlint.findings.tally import Tally, tally_of
from speechlint.reporters.portions import encoded
from speechlint.reporters.registry import NAME, ByFile, Manner, Run, builtin_reporter, is_by_file, shown_name

LEVEL = 1  # of compression: a report says the same again and again, and shrinks to a tenth at any level
STEP = 1_000_000  # bytes that are spread out at once
MOST = 1 << 30  # bytes that a part may have when it is spread out: a forged one may have a thousand times its own


class Part(Struct, frozen=True, array_like=True):
    """The part of a report for one file, compressed, and the numbers that stand for its findings."""

    tally: Tally
    packed: bytes = b""


def part_of(report: FileReport, manner: Manner) -> Part:
    """What is left of a report that is to be shown in this manner only."""
    report = severe(report, manner.least)
    if not manner.format or not (report.kept or manner.show_suppressed):
        return Part(tally_of(report))
    run = Run(
        (),
        {},
        Path(),
        language=manner.language,
        color=manner.color,
        width=manner.width,
        ambiguous=manner.ambiguous,
        show_suppressed=manner.show_suppressed,
        quiet=manner.quiet,
        named=frozenset(manner.named),
    )
    press = zlib.compressobj(LEVEL)
    pressed = [press.compress(piece) for piece in part_pieces(by_file(manner.format), report, run)]
    return Part(tally_of(report), b"".join(pressed) + press.flush() if pressed else b"")


def part_pieces(reporter: ByFile, report: FileReport, run: Run) -> Iterator[bytes]:
    """The part of one file, in pieces of a size that is quickly written."""
    return encoded(reporter.part(report, run))


def spread(part: Part) -> Iterable[bytes] | None:
    """What was compressed, in pieces; None where it is damaged, or more than any report has."""
    try:
        if not part.packed:
            return ()
        if len(part.packed) < STEP // 10:
            press = zlib.decompressobj()
            pieces = (press.decompress(part.packed, STEP),)
            if press.eof:
                return pieces
        for _ in _steps(part.packed):  # once to see whether it is whole: what is written cannot be taken back
            pass
    except zlib.error:
        return None
    return _steps(part.packed)


def with_name(pieces: Iterable[bytes], reporter: ByFile, path: str | None, folder: Path) -> Iterator[bytes]:
    """The part of a file with its name in it."""
    mark = NAME.encode()
    name = reporter.called(shown_name(path, folder)).encode("utf-8", "backslashreplace")
    return (piece.replace(mark, name) for piece in pieces if piece)


def pieces_of(reporter: ByFile, run: Run) -> Iterator[str]:
    """The whole report on reports that are at hand."""
    parts = (
        piece
        for report in run.reports
        for piece in with_name(part_pieces(reporter, report, run), reporter, report.path, run.folder)
    )
    for piece in reporter.joined(parts):
        yield piece.decode()
    yield from reporter.end([tally_of(report) for report in run.reports], run)


def severe(report: FileReport, least: Severity) -> FileReport:
    """The report without what is less severe."""
    if least is Severity.HINT:
        return report
    return replace(report, kept=tuple(found for found in report.kept if found.severity >= least))


def by_file(name: str) -> ByFile:
    """One of our own formats that are made of parts. Raises KeyError for any other."""
    reporter = builtin_reporter(name)
    if not is_by_file(reporter):
        raise KeyError(name)
    return reporter


def _steps(packed: bytes) -> Iterator[bytes]:
    press = zlib.decompressobj()
    data, room = packed, MOST
    while data:
        piece = press.decompress(data, STEP)
        room -= len(piece)
        if room < 0:
            raise zlib.error("too long")
        yield piece
        data = press.unconsumed_tail
    yield press.flush()
    if not press.eof:
        raise zlib.error("cut short")
