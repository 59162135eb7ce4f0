"""One encoding: its name, its byte-order mark, and strict coding that says what went wrong and where."""

from __future__ import annotations

import codecs

from speechlint.formats.errors import DecodeError, EncodeError

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_OF = {codec: mark for mark, codec in MARKS}
_TITLES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": "GB18030",
    "gbk": "GBK",
    "cp950": "Big5",
    "big5hkscs": "Big5",
}
_KNOWN = "utf-8 gb18030 big5 utf-16-le utf-16-be"


def title(codec: str) -> str:
    """What people call the codec."""
    return _TITLES.get(codec, codec)


def codec_named(encoding: str) -> str:
    """Python's name of the codec that the user means; that of UTF-8 without a mark, which is kept beside the text.

    DecodeError for an unknown name, and for UTF-32.
    """
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "replace")  # LookupError for codecs that do not give text, such as hex
    except (LookupError, ValueError) as error:
        known = _KNOWN.split()
        raise DecodeError(
            f"不认识的编码“{encoding}”；--encoding 可用 {'、'.join(known)} 等",
            f"unknown encoding “{encoding}”; --encoding takes {', '.join(known)} and others",
        ) from error
    if name.startswith("utf-32"):
        raise DecodeError("不支持 UTF-32 编码；请另存为 UTF-8", "UTF-32 is not supported; save the file as UTF-8")
    return "utf-8" if name == "utf-8-sig" else name


def decode_strictly(data: bytes, codec: str, skipped: int = 0) -> str:
    """The text, or DecodeError with the place; `skipped` bytes stood in front of `data` and count in it."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        place = error.start + skipped
        raise DecodeError(
            f"{title(codec)} 编码在第 {place} 字节（从 0 数起）处损坏；请重新另存原稿，或用 --encoding 指明编码",
            f"damaged {title(codec)} at byte {place} (from 0); save the draft again, or name its --encoding",
        ) from error
    except UnicodeError as error:
        # Some codecs refuse without naming a place.
        raise DecodeError(
            f"不是 {title(codec)} 编码；请用 --encoding 指明正确的编码",
            f"not {title(codec)}; name the right encoding with --encoding",
        ) from error


def encode(text: str, codec: str, *, mark: bool = False) -> bytes:
    """The bytes of `text`; EncodeError names the first character that the encoding cannot hold."""
    try:
        data = text.encode(codec)
    except UnicodeEncodeError as error:
        character = text[error.start]
        number = f"U+{ord(character):04X}"
        shown = f"“{character}”（{number}）" if character.isprintable() else number
        raise EncodeError(
            f"{title(codec)} 编码里没有字符 {shown}，文件未改；请先另存为 UTF-8",
            f"{title(codec)} has no character {shown}, the file was left as it was; save it as UTF-8 first",
        ) from error
    return _MARK_OF.get(codec, b"") + data if mark else data
