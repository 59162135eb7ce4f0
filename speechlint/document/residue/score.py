"""How strongly a unit speaks for a site."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.document.residue.addresses import Address
from speechlint.document.residue.clues import DECISIVE, Hit
from speechlint.document.residue.matter import count_matter
from speechlint.document.residue.own_voice import MUCH, speaks_for_writer
from speechlint.document.residue.units import Unit
from speechlint.document.residue.words.parts import words as listed
from speechlint.text.charsets import SENTENCE_ENDS, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

# A warning from here on, an error from DECISIVE on.
ENOUGH = 4
_WEAK = 3
_LONGEST_NOTICE = 60
# Words of the draft's own matter; a sentence with several of them is the writer's.
_MATTER = frozenset(
    listed(
        "职工|工会|工人|劳模|同志|群众|干部|党|人民|居民|村民|社区|建设|发展|推进|加强|落实|贯彻|坚持|做好|提升|服务|组织|工作|会议|精神|领导|单位|企业|部门|各级"
        "|全市|全县|全省|全区|任务|安全|生产|改革|经济|社会|政府|大力|切实|努力|培训|活动|保障|管理|制度|教育|宣传|群体|市民|机关|学校|系统|代表|大会|建立|机制|健全|完善|乡亲"
    )
)
# More of them do not count.
_MUCH_MATTER = 3
# A periodical speaks of its own rights.
_OWN_PAPER = listed("本刊|本报|本简报|本通报|本内参|本期|本书|本会|我刊|我社|我报|编辑部")
# Words of a notice that calls people together: there a group's number is wanted.
_CALL = listed(
    "报名|参会|参训|学员|会务|联系人|联系电话|咨询电话|回执|请于|按时|准时|参赛|选手|考生|家长|报到|培训班|志愿者|投票"
)
_LAW = listed(
    "不得|应当|严厉打击|查处|整治|依法|依照|按照|规定|公民|行政|机关|任何单位|任何组织|任何个人|单位和个人|人民法院|本法|本条例|本办法|著作权人|主管部门|处罚|罚款|违法行为|涉密"
    "|保密|追究|纪律|泄露|责任人"
)
_ARTICLE = Pattern("第[一二三四五六七八九十百零0-9]+条")
# Members of a trade union pay nothing and read in its own library.
_UNION = listed("工会|职工|体检|观影|借阅|图书|热线|电影")
_OWN_VOICE = Pattern("(?<!自)我(?!要投稿|国|要纠错|要评论)|本人|咱")
_COUNTING = frozenset("一二三四五六七八九十（(0123456789第①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_NUMBERED = Pattern(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[、.．](?![0-9])|第[一二三四五六七八九十]+[,，、章节条]|[①-⑳])"
)
_GENRES = listed(
    "讲话|发言|致辞|报告|总结|通知|意见|方案|规定|办法|计划|要点|主持词|演讲|汇报|倡议书|公告|决定|条例|制度|纪要|函"
)
_SITE_NAME = Pattern(r"[^\s，。、：；！？]{2,13}(?<=网|网站|站|库|文秘|家|吧|园|社|馆|号|坊|圈|秘|杆|记)")
_TITLE = Pattern("《[^》\n]{0,80}》|〈[^〉\n]{0,60}〉")


class Verdict(NamedTuple):
    kind: str
    score: int
    evidence: tuple[str, ...]


def judge(
    text: str, unit: Unit, hits: Sequence[Hit], addresses: Sequence[Address], line: Span, at_edge: bool
) -> Verdict | None:
    """What the unit is, or None where too little speaks for a site. `text` is in simplified characters."""
    counted = _count(hits)
    weight = 0
    top: Hit | None = None  # the heaviest; part of a site's name only where nothing else stands
    for hit in counted:
        weight += hit.clue.weight
        if top is None or (top.clue.kind == "site-name-line" != hit.clue.kind):
            top = hit
    if addresses:
        weight += 6 if addresses[0].disguised else 0 if addresses[0].official else 3
    if not weight:
        return None
    if not counted and unit.bracketed and addresses[0].framed and not addresses[0].disguised:
        return None  # an address alone in brackets explains the name in front of them
    kind = top.clue.kind if top is not None and (not addresses or top.clue.weight >= 3) else "contact-or-url"
    if addresses and kind == "site-name-line":
        kind = "contact-or-url"
    inner = unit.inner
    words = text[inner.start : inner.end]
    whole = not text[line.start : unit.span.start].strip() and not text[unit.span.end : line.end].strip()
    score = weight
    if weight > 2:
        score += unit.bracketed
        if whole and len(words) <= _LONGEST_NOTICE and not unit.bracketed:
            score += words[-1:] not in SENTENCE_ENDS
            score += 2 * (at_edge and words[-1:] not in "。？?")
    strongest = top.clue.weight if top is not None else 0
    if strongest < DECISIVE and not unit.bracketed and words[-1:] == "。":
        score -= 1
    if strongest <= DECISIVE:
        score -= _against(words, kind, strongest, unit.bracketed)
    if counted and not addresses and all(_quoted(text, hit.start, inner) for hit in counted):
        score -= MUCH
    if score >= ENOUGH:
        score -= speaks_for_writer(text, unit, counted, kind)
    if score < ENOUGH or (kind == "site-name-line" and not (whole and _SITE_NAME.fullmatch(words))):
        return None
    names = dict.fromkeys(text[hit.start : hit.end] for hit in counted)
    return Verdict(kind, score, (*names, *(address.span.of(text) for address in addresses)))


def _count(hits: Sequence[Hit]) -> list[Hit]:
    """Each clue once; of clues that overlap, the heaviest. The heavier ones first."""
    counted: list[Hit] = []
    names: set[str] = set()
    for hit in sorted(hits, key=_weight_and_start) if len(hits) > 1 else hits:
        start, end, clue = hit
        if clue.name in names:
            continue
        for other in counted:
            if other.start < end and start < other.end:
                break
        else:
            counted.append(hit)
            names.add(clue.name)
    return counted


def _weight_and_start(hit: Hit) -> tuple[int, int]:
    return -hit.clue.weight, hit.start


def _against(words: str, kind: str, strongest: int, bracketed: bool) -> int:
    """Points for the unit being the writer's own."""
    bare = _TITLE.sub("", words) if "《" in words or "〈" in words else words
    matter = count_matter(bare, _MATTER, _MUCH_MATTER)
    points = 0
    if matter and not bracketed and strongest < DECISIVE:
        points += min(2 * matter - 1, 4)
    elif matter > 2 and not bracketed and kind not in ("omitted-chars", "editor-boilerplate"):
        points += 3
    if kind in ("use-prohibition", "disclaimer", "paywall", "ad-block", "unfinished-notice") and (
        holds_any(bare, _LAW)
        or ("第" in bare and _ARTICLE.search(bare))
        or (kind == "paywall" and holds_any(bare, _UNION))
    ):
        points += 4
    if kind in ("use-prohibition", "disclaimer") and holds_any(bare, _OWN_PAPER):
        points += 9
    if kind in ("ad-block", "contact-or-url") and holds_any(bare, _CALL):
        points += 4
    if (
        strongest < DECISIVE
        and kind == "editor-boilerplate"
        and holds_any(bare, ("我", "本人", "咱"))
        and _OWN_VOICE.search(bare)
    ):
        points += 4
    # A list of what was done: 选编、菜单、诵读.
    if kind == "editor-boilerplate" and strongest <= _WEAK and words.count("、") > 1:
        points += 3
    if strongest < DECISIVE and (_is_numbered(words) or _ends_as_title(words)):
        points += 3
    return points


