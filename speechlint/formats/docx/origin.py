"""The Word file that a text came out of, and the edits that are to go back into it."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.formats.docx.comments import Note, commented
from speechlint.formats.docx.edits import Change, Trace
from speechlint.formats.docx.layout import Layout, lay_out
from speechlint.formats.docx.package import open_package
from speechlint.formats.docx.revisions import Reviser
from speechlint.formats.docx.splice import CannotEditError, spliced, splices_for
from speechlint.formats.errors import DecodeError, EncodeError
from speechlint.formats.source import Block
from speechlint.text.span import Span


class WordOrigin:
    """One Word file: its bytes, its layout, and how its first text became the present one. Immutable."""

    def __init__(self, data: bytes, layout: Layout | None = None, trace: Trace | None = None) -> None:
        self._data = data
        self.layout = lay_out(open_package(data)) if layout is None else layout
        self.trace = Trace(len(self.layout.text)) if trace is None else trace

    @property
    def data(self) -> bytes:
        return self._data

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.layout.blocks

    @property
    def aside(self) -> int:
        return self.trace.present(self.layout.aside)

    def refusal(self, edits: Iterable[Change]) -> tuple[str, str] | None:
        try:
            for edit in edits:
                splices_for(self.layout, self.trace.traced(edit))
        except CannotEditError as error:
            return (
                f"这里有{error.why.zh}，不能自动修改，请在 Word 里改",
                f"this touches {error.why.en} and cannot be mended here; change it in Word",
            )
        return None

    def edited(self, edits: Iterable[Change]) -> WordOrigin:
        return WordOrigin(self._data, self.layout, self.trace.then(edits))

    def written(self, text: str) -> bytes:
        """The file with the edits carried out. Raises EncodeError, also where reading it again gives another text."""
        if not self.trace.edits:
            return self._data
        package = open_package(self._data)
        self.check_open(package.signed)
        try:
            changed = spliced(self.layout, splices_for(self.layout, self.trace.edits))
        except CannotEditError as error:
            raise _unwritten(error.why.zh, error.why.en) from error
        return proved(package.archive.rewritten(changed), text)

    def revised(self, notes: Iterable[Note], date: str) -> bytes:
        """The file with the edits as tracked changes, and with notes on the present text as comments.

        An edit that cannot be tracked is a comment too. Raises EncodeError.
        """
        package = open_package(self._data)
        self.check_open(package.signed, tracked=True)
        remarks = package.part("comments")
        reviser = Reviser(self.layout, () if remarks is None else (remarks,), date)
        tracked = reviser.tracked(self.trace.edits)
        anchored = [*(Note(self._traced(note.span), note.words) for note in notes), *map(_left, tracked.left)]
        comments = commented(package, self.layout, anchored, reviser, date)
        if not tracked.splices and not comments.splices:
            return self._data
        try:
            changed = spliced(self.layout, [*tracked.splices, *comments.splices])
        except CannotEditError as error:
            raise _unwritten(error.why.zh, error.why.en) from error
        text = apply_changes(self.layout.text, tracked.done)
        return proved(package.archive.rewritten({**changed, **comments.changed}, comments.added), text)

    def _traced(self, span: Span) -> Span:
        start, end = self.trace.origin(span.start), self.trace.origin(span.end)
        return Span(start, max(start, end))

    def check_open(self, signed: bool, *, tracked: bool = False) -> None:
        """Raises EncodeError for files that are not ours to change."""
        if signed:
            raise EncodeError(
                "文件有数字签名，一改就失效，没有改",
                "the file is signed; a change would break that, so it was left alone",
            )
        if self.layout.protection == "trackedChanges" and not tracked:
            raise EncodeError(
                "文件只许以修订方式修改，没有改；请加 --as-revisions",
                "only tracked changes are allowed in this file, so it was left alone; use --as-revisions",
            )
        if self.layout.protection not in ("", "none", "trackedChanges"):
            raise EncodeError(
                "文件限制了编辑，没有改；请先在 Word 里停止保护",
                "editing is restricted in this file, so it was left alone; stop the protection in Word first",
            )


def apply_changes(text: str, changes: Iterable[Change]) -> str:
    parts: list[str] = []
    at = 0
    for span, content in changes:
        parts += text[at : span.start], content
        at = span.end
    return "".join((*parts, text[at:]))


def _left(change: Change) -> Note:
    span, content = change
    return Note(span, f"应改为“{content}”" if content else "应删去")


def proved(data: bytes, text: str) -> bytes:
    """The bytes, if they read as that text; EncodeError if not."""
    try:
        found = lay_out(open_package(data)).text
    except DecodeError as error:
        raise _unwritten(error.zh, error.en) from error
    if found != text:
        raise _unwritten("核对不符", "the result did not read as it should")
    return data


def _unwritten(zh: str, en: str) -> EncodeError:
    return EncodeError(f"改不进去（{zh}），文件未改", f"could not be changed ({en}) and was left as it was")
