"""The file round the text: what is refused, and which bytes stay."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from speechlint.formats.docx import archive
from speechlint.formats.errors import DecodeError, EncodeError
from speechlint.formats.registry import DOCX
from speechlint.text.span import Span
from tests.formats.docx.making import MAIN, document, packed, paragraph, root

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BOMB = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def encrypted() -> bytes:
    data = bytearray(document(paragraph("甲")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + place] |= 1
    return bytes(data)


def without(name: str) -> bytes:
    found = members(document(paragraph("甲")))
    del found[name]
    return packed(found)


REFUSED = {
    "nothing": (b"", "空的"),
    "text": ("同志们：\n".encode(), "不是 Word"),
    "a page of the web": (b"<html><body>", "不是 Word"),
    "rich text": (rb"{\rtf1", "不是 Word"),
    "an old file under another name": (OLE + bytes(600), "旧的 .doc"),
    "an encrypted file": (OLE + bytes(64) + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "an encrypted archive": (encrypted(), "密码"),
    "half a file": (document(paragraph("甲"))[:-400], "损坏"),
    "a wrong checksum": (document(paragraph("甲")).replace(struct.pack("<L", zlib.crc32(members(document(paragraph("甲")))["word/document.xml"])), b"abcd"), "损坏"),
    "no document": (without("word/document.xml"), "损坏"),
    "no types": (without("[Content_Types].xml"), "损坏"),
    "no relations": (without("_rels/.rels"), "损坏"),
    "markup that is none": (document(root("document", "<w:body>").encode()), "损坏"),
    "no XML at all": (document(b"\x00\x01"), "损坏"),
    "another encoding": (document(root("document", "").replace("UTF-8", "GB2312").encode()), "损坏"),
    "an entity bomb": (document(root("document", "<w:body/>").replace("?>\n", f"?>{BOMB}", 1).encode()), "DOCTYPE"),
    "macros": (document(paragraph("甲"), kind="application/vnd.ms-word.document.macroEnabled.main+xml"), "宏"),
    "macros beside it": (document(paragraph("甲"), extra={"word/vbaProject.bin": b"x"}), "宏"),
    "a table of figures": (document(paragraph("甲"), kind="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "不是 Word"),
    "another file taken in": (document(paragraph("甲") + '<w:altChunk r:id="x"/>'), "altChunk"),
    "damaged numbers": (document(paragraph("甲"), {"numbering": "<w:num>"}), "损坏"),
    "a bomb in the styles": (document(paragraph("甲"), {"styles": "x"}, extra={"word/styles.xml": BOMB.encode() + b"<x/>"}), "DOCTYPE"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_refused(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(DecodeError) as caught:
        DOCX.read(data, "a.docx", None)
    assert reason in caught.value.zh
    assert caught.value.en


def test_template_documents_are_read() -> None:
    kind = MAIN.replace("document.main", "template.main")
    assert DOCX.read(document(paragraph("甲"), kind=kind), "a.docx", None).text == "甲\n"


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    data = document(paragraph("甲" * 5000))
    for name, limit in (("LARGEST_FILE", len(data) - 1), ("LARGEST_PART", 9000), ("MOST_MEMBERS", 3)):
        with monkeypatch.context() as patch, pytest.raises(DecodeError, match="过大"):
            patch.setattr(archive, name, limit)
            DOCX.read(data, "a.docx", None)
    # A picture may be as large as it likes: it is never unpacked.
    with monkeypatch.context() as patch:
        patch.setattr(archive, "LARGEST_PART", 20000)
        assert (
            DOCX.read(document(paragraph("甲"), extra={"word/media/a.png": bytes(50000)}), "a.docx", None).text
            == "甲\n"
        )


def test_a_zip_bomb_is_never_unpacked_whole() -> None:
    head, tail = root("document", "<w:body>@</w:body>").encode().split(b"@")
    data = document(head + b" " * (archive.LARGEST_PART + 1) + tail)
    assert len(data) < 200_000
    with pytest.raises(DecodeError, match="过大"):
        DOCX.read(data, "a.docx", None)


def test_deep_nesting() -> None:
    deep = "<w:sdt>" * 20000 + paragraph("甲") + "</w:sdt>" * 20000
    assert DOCX.read(document(deep), "a.docx", None).text == "甲\n"


def extents(data: bytes) -> dict[str, bytes]:
    """The raw bytes of each member, header and all, and of its record in the directory but for its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        infos = sorted(file.infolist(), key=lambda info: info.header_offset)
        ends = [*(info.header_offset for info in infos[1:]), file.start_dir]
        found = {info.filename: data[info.header_offset : end] for info, end in zip(infos, ends, strict=True)}
        at = file.start_dir
        for info in file.infolist():
            size = 46 + sum(struct.unpack_from("<3H", data, at + 28))
            found[f"record of {info.filename}"] = data[at : at + 42] + data[at + 46 : at + size]
            at += size
    return found


@pytest.mark.parametrize("streamed", [False, True])
def test_all_other_bytes_stay(streamed: bool) -> None:
    content = members(
        document(
            paragraph("甲乙"),
            {"header1": paragraph("页眉"), "styles": ""},
            extra={"word/media/图.png": bytes(range(256)) * 40},
        )
    )
    before = packed(content, streamed=streamed)
    source = DOCX.read(before, "a.docx", None)
    after = DOCX.render(source, [(Span(0, 1), "一二三四五")])
    assert zipfile.ZipFile(io.BytesIO(after)).testzip() is None
    old, new = extents(before), extents(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml", "record of word/document.xml"}
    infos = [zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml") for data in (before, after)]
    for name in ("date_time", "compress_type", "flag_bits", "external_attr", "create_system", "extra", "comment"):
        assert getattr(infos[0], name) == getattr(infos[1], name)
    assert zipfile.ZipFile(io.BytesIO(after)).comment == zipfile.ZipFile(io.BytesIO(before)).comment


def test_the_packing_of_the_member_stays() -> None:
    """Stored members stay stored."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as target:
        for name, data in members(document(paragraph("甲"))).items():
            target.writestr(name, data)
    after = DOCX.render(DOCX.read(file.getvalue(), "a.docx", None), [(Span(0, 1), "乙")])
    assert {info.compress_type for info in zipfile.ZipFile(io.BytesIO(after)).infolist()} == {zipfile.ZIP_STORED}
    assert DOCX.read(after, "a.docx", None).text == "乙\n"


def test_unusual_archives_are_read_and_left_alone() -> None:
    data = b"PK\x03\x04" + bytes(20) + document(paragraph("甲"))
    source = DOCX.read(data, "a.docx", None)
    assert source.text == "甲\n"
    with pytest.raises(EncodeError, match="少见"):
        DOCX.render(source, [(Span(0, 1), "乙")])
