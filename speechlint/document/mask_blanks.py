"""Blanks that were left to be filled in: underlines, gaps in a date, brackets with nothing in them."""

from __future__ import annotations

from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import Run, is_digit
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
    rf"|[—－-]{{1,4}}年[—－-]{{0,4}}月[—－-]{{0,4}}日"
    rf"|第(?P<ordinal>{_B}{{2,}}|\u3000)(?=[号次届期条名位页批章])"
    rf"|共(?P<count>{_B}{{2,}})(?=[页人件名个项次份])"
    rf"|[（(](?P<bracket>{_B}{{1,40}})[）)]"
)
_LATIN = Pattern("[A-Za-z]")
_LINE = 200


def read_blank(text: str, start: int) -> tuple[int, int] | None:
    """`(start, end)` of the gap that begins at a blank's first sign, or None where the blank is an ordinary one."""
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
