"""Where a name begins and ends beside a title. Patterns and words are for text in simplified characters."""

from __future__ import annotations

from speechlint.lexicon.surnames import CLEAR, COMPOUND, DOUBTFUL, RARE
from speechlint.lexicon.vocabulary import size
from speechlint.text.charsets import HAN, is_han
from speechlint.text.pattern import Pattern

# Words in front of a name, and behind one that stands behind its title.
_LEFT = (
    "由", "请", "和", "与", "同", "跟", "及", "向", "对", "让", "受", "经", "是", "到", "的", "下", "听", "了", "有",
    "给", "照", "据", "委", "府", "会", "局", "厅", "部", "院", "书记", "主任", "主席", "长", "总", "组", "处", "办",
    "师", "员", "志", "表", "模", "谢", "迎", "习", "在", "为", "以", "按", "把", "将", "被", "任", "叫", "找", "陪",
    "随", "记", "席", "像", "司", "团", "心", "省", "市", "县", "区", "镇", "乡", "村", "校", "厂", "社", "队", "所",
    "科", "室", "行", "站",
)  # fmt: skip
_RIGHT = Pattern(
    "$|[，。、；：！？,;:!?（）()“”《 \u3000\r\n]|同志|先生|女士|在|出席|主持|讲话|致[辞词]|的|作|为|对|就|带|率|到"
    "|深入|表示|指出|强调|说|等|和|与|及|也|都|又|还|要|提出|宣[读布]|传达|通报|介绍|发言|一[行道起同再]|同|来|亲自|做"
    "|批示|参加|陪同|分别|代表|向|主动|调研|走访|[两二三四多几][次度]|先后|已|曾|将|十分|高度|非常|牵头|负责|任|担任"
    "|专程|始终|没有|具体|全面|全程|亲自|因|连续"
)
_NOT_GIVEN = frozenset(
    "的了在是和与及等各全部委会局厅省市县区镇乡村组处科室院校长记席任员副原总工党政群团机关这那有个们也要就还对为向由"
    "把被让请主同不以其之上下中内外前后左右里到从并或但如若因所着过给吗呢吧啊呀一二三四五六七八九十两几多少每某另该本"
    "我你他她它您老办站所"
)
_IN_THE_MIDDLE = frozenset("一二三四五六七八九十中上前多少本")  # 张一鸣, 李中华
_NOT_LAST = frozenset("在出主作致的为对说讲就和与等率带到表指先同一")
# 阿不都·热合曼
_DOTTED = Pattern(f"(?:(?:(?![的和与是在由了])[{HAN}]){{1,5}}[·•])+[{HAN}]{{2,5}}$")
LONGEST = 12  # code points of a name of several parts
# Binary digits of the count of a word: too common for a part of a name, for a given name before an office and for a
# whole name behind its title, and for a word that a name may be cut out of.
PLAIN, COMMON, WORD = 4, 7, 8


def name_before(folded: str, end: int, beside: bool, office: bool) -> int:
    """How many characters in front of `end` are a name; 0 where none stands there.

    `beside` says that a masked name stands in the same list: then even a common noun is a name. `office` says that the
    title is one of an office: then a name may stand behind any word.
    """
    low = max(0, end - LONGEST)
    if folded.find("·", low, end) >= 0 or folded.find("•", low, end) >= 0:
        dotted = _DOTTED.search(folded, low, end)
        if dotted is not None:
            return end - int(dotted.start())
    for length in (4, 3):
        if folded[max(0, end - length) : end - length + 2] in COMPOUND and is_given(folded[end - length + 2 : end]):
            return length
    for length in (3, 2):
        name = folded[max(0, end - length) : end]
        if (
            len(name) == length
            and (name[0] in CLEAR or name[0] in RARE)
            and _is_name(folded, end, name, beside, office)
        ):
            return length
    return 0


def _is_name(folded: str, end: int, name: str, beside: bool, office: bool) -> bool:
    if not is_given(name[1:]):
        return False
    start = end - len(name)
    before = folded[max(0, start - 2) : start]
    crisp = _may_end(before)
    if beside and crisp:
        return True
    joined = size(before[-1:] + name[0])  # 再学习下|周江: 下周 is a word, too
    if len(name) == 2:
        return crisp and name[0] in CLEAR and size(name) < PLAIN and joined < PLAIN
    if crisp:
        clear = name[0] in CLEAR and name[0] not in DOUBTFUL
        return size(name[:2]) < PLAIN and (clear or size(name[1:]) < (COMMON if office else PLAIN))
    return office and name[0] in CLEAR and size(name[:2]) < 0 and size(name[1:]) < PLAIN and joined < WORD


def is_given(name: str) -> bool:
    """Whether the characters may be a given name."""
    if not name or name[-1] in _NOT_GIVEN or not all(is_han(character) for character in name):
        return False
    return len(name) == 1 or name[0] not in _NOT_GIVEN or name[0] in _IN_THE_MIDDLE


def _may_end(before: str) -> bool:
    """Whether a name may begin behind these words."""
    return not before or not is_han(before[-1]) or before.endswith(_LEFT)


def is_surname_alone(folded: str, start: int, end: int) -> bool:
    """Whether a surname stands right before the title `folded[start:end]`, and no longer word that ends in it."""
    surname, before = folded[start - 1 : start], folded[max(0, start - 3) : start - 1]
    if not surname or surname not in CLEAR or surname in DOUBTFUL or size(folded[start - 1 : end]) >= 0:
        return False
    return _may_end(before) and size(before[-1:] + surname) < PLAIN


def name_behind(folded: str, start: int) -> int:
    """How many characters from `start` on, behind a title, are a name; 0 where none stands there."""
    first = folded[start : start + 1]
    if first not in CLEAR and first not in RARE and folded[start : start + 2] not in COMPOUND:
        return 0
    for length in (4, 3, 2):
        name = folded[start : start + length]
        end = start + length
        if folded.startswith("强调", end - 1):
            continue
        if len(name) == length and _RIGHT.match(folded, end) is not None and _is_name_behind(name):
            return length
    return 0


def _is_name_behind(name: str) -> bool:
    surname = name[:2] if name[:2] in COMPOUND else name[:1]
    given = name[len(surname) :]
    if not is_given(given) or len(given) > 2 or size(name) >= COMMON or size(name[:2]) >= PLAIN:
        return False
    if len(given) == 1:
        return len(surname) == 2 or (surname in CLEAR and surname not in DOUBTFUL and size(name) < 0)
    if given[1] in _NOT_LAST:
        return False
    return size(given) < PLAIN or len(surname) == 2 or (surname in CLEAR and surname not in DOUBTFUL)


def is_plain_name(name: str) -> bool:
    """Whether two or three characters look like nothing but a name."""
    return name[0] in CLEAR and is_given(name[1:]) and size(name) < 0 and size(name[:2]) < PLAIN
