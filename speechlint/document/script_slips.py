"""Characters that the script of their part of the draft does not write, and what should stand there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from speechlint.document.script import ScriptName
from speechlint.document.script_runs import class_of
from speechlint.lexicon.conversion import CLOSED, Choice, choose, judge, word_table
from speechlint.lexicon.deciding import deciding_characters
from speechlint.lexicon.glyphs import NAME_CHARACTERS, PLACE_CHARACTERS
from speechlint.lexicon.merged import merge
from speechlint.lexicon.one_to_many import members
from speechlint.lexicon.reading import LONGEST, REACH
from speechlint.lexicon.scripts import characters, fold
from speechlint.lexicon.single_places import TOLD
from speechlint.lexicon.vocabulary import size
from speechlint.lexicon.word_table import Doubt
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep
from speechlint.text.words import holds_any

NEAR = 3  # code points on either side of a run that are looked at for a Japanese form
_JAPANESE = Pattern("[\u3041-\u3096\u30a1-\u30fa沢辺斉斎桜竜瀬滝渋塩黒亀徳恵栄弥頼聡巌荘広駒]")
# What Taiwan's dictionaries list beside these is a slip only where so many other characters show a conversion.
LISTED_BESIDE = (
    "周圍", "四周", "周知", "周到", "周全", "周密", "周詳", "周延", "周遭", "複習", "反覆", "嚮往", "癥結",
    "標註", "批註", "附註", "腳註", "夾註", "譯註", "校註", "集註", "加註", "捲土重來", "鞦韆",
)  # fmt: skip
OTHERS = 2
# Where these stand, 里 is a ward of a town, whose name may end in any of the nouns behind which it also means inside.
_WARDS = Pattern("(?<![这那哪心家夜])里(?:长(?![城征江久期远年假效])|民(?![众主族警工营间生心意情])|办公处)|邻里长")
_INSIDE_OF = frozenset("城乡村镇市县区山园院海田湖河林溪港厝寮庄埔坡店街巷门水洲岛桥池潭泉谷岭口头")
_INSIDE = frozenset("裡裏")
COMMON = 3  # how common the word has to be that shows a lone character to be a slip

if TYPE_CHECKING:
    from speechlint.document.model import Document


class Slip(NamedTuple):
    """`right` should stand at `span`, one character a character. `words` show it; `sure` where no other form exists."""

    span: Span
    right: str
    words: tuple[Choice, ...] = ()
    sure: bool = True


class ScriptSlips(NamedTuple):
    """What a draft holds of each kind, in order of offset."""

    simplified: tuple[Slip, ...] = ()  # runs of simplified characters in traditional text
    traditional: tuple[Slip, ...] = ()  # runs of traditional characters in simplified text
    members: tuple[Slip, ...] = ()  # the wrong one of the characters that simplified writing has merged


def find_slips(document: Document) -> ScriptSlips:
    """The slips of a draft. A text in simplified characters alone costs one search for a traditional one."""
    if not document.script_runs.has_traditional:
        return ScriptSlips()
    whole = document.script_sides.whole
    return ScriptSlips(
        _foreign(document, ScriptName.HANS) if whole is not ScriptName.HANS else (),
        _foreign(document, ScriptName.HANT) if whole is not ScriptName.HANT else (),
        _wrong_members(document) if whole is not ScriptName.HANS else (),
    )


@cache
def _doubtful() -> Sweep:
    """A character of traditional texts for which another may be right."""
    return Sweep(class_of(word_table().rivals.keys() - deciding_characters()[0]))


def _foreign(document: Document, script: ScriptName) -> tuple[Slip, ...]:
    """Runs of characters of this script in parts that are to be written in the other."""
    other = ScriptName.HANT if script is ScriptName.HANS else ScriptName.HANS
    slips: list[Slip] = []
    for span in _runs_in(document, script, other):
        if other is ScriptName.HANT:
            if span.of(document.text) not in PLACE_CHARACTERS or _in_word(document.folded, span.start):
                slips.append(_traditional(document, span))
        elif not _is_japanese(document.text, span):
            run = span.of(document.text)
            common = len(run) > 1 or _in_word(document.folded, span.start)
            if common or run not in NAME_CHARACTERS:
                slips.append(Slip(span, fold(run), sure=common))
    return tuple(slips)


def _runs_in(document: Document, script: ScriptName, other: ScriptName) -> Iterator[Span]:
    """The runs of the one script in paragraphs that are to be written in the other, outside quotations."""
    runs, sides, paragraphs = document.script_runs, document.script_sides, document.paragraphs
    for index in runs.holders(paragraphs, script):
        if sides.of_paragraph(index) is other:
            for span in runs.within(paragraphs[index], script):
                if not sides.is_quoted(span.start):
                    yield span


def _is_japanese(text: str, span: Span) -> bool:
    """Whether the run stands in a Japanese name, beside a form that only those have (辺見), or beside kana."""
    return _JAPANESE.search(text[max(0, span.start - NEAR) : span.end + NEAR]) is not None


def _in_word(folded: str, offset: int) -> bool:
    """Whether a common word of simplified text covers the character: 加強, and not 张鉅."""
    return any(
        size(folded[start : start + length]) >= COMMON
        for length in (2, 3, 4)
        for start in range(max(0, offset - length + 1), offset + 1)
    )


def _traditional(document: Document, span: Span) -> Slip:
    """Simplified characters into traditional ones, by the words round them where there is a choice."""
    right, words, sure = "", [], True
    low = max(0, span.start - REACH)
    near = merge(document.folded[low : span.end + REACH])
    for offset in range(*span):
        character = document.text[offset]
        form = characters("STCharacters")[character][0]
        if members(character):
            sure = False
            choice = choose(near, offset - low, word_table())
            if choice is not None:
                form = choice.right
                words.append(choice)
        right += as_written(form, document)
    return Slip(span, right, tuple(dict.fromkeys(words)), sure)


def _wrong_members(document: Document) -> tuple[Slip, ...]:
    """Characters of traditional parts in whose place the words around ask for another of the same simplified form."""
    text, sides = document.text, document.script_sides
    paragraphs = [span for i, span in enumerate(document.paragraphs) if sides.of_paragraph(i) is ScriptName.HANT]
    if not paragraphs:
        return ()
    folded, table = merge(document.folded), word_table()
    slips: list[Slip] = []
    judged: dict[tuple[str, str, str], Choice | None] = {}
    doubts: dict[str, Doubt] = {}
    for match in chain.from_iterable(_doubtful().finditer(text, *span) for span in paragraphs):
        offset, character = match.start(), match[0]
        doubt = doubts.get(character)
        if doubt is None:
            doubt = doubts[character] = table.doubt(character)
        # Most stand beside nothing of the kind; a clean text has thousands of them, so this is asked here.
        beside = folded[offset - 1 : offset] in doubt[0] or folded[offset + 1 : offset + 2] in doubt[1]
        if not (beside and doubt.arises(folded, offset)) and character not in CLOSED and character not in TOLD:
            continue
        # The same words come again and again: 關系 in a draft of one converter.
        near = (character, folded[max(0, offset - LONGEST) : offset], folded[offset : offset + LONGEST])
        if near not in judged:
            judged[near] = judge(character, folded, offset, table)
        choice = judged[near]
        if choice is not None and not sides.is_quoted(offset) and not _is_ward(document, choice):
            choice = _fitting(choice, text, offset)
            slips.append(Slip(Span(offset, offset + 1), as_written(choice.right, document), (choice,), False))
    sure = [slip for slip in slips if not holds_any(slip.words[0].word, LISTED_BESIDE)]
    converted = len({slip.span.of(text) for slip in sure}) >= OTHERS
    return tuple(slips if converted else sure)


def _is_ward(document: Document, choice: Choice) -> bool:
    """Whether 里 ends the name of a ward, as far as the word before it and the rest of the draft tell: 新城里."""
    return (
        choice.right in _INSIDE
        and choice.at == 1
        and choice.word[:1] in _INSIDE_OF
        and _WARDS.search(document.folded) is not None
    )


def _fitting(choice: Choice, text: str, offset: int) -> Choice:
    """The form of the same word that agrees with the rest of what is written: 胡同 for 鬍同, not 衚衕."""
    start, length = offset - choice.at, len(choice.word)
    rest = text[start:offset], text[offset + 1 : start + length]
    for form in word_table().forms(merge(fold(choice.word))):
        if (form[: choice.at], form[choice.at + 1 :]) == rest and form[choice.at] != text[offset]:
            return choice._replace(right=form[choice.at], word=form)
    return choice


def as_written(character: str, document: Document) -> str:
    """The form of a traditional character that the draft writes: Taiwan's, unless it writes the table's own alone."""
    if character == "臺":
        return document.tai
    form = characters("TWVariants").get(character, (character,))[0]
    if form == character:
        return character
    present = document.characters
    return character if form not in present and character in present else form
