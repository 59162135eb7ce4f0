"""People named with a title, or in a frame that only names can fill: told from surname, title and context, by no list
of people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from speechlint.document.mask_signs import ALL
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.surnames import CLEAR, COMPOUND, DOUBTFUL, RARE
from speechlint.lexicon.vocabulary import size
from speechlint.text.charsets import HAN, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_TITLES = (
    "书记", "主席", "主任", "秘书长", "市长", "县长", "区长", "省长", "州长", "旗长", "镇长", "乡长", "村长", "局长",
    "厅长", "部长", "处长", "科长", "股长", "院长", "校长", "会长", "社长", "馆长", "台长", "行长", "所长", "站长",
    "队长", "组长", "董事长", "理事长", "检察长", "厂长", "支书", "政委", "常委", "同志", "先生", "女士", "老师",
    "教授", "院士", "经理", "总裁", "工程师", "护士长", "总监", "巡视员", "调研员", "检察官", "法官",
)  # fmt: skip
TITLES = Literals(_TITLES)
_NO_TITLE = Pattern("[员处载]|台|团|委员|们|联席|级|制|席|论坛|职务|岗位|班|所")
# A surname alone stands before these only as a person's.
_OFFICES = frozenset(
    (
        "书记",
        "主席",
        "主任",
        "秘书长",
        "市长",
        "县长",
        "区长",
        "镇长",
        "局长",
        "厅长",
        "部长",
        "院长",
        "董事长",
        "省长",
        "州长",
    )
)
_RANKS = ("副", "总", "务")
# Words in front of a name, and behind one that stands behind its title.
_LEFT = (
    "由", "请", "和", "与", "同", "跟", "及", "向", "对", "让", "受", "经", "是", "到", "的", "下", "听", "了", "有",
    "给", "照", "据", "委", "府", "会", "局", "厅", "部", "院", "书记", "主任", "主席", "长", "总", "组", "处", "办",
    "师", "员", "志", "表", "模", "谢", "迎", "习", "在", "为", "以", "按", "把", "将", "被", "任", "叫", "找", "陪",
    "随", "记", "席",
)  # fmt: skip
_RIGHT = Pattern(
    "$|[，。、；：！？,;:!?（）()“”《 \u3000\r\n]|同志|先生|女士|在|出席|主持|讲话|致[辞词]|的|作|为|对|就|带|率|到"
    "|深入|表示|指出"
    "|强调|说|等|和|与|及|也|都|又|还|要|提出|宣[读布]|传达|通报|介绍|发言|一[行道起同再]|同|来|亲|做|批示|参加|陪同"
    "|分别|代表|向|主动"
    "|调研|走访|[两二三四多几][次度]|先后|已|曾|将|十分|高度|非常|牵头|负责|任|担任|专程|始终|没有"
)
_NOT_GIVEN = frozenset(
    "的了在是和与及等各全部委会局厅省市县区镇乡村组处科室院校长记席任员副原总工党政群团机关这那有个们也要就还对为向由"
    "把被让请主同"
    "不以其之上下中内外前后左右里到从并或但如若因所着过给吗呢吧啊呀一二三四五六七八九十两几多少每某另该本我你他她它您"
)
_GIVEN_NUMBERS = frozenset("一二三四五六七八九十中上前多少本")  # 张一, 李中: in the middle of a name of three
# Offices of the whole country: their holders are named in the ordinary way.
_NATIONAL = Pattern(
    "总书记|国家(?:副)?主席|国务院|国务委员|(?<!副)总理|委员长|党?中央|全国(?:人大|政协|总工会|妇联|工商联|劳|道|五一"
    "|优秀)|全总|中华全国"
    "|中组部|中宣部|中纪委|中办|国办|军委|国家[^，。；、]{2,10}[长任]"
    "|(?:外交|国防|教育|科技|公安|民政|司法|财政|商务|交通运输|水利|农业农村|应急管理|铁道|卫生)部部?长"
)
_HONOURED = Pattern(
    "(?:楷模|榜样|英雄|功勋|烈士|全国劳模|大国工匠|感动中国|最美奋斗者|院士|先烈|先驱|诗人|作家|学者|哲学家|科学家"
    "|[们要]像)[“”、：]?$"
)
_REMEMBERED = Pattern(
    "(?:同志)?(?:的)?(?:先进)?(?:那样|一样|学习|精神|思想|理论|烈士|诗|名言|曾[经]?[说言讲]|说过|写道|云|曰|语录|事迹"
    "|式的?|故居|纪念|遗志|文选|为榜样|为代表的中国)"
)
_MASKED = Pattern(f"[{ALL}]{{1,3}}[ ]?(?:常务副|副)?(?:{'|'.join(_TITLES)})")
_JOINTS = frozenset("和、与及")
# A masked person at the head of the list, and at most a name of four behind it.
_MASKED_BEFORE = Pattern(f"[{ALL}]{{1,3}}[ ]?(?:常务副|副)?(?:{'|'.join(_TITLES)})[和、与及，][{HAN}]{{0,4}}$")
# 阿不都·热合曼
_DOTTED = Pattern(f"(?:[{HAN}]{{2,5}}[·•])+[{HAN}]{{2,5}}$")
# How far back and ahead the words about a person are looked for, in code points.
BEFORE, AFTER, BESIDE, LONGEST = 28, 8, 12, 12
MANY = 5  # binary digits of the count of a famous name whose second half is a word
PLAIN = 4  # binary digits of the count of a word that is too common to be part of a name
# 我和A、B一起; a page mark may part the last word.
_TOGETHER = Pattern(
    f"[我他她们][和与同跟](?P<list>[{HAN}]{{2,3}}(?:、[{HAN}]{{2,3}})+?)(?:[ \u3000]*[\r\n]{{1,2}}[ \u3000]*)?"
    "(?:一(?:[ \u3000]*[\r\n]{1,2}[ \u3000]*(?:[0-9]{1,3}、)?)?[起道同]|等[人一]|[两几三四]位|[两三四]人|同志)"
)


class Person(NamedTuple):
    """A name, or a surname with its title where no more is said. `name` is in simplified characters, without title.

    `parallel` says that a masked person stands beside: XX书记和王强市长. `public` that the name is one of those that
    everybody may be named by: holders of national offices, people one learns from.
    """

    span: Span
    name: str
    title: str
    parallel: bool
    public: bool


def find_people(document: Document) -> tuple[Person, ...]:
    """The people of the text, in order."""
    folded = document.folded
    found: dict[int, Person] = {}
    for start, end in document.places(TITLES):
        person = _before_title(folded, start, end) or _behind_title(folded, start, end)
        if person is not None:
            found.setdefault(person.span.start, person)
    for match in _TOGETHER.finditer(folded):
        for person in _listed(match["list"], match.start("list")):
            found.setdefault(person.span.start, person)
    return tuple(found[start] for start in sorted(found))


def _before_title(folded: str, start: int, end: int) -> Person | None:
    """The person whose name stands in front of the title `folded[start:end]`."""
    title = folded[start:end]
    if _NO_TITLE.match(folded, end, end + 2) is not None and title in (
        "书记",
        "主席",
        "主任",
        "同志",
        "组长",
        "部长",
        "院士",
        "院长",
    ):
        return None
    while folded.endswith(_RANKS, max(0, start - 1), start):
        start -= 1 + folded.endswith("常务", max(0, start - 2), start)
    beside = _beside_masked(folded, start, end)
    length = _length_before(folded, start, beside)
    if not length:
        if title in _OFFICES and _surname_alone(folded, start, end):
            return _person(folded, Span(start - 1, end), folded[start - 1], title, beside, end)
        return None
    return _person(folded, Span(start - length, start), folded[start - length : start], title, beside, end)


def _person(folded: str, span: Span, name: str, title: str, beside: bool, end: int) -> Person:
    """The person whose name and title end at `end`."""
    start = span.start
    public = not beside and (
        _is_famous(name)
        or _NATIONAL.search(_clause_before(folded, start)) is not None
        or _HONOURED.search(folded, max(0, start - 8), start) is not None
        or _REMEMBERED.match(folded, end, end + AFTER) is not None
    )
    return Person(span, name, title, beside, public)


def _is_famous(name: str) -> bool:
    """Whether official prose knows the whole name: 焦裕禄. Names such as 王建军 are many people's."""
    return len(name) > 1 and size(name) >= (MANY if size(name[1:]) > 0 else 0)


