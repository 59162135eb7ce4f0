"""Word files made for tests: by hand, so that every byte of the markup is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OTHER = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
# Parts other than the document: the root element of each, and the last word of the relation that leads to it.
ROOTS = {
    "header1": ("hdr", "header"),
    "header2": ("hdr", "header"),
    "footer1": ("ftr", "footer"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
    "comments": ("comments", "comments"),
    "numbering": ("numbering", "numbering"),
    "styles": ("styles", "styles"),
    "settings": ("settings", "settings"),
}
DATE = (2026, 3, 2, 10, 30, 0)


def run(text: str, properties: str = "") -> str:
    """A run with a w:t that keeps its blanks."""
    format = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r>{format}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of runs; text that is no markup becomes a run."""
    format = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    return f"<w:p>{format}{inner}</w:p>"


def root(name: str, content: str, space: str = W) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{name} xmlns:w="{space}" xmlns:mc="{MC}" xmlns:r="{R}" xmlns:v="urn:v" xmlns:wps="urn:wps">{content}</w:{name}>'
    )


def document(
    body: str | bytes,
    parts: Mapping[str, str] | None = None,
    *,
    kind: str = MAIN,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file: the content of its body (or the whole part, as bytes), of the other parts, and further members."""
    parts = parts or {}
    members: dict[str, bytes] = {
        "[Content_Types].xml": _types(kind, parts),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": body if isinstance(body, bytes) else root("document", f"<w:body>{body}</w:body>").encode(),
        "word/_rels/document.xml.rels": _relations({name: (ROOTS[name][1], f"{name}.xml") for name in parts}),
    }
    members |= {f"word/{name}.xml": root(ROOTS[name][0], content).encode() for name, content in parts.items()}
    members |= extra or {}
    return packed(members)


def packed(members: Mapping[str, bytes], *, streamed: bool = False) -> bytes:
    """A zip file of the members; `streamed` writes their sizes behind them, as programs do that cannot go back."""
    file = io.BytesIO()
    with zipfile.ZipFile(_Forward(file) if streamed else file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = "存档".encode()
        for number, (name, data) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_STORED if number % 3 == 1 else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return file.getvalue()


class _Forward(io.RawIOBase):
    """A file that cannot be gone back in."""

    def __init__(self, file: io.BytesIO) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self._file.write(data)


def _types(kind: str, parts: Mapping[str, str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OTHER.format(ROOTS[name][1])}"/>' for name in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/>{overrides}</Types>'
    ).encode()


def _relations(relations: Mapping[str, tuple[str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"/>' for id, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'.encode()
