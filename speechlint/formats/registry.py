"""The kinds of file that drafts come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Protocol

from msgspec.structs import replace

from speechlint.formats.docx import Docx
from speechlint.formats.foreign import Foreign
from speechlint.formats.markdown import Markdown
from speechlint.formats.plain import Plain
from speechlint.formats.source import Source
from speechlint.text.span import Span


class Format(Protocol):
    """How one kind of file is read and written. Stateless.

    `read` raises DecodeError, `render` EncodeError; `render(source, ())` gives the bytes that were read.
    """

    @property
    def name(self) -> str:
        """What `Source.format` says."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """In lower case, with the dot."""

    def read(self, data: bytes, path: str | None, encoding: str | None) -> Source:
        """The file's source; `encoding` is what the user says it is, None to find out."""

    def reparse(self, source: Source, text: str) -> Source:
        """The same file with another text: what depends on the text is found anew."""

    def render(self, source: Source, edits: Iterable[tuple[Span, str]]) -> bytes:
        """The file's bytes with sorted, disjoint edits carried out."""


PLAIN = Plain()
MARKDOWN = Markdown()
DOCX = Docx()
FOREIGN = Foreign()
BUILTIN: tuple[Format, ...] = (MARKDOWN, PLAIN, DOCX)


def format_for(path: str | None, formats: Iterable[Format] = BUILTIN) -> Format:
    """The first format that claims the file's suffix; a file without one, or with an unknown one, is read as plain."""
    suffix = PurePath(path or "").suffix.lower()
    return next((kind for kind in (*formats, FOREIGN) if suffix in kind.suffixes), PLAIN)


def edited(kind: Format, source: Source, edits: Sequence[tuple[Span, str]]) -> Source:
    """The source with sorted, disjoint edits carried out; what depends on the text is found anew."""
    parts: list[str] = []
    at = 0
    for span, content in edits:
        if not at <= span.start <= span.end <= len(source.text):
            raise ValueError(f"edits must be sorted, disjoint and within the text: {span}")
        parts += source.text[at : span.start], content
        at = span.end
    text = "".join((*parts, source.text[at:]))
    if source.origin is None:
        return kind.reparse(source, text)
    return replace(source, text=text, blocks=(), origin=source.origin.edited(edits))
