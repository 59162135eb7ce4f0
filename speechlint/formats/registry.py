"""The kinds of file that drafts come in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Protocol

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
BUILTIN: tuple[Format, ...] = (MARKDOWN, PLAIN)


def format_for(path: str | None, formats: Iterable[Format] = BUILTIN) -> Format:
    """The first format that claims the file's suffix; a file without one, or with an unknown one, is read as plain."""
    suffix = PurePath(path or "").suffix.lower()
    return next((kind for kind in formats if suffix in kind.suffixes), PLAIN)
