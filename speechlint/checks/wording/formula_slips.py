"""Fixed formulas that are not as documents have them: lists beside a name, and phrases in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.member_slips import Slip, agreement, is_exact, is_near, slip_in
from speechlint.document.formula_lists import UNKNOWN, MemberList, list_around, lists_beside
from speechlint.document.model import Document
from speechlint.document.quotes import CLOSING
from speechlint.lexicon.formulas import FORMULAS, Formula
from speechlint.lexicon.literals import Places
from speechlint.lexicon.set_phrases import SET_PHRASES
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_BACK, _AHEAD = 80, 20  # code points round a name in which the past may be mentioned
_PAST = Pattern("20[01][0-9]|十[六七八]大|十[一二三]五|当时|曾|最初|首次|当年|那时|先后")
_LONGEST = 60  # code points of a phrase in quotation marks
_MARKS = Pattern("[、，,；;]")


class FormulaSlip(NamedTuple):
    """What the formula is called, or the words of the phrase; the slip; all members as they should be; the source."""

    name: str
    slip: Slip
    members: tuple[str, ...]
    source: str


def named_slips(document: Document, places: Places) -> Iterator[FormulaSlip]:
    """Lists beside the names at these places, each by the edition of the formula that it is nearest to."""
    seen, reached = set(), 0
    for start, end in places:
        if end <= reached:
            continue  # the end of a longer name: 发展理念 of 新发展理念
        reached = end
        slip, formula = _slip_beside(document, start, end)
        if slip is not None and formula is not None and slip.span not in seen:
            seen.add(slip.span)
            members = tuple(forms[0] for forms in formula.members)
            yield FormulaSlip(document.folded[start:end], slip, members, formula.source)


def unnamed_slips(document: Document, places: Places) -> Iterator[FormulaSlip]:
    """Lists of all members of a formula in another order, or with one that is like the right one, found by the member
    at each place.
    """
    folded, reached = document.folded, 0
    for start, end in places:
        formula = FORMULAS.keyed(folded[start:end])
        found = list_around(folded, start, end, formula) if formula is not None and start >= reached else None
        if formula is None or found is None:
            continue
        reached = found.span.end
        whole = len(found.items) == len(formula.members) and not is_exact(found, formula)
        slip = slip_in(folded, found, formula) if whole else None
        if slip is not None and (slip.kind == "order" or is_near(folded, slip, formula)):
            yield FormulaSlip(formula.labels[0], slip, tuple(forms[0] for forms in formula.members), formula.source)


def phrase_slips(document: Document, places: Places) -> Iterator[FormulaSlip]:
    """Phrases in quotation marks, the mark and the first part of which stand at these places."""
    folded = document.folded
    for start, _ in places:
        end = folded.find(CLOSING[folded[start]], start, start + _LONGEST)
        words = folded[start + 1 : max(end, start)]
        parts = tuple(_MARKS.split(words))
        phrase = SET_PHRASES.phrase(parts)
        if phrase is not None:
            span = Span(start + 1, end)
            joints = [*_MARKS.findall(words), ""]
            right = "".join(part + joint for part, joint in zip(phrase.parts, joints, strict=True))
            yield FormulaSlip(words, Slip("order", span, 0, span, right), phrase.parts, phrase.source)


def _slip_beside(document: Document, start: int, end: int) -> tuple[Slip | None, Formula | None]:
    folded = document.folded
    lists: list[tuple[MemberList, Formula]] = []
    editions = FORMULAS.editions(folded[start:end])
    for formula in editions:
        for found in lists_beside(folded, start, end, formula):
            if is_exact(found, formula):
                return _outdated(document, start, end, formula)
            if found.items[-1].member != UNKNOWN or len(editions) == 1:
                lists.append((found, formula))
    for found, formula in sorted(lists, key=lambda pair: -agreement(pair[0])):
        slip = slip_in(folded, found, formula)
        if slip is not None:
            return slip, formula
    return None, None


def _outdated(document: Document, start: int, end: int, formula: Formula) -> tuple[Slip | None, Formula | None]:
    """A set that had another member when the draft was written, by its date line; text about the past may have it."""
    own = document.own_date
    if formula.until is None or own is None or own.month is None or own.year <= formula.until:
        return None, None
    folded = document.folded
    if _PAST.search(folded, max(0, start - _BACK), end + _AHEAD) is not None:
        return None, None
    for later in FORMULAS.editions(folded[start:end]):
        for found in lists_beside(folded, start, end, later) if later.since >= formula.until else ():
            slip = slip_in(folded, found, later)
            if slip is not None:
                return slip, later
    return None, None
