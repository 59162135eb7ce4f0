"""Whether a line that repeats is a site's: points for and against, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.corpus.learn.signs import ACT, ADDRESS, NAME, PUBLIC, is_formula
from speechlint.corpus.learn.tally import Tally
from speechlint.findings.bilingual import Bilingual
from speechlint.lexicon.scripts import fold
from speechlint.lexicon.vocabulary import size
from speechlint.text.charsets import ends_sentence, is_han
from speechlint.text.named_tuple import NamedTuple

ENOUGH = 4
MOST = 0.8  # a share of documents that is nearly all
HALF = 0.5
SOME = 0.3
FEW_SOURCES = 2
COMMON = 6  # the binary logarithm of how often official prose has a word
FORM = -6  # the form of a line that many documents have
FRAME = -4  # it is a title, a heading, a signature


class Point(NamedTuple):
    """`foreign` points speak of something that no document has of its own; one of them at least is needed."""

    worth: int
    reason: Bilingual
    foreign: bool = False


class Verdict(NamedTuple):
    """The reasons with the heaviest first."""

    score: int
    points: tuple[Point, ...]

    @property
    def proposed(self) -> bool:
        return self.score >= ENOUGH and any(point.foreign for point in self.points)


def judge(key: str, tally: Tally, sources: dict[str, int]) -> Verdict:
    """What speaks for and against a key; `sources` are the documents of each source of the corpus."""
    words = fold(key.strip("*"))
    points = [*_words(words, _stands_apart(tally)), *_places(tally, _is_common(words)), *_spread(tally, sources)]
    part = key.startswith("*") or key.endswith("*")
    if part:
        points = [point for point in points if point.worth > 0]
    elif not ends_sentence(words):
        points.append(Point(1, Bilingual("句末无标点", "no mark at its end")))
    points.sort(key=lambda point: -point.worth)
    return Verdict(sum(point.worth for point in points), tuple(points))


def _words(words: str, apart: bool) -> Iterator[Point]:
    address, name = ADDRESS.search(words), NAME.search(words)
    acts = dict.fromkeys(ACT.findall(words))
    if address is not None:
        worth = 2 if PUBLIC.search(words) else 4
        yield Point(worth, Bilingual("有网址或账号", "an address or account"), foreign=True)
    if name is not None:
        yield Point(
            2, Bilingual(f"有网站名用字“{name.group()}”", f"a word of sites' names, {name.group()}"), foreign=True
        )
    if acts:
        told = Bilingual(f"有网页用语“{'”“'.join(acts)}”", f"words of web pages, {', '.join(acts)}")
        yield Point(min(2, len(acts)), told, foreign=apart or len(acts) > 1)
    if name is not None and acts and words[:1] in "（(【[" and words[-1:] in "）)】]":
        yield Point(1, Bilingual("整个在括号里", "in brackets as a whole"))
    if address is None and is_formula(words):
        yield Point(FORM + (3 if name is not None and acts else 0), Bilingual("像公文的程式", "the form of a formula"))


def _is_common(words: str) -> bool:
    """Whether the words are those of official prose, or may name a speaker: where they stand then proves nothing."""
    pairs = (words[i : i + 2] for i in range(len(words) - 1))
    return words.endswith(("：", ":")) or any(is_han(pair[0]) and size(pair) >= COMMON for pair in pairs)


def _places(tally: Tally, common: bool) -> Iterator[Point]:
    if tally.share("known") >= HALF:
        told = Bilingual(f"内置规则已报告其中 {_percent(tally.share('known'))}", "the rules that there are report it")
        yield Point(5, told, foreign=True)
    if tally.share("beside") >= HALF:
        yield Point(2, Bilingual("紧挨别的网站痕迹", "beside other residue of sites"), foreign=not common)
    if tally.share("outside") >= HALF:
        yield Point(2, Bilingual("在标题之上或结尾之下", "above the title or below the end"), foreign=not common)
    if tally.share("cuts") >= SOME:
        yield Point(2, Bilingual("切断句子", "in the middle of sentences"))
    if tally.edges >= MOST * tally.documents:
        yield Point(1, Bilingual("在首尾三行之内", "among the first or last three lines"))
    if tally.times >= 1.5 * tally.documents:
        yield Point(1, Bilingual("一篇里有几处", "several times in a document"))
    if tally.share("framed") >= HALF:
        yield Point(FRAME, Bilingual("站在标题、称呼、落款的位置", "where a title, salutation or signature stands"))


def _stands_apart(tally: Tally) -> bool:
    return tally.share("beside") >= HALF or tally.share("outside") >= HALF


def _spread(tally: Tally, sources: dict[str, int]) -> Iterator[Point]:
    if len(sources) <= FEW_SOURCES or not tally.sources:
        return
    (name, most), total = tally.sources.most_common(1)[0], sum(sources.values())
    if most >= MOST * tally.documents and sources.get(name, 0) <= HALF * total:
        yield Point(1, Bilingual("几乎只见于一个来源", "nearly always of one source"))


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