def _clause_before(folded: str, start: int) -> str:
    """What stands in front of the name in its sentence, as far as it is looked at."""
    words = folded[max(0, start - BEFORE) : start]
    cut = max(words.rfind(mark) for mark in "。；！？\r\n")
    return words[cut + 1 :]


def _length_before(folded: str, end: int, beside: bool) -> int:
    """How many characters in front of `end` are a name; 0 where none stands there."""
    dotted = _DOTTED.search(folded, max(0, end - LONGEST), end)
    if dotted is not None:
        return end - int(dotted.start())
    for length in (4, 3):
        if folded[max(0, end - length) : end - length + 2] in COMPOUND and _given(folded[end - length + 2 : end]):
            return length
    three, two = folded[max(0, end - 3) : end], folded[max(0, end - 2) : end]
    if len(three) == 3 and three[0] in CLEAR | RARE and _is_name(folded, end - 3, three, beside):
        return 3
    if len(two) == 2 and two[0] in CLEAR | RARE and _is_name(folded, end - 2, two, beside):
        return 2
    return 0


def _is_name(folded: str, start: int, name: str, beside: bool) -> bool:
    if not _given(name[1:]):
        return False
    before = folded[max(0, start - 2) : start]
    crisp = _is_crisp(before)
    if beside and crisp:
        return True
    known = size(name)
    if len(name) == 3:
        if crisp:
            clear = name[0] in CLEAR and name[0] not in DOUBTFUL
            return (clear or size(name[1:]) < PLAIN) and size(name[:2]) < PLAIN
        return (
            name[0] in CLEAR
            and size(name[:2]) < 0
            and size(name[1:]) < PLAIN
            and size(before[-1:] + name[0]) < PLAIN + 4
        )
    return known < PLAIN and crisp and (name[0] in CLEAR or known < 0) and size(before[-1:] + name[0]) < PLAIN


