"""Plain text files."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from speechlint.formats.codec import encode, title
from speechlint.formats.decoding import decode
from speechlint.formats.errors import EncodeError
from speechlint.formats.source import Source
from speechlint.text.span import Span


class Plain(Struct, frozen=True):
    """Text and nothing else."""

    name: str = "plain"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, data: bytes, path: str | None, encoding: str | None) -> Source:
        text, codec, mark, exact = decode(data, encoding)
        return self.reparse(Source("", path, self.name, codec, mark, exact), text)

    def reparse(self, source: Source, text: str) -> Source:
        return replace(source, text=text)

    def render(self, source: Source, edits: Iterable[tuple[Span, str]]) -> bytes:
        return render(source, edits)


def render(source: Source, edits: Iterable[tuple[Span, str]] = ()) -> bytes:
    """The bytes of the file with the edits carried out; without edits, the bytes it had.

    `edits` are sorted and disjoint, else ValueError. Raises EncodeError where a character has no place in the file's
    encoding, and for a text that was not decoded exactly: even its unchanged parts would come out otherwise.
    """
    if not source.exact:
        raise EncodeError(
            f"按 {title(source.encoding)} 不能逐字节还原，文件未改；请先另存为 UTF-8",
            f"cannot be given back exactly as {title(source.encoding)}, the file was left as it was; save as UTF-8",
        )
    text = source.text
    parts: list[str] = []
    at = 0
    for span, content in edits:
        if not at <= span.start <= span.end <= len(text):
            raise ValueError(f"edits must be sorted, disjoint and within the text: {span}")
        parts += text[at : span.start], content
        at = span.end
    return encode("".join((*parts, text[at:])) if parts else text, source.encoding, mark=source.mark)
