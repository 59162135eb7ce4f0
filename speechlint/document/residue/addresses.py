"""Addresses of sites: as lines of their own, and cut into a sentence of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from speechlint.document.residue.struck import goes_on, is_plain, struck_in
from speechlint.document.residue.units import Unit
from speechlint.document.residue.words.parts import words as listed
from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

_L = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９_-"
_TOP = r"(?i:com|cn|net|org|cc|top|vip|xyz|info|edu|gov|ｃｏｍ|ｃｎ|ｎｅｔ)"
_ADDRESS = Pattern(
    rf"(?:(?i:h\s?t\s?t\s?p\s?s?|ｈｔｔｐ)\s*[:：]\s*[/／]\s*[/／]\s*)?"
    rf"(?:(?i:w\s{{0,2}}w\s{{0,2}}w|ｗ\s?ｗ\s?ｗ)\s*[.．。点·,，]\s*(?:[{_L}]\s?){{1,40}}|[{_L}]{{2,40}})"
    rf"(?:\s?[.．。点]\s?[{_L}]{{2,30}}){{0,3}}?\s?[.．。点·]\s?(?:{_TOP}|(?i:c\s?o\s?m|n\s?e\s?t|c\s?n))(?![{_L}])(?:[.．]{_TOP}(?![{_L}]))?(?:\s?[:/][!-~]*)?"
    rf"|(?i:https?)://[!-~]{{4,200}}"
)
# Where an address may begin: with a run of its letters, with what may open a scheme inside of one, or so late in a long
# run that the rest of it is no longer than a name may be.
_BEGINS = Pattern(rf"[{_L}](?:(?<![{_L}].)|(?<=[HWhwＨＷｈｗ])|(?=[{_L}]{{39}}(?![{_L}])))")
_DISGUISED = Pattern(r"[Ａ-Ｚａ-ｚ０-９]|[A-Za-z]\s+[A-Za-z.．]|[.．]\s+[A-Za-z]|[。点·][A-Za-z]|[A-Za-z0-9]\s[.．。]")
_OFFICIAL = listed("acftu|12371|people.com|xinhuanet|news.cn|example.gov")
_PUBLIC = tuple(f"{body}.{place}" for body in ("gov", "edu", "org", "mil") for place in ("cn", "hk", "tw", "mo"))
# What an address stands behind in a sentence that means to name it.
_FRAMES = listed(
    "登录|登陆|访问|浏览|进入|打开|网址|网站|官网|网|平台|系统|邮箱|邮件|地址|链接|网页|主页|域名|公司|中心|见|如|通过|在|至|到|为|是|于|搜索|输入|发布|号|下载|商城|论坛|数据库|信息库|图书馆"
    "|:|：|（|(|“|\"|'|‘|《|〈|【|[|—|、|，|,|=|-"
)
_WITHIN = 90
# So many Han characters beside an address may be a site's name and its remark.
_LONGEST_REMARK = 7


class Address(NamedTuple):
    """An address; `disguised` where it is spelt so that no filter finds it, `framed` where the sentence names it.

    `cut` is what goes with it out of a sentence: its brackets, the name of its site, a comma behind it.
    """

    span: Span
    disguised: bool
    framed: bool
    official: bool
    cut: Span


def address_at(text: str, start: int, end: int, line: Span) -> Address | None:
    """The address that holds the word at `start..end`, or None; one of e-mail is none."""
    low, high = max(line.start, start - _WITHIN), min(line.end, end + 2 * _WITHIN)
    while low <= start:
        match = _next(text, low, start, high)
        if match is None:
            return None
        if match.end >= end:
            return _judge(text, match, line)
        low = match.end
    return None


def _next(text: str, low: int, last: int, high: int) -> Span | None:
    """The first address that begins in `low..last` and ends before `high`. A search would try each letter of a run, and
    go on behind `last`: a thousand times as long in a line of nothing but addresses.
    """
    if (match := _ADDRESS.match(text, low, high)) is not None:
        return Span(*match.span())
    for begins in _BEGINS.finditer(text, low, high):
        if begins.start() > last:
            return None
        if (match := _ADDRESS.match(text, begins.start(), high)) is not None:
            return Span(*match.span())
    return None


def is_cut(text: str, unit: Unit, kinds: Iterable[str], addresses: Sequence[Address]) -> bool:
    """Whether the addresses only cut the unit: the draft's words are around them, and at most the name of a site."""
    if unit.bracketed or any(kind != "site-name-line" for kind in kinds):
        return False
    if all(address.framed or address.official for address in addresses):
        return False
    rest = text[unit.inner.start : addresses[0].cut.start] + text[addresses[-1].cut.end : unit.inner.end]
    return sum(map(is_han, rest)) > _LONGEST_REMARK


def _judge(text: str, span: Span, line: Span) -> Address | None:
    if span.start > line.start and text[span.start - 1] in "@＠":
        return None
    words = span.of(text)
    if "@" in words or "＠" in words:
        return None
    while span.end > span.start and text[span.end - 1] in ".,;:)":
        span = Span(span.start, span.end - 1)
    lower = words.lower()
    scheme = lower.replace("http://", "").replace("https://", "")
    official = _is_official(words)
    disguised = not official and not _is_plain(scheme) and _DISGUISED.search(scheme) is not None
    framed = span.start == line.start or _is_framed(text[max(line.start, span.start - 6) : span.start], span.start)
    follows = text[span.end : span.end + 1]
    if not is_han(follows) and follows not in "，,":
        framed = framed or not is_han(text[max(span.start - 1, line.start) : span.start])
    cut = span
    if not official:
        if is_plain(text, span) and (lower.startswith(("www", "http")) or _in_frame(text, span)):
            struck = struck_in(text, span, line)
            cut, framed = struck or span, struck is None
        elif not framed:
            framed = goes_on(text, span.end)
    return Address(span, disguised, framed, official, cut)


def _in_frame(text: str, span: Span) -> bool:
    """Whether the address is all that stands in square brackets."""
    return text[span.start - 1 : span.start] in ("[", "【") and text[span.end : span.end + 1] in ("]", "】")


def _is_official(address: str) -> bool:
    """Whether the address is that of a public body."""
    lower = address.lower()
    return holds_any(lower, _PUBLIC) or holds_any(lower, _OFFICIAL)


def _is_plain(address: str) -> bool:
    """Whether the address is spelt as addresses are, so that no disguise need be looked for."""
    return address.isascii() and len(address.split()) == 1


def _is_framed(before: str, start: int) -> bool:
    """Whether the words before the address at `start` name it."""
    words = before.rstrip(" \t\u3000")
    return words.endswith(_FRAMES) or (not words and len(before) == start)
