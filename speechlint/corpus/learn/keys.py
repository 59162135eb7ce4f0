"""Which lines of a text may repeat, and how they are written so that those which differ in digits and blanks alone are
the same: as entries of a rule of the kind `line`.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from speechlint.corpus.learn.signs import ADDRESS, NAME
from speechlint.text.lines import NEWLINE
from speechlint.text.pattern import Pattern

LONGEST = 120  # code points of a line that may repeat as a whole
SHORTEST = 2
SHORTEST_PART = 6  # of a beginning or an end
EDGE = 60  # code points at either end of a line in which a site may be named
MOST_CUTS = 4  # further places behind or before the name at which a part may end

_BLANKS = Pattern("[ \\t\\u3000\\xa0]+")
_SIGNS = Pattern(r"[\\#*]")
_DIGITS = Pattern("[0-9０-９]+")
_SPECIAL = Pattern("[0-9０-９ \\t\\u3000\\xa0\\\\#*]")
_LETTER = Pattern(r"[^\W\d_]")
_BORDER = Pattern("[ :：|｜·—–_》】）)」』,，;；。！？!?]+")
_ASCII = Pattern("[A-Za-z.．]")
_OPENING = Pattern("[（(【「『\\[]")
_LABEL = Pattern(
    "[【（(]?(?:上一篇|下一篇|上一页|下一页|相关(?:文章|阅读|推荐)|推荐阅读|猜你喜欢|本文(?:链接|地址|网址))[:：]"
)
Keys = dict[str, list[int]]


def lines_of(text: str) -> list[str]:
    """The lines that hold anything, without the blanks around them."""
    return [line for line in map(str.strip, NEWLINE.split(text)) if line]


def keys_of(lines: list[str]) -> Keys:
    """The keys of a document's lines, each with the numbers of the lines that have it."""
    found: Keys = {}
    for number, line in enumerate(lines):
        if SHORTEST <= len(line) <= LONGEST:
            key = key_of(line)
            if _LETTER.search(key) is not None:
                found.setdefault(key, []).append(number)
        for key in _parts(line):
            found.setdefault(key, []).append(number)
    return found


def key_of(line: str) -> str:
    """The entry that stands for a line: `第3页 共9页` and `第12页　共40页` are both `第#页 共#页`."""
    if _SPECIAL.search(line) is None:
        return line
    return _DIGITS.sub("#", _SIGNS.sub(r"\\\g<0>", _BLANKS.sub(" ", line)))


def hash_of(words: str) -> int:
    """64 bits, the same in every process and on every machine."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _parts(line: str) -> Iterator[str]:
    """Beginnings and ends in which a site is named: those alone are looked for, as any words may begin a sentence."""
    head, tail = line[:EDGE], line[-EDGE:]
    label = _LABEL.match(head)
    if label is not None and len(line) > label.end():
        yield f"{key_of(label.group())}*"
    named = _names_site(head)
    if named:
        yield from _beginnings(key_of(head), len(line) > EDGE)
    if named if len(line) <= EDGE else _names_site(tail):
        yield from _ends(key_of(tail), len(line) > EDGE)


def _names_site(words: str) -> bool:
    return NAME.search(words) is not None or (_ASCII.search(words) is not None and ADDRESS.search(words) is not None)


def _beginnings(head: str, goes_on: bool) -> Iterator[str]:
    seen: set[int] = set()
    for pattern in (NAME, ADDRESS):
        for match in pattern.finditer(head):
            cuts = [match.end(), *(border.end() for border in _BORDER.finditer(head, match.end()))]
            seen.update(cuts[: 1 + MOST_CUTS])
    for cut in sorted(seen):
        part = head[:cut].rstrip()
        if len(part) >= SHORTEST_PART and (goes_on or len(part) < len(head)) and not _ends_in_sign(part):
            yield f"{part}*"


def _ends(tail: str, goes_on: bool) -> Iterator[str]:
    seen: set[int] = set()
    for pattern in (NAME, ADDRESS):
        for match in pattern.finditer(tail):
            cuts = [border.end() for border in _BORDER.finditer(tail, 0, match.start())]
            cuts += [opening.start() for opening in _OPENING.finditer(tail, 0, match.start())]
            seen.update(sorted(cuts)[-MOST_CUTS:])
            if not cuts and pattern is ADDRESS:
                seen.add(match.start())
    for cut in sorted(seen):
        part = tail[cut:]
        if len(part) >= SHORTEST_PART and (goes_on or cut > 0) and not _ends_in_sign(tail[:cut]):
            yield f"*{part}"


def _ends_in_sign(words: str) -> bool:
    """Whether the cut lies behind a backslash."""
    return (len(words) - len(words.rstrip("\\"))) % 2 == 1
