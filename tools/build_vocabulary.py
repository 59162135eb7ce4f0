"""Counts the words of official prose: `python tools/build_vocabulary.py TEXT.txt.xz… >vocabulary.txt`.

Each TEXT holds one sentence a line. The words are those of the dictionary of the package jieba (which this needs, and
the program does not), found by its shortest-path segmentation without guessing at new words, and the ones it gives a
frequency of its own. What is written are single words with the size of their count, no text.
"""

from __future__ import annotations

import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import jieba
import regex

HAN_RUN = regex.compile(r"[\u4e00-\u9fff]+")
LONGEST = 6  # code points of a word
SEEN, LISTED = 2, 20  # counted so often in the texts, or listed by the dictionary with this frequency
HEADER = (
    "# Words of official Chinese prose by their first character and the binary logarithm of their count.\n"
    "# Made by tools/build_vocabulary.py; sources and licences in NOTICE.\n"
)


def counts(paths: list[Path]) -> Counter[str]:
    """How often each word of two to six characters stands in the texts."""
    found: Counter[str] = Counter()
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for run in HAN_RUN.findall(line):
                    found.update(jieba.cut(run, HMM=False))
    return found


def vocabulary(found: Counter[str], listed: dict[str, int]) -> dict[str, int]:
    """The words worth keeping, each with the binary logarithm of its count."""
    kept = {}
    for word, frequency in listed.items():
        if not 2 <= len(word) <= LONGEST or HAN_RUN.fullmatch(word) is None:
            continue
        seen = found[word]
        if seen >= SEEN or frequency >= LISTED:
            kept[word] = seen.bit_length()
    return kept


def main() -> None:
    jieba.initialize()
    kept = vocabulary(counts([Path(name) for name in sys.argv[1:]]), jieba.dt.FREQ)
    sys.stdout.write(HEADER + "".join(rows(kept)))


def rows(kept: dict[str, int]) -> Iterator[str]:
    """For each character that words begin with, a row: each size, the largest first, and the words without it."""
    for head, words in groupby(sorted(kept), key=itemgetter(0)):
        largest_first = groupby(sorted(words, key=lambda word: -kept[word]), key=kept.__getitem__)
        sizes = (" ".join([str(size), *(word[1:] for word in same)]) for size, same in largest_first)
        yield f"{head} {' '.join(sizes)}\n"


if __name__ == "__main__":
    main()
