"""watermark/seo-intro"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS
from speechlint.text.lines import Lines
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

_SIGNS = Literals(
    ("小编", "又称", "或称", "也称", "亦称", "又名", "也叫", "是指", "指的是", "是一种", "从广义上", "一般指", "通常指")
)
# An introduction is one paragraph, at the very beginning, behind a title at most.
OPENING = 2000
LINES = 12
SHORTEST = 12
LONGEST = 1500
_EDITOR = Pattern(
    "(?:下面|以下|接下来|现在|那么|这里|今天)[^。！？!?]{0,30}小编|小编[^。！？!?]{0,20}(?:整理|收集|准备|带来|分享|推荐|搜集|精心)"
)
_DEFINES = Pattern(
    "[^，,。！？：:；;]{1,16}[，,]?(?:又称|或称|也称|亦称|又名|也叫|是指|指的是|是一种|从广义上|通常指|一般指)"
)
_ADDRESS = Pattern("(?:尊敬的|敬爱的|亲爱的|各位|同志们|老师们|同学们|同事们|朋友们|女士们|大家好).{0,40}")
_ANOTHER = Pattern(
    "[^。！？!?，,]{2,40}(?:讲话|发言|演讲|致辞|致词|稿|主持词|总结|报告|范文)(?:[（(][一二三四五六七八九十0-9]{1,2}[）)])?[:：]?"
    "|[【（(]?(?:第 ?[一二三1-3] ?篇|篇 ?[一二三1-3]|范文 ?[一二三1-3])(?![章文幅]).{0,40}"
)


# A rule or a plan defines its terms, and no speech follows.
_REGULATES = Pattern(
    "(?:办法|条例|规定|细则|规则|规程|规范|章程|制度|方案|预案|规划|标准|指南|须知|公约|守则|通知|意见|公告|合同|协议)"
    "(?:[（(《【].{0,20})?$"
)
_THIS_RULE = ("所称", "以下简称", "以下称")
_HEADING = Pattern(
    "[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)、.．]|是|要)|第[一二三四五六七八九十百0-9]{1,4}[章节条]"
)


class SeoIntro(Rule):
    """For search engines a site puts a paragraph before the draft that explains the topic like an encyclopedia, and
    often ends in its editor's 下面是小编整理的…. Nobody opens a speech by defining its topic before the salutation.

    The editor's sentence itself belongs to `watermark/editor-boilerplate`.
    """

    id = "watermark/seo-intro"
    title = Bilingual("正文前的百科式引言", "Encyclopedic paragraph before the text")
    why = Bilingual(
        "网站为搜索引擎在稿子前加一段名词解释，后面接着称呼或“下面是小编整理的”；它不是讲话的一部分。",
        "A site puts an explanation of the topic before the draft for search engines; it is no part of the speech.",
    )
    severity = Severity.HINT
    presets = {"scraped": Severity.WARNING}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整段删去；是不是引言要由人看过。", "A whole paragraph goes; a person has to see that it is an introduction."
    )
    triggers = _SIGNS
    whole = True
    covers = True
    VALID = (
        Valid("同志们：安全生产是指生产过程中的防护活动，也是企业的生命线。\n各位代表：请发言。"),
        Valid("春节将至，我谨代表厂工会向大家拜个早年，祝大家身体健康。\n同志们：过去一年很不平常。"),
        Valid(
            "公路管理办法\n本办法所称公路，是指经验收认定的城间、城乡间可供汽车行驶的公共道路。\n第二条　公路要养护。"
        ),
        Valid("在报社座谈会上的讲话\n小编们的辛苦我都知道，大家每天要看几十篇来稿，很不容易。\n同志们：谢谢。"),
        Valid("村规积分管理方案\n积分是指村民参与村务所得的分值，按季兑换。\n各位村民代表\n一、谁来记分"),
        Valid("场院共享\n共享场院是指几户合用一个晒场的做法，由村里记账。\n一、去年工作总结\n共建了三处。"),
        Valid("秧歌，又称扭秧歌，是北方农村常见的民间舞蹈。\n每逢年节，村村都扭。"),
    )
    INVALID = (
        Invalid(
            "在春节团拜会上的致辞\n⟦春节，又称农历新年，是一年里最热闹的传统节日。⟧下面是小编为大家整理的致辞。\n同志们：过年好。",
            fixed="在春节团拜会上的致辞\n下面是小编为大家整理的致辞。\n同志们：过年好。",
        ),
        Invalid(
            "⟦安全生產是指在生產過程中保護人身和財產的活動，也是一門學問。⟧\n各位同事：\n今天開會。",
            fixed="各位同事：\n今天開會。",
        ),
        Invalid(
            "⟦在日常工作中，用到發言稿的地方越來越多，許多人一寫就頭疼。⟧以下是小編收集的發言稿，歡迎閱讀。\n各位同事：\n今天開會。",
            fixed="以下是小編收集的發言稿，歡迎閱讀。\n各位同事：\n今天開會。",
        ),
        Invalid(
            "⟦竞聘演讲是一种公开的自我推荐，要在短时间里讲清楚自己的长处。⟧\n竞聘演讲稿（一）\n大家好。",
            fixed="竞聘演讲稿（一）\n大家好。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if ctx.places[0][0] > OPENING + LONGEST or (span := _find_intro(ctx.document)) is None:
            return
        lines = ctx.document.lines
        line = lines.index_of(span.start)
        whole = not ctx.text[span.end : lines.ends[line]].strip()
        yield ctx.found(
            span,
            Bilingual(
                "这一段是网站加在正文前的名词解释，不是讲话的内容；应删去",
                "A site put this explanation before the draft; it is no part of the speech; delete it",
            ),
            fix=ctx.fix(
                Bilingual("删去这段引言", "Delete the introduction"),
                [Edit(lines.whole(line) if whole else span, "")],
                Applicability.UNSAFE,
            ),
        )


def _find_intro(document: Document) -> Span | None:
    """The introduction, up to its editor's sentence; None where the first paragraph is the speaker's."""
    lines = Lines(document.text[: OPENING + LONGEST])
    head = fold(document.text[: lines.ends[: LINES + 4][-1]])
    opening = [head[start:end] for start, end in lines[: LINES + 4]]
    line = _first_paragraph(opening)
    if line is None:
        return None
    words = opening[line]
    start, end = len(words) - len(words.lstrip(BLANKS)), len(words.rstrip(BLANKS))
    editor = _EDITOR.search(words, start, end)
    if editor is not None:
        end = editor.start()
        while end > start and words[end - 1] not in SENTENCE_ENDS:
            end -= 1
    elif (
        _DEFINES.match(words, start, end) is None
        or holds_any(words, _THIS_RULE)
        or any(_REGULATES.search(above.strip(BLANKS)) is not None for above in opening[:line])
        or not _speech_follows(opening[line + 1 :])
    ):
        return None
    offset = lines.starts[line]
    return Span(offset + start, offset + end) if end - start >= SHORTEST else None


def _first_paragraph(opening: list[str]) -> int | None:
    """The number of the first line that holds a sentence; None where a salutation stands before it or opens it."""
    for line, words in enumerate(opening[:LINES]):
        bare = words.strip(BLANKS)
        if len(bare) > LONGEST or _ADDRESS.match(bare) is not None:
            return None
        if len(bare) >= SHORTEST and any(mark in bare for mark in SENTENCE_ENDS):
            return line
    return None


def _speech_follows(lines: list[str]) -> bool:
    """Whether a salutation, a title or the mark of a collection is the next that is not blank."""
    words = next((line[:100].strip() for line in lines if line.strip()), "")
    if _HEADING.match(words) is not None:
        return False
    return _ADDRESS.fullmatch(words) is not None or _ANOTHER.fullmatch(words) is not None
