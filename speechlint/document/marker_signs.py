"""What to look for in a text before anybody looks for its markers."""

from __future__ import annotations

from speechlint.document.anthology import COLLECTION_SIGNS
from speechlint.document.contents import CONTENTS_WORDS
from speechlint.document.marker_grammar import BLANK_SIGNS, CN, DIGIT_MARKS, DIGITS, ENCLOSED, LETTER_MARKS, LETTERS
from speechlint.document.pagemarks import PAGE_NUMBERS
from speechlint.document.residue.clues import TRIGGERS as RESIDUE_WORDS
from speechlint.lexicon.literals import Literals

# No marker stands in a text without one of these, whatever blanks it holds and whatever mark it slipped into; each
# marker inside a paragraph begins with one, behind what stands in front of its number.
_CN = CN + "零〇百"
_COUNTED = [number + behind for number in _CN for behind in ("、", *"．.，,：:", *BLANK_SIGNS)]
_RUNS = [number + behind for number in CN for behind in ("是", "要", "来，", "来,")]
_BRACKETED = [opener + behind for opener in "（(" for behind in (*_CN, *DIGITS, *BLANK_SIGNS)]
_PLAIN = [digit + blank + mark for digit in DIGITS for blank in ("", *BLANK_SIGNS) for mark in DIGIT_MARKS]
_APART = [first + second + mark for first in BLANK_SIGNS for second in BLANK_SIGNS for mark in DIGIT_MARKS]
_LETTERS = [letter + mark for letter in LETTERS for mark in LETTER_MARKS]
_ORDINALS = ["第" + behind for behind in (*_CN, *DIGITS, *BLANK_SIGNS)]
_WORDS = [word + behind for word in ("首先", "其次", "再次", "最后") for behind in "，,、：:是"]
MARKER_SIGNS = Literals(
    (
        *(*_COUNTED, *_RUNS, *_BRACKETED, *_PLAIN, *_APART, *_LETTERS, *_ORDINALS, *ENCLOSED, *_WORDS),
        *(f"其{number}" for number in CN),
        "一方面",
    ),
    besides=(PAGE_NUMBERS, RESIDUE_WORDS, CONTENTS_WORDS, COLLECTION_SIGNS),  # what stands between markers and the tree
)
