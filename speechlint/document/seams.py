"""What stands on both sides of a line end, and the word that it tears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.document.torn import last_words
from speechlint.lexicon.vocabulary import LONGEST, knows, size
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS, is_han
from speechlint.text.words import first_of, last_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

SHORTEST_PARAGRAPH = 40
COMMON = 5  # how common a torn word of two characters has to be
FAR = 2000


def sides_of(document: Document, line: int) -> tuple[int, int, int, int]:
    """Where the line begins and its words end; where the next one begins and ends."""
    text, lines = document.text, document.lines
    end = lines.ends[line]
    while text[end - 1] in BLANKS:
        end -= 1
    return lines.starts[line], end, lines.starts[line + 1], lines.ends[line + 1]


def torn_word_at(document: Document, line: int) -> str:
    """The word of the vocabulary that the end of the line tears; empty where none is, or where no prose stands."""
    text = document.text
    start, end, behind, stop = sides_of(document, line)
    if not is_han(text[end - 1]) or not is_han(text[behind]):
        return ""
    if end - start < SHORTEST_PARAGRAPH and not has_end_mark(text, start, end):
        soft = document.soft_breaks
        if line - 1 in soft or line + 1 in soft or first_of("，；、,;", text, start, end) < 0:
            return ""
    return _common_word_over(document.folded, start, end, behind, stop)


def torn_over(document: Document, start: int, end: int, behind: int, stop: int) -> str:
    """The word torn between the `end` of one paragraph and the next, from `behind`; both hold marks of a sentence."""
    text = document.text
    if not (is_han(text[end - 1]) and is_han(text[behind])) or not has_end_mark(text, behind, stop):
        return ""
    if first_of("，。；！？", text, start, end) < 0:
        return ""
    return _common_word_over(document.folded, start, end, behind, stop)


def tears_word(document: Document, line: int) -> bool:
    """Whether the end of the line tears a word, whatever stands there: with more such lines round it that is proof."""
    start, end, behind, stop = sides_of(document, line)
    text = document.text
    return (
        is_han(text[end - 1])
        and is_han(text[behind])
        and _common_word_over(document.folded, start, end, behind, stop) != ""
    )


def makes_phrase(folded: str, start: int, end: int, behind: int, stop: int) -> bool:
    """Whether the words on both sides make a fixed phrase of four characters, 贯彻|落实, inside a longer clause."""
    phrase = folded[end - 2 : end] + first_word(folded, behind, stop)
    return len(phrase) == 4 and knows(phrase[:2]) and knows(phrase) and len(last_words(folded, start, end)) > 1


def _common_word_over(folded: str, start: int, end: int, behind: int, stop: int) -> str:
    word = _word_over(folded, start, end, behind, stop)
    return word if len(word) > 2 or size(word) >= COMMON else ""


def _word_over(folded: str, start: int, end: int, behind: int, stop: int) -> str:
    """The word of the vocabulary that stands over the break and is not made of two words; empty where none does.

    Each half alone must leave over what belongs to it: 召开大|会议 is no 大会.
    """
    right = _head(folded, behind, stop)
    first = first_word(folded, behind, stop)
    joined = "".join(last_words(folded, start, end)) + right
    border, at = len(joined) - len(right), 0
    for word in last_words(joined, 0, len(joined)):
        if at < border < at + len(word):
            rest = word[border - at :]
            whole = knows(word[: border - at]) and knows(rest)
            return word if len(first) <= len(rest) and not whole else ""
        at += len(word)
    return ""


def _head(folded: str, start: int, stop: int) -> str:
    """The first few Han characters of a line."""
    end = start
    while end < min(stop, start + LONGEST) and is_han(folded[end]):
        end += 1
    return folded[start:end]


def first_word(folded: str, start: int, stop: int) -> str:
    """The longest word of the vocabulary that a line begins with, or its first character; empty where none is Han."""
    head = _head(folded, start, stop)
    return next((head[:n] for n in range(len(head), 1, -1) if knows(head[:n])), head[:1])


def has_end_mark(text: str, start: int, stop: int) -> bool:
    """Whether an end mark stands in the line; of a very long one only the last part is asked."""
    return last_of(SENTENCE_ENDS, text, max(start, stop - FAR), stop) >= 0
