"""Words of the dictionary, and single characters, with how common they are."""

from __future__ import annotations

from pathlib import Path

import jieba
import numpy as np
import numpy.typing as npt

from speechlint.lexicon import vocabulary
from speechlint.lexicon.ngram_table import HIGHEST, LONGEST, Levels, key_of, levels_of
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN
from tools.typo_data.counts import Counts
from tools.typo_data.table import build_cells

# A word that only the dictionary of jieba has; those of our own vocabulary are more by their size and this.
LISTED = 1


def dictionary_words() -> dict[str, int]:
    """The level of each word of two to four Han characters."""
    words = {}
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").split("\n"):
        word = line.partition(" ")[0]
        if 2 <= len(word) <= LONGEST and all(FIRST_HAN <= ord(character) <= LAST_HAN for character in word):
            words[word] = LISTED
            size = vocabulary.size(word)
            if size >= 0:
                words[word] = min(HIGHEST, size + 1 + LISTED)
    return words


def word_sizes(words: dict[str, int]) -> dict[str, int]:
    """The words of our own vocabulary with their sizes."""
    return {word: vocabulary.size(word) for word in words if vocabulary.knows(word)}


def word_cells(words: dict[str, int]) -> npt.NDArray[np.uint16]:
    """The cells of the table of words."""
    keyed = sorted((key_of(word), level) for word, level in words.items())
    return build_cells(
        np.array([key for key, _ in keyed], np.uint64), np.array([level for _, level in keyed], np.uint8)
    )


def commonness_of(characters: Counts) -> Levels:
    """The level of each character by its code point, in `0x10000` items."""
    found = np.zeros(0x10000, np.uint8)
    found[characters.keys.astype(np.int64)] = levels_of(characters.counts)
    return found
