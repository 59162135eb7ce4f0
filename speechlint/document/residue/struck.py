"""Plain addresses struck into a sentence that has no use for them: 今年以来，www.某某.com我们….

An address that a sentence means to give has a word of it in front (登录, 官网, 详见) or grammar behind (…的, …查询).
"""

from __future__ import annotations

from speechlint.document.residue.words.parts import words as listed
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

_PLAIN = Pattern(r"(?i)(?:https?://)?(?:www\.)?[a-z0-9-]{2,40}\.(?:com|net|cn|org|cc)(?:\.cn)?/?")
# Words in front of an address that is meant, not far away.
_DOORS = listed(
    "登录|登陆|访问|浏览|进入|打开|输入|网|平台|系统|页|主站|域名|邮|见|下载|链接|搜|地址|通过|扫|客户端|App|APP|商城|店|在线|公司|集团|企业|机构|协会|银行|报名|咨询|查询|投稿|举报|热线|电话|来源|来自|参|据|引|数据|文献|报告|论文|发布|注册|抢注|钓鱼|冒|仿|骗|诈|攻击|购|商标|商号|http|www|HTTP|WWW"
)
# Words right in front of it.
_NAMING = listed("如|是|为|于|至|到|在|叫|称|由|与|和|及|对|把|向")
_WINDOW = 16
# What goes on behind an address that is meant.
_GOES_ON = listed(
    "等|的|是|为|上|中|里|内|及|和|与|或|在|网|平台|查|办理|进行|报名|填|下载|注册|进入|登|了解|申|提交|月|年|日|落户|公司|集团|企业|开通|上线|首页|页面|域名|邮箱|获|成|将|已|也|被|由|一|这|该|可"
)
_TRADER = Pattern(r"(?r)(?:文|稿|秘|课件|写作|材料|资料|汇报|总结)[^，。：:\s]{0,3}(?:网站?|站|库|家|园|吧)")
_FIRST = Pattern(
    r"(?r)(?:第[一-鿿]|中国)[^，。；：！？、\s]{1,7}(?:网站?|站|库|家|园|吧)"
    r"|(?<=^|[，。；：！？、\s])[^，。；：！？、\s]{2,5}(?:网站?|站|库)"
)
# Whom an address in brackets may belong to, by the last character of the name.
_OWNERS = frozenset("司团业构会行社报刊志馆院校厂店部局厅委网站台库园区坊号牌媒技化件具吧家者物品》”")
_ABUSED = listed("仿|冒|骗|诈|无法|攻击|钓鱼|打不开|恶意")
_COMMAS = frozenset("，,；;。！？、")
_BRACKETS = {"（": "）", "(": ")", "[": "]", "【": "】", "〔": "〕", "［": "］"}


def goes_on(text: str, end: int) -> bool:
    """Whether the sentence goes on with the address that ends there."""
    return text.startswith(_GOES_ON, end)


def is_plain(text: str, span: Span) -> bool:
    """Whether the address is the bare one of a site, and not that of a page on it."""
    return _PLAIN.fullmatch(text, *span) is not None


def struck_in(text: str, span: Span, line: Span) -> Span | None:
    """What is to be cut with the address at `span`; None where it is meant or nobody can tell."""
    start, end = span
    if start == line.start:
        return None
    window = text[max(line.start, start - _WINDOW) : start]
    if not is_han(window.strip(" ")[:1]) and sum(map(is_han, window)) < 2:
        return None
    before, behind = text[start - 1], text[end : min(end + 1, line.end)]
    name = _TRADER.match(text, max(line.start, start - _WINDOW), start)
    if name is not None:
        first = _FIRST.match(text, max(line.start, start - _WINDOW), start)
        front = text[max(line.start, name.start() - _WINDOW) : name.start()]
        if holds_any(front, _DOORS) or goes_on(text, end) or not (not behind or behind in _COMMAS or is_han(behind)):
            return None
        return Span(first.start() if first is not None else start, end)
    window = window.replace("为中心", "")
    if (
        holds_any(window, _DOORS)
        or window.endswith(_NAMING)
        or holds_any(text[end : min(end + _WINDOW, line.end)], _ABUSED)
    ):
        return None
    if behind and behind == _BRACKETS.get(before):
        return None if window[-2:-1] in _OWNERS else Span(start - 1, end + 1)
    if is_han(behind):
        return None if goes_on(text, end) or not (before in _COMMAS or is_han(before)) else span
    if before in _COMMAS and behind in ("，", ","):
        return Span(start, end + 1)
    return span if is_han(before) and (behind in _COMMAS or not text[end : line.end].strip()) else None
