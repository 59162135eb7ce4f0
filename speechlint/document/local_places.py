"""Real places in a draft that masks its own: which of the names in the text are likely those that were to be hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from speechlint.document.place_signs import find_neighbours, find_signs
from speechlint.lexicon.places import Hit, Rank, find_places
from speechlint.lexicon.vocabulary import size
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import last_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Full names that are words, too: they count only in the company of their neighbours.
_COMMON_NAMES = frozenset(
    ("新城区", "新市区", "市中区", "城中区", "城关区", "港口区", "海港区", "湖滨区", "向阳区", "前进区", "中原区",
     "解放区", "老城区", "路南区", "路北区", "江南区", "江北区", "南部县", "友好区", "沿河区", "平房区", "城东区",
     "城西区", "城北区", "城南区", "桥东区", "桥西区", "铁东区", "铁西区", "新建区", "新建县", "比如县", "浦东新区",
     "滨海新区", "东风区", "任县", "应县", "成县", "和县", "通县")
)  # fmt: skip
_ORGAN = (
    "(?:委|人民政府|政府|总工会|工会|总商会|人大|政协|党委|纪委|监委|法院|检察院|公安|财政|教育|人社|民政|卫健|农业"
    "|文旅|司法|税务"
    "|[^，。；、 \r\n]{1,6}(?:局|厅|委员会|办公室)|妇联|团委|残联|科协|机关|各|全|职工|企业|干部|群众|人民|市民|农民)"
)
_LOCAL = Pattern(f"[省市县区州]?{_ORGAN}")
_ORGAN_BEHIND = Pattern(_ORGAN)
# Names that tell of something else than of where the draft is from.
_FIXED = Pattern(
    "大学|学院|精神|会议(?:精神|上)|起义|战役|会战|保卫战|冬奥|奥运|世博|亚运|进博|合作组织|公报|宣言|共识|协[定议]"
    "|议定书|经验|模式|速度"
    "|时间|路|人民大会堂|会师|战争|事变|惨案|大屠杀|条约|特区|自贸|自由贸易|话|银行|证券|茅台|老区|苏区|根据地|整风"
    "|时期|讲话|籍|号|舰|湾"
    "|峰会|论坛|博览会|地震|疫情|画派|商人|工商|日报|晚报|卫视|湖水|龙井|大桥|高铁|铁路|高速|机场"
)
_AWAY = Pattern(
    "赴|前往|去|学习|考察|借鉴|取经|对标|招商|援|对口|帮扶|结对|协作|支[援持]|来自|出生|祖籍|毕业|参观|洽谈|流向|往返"
    "|销往|飞往|开往"
    "|直达|接壤|毗邻|相邻|兄弟|外省|外地|先进地区|发达地区|例如|比如|譬如|全国|国务院|中央|党中央|当年|革命|红军|抗战"
    "|长征|历史|古代"
)
_AWAY_BEHIND = Pattern(
    "[省市县区]?(?:等(?:地|省|城市|市|兄弟|先进|发达)|学习|考察|取经|招商|参观|的(?:经验|做法|先进)|经验|做法|模式|籍"
    "|方向|至|到|—|-)"
    "|(?:、在?\\p{Han}{2,4}){0,3}(?:参观|考察|取经|挂职|引进|学来|学到|引来)"
)
_NEARNESS = frozenset("在来驻返留入抵与对向和像给从跟到")
_GOES_ON = Pattern(
    "[的、，。；,;”）]|召开|举[行办]|设立|落[地户成]|创[业办]|就业|务工|投资|企业|职工|工会|开[幕展工]|签约|调研|等"
    "|总工会|区|市|县|期间|揭牌|成立|建设|实施"
)
_CLAUSE_ENDS = "，。；！？,\r\n"
CLAUSE, BESIDE, TITLE_REACH = 16, 8, 40  # code points
SEVERAL = 3  # mentions of one city or province that make it the draft's own
COMMON = 8  # binary digits of the count of a word that a short name may be cut out of
_CAPITAL = "11"


class LocalPlace(NamedTuple):
    """A name that tells where the draft is from. `home` says whether other names in the text tell of the same place."""

    span: Span
    home: bool


def find_local_places(document: Document) -> tuple[LocalPlace, ...]:
    """The places that a draft with masked places names all the same, in order; () for other texts."""
    if not document.hidden.hides_places:
        return ()
    folded = document.folded
    hits = [hit for hit in find_places(folded) if not _is_part(folded, hit) and not _in_title(folded, hit.start)]
    away = [_is_away(folded, hit) for hit in hits]
    home = _home(folded, hits, away)
    # A city that is leaked with its 市 is leaked without, too.
    leaked = {hit.place.codes for hit, far in zip(hits, away, strict=True) if _is_city(folded, hit) and not far}
    found = [
        LocalPlace(Span(hit.start, hit.end), not home.isdisjoint(hit.place.codes))
        for number, hit in enumerate(hits)
        if _is_local(folded, hits, number, away[number], home)
        or (hit.place.codes in leaked and hit.place.rank is Rank.PREFECTURE and not hit.place.common)
    ]
    taken = {offset for place in found for offset in range(*place.span)} | {hit.start for hit in hits}
    found += [LocalPlace(span, at_home) for span, at_home in find_signs(folded, home) if span.start not in taken]
    found += [LocalPlace(span, False) for span in find_neighbours(document) if taken.isdisjoint(range(*span))]
    return tuple(sorted(found))


def _is_city(folded: str, hit: Hit) -> bool:
    return hit.place.full and hit.place.rank is Rank.PREFECTURE and not _is_common(folded[hit.start : hit.end])


def _is_part(folded: str, hit: Hit) -> bool:
    """Whether the characters of the name belong to other words: 南[通过], 现[任县]长, 适[应城市]."""
    start, end, place = hit
    before = size(folded[start - 1 : start + 1])
    if place.full:
        return before >= COMMON // 2 if end - start == 2 else min(before, size(folded[start + 1 : end])) >= COMMON
    return before >= COMMON + 2 or size(folded[end - 1 : end + 1]) >= COMMON


def _in_title(folded: str, start: int) -> bool:
    """Whether the place lies in 《》."""
    opener = folded.rfind("《", max(0, start - TITLE_REACH), start)
    return opener >= 0 and folded.find("》", opener, start) < 0


def _is_away(folded: str, hit: Hit) -> bool:
    """Whether the sentence speaks of the place as of one elsewhere, or of what is known by its name."""
    if not hit.place.full and _FIXED.match(folded, hit.end, hit.end + BESIDE) is not None:
        return True
    low = max(0, hit.start - CLAUSE)
    clause = max(low, last_of(_CLAUSE_ENDS, folded, low, hit.start) + 1)
    return (
        _AWAY.search(folded, clause, hit.start) is not None
        or _AWAY_BEHIND.match(folded, hit.end, hit.end + BESIDE) is not None
    )


def _is_common(name: str) -> bool:
    """Whether a full name is a word, too: 东区, 新城区."""
    return name in _COMMON_NAMES or (len(name) == 2 and name[1] == "区")


def _home(folded: str, hits: Sequence[Hit], away: Sequence[bool]) -> frozenset[str]:
    """The codes of the divisions that several names agree upon, or one that is named with its offices."""
    names: dict[str, set[str]] = defaultdict(set)
    counts: dict[str, int] = defaultdict(int)
    sure: set[str] = set()
    for number, (start, end, place) in enumerate(hits):
        if away[number] or (number + 1 < len(hits) and hits[number + 1].start == end):
            continue
        if place.full and not _is_common(folded[start:end]):
            for code in place.codes:
                names[code].add(folded[start:end])
        if len(place.codes) == 1 and place.rank < Rank.COUNTY:
            (code,) = place.codes
            counts[code] += 1
            if _LOCAL.match(folded, end, end + BESIDE) is not None and code != _CAPITAL:
                counts[code] += 1
                if place.full and place.rank is Rank.PREFECTURE:
                    sure.add(code)
    sure.update(code for code, found in names.items() if len(found) > 1 and len(code) > 2)
    sure.update(code for code, count in counts.items() if count >= SEVERAL and code != _CAPITAL)
    return frozenset(sure | {code[:2] for code in sure if code[:2] != _CAPITAL})


def _is_local(folded: str, hits: Sequence[Hit], number: int, away: bool, home: frozenset[str]) -> bool:
    start, end, place = hits[number]
    at_home = not home.isdisjoint(place.codes)
    if place.full:
        if place.rank is Rank.PROVINCE:
            return at_home or (not away and _ORGAN_BEHIND.match(folded, end, end + BESIDE) is not None)
        return at_home or (not away and not _is_common(folded[start:end]))
    if place.rank is Rank.COUNTY or place.common:
        return at_home and (_is_listed(folded, hits, number, home) or _is_set(folded, start, end))
    if at_home:
        return True
    if away or _CAPITAL in place.codes:
        return False
    organ = _LOCAL.match(folded, end, end + BESIDE) is not None
    near = folded[start - 1 : start] in ("在", "驻", "来", "返") and _GOES_ON.match(folded, end, end + 3) is not None
    return organ or (near and place.rank is Rank.PREFECTURE)


def _is_listed(folded: str, hits: Sequence[Hit], number: int, home: frozenset[str]) -> bool:
    """Whether 、 parts the name from another one of the same home."""
    for other in (number - 1, number + 1):
        if 0 <= other < len(hits) and not home.isdisjoint(hits[other].place.codes):
            first, second = hits[min(number, other)], hits[max(number, other)]
            if folded[first.end : second.start] in ("、", "和", "与", "及", "，"):
                return True
    return False


def _is_set(folded: str, start: int, end: int) -> bool:
    """Whether the name stands between words that only a place or a person can stand between: 在建德召开."""
    return folded[start - 1 : start] in _NEARNESS and _GOES_ON.match(folded, end, end + 3) is not None
