"""Lists without markers beside an announced count: A、B、C三个方面, 三个坚持：坚持……，坚持……, 第一句话……第二句话……."""

from __future__ import annotations

from speechlint.document.announcement_grammar import LARGEST, Announcement
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import written_like
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# How far a list in words is looked for on either side of the count, and how long one of its items may be.
REACH, LONGEST = 200, 12
SHORTEST, FEWEST_PLAIN = 2, 3
# How many lines behind a list of bullets may hold one more, and how much of a bullet's line is shown, in code points.
NEARBY_LINES, LONGEST_SHOWN = 4, 16
# How far behind the count 第一句话 may stand, and how far one such item may be from the next.
NEAR, PHRASE_REACH = 30, 2_000
_AFTER = Pattern(r"[”’」』\"]?(?:[：:]|[，,]?(?:即|就是|分别是|分别为)[：:]?)")
_STOP = Pattern(r"[。！？!?；;：:\r\n…（(]|\Z")
_ENDS = tuple("。！？!?；;")
_OPEN_ENDED = Pattern("等|之类|诸如|比如|例如|如|包括|其中|或|及其")
_JOINT = Pattern("以及|[和与及]")
_QUOTED_BEFORE = Pattern(r"[“「‘『\"](?P<list>[^“”「」‘’『』\"\r\n。；：，]{3,80})[”」’』\"]这?$")
_PHRASE_END = r"[^，。：；！？,:;!?\s]{0,8}"
_FIRST_PHRASE = Pattern(rf"(?<=[。；;！!：:，,\s])第一(?P<unit>个|点|件|句|项|条|层|方面|种|道){_PHRASE_END}")
_BULLET = Pattern(r"[\r\n][ \t\u3000\xa0]*(?P<sign>——|[●■◆▲•·])")
_INDENT = tuple(" \t\u3000\xa0")
_ONE_MORE = Pattern(r"(?<=[。；;！!？?\s])(?:最后|此外|另外|还有|再有)")
_CLAUSE = Pattern(r"[，,。；;：:！!？?、\r\n“”‘’「」『』（）()《》]")


class Words(NamedTuple):
    """The items of a list in words, and whether they are counted beyond doubt: of one shape, and the list closed."""

    items: tuple[Span, ...]
    certain: bool


def words_behind(folded: str, announcement: Announcement) -> Words | None:
    """The list that a colon or 即 opens right behind the count; None where none stands there."""
    match = _AFTER.match(folded, announcement.span.end)
    if match is None:
        return None
    start = match.end()
    repeated = _repeated(folded, start, announcement.noun) if len(announcement.noun) >= SHORTEST else None
    if repeated is not None:
        return repeated
    end = _end(folded, start)
    found = _enumerated(folded, start, end)
    return None if found is None else Words(found.items, found.certain and folded[end : end + 1] in _ENDS)


def words_before(folded: str, announcement: Announcement) -> Words | None:
    """The list of names right before the count: “人才、区位、政策”三大优势, 事前、事中、事后三个环节."""
    end = announcement.number.start
    start = max(0, end - REACH)
    match = _QUOTED_BEFORE.search(folded, start, end)
    if match is not None and folded[match.start() - 1 : match.start()] not in tuple("、和与及及”」"):
        return _enumerated(folded, match.start("list"), match.end("list"))
    # Without marks round them, names before a thing that may have one of its own are too often no list of it.
    clock = folded[announcement.number.end] == "点" and not announcement.noun
    return _plain_before(folded, start, end) if announcement.saying and not clock else None


def phrases_behind(folded: str, announcement: Announcement) -> Words | None:
    """三句话。第一句话，…… 第二句话，……: items that are numbered in words of their own."""
    first = _FIRST_PHRASE.search(folded, announcement.span.end, announcement.span.end + NEAR)
    if first is None:
        return None
    unit, items, at = first["unit"], [Span(*first.span())], first.end()
    while len(items) < LARGEST:
        following = Pattern(
            rf"(?<=[。；;！!？?：:，,\s])第{written_like('一', len(items) + 1)}{unit}[^，。：；！？,:;!?\s]{{0,8}}"
        )
        match = following.search(folded, at, at + PHRASE_REACH)
        if match is None:
            break
        items.append(Span(*match.span()))
        at = match.end()
    if len(items) < SHORTEST:
        return None
    more = folded.find(f"第{written_like('一', len(items) + 1)}", at, at + PHRASE_REACH) >= 0
    return Words(tuple(items), not more and _ONE_MORE.search(folded, at, at + PHRASE_REACH) is None)


