"""wording/repeated-phrase"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from operator import eq

from speechlint.document.quotes import Quoted
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import PIECE, Literals
from speechlint.text.occurrences import occurrences
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

SHORTEST = 6  # Han characters of a clause
_CLAUSE = Sweep("[一-鿿]{6,}")
REACH = 1 << 18  # code points in which many words are looked for in one go
FEW = 20  # words that are sooner looked for one by one
FARTHEST = 60  # code points from one beginning to the other
_APART = (1, 2, 3)  # long clauses from one to the other
_COMMAS = frozenset("，,")
# Between the two only commas and short clauses: behind 。 or ： a sentence takes up its heading's words.
_WITHIN = Pattern("[，,、][^。；：！？;:!?\r\n“”‘’「」《》（）()]*$")
_ENDS = frozenset("，,。；;\r\n")
# What parallel clauses have in common: 讲政治的要干，懂业务的要干.
_PARALLEL = Pattern("其中|有的|既|又|也|不是|而是|就是|越|或者|还是|没有|哪里|谁|什么|怎么")


class RepeatedPhrase(Rule):
    """The same clause twice in one sentence: 各单位要高度重视，各单位要高度重视; or a clause that says its end again:
    要加强队伍建设，加强队伍建设. Six characters at least, sixty code points apart at most; quotations, slogans and
    sentences built on a refrain are left alone.
    """

    id = "wording/repeated-phrase"
    title = Bilingual("同一句里的话重复", "The same clause twice in a sentence")
    why = Bilingual(
        "同一句里把一句话说了两遍，多是改稿时留下的。",
        "A clause that stands twice in one sentence is mostly left over from editing.",
    )
    severity = Severity.HINT
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "也可能是有意反复，或者其中一处本该是别的话。", "It may be meant, or one of the two was to be another."
    )
    VALID = (
        Valid("加强堤防建设。加强堤防建设，要舍得投入。"),
        Valid("走下去、走下去、再走下去。"),
        Valid("既要抓好渔港建设，又要抓好渔村建设，还要抓好渔业建设。"),
        Valid("“为渔民修好港，为渔民修好港！”口号声声。"),
        Valid("没有渔港就没有渔业，没有渔业就没有渔村。"),
        Valid("违反规定的，处一千元罚款；拒不改正的，处一千元罚款。"),
        Valid("各港要加强夜间值守，各村要加强夜间值守。"),
        Valid("高度重视，高度重视防汛。查残缺、污损的票证，换残缺、污损的票证。"),
    )
    INVALID = (
        Invalid("各单位要高度重视⟦，各单位要高度重视⟧。", fixed="各单位要高度重视。"),
        Invalid("要加强渔港队伍建设⟦，加强渔港队伍建设⟧，提升本领。", fixed="要加强渔港队伍建设，提升本领。"),
        Invalid(
            "把缆绳逐条查一遍，不留死角⟦，把缆绳逐条查一遍⟧，确保安全。",
            fixed="把缆绳逐条查一遍，不留死角，确保安全。",
        ),
        Invalid("要修好每一座碼頭⟦，要修好每一座碼頭⟧。", fixed="要修好每一座碼頭。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if len(ctx.text) <= PIECE and not _may_come_again(ctx.text):
            return
        words = sorted({word for clauses in _clauses(ctx.text) for word in _repeated(clauses)})
        last: dict[str, Span] = {}
        quoted: Quoted | None = None
        for start, end in _places(words, ctx.text):
            word, other = ctx.text[start:end], Span(start, end)
            one, last[word] = last.get(word), other
            if one is not None and _is_slip(ctx.text, one, other):
                quoted = quoted or Quoted(ctx.document.quotes)
                if not quoted.holds(start, start):
                    yield _found(ctx, other)


def _may_come_again(text: str) -> bool:
    """Whether in any sentence what stands behind a comma stands before it, too; most short texts need no other look."""
    for mark in "；;\r\n":
        text = text.replace(mark, "。")
    for sentence in text.replace(",", "，").split("。"):
        at = sentence.find("，") + 1
        for clause in sentence[at:].split("，") if at else ():
            if len(clause) >= SHORTEST and sentence.find(clause) < at:
                return True
            at += len(clause) + 1
    return False


def _places(words: list[str], text: str) -> Iterable[tuple[int, int]]:
    """Where the words stand, each by itself in order."""
    if len(words) > FEW:
        return _places_of_many(Literals(words, both_scripts=False), max(map(len, words)), text)
    return ((start, start + len(word)) for word in words for start in occurrences(word, text))


def _places_of_many(words: Literals, longest: int, text: str) -> Iterator[tuple[int, int]]:
    """The same of many, piece by piece: in a large text that repeats itself they stand everywhere."""
    for begin in range(0, len(text), REACH):
        offset = max(0, begin - longest + 1)
        for start, end in words.places(text[offset : begin + REACH]):
            if offset + end > begin:
                yield offset + start, offset + end


def _clauses(text: str) -> Iterator[list[str]]:
    """The long clauses of one piece after the other, each with the last ones of the piece before it."""
    last: list[str] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        clauses = last + _CLAUSE.findall(text, start, end)
        yield clauses
        start, last = end, clauses[-_APART[-1] :]


def _repeated(clauses: list[str]) -> set[str]:
    """Clauses that come again soon, and those that the clause before them ends in."""
    found = {word for apart in _APART for word in compress(clauses, map(eq, clauses, clauses[apart:]))}
    return found.union(compress(clauses[1:], map(str.endswith, clauses, clauses[1:])))


def _is_slip(text: str, one: Span, other: Span) -> bool:
    """Whether both stand in one sentence, the second as a whole clause, and no refrain is built on them."""
    between = text[one.end : other.start]
    return (
        other.start - one.start <= FARTHEST
        and _WITHIN.fullmatch(between) is not None
        and between[-1] in _COMMAS
        and text[other.end : other.end + 1] in _ENDS
        and _PARALLEL.search(text, one.start, other.end) is None
    )


def _found(ctx: Context, other: Span) -> Diagnostic:
    span = Span(other.start - 1, other.end)
    words = other.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(
            f"“{words}”在同一句里说了两遍，应删去一处", f"“{words}” stands twice in this sentence; one should go"
        ),
        fix=ctx.fix(Bilingual("删去后一处", "delete the second"), [Edit(span, "")], Applicability.UNSAFE),
    )
