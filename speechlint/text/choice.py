"""Long alternations read as tables: a pattern of 300 words takes ten milliseconds to compile, a table of them one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

_META = frozenset("()[]{}?*+.^$|\\")
_QUANTIFIERS = frozenset("?*+{")
# How far the rest of an alternative is followed where it has to be compiled, in code points.
REACH = 12
# A shorter end of an alternative is written out for each beginning, in code points.
SHORT = 40


class Entry(NamedTuple):
    """One alternative: a word, what must (or with `refuses` must not) stand right behind it, and what comes then."""

    label: str
    word: str
    ahead: frozenset[str] | tuple[str, ...] | None = None
    refuses: bool = False
    rest: Choice | Pattern | None = None


class Choice:
    """Alternatives in the syntax of patterns, tried in order, but only those that begin as the text does.

    Words, `[...]`, `(?:...)`, both with an optional `?`, and a `(?!...)` or `(?=...)` of words at the end are read as
    tables. What else stands in an alternative is compiled when its first word is found. Every alternative has to begin
    with a known character, else ValueError at the first use.

    Several labelled choices may be given; those of the first label come first.
    """

    def __init__(self, source: str | Mapping[str, str]) -> None:
        self.sources = {"": source} if isinstance(source, str) else source

    @cached_property
    def _table(self) -> dict[str, tuple[Entry, ...]]:
        """The alternatives by the character that they begin with."""
        table: dict[str, list[Entry]] = {}
        for label, source in self.sources.items():
            for alternative in _alternatives(source):
                if _META.isdisjoint(alternative):
                    table.setdefault(alternative[0], []).append(Entry(label, alternative))
                    continue
                for entry in _entries(label, "", alternative):
                    if not entry.word:
                        raise ValueError(f"an alternative that may begin with anything: {alternative}")
                    table.setdefault(entry.word[0], []).append(entry)
        return {first: tuple(entries) for first, entries in table.items()}

    @property
    def words(self) -> tuple[str, ...]:
        """What the alternatives begin with, without what must stand behind them. Raises ValueError for patterns."""
        found: list[str] = []
        for entries in self._table.values():
            for entry in entries:
                if isinstance(entry.rest, Pattern):
                    raise ValueError(f"more than words: {entry}")
                behind = ("",) if entry.rest is None else entry.rest.words
                found += [entry.word + word for word in behind]
        return tuple(found)

    def told(self, text: str, start: int) -> tuple[str, int] | None:
        """`(label, end)` of the first alternative that stands at `start`, or None."""
        for label, word, ahead, refuses, rest in self._table.get(text[start : start + 1], ()):
            if not text.startswith(word, start):
                continue
            end = start + len(word)
            if ahead is not None:
                stands = text[end : end + 1] in ahead if type(ahead) is frozenset else text.startswith(ahead, end)  # type: ignore[arg-type]
                if stands is refuses:
                    continue
            elif rest is not None:
                if isinstance(rest, Choice):
                    end = rest.end(text, end)
                else:
                    match = rest.match(text, end, end + REACH)
                    end = -1 if match is None else match.end()
                if end < 0:
                    continue
            return label, end
        return None

    def end(self, text: str, start: int) -> int:
        """Where the first alternative that stands at `start` ends; -1 where none does."""
        found = self.told(text, start)
        return -1 if found is None else found[1]


def _entries(label: str, word: str, source: str) -> Iterator[Entry]:
    """The entries of an alternative whose first characters, already read, are `word`."""
    plain = 0
    while plain < len(source) and source[plain] not in _META:
        plain += 1
    if plain and source[plain : plain + 1] in _QUANTIFIERS:
        plain -= 1
    word, source = word + source[:plain], source[plain:]
    if not source:
        yield Entry(label, word)
        return
    inner, tail = _first_part(source)
    if source.startswith(("(?!", "(?=")):
        words = None if tail else _words(inner)
        if words is None:
            yield Entry(label, word, rest=Pattern(source))
        else:
            single = max(map(len, words)) == 1
            yield Entry(label, word, frozenset(words) if single else tuple(words), source[2] == "!")
        return
    optional = tail.startswith("?")
    tail = tail[optional:]
    if not source.startswith(("[", "(?:")) or source.startswith("[^") or tail[:1] in _QUANTIFIERS:
        yield Entry(label, word, rest=Pattern(source))
        return
    # What follows many beginnings is read once, when one of them is found.
    shared = Choice(tail) if len(tail) > SHORT and tail.startswith(("[", "(?:")) else None
    for choice in _class(inner) if source[0] == "[" else _alternatives(inner):
        if shared is not None and (source[0] == "[" or _META.isdisjoint(choice)):
            yield Entry(label, word + choice, rest=shared)
        elif source[0] == "[":
            yield from _entries(label, word + choice, tail)
        else:
            yield from _entries(label, word, choice + tail)
    if optional:
        yield from _entries(label, word, tail)


def _first_part(source: str) -> tuple[str, str]:
    """What stands in the brackets that open the source, without `(?:` and its like, and what stands behind them."""
    if source[0] == "[":
        end = source.index("]", 2)
        return source[1:end], source[end + 1 :]
    if source[0] != "(":
        return "", source
    end = source.find(")")
    while end >= 0 and source.count("(", 0, end) != source.count(")", 0, end + 1):
        end = source.find(")", end + 1)
    if end < 0:
        raise ValueError(f"brackets do not pair: {source}")
    return source[3:end], source[end + 1 :]


def _alternatives(source: str) -> list[str]:
    """The source cut at each `|` that stands in no brackets."""
    if "(" not in source:
        return source.split("|")
    parts: list[str] = []
    depth = 0
    for piece in source.split("|"):
        if depth:
            parts[-1] = f"{parts[-1]}|{piece}"
        else:
            parts.append(piece)
        depth += piece.count("(") - piece.count(")")
    return parts


def _class(inner: str) -> list[str]:
    """The characters of a class; a hyphen at its end is itself."""
    if "-" not in inner:
        return list(inner)
    found: list[str] = []
    i = 0
    while i < len(inner):
        if inner[i + 1 : i + 2] == "-" and i + 2 < len(inner):
            found += map(chr, range(ord(inner[i]), ord(inner[i + 2]) + 1))
            i += 3
        else:
            found.append(inner[i])
            i += 1
    return found


def _words(source: str) -> list[str] | None:
    """The words that the source stands for; None where it stands for more than a list of words."""
    if source.startswith("[") and source.find("]") == len(source) - 1:
        return _class(source[1:-1])
    words: list[str] = []
    for alternative in _alternatives(source):
        for _, word, ahead, _, rest in _entries("", "", alternative):
            if ahead is not None or rest is not None:
                if not isinstance(rest, Choice):
                    return None
                inner = [found for part in rest.sources.values() for found in _words(part) or ("",)]
                if "" in inner:
                    return None
                words += [word + found for found in inner]
            else:
                words.append(word)
    return words
