"""The kind `line`: lines that are no part of any draft, as sites leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.document.model import Document
from speechlint.lexicon.literals import Places
from speechlint.rulepack.kinds import Allowance
from speechlint.rulepack.schema import Match
from speechlint.text.charsets import SENTENCE_ENDS
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

LONGEST_REST = 40  # code points behind a known beginning that still belong to it
_BLANK = "[ \\t\\u3000\\xa0]+"
_DIGITS = "[0-9０-９]+"
_BODY = frozenset("，；,;") | frozenset(SENTENCE_ENDS)
_PIECE = Pattern(r"\\(?P<sign>.)|(?P<digits>#)|(?P<blank>[ \t\u3000\u00a0]+)")


class LineMatches:
    """`line`: whole lines, blanks around them aside. `#` stands for digits, `*` at the end for a changing rest and at
    the beginning for whatever stands before; a backslash takes a sign's meaning away. A blank is any number of them.

    The rest behind a known beginning is marked with it where it is short and no sentence; else the beginning alone.
    Of a known end nothing in front is marked: that may be the draft's own.
    """

    def __init__(self, match: Match) -> None:
        self._lines: dict[str, list[_Line]] = {}
        for entry in match.lines:
            line = _Line(entry)
            self._lines.setdefault(line.word, []).append(line)
        self.triggers = tuple(self._lines)

    def found(self, document: Document, places: Places) -> Iterator[tuple[Span, str]]:
        folded, lines, time = document.folded, document.lines, Allowance(document)
        tried: set[tuple[int, str]] = set()
        found: dict[int, Span] = {}
        for start, end in places:
            number, word = lines.index_of(start), folded[start:end]
            if (number, word) in tried:
                continue
            tried.add((number, word))
            bare = _bare(folded, lines[number])
            for line in self._lines.get(word, ()):
                span = line.span(folded, bare, time)
                if span is not None and (number not in found or len(span.of(folded)) > len(found[number].of(folded))):
                    found[number] = span
        for number in sorted(found):
            yield found[number], ""


class _Line:
    """One entry; `word` is its longest stretch without blanks and digits, in simplified characters."""

    def __init__(self, entry: str) -> None:
        self.ends_open = entry.endswith("*") and not entry.endswith("\\*")
        self.starts_open = entry.startswith("*")
        inner = entry[self.starts_open : len(entry) - self.ends_open]
        self.word, source = "", ""
        for piece, is_word in _pieces(inner):
            source += re.escape(piece) if is_word else piece
            if is_word and len(piece) > len(self.word):
                self.word = piece
        self._pattern = Pattern(("(?r)" if self.starts_open else "") + source)

    def span(self, folded: str, bare: Span, time: Allowance) -> Span | None:
        """What the entry marks of a line whose words stand in `bare`."""
        if not self.starts_open and not self.ends_open:
            return bare if self._pattern.fullmatch(folded, *bare, timeout=time.left()) is not None else None
        match = self._pattern.match(folded, *bare, timeout=time.left())
        if self.starts_open:
            return None if match is None else Span(match.start(), bare.end)
        if match is None:
            return None
        rest = folded[match.end() : bare.end]
        belongs = len(rest) <= LONGEST_REST and _BODY.isdisjoint(rest) and not rest.endswith(("：", ":"))
        return bare if belongs else Span(bare.start, match.end())


def _pieces(entry: str) -> Iterator[tuple[str, bool]]:
    """The entry as words and, between them, expressions."""
    word, at = "", 0
    for match in _PIECE.finditer(entry):
        word += entry[at : match.start()]
        at = match.end()
        if match["sign"]:
            word += match["sign"]
            continue
        if word:
            yield word, True
            word = ""
        yield _DIGITS if match["digits"] else _BLANK, False
    if word + entry[at:]:
        yield word + entry[at:], True


def _bare(text: str, line: Span) -> Span:
    words = line.of(text)
    start = line.start + len(words) - len(words.lstrip())
    return Span(start, max(start, line.start + len(words.rstrip())))
