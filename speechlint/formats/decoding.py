"""Bytes into text: which encoding it is, and what is no text at all."""

from __future__ import annotations

from speechlint.formats.codec import MARKS, codec_named, decode_strictly, title
from speechlint.formats.errors import DecodeError
from speechlint.formats.likeness import compare_readings, likelier_utf16
from speechlint.text.named_tuple import NamedTuple

# The codecs for one family of bytes, tried in order until one gives the bytes back. Windows wrote most Big5 files, so
# its reading of the marks comes first; few files need the Hong Kong characters.
_FAMILIES = {
    "gb18030": ("gb18030", "gbk"),
    "cp950": ("cp950", "big5hkscs"),
    "big5": ("cp950", "big5hkscs"),
    "gb2312": ("gbk",),
}
# Control characters that no draft is made of; tab, line ends, form feed and escape do occur.
_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B})
_HEAD = 8192  # bytes that are looked at for controls
_SURE = 10  # evidence that decides: the weight of two common characters


class Decoded(NamedTuple):
    """A text and what is needed to give its bytes back.

    `encoding` is a Python codec name, never one that writes a mark of its own; `exact` is False where encoding the text
    gives other bytes.
    """

    text: str
    encoding: str
    mark: bool = False
    exact: bool = True


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file. `encoding` is what the user says it is, None to find out.

    In order: byte-order mark, strict UTF-8, then GB18030 or Big5, whichever reads more like Chinese.
    Raises DecodeError for what is no text, is damaged, contradicts its mark, or cannot be told.
    """
    named = None if encoding is None else codec_named(encoding)
    mark, marked = next(((mark, codec) for mark, codec in MARKS if data.startswith(mark)), (b"", None))
    if marked is not None:
        return _decode_marked(data, mark, marked, named)
    if named == "utf-16":
        raise _unmarked_utf16(likelier_utf16(data[:_HEAD]) or "utf-16-le")
    found = _decode_unmarked(data) if named is None else _decode_as(data, named)
    return _without_nul(found)


def _decode_marked(data: bytes, mark: bytes, codec: str, named: str | None) -> Decoded:
    codec_named(codec)  # refuses UTF-32
    if named is not None and named != codec and not (named == "utf-16" and codec.startswith(named)):
        raise DecodeError(
            f"文件开头是 {title(codec)} 的字节顺序标记，不是 {title(named)}；请去掉 --encoding",
            f"the file begins with the byte-order mark of {title(codec)}, not {title(named)}; leave --encoding out",
        )
    return _without_nul(Decoded(decode_strictly(data[len(mark) :], codec, len(mark)), codec, mark=True))


def _decode_unmarked(data: bytes) -> Decoded:
    head = data[:_HEAD]
    if 0 in data:
        codec = likelier_utf16(head)
        raise _unmarked_utf16(codec) if codec else _binary(data.index(0), 0)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 8 and controls * 10 > len(head):
        place = next(i for i, byte in enumerate(head) if byte in _CONTROLS)
        raise _binary(place, head[place])
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    best, second, *_ = compare_readings(data)
    # How much like Chinese it reads, and how much more so than in the next reading.
    if best.weight < 0 or best.weight + (best.weight - second.weight) < _SURE:
        raise DecodeError(
            "认不出文字编码：不是 UTF-8，也断不定是 GB18030 还是 Big5；请用 --encoding 指明，如 --encoding gb18030",
            "cannot tell the encoding: not UTF-8, and GB18030 or Big5 only perhaps; name it, as in --encoding gb18030",
        )
    if best.codec.startswith("utf-16"):
        raise _unmarked_utf16(best.codec)
    # Where it reads as UTF-8 after all, it is damaged UTF-8, and this says where.
    return _decode_as(data, best.codec)


def _decode_as(data: bytes, codec: str) -> Decoded:
    """The text by the first codec of the family that gives the bytes back, else by the first that reads them at all."""
    inexact: Decoded | None = None
    failure: DecodeError | None = None
    for member in _FAMILIES.get(codec, (codec,)):
        try:
            text = decode_strictly(data, member)
        except DecodeError as error:
            failure = failure or error
            continue
        if member == "utf-8" or _encodes_to(text, member, data):
            return Decoded(text, member)
        inexact = inexact or Decoded(text, member, exact=False)
    if inexact is None and failure is not None:
        raise failure
    assert inexact is not None
    return inexact


def _encodes_to(text: str, codec: str, data: bytes) -> bool:
    try:
        return text.encode(codec) == data
    except UnicodeError:
        return False


def _without_nul(found: Decoded) -> Decoded:
    place = found.text.find("\0")
    if place >= 0:
        raise _binary(len(found.text[:place].encode(found.encoding)), 0)
    return found


def _unmarked_utf16(codec: str) -> DecodeError:
    return DecodeError(
        f"像是没有字节顺序标记的 UTF-16；若是，请用 --encoding {codec}",
        f"looks like UTF-16 without a byte-order mark; if so, use --encoding {codec}",
    )


def _binary(place: int, byte: int) -> DecodeError:
    return DecodeError(
        f"不是文本文件：第 {place} 字节（从 0 数起）是控制字符 0x{byte:02X}；请改用文本文件，或不要检查它",
        f"not a text file: control character 0x{byte:02X} at byte {place} (from 0); give a text file, or leave it out",
    )
