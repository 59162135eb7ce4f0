"""Patterns of paths, written as in a `.gitignore`, and matched without going back.

They come from strangers too: no pattern may cost more than its own length times that of the path, whatever stands in
it, and those that hold a plain name are tried on paths that have it alone. Signs are characters here; git compares
bytes, so that its `?` is a third of a Chinese character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, groupby

from speechlint.text.named_tuple import NamedTuple

# What [:alpha:] and so on mean within brackets: ASCII alone, as in git.
_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_STAR, _SLASH = "*", "/"
_SPECIAL = frozenset("*?[\\")


class Globs:
    """The patterns of some lines. Blank lines and comments are none, and what makes no sense matches nothing."""

    def __init__(self, lines: Iterable[str]) -> None:
        last_first = dict.fromkeys(reversed(tuple(lines)))  # the last one that fits decides
        self._globs = [glob for line in last_first if (glob := _glob(line)) is not None]
        self._named, self._others = _by_name(self._globs)

    def verdict(self, path: str, *, folder: bool = False) -> bool | None:
        """What git says of a path (with `/`, from the patterns' folder on) in a folder that is not left out: whether it
        is left out, or None where no pattern speaks of it.
        """
        names = _names(path)
        for glob in self._possible(names):
            if (folder or not glob.folders) and glob.reach(names) == len(names):
                return glob.meant
        return None

    def match(self, path: str, *, folder: bool = False) -> bool:
        """Whether the path or a folder above it is meant. What speaks of the path itself counts for more."""
        names = _names(path)
        above: bool | None = None
        for glob in self._possible(names):
            reach = glob.reach(names if folder or not glob.folders else names[:-1])
            if reach == len(names):
                return glob.meant
            if reach and above is None:
                above = glob.meant
        return bool(above)

    def _possible(self, names: Sequence[str]) -> Iterator[Glob]:
        """The patterns that may fit, the last one first."""
        numbers = [number for name in set(names) for number in self._named.get(name, ())]
        return map(self._globs.__getitem__, sorted(self._others + numbers) if numbers else self._others)


class Name:
    """A pattern of a name between slashes: expressions of fixed length with stars between them, or one `plain` name."""

    def __init__(self, signs: Sequence[str], plain: str | None = None) -> None:
        self._signs = signs
        self._least = sum(sign is not _STAR for sign in signs)
        self.plain = plain

    def fits(self, name: str) -> bool:
        if self.plain is not None:
            return name == self.plain
        return len(name) >= self._least and self._expression.fullmatch(name) is not None

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        """Each piece is taken where it stands first behind a star: to try further ones would find nothing more."""
        pieces = ["".join(run) for is_star, run in groupby(self._signs, lambda sign: sign is _STAR) if not is_star]
        if _STAR not in self._signs:
            return re.compile("".join(pieces), re.DOTALL)
        first = pieces.pop(0) if self._signs[0] is not _STAR else ""
        last = pieces.pop() if self._signs[-1] is not _STAR else ""
        return re.compile(f"{first}{''.join(f'(?>.*?{piece})' for piece in pieces)}.*{last}", re.DOTALL)


class Glob(NamedTuple):
    """A pattern: from its folder down, what each name has to fit, and None for any number of names.

    `meant` is False behind an exclamation mark; `folders` says that it speaks of folders only.
    """

    meant: bool
    folders: bool
    parts: tuple[Name | None, ...]

    def reach(self, names: Sequence[str]) -> int:
        """With how many of the names, from the first one on, the pattern fits at the most; 0 where it never does."""
        parts, end = self.parts, len(self.parts)
        if end == 2 and parts[0] is None:  # a name at any depth: most patterns are such
            return next((count for count in range(len(names), 0, -1) if _fits(parts[1], names[count - 1])), 0)
        reached = 0
        here = {0, 1} if parts[0] is None else {0}
        for count, name in enumerate(names, 1):
            there = set()
            for place in here:
                if place < end and _fits(parts[place], name):
                    there.add(place if parts[place] is None else place + 1)
            there |= {place + 1 for place in there if place < end and parts[place] is None}
            if end in there:
                reached = count
            here = there
        return reached


def _by_name(globs: Sequence[Glob]) -> tuple[dict[str, list[int]], list[int]]:
    """The numbers of the patterns that hold a plain name, by the one that the fewest of them have; and the others'."""
    plain = [[part.plain for part in glob.parts if part is not None and part.plain is not None] for glob in globs]
    count = Counter(chain.from_iterable(plain))
    named: dict[str, list[int]] = {}
    for number, names in enumerate(plain):
        if names:
            named.setdefault(min(names, key=count.__getitem__), []).append(number)
    return named, [number for number, names in enumerate(plain) if not names]


def _fits(part: Name | None, name: str) -> bool:
    return part is None or part.fits(name)


def _names(path: str) -> list[str]:
    return [name for name in path.split(_SLASH) if name not in ("", ".")]


def _glob(line: str) -> Glob | None:
    line = _without_spaces(line)
    written = line.removeprefix("!")
    pattern = written.removesuffix(_SLASH)
    if line.startswith("#") or not pattern:
        return None
    parts: list[Name | None]
    if _SPECIAL.isdisjoint(pattern):
        parts = [Name("", name) for name in pattern.removeprefix(_SLASH).split(_SLASH)]
        parts = parts if _SLASH in pattern else [None, *parts]
        return Glob(written == line, written.endswith(_SLASH), tuple(parts))
    try:
        names = list(_split(pattern.removeprefix(_SLASH)))
    except (IndexError, KeyError):  # it ends amid a bracket or behind a backslash, or names a class that is none
        return None
    parts = list(_parts(names)) if _SLASH in pattern else [None, Name(names[0])]
    return Glob(written == line, written.endswith(_SLASH), tuple(parts))


def _parts(names: Iterable[Sequence[str]]) -> Iterator[Name | None]:
    at_any_depth = False
    for signs in names:
        if len(signs) > 1 and all(sign == _STAR for sign in signs):
            if not at_any_depth:
                yield None
            at_any_depth = True
        else:
            yield Name(signs)
            at_any_depth = False
    if at_any_depth:  # what lies in the folder, not the folder itself
        yield Name([_STAR])


def _without_spaces(line: str) -> str:
    """The line without the spaces at its end; one behind a backslash stays."""
    bare = line.rstrip(" ")
    is_escaped = (len(bare) - len(bare.rstrip("\\"))) % 2
    return line[: len(bare) + is_escaped]


def _split(pattern: str) -> Iterator[list[str]]:
    """The signs of each name: stars, and an expression for each character. Raises IndexError or KeyError."""
    signs: list[str] = []
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        at += 1
        if sign == "[":
            expression, at = _bracket(pattern, at)
            signs.append(expression)
        elif sign == _SLASH or pattern.startswith(f"\\{_SLASH}", at - 1):
            yield signs
            signs, at = [], at + (sign != _SLASH)
        elif sign == "\\":
            signs.append(re.escape(pattern[at]))
            at += 1
        else:
            signs.append({_STAR: _STAR, "?": "."}.get(sign) or re.escape(sign))
    yield signs


def _bracket(pattern: str, at: int) -> tuple[str, int]:
    """The expression for what stands in brackets from `at`, behind the opening one, and where that ends.

    Raises IndexError where they are not closed, KeyError for a class that is none.
    """
    negation = "^" if pattern[at] in "!^" else ""
    at = begin = at + len(negation)
    items: list[str] = []
    low = ""  # what a range may begin with
    close = 0  # the next closing bracket of a class, or the end
    while at == begin or pattern[at] != "]":
        if close < at + 2:
            close = pattern.find("]", at + 2) % (len(pattern) + 1)  # found once, however many there are
        if pattern.startswith("[:", at) and close > at + 2 and pattern[close - 1] == ":":
            items.append(_CLASSES[pattern[at + 2 : close - 1]])
            low, at = "", close + 1
            continue
        is_range = pattern[at] == "-" and low != "" and pattern[at + 1] != "]"
        at += is_range
        at += pattern[at] == "\\"
        high = pattern[at]
        if not is_range:
            items.append(re.escape(high))
        elif low <= high:
            items.append(f"{re.escape(low)}-{re.escape(high)}")
        low = "" if is_range else high
        at += 1
    return f"[{negation}{''.join(items)}]", at + 1
