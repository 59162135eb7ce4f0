"""Half-width marks that stand in Chinese text, where a full-width one belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.document.formulas import is_formula, parts_coordinates
from speechlint.document.script import ScriptName
from speechlint.document.stray_points import is_stray_point
from speechlint.text.charsets import BLANKS, TRANSCRIBING, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

FULL_WIDTH = {
    ",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。",
    "｡": "。", "､": "、", "．": "。",
}  # fmt: skip
# The group is there where Han characters stand on both sides: nearly all marks of a draft from a site.
_MARK = Sweep("[,:;!?().](?:(?<=[一-鿿][,:;!])(?=[一-鿿])())?")
# With the marks of half-width katakana and the full-width point, which stand in few drafts and make the search slower.
_MARK_OR_KANA = Sweep("[,:;!?().｡､．](?:(?<=[一-鿿][,:;!])(?=[一-鿿])())?")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_CHINESE_SIGN = Pattern("[⺀-鿿豈-﫿\uff01-\uff60“”‘’…—·○●□■△▲×①-⑳\U00020000-\U000323af]")
_NUMBER = Pattern(r"\s*(?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})\s*\Z")
_POINT = Pattern(r"[-0-9.]+(?:, ?[-0-9.]+)+\Z")
_POINT_BEHIND_NUMBER = Pattern(r"(?:^|[\s，。；：,;:])(?:第?[一二三四五六七八九十百]{1,4})\Z")
# What asks; a ? without one of these before it is likelier to be a character that was lost.
_ASKING = frozenset("吗嗎呢么麼什谁誰哪何怎几幾否多少难難岂豈不没沒吧啊可咋啥是乎哉")
_REPEATED, _CRIES = frozenset("，。、；：,;:"), frozenset("！？!?")
_OPENING, _CLOSING = frozenset("“‘（《〈「『【〔(["), frozenset("”’）》〉」』】〕)\"'*`]")
# A line longer than this is judged by what stands round the mark, and a question is looked for over so many characters.
LINE, QUESTION = 2_000, 40
# More exclamation and question marks than this are too many.
MOST_CRIES = 3
LONGEST_INTERVAL, LONGEST_SLOT = 20, 80
# A sentence that a point closes has at least so many characters before it in its line.
SHORTEST = 5
_WIDE_STOP = Sweep("．(?=[\r\n]|\\Z)")
_FULL_POINT = Sweep(r"\.(?<=[一-鿿]\.)(?=[\r\n]|\Z)")
# Foreign names that are written with a point end so: 比尔.盖茨 has a point for an interpunct.
_IN_NAMES = frozenset(TRANSCRIBING)
_COUNTED = frozenset("一二三四五六七八九十0123456789")
_FILE_ENDING = Pattern(r"\.[a-z][a-z0-9]{1,4}(?![A-Za-z0-9])")
_WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
_AFTER_SENTENCE = frozenset('”」』"')


class Halfwidth(NamedTuple):
    """Where half-width marks stand in Chinese text: those that should be full-width, and points inside sentences that
    stand for nothing."""

    marks: tuple[int, ...]
    points: tuple[int, ...]


def find_halfwidth(document: Document) -> Halfwidth:
    """The offsets of the marks , : ; ! ? ( ) . that should be full-width, and of ｡ ､ ． for 。 and 、, in order.

    A mark between two Han characters is one; beside foreign text the line decides, and a bracket goes with its
    partner. Left out: foreign text, list markers and their brackets, brackets without partner or with a full-width one,
    and marks that are repeated or open a line, which other rules tell. Points between words are told apart.
    """
    reader = _Reader(document)
    marks = reader.read()
    return Halfwidth(marks, tuple(reader.points))


class _Reader:
    """Reads the marks of one document from left to right."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.closers: set[int] = set()
        self.found: list[int] = []
        self.points: list[int] = []
        self.line_end, self.chinese = -1, False
        self.markers: tuple[frozenset[int], frozenset[int]] | None = None
        self.full_points: bool | None = None
        self.wide_stops: bool | None = None

    def read(self) -> tuple[int, ...]:
        text, found = self.text, self.found
        special: bool | None = None  # asked for at the first mark only
        pattern = _MARK_OR_KANA if "｡" in text or "､" in text or "．" in text else _MARK
        for match in pattern.finditer(text):
            at = match.start()
            if match.lastindex is None:
                mark = text[at]
                if mark in "｡､":
                    if not is_han(text[at - 1 : at]):
                        continue
                elif mark == "．":
                    if not self._is_wide_stop(at):
                        continue
                elif mark == ".":
                    if not self._ends_sentence(at):
                        if is_han(text[at - 1 : at]) and is_stray_point(self.document, at):
                            self.points.append(at)
                        continue
                elif not (self._is_bracket(at, mark) if mark in "()" else self._is_mark(at, mark)):
                    continue
            if text[at - 1] in _COUNTED and text[at] == "," and self._in_marker(at):
                continue
            if special is None:
                slots = "{" in text and ("{{" in text or "{%" in text)
                special = slots or bool(self.document.notation.spans)
            if special and (self.document.notation.holds(at) or self._is_in_template(at)):
                continue
            found.append(at)
        return tuple(found)

    # --- , : ; ! ? --------------------------------------------------------------------------------------------------

    def _is_mark(self, at: int, mark: str) -> bool:
        text = self.text
        left, right = self._neighbours(at)
        before = text[left] if left >= 0 else "\n"
        after = text[right : right + 1] or "\n"
        if before in "\r\n" or self.document.foreign.holds(at) or self._is_face(at):
            return False
        if "가" <= before <= "힣" or (mark == "," and parts_coordinates(text, at)):
            return False
        if self._is_repeated(at, mark):
            return before == "、" and text[left - 1].isdigit() and is_han(after)  # behind a page's number: 3、,但
        if mark == "?" and not self._asks(at, after):
            return False
        if (mark == "!" and after == "[") or (mark == ":" and before == '"' and after in '"{['):  # a picture; a key
            return False
        if is_han(before):
            return is_han(after) or self._is_chinese(at)
        if before in _OPENING or not self._is_chinese(at):
            return False
        if self._is_found(left) or before in _CLOSING or _CHINESE_SIGN.match(before) is not None:
            return not self.document.foreign.holds(left) or _is_chinese_sign(after)
        if _is_chinese_sign(after):
            return not (after in _CLOSING and self._closes_foreign(at, right))
        if after in "\r\n":
            return True
        return before == "%" and mark in ",;" and after.isalnum()

    def _closes_foreign(self, at: int, closer: int) -> bool:
        """Whether the mark ends words of another language that stand in marks of their own: “OK!”."""
        opener = self.document.pairs.partner.get(closer, at)
        return 0 < at - opener <= QUESTION and _CHINESE_SIGN.search(self.text, opener + 1, at) is None

    def _is_repeated(self, at: int, mark: str) -> bool:
        """Whether the mark stands in a run of marks of which one is too many; !! and ?! are right."""
        text = self.text
        beside = text[at - 1] + text[at + 1 : at + 2]
        if text[at - 1] in _CRIES and (mark in _CRIES or text[at - 2] in _CRIES):
            return len(_cries(text, at - 1)) > MOST_CRIES  # all of !!!, become full-width
        if not _REPEATED.isdisjoint(beside):
            return True
        if _CRIES.isdisjoint(beside):
            return False
        return mark in ",;:" or len(_cries(text, at)) > MOST_CRIES

    def _is_in_template(self, at: int) -> bool:
        """Whether the mark stands in a slot of a template: {{ 姓名,单位 }}, {% if 甲,乙 %}."""
        text, start = self.text, max(0, at - LONGEST_SLOT)
        opener = max(text.rfind("{{", start, at), text.rfind("{%", start, at))
        return opener >= 0 and max(text.rfind("}}", opener, at), text.rfind("%}", opener, at)) < 0

    def _is_face(self, at: int) -> bool:
        """Whether the mark is a pair of eyes: :) ;-("""
        text = self.text
        mouth = at + 2 if text[at + 1 : at + 2] == "-" else at + 1
        return text[at] in ":;" and text[mouth : mouth + 1] in ("(", ")") and mouth not in self.document.pairs.partner

    def _asks(self, at: int, after: str) -> bool:
        if after.isascii() and after.isalpha():
            return False
        return (
            self.text[at - 1] in _CRIES
            or after in _CRIES
            or not _ASKING.isdisjoint(self.text[max(0, at - QUESTION) : at])
        )

    def _is_found(self, at: int) -> bool:
        """Whether the mark found last stands at `at`."""
        return bool(self.found) and self.found[-1] == at

    def _neighbours(self, at: int) -> tuple[int, int]:
        """The offsets of the characters beside the mark, over one or two blanks."""
        text, left, right = self.text, at - 1, at + 1
        while left >= 0 and text[left] in BLANKS and at - left < 3:
            left -= 1
        while right < len(text) and text[right] in BLANKS and right - at < 3:
            right += 1
        return left, right

    # --- ( ) --------------------------------------------------------------------------------------------------------

    def _is_bracket(self, at: int, mark: str) -> bool:
        if mark == ")":
            return at in self.closers
        text, document = self.text, self.document
        closer = document.pairs.partner.get(at, -1)
        if closer < 0 or text[closer] != ")" or closer == at + 1 or text[at - 1 : at] == "]":
            return False
        inside = text[at + 1 : min(closer, at + 200)]
        if _POINT.match(inside) is not None or _ends_interval(inside):
            return False
        if not is_han(inside[0]) and is_formula(text, at, closer):
            return False
        if text[closer + 1 : closer + 2] == "." and _FILE_ENDING.match(text, closer + 1) is not None:
            return False
        if inside in _WEEKDAYS and text[at - 1 : at] == "日" and self._is_traditional(at):
            return False
        if _NUMBER.match(inside) is not None and (inside.isascii() or self._is_marker(at)):
            return False
        if document.foreign.holds(at) and document.foreign.holds(closer):
            return False
        left = self._neighbours(at)[0]
        before = text[left] if left >= 0 else "\n"
        if not (is_han(before) and is_han(text[closer + 1 : closer + 2])) and not self._is_chinese(at):
            return False
        if _CHINESE_SIGN.search(inside) is None:
            after = text[closer + 1 : closer + 2] or "\n"
            beside = _is_chinese_sign(before) or (before in "\r\n" and _is_chinese_sign(after))
            if not (beside or before in "%)\"'" or self._is_found(left)):
                return False
        self.closers.add(closer)
        return True

    def _is_traditional(self, at: int) -> bool:
        """Whether the line is in traditional characters, where days of the week stand in half-width brackets too."""
        document = self.document
        return document.script.of(document.lines[document.lines.index_of(at)]) is ScriptName.HANT

    def _is_marker(self, at: int) -> bool:
        """Whether a marker in a form that a rule reports begins here."""
        return at in self._forms()[0]

    def _in_marker(self, at: int) -> bool:
        """Whether the mark closes such a marker: 一, 2,"""
        return at + 1 in self._forms()[1]

    def _forms(self) -> tuple[frozenset[int], frozenset[int]]:
        """Where those markers begin, and where they end."""
        if self.markers is None:
            forms = self.document.marker_forms
            self.markers = frozenset(form.span.start for form in forms), frozenset(form.span.end for form in forms)
        return self.markers

    # --- . ----------------------------------------------------------------------------------------------------------

    def _ends_sentence(self, at: int) -> bool:
        """Whether the point stands for 。: at a line's end, or anywhere in a text that has no other full stop."""
        text = self.text
        after = text[at + 1 : at + 2] or "\n"
        if at > 1 and text[at - 1] in _AFTER_SENTENCE and is_han(text[at - 2]) and after in "\r\n":
            return self.document.foreign.at(at) is None and text[at - 1] != '"'
        if not at or not is_han(text[at - 1]):
            return False
        ends = after in "\r\n" or after in _AFTER_SENTENCE
        if not ends and not (is_han(after) and self._uses_points(at)):
            return False
        begin = max(text.rfind("\n", max(0, at - QUESTION), at) + 1, at - QUESTION, 0)
        if at - begin < SHORTEST or _POINT_BEHIND_NUMBER.search(text, max(begin, at - 6), at) is not None:
            return False
        return is_han(text[begin:at].lstrip(BLANKS)[:1]) or self._is_chinese(at)

    def _is_wide_stop(self, at: int) -> bool:
        """Whether a full-width point closes a paragraph of a text that has other full stops."""
        text = self.text
        if (text[at + 1 : at + 2] or "\n") not in "\r\n" or not is_han(text[at - 1 : at]):
            return False
        begin = max(text.rfind("\n", max(0, at - QUESTION), at) + 1, at - QUESTION, 0)
        if at - begin < SHORTEST or not any(mark in text[begin:at] for mark in "，。；！？"):
            return False
        if self.wide_stops is None:  # some houses close all their sentences so
            self.wide_stops = text.count("。") > len(_WIDE_STOP.findall(text))
        return self.wide_stops

    def _uses_points(self, at: int) -> bool:
        """Whether the text closes its sentences with points throughout, and this one is none of a foreign name."""
        if self.full_points is None:
            self.full_points = "。" not in self.text and _FULL_POINT.search(self.text) is not None
        return self.full_points and self.text[at - 1] not in _IN_NAMES and bool(self.found)

    # --- the line ---------------------------------------------------------------------------------------------------

    def _is_chinese(self, at: int) -> bool:
        """Whether the line is Chinese: a word of Latin letters counts about as much as two Han characters."""
        if at < self.line_end:
            return self.chinese
        text, lines = self.text, self.document.lines
        number = lines.index_of(at)
        start, end = lines.starts[number], lines.ends[number]
        if end - start > LINE:
            start, end = max(start, at - LINE // 2), min(end, at + LINE // 2)
        line = text[start:end]
        self.line_end = end
        self.chinese = _counts_as_chinese(line) or _counts_as_chinese(self._without_codes(start, end))
        return self.chinese

    def _without_codes(self, start: int, end: int) -> str:
        """The line without addresses and codes, whose letters say nothing of its language."""
        parts = []
        for span in self.document.foreign.between(start, end):
            if " " in span.of(self.text):
                continue
            parts.append(self.text[start : span.start])
            start = max(start, span.end)
        parts.append(self.text[start:end])
        return "".join(parts)


def _cries(text: str, at: int) -> str:
    """The exclamation and question marks round the one at `at`, a few of them."""
    first, last = at, at + 1
    while at - first <= MOST_CRIES and text[first - 1 : first] in _CRIES:
        first -= 1
    while last - at <= MOST_CRIES and text[last : last + 1] in _CRIES:
        last += 1
    return text[first:last]


def _ends_interval(inside: str) -> bool:
    """Whether a bracket of the other sort closes what the round one opens: (a,b]或[a,b)."""
    closing = inside.find("]")
    return 0 <= closing < LONGEST_INTERVAL and "[" not in inside[:closing]


def _is_chinese_sign(character: str) -> bool:
    return _CHINESE_SIGN.match(character) is not None


def _counts_as_chinese(line: str) -> bool:
    ascii_part = line.encode("ascii", "ignore")
    others = len(line) - len(ascii_part)
    return others > 0 and 2 * others >= len(ascii_part.translate(None, _NO_LETTERS))
