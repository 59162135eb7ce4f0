"""From one script into the other: what each character and word of a text becomes, and where that is a guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from speechlint.lexicon.conversion import WordTable, choose, word_table
from speechlint.lexicon.one_to_many import members, plain
from speechlint.lexicon.radicals import unified
from speechlint.lexicon.scripts import REGIONS, characters, fold
from speechlint.lexicon.taiwan import taiwan_words
from speechlint.lexicon.vocabulary import UNKNOWN, size
from speechlint.text.charsets import is_han
from speechlint.text.span import Span

TARGETS = ("hans", "hant", "tw", "hk")
# Forms that only Taiwan's own standard asks for; `hant` writes what Hong Kong and most books write too.
_TAIWAN_ALONE = frozenset("着污泄棱檐踊幺覈蔘")
# Forms that are hardly ever meant where no word asks for them: nobody need hear that they were not taken.
_HARDLY = frozenset(
    "衕鼕齣韆蔔佛儁脩儻殭郃傢侷蓆倖讎夥朮葯虫鞦厂伕亙瞭箇嚮曏万广价垻党适髮后祇衹襬菸鈅鉆种挂緻噹筑賙氾汎嚐唸揹岩腊檯颱枱"
    "确愿製于邮制里嶽鵰孃彔燻盃囌甦懞濛矇譭燬誌籲閤隻瀰"
)
# Where nothing decides, rather this form than the first one of the table.
_RATHER = {"签": "簽"}
# What stands before 里 for a length and 只 for a count.
_NUMBERS = frozenset("0123456789零〇一二三四五六七八九十百千万两半几数多公英海华")
_COUNTED = {"里": ("里", "裏"), "只": ("隻", "只")}
# Surnames that as words have another form, before a title.
_SURNAMES = frozenset("于范余姜郁谷涂")
_TITLES = tuple("某总局处科所老先书主市县区镇乡部院校教工女同")
LONGEST = 9  # code points of a phrase
_ZHU = ("着", "著")
# Traditional characters of which both simplified forms are common enough to be asked about.
_SPOKEN = frozenset("乾瞭徵藉夥劃覆")


class Doubt(NamedTuple):
    """A place where nothing decided: what was written there, and what else it may be. `word` for a word left alone."""

    span: Span
    written: str
    others: tuple[str, ...]
    word: bool = False


class Change(NamedTuple):
    """What stands in place of a span now."""

    span: Span
    written: str


def into_traditional(text: str, folded: str, span: Span, target: str, *, simplified: bool) -> Iterator[Change | Doubt]:
    """What becomes of the characters in `span`, a line; changes and doubts come in order, each for themselves.

    `folded` is `text` in simplified characters; `simplified` says that the characters of both scripts are simplified.
    """
    table, variants = word_table(), _variants(target)
    standard = []
    for at in range(span.start, span.end):
        character = unified(text[at]) or text[at]
        form, doubt = _traditional(folded, at, character, table, simplified=simplified)
        standard.append(form)
        if doubt:
            written = variants.get(form, form)
            others = tuple(other for other in (variants.get(other, other) for other in doubt) if other != written)
            if others:
                yield Doubt(Span(at, at + 1), written, others)
    words = taiwan_words() if target == "tw" else {}
    at = span.start
    line = "".join(standard)
    while at < span.end:
        word = _word_at(line, at - span.start, words) if words else ""
        if word and _is_word(folded, at, at + len(word)):
            here, (taiwans, sure) = Span(at, at + len(word)), words[word]
            at = here.end
            if sure:
                yield Change(here, taiwans)
                continue
            yield Doubt(here, word, (taiwans,), word=True)
        else:
            here = Span(at, at + 1)
            at += 1
        for place in range(here.start, here.end):
            form = standard[place - span.start]
            form = variants.get(form, form)
            if form != text[place]:
                yield Change(Span(place, place + 1), form)


def into_simplified(text: str, span: Span, *, traditional: bool) -> Iterator[Change | Doubt]:
    """The same in the other direction; `traditional` says that 著 may stand for 着."""
    table, phrases, standard = characters("TSCharacters"), _simplified_phrases(), _standard()
    at = span.start
    while at < span.end:
        character = unified(text[at]) or text[at]
        phrase = _phrase_at(text, at, span.end, phrases)
        if phrase:
            right = phrases[character][phrase]
            yield from _each(text, at, right)
            at += len(phrase)
            continue
        forms = table.get(character) or table.get(standard.get(character, ""), (character,))
        if character == "著" and traditional:
            forms = _ZHU
        form, sure = _simplified(text, at, forms) if len(forms) > 1 else (forms[0], True)
        if form != text[at]:
            yield Change(Span(at, at + 1), form)
        if not sure:
            yield Doubt(Span(at, at + 1), form, tuple(other for other in forms if other != form))
        at += 1


def _traditional(
    folded: str, at: int, character: str, table: WordTable, *, simplified: bool
) -> tuple[str, tuple[str, ...]]:
    """The traditional form, in the package's own standard; and the other ones, where no word decides."""
    forms = characters("STCharacters").get(character)
    if forms is None or (not simplified and character in forms):
        return character, ()
    if len(forms) == 1 or not members(character):
        return forms[0], ()
    before, after = folded[at - 1 : at], folded[at + 1 : at + 3]
    if character in _SURNAMES and after.startswith(_TITLES) and not is_han(before):
        return character, ()
    choice = choose(folded, at, table)
    if choice is not None:
        return next((form for form in forms if plain(form) == plain(choice.right)), choice.right), ()
    usual = _RATHER.get(character, forms[0])
    if character in _COUNTED:
        counted, usual = _COUNTED[character]
        usual = counted if before and before in _NUMBERS else usual
    return usual, tuple(form for form in forms if form not in _HARDLY and plain(form) != plain(usual))


