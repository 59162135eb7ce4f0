"""Words that a converter puts for others: what Taiwan says, where a text of the mainland means something else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from speechlint.lexicon.literals import Literals
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.words import holds_any

# 召開 became 開會 where a meeting is what is held.
_MEETING_AFTER = ("这次", "这个", "此次", "本次", "今天这", "了这次", "了全", "全县", "全市", "全省", "全国", "全区")
_MEETINGS = ("会议", "大会", "座谈会", "会，", "会,", "会。", "推进会", "动员会")
MEETING_NEAR = 20  # code points
OFTEN = 3  # times


class Sense(NamedTuple):
    """Taiwan's word, the mainland's (both traditional), and where the one stands for the other.

    `wrong` and `right` are what stands before and behind the word (simplified characters). A word with
    `house` is wrong everywhere else too, in a text that says it so many times: a matter of the side a text is for.
    """

    taiwan: str
    mainland: str
    wrong: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]
    house: int
    habit: bool = False

    def holds(self, folded: str, start: int, end: int) -> bool:
        """Whether the word at `folded[start:end]` stands for the mainland's."""
        if any(_stands(pair, folded, start, end) for pair in self.right):
            return False
        return self.house > 0 or any(_stands(pair, folded, start, end) for pair in self.wrong)

    def stands_in(self, folded: str, start: int, end: int) -> bool:
        """Whether the words beside it show that it is wrong, wherever the text comes from."""
        return any(_stands(pair, folded, start, end) for pair in self.wrong)


def _stands(pair: tuple[str, str], folded: str, start: int, end: int) -> bool:
    return folded.endswith(pair[0], 0, start) and folded.startswith(pair[1], end)


@cache
def senses() -> dict[str, Sense]:
    """The words of Taiwan that a converter puts into texts of the mainland."""
    found = {}
    for part in ("senses", "habits"):
        for row in _parts()[part]:
            taiwan, mainland, *contexts = row.split()
            wrong = [context for context in contexts if not context.startswith("!") and not context.startswith("*")]
            right = [context[1:] for context in contexts if context.startswith("!")]
            found[taiwan] = Sense(taiwan, mainland, _pairs(wrong), _pairs(right), _house(contexts), part == "habits")
    return found


@cache
def borders() -> dict[str, tuple[str, ...]]:
    """Taiwan's phrases, each with what may have been converted into it, in traditional characters."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _parts()["borders"]:
        for pair in row.split():
            taiwan, _, source = pair.partition("=")
            found[taiwan] = (*found.get(taiwan, ()), source)
    return found


def is_meeting_held(folded: str, end: int) -> bool:
    """Whether 開會, which ends at `end`, has a meeting for its object: 開會這次會議."""
    return folded.startswith(_MEETING_AFTER, end) and holds_any(folded[end : end + MEETING_NEAR], _MEETINGS)


def _house(contexts: list[str]) -> int:
    """So many times a text must say the word for it to be wrong everywhere; 0 where it is never."""
    return 1 if "*" in contexts else OFTEN if "**" in contexts else 0


def _pairs(contexts: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((before, after) for before, _, after in (context.partition("~") for context in contexts))


@cache
def _parts() -> dict[str, list[str]]:
    """The rows of each part of the list."""
    text = Path(__file__).with_name("strait_words.txt").read_text(encoding="utf-8")
    parts: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in text.split("\n"):
        if line.startswith("["):
            rows = parts[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            rows.append(line)
    return parts


SENSE_WORDS = Literals(lambda: (*senses(), "開會"), both_scripts=False)
BORDER_WORDS = Literals(lambda: tuple(borders()), both_scripts=False)
