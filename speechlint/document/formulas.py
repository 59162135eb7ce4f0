"""Brackets of mathematics, which are half-width whatever stands round them."""

from __future__ import annotations

from speechlint.text.pattern import Pattern

# Letters stand alone in a formula, but for the names of functions: (x+3), (a₁－1), (2,－1), (1－qⁿ), (ab), not (WTO).
_RAISED = "²³¹⁰-₟ᵃ-ᵿ′″"
_SIGNS = "+=*^<>×÷±−－＋＝＊／＜＞∞√≤≥≠≈∈∩∪∑∠π"
_FORMULA = Pattern(
    rf"(?:[0-9]|[A-Za-zα-ω](?![A-Za-z])|(?:sin|cos|tan|cot|log|ln|lg|lim|max|min|exp)(?![a-z])|[a-z]{{2}}(?![A-Za-z])"
    rf"|[{_RAISED}{_SIGNS}…·,./|()\[\]{{}} -])+\Z"
)
_LETTER, _SIGN = Pattern("[A-Za-zα-ω]"), Pattern(f"[{_RAISED}{_SIGNS}]")
_SMALL = Pattern("[a-z](?:[-/,]|$)")
_OPERATOR = Pattern("[-+*/,.·|]|…")
_WIDE_SIGN = Pattern(f"[{_RAISED}×÷±−－＋＝∞√≤≥≠≈]")
# What stands directly before and behind a bracket in a formula: 5(x－3), (700/450)⁴, (a+b)(a－b), f(x)=.
_BEFORE = Pattern(rf"(?:(?<![A-Za-z])[A-Za-z]|[0-9)\]{_RAISED}+=*/^×÷±−－＋＝≤≥≈])\Z")
_BEHIND = Pattern(rf"[(\[{_RAISED}+=*/^×÷±−－＋＝≤≥≈]")
# Digits that a hyphen or a slash joins may be years, and capitals a house: (2021-2025), (B-2).
_COMMA_SIDE = frozenset("＋－−±∞√-+")
LONGEST = 80


def is_formula(text: str, opener: int, closer: int) -> bool:
    """Whether the brackets at `opener` and `closer`, code points of `text`, hold a formula or stand in one."""
    if not 1 < closer - opener <= LONGEST:
        return False
    inside = text[opener + 1 : closer]
    if _FORMULA.match(inside) is None:
        return False
    if _LETTER.search(inside) is not None:
        if _SIGN.search(inside) is not None or (_SMALL.search(inside) is not None and _OPERATOR.search(inside)):
            return True
    elif _WIDE_SIGN.search(inside) is not None:
        return True
    before = _BEFORE.search(text, max(0, opener - 2), opener) is not None
    behind = _BEHIND.match(text, closer + 1) is not None
    return (before and (behind or _OPERATOR.search(inside) is not None)) or (
        behind and _OPERATOR.search(inside) is not None
    )


def parts_coordinates(text: str, comma: int) -> bool:
    """Whether the comma parts two numbers of a point or an interval: P(2,－1), (－∞,＋∞), (x₁,x₂)."""
    before, after = text[comma - 1 : comma], text[comma + 1 : comma + 2]
    if after not in _COMMA_SIDE and before != "∞" and _SIGN.match(before) is None:
        return False
    start = max(0, comma - LONGEST)
    opener = max(text.rfind("(", start, comma), text.rfind("[", start, comma))
    return opener >= 0 and _FORMULA.match(text[opener + 1 : comma]) is not None