def _given(name: str) -> bool:
    """Whether the characters may be a given name."""
    if not name or not all(is_han(character) for character in name):
        return False
    if name[-1] in _NOT_GIVEN:
        return False
    return len(name) == 1 or name[0] not in _NOT_GIVEN or name[0] in _GIVEN_NUMBERS


def _is_crisp(before: str) -> bool:
    """Whether a name may begin behind these words."""
    return not before or not is_han(before[-1]) or before.endswith(_LEFT)


def _surname_alone(folded: str, start: int, end: int) -> bool:
    """张书记: a clear surname, with a mark or a word in front that no longer word can end in."""
    surname, before = folded[start - 1 : start], folded[max(0, start - 3) : start - 1]
    if not surname or surname not in CLEAR or surname in DOUBTFUL or size(folded[start - 1 : end]) >= 0:
        return False
    return (not before or not is_han(before[-1]) or before.endswith(_LEFT)) and size(before[-1:] + surname) < PLAIN


def _behind_title(folded: str, start: int, end: int) -> Person | None:
    """The person whose name stands behind the title: 市委书记王强主持会议."""
    if folded[end : end + 1] not in CLEAR | RARE and folded[end : end + 2] not in COMPOUND:
        return None
    title = folded[start:end]
    if title in ("同志", "先生", "女士", "老师", "常委"):
        return None
    for length in (4, 3, 2):
        name = folded[end : end + length]
        surname = name[:2] if name[:2] in COMPOUND else name[:1]
        if len(name) != length or (length == 4) > (len(surname) == 2) or _RIGHT.match(folded, end + length) is None:
            continue
        given = name[len(surname) :]
        if not _given(given) or size(name) >= PLAIN + 3 or size(name[:2]) >= PLAIN:
            continue
        if len(given) == 2 and size(given) >= PLAIN and surname in DOUBTFUL | RARE:
            continue
        if length == 2 and (surname not in CLEAR or surname in DOUBTFUL or size(name) >= 0):
            continue
        if length == 3 and given[1] in "在出主作致的为对说讲就和与等率带到表指强先同一":
            continue
        beside = _beside_masked(folded, start, end + length)
        return _person(folded, Span(end, end + length), name, title, beside, end + length)
    return None


def _beside_masked(folded: str, start: int, end: int) -> bool:
    """Whether a person whose name is masked stands in the same list: XX书记和王强市长."""
    if _MASKED_BEFORE.search(folded, max(0, start - BESIDE - 4), start) is not None:
        return True
    return folded[end : end + 1] in _JOINTS and _MASKED.match(folded, end + 1, end + 1 + BESIDE) is not None


def _listed(names: str, start: int) -> Iterator[Person]:
    """The names of 我和A、B一起; one of them at least has to look like one."""
    parts = names.split("、")
    if not any(_plain_name(part) for part in parts) or any(size(part) >= PLAIN for part in parts):
        return
    for part in parts:
        yield Person(Span(start, start + len(part)), part, "", False, _is_famous(part))
        start += len(part) + 1


def _plain_name(part: str) -> bool:
    return part[0] in CLEAR and _given(part[1:]) and not _is_famous(part)
