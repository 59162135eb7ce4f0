"""Text whose bytes were read in the wrong encoding, and what they say in the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speechlint.text.span import Span

# What Windows-1252 has in place of the controls U+0080–009F, back to the bytes.
_WINDOWS = {
    ord(bytes((byte,)).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"
}
_WINDOWS_SIGNS = "".join(map(chr, _WINDOWS))
_LATIN = rf"[\u0080-\u00ff{re.escape(_WINDOWS_SIGNS)}]{{2,}}"
_LATIN_RUN = re.compile(rf"{_LATIN}(?:[ -~]{{1,3}}{_LATIN})*")
_BLANK = re.compile(rb"([\xe2-\xef][\x80-\xbf])\x20")  # editors make an ordinary blank of U+00A0
_BYTES = {"€": b"\x80", "\ufffd": b"?"}  # GB18030 has four bytes for U+FFFD, which stands for one or two
_WIDE_RUN = re.compile("[^\u0000-\u007f]{3,}")
# Two characters of three bytes each, and more; a mark may stand for two bytes of one that was lost.
_UTF_8 = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){2,}")
_COMMON_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—·～〇\u3000％")
# Of the characters read anew, so many must be common ones.
SHARE = 0.95
GAP = 6  # bytes


class Misread(NamedTuple):
    """Where misread text stands, what it says, and whether that is all of it, character for character."""

    span: Span
    says: str
    whole: bool
    reading: str  # what it was, and as what it was read: "UTF-8/GBK"


def find_misread(line: str) -> Iterator[Misread]:
    """The stretches of one line that make sense only in another encoding; offsets within the line."""
    for match in _LATIN_RUN.finditer(line):
        found = _of_latin(match)
        if found is not None:
            yield found
    for match in _WIDE_RUN.finditer(line):
        yield from _of_wide(match[0], match.start())


def is_common(text: str) -> bool:
    """Whether nearly all characters of the text are common ones of Chinese prose."""
    wide = [character for character in text if character > "\x7f"]
    return bool(wide) and sum(map(_is_common, wide)) >= SHARE * len(wide)


def _of_latin(match: re.Match[str]) -> Misread | None:
    run = match[0]
    try:
        data = bytes(_WINDOWS.get(ord(character), ord(character)) for character in run)
    except ValueError:
        return None
    for codec, reading in (("utf-8", "UTF-8/Latin-1"), ("gb18030", "GBK/Latin-1")):
        says = (_BLANK.sub(b"\\1\xa0", data) if codec == "utf-8" else data).decode(codec, "replace")
        whole = "\ufffd" not in says
        plain = says.replace("\ufffd", "")
        # A few letters with accents are a foreign name; what they would say is rarely two common characters.
        if sum(character > "\x7f" for character in plain) >= 2 and is_common(plain) and says.count("\ufffd") <= 1:
            return Misread(Span(*match.span()), plain, whole, reading)
    return None


def _of_wide(run: str, offset: int) -> Iterator[Misread]:
    """The stretches of the run that were UTF-8 and were read as GBK."""
    data, owners, starts = bytearray(), [], []
    for number, character in enumerate(run):
        starts.append(len(data))
        code = _BYTES.get(character) or character.encode("gb18030", "replace")
        data += code
        owners += [number] * len(code)
    starts.append(len(data))
    stretches: list[list[tuple[int, int]]] = []
    for match in _UTF_8.finditer(bytes(data)):
        if not is_common(match[0].decode("utf-8", "replace")):
            continue
        if stretches and match.start() - stretches[-1][-1][1] <= GAP:
            stretches[-1].append(match.span())
        else:
            stretches.append([match.span()])
    for parts in stretches:
        first, last = parts[0][0], parts[-1][1]
        start, end = owners[first], owners[last - 1] + 1
        says = "…".join(bytes(data[a:b]).decode("utf-8", "replace") for a, b in parts)
        whole = len(parts) == 1 and starts[start] == first and starts[end] == last
        yield Misread(Span(offset + start, offset + end), says, whole, "UTF-8/GBK")


def _is_common(character: str) -> bool:
    if character in _COMMON_MARKS:
        return True
    for codec, first, last in (("gb2312", 0xB0, 0xD7), ("cp950", 0xA4, 0xC6)):
        try:
            lead = character.encode(codec)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return True
    return False
