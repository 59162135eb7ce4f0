"""Text in traditional characters: what each character and word of a simplified one becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from speechlint.lexicon.conversion import WordTable, choose, word_table
from speechlint.lexicon.one_to_many import members, plain
from speechlint.lexicon.radicals import unified
from speechlint.lexicon.scripts import characters, fold
from speechlint.lexicon.taiwan import taiwan_words
from speechlint.lexicon.transcription import LONGEST, Change, Doubt, is_word
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Forms that only Taiwan's own standard asks for; `hant` writes what Hong Kong and most books write too.
_TAIWAN_ALONE = frozenset("着污泄棱檐踊幺覈蔘")
# Forms that are hardly ever meant where no word asks for them: nobody need hear that they were not taken.
_HARDLY = frozenset(
    "衕鼕齣韆蔔佛儁脩儻殭郃傢侷蓆倖讎夥朮葯虫鞦厂伕亙瞭箇嚮曏万广价垻党适髮后祇衹襬菸鈅鉆种挂緻噹筑賙氾汎嚐唸揹岩腊檯颱枱"
    "确愿製于併剋占邮制里嶽鵰孃彔燻盃囌甦懞濛矇譭燬誌籲閤隻瀰"
)
# Where nothing decides, rather this form than the first one of the table.
_RATHER = {"签": "簽"}
# Words with two traditional forms, both of them common: the likelier one is written, and somebody should look.
_EITHER = {
    "不准": "准",
    "换发": "發",
    "编制": "制",
    "创制": "制",
    "自制": "制",
    "改制": "制",
    "压制": "制",
    "不干": "幹",
    "干了": "幹",
}
# What stands before 里 for a length and 只 for a count.
_NUMBERS = frozenset("0123456789零〇一二三四五六七八九十百千万两半几数多公英海华")
_COUNTED = {"里": ("里", "裏"), "只": ("隻", "只")}
# Surnames that as words have another form, before a title.
_SURNAMES = frozenset("于范余姜郁谷涂")
_TITLES = tuple("某总局处科所老先书主市县区镇乡部院校教工女同")
_FULL_TITLES = Pattern("^.{1,2}(?:先生|女士|小姐|同志|老师|主任|书记|[省市县区局处科院校部乡镇]长|教授|师傅)")


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
        if word and is_word(folded, at, at + len(word)):
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
    named = after.startswith(_TITLES) or _FULL_TITLES.match(folded[at + 1 : at + 6]) is not None
    if character in _SURNAMES and not is_han(before) and named:
        return character, ()
    choice = choose(folded, at, table)
    usual = _RATHER.get(character, forms[0])
    if choice is not None:
        either = _EITHER.get(fold(choice.word))
        if either == "准" and not is_han(after[:1]):  # 时间不准。
            either = "準"
        if either in forms:
            return either, tuple(form for form in forms if form != either)
        if choice.word != "天后" or folded[at - 2 : at - 1] not in _NUMBERS:
            return next((form for form in forms if plain(form) == plain(choice.right)), choice.right), ()
    if character in _COUNTED:
        counted, usual = _COUNTED[character]
        usual = counted if before and before in _NUMBERS else usual
    return usual, tuple(form for form in forms if form not in _HARDLY and plain(form) != plain(usual))


def _word_at(line: str, at: int, words: Mapping[str, object]) -> str:
    return next((line[at:stop] for stop in range(at + LONGEST, at + 1, -1) if line[at:stop] in words), "")


@cache
def _variants(target: str) -> Mapping[str, str]:
    """The form of a region for a form of the package's own standard."""
    table = characters("HKVariants" if target == "hk" else "TWVariants")
    kept = _TAIWAN_ALONE if target == "hant" else frozenset()
    return {form: others[0] for form, others in table.items() if form not in kept}
