"""What it would take to compile an expression, told from its text alone.

`regex` writes a repeat out as often as it has to match, and once more for the rest: `(?:a{1000}){1000}` becomes a
million pieces of some 300 bytes, and each `+` doubles what it holds. So a line of text may ask for all memory before
any limit of time begins to count.
"""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual
from speechlint.text.pattern import Pattern

LONGEST = 20_000  # code points of an expression
HEAVIEST = 100_000  # pieces, repeats written out: some 40 MB
DEEPEST = 50  # groups within groups

_EMPTY_GROUP = 100  # pieces; `regex` compares each of a row of them with all the others
_LONG_NAMES = {"R": 12, "X": 4}  # escapes that stand for several pieces
_DIGITS = frozenset("0123456789")
_FLAGS = frozenset("-abefiLmprsuVwx")
_LEAST = {"?": 0, "*": 0, "+": 1}
# Whatever the case, in full: each range of a set then brings along all that folds to several characters, ß and ﬁ.
_FULL_CASE = Pattern(r"\(\?[-A-Za-z0-9]*f")
_FOLDED = 110  # pieces
_CLASS = Pattern(r"\[:\^?[A-Za-z0-9 &_.-]*(?:[:=](?= *[^ :])[A-Za-z0-9 &_./-]*)?:\]")


class _TooDeepError(Exception):
    pass


def objection(source: str) -> Bilingual | None:
    """Why an expression must not be compiled; None for one that may be, and for what is none at all."""
    if len(source) > LONGEST:
        return Bilingual(
            f"表达式有 {len(source):,} 个字符，超过上限 {LONGEST:,}；词多时请用 kind = 'phrase'",
            f"the expression has {len(source):,} characters, more than the limit of {LONGEST:,}; "
            "for many words take kind = 'phrase'",
        )
    try:
        weight = weight_of(source)
    except _TooDeepError:
        return Bilingual(
            f"表达式的括号套了 {DEEPEST} 层以上，请简化",
            f"the expression has groups more than {DEEPEST} deep; make it simpler",
        )
    if weight > HEAVIEST:
        return Bilingual(
            f"表达式里的重复展开后超过 {HEAVIEST:,} 个字符，编译要用太多内存；请减少 {{n}}、+ 的次数或层数",
            f"the expression's repeats come to more than {HEAVIEST:,} characters written out, which takes too much "
            "memory to compile; take fewer or shallower {n} and +",
        )
    return None


def weight_of(source: str) -> int:
    """How many pieces an expression becomes. What is wrong in it ends the count: it is never compiled either."""
    return _Reader(source).weight()


class _Group:
    """A group that is still open: the weight of its items but the last, that of the last, and whether blanks and
    comments count for nothing behind it.
    """

    __slots__ = ("blanks", "last", "weight")

    def __init__(self, blanks: bool) -> None:
        self.weight = self.last = 0
        self.blanks = blanks

    def take(self, weight: int) -> None:
        self.weight += self.last
        self.last = weight


class _Reader:
    """Goes through an expression once, sign by sign, as `regex` does in its first version of the syntax."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._blanks = False  # whether (?x) holds
        self._groups = [_Group(blanks=False)]
        self._full_case = _FULL_CASE.search(source) is not None

    def weight(self) -> int:
        while sign := self._next():
            group = self._groups[-1]
            if sign == "(":
                self._open()
            elif sign == ")":
                if len(self._groups) == 1:
                    break
                self._close()
            elif sign == "|":
                group.take(0)
            elif sign == "[":
                group.take(self._set())
            elif sign == "\\":
                group.take(_LONG_NAMES.get(self._raw(), 1))
            elif sign in _LEAST:
                self._repeat(_LEAST[sign])
            elif sign != "{" or not self._counted():
                group.take(1)
        while len(self._groups) > 1:
            self._close()
        return self._groups[0].weight + self._groups[0].last

    def _next(self) -> str:
        """The next sign that counts; empty at the end."""
        source, end = self._source, len(self._source)
        while self._blanks and self._at < end:
            if source[self._at].isspace():
                self._at += 1
            elif source[self._at] == "#":
                self._at = source.find("\n", self._at) % (end + 1)  # the end, where no line does
            else:
                break
        return self._raw()

    def _raw(self) -> str:
        sign = self._source[self._at : self._at + 1]
        self._at += 1
        return sign

    def _peek(self) -> str:
        """The next sign that counts, without taking it; what counts for nothing before it is left behind."""
        sign = self._next()
        self._at -= 1
        return sign

    def _open(self) -> None:
        blanks = self._blanks
        if self._source.startswith("?#", self._at):
            self._comment()
            return
        if self._source.startswith("?", self._at):
            self._at += 1
            if self._flags() and self._next() == ")":  # they hold for the rest of the group that they stand in
                return
            self._kind()
        self._groups.append(_Group(blanks))
        if len(self._groups) > DEEPEST + 1:
            raise _TooDeepError

    def _kind(self) -> None:
        """Take what says which kind of group it is, with its name."""
        if self._peek() == "P":
            self._next()
        if self._peek() in ("=", "!", ">", "|"):
            self._next()
        elif self._peek() == "<":
            self._next()
            if self._peek() in ("=", "!"):
                self._next()
                return
            while self._next() not in ("", ">"):
                pass

    def _comment(self) -> None:
        while (sign := self._raw()) not in ("", ")"):
            self._at += sign == "\\"

    def _flags(self) -> bool:
        """Take flags up to their colon or bracket, and obey x. False where something else stands there."""
        begin, blanks, wanted = self._at, self._blanks, True
        while (sign := self._peek()) not in ("", ")", ":"):
            self._next()
            if sign not in _FLAGS:
                self._at = begin
                return False
            if sign == "V":
                self._next()
            wanted = wanted and sign != "-"
            blanks = wanted if sign == "x" else blanks
        self._blanks = blanks
        return True

    def _close(self) -> None:
        group = self._groups.pop()
        self._blanks = group.blanks
        self._groups[-1].take(group.weight + group.last or _EMPTY_GROUP)

    def _repeat(self, least: int) -> None:
        group = self._groups[-1]
        group.last = min(group.last * (least + 1), HEAVIEST + 1)
        if self._peek() in ("?", "+"):  # lazy, possessive
            self._next()

    def _counted(self) -> bool:
        """Take a repeat like {2} or {2,4}, behind its bracket. False where it is none."""
        begin = self._at
        least = most = self._digits()
        has_comma = self._peek() == ","
        if has_comma:
            self._next()
            most = self._digits()
        if self._next() != "}" or not (least or has_comma):
            self._at = begin
            return False
        number = int(least or 0) if len(least) <= len(str(HEAVIEST)) else HEAVIEST
        self._repeat(0 if least == most == "1" else number)  # once is no repeat
        return True

    def _digits(self) -> str:
        digits = []
        while self._peek() in _DIGITS:
            digits.append(self._next())
        return "".join(digits)

    def _set(self) -> int:
        """Take a set of characters, behind its bracket, and give its weight."""
        begin = self._at
        self._at += self._source.startswith("^", self._at)
        first = self._at
        while (sign := self._raw()) and (sign != "]" or self._at == first + 1):
            if sign == "\\":
                self._at += 1
            elif sign == "[" and (name := _CLASS.match(self._source, self._at - 1)):
                self._at = name.end()
        plain = max(1, self._at - begin - 1)
        return plain + _FOLDED if self._full_case and "-" in self._source[begin : self._at] else plain
