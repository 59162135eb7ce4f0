"""Lines that are part of a web page: its data sheet, its buttons, the way to it."""

from __future__ import annotations

from functools import cache

from speechlint.document.residue.words.labels import (
    MENU,
    NO_AUTHOR,
    OPENERS,
    PLAIN_BUTTONS,
    PLAIN_FIELDS,
    SITE_BUTTONS,
    SITE_FIELDS,
    WHEREABOUTS,
)
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

LONGEST_LABEL_LINE = 200
_LONGEST_ROW = 40


class Label(NamedTuple):
    """What a line is on its page; `opens` where other pages are listed below it."""

    kind: str
    weight: int
    evidence: str
    opens: bool = False


def _any(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(sorted((word.replace("+", r"\+") for word in words), key=len, reverse=True))


@cache
def _field() -> Pattern:
    return Pattern(
        rf"(?:(?P<site>{_any(SITE_FIELDS)})\s*(?:[:：】]|\s(?=[0-9]))|(?P<plain>{_any(PLAIN_FIELDS)})\s*[:：】])"
        r"\s*(?P<value>[^\s:：|｜]{0,40})"
    )


@cache
def _nobody() -> Pattern:
    return Pattern(
        rf"(?:作者|来源|编辑|责任编辑|责编|上传|文章作者|文章来源)\s*[:：]\s*(?:{_any(NO_AUTHOR)})(?![一-鿿])"
    )


_NICKNAME = Pattern(r"[（(【\[]?(?:责任编辑|责编|编辑)\s*[:：]\s*(?:小[一-鿿]儿?|阿[一-鿿])[）)】\]]?")


@cache
def _whereabouts() -> Pattern:
    return Pattern(rf"\s*[【\[]?(?:{_any(WHEREABOUTS)})\s*(?:[:：是>]|\s)")


@cache
def _opener() -> Pattern:
    return Pattern(
        rf"\s*(?:【[^】]{{2,60}}】的?)?[【\[（(<《>»◆●·☆-]?\s*(?:{_any(OPENERS)})\s*(?:[】\]）)>]\s*[:：]?|[:：])"
    )


@cache
def _buttons() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset((*SITE_BUTTONS, *MENU)), frozenset(PLAIN_BUTTONS)


_MORE = Pattern(
    r"更多\s*(?:[^，。！？:：\s]{2,16}(?:稿|范文|讲话|致辞|总结|报告|资料|材料|文档|文章|心得)(?:推荐)?\s*(?:[:：]|[>》]+)|>+)"
)
_LONGEST_TAIL = 160
# The name of the file that was downloaded.
_FILE = Pattern(r"(?!附|[0-9]{1,2}[.、])[^\s/\\:：，。；]{4,40}\.(?i:docx?|wps|pdf)")
_TOKEN = Pattern(r"[^\s|｜/／·•,，、\[\]［］｛｝{}【】()（）〔〕<>＞»«›:：!！。—*★☆◆●▲▼■□]+")
_COMMAND = Pattern(
    r"(?:下载|复制|打印|收藏|分享|转发|举报)(?:本文|本页|该页|该文|文档|全文|正文|文章)(?i:word|pdf|docx?)?(?:版|格式|文档)?"
)
_COUNT = Pattern(r"[共第]?[0-9]+[条次人个页]?|\.{2,}|…+")
_COUNTED = Pattern(
    r"(?:阅读|浏览|评论|点赞|收藏|转发|点击|下载|分享|赞)量?数?\s*[(（]?[0-9.]+\s*[万wk+次)）]*"
    r"|(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: [0-9:]+)?"
)
_MOMENT = Pattern(r"(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:\s+|T)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
# A machine gives seconds; who calls a meeting does not.
_SECOND = Pattern(
    r"(?:时间|日期)\s*[:：]\s*(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\s+[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
)
# One field a line, as stores of documents have them.
_SHEET_LINE = Pattern(
    r"(?:文档)?ID\s*[:：]\s*[0-9]{5,12}|大小\s*[:：]\s*[0-9.]+\s*(?i:[kmg]b?)|页数\s*[:：]\s*[0-9]{1,4}\s*页?"
    r"|时间\s*[:：]\s*20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}"
)
# The caption of a picture of a page, and an address with the name of a section: 【www.….com--报告】.
_PICTURED = Pattern(r"[^，。；]{2,60}[ _]?_第[0-9]{1,4}页")
_STAMPED = Pattern(r"[【\[]\s*www\.[A-Za-z0-9.-]{3,40}\s*[-—–|]{1,3}\s*[^】\]]{1,12}[】\]]")
_FEWEST_IN_COLUMN = 3
# Without one of these fields, a time and a number are those of a record.
_TELLING = frozenset(
    ("作者", "来源", "责任编辑", "责编", "编辑", "栏目", "格式", "字号", "字体", "点击", "阅读", "大小", "页数")
)
_OPENING = Pattern(r"\s*(?:[【\[（(]|(?:19|20)[0-9]{2}[-/.年]|[^\s:：，。]{1,6}\s{0,4}[:：]|[^\s:：，。]{2,6}\s[0-9])")
_ARROW = Pattern(r"\s*[>＞»›→]+\s*|\s+[-/|]\s+")
_HOME = Pattern(r"\s*(?:[^\s:：]{1,6}\s*[:：]\s*)?(?:网站)?(?:首页|主页)\s*(?:[>＞»›→]|[-/|]|\s)")
_SITE_FIRST = Pattern(
    r"[^\s，。>＞:：]{1,14}(?:网站?|站|库|文秘|之家|大全|范文|频道)(?:\s*[>＞»›→]+|\s+(?=[^\s]{0,4}导航$))"
)
_MENUS = ("导航", "栏目导航", "顶部导航", "顶部栏目导航", "网站导航", "频道导航", "主导航", "全站导航")
_PAGE_END = Pattern(r"(?:正文|内容|详情|文章|全文|阅读|浏览文章|查看)\s*$")
_SECTIONS = Pattern(
    r"范文|文秘|资讯|新闻|公文|讲话|总结|资料|写作|频道|栏目|专题|文库|大全|心得|材料|报告|演讲|党团|动态|公告|教育|作文|论文"
)
_MEETING = Pattern(r"地\s*点|主\s*持|参\s*加|出\s*席|列\s*席|记\s*录|缺\s*席|议\s*题|议\s*程|参会|集合|报名")
# Papers of a journal, and a program's own version: facts that the author gives.
_PAPER = ("中图分类号", "文献标识码", "收稿日期", "修回日期", "基金项目", "版本号", "软件版本", "版本：V")
_REGISTER = Pattern(r"索\s*引\s*号|发文字号|发文机关|成文日期|主题分类|发布机构|文\s*号")
_SIZES = Pattern(
    r"(?:字号|字体|文字)?\s*(?:大小)?\s*[:：]?\s*[\[［【（(]?\s*(?:大\s*[\]】]?\s*[\[【|/]?\s*中\s*[\]】]?\s*[\[【|/]?\s*小|小\s*[\]】]?\s*[\[【|/]?\s*中\s*[\]】]?\s*[\[【|/]?\s*大)\s*[\]］】）)]?"
)


def read_label(words: str, beside: str, at_edge: bool, on_top: bool = False) -> Label | None:
    """What the line `words` (simplified characters) is on a page, or None; `beside` are the words around it.

    `on_top` is a line above the title, one of the first few.
    """
    if len(words) > LONGEST_LABEL_LINE:
        return None
    if on_top and _FILE.fullmatch(words) is not None and sum(map(beside.count, (".doc", ".wps", ".pdf"))) == 1:
        return Label("upload-metadata", 5, words[-5:])
    return (
        _trail(words, at_edge)
        or _listing(words, at_edge)
        or _row_of_buttons(words)
        or _data_sheet(words, beside, at_edge)
        or _printed(words)
        or (_column(words, beside) if at_edge else None)
    )


def only_buttons(words: str) -> bool:
    """Whether the line holds nothing but words that stand on buttons; beside residue they are buttons."""
    tokens = _TOKEN.compiled.findall(words) if len(words) <= _LONGEST_ROW else ()
    site, plain = _buttons()
    return bool(tokens) and all(token in site or token in plain for token in tokens)


def _trail(words: str, at_edge: bool) -> Label | None:
    """A way through the site: `当前位置：首页 > 讲话 > 正文`."""
    steps = len(_ARROW.findall(words))
    if _whereabouts().match(words):
        if steps or "首页" in words or _SECTIONS.search(words) or at_edge:
            return Label("breadcrumb", 8 if steps else 5, "当前位置")
        return None
    if at_edge and _is_site_trail(words):
        return Label("breadcrumb", 6, "网")
    if _HOME.match(words) is None or len(words) > 100:
        return None
    if any(mark in words for mark in "，。；"):
        return None
    arrows = sum(words.count(mark) for mark in ">＞»›→")
    if arrows or (steps and (_PAGE_END.search(words) or _SECTIONS.search(words))):
        return Label("breadcrumb", 7, "首页")
    links = sum(1 for token in _TOKEN.finditer(words) if token.group() in _buttons()[0])
    if links >= 2 or (at_edge and (_SECTIONS.search(words) or _PAGE_END.search(words)) and len(words.split()) >= 3):
        return Label("breadcrumb", 5, "首页")
    return None


def _is_site_trail(words: str) -> bool:
    """Whether the way begins with the site's name: `某某范文网 > 讲话 > 正文`, `某某网　栏目导航`."""
    match = _SITE_FIRST.match(words)
    if match is None or any(mark in words for mark in "，。；：") or len(words) > 100:
        return False
    rest = words[match.end() :].strip()
    arrows = sum(words.count(mark) for mark in ">＞»›→")
    return rest in _MENUS or (arrows > 0 and _SECTIONS.search(rest) is not None)


def _listing(words: str, at_edge: bool) -> Label | None:
    """A line that names another page: `上一篇：…`."""
    if _also_seen(words) or _more_of(words):
        return Label("button-label", 6, words[-12:], opens=True)
    match = _opener().match(words)
    # A case or a lesson has further reading of its own; what a site adds stands at the end.
    if match is None or (not at_edge and holds_any(match.group(), ("延伸", "拓展"))):
        return None
    # What is said behind the colon in sentences is the writer's.
    if not is_title(words[match.end() :]):
        return None
    return Label("button-label", 6, words[: match.end()].strip(), opens=True)


def _also_seen(words: str) -> bool:
    """Whether the line is the head of a list: 看了…的人还看了."""
    bare = words.rstrip(" :：…")
    return bare.endswith(("还看了", "还看过", "还喜欢", "的还看")) and bare.startswith(
        ("看了", "看过", "阅读了", "浏览了")
    )


def _more_of(words: str) -> bool:
    """Whether the line is the head of a list or a link: 更多…讲话稿推荐：."""
    return words.startswith("更多") and len(words) <= _LONGEST_ROW and _MORE.fullmatch(words) is not None


def is_title(words: str) -> bool:
    """Whether the words may be the titles of pages: no sentence ends among them, and nobody is told to do anything."""
    bare = words.strip()
    inside = bare[:-1]
    if any(mark in inside for mark in "。；！？") or bare.endswith(("。", "；")) or bare.startswith("请"):
        return False
    return "》，" not in bare


def tail_at(text: str, start: int, end: int, line: Span) -> Span | None:
    """A list of links glued to the end of the draft: `谢谢大家！相关推荐：…`; `start..end` is its label."""
    front = start
    while front > line.start and text[front - 1] in "【[ \t\u3000":
        front -= 1
    if front == line.start or text[front - 1] not in "。！？!?”）)" or line.end - end > _LONGEST_TAIL:
        return None
    behind = text[end : line.end].lstrip("】] ")
    if not behind.startswith((":", "：")) or not behind[1:].strip() or not is_title(behind[1:]) or "，" in behind:
        return None
    while front < start and text[front].isspace():
        front += 1
    return Span(front, line.end)


def _row_of_buttons(words: str) -> Label | None:
    # 返回：返回上一页。 explains a button.
    if "。" in words:
        return None
    site, plain = _buttons()
    weight, bare, first = 0, _SIZES.sub(" 字号 ", words), ""
    tokens = _TOKEN.findall(bare)
    if len(tokens) > 30:
        return None
    for token in tokens:
        if token in site:
            weight += 5
            first = first or token
        elif token in plain:
            weight += 2 + 2 * (bare != words and token == "字号")
            first = first or token
        elif _COMMAND.fullmatch(token) is not None:
            weight += 4
            first = first or token
        elif _COUNT.fullmatch(token) is None:
            return None
    opens = (
        len(tokens) == 1
        and weight >= 5
        and any(word in first for word in ("推荐", "相关", "热门", "喜欢", "兴趣", "阅读", "文章", "评论", "排行"))
    )
    return Label("button-label", weight, first, opens) if weight >= 4 else None


def _printed(words: str) -> Label | None:
    """The caption of a page's picture, or the stamp of a site in brackets, alone on its line."""
    if _PICTURED.fullmatch(words) is not None:
        return Label("button-label", 6, words[-6:])
    return Label("contact-or-url", 7, words) if _STAMPED.fullmatch(words) is not None else None


def _column(words: str, beside: str) -> Label | None:
    """One of several buttons, or one of several fields of a data sheet, each on a line of its own."""
    if _SHEET_LINE.fullmatch(words) is not None:
        sheet = holds_any(beside, ("大小：", "大小:")) and holds_any(beside, ("页数：", "页数:"))
        return Label("upload-metadata", 5, words.partition("：")[0].partition(":")[0]) if sheet else None
    site, plain = _buttons()
    if words not in plain:
        return None
    near = [line.strip() for line in beside.replace("\r", "\n").split("\n")]
    count = sum(line in plain or line in site for line in near)
    return Label("button-label", 4, words) if count >= _FEWEST_IN_COLUMN else None


def _data_sheet(words: str, beside: str, at_edge: bool) -> Label | None:
    """Two or more fields of a page's data, or one that no draft has."""
    if at_edge and len(_COUNTED.findall(words)) > 1 and not _COUNTED.sub("", words).strip(" |·\u3000"):
        return Label("upload-metadata", 5, words.split()[0])
    if _OPENING.match(words) is None or any(mark in words for mark in "，。；！"):
        return None
    if any(word in words for word in _PAPER):
        return None
    fields = list(_field().finditer(words))
    if not fields:
        return None
    site = {field.group("site") for field in fields if field.group("site")}
    plain = {field.group("plain") for field in fields if field.group("plain")}
    clock = "地点" not in beside and _SECOND.match(words) is not None
    if not (site or plain & _TELLING or clock or any(token in _buttons()[0] for token in words.split())):
        return None
    weight = 3 * len(site) + 2 * len(plain)
    if plain <= {"时间", "日期"}:
        weight -= 2 * len(plain)
    if _nobody().search(words):
        weight += 3
    if _MOMENT.search(words):
        weight += 2 + 2 * clock
    if any(token in _buttons()[0] for token in words.split()):
        weight += 3
    if (
        plain
        and plain
        <= {"责任编辑", "责编", "编辑", "审核", "编号", "关键词", "类型", "作者", "级别", "页数", "字数", "类别"}
        and not site
        and weight < 7
    ):
        weight = 2 + 3 * (_nobody().search(words) is not None)
    if at_edge:
        weight += 1 + 3 * (_NICKNAME.fullmatch(words) is not None)
    elif not site and _nobody().search(words) is None:
        weight -= 3
    if _MEETING.search(words) or (_REGISTER.search(beside) and not site - {"发布日期", "信息来源", "发布时间"}):
        weight -= 6
    return Label("upload-metadata", weight, next(iter(sorted(site or plain)))) if weight >= 4 else None