def _is_numbered(words: str) -> bool:
    return words.lstrip()[:1] in _COUNTING and _NUMBERED.match(words) is not None


def _ends_as_title(words: str) -> bool:
    """Whether the words end in a kind of speech or document, 稿 and a note in brackets aside."""
    end = words[-24:].rstrip()
    if end[-1:] not in ("）", ")"):
        return _names_draft(end)
    opened = range(max(0, len(end) - 14), len(end) - 2)
    return any(end[at] in "（(" and _names_draft(end[:at]) for at in opened)


def _names_draft(end: str) -> bool:
    bare = end[:-1] if end.endswith("稿") else end[:-2] if end.endswith(("材料", "提纲")) else end
    return bare.endswith(_GENRES)


def _quoted(text: str, place: int, inner: Span) -> bool:
    """Whether the place lies in quotation marks or in a title, and the unit has words outside of them."""
    before = text[inner.start : place]
    for left, right in ("“”", "‘’", "「」", "『』", "《》"):
        at = before.rfind(left)
        if at <= before.rfind(right):
            continue
        if at > 1:
            return True
        # “不得转载”等字样: the quotation opens the sentence, and the sentence goes on behind it.
        closed = text.find(right, place, inner.end)
        if closed >= 0 and sum(map(is_han, text[closed + 1 : inner.end])) > 1:
            return True
    return False