def _simplified(text: str, at: int, forms: tuple[str, ...]) -> tuple[str, bool]:
    """The form that makes the commoner word with its neighbours, else the first; and whether a word says so."""
    before, after = fold(text[max(0, at - 1) : at]), fold(text[at + 1 : at + 2])
    sizes = [max(size(before + form), size(form + after)) for form in forms]
    best = max(sizes)
    if best == UNKNOWN:
        return forms[0], forms == _ZHU or text[at] not in _SPOKEN
    return forms[sizes.index(best)], True


def _each(text: str, at: int, right: str) -> Iterator[Change]:
    for place, character in enumerate(right, at):
        if text[place] != character:
            yield Change(Span(place, place + 1), character)


def _phrase_at(text: str, at: int, end: int, phrases: Mapping[str, Mapping[str, str]]) -> str:
    found = phrases.get(text[at])
    if found is None:
        return ""
    return next((text[at:stop] for stop in range(min(end, at + LONGEST), at + 1, -1) if text[at:stop] in found), "")


def _word_at(line: str, at: int, words: Mapping[str, object]) -> str:
    return next((line[at:stop] for stop in range(at + LONGEST, at + 1, -1) if line[at:stop] in words), "")


def _is_word(folded: str, start: int, end: int) -> bool:
    """Whether no word across either edge is commoner than the word itself."""
    across = max(size(folded[max(0, start - 1) : start + 1]), size(folded[end - 1 : end + 1]))
    return across <= size(folded[start:end]) or (end - start > 2 and size(folded[start:end]) == UNKNOWN)


@cache
def _simplified_phrases() -> Mapping[str, Mapping[str, str]]:
    """The package's phrases by their first character; those that change nothing but length are left out."""
    found: dict[str, dict[str, str]] = {}
    for phrase, forms in characters("TSPhrases").items():
        if len(forms[0]) == len(phrase):
            found.setdefault(phrase[0], {})[phrase] = forms[0]
    return found


@cache
def _variants(target: str) -> Mapping[str, str]:
    """The form of a region for a form of the package's own standard."""
    table = characters("HKVariants" if target == "hk" else "TWVariants")
    kept = _TAIWAN_ALONE if target == "hant" else frozenset()
    return {form: others[0] for form, others in table.items() if form not in kept}


@cache
def _standard() -> Mapping[str, str]:
    """The package's own standard for the forms of the regions, which its main table lacks."""
    return {
        other: form
        for table in REGIONS
        for form, others in characters(table).items()
        for other in others
        if other != form
    }
