"""What a Word file consists of: which part is the document, and which ones stand beside it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from speechlint.formats.docx.archive import Archive
from speechlint.formats.docx.xml import Part, damaged, elements, part_of
from speechlint.formats.errors import DecodeError
from speechlint.text.named_tuple import NamedTuple

CONTENT_TYPES = "[Content_Types].xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MACROS = "macroenabled"
_WORD = "wordprocessingml"
_SAVE_AS = ("请用 Word 或 WPS 另存为 .docx 后再检查", "save it as .docx first")


class Relation(NamedTuple):
    """What a part refers to: the last word of the relation's type, and the member's name."""

    kind: str
    target: str


class Package(NamedTuple):
    """A Word file: its archive, the name of the document's part, and what that one refers to, by identifier."""

    archive: Archive
    main: str
    relations: Mapping[str, Relation]

    def part(self, kind: str) -> Part | None:
        """The first part of a kind (`styles`, `numbering`, `footnotes` …); None where there is none."""
        for relation in self.relations.values():
            if relation.kind == kind and (name := self.archive.named(relation.target)) is not None:
                return self.read(name)
        return None

    def read(self, name: str) -> Part:
        return part_of(name, self.archive.read(name))

    @property
    def signed(self) -> bool:
        """Whether the file carries a digital signature, which any change would break."""
        return any(name.lower().startswith("_xmlsignatures/") for name in self.archive.names)


def open_package(data: bytes) -> Package:
    """The package in the bytes. Raises DecodeError, with the remedy, for all that is no Word file as it should be."""
    _check_magic(data)
    archive = Archive(data)
    if archive.named("word/vbaProject.bin") is not None:
        raise _macros()
    types = {
        element.attributes.get("PartName", "").lstrip("/").lower(): element.attributes.get("ContentType", "").lower()
        for element in elements(part_of(CONTENT_TYPES, archive.read(CONTENT_TYPES)))
        if element.name == "Override"
    }
    tops = relations_of(archive, "")
    main = next((relation.target for relation in tops.values() if relation.kind == "officeDocument"), None)
    name = archive.named(main) if main is not None else None
    if name is None:
        raise damaged("no document part")
    kind = types.get(name.lower(), "")
    if _MACROS in kind:
        raise _macros()
    if _WORD not in kind:
        raise DecodeError(f"不是 Word 文稿；{_SAVE_AS[0]}", f"not a Word document; {_SAVE_AS[1]}")
    return Package(archive, name, relations_of(archive, name))


def relations_part(name: str) -> str:
    """The member that says what the part refers to."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relations_of(archive: Archive, name: str) -> dict[str, Relation]:
    """What the part refers to inside the package, by identifier."""
    member = archive.named(relations_part(name))
    if member is None:
        return {}
    folder = posixpath.dirname(name)
    return {
        element.attributes.get("Id", ""): Relation(
            element.attributes.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, element.attributes.get("Target", ""))).lstrip("/"),
        )
        for element in elements(part_of(member, archive.read(member)))
        if element.name == "Relationship" and element.attributes.get("TargetMode") != "External"
    }


def _check_magic(data: bytes) -> None:
    """Say what the file is, where its beginning tells that it is no zip file."""
    if data.startswith(b"PK\x03\x04"):
        return
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise DecodeError(
                "文件加了密码，无法读取；请在 Word 里去掉密码，另存后再检查",
                "the file is encrypted; remove its password in Word and save it first",
            )
        raise DecodeError(
            f"其实是旧的 .doc 格式，只是改了名字；{_SAVE_AS[0]}",
            f"this is the old .doc format under another name; {_SAVE_AS[1]}",
        )
    if not data:
        raise DecodeError("文件是空的（0 字节）", "the file is empty (0 bytes)")
    raise DecodeError(f"不是 Word 的 .docx 文件；{_SAVE_AS[0]}", f"not a .docx file of Word; {_SAVE_AS[1]}")


def _macros() -> DecodeError:
    return DecodeError(
        "文件带有宏，没有读；请在 Word 里另存为不带宏的 .docx 后再检查",
        "the file holds macros and was not read; save it as .docx without macros first",
    )
