"""Names of the divisions of China: provinces, prefectures, counties, and the short forms that people say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cache
from pathlib import Path

from speechlint.lexicon.literals import PIECE, Literals
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

_MUNICIPALITIES = ("11", "12", "31", "50")
_PEOPLES = (
    "壮族|回族|满族|苗族|彝族|藏族|蒙古族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族"
    "|东乡族|纳西族|景颇族"
    "|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|朝鲜族|塔吉克|怒族|鄂温克族"
    "|鄂伦春|保安族|裕固族"
    "|独龙族|布依族|维吾尔|蒙古|各族"
)
_AUTONOMOUS = Pattern(f"(?<=..)(?:{_PEOPLES})*自治[区州县旗]$")
_SUFFIX = Pattern("(?<=..)(?:特别行政区|新区|林区|地区|[省市县区州盟])$")
# Short forms of prefectures and provinces that are words, or parts of words, too. Those of counties often are.
_WORDS = frozenset(
    ("来宾", "朝阳", "中山", "东方", "平安", "大同", "安康", "日照", "长治", "三明", "海东", "海北", "海西", "海南",
     "开封", "阿里", "白银", "中卫", "黄山", "文山", "孝感", "红河", "大理", "白山", "和田", "山南", "新乡", "河池",
     "普洱", "凉山", "通化", "保定")
)  # fmt: skip


# 宁波市民 is 宁波 and 市民.
_BEGINNINGS = frozenset(("市民", "市场", "市值", "市面", "市价", "市容"))


class Rank(IntEnum):
    """How large a division is."""

    PROVINCE = 0
    PREFECTURE = 1
    COUNTY = 2


class Place(NamedTuple):
    """A name of one or more divisions. `codes` are those of the provinces (2 digits) or prefectures (4) they lie in.

    `full` says whether the name ends in what the division is (余姚市); `common` that a short form may be a word, too.
    """

    codes: frozenset[str]
    rank: Rank
    full: bool
    common: bool


class Hit(NamedTuple):
    """A name in a text, `[start, end)` in code points."""

    start: int
    end: int
    place: Place


# What some cities are called beside a preposition (在杭, 来厦), with the code of each; and provinces before a quarter
# of the compass (闽西南).
CITY_SIGNS: Mapping[str, str] = {
    "沪": "31", "渝": "50", "杭": "3301", "甬": "3302", "厦": "3502", "榕": "3501", "穗": "4401", "莞": "4419",
    "锡": "3202", "蓉": "5101", "邕": "4501", "昆": "5301", "汉": "4201", "宁": "3201", "温": "3303", "泉": "3505",
    "漳": "3506", "绍": "3306",
}  # fmt: skip
PROVINCE_SIGNS: Mapping[str, str] = {
    "冀": "13", "晋": "14", "辽": "21", "苏": "32", "浙": "33", "皖": "34", "闽": "35", "赣": "36", "鲁": "37",
    "豫": "41", "鄂": "42", "湘": "43", "粤": "44", "桂": "45", "川": "51", "黔": "52", "滇": "53", "陕": "61",
    "陇": "62",
}  # fmt: skip


def find_places(folded: str) -> Iterator[Hit]:
    """The names of divisions in a text in simplified characters, the longest ones, in order. Linear in the text."""
    last = 0
    for start in _heads(folded):
        if start < last:
            continue
        for name, place in _names(folded[start : start + 2]):
            end = start + len(name)
            if folded.startswith(name, start) and folded[end - 1 : end + 1] not in _BEGINNINGS:
                yield Hit(start, end, place)
                last = end
                break


def _heads(folded: str) -> Iterator[int]:
    """Where the first two characters of a name stand, in order."""
    for begin in range(0, len(folded), PIECE):
        # A piece goes one character on, so that each place is in one of them.
        for start, _ in _HEADS.places(folded[begin : begin + PIECE + 1]):
            yield begin + start


@cache
def _names(head: str) -> tuple[tuple[str, Place], ...]:
    """The names that begin with two characters, the longest first."""
    codes: dict[str, set[str]] = defaultdict(set)
    ranks: dict[str, Rank] = {}
    short: dict[str, bool] = {}
    for code, rank, name in _rows()[head]:
        for form in dict.fromkeys((name, short_form(name))):
            short[form] = short.get(form, True) and form != name
            ranks[form] = min(ranks.get(form, rank), rank)
            codes[form].add(code)
    names = [
        (name, Place(frozenset(codes[name]), rank, not short[name], short[name] and _is_word(name, rank)))
        for name, rank in ranks.items()
    ]
    return tuple(sorted(names, key=lambda named: -len(named[0])))


def _is_word(short: str, rank: Rank) -> bool:
    return rank is Rank.COUNTY or short in _WORDS


@cache
def _rows() -> Mapping[str, list[tuple[str, Rank, str]]]:
    """Code, rank and full name of every division, by the two characters that it begins with, as do its short forms.

    The file is read once a process, at the first question; the short forms of a name are found when its head stands in
    a text, for most never do.
    """
    rows: dict[str, list[tuple[str, Rank, str]]] = defaultdict(list)
    for line in Path(__file__).with_name("places.txt").read_text(encoding="utf-8").split("\n"):
        code, _, row = line.partition(" ")
        if not row or code == "#":
            continue
        for number, name in enumerate(row.split(" ")):
            rank = Rank.PROVINCE if len(code) == 2 else Rank.COUNTY if number else Rank.PREFECTURE
            if name != "-" and (rank is not Rank.PREFECTURE or code[:2] not in _MUNICIPALITIES):
                rows[name[:2]].append((code, rank, name))
    return rows


def short_form(name: str) -> str:
    """What people say for a division: 余姚 for 余姚市, 景宁 for 景宁畲族自治县; the name itself where they say all."""
    bare = _AUTONOMOUS.sub("", name)
    return _SUFFIX.sub("", name) if bare == name else bare


# What names begin with, two characters each.
_HEADS = Literals(lambda: tuple(_rows()), both_scripts=False)
