"""Files that drafts also come in and that nobody but their own programs reads well: named, with the way out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from speechlint.formats.errors import DecodeError, EncodeError
from speechlint.formats.source import Source
from speechlint.text.span import Span

# What a folder of drafts may hold besides: told, for nobody should believe that they were checked.
DRAFTS = (".doc", ".wps", ".docm", ".dotm", ".wpt", ".rtf", ".odt")
_OTHERS = (".pdf", ".ofd", ".dot", ".dotx", ".pages", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps")


class Foreign(Struct, frozen=True):
    """Never read."""

    name: str = "foreign"
    suffixes: tuple[str, ...] = (*DRAFTS, *_OTHERS)

    def read(self, data: bytes, path: str | None, encoding: str | None) -> Source:  # noqa: ARG002
        kind = (path or "").rpartition(".")[2].lower()
        macros = kind in ("docm", "dotm")
        raise DecodeError(
            f"{'文件带有宏' if macros else f'读不了 .{kind} 文件'}；请另存为 .docx 后再检查",
            f"{'the file may hold macros' if macros else f'.{kind} files cannot be read'}; save it as .docx first",
        )

    def reparse(self, source: Source, text: str) -> Source:  # noqa: ARG002
        return source

    def render(self, source: Source, edits: Iterable[tuple[Span, str]]) -> bytes:  # noqa: ARG002
        raise EncodeError("写不了这种文件；请另存为 .docx", "such a file cannot be written; save it as .docx")
