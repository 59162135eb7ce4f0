"""Where the characters stand that one script alone has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from speechlint.document.script import LONG, ScriptName, count_kinds, kinds_of, kinds_of_many
from speechlint.lexicon.deciding import deciding_characters
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

LAST = "\uffff"  # of the basic plane
# Characters of a text that is looked through before a pattern with thousands of characters is compiled.
SHORT = 100_000


class ScriptRuns:
    """Deciding characters, looked for where somebody asks: in most drafts all but a few are of one script. `kinds` are
    those of the text, where somebody has them."""

    def __init__(self, text: str, kinds: str | None = None) -> None:
        self._text = text
        self._kinds = kinds

    @cached_property
    def has_traditional(self) -> bool:
        """Whether any character of traditional text alone stands in the draft."""
        if len(self._text) <= LONG and not self.count_all()[1]:
            return False
        if len(self._text) < SHORT:
            return not _traditional().isdisjoint(self._text)
        return _runs_of(ScriptName.HANT).search(self._text) is not None

    @property
    def counted(self) -> bool:
        """Whether the whole of a long text has been counted, since one script alone did not speak for it."""
        return self._kinds is not None and len(self._text) > LONG

    def count_all(self) -> tuple[int, int]:
        """How many characters of the whole text are simplified only, and how many are traditional only."""
        if self._kinds is None:
            self._kinds = self.all_kinds
        return count_kinds(self._kinds)

    def count(self, span: Span) -> tuple[int, int]:
        """The same of a stretch."""
        return count_kinds(self.all_kinds, *span)

    @cached_property
    def all_kinds(self) -> str:
        """The kinds of the whole text: whoever asks about a stretch goes on to ask about others."""
        if self._kinds is not None:
            return self._kinds
        return kinds_of(self._text) if len(self._text) <= LONG else kinds_of_many(self._text)

    def within(self, span: Span, script: ScriptName) -> Iterator[Span]:
        """The runs of characters of this script alone inside a stretch, in order."""
        for match in _runs_of(script).finditer(self._text, *span):
            yield Span(*match.span())

    def holders(self, paragraphs: Sequence[Span], script: ScriptName) -> Iterator[int]:
        """The numbers of the paragraphs that hold a character of this script alone."""
        if script is ScriptName.HANT and not self.has_traditional:
            return
        search, text, at = _runs_of(script).search, self._text, 0
        starts = [start for start, _ in paragraphs]
        match = search(text)
        while match is not None:
            at = bisect_right(starts, match.start(), at) - 1
            yield at
            match = search(text, paragraphs[at].end)


def class_of(characters: Iterable[str]) -> str:
    """A class of these for `re`; without the supplementary ones, which it would look through one by one."""
    return f"[{''.join(sorted(character for character in characters if character <= LAST))}]"


@cache
def _traditional() -> frozenset[str]:
    """The same characters as those of the pattern."""
    return frozenset(character for character in deciding_characters()[1] if character <= LAST)


@cache
def _runs_of(script: ScriptName) -> Sweep:
    simplified, traditional = deciding_characters()
    one = class_of(simplified if script is ScriptName.HANS else traditional)
    return Sweep(f"{one}{one}*")  # `re` finds where a class begins three times as fast as where `one+` does
