"""Bytes into text: what is recognised, what is refused, and why."""

from __future__ import annotations

import codecs
import pickle

import pytest

from speechlint.formats.decoding import Decoded, decode
from speechlint.formats.errors import DecodeError

HANS = "各位代表，今天我们开会讨论明年的重点工作。"
HANT = "各位代表，今天我們開會討論明年的重點工作。"
# Titles and first words, as short as a draft may be.
SHORT_HANS = (
    "在全县大会上的讲话",
    "关于征求意见的函",
    "安全生产报告",
    "开学典礼致辞",
    "党课讲稿",
    "防汛工作方案",
    "2024年工作总结",
    "同志们：",
    "　　大家好！",
    "——在座谈会上的发言",
)
SHORT_HANT = (
    "校慶典禮致詞",
    "年度工作報告",
    "各位來賓：",
    "感謝大家的支持",
    "市政會議發言稿",
    "關於預算的說明",
    "新春團拜講話",
    "第三屆理事會",
)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", Decoded("", "utf-8")),
        (b"plain ascii\n", Decoded("plain ascii\n", "utf-8")),
        (HANS.encode(), Decoded(HANS, "utf-8")),
        (codecs.BOM_UTF8, Decoded("", "utf-8", mark=True)),
        (codecs.BOM_UTF8 + HANS.encode(), Decoded(HANS, "utf-8", mark=True)),
        (codecs.BOM_UTF8 * 2 + b"a", Decoded("\ufeffa", "utf-8", mark=True)),
        (codecs.BOM_UTF16_LE + HANS.encode("utf-16-le"), Decoded(HANS, "utf-16-le", mark=True)),
        (codecs.BOM_UTF16_BE + HANS.encode("utf-16-be"), Decoded(HANS, "utf-16-be", mark=True)),
        (HANS.encode("gb18030"), Decoded(HANS, "gb18030")),
        (("甲" * 3 + "𠮷" + HANS).encode("gb18030"), Decoded("甲甲甲𠮷" + HANS, "gb18030")),
        (HANT.encode("gbk"), Decoded(HANT, "gb18030")),
        (HANT.encode("big5"), Decoded(HANT, "cp950")),
        ((HANT + "㗎").encode("big5hkscs"), Decoded(HANT + "㗎", "big5hkscs")),
        (("draft 7: " + HANS).encode("gbk"), Decoded("draft 7: " + HANS, "gb18030")),
        (("x" * 9000 + HANT).encode("big5"), Decoded("x" * 9000 + HANT, "cp950")),
    ],
)
def test_recognises(data: bytes, wanted: Decoded) -> None:
    assert decode(data) == wanted


@pytest.mark.parametrize("text", SHORT_HANS)
def test_decides_short_simplified_texts(text: str) -> None:
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030")


@pytest.mark.parametrize("text", SHORT_HANT)
@pytest.mark.parametrize(("written", "found"), [("big5", "cp950"), ("gbk", "gb18030")])
def test_decides_short_traditional_texts(text: str, written: str, found: str) -> None:
    assert decode(text.encode(written)) == Decoded(text, found)


@pytest.mark.parametrize(
    ("data", "encoding", "wanted"),
    [
        (HANS.encode("gb2312"), "gb2312", Decoded(HANS, "gbk")),
        (HANS.encode("gbk"), "GBK", Decoded(HANS, "gbk")),
        (HANT.encode("big5"), "big5", Decoded(HANT, "cp950")),
        (HANS.encode("utf-16-le"), "utf-16-le", Decoded(HANS, "utf-16-le")),
        (HANS.encode(), "utf-8-sig", Decoded(HANS, "utf-8")),
        (codecs.BOM_UTF8 + HANS.encode(), "utf8", Decoded(HANS, "utf-8", mark=True)),
        (codecs.BOM_UTF16_BE + HANS.encode("utf-16-be"), "utf-16", Decoded(HANS, "utf-16-be", mark=True)),
        ("café".encode("latin-1"), "latin-1", Decoded("café", "iso8859-1")),
        ("一丁".encode("gb18030"), "gb18030", Decoded("一丁", "gb18030")),
    ],
)
def test_takes_the_users_word(data: bytes, encoding: str, wanted: Decoded) -> None:
    assert decode(data, encoding) == wanted


def test_knows_what_does_not_come_back() -> None:
    # Big5 has two codes for 十; the second is read but never written.
    data = HANT.encode("big5") + b"\xa2\xcc"
    assert decode(data) == Decoded(HANT + "十", "cp950", exact=False)