def bullets_behind(folded: str, announcement: Announcement) -> Words | None:
    """The lines behind the count that each begin with —— or one other sign; certain where no more follow them."""
    first = _BULLET.search(folded, announcement.span.end, announcement.span.end + NEAR)
    if first is None:
        return None
    items: list[Span] = []
    sign, others, at = first["sign"], 0, first.start("sign")
    while others < NEARBY_LINES and len(items) < LARGEST:
        end = folded.find("\n", at)
        end = len(folded) if end < 0 else end
        line = folded[at : min(end, at + LONGEST_SHOWN)].strip()
        if line.startswith(sign) and others:
            return Words(tuple(items), certain=False)
        if line.startswith(sign):
            items.append(Span(at, at + len(line)))
        elif line:
            others += 1
        if end == len(folded):
            break
        at = end + 1
        while folded[at : at + 1] in _INDENT:
            at += 1
    return Words(tuple(items), certain=True) if len(items) >= SHORTEST else None


def _end(folded: str, start: int) -> int:
    match = _STOP.search(folded, start, start + REACH)
    return start if match is None else match.start()


def _enumerated(folded: str, start: int, end: int) -> Words | None:
    """The items of `folded[start:end]` between 、; a clause that holds more than such a list is none."""
    if folded.find("、", start, end) < 0 or folded.find("，", start, end) >= 0 or folded.find(",", start, end) >= 0:
        return None
    items = []
    at = start
    while at <= end:
        stop = folded.find("、", at, end)
        stop = end if stop < 0 else stop
        items.append(Span(at, stop))
        at = stop + 1
    lengths = {item.end - item.start for item in items}
    shaped = len(lengths) == 1 and 2 <= max(lengths) <= LONGEST and _JOINT.search(folded, start, end) is None
    return Words(tuple(items), shaped and _OPEN_ENDED.search(folded, start, end) is None)


def _plain_before(folded: str, start: int, end: int) -> Words | None:
    """A list without quotation marks: its first item is as long as the others, whatever leads up to it."""
    left = end
    while left > start and (folded[left - 1] == "、" or _CLAUSE.match(folded, left - 1, left) is None):
        left -= 1
    if folded.find("、", left, end) < 0:
        return None
    parts = folded[left:end].split("、")
    size = len(parts[1])
    items, at = [], left
    for index, part in enumerate(parts):
        stop = at + len(part)
        items.append(Span(max(at, stop - size) if not index else at, stop))
        at = stop + 1
    led = len(parts[0]) > size
    shaped = all(len(part) == size for part in parts[1:]) and 2 <= size <= 4 and led and len(parts) >= FEWEST_PLAIN
    closed = _JOINT.search(folded, left, end) is None and _OPEN_ENDED.search(folded, left, end) is None
    return Words(tuple(items), shaped and closed and "的" not in folded[left:end])


def _repeated(folded: str, start: int, noun: str) -> Words | None:
    """Clauses that all begin, or all end, with the counted word, up to the end of the sentence."""
    end = start
    while end < start + REACH and end < len(folded) and folded[end] not in "。！？!?\r\n…":
        end += 1
    items: list[Span] = []
    heads = tails = 0
    at = start
    for stop in [*_marks(folded, start, end), end]:
        words = folded[at:stop]
        if noun not in words:
            break
        items.append(Span(at, stop))
        heads += words.startswith(noun)
        tails += words.endswith(noun)
        at = stop + 1
    if len(items) < SHORTEST:
        return None
    # An item of several clauses, a word that comes again behind the list, a torn line: nobody can count them.
    alone = folded.count(noun, start, end) == len(items) and folded[end : end + 1] in _ENDS
    return Words(
        tuple(items), alone and len(items) in (heads, tails) and _OPEN_ENDED.search(folded, start, end) is None
    )


def _marks(folded: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _CLAUSE.finditer(folded, start, end)]
