"""Word files (.docx): their text with the way back into the bytes, and nothing else of them changed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from speechlint.formats.errors import EncodeError
from speechlint.formats.source import Source
from speechlint.text.span import Span


class Docx(Struct, frozen=True):
    """Word's own format since 2007, which WPS and LibreOffice write too."""

    name: str = "docx"
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, data: bytes, path: str | None, encoding: str | None) -> Source:  # noqa: ARG002
        """XML says its own encoding."""
        from speechlint.formats.docx.origin import WordOrigin

        origin = WordOrigin(data)
        return Source(origin.layout.text, path, self.name, blocks=origin.blocks, origin=origin)

    def reparse(self, source: Source, text: str) -> Source:
        """A text that belongs to no file any more: `edited` keeps the way back."""
        return replace(source, text=text, blocks=(), origin=None)

    def revised(self, source: Source, notes: Iterable[tuple[Span, str]], date: str) -> bytes:
        """The file with the edits of the source as tracked changes, dated so, and the notes on its text as comments.

        Raises EncodeError.
        """
        from speechlint.formats.docx.comments import Note
        from speechlint.formats.docx.origin import WordOrigin

        if not isinstance(source.origin, WordOrigin):
            raise EncodeError("没有原来的 Word 文件，无法写出", "there is no Word file to write it into")
        return source.origin.revised([Note(span, words) for span, words in notes], date)

    def render(self, source: Source, edits: Iterable[tuple[Span, str]]) -> bytes:
        from speechlint.formats.docx.origin import WordOrigin
        from speechlint.formats.registry import edited

        if not isinstance(source.origin, WordOrigin):
            raise EncodeError("没有原来的 Word 文件，无法写出", "there is no Word file to write it into")
        after = edited(self, source, tuple(edits))
        assert isinstance(after.origin, WordOrigin)
        return after.origin.written(after.text)