@pytest.mark.parametrize(
    ("data", "encoding", "zh", "en"),
    [
        pytest.param(HANS.encode()[:-1], None, "UTF-8 编码在第 60 字节", "damaged UTF-8 at byte 60", id="cut"),
        pytest.param(
            HANS.encode() + b"\xff" + HANS.encode() * 40,
            None,
            "UTF-8 编码在第 63 字节",
            "UTF-8 at byte 63",
            id="one-byte",
        ),
        pytest.param(
            HANS.encode() * 500 + b"\xd6\xd0", None, "UTF-8 编码在第 31500 字节", "UTF-8 at byte 31500", id="late"
        ),
        pytest.param(
            codecs.BOM_UTF8 + HANS.encode()[:-1], None, "UTF-8 编码在第 63 字节", "UTF-8 at byte 63", id="after-mark"
        ),
        pytest.param(HANS.encode("gbk")[:-1], None, "GB18030 编码在第 40 字节", "GB18030 at byte 40", id="cut-gb"),
        pytest.param(HANT.encode("big5")[:-1], None, "Big5 编码在第 40 字节", "Big5 at byte 40", id="cut-big5"),
        pytest.param(
            codecs.BOM_UTF16_LE + HANS.encode("utf-16-le")[:-1],
            None,
            "UTF-16 编码在第 42",
            "UTF-16 at byte 42",
            id="cut-16",
        ),
        pytest.param(
            HANS.encode("gbk"), "utf-8", "UTF-8 编码在第 0 字节", "damaged UTF-8 at byte 0", id="named-wrongly"
        ),
        pytest.param(HANS.encode("utf-16-le"), None, "--encoding utf-16-le", "--encoding utf-16-le", id="unmarked-le"),
        pytest.param(HANT.encode("utf-16-be"), None, "--encoding utf-16-be", "--encoding utf-16-be", id="unmarked-be"),
        pytest.param(
            f"一、{HANS}\r\n2024\r\n".encode("utf-16-le"),
            None,
            "--encoding utf-16-le",
            "utf-16-le",
            id="unmarked-nul-le",
        ),
        pytest.param("Agenda\n1. x".encode("utf-16-be"), None, "utf-16-be", "utf-16-be", id="unmarked-ascii-be"),
        pytest.param(HANS.encode("utf-16-le"), "utf-16", "--encoding utf-16-le", "utf-16-le", id="named-without-mark"),
        pytest.param(HANS.encode("utf-32"), None, "不支持 UTF-32", "UTF-32 is not supported", id="utf-32"),
        pytest.param(HANS.encode("utf-32-be"), "utf-32-be", "不支持 UTF-32", "UTF-32 is not", id="named-utf-32"),
        pytest.param(
            codecs.BOM_UTF8 + HANS.encode(), "gbk", "UTF-8 的字节顺序标记", "mark of UTF-8, not GBK", id="mark"
        ),
        pytest.param(
            HANS.encode(), "klingon", "不认识的编码“klingon”", "unknown encoding “klingon”", id="unknown-name"
        ),
        pytest.param(b"6162", "hex", "不认识的编码“hex”", "unknown encoding", id="no-text-codec"),
        pytest.param(b"a", "a\0b", "不认识的编码", "unknown encoding", id="nul-in-name"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "不是文本文件", "not a text file", id="picture"),
        pytest.param(
            HANS.encode() + b"\0", None, "第 63 字节（从 0 数起）是控制字符 0x00", "0x00 at byte 63", id="nul"
        ),
        pytest.param(HANS.encode() + b"\0", "utf-8", "控制字符 0x00", "0x00 at byte 63", id="named-nul"),
        pytest.param(bytes(range(1, 32)) * 4, None, "控制字符 0x01", "0x01 at byte 0", id="controls"),
        pytest.param("Vår stämma är öppnad".encode("latin-1"), None, "认不出文字编码", "cannot tell", id="latin"),
        pytest.param("今日は会議です、よろしく".encode("shift-jis"), None, "认不出", "cannot tell", id="japanese"),
        pytest.param("Сегодня мы собрались".encode("cp1251"), None, "认不出", "cannot tell", id="russian"),
        pytest.param("“ok”".encode("cp1252"), None, "认不出", "cannot tell", id="quotes"),
        pytest.param(b"\xb1", None, "--encoding gb18030", "--encoding gb18030", id="one-byte-alone"),
    ],
)
def test_refuses(data: bytes, encoding: str | None, zh: str, en: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(data, encoding)
    assert zh in caught.value.zh
    assert en in caught.value.en


def test_errors_reach_other_processes() -> None:
    error = pickle.loads(pickle.dumps(DecodeError("坏了", "broken")))
    assert (type(error), error.zh, error.en) == (DecodeError, "坏了", "broken")


def test_one_stray_control_is_the_rules_business() -> None:
    assert decode("开\x08会".encode()).text == "开\x08会"
