"""number/session-fact"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speechlint.checks.number.facts import ASSEMBLIES, CONGRESSES, LAST_ENDED_TERM, SESSIONS, UNION_CONGRESSES
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

_WORDS = Literals(
    (
        *("中全会", "次全国代表大会", "届全国人", "届全国政协", "中国工会"),
        *("大召开", "大开幕", "大闭幕", "大胜利召开", "大胜利闭幕", "的党的十", "的党的二十"),
    )
)
_YEAR = "(?<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:至[0-9]{1,2}日)?)?"
_PARTY = "(?:中国共产党|党的|党|中共)?第?"
_SESSION = (
    "(?<!二)(?<term>二十|十[一二三四五六七八九])届(?:中央委员会第)?(?<session>[一二三四五六七八九])"
    "(?:次全体会议|中全会)"
)
_CONGRESS = (
    "(?:党的(?<congress>二十|十[二三四五六七八九])大(?!报|精|以|召开[以后前])"
    "|(?:中国共产党|党的)第(?<congress>二十|十[二三四五六七八九])次全国代表大会)"
)
_UNION = "中国工会第?(?<union>十[四五六七八])(?:大(?!报|精|以)|次全国代表大会)"
_ASSEMBLY = (
    "第?(?<!十)(?<assembly>九|十[一二三四]?)届全国(?:人大|人民代表大会|政协)(?:会议)?第?(?<which>[一二三四五])次会议"
)
_HELD = "(?:在(?:北京|京))?(?:胜利|隆重)?(?:召开|举行|闭幕|开幕)"
_NAMED = f"(?<meeting>{_PARTY}{_SESSION}|{_CONGRESS}|{_UNION}|{_ASSEMBLY})"
# Only where the year and the meeting are one phrase: 2020年召开的…, …于2020年召开, and 2020年…召开 at a clause's end.
_DIRECT = Pattern(
    f"{_YEAR}{_HELD}的{_NAMED}|{_YEAR}，?{_NAMED}{_HELD}(?=[，。；！、]|以来)|{_NAMED}(?:于|在|是|是于|是在){_YEAR}{_HELD}"
)
_ALONE = Pattern(f"(?:党的|中国共产党){_SESSION}")
# Other bodies count sessions too.
_OTHERS = (
    "团", "民革", "民盟", "民建", "民进", "农工", "致公", "九三", "台盟", "省委", "市委", "县委", "区委",
    "工会", "总会",
)  # fmt: skip
_BEFORE, _BEHIND = 40, 30


class SessionFact(Rule):
    """A year that is not that of the congress or the session beside it: 2019年召开的十九届五中全会. Only where
    the two are one phrase; a text that looks back at what was said before and decided later is left alone, and so are
    the sessions of other bodies.
    """

    id = "number/session-fact"
    title = Bilingual("会议的年份或届次不符", "The year or number of a Party session is wrong")
    why = Bilingual(
        "党代会和中央全会的年份有定，写错是政治性差错。",
        "The years of congresses and plenary sessions are known; to get one wrong is a serious slip.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("错的可能是年份，也可能是届次。", "Either the year or the session may be wrong.")
    triggers = _WORDS
    VALID = (
        Valid("2020年召开的十九届五中全会描绘了蓝图。"),
        Valid("早在2019年就提出的思路，与十九届五中全会精神一致。"),
        Valid("2021年，十九届五中全会提出的目标开局良好。"),
        Valid("2018年召开的共青团十八届二中全会。"),
        Valid("2013年11月，党的十八届三中全会召开，改革启航。"),
        Valid("2023年召开的中国工会十八大，2024年3月召开的十四届全国人大二次会议。"),
        Valid("2022年党的二十大召开，2023年党的二十大精神进渔村。"),
        Valid("黨的二十屆三中全會於2024年7月召開。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("⟦2019年召开的十九届五中全会⟧作了部署。", fixed="2020年召开的十九届五中全会作了部署。"),
        Invalid("⟦2014年十八届三中全会闭幕⟧，渔改起步。", fixed="2013年十八届三中全会闭幕，渔改起步。"),
        Invalid("⟦党的十八届四中全会于2015年召开⟧。", fixed="党的十八届四中全会于2014年召开。"),
        Invalid("⟦2018年召开的党的十九大⟧提出要求。", fixed="2017年召开的党的十九大提出要求。"),
        Invalid("⟦2018年召开的中国共产党第十九次全国代表大会⟧。", fixed="2017年召开的中国共产党第十九次全国代表大会。"),
        Invalid("⟦2022年召开的中国工会十八大⟧选出新的班子。", fixed="2023年召开的中国工会十八大选出新的班子。"),
        Invalid("⟦十四届全国人大二次会议于2023年召开⟧。", fixed="十四届全国人大二次会议于2024年召开。"),
        Invalid("学习⟦党的十九届八中全会⟧精神。"),
        Invalid(
            "⟦2023年召開的黨的二十屆三中全會⟧，對此作了部署。", fixed="2024年召開的黨的二十屆三中全會，對此作了部署。"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        reached = 0
        for start, end in ctx.places:
            if start < reached:
                continue
            for match in _DIRECT.finditer(folded, max(reached, start - _BEFORE), end + _BEHIND):
                if match.start() < end and start < match.end():
                    reached = match.end()
                    yield from _wrong_year(ctx, match)
                    break
            else:
                yield from _no_such_session(ctx, start, end)


def _wrong_year(ctx: Context, match: Any) -> Iterator[Diagnostic]:
    span = Span(*match.span())
    of_party = bool(match["term"] or match["congress"])
    if of_party and _is_of_others(ctx, span.start, span.end):
        return
    held = _year_held(match)
    if held is None or held == int(match["year"]):
        return
    word = span.of(ctx.text)
    meeting = Span(*match.span("meeting")).of(ctx.text)
    yield ctx.found(
        span,
        Bilingual(
            f"{meeting}是{held}年召开的，“{word}”的年份或届次有误",
            f"that meeting was held in {held}; the year or the number in “{word}” is wrong",
        ),
        fix=ctx.fix(
            Bilingual(f"改为{held}年", f"write {held}"),
            [Edit(Span(*match.span("year")), str(held))],
            Applicability.UNSAFE,
        ),
    )


def _year_held(match: Any) -> int | None:
    if match["congress"]:
        return CONGRESSES.get(number_of(match["congress"]) or 0)
    if match["union"]:
        return UNION_CONGRESSES.get(number_of(match["union"]) or 0)
    if match["assembly"]:
        first = ASSEMBLIES.get(number_of(match["assembly"]) or 0)
        return first + (number_of(match["which"]) or 1) - 1 if first else None
    sessions = SESSIONS.get(number_of(match["term"]) or 0, ())
    session = number_of(match["session"]) or 0
    return sessions[session - 1] if 0 < session <= len(sessions) else None


def _no_such_session(ctx: Context, start: int, end: int) -> Iterator[Diagnostic]:
    """党的十九届八中全会: the Central Committee of a term that has ended never met so often."""
    match = _ALONE.search(ctx.document.folded, max(0, start - 12), end)
    if match is None:
        return
    term, session = number_of(match["term"]) or 0, number_of(match["session"]) or 0
    if term <= LAST_ENDED_TERM and session > len(SESSIONS[term]) and not _is_of_others(ctx, *match.span()):
        yield ctx.found(
            Span(*match.span()),
            Bilingual(
                f"{match['term']}届中央委员会只开过{len(SESSIONS[term])}次全会，没有“{match['session']}中全会”",
                f"that Central Committee held {len(SESSIONS[term])} plenary sessions only",
            ),
        )


def _is_of_others(ctx: Context, start: int, end: int) -> bool:
    return holds_any(ctx.document.folded[max(0, start - 10) : end], _OTHERS)
