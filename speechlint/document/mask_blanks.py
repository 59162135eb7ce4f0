"""Blanks that were left to be filled in: underlines, gaps in a date, brackets with nothing in them."""

from __future__ import annotations

from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import GAP_UNITS, Run, is_digit
from speechlint.text.charsets import FULL_WIDTH_MARKS, HAN
from speechlint.text.pattern import Pattern

_B = "[ \u3000\xa0]"
_HAN = Pattern(f"[{HAN}]")
_WORD = Pattern(f"[{HAN}，、：。]")
_COMPANY = Pattern(f"[{HAN}{FULL_WIDTH_MARKS}0-9,.;:()%]")
_BLANK = Pattern(
    rf"年(?P<date>{_B}+月(?:{_B}+(?=日))?)"
    rf"|月(?P<day>(?:{_B}{{2,}}|\u3000| (?=日(?:[召上下，。至起前]|$|[\r\n])))"
    r"(?=日(?![本报益常前后元均夜立韩记语志程军媒])))"
    rf"|[—－-]{{1,4}}年(?:[—－-]{{0,4}}月[—－-]{{0,4}}日|[—－-]{{1,4}}月)"
    rf"|第(?P<ordinal>{_B}{{2,}}|\u3000)(?=[号次届期条名位页批章])"
    rf"|共(?P<count>{_B}{{2,}})(?=[页人件名个项次份])"
    rf"|[（(](?P<bracket>{_B}{{1,40}})[）)]"
)
_LATIN = Pattern("[A-Za-z]")
_CLAUSE_END = Pattern("(?:" + "|".join(GAP_UNITS) + ")(?:[，。；、,;)）]|$|[\r\n])")
_LAST_CLAUSE = Pattern("[^，。；、,;：:]*$")
_MARK = Pattern("[，。；、,;]")
_GAP_SIGNS = frozenset(" \u3000")
# How far a gap and a line are followed, in code points.
_GAP, _LINE = 20, 200


def read_blank(text: str, start: int) -> tuple[int, int] | None:
    """`(start, end)` of the gap that begins at a blank's first sign, or None where the blank is an ordinary one."""
    if text[start] in _GAP_SIGNS:
        return _read_gap(text, start)
    match = _BLANK.match(text, start, start + 100)
    if match is None:
        return None
    if match.lastgroup is None:
        return match.start(), match.end()
    if match.lastgroup != "bracket":
        return match.start(match.lastgroup), match.end(match.lastgroup)
    # A choice to tick stands at the end of a question; in the middle of a sentence the words are missing.
    inside = _WORD.match(text[start - 1 : start]) is not None and _HAN.match(text, match.end()) is not None
    return (match.start(), match.end()) if inside and start > 0 else None


def _read_gap(text: str, start: int) -> tuple[int, int] | None:
    """The blanks before a unit that closes a clause of prose: 发放慰问金　　　　元，"""
    first = start
    while first > start - _GAP and text[first - 1 : first] in _GAP_SIGNS and first:
        first -= 1
    end = start
    while text[end] in _GAP_SIGNS:
        end += 1
    before = text[first - 1 : first]
    if not before or _HAN.match(before) is None or _CLAUSE_END.match(text, end, end + 4) is None:
        return None
    # A row of a table or of a form has gaps elsewhere, and no sentence marks.
    row = text[max(0, first - _LINE) : first].rpartition("\n")[2]
    clause = _LAST_CLAUSE.search(row)
    words = clause.group().strip() if clause is not None else ""
    marked = clause is not None and len(clause.group()) < len(row)
    prose = (marked or _MARK.search(text, end, end + 4) is not None) and "\u3000" not in words and "  " not in words
    return (first, end) if prose else None


def line_is_blank(text: str, folded: str, run: Run) -> bool:
    """Whether the run of underlines is a field to fill in, and no rule across the page or part of an identifier."""
    start, end = run.start, run.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if run.dated:
        return _HAN.match(after) is not None
    if run.length < 2 or _LATIN.match(before) is not None or _LATIN.match(after) is not None:
        return False
    line_start = text.rfind("\n", max(0, start - _LINE), start) + 1 or max(0, start - _LINE)
    line_end = text.find("\n", end, end + _LINE)
    line = text[line_start : line_end if line_end >= 0 else end + _LINE]
    if not line.strip(" \u3000\t\r_＿"):
        return False
    near = before.strip() or text[start - 2 : start - 1], after.strip() or text[end + 1 : end + 2]
    return any(_COMPANY.match(sign) is not None for sign in near) or is_digit(after) or follows_surname(folded, start)
