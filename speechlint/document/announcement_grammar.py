"""The words that announce how many things there are: 五个方面, 四点意见, 三层意思, 一举五得, 以上三点."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.lexicon.literals import Literals
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_DIGITS = "0123456789０１２３４５６７８９"
_NUMERALS = (*"两二三四五六七八九十几", "十一")
_MEASURES = ("个", "大", "项", "点", "层", "件", "句", "方面", "道", "重", "种", "类", "张", "支", "场")
# 第四百条 stands in every law, so 条 has to come with what it counts.
_CLAUSES = ("条意见", "条要求", "条建议", "条措施", "条举措", "条经验", "条原则", "条体会", "条启示", "条路径")
# 5个 is a quantity nearly always.
_DIGIT_MEASURES = (
    *("个方面", "个问题", "个重点", "个特点", "个环节", "个关键", "个层面", "个要点", "个重大", "个突出"),
    *("大", "项", "点", "件", "句", "方面", *_CLAUSES),
)
_GAINS = tuple(f"一举{number}得" for number in "两二三四五六七八九十")
COUNTED = Literals(
    (
        *(number + measure for number in _NUMERALS for measure in _MEASURES + _CLAUSES),
        *(digit + measure for digit in _DIGITS for measure in _DIGIT_MEASURES),
        *_GAINS,
    )
)
LARGEST, LONGEST_NUMERAL = 30, 3
_NUMERAL = frozenset("一二三四五六七八九十两百零〇0123456789０１２３４５６７８９")
_NOT_BEFORE_ONE = frozenset("第百千万亿.．约近超达满每逾隔初之前后又再上下头仅其数达")
# A part of what was counted, a sum, or one of two numbers side by side.
_NOT_BEFORE = Pattern(
    "(?:超过|达到|不足|不到|突破|多达|完成|其余|另外|另有|其他|其中|最后|剩余|有过|累计|新[建增设]|分别|实际|任何|若干|[一两二三四五六七八九十几][个大项点层件句道重种类张支场条]?[、至到或~～—-])$"
)
# 共有四件 is a sum, unless the list begins right there: 共有四项议程：一是.
_SUMMED = Pattern("共计?有?$")
_LISTED = Pattern("[：:][ \u3000\r\n]*(?:一是|第一|首先|一要|一、|（一）|①|1[.．、])")
# What the two end in, so that most words before a count are not searched.
_PARTING, _SUMMING = frozenset("过到足破达成余外有他中后计建增设别际何干、至或~～—-"), frozenset("共计有")
# 每项任务列出两个要点 counts for each; 四项基本原则 is a name.
_EACH = Pattern("(?:每|分别|各[项條条自])[^。！？!?\r\n]{0,10}$")
_NAMES = Pattern(
    "(?:四项基本原则|五项(?:基本)?原则|八项规定|六项纪律|三大纪律|三大作风|三大法宝|三大攻坚战|四大名著|五大发展|两个大局)"
)
_BACK = Pattern(r"(?<![^。；，！？：:,;!?\s])(?:以上|上述)[^，。：；！？:,;!?\s]{0,9}$")
_THESE = Pattern(r"(?<=[。；，！？：:,;!?\s])[这此]$")
_CUE = Pattern(
    "(?:下面|以下|如下|接下来|在此|借此|讲|谈|提|说|强调|汇报|分享|介绍|主要|具体|概括|归纳|总结|体现|表现|反映|包含|包括|存在|面临|突出|抓|做|打|办|写|过"
    r"|把握|处理|注意|重点|着重|需|要|有|是|分|就|用|从|围绕|聚焦|实现)[^。！？!?\r\n]{0,12}$"
)
_OPENERS = frozenset('“‘「『"')
# What a speaker says or sees; and what may have a name of its own: 六大工程.
_SAYING = (
    r"意见|要求|建议|希望|意思|体会|感受|感想|启示|想法|看法|观点|认识|特点|特征|特色|问题|原因|方面|关系|环节|措施|举措|做法|经验|原则|重点"
    r"|要点|难点|亮点|关键|不足|短板|差距|优势|作用|意识|层面|层次|维度|转变|变化|关口|理由|好处|条件|因素|倡议|期望|期盼|思考|情况|任务"
    r"|目标|事情|工作(?![日组者])|内容|步骤|途径|路径|抓手|保障|矛盾|挑战|机遇|教训|结论|含义|标准|角度|文章|课题|议程|议题|心愿|打算|安排|心得|收获|必须"
    r"|(?:事|话|字|词|关)(?!\p{Han})"
)
_THING = (
    "工程|行动|计划|战略|体系|机制|平台|产业|项目|活动|能力|精神|制度|清单|品牌|战役|攻坚战|硬仗|主题|专项|板块|支撑|定位|高地"
    "|群体"
)
_MODIFIER = r"(?:(?![讲说谈几一二三四五六七八九十两和与及或是有在来去为到以的])\p{Han}){0,4}?"
_COUNT = Pattern(
    r"(?P<measure>[个大项点层件句道重条种类张支场]|方面)"
    rf"(?:(?P<aspects>(?:方面|层面|维度|角度)(?![的意]))|(?:方面|层面|维度|角度)?的?{_MODIFIER}的?"
    rf"(?P<noun>(?P<saying>{_SAYING})|(?P<thing>{_THING}))"
    rf"(?:(?<=重点|关键|特色|优势|主题|专项)(?:{_SAYING}|{_THING}))?(?:[和与](?:{_SAYING}))?)?"
)
_AMOUNT = Pattern(
    "(?:多|余|来|月|年|季度|小时|百分点|工作日|交易日|人(?![才群])|家(?!园)|村|乡|镇|县|市(?!场)|区(?![域间])|省|国家|单位|企业|社区|街道|部门|地[方区市]|行业|小组|班组|学校"
    "|支部|以上|以下|以内|以来|左右|世纪|亿|万|千|百|学期|星期|周|孩子)"
)
_HEAD = Pattern(r"\p{Han}{1,5}(?=[”’」』\"])")
_BARE_HEAD = Pattern(r"\p{Han}{1,4}(?<![的中里内上下时后前来等])(?=[，。：；！,.:;!\r\n]|、[两二三四五六七八九十]|\Z)")
_CLOCK = ("上午", "下午", "凌晨", "晚上", "中午", "清晨", "时间")


class Announcement(NamedTuple):
    """Words that say how many things there are.

    `span` covers the numeral, the measure and the noun, without quotation marks; `number` is the numeral alone.
    `amount` is None where it is open: 几点. `noun` is what is counted; a slogan's is the word that its items share:
    坚持 in 三个坚持. `saying` says that it is something one says or sees (意见, 方面, 问题), which no name is made of.
    `quoted` marks a slogan, `back` a count that looks back (以上三点), `these` one that looks back in its paragraph
    (这三点), `cued` a verb of announcing before it.
    """

    span: Span
    number: Span
    amount: int | None
    noun: str
    saying: bool
    quoted: bool = False
    back: bool = False
    these: bool = False
    cued: bool = False


def read_announcements(document: Document) -> Iterator[Announcement]:
    """The announcing words of the text, in order; quantities, ordinals and parts of a count are none."""
    places = document.places(COUNTED)
    if not places:
        return
    folded, end = document.folded, -1
    for start, stop in places:
        if start < end or folded[start - 1 : start] == "第":
            continue
        found = _gain(folded, start, stop) if folded[start] == "一" else _read(folded, start)
        if found is not None:
            end = found.span.end
            yield found


def _gain(folded: str, start: int, stop: int) -> Announcement:
    """一举五得."""
    number = Span(start + 2, stop - 1)
    return Announcement(Span(start, stop), number, number_of(number.of(folded)), "得", saying=True, cued=True)


def _read(folded: str, start: int) -> Announcement | None:
    first, measure = start, start + (2 if folded.startswith("十一", start) else 1)
    while first and folded[first - 1] in _NUMERAL:
        first -= 1
    if measure - first > LONGEST_NUMERAL:
        return None
    match = _COUNT.match(folded, measure)
    if match is None:
        return None
    quoted = folded[first - 1 : first] in _OPENERS
    noun, end = match["noun"] or "", match.end()
    saying = match["saying"] is not None or match["aspects"] is not None or match["measure"] in ("点", "方面")
    if not noun and match["aspects"] is None:
        # 新增3个泵站 counts things; 讲3点 does not.
        if (folded[start] in _DIGITS and match["measure"] != "点") or _AMOUNT.match(folded, end) is not None:
            return None
        bare = None if match["measure"] == "点" else _BARE_HEAD.match(folded, end)
        head = _HEAD.match(folded, end) if quoted else bare
        if head is not None:
            noun, end = head.group(), head.end()
        elif not saying:
            return None
        if match["measure"] == "点" and _is_clock(folded, first):
            return None
    count = _value(folded[first:measure])
    before = folded[max(0, first - 14) : first]
    back = "上" in before and _BACK.search(folded, max(0, first - 14), first) is not None
    if count == 0 or _is_name(folded[first:measure], match["measure"]) or (not back and _is_part(folded, first, end)):
        return None
    saying = saying and _NAMES.match(folded, first) is None
    these = before.endswith(("这", "此")) and _THESE.search(folded, first - 1, first) is not None
    cued = _CUE.search(folded, max(0, first - 16), first) is not None
    return Announcement(Span(first, end), Span(first, measure), count, noun, saying, quoted, back, these, cued)


def _value(word: str) -> int | None:
    """What the numeral says; None for 几, 0 where it is none or too large to announce a list."""
    if word == "几":
        return None
    value = number_of(word) or 0
    return value if 2 <= value <= LARGEST else 0


def _is_name(word: str, measure: str) -> bool:
    """Whether the numeral makes a name: 十八大, 二类口岸 (two kinds are 两类)."""
    if measure == "大":
        return (number_of(word) or 0) > 10
    return word == "二" and measure not in ("个", "点", "项", "方面", "层", "件")


def _is_part(folded: str, first: int, end: int) -> bool:
    before = folded[first - 1 : first]
    if before == "下" and folded[first - 2 : first - 1] in tuple("以如"):
        return False
    if before in _NOT_BEFORE_ONE:
        return True
    if before in _PARTING and _NOT_BEFORE.search(folded, max(0, first - 4), first) is not None:
        return True
    if (
        before in _SUMMING
        and _SUMMED.search(folded, max(0, first - 3), first) is not None
        and _LISTED.match(folded, end) is None
    ):
        return True
    words = folded[max(0, first - 13) : first]
    return ("每" in words or "各" in words or "分别" in words) and _EACH.search(words) is not None


def _is_clock(folded: str, first: int) -> bool:
    return folded.endswith(_CLOCK, 0, first)
