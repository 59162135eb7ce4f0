"""What is wrong with a list of a fixed set: its order, one member, or their number."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document.formula_lists import UNKNOWN, Item, MemberList
from speechlint.lexicon.formulas import Formula
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

# In a set of three another one may be meant by the same name, unless 即 or a bracket stands between.
_MANY = 4


class Slip(NamedTuple):
    """`kind` is order, wrong, missing, surplus or outdated; `span` what to mark, `member` the index that is concerned.

    `right` stands for the whole `part` of the text, in simplified characters; None where nobody can say.
    """

    kind: str
    span: Span
    member: int
    part: Span
    right: str | None


def is_exact(found: MemberList, formula: Formula) -> bool:
    """Whether the list is the set."""
    members = [item.member for item in found.items]
    whole = list(range(len(formula.members)))
    return members == whole or ("unordered" in formula.marks and sorted(members) == whole)


def agreement(found: MemberList) -> int:
    """How many different members of its set stand in the list."""
    return len({item.member for item in found.items} - {UNKNOWN})


def slip_in(folded: str, found: MemberList, formula: Formula) -> Slip | None:
    """The one thing that is wrong; None where the list is another than the set, or names a part of it."""
    if not _is_flat(folded, found.items):
        return None
    members = [item.member for item in found.items]
    whole = list(range(len(formula.members)))
    known = set(members) - {UNKNOWN}
    if sorted(members) == whole:
        return _disorder(folded, found) if "unordered" not in formula.marks else None
    if not formula.counted or "unordered" in formula.marks or len(whole) < 3 or len(known) < len(whole) - 1:
        return None
    if not found.certain and len(whole) < _MANY and not (formula.tail and "own" in formula.marks):
        return None
    if len(members) == len(whole):
        return _wrong(folded, found, formula, members, whole)
    if len(members) == len(whole) - 1 and members == sorted(known) and not found.partial:
        return _missing(folded, found, formula, (set(whole) - known).pop())
    if len(members) == len(whole) + 1 and found.certain and [each for each in members if each != UNKNOWN] == whole:
        at = members.index(UNKNOWN)
        return Slip("surplus", found.items[at].span, at, found.span, None) if at < len(whole) else None
    return None


def is_near(folded: str, slip: Slip, formula: Formula) -> bool:
    """Whether a wrong item is the right one with other characters in it: 体制自信, 政治理解力, 弱有所助."""
    if slip.kind != "wrong":
        return False
    word, right, tail = slip.span.of(folded), formula.members[slip.member][0], formula.tail
    if len(word) != len(right) or not word.endswith(tail):
        return False
    if tail and all(forms[0].startswith(right[:2]) for forms in formula.members):
        return word.startswith(right[:2])
    own = slice(0, len(word) - len(tail))
    return any(one == other for one, other in zip(word[own], right[own], strict=True)) or (
        bool(tail) and not set(word[own]).isdisjoint(right[own])
    )


def _is_flat(folded: str, items: tuple[Item, ...]) -> bool:
    """Whether 和 stands before the last item alone: 法治与自治、德治 is no list of three."""
    joints = [folded[before.span.end : after.span.start] for before, after in pairwise(items)]
    return all(joint in "、，,；;" for joint in joints[:-1])


def _disorder(folded: str, found: MemberList) -> Slip:
    """All members, in another order: their words change places, and the marks between them stay."""
    words = [item.span.of(folded) for item in sorted(found.items, key=lambda item: item.member)]
    return Slip("order", found.span, 0, found.span, _joined(folded, found.items, words))


def _wrong(folded: str, found: MemberList, formula: Formula, members: list[int], whole: list[int]) -> Slip | None:
    wrong = [at for at in whole if members[at] != at]
    if len(wrong) != 1:
        return None
    span = found.items[wrong[0]].span
    return Slip("wrong", span, wrong[0], span, _form(folded, found, formula, wrong[0]))


def _missing(folded: str, found: MemberList, formula: Formula, member: int) -> Slip:
    word = _form(folded, found, formula, member)
    if member < len(found.items):
        place = Span(found.items[member].span.start, found.items[member].span.start)
        return Slip("missing", found.span, member, place, word + "、")
    end = found.items[-1].span.end
    return Slip("missing", found.span, member, Span(end, end), "、" + word)


def _form(folded: str, found: MemberList, formula: Formula, member: int) -> str:
    """The member as full as the others before it are written; the last one in full, unless the wrong one is short."""
    forms = formula.members[member]
    others = [item for item in found.items[:-1] if item.member != UNKNOWN]
    short = all(item.span.of(folded) != formula.members[item.member][0] for item in others)
    last = member == len(formula.members) - 1
    return forms[-1] if short and (not last or len(found.items[-1].span.of(folded)) == len(forms[-1])) else forms[0]


def _joined(folded: str, items: tuple[Item, ...], words: list[str]) -> str:
    """The words with what stands between the items."""
    parts = [words[0]]
    for (before, after), word in zip(pairwise(items), words[1:], strict=True):
        parts += [folded[before.span.end : after.span.start], word]
    return "".join(parts)
