"""The signs and patterns by which markers are known that are written in another form than the standard's."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS
from speechlint.text.pattern import Pattern

CN, DIGITS = "一二三四五六七八九十", "0123456789０１２３４５６７８９"
WORDS = ("首先", "其次", "再次", "最后", "其一", "其二", "其三", "其四", "其五")
_SPACES = (" ", "\u3000", "\xa0")


def _signs() -> Iterable[str]:
    yield from (f"{digit}{mark}" for digit in DIGITS for mark in "、．，,。：:")
    yield from (f"{digit}.{blank}" for digit in DIGITS for blank in _SPACES)
    yield from (f"{digit}{mark}" for digit in CN for mark in (*".．，,：:。", *_SPACES))
    yield from (f"第{digit}、" for digit in (*CN, *"123456789"))
    yield from (f"第十{digit}、" for digit in CN)
    yield from (f"{word}、" for word in WORDS)
    yield from (f"{digit}、{blank}" for digit in CN for blank in _SPACES)
    for digit in CN + DIGITS:
        yield from (f"({digit}", f"{digit})")
        yield from (f"{digit}）{behind}" for behind in (*"、.．，：。", *_SPACES))
        yield from (f"{opener}{blank}{digit}" for opener in "（(" for blank in _SPACES)
        yield from (f"{digit}{blank}{mark}" for mark in "、.）)" for blank in _SPACES)
    yield from (f"{sign}{mark}" for sign in "①②③④⑤⑥⑦⑧⑨⑩㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽" for mark in "、.．")


FORM_SIGNS = Literals(_signs)
_B = f"[{BLANKS}]"
_N = rf"(?P<number>[{CN}百]{{1,4}}|[0-9０-９]{{1,2}})"
BRACKETED = Pattern(
    rf"(?:(?P<left>[（(]){_B}{{0,4}})?{_N}{_B}{{0,4}}(?P<right>[）)])(?:{_B}{{0,2}}(?P<mark>[、.．，,：:。]))?"
    rf"|(?P<number>[①-⒇㈠-㈩]){_B}{{0,2}}(?P<mark>[、.．])"
)
ORDINAL = Pattern(
    rf"第{_B}?(?P<number>[{CN}]{{1,3}}|[0-9]{{1,2}}){_B}{{0,2}}(?P<mark>、)|(?P<number>{'|'.join(WORDS)}|最後)(?P<mark>、)"
)
CHINESE = Pattern(rf"(?P<number>[{CN}]{{1,3}}){_B}{{0,4}}(?:(?P<mark>[、.．，,：:。])|(?<={_B}))")
ARABIC = Pattern(rf"(?P<number>[0-9０-９]{{1,2}}){_B}{{0,4}}(?P<mark>[、．.，,。：:])")
YEAR = Pattern("[0-9]{4}年")
OTHER_NUMBER = frozenset(CN + DIGITS + "第（(")
WORDS_FIRST = frozenset("首其再最")
