"""XML parts, read without ever following an entity: their encoding, and where in their bytes elements stand."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from speechlint.formats.errors import DecodeError
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from pyexpat import XMLParserType

WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii"})


class Part(NamedTuple):
    """One XML member of the package: its name in the zip file, its bytes, the codec that reads them (without mark)."""

    name: str
    data: bytes
    codec: str = "utf-8"


class Element(NamedTuple):
    """The beginning of an element; names without their namespaces."""

    name: str
    attributes: Mapping[str, str]


def part_of(name: str, data: bytes) -> Part:
    """The part with the codec that its bytes ask for."""
    return Part(name, data, next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8"))


def parse(part: Part, prepare: object) -> None:
    """Run the parser over the part; `prepare` is given the parser, to set its handlers.

    Names come as `namespace name`. Raises DecodeError for what is no XML, for document types (they alone may define
    entities, and no Word file has one), and for other encodings than UTF-8 and UTF-16.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    parser = ParserCreate(None, " ")
    parser.XmlDeclHandler = lambda _version, encoding, _alone: _check_encoding(part.name, encoding)
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(part.name)
    prepare(parser)  # type: ignore[operator]
    try:
        parser.Parse(part.data, True)
    except (ExpatError, ValueError) as error:
        raise damaged(f"{part.name}: {error}") from error


def elements(part: Part) -> Iterator[Element]:
    """All elements of a small part, in order; attributes with a namespace under their bare names."""
    found: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append(Element(local(name), {local(key): value for key, value in attributes.items()}))

    def prepare(parser: XMLParserType) -> None:
        parser.StartElementHandler = start

    parse(part, prepare)
    return iter(found)


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition(" ")[2]


def word_name(name: str) -> str:
    """The bare name of an element or attribute of WordprocessingML, with whatever prefix; empty for all others."""
    space, _, bare = name.rpartition(" ")
    return bare if space in WORD else ""


def is_on(value: str | None) -> bool:
    """Whether a switch is on: it is when it merely stands there."""
    return value is None or value not in ("0", "false", "off", "none")


def damaged(detail: str) -> DecodeError:
    """The error for a file that is no whole Word file; the detail, for those who know the format, is in English."""
    return DecodeError(
        "Word 文件已损坏，或者没有下载完整；请用 Word 或 WPS 打开修复，另存为 .docx",
        f"the Word file is damaged ({detail}); open it in Word to repair it, and save it as .docx",
    )


def _check_encoding(name: str, encoding: str | None) -> None:
    if encoding is not None and encoding.lower() not in _DECLARED:
        raise damaged(f"{name}: encoding {encoding}")


def _refuse_doctype(name: str) -> None:
    raise DecodeError(
        f"{name} 里有 DOCTYPE 声明，Word 文件不会有：可能是恶意文件，没有读",
        f"{name} holds a DOCTYPE, which no Word file has: it may be malicious and was not read",
    )
