"""What is done with one file of a run: read, check or mend, write."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from speechlint.engine.fix import FixOutcome, fix_source
from speechlint.engine.halves import is_large
from speechlint.engine.linter import Linter
from speechlint.engine.place import digest_of
from speechlint.engine.write import RefusedError, replace_file
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.report import FileReport
from speechlint.findings.tally import Tally, tally_of
from speechlint.formats.bounded import DRAFT, RefusedFileError, read_bytes
from speechlint.formats.errors import EncodeError, FormatError
from speechlint.formats.registry import DOCX, format_for
from speechlint.formats.source import Source
from speechlint.reporters.parts import Part, part_of
from speechlint.reporters.registry import Manner
from speechlint.text.named_tuple import NamedTuple


class Wish(NamedTuple):
    """What the user wants done: `fix` None means to look only; `write` False, to show what mending would do.

    `backup` keeps the old bytes of what is written. `revisions` is the date (as 2026-03-02T10:30:00Z) of the tracked
    changes to be written instead of plain ones, with comments for what is less sure; Word files only. `helped` lets
    a second process run some of the rules of a text that is only looked at. `manner` says how the findings are to be
    written in the place of a report, but for a large report with `whole`; with `keep` they are packed, too.
    """

    fix: Applicability | None = None
    write: bool = True
    backup: bool = False
    revisions: str | None = None
    helped: bool = False
    manner: Manner | None = None
    keep: bool = False
    whole: bool = False


class Done(NamedTuple):
    """What came of one file.

    `applied` are the findings that were mended; `mended` the bytes that follow from them, None where nothing changed;
    `before` the text they were mended in. `trouble` says what could not be done, and makes the exit status 2.
    `digest` names the bytes that were looked at. Where the findings were written at once, `part` holds them, `packed`
    the same for later runs, and the report nothing.
    """

    report: FileReport
    applied: tuple[Diagnostic, ...] = ()
    mended: bytes | None = None
    before: str = ""
    trouble: tuple[Bilingual, ...] = ()
    digest: bytes = b""
    part: Part | None = None
    packed: bytes = b""

    @property
    def tally(self) -> Tally:
        """The numbers of the findings."""
        return tally_of(self.report) if self.part is None else self.part.tally


def do_file(linter: Linter, path: str, wish: Wish) -> Done:
    """One file from the disk, and back to it. Never raises because of the file."""
    if wish.fix is None:
        source, digest = _opened(linter, path)  # without the bytes: they are as much as what is found in a large file
        return _done(linter, source, path, wish)._replace(digest=digest)
    try:
        data = read_bytes(path, DRAFT)
    except (OSError, MemoryError) as error:
        return failed(linter, path, unreadable(error))
    done = do_bytes(linter, data, path, wish)
    if done.mended is None or not wish.write:
        return done._replace(digest=digest_of(data))
    try:
        replace_file(path, data, done.mended, backup=wish.backup)
    except RefusedError as refusal:
        return do_bytes(linter, data, path, Wish())._replace(trouble=(refusal.reason,))
    return done._replace(mended=None, before="")


def do_files(linter: Linter, paths: Sequence[str], wish: Wish) -> Iterator[Done]:
    """The same for a few files, in order: those that are only looked at are checked together, which is quicker."""
    if wish.fix is not None or len(paths) == 1:
        yield from (_written(do_file(linter, path, wish), wish) for path in paths)
        return
    opened = [_opened(linter, path) for path in paths]
    reports = iter(_reports(linter, [source for source, _ in opened if isinstance(source, Source)]))
    for path, (source, digest) in zip(paths, opened, strict=True):
        report = next(reports) if isinstance(source, Source) else None
        done = _done(linter, source, path, wish) if report is None else Done(light(report), trouble=_crashes(report))
        yield _written(done._replace(digest=digest), wish)


def do_bytes(linter: Linter, data: bytes, name: str, wish: Wish) -> Done:
    """The same for bytes that are at hand; nothing is written."""
    return _done(linter, _decoded(linter, data, name), name, wish)


def failed(linter: Linter, name: str, reason: Bilingual) -> Done:
    """What came of a file that could not be checked."""
    return Done(linter.unreadable(name, reason), trouble=(reason,))


def unreadable(error: OSError | MemoryError) -> Bilingual:
    """Why a draft could not be read or checked, and what to do."""
    if isinstance(error, MemoryError):
        return Bilingual(
            "内存不够，没有检查；请分成几个文件", "there is not enough memory; split it into several files"
        )
    if isinstance(error, RefusedFileError):
        return Bilingual(error.zh, error.en)
    reason = error.strerror or type(error).__name__
    if isinstance(error, FileNotFoundError):
        return Bilingual("没有这个文件，请检查路径", "there is no such file; check the path")
    if isinstance(error, PermissionError):
        return Bilingual("没有读取权限", "there is no permission to read it")
    if isinstance(error, IsADirectoryError):
        return Bilingual("这是文件夹，请给出一个文件", "this is a folder; name a file")
    return Bilingual(f"无法读取：{reason}", f"cannot be read: {reason}")


def _written(done: Done, wish: Wish) -> Done:
    """The same with the findings as the user wants to see them, where nothing else is wanted of them."""
    if wish.manner is None or (wish.whole and is_large(done.report)):
        return done
    packed = b""
    if wish.keep and not done.trouble:
        from speechlint.engine.cache import pack

        # A lone surrogate cannot be stored; and what the memory does not hold twice is not kept.
        with contextlib.suppress(UnicodeEncodeError, MemoryError):
            packed = pack(done.report)
    empty = FileReport(Source("", done.report.path))
    try:
        return done._replace(report=empty, part=part_of(done.report, wish.manner), packed=packed)
    except MemoryError:  # it is written piece by piece where the whole report is
        return done


def _opened(linter: Linter, path: str) -> tuple[Source | Done, bytes]:
    """The source of a file, or what came of it where there is none; and what names its bytes."""
    try:
        data = read_bytes(path, DRAFT)
    except (OSError, MemoryError) as error:
        return failed(linter, path, unreadable(error)), b""
    return _decoded(linter, data, path), digest_of(data)


def _decoded(linter: Linter, data: bytes, name: str) -> Source | Done:
    try:
        source = linter.decode(data, name)
    except Exception as error:  # a plugin's format: the other files go on
        return _stopped(linter, name, error)
    return Done(source, trouble=_unread(source)) if isinstance(source, FileReport) else source


def _reports(linter: Linter, sources: Sequence[Source]) -> Sequence[FileReport | None]:
    """The report on each source; none at all where one stops the check, so that each is tried alone."""
    try:
        return linter.check_many(sources)
    except Exception:  # the file that it is about is named when it is tried
        return [None] * len(sources)


def _done(linter: Linter, source: Source | Done, name: str, wish: Wish) -> Done:
    if isinstance(source, Done):
        return source
    try:
        if wish.fix is None:
            return _checked(linter, source, helped=wish.helped)
        return _mended(linter, source, wish.fix, wish.revisions)
    except Exception as error:  # a plugin's quiet spans
        return _stopped(linter, name, error)


def _stopped(linter: Linter, name: str, error: Exception) -> Done:
    return failed(linter, name, unreadable(error) if isinstance(error, MemoryError) else crash_of(error))


def _checked(linter: Linter, source: Source, *, helped: bool) -> Done:
    report = linter.check(source, helped=helped)
    return Done(light(report), trouble=_crashes(report))


def _mended(linter: Linter, source: Source, level: Applicability, revisions: str | None) -> Done:
    if not source.exact:
        return _left_alone(linter, source)
    outcome = fix_source(linter, source, level)
    if outcome.unsettled:
        return Done(light(outcome.report), trouble=(_unsettled(outcome),))
    if revisions is not None:
        return _revised(linter, source, outcome, revisions)
    if outcome.source.text == source.text:
        return Done(light(outcome.report), trouble=_crashes(outcome.report))
    kind = format_for(source.path, linter.catalogue.formats)
    try:
        mended = kind.render(outcome.source, ())
    except EncodeError as error:
        report = linter.check(source)
        return Done(light(report), trouble=(Bilingual(error.zh, error.en), *_crashes(report)))
    report = outcome.report
    if source.origin is not None:  # its paragraphs are counted anew
        report = replace(report, source=kind.read(mended, source.path, None))
    return Done(light(report), outcome.applied, mended, source.text, _crashes(report))


def _revised(linter: Linter, source: Source, outcome: FixOutcome, date: str) -> Done:
    """The fixes as tracked changes, and those that are less sure as comments."""
    if source.origin is None:
        return _not_word(linter, source)
    named = frozenset(active.id for active in linter.rules_for(source.path) if active.named)
    notes = [
        (diagnostic.span, f"{diagnostic.message}（{diagnostic.fix.title}；{diagnostic.rule}）")
        for diagnostic in outcome.report.kept
        if diagnostic.fix is not None and (diagnostic.severity > Severity.HINT or diagnostic.rule in named)
    ]
    try:
        written = DOCX.revised(outcome.source, notes, date)
    except FormatError as error:
        report = linter.check(source)
        return Done(light(report), trouble=(Bilingual(error.zh, error.en), *_crashes(report)))
    report = linter.check(DOCX.read(written, source.path, None))
    mended = written if written != source.origin.data else None
    return Done(light(report), _tracked(outcome, report), mended, source.text, _crashes(report))


def _tracked(outcome: FixOutcome, after: FileReport) -> tuple[Diagnostic, ...]:
    """What was applied and is not found again in the file: a fix that cannot be tracked became a comment."""
    again = Counter(found.rule for found in after.kept)
    again.subtract(found.rule for found in outcome.report.kept)
    tracked = []
    for found in outcome.applied:
        again[found.rule] -= 1
        if again[found.rule] < 0:
            tracked.append(found)
    return tuple(tracked)


def _not_word(linter: Linter, source: Source) -> Done:
    report = linter.check(source)
    reason = Bilingual(
        "--as-revisions 只能用于 .docx 文件，没有修改；文本文件请去掉它",
        "--as-revisions goes with .docx files only, so it was not mended; leave it out for text files",
    )
    return Done(light(report), trouble=(reason, *_crashes(report)))


def _left_alone(linter: Linter, source: Source) -> Done:
    """A file whose bytes would not all come back: nothing is mended, and that is said where there was something."""
    report = linter.check(source)
    if not any(diagnostic.fix for diagnostic in report.kept):
        return Done(light(report), trouble=_crashes(report))
    reason = Bilingual(
        f"按 {source.encoding} 不能逐字节还原，没有修改；请先另存为 UTF-8",
        f"cannot be given back exactly as {source.encoding}, so it was not mended; save it as UTF-8 first",
    )
    return Done(light(report), trouble=(reason, *_crashes(report)))


def light(report: FileReport) -> FileReport:
    """The report without what will not be shown, so that long runs stay small: the way back into a Word file, and the
    text where nothing was found.
    """
    if report.source.origin is not None:
        report = replace(report, source=replace(report.source, origin=None))
    if report.kept or report.suppressed or report.baselined:
        return report
    return replace(report, source=replace(report.source, text="", quiet=(), directives=(), blocks=()))


def _unread(report: FileReport) -> tuple[Bilingual, ...]:
    said = report.kept[0].message
    return (Bilingual(said, said),)


def _crashes(report: FileReport) -> tuple[Bilingual, ...]:
    return tuple(Bilingual(f"检查时出错：{failure}", f"the check failed: {failure}") for failure in report.failures)


def _unsettled(outcome: FixOutcome) -> Bilingual:
    rules = "、".join(outcome.unsettled), ", ".join(outcome.unsettled)
    return Bilingual(
        f"规则 {rules[0]} 的修改不能收敛，没有写入；可用 --ignore 关闭其一，并请报告此问题",
        f"the fixes of {rules[1]} never come to rest, so nothing was written; ignore one of them, and report this",
    )


def crash_of(error: Exception) -> Bilingual:
    """What is said of a file whose check raised: a plugin's format, or a fault of ours."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    place = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "?"
    said = f"{type(error).__name__}: {error}"
    return Bilingual(
        f"检查时出错：{said}（{place}）。若装有插件，请从 plugins 中删去再试，并请报告此问题。",
        f"failed while it was checked: {said} ({place}). Try without plugins, and report this.",
    )
