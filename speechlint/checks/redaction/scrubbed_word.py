"""redaction/scrubbed-word"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from speechlint.checks.redaction.blanks_wanted import wants_blanks
from speechlint.checks.redaction.joined_name import is_in_name
from speechlint.checks.redaction.named_sign import is_named
from speechlint.checks.redaction.old_writing import has_lost_characters
from speechlint.document.mask_customs import names_somebody
from speechlint.document.mask_letters import follows_surname
from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.filtered import Guess, guess_word
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# A × is a sign of many uses: it counts only where half of a word stands beside it.
MARKS = "_＿*＊□■×\ufffd"
_FILTER_MARKS = Literals(MARKS, both_scripts=False)
REPLACEMENT = "\ufffd"
# How much of the text on either side is looked at, in code points.
NEAR, LINE, PAIR = 12, 80, 30

# Marks that may stand beside a word.
_LEFT = frozenset("“‘「『《（，、。：；！？”’」』》）,;:")
_RIGHT = frozenset("”’」』》，、。：；！？“‘「『《,;:!?")
# 20*年, *县 are blanks to fill in, not words that a filter took.
_SLOT = Pattern("[年月日号號届屆次市县縣區区省镇鎮乡鄉村旗州局厂廠校万萬亿億元名个個人%％度]")
_SIDES = "长宽高价量数额率费積積长寬高價數額費面"
_NOT_PROSE = Pattern(r"=|＝|\.(?:docx?|xlsx?|pdf|txt|pptx?|wps)\b|https?:|www\.")
_SENTENCE_MARK = Pattern("[，。；！？,;!?]")
_SITE = Pattern("网|網|文库|文庫|范文|範文|大全|百科|首页|首頁|资料|資料|下载|下載|终稿|定稿|最终|修改|版")


_GENRES = (
    "主持词",
    "讲话",
    "讲话稿",
    "发言",
    "发言稿",
    "演讲稿",
    "致辞",
    "总结",
    "报告",
    "体会",
    "材料",
    "范文",
    "开场白",
)
# What stands behind a name in a list of persons.
_NAME_ENDS = frozenset("，、；：。（(,;:|｜ \t\u3000\r\n")
_NAME_FOLLOWERS = ("等", "同志", "先生", "女士", "某", "和", "与", "及")


class ScrubbedWord(Rule):
    """A site's word filter puts one mark in place of a word it does not like: 开展_服务. What the word was can often be
    told from its neighbours; the guesses are suggestions for a person, never fixes.

    Runs of two or more marks are blanks that somebody left open and belong to the placeholder rules.
    """

    id = "redaction/scrubbed-word"
    title = Bilingual("词语被过滤成一个符号", "A word filtered into a single mark")
    why = Bilingual(
        "网站的敏感词过滤把词换成“_”“*”之类的符号，照念照发，句子就缺了词。",
        "A site's word filter replaced a word by a mark; the sentence lacks it.",
    )
    severity = Severity.ERROR
    presets = {"template": Severity.WARNING}
    fixes = Applicability.DISPLAY
    because = Bilingual(
        "原词只能从上下文猜，须由人核对原稿补上。",
        "The word is guessed from its neighbours; a person has to restore it.",
    )
    triggers = _FILTER_MARKS
    VALID = (
        Valid("接口返回user_id字段，表名为order_item。"),
        Valid("矩形面积=长*宽，单价*数量即为总价。"),
        Valid("本表带*的栏目必须填写，*注：以上数据为快报数。"),
        Valid("工作时间实行5*8小时制，热线全天有人。"),
        Valid("是否党员：□是　□否"),
        Valid("* 统筹推进岸线整治\n* 抓好汛前检查"),
        Valid("文字里有_强调_和*重点*两种写法。", format="markdown"),
        Valid("____年__月__日，召开第__次会议。"),
        Valid("试题\n我国的国家权力机关是_，其常设机关是_。"),
        Valid("在渔港整治动员会上的讲话_海潮文库"),
        Valid("开渔节晚会主持词_晚会主持词开场白"),
        Valid("实施“数据要素×”行动，×光机已到位，网箱长×宽为三乘四。"),
        Valid("20*年*月*日在*县召开会议。"),
        Valid("请各镇把报表命名为“镇名_船号_汛期”，邮件主题：报表_镇名_联系人。"),
        Valid("成果以“课题_船队_执笔人”形式打包发送，例如“护岸_三队.docx”。"),
        Valid("微信群昵称统一改为：港区_船名_姓名。"),
        Valid("請將檔案命名為「港區_船名.jpg」後寄出。"),
        Valid("请在相应的□内打“√”，标*的栏目由船东填写，加*的港池正在清淤。"),
        Valid("請於□內打勾，選項前的□請勿塗改。"),
        Valid("标志牌有□形、○形两种；查询时通配符*代表任意船号，按*键返回。"),
        Valid("碑阴记：“光绪□年重修海塘，知县□公督工。”"),
        Valid("凡底本漫漶处以□标示，一□当一字：如“□港之□，利在渔家”。"),
        Valid("名单如下：林*、何*生、郑*海，均已登船。"),
        Valid("公示\n居民何*兰领取鱼汛补贴，职工林*已办结。"),
    )
    INVALID = (
        Invalid("各站点要协助渔工⟦_⟧讨薪，不让一人受委屈。"),
        Invalid("聚焦货车司机等重点⟦_⟧、零散船工，逐一登记。"),
        Invalid("真正做到“⟦_⟧有门、办事有序”。"),
        Invalid("要暢通⟦_⟧渠道,把矛盾解決在碼頭。"),
        Invalid("妥善化解⟦*⟧积案，落实包案责任。"),
        Invalid("防范群⟦□⟧性事件，守住底线。"),
        Invalid("严肃查处贪⟦�⟧受贿行为。"),
        Invalid("关注困难⟦＿⟧，及时走访。"),
        Invalid("二、畅通⟦_⟧渠道"),
        Invalid("引导渔工依法维⟦×⟧，不走弯路。"),
        Invalid("以⟦*⟧为核心，办好渔港的事。"),
        Invalid("发文要围绕主题，畅通⟦_⟧渠道，也要疏导⟦_⟧情绪。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        end_of_last = -1
        checked_paper = False
        for start, end in ctx.places:
            if start < end_of_last:
                continue
            while text[end : end + 1] == REPLACEMENT == text[start] and end - start < 3:
                end += 1
            end_of_last = end
            span = Span(start, end)
            if not _stands_for_word(text, span) or _is_emphasis(ctx, span):
                continue
            if not checked_paper and wants_blanks(text):
                return
            checked_paper = True
            guesses = _guesses(ctx, span)
            if text[start] == "×" and (not guesses or len(guesses[0].word) != 1):
                continue
            if _is_mask(ctx, span) or _is_meant(ctx.document.folded, span):
                continue
            if guesses or text[start] == REPLACEMENT or _in_prose(ctx, span):
                yield self._found(ctx, span, guesses)

    def _found(self, ctx: Context, span: Span, guesses: list[Guess]) -> Diagnostic:
        mark = span.of(ctx.text)
        words = as_written(ctx.text, span, [guess.word for guess in guesses]) if guesses else []
        shown = "或".join(f"“{word}”" for word in words if word)
        likely = (f"，可能是{shown}", f", perhaps {shown}") if shown else ("", "")
        return ctx.found(
            span,
            Bilingual(
                f"“{mark}”处的词被过滤掉了{likely[0]}，应查原稿补上",
                f"A filter took the word at “{mark}”{likely[1]}; restore it from the original",
            ),
            suggestions=tuple(_suggestion(ctx, span, word) for word in words),
        )


def _stands_for_word(text: str, span: Span) -> bool:
    """Whether the mark stands alone between words as a word would, and is no operator, footnote or check box."""
    start, end = span
    before, after = text[start - 1 : start], text[end : end + 1]
    left, right = is_han(before), is_han(after)
    if not (left or before in _LEFT) or not (right or after in _RIGHT) or not (left or right):
        return False
    mark = text[start]
    if mark in "_＿" + REPLACEMENT:
        return True
    if _is_one_of_many(text, span):
        return False
    if mark in "□■":
        return left and right
    if mark == "×":
        return True
    # A star behind a word, in front of a mark, points to a note.
    starred = not right or after in "号號注" or _SLOT.match(after) is not None or before in "带帶，。；：、"
    return not starred and not (before in _SIDES or after in _SIDES)


def _is_meant(folded: str, span: Span) -> bool:
    """Whether the writer put the mark there: in a name, as a sign that is spoken of, for a person who stays unnamed."""
    mark = folded[span.start]
    if mark in "_＿":
        return is_in_name(folded, span)
    if mark == REPLACEMENT:
        return False
    if is_named(folded, span) or (mark in "□■" and has_lost_characters(folded, span.start)):
        return True
    return mark == "*" and _hides_name(folded, span)


def _hides_name(folded: str, span: Span) -> bool:
    """Whether the star hides a given name in a public list: 张*、李*明、王*兰，女."""
    start, end = span
    if names_somebody(folded, start):
        return True
    if not follows_surname(folded, start) or is_han(folded[start - 2 : start - 1]):
        return False
    end += is_han(folded[end : end + 1])
    return folded[end : end + 1] in _NAME_ENDS or folded.startswith(_NAME_FOLLOWERS, end)


def _is_mask(ctx: Context, span: Span) -> bool:
    """Whether the mark stands for a name or a number that somebody left open: 党*书记, 20*年."""
    masks = ctx.document.masks
    at = bisect_right(masks, span.end, key=lambda mask: mask.span.start) - 1
    return at >= 0 and masks[at].span.overlaps(span)


def _is_one_of_many(text: str, span: Span) -> bool:
    """Whether the same mark stands near with no sentence mark between: a product, a row of boxes to tick."""
    mark = span.of(text)
    _, found, between = text[max(0, span.start - 8) : span.start].rpartition(mark)
    if found and _SENTENCE_MARK.search(between) is None and "、" not in between:
        return True
    between, found, _ = text[span.end : span.end + 8].partition(mark)
    return bool(found) and _SENTENCE_MARK.search(between) is None and "、" not in between


def _is_emphasis(ctx: Context, span: Span) -> bool:
    """Whether the mark is one of a pair in Markdown; between Han characters the pair does not work, but is meant."""
    if ctx.document.source.format != "markdown":
        return False
    mark = span.of(ctx.text)
    around = ctx.text[max(0, span.start - PAIR) : span.start], ctx.text[span.end : span.end + PAIR]
    return mark in around[0].rpartition("\n")[2] or mark in around[1].partition("\n")[0]


def _in_prose(ctx: Context, span: Span) -> bool:
    """Whether the line round the mark has sentence marks, or at least nothing of a page title or a file name."""
    text, lines = ctx.text, ctx.document.lines
    line = lines.index_of(span.start)
    left, right = max(lines.starts[line], span.start - LINE), min(lines.ends[line], span.end + LINE)
    if _NOT_PROSE.search(text, left, right) is not None:
        return False
    if _SENTENCE_MARK.search(text, left, right) is not None:
        return True
    # …主持词_晚会主持词 joins the key words of a page.
    if ctx.document.folded[left : span.start].endswith(_GENRES):
        return False
    return text.count("_", left, right) < 2 and _SITE.search(text, span.end, right) is None and text[span.start] != "*"


def _guesses(ctx: Context, span: Span) -> list[Guess]:
    folded = ctx.document.folded
    before = folded[max(0, span.start - NEAR) : span.start]
    after = folded[span.end : span.end + NEAR].replace(",", "，")
    return guess_word(before, after)


def _suggestion(ctx: Context, span: Span, word: str) -> Fix:
    mark = span.of(ctx.text)
    title = (
        Bilingual(f"把“{mark}”换成“{word}”", f"Put “{word}” for “{mark}”")
        if word
        else Bilingual(f"删去“{mark}”", f"Delete “{mark}”")
    )
    return ctx.fix(title, [Edit(span, word)], Applicability.DISPLAY)
