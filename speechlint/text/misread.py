"""Text whose bytes were read in the wrong encoding, and what they say in the right one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Latin-1 beyond ASCII, and what Windows-1252 has in place of its controls.
_LATIN = "\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN_RUN = Pattern(
    rf"[{_LATIN}]{{2,}}(?:[ -~]{{1,3}}[{_LATIN}]{{2,}}|\ufffd[{_LATIN}]+)*|[{_LATIN}](?:\ufffd[{_LATIN}]+)+"
)
_WIDE_RUN = Pattern("[^\u0000-\u007f]{3,}")
# What goes on behind 縣 where its second byte alone is left, h.
_SHIFTED = Pattern(
    r"(?<=[\u4e00-\u9fff”」》）)])[？?](?P<rest>h(?=[总總委政级級城长長区區内內直领領域各财財教公检檢法乡鄉])|[\u4e00-\u9fff][@-~])"
)
_SIGN = Pattern("[\u00a1-\u00bf×÷]")
_GBK = "GBK/Latin-1"
# Both are tried on bytes that were made characters one by one.
_BLANK = Pattern(r"(?<=[\xe2-\xef][\x80-\xbf])\x20")  # editors make an ordinary blank of U+00A0
# Two characters of three bytes each, and more.
_UTF_8 = Pattern(r"(?:[\xe2-\xef][\x80-\xbf]{2}){2,}")
_BYTES = {"€": b"\x80", "\ufffd": b"?"}  # GB18030 has four bytes for U+FFFD, which stands for one or two
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


def find_shifted(line: str) -> Iterator[Misread]:
    """Where GBK has lost the first byte of 。 and the bytes behind it were paired anew: 。縣 as ？h.

    What follows has to be a character whose first byte makes ？ of what is left of the mark: 縣, 總, few others.
    """
    for match in _SHIFTED.finditer(line):
        if is_common(match["rest"][0]):
            continue  # 怎么办？请A组 could be read so, too
        try:
            says = (b"\xa1\xa3\xbf" + match["rest"].encode("gbk")).decode("gbk")
        except UnicodeError:
            continue
        if says[0] == "。" and is_common(says[1:]):
            yield Misread(Span(*match.span()), says, True, "GBK/GBK")


def is_common(text: str) -> bool:
    """Whether nearly all characters of the text are common ones of Chinese prose."""
    wide = [character for character in text if character > "\x7f"]
    return bool(wide) and sum(map(_is_common, wide)) >= SHARE * len(wide)


def _of_latin(match: Any) -> Misread | None:
    run = match[0]
    data = bytes(map(_byte, run))
    mended = _BLANK.sub("\xa0", data.decode("latin-1")).encode("latin-1")
    for says, reading in (
        (mended.decode("utf-8", "replace"), "UTF-8/Latin-1"),
        (data.decode("gb18030", "replace"), _GBK),
    ):
        lost, plain = says.count("\ufffd"), says.replace("\ufffd", "")
        # Letters with accents are a name or an alphabet; GBK gives signs among them.
        if reading == _GBK and _SIGN.search(run) is None:
            continue
        if (
            lost <= 1 + 2 * run.count("\ufffd")
            and sum(character > "\x7f" for character in plain) >= 2
            and is_common(plain)
        ):
            return Misread(Span(*match.span()), plain, not lost, reading)
    return None


def _byte(character: str) -> int:
    if character == "\ufffd":
        return 0xFF  # no byte of UTF-8 or of GBK
    return ord(character) if character < "\u0100" else character.encode("cp1252")[0]


def _of_wide(run: str, offset: int) -> Iterator[Misread]:
    """The stretches of the run that were UTF-8 and were read as GBK."""
    codes = [_BYTES.get(character) or character.encode("gb18030", "replace") for character in run]
    owners = [number for number, code in enumerate(codes) for _ in code]
    edges = {0, *accumulate(map(len, codes))}
    data = b"".join(codes)
    stretches: list[list[tuple[int, int]]] = []
    for match in _UTF_8.finditer(data.decode("latin-1")):
        if not is_common(data[match.start() : match.end()].decode("utf-8", "replace")):
            continue
        if stretches and match.start() - stretches[-1][-1][1] <= GAP:
            stretches[-1].append(match.span())
        else:
            stretches.append([match.span()])
    for parts in stretches:
        first, last = parts[0][0], parts[-1][1]
        says = "…".join(data[start:end].decode("utf-8", "replace") for start, end in parts)
        whole = len(parts) == 1 and {first, last} <= edges
        yield Misread(Span(offset + owners[first], offset + owners[last - 1] + 1), says, whole, "UTF-8/GBK")


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
