"""People named with a title, or in lists that only names can fill: told from surname, title and context, by no list of
people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.mask_signs import ALL
from speechlint.document.person_names import is_plain_name, is_surname_alone, name_before, name_behind
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.surnames import CLEAR
from speechlint.lexicon.vocabulary import size
from speechlint.text.charsets import HAN
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

_TITLES = (
    "书记", "主席", "主任", "秘书长", "市长", "县长", "区长", "省长", "州长", "旗长", "镇长", "乡长", "村长", "局长",
    "厅长", "部长", "处长", "科长", "股长", "院长", "校长", "会长", "社长", "馆长", "台长", "行长", "所长", "站长",
    "队长", "组长", "董事长", "理事长", "检察长", "厂长", "支书", "政委", "常委", "同志", "先生", "女士", "老师",
    "教授", "院士", "经理", "总裁", "工程师", "护士长", "总监", "巡视员", "调研员", "检察官", "法官", "同学", "医生",
    "律师", "班长", "团长", "师傅", "警官",
)  # fmt: skip
# Before the name of somebody who is no official: 城关镇居民张桂花.
_STATIONS = frozenset(("居民", "村民", "管理员", "护林员", "社员", "牧民"))
TITLES = Literals((*_TITLES, *_STATIONS))
# 书记员, 主席台, 同志们
_NO_TITLE = Pattern(
    "(?:书记[员处载]|主席[台团]|主任委员|同志[们式]|组长单位|部长级|院长级|老师傅|同学[们会录]|工程师范)"
)
# A surname alone stands before these only as a person's.
_OFFICES = frozenset(
    ("书记", "主席", "主任", "秘书长", "市长", "县长", "区长", "镇长", "局长", "厅长", "部长", "院长", "董事长",
     "省长", "州长")
)  # fmt: skip
# These stand behind a name, and what stands behind them is none.
_ADDRESSES = frozenset(("同志", "先生", "女士", "老师", "常委", "同学", "师傅"))
_TEACHERS = frozenset(("先生", "女士", "教授", "院士", "老师"))
# A guest is introduced by what he is: XX公司董事长周海明先生. Without that, 先生 and 女士 are said of the famous.
_GUESTS = frozenset(("先生", "女士"))
_INTRODUCED = Pattern(
    f"(?:[{ALL}]|经理|总裁|主席|主任|书记|会长|事长|[局厅部处校院厂]长|代表|老板|创始人|负责人)[^，。；]{{0,3}}$"
)
_SAYS = Pattern("[曾就]?(?:经)?(?:说|讲|写|指出|认为|名言|提出)")
_RANKS = ("副", "总", "务")
# Offices of the whole country: their holders are named in the ordinary way.
_NATIONAL = Pattern(
    "总书记|国家(?:副)?主席|国务院|国务委员|(?<!副)总理|委员长|党?中央|全国(?:人大|政协|总工会|妇联|工商联|劳|道|五一"
    "|优秀)|全总|中华全国|中组部|中宣部|中纪委|中办|国办|军委|国家[^，。；、]{2,10}[长任]"
    "|(?:外交|国防|教育|科技|公安|民政|司法|财政|商务|交通运输|水利|农业农村|应急管理|铁道|卫生)部部?长"
)
_HONOURED = Pattern(
    "(?:楷模|榜样|英雄|功勋|烈士|全国劳模|大国工匠|感动中国|最美奋斗者|院士|先烈|先驱|诗人|作家|学者|哲学家|科学家"
    "|[们要]像)[“”、：]?$"
)
_REMEMBERED = Pattern(
    "(?:同志)?(?:的)?(?:先进)?(?:那样|一样|学习|精神|思想|理论|烈士|诗|名言|曾[经]?[说言讲]|说过|写道|云|曰|语录|事迹"
    "|式的?|故居|纪念|遗志|文选|为榜样|的?创业|扎根|感动)"
)
_ONE_MASKED = f"[{ALL}]{{1,3}}[ ]?(?:常务副|副)?(?:{'|'.join(_TITLES)})"
_MASKED = Pattern(_ONE_MASKED)
# A masked person at the head of the list, and at most a name of four behind it.
_MASKED_BEFORE = Pattern(f"{_ONE_MASKED}[和、与及，][{HAN}]{{0,4}}$")
_JOINTS = frozenset("和、与及")
# How far back and ahead the words about a person are looked for, in code points.
BEFORE, AFTER, BESIDE, HONOUR = 28, 8, 16, 8
MANY = 5  # binary digits of the count of a famous name whose second half is a word
WHOLE = 3  # code points of a surname and a given name of two
PLAIN = 4  # binary digits of the count of a word that is no name
# 我和A、B一起, where a page mark may part the last word; A、B、C等五名同志.
_TOGETHER = Pattern(
    f"[我他她们][和与同跟](?P<list>[{HAN}]{{2,3}}(?:、[{HAN}]{{2,3}}){{1,9}}?)"
    "(?:[ \u3000]{0,4}[\r\n]{1,2}[ \u3000]{0,4})?"
    "(?:一(?:[ \u3000]{0,4}[\r\n]{1,2}[ \u3000]{0,4}(?:[0-9]{1,3}、)?)?[起道同]|等[人一]|[两几三四]位|[两三四]人|同志)"
)
_NAME = f"[{''.join(sorted(CLEAR))}][{HAN}]{{1,2}}"
_ROW = Sweep(
    f"(?P<list>[{''.join(sorted(CLEAR))}](?<!、.)[{HAN}]{{1,2}}(?:、{_NAME}){{1,40}})(?:、[{ALL}]{{1,3}}){{0,9}}"
    "(?=等?[0-9二两三四五六七八九十]{1,3}[名位]|分别|等?同志|等?(?:代表|职工|同学|老师)|作了)"
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
    return tuple(_told_with_models(folded, [found[start] for start in sorted(found)]))


def _told_with_models(folded: str, people: list[Person]) -> Iterator[Person]:
    """The people, those as public who stand between two whom everybody knows: 焦裕禄同志……；杨善洲书记……；陈毅市长."""
    for index, person in enumerate(people):
        around = people[max(0, index - 1) : index + 2]
        if (
            not person.public
            and not person.parallel
            and len(around) == WHOLE
            and all(other is person or (other.public and _is_famous(other.name)) for other in around)
            and not any(mark in folded[around[0].span.end : around[-1].span.start] for mark in "\r\n")
        ):
            yield person._replace(public=True)
        else:
            yield person


def find_listed_people(document: Document) -> Iterator[Person]:
    """The people of lists without titles: 我和A、B一起; A、B、C三位同志."""
    folded = document.folded
    for match in _TOGETHER.finditer(folded):
        yield from _listed(match["list"], match.start("list"), 1)
    for match in _ROW.finditer(folded):
        start = match.start("list")
        if size(folded[start - 1 : start + 1]) < PLAIN:
            yield from _listed(match["list"], start, len(match["list"]))


def _before_title(folded: str, start: int, end: int) -> Person | None:
    """The person whose name stands in front of the title `folded[start:end]`."""
    if _NO_TITLE.match(folded, start, end + 2) is not None:
        return None
    title = folded[start:end]
    if title in _STATIONS:
        return None
    while folded.endswith(_RANKS, max(0, start - 1), start):
        start -= 1 + folded.endswith("常务", max(0, start - 2), start)
    beside = _beside_masked(folded, start, end)
    length = name_before(folded, start, beside, title in _OFFICES)
    if length:
        return _person(folded, Span(start - length, start), folded[start - length : start], title, beside, end)
    if title in _OFFICES and is_surname_alone(folded, start, end):
        return _person(folded, Span(start - 1, end), folded[start - 1], title, beside, end)
    return None


def _behind_title(folded: str, start: int, end: int) -> Person | None:
    """The person whose name stands behind the title: 市委书记王强主持会议."""
    title = folded[start:end]
    length = 0 if title in _ADDRESSES else name_behind(folded, end)
    if not length or (title in _STATIONS and not (length == WHOLE and is_plain_name(folded[end : end + length]))):
        return None
    stop = end + length
    return _person(folded, Span(end, stop), folded[end:stop], title, _beside_masked(folded, start, stop), stop)


def _beside_masked(folded: str, start: int, end: int) -> bool:
    """Whether a person whose name is masked stands in the same list: XX书记和王强市长."""
    if _MASKED_BEFORE.search(folded, max(0, start - BESIDE), start) is not None:
        return True
    return folded[end : end + 1] in _JOINTS and _MASKED.match(folded, end + 1, end + 1 + BESIDE) is not None


def _person(folded: str, span: Span, name: str, title: str, beside: bool, end: int) -> Person:
    """The person whose name and title end at `end`."""
    public = not beside and (
        title == "院士"
        or _is_famous(name)
        or _NATIONAL.search(_clause_before(folded, span.start)) is not None
        or _HONOURED.search(folded, max(0, span.start - HONOUR), span.start) is not None
        or _REMEMBERED.match(folded, end, end + AFTER) is not None
        or (title in _GUESTS and _INTRODUCED.search(_clause_before(folded, span.start)) is None)
        or (title in _TEACHERS and ("·" in name or "•" in name or _SAYS.match(folded, end, end + AFTER) is not None))
    )
    return Person(span, name, title, beside, public)


def _is_famous(name: str) -> bool:
    """Whether official prose knows the whole name: 焦裕禄. Names such as 王建军 are many people's."""
    return len(name) > 1 and size(name) >= (MANY if size(name[1:]) > 0 else 0)


def _clause_before(folded: str, start: int) -> str:
    """What stands in front of the name in its sentence, as far as it is looked at."""
    words = folded[max(0, start - BEFORE) : start]
    return words[max(words.rfind(mark) for mark in "。；！？\r\n") + 1 :]


def _listed(names: str, start: int, wanted: int) -> Iterator[Person]:
    """The names of a list of which so many, or all, look like nothing but names."""
    parts = names.split("、")
    plain = sum(is_plain_name(part) for part in parts)
    if plain < min(wanted, len(parts)) or any(size(part) >= PLAIN for part in parts):
        return
    for part in parts:
        yield Person(Span(start, start + len(part)), part, "", False, _is_famous(part))
        start += len(part) + 1
