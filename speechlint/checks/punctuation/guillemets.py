"""punctuation/guillemets"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.choice import Choice
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import last_of

_PERIODICALS = (
    "人民日报", "工人日报", "光明日报", "经济日报", "解放日报", "法治日报", "法制日报", "农民日报", "科技日报",
    "中国日报", "检察日报", "南方日报", "新华日报", "大众日报", "湖北日报", "中国青年报", "解放军报", "人民法院报",
    "人民公安报", "中国纪检监察报", "中国妇女报", "中国教育报", "中国文化报", "中国环境报", "中国税务报",
    "中国组织人事报", "文汇报", "学习时报", "环球时报", "参考消息", "北京青年报", "中国财经报", "人民政协报",
    "中国县域经济报", "劳动报", "南方工报",
)  # fmt: skip
_ARTICLES = tuple(
    f"{closer}{word}"
    for closer in "”」"
    for word in (
        "的文章",
        "一文",
        "的社论",
        "社论",
        "的评论员文章",
        "的署名文章",
        "的通讯",
        "的长篇通讯",
        "的论文",
        "的报道",
        "的专访",
    )
)
_ACTIVITIES = tuple(f"{word}》" for word in ("活动", "大会", "座谈会", "竞赛", "比赛", "论坛", "行动"))
_SIGNS = Literals((*_PERIODICALS, "日报", "晚报", *_ARTICLES, *_ACTIVITIES, "中华人民共和国"))
# A local paper whose name begins where a clause, a date or a preposition ends.
_LOCAL = Pattern(
    f"(?:^|[^{HAN}]|[在的于日])(?P<name>(?!今|昨|当|每|该|省|市|县|[^在的于日]?[在的于日])[{HAN}]{{2,3}})$"
)
_PRINTED = Pattern(
    "[^，。；、：！？,;等和与及社《“”\r\n]{0,6}?(?:第?[一二三四五六七八九十0-9]{1,2}版|头版|头条|要闻版|整版|专版|理论版"
    "|刊发|刊登|刊载|登载|转载|发表|报道(?![组员])|撰文|载文|评论员文章|社论)|上[写发刊登撰读看的有]"
)
_LONGER_WORD = frozenset("酬告到名销考复送表")  # 劳动报酬, 日报表
_NO_PAPER = Choice("社(?!论)|记者|客户端|网|微信|微博|公众号|新媒体|编辑|总编|主编|集团|通讯员|副刊部|评论部|头条号")
_PRINTED_IN = Pattern("(?:刊登|发表|刊发|刊载|登载|刊|登|载|见诸|登上)[在于上了]?$")
# Papers in a row with other organs, 新华社、人民日报报道, and those that somebody is covered by, are organs.
_AS_ORGAN = Pattern("(?<!》)[、和与及]$|[被由获]$|[受得]到$")
_LAW = Pattern(f"中华人民共和国[{HAN}]{{2,16}}?法(?![院律官定制治规人])")
_WRITES = Pattern("写|撰|篇|发表|刊|登|读|载|推出|题为")
_HOLDS = Pattern("(?:开展|举办|召开|举行|参加|组织|启动)(?:了|的|好)?$")
NEAR, SHORTEST_TITLE, LONGEST_TITLE = 14, 6, 40


class Guillemets(Rule):
    """A newspaper that printed something and stands without 《 》, an article named in quotation marks, an activity
    named in title marks. A paper as an office or its staff (人民日报社, 人民日报记者), or in a row with others
    (新华社、人民日报报道), takes none. With the preset `strict` also papers in other places, and laws by their full
    name.
    """

    id = "punctuation/guillemets"
    title = Bilingual("书名号漏用或误用", "Title marks missing or misused")
    why = Bilingual(
        "报纸、刊物、文章、法规的名称用书名号；会议、活动、奖项的名称不用。",
        "Papers, articles and laws are named in title marks; meetings and activities are not.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "报名在列表之内，加书名号不改意思；文章和活动的名称要人看过。",
        "Listed papers are safe; articles and activities are to be looked at.",
    )
    norm = "GB/T 15834-2011 4.15, B.1.8"
    triggers = _SIGNS
    VALID = (
        Valid("《人民日报》刊发了我乡的经验。"),
        Valid("人民日报社记者到粮站采访，人民日报客户端作了直播。"),
        Valid("新华社、人民日报、中央电视台的同志来过。"),
        Valid("新华社、河畔日报报道了粮站，站里的做法还被人民日报报道过。"),
        Valid("要做好“粮食”文章，做足“土特产”文章。"),
        Valid("开展“颗粒归仓”活动，学习《入库须知》。"),
        Valid("《县粮食局关于开展节粮活动》的通知，请照办。"),
        Valid("劳动报酬发表在清单上，北京青年报名刊登在墙上。"),
        Valid("省报今日报道了天气，日报表要按时交。"),
        Valid("依照中华人民共和国粮食法办理。"),
    )
    INVALID = (
        Invalid("9月3日，⟦人民日报⟧第七版作了报道。", fixed="9月3日，《人民日报》第七版作了报道。"),
        Invalid("⟦光明日报⟧昨天也作了报道。", fixed="《光明日报》昨天也作了报道。"),
        Invalid("我在⟦工人日报⟧上写过粮站的事。", fixed="我在《工人日报》上写过粮站的事。"),
        Invalid("今天的⟦人民日報⟧頭版刊登了消息。", fixed="今天的《人民日報》頭版刊登了消息。"),
        Invalid("文章刊登在⟦柳湾日报⟧头版。", fixed="文章刊登在《柳湾日报》头版。"),
        Invalid("站长写了篇⟦“怎样守好一座粮仓”⟧的文章。"),
        Invalid("乡里举办⟦《颗粒归仓知识竞赛》⟧，人人都去。"),
        Invalid("依照⟦中华人民共和国粮食法⟧办理。", fixed="依照《中华人民共和国粮食法》办理。", preset="strict"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        reached = 0
        for start, end in ctx.places:
            word = folded[start:end]
            if word[-1] == "》":
                yield from self._activity(ctx, end)
            elif word[0] in "”」":
                yield from self._article(ctx, start)
            elif start >= reached:
                span = self._law(ctx, start) if word == "中华人民共和国" else self._paper(ctx, start, end)
                if span is not None:
                    reached = span.end
                    yield _wrapped(ctx, span)

    def _paper(self, ctx: Context, start: int, end: int) -> Span | None:
        """The paper's name, where it wants title marks."""
        text = ctx.document.folded
        if text[end : end + 1] in _LONGER_WORD:
            return None
        if text[start:end] in ("日报", "晚报"):
            if text[max(0, start - 2) : end] in _PERIODICALS:
                return None
            name = _LOCAL.search(text, max(0, start - 5), start)
            if name is None:
                return None
            start = name.start("name")
        if text[start - 1 : start] in ("《", "〈") or _is_inside_title(text, start) or _NO_PAPER.end(text, end) >= 0:
            return None
        organ = _AS_ORGAN.search(text, max(0, start - 3), start) is not None
        printed = not organ and (
            _PRINTED.match(text, end, end + 14) is not None
            or _PRINTED_IN.search(text, max(0, start - 5), start) is not None
        )
        return Span(start, end) if printed or ctx.preset == "strict" else None

    def _law(self, ctx: Context, start: int) -> Span | None:
        text = ctx.document.folded
        law = _LAW.match(text, start, start + 30) if ctx.preset == "strict" else None
        return None if law is None or _is_inside_title(text, start) else Span(*law.span())

    def _article(self, ctx: Context, closing: int) -> Iterator[Diagnostic]:
        text = ctx.document.folded
        opener = "“" if text[closing] == "”" else "「"
        start = text.rfind(opener, max(0, closing - LONGEST_TITLE), closing)
        title = text[start + 1 : closing]
        if start < 0 or len(title) < SHORTEST_TITLE or last_of("。！？；”」\n", title, 0, len(title)) >= 0:
            return
        before = text[max(0, start - NEAR) : start]
        before = before[last_of("。！？；，\n", before, 0, len(before)) + 1 :]
        if _WRITES.search(before) is None or before.endswith(("做好", "做足", "做活", "作好")):
            return
        yield _exchanged(ctx, Span(start, closing + 1), "《", "》", Bilingual("文章的名称用书名号", "an article"))

    def _activity(self, ctx: Context, end: int) -> Iterator[Diagnostic]:
        text = ctx.document.folded
        start = text.rfind("《", max(0, end - LONGEST_TITLE), end)
        if start < 0 or "》" in text[start : end - 1] or _HOLDS.search(text, max(0, start - 4), start) is None:
            return
        opener, closer = ("「", "」") if ctx.document.script.is_traditional else ("“", "”")
        yield _exchanged(
            ctx, Span(start, end), opener, closer, Bilingual("会议、活动的名称不用书名号，用引号", "an activity")
        )


def _wrapped(ctx: Context, span: Span) -> Diagnostic:
    words = span.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(f"“{words}”应加书名号", f"“{words}” is named in title marks"),
        fix=ctx.fix(
            Bilingual(f"改为《{words}》", f"write 《{words}》"), [Edit(span, f"《{words}》")], Applicability.SAFE
        ),
    )


def _exchanged(ctx: Context, span: Span, opener: str, closer: str, reason: Bilingual) -> Diagnostic:
    wanted = f"{opener}{ctx.text[span.start + 1 : span.end - 1]}{closer}"
    return ctx.found(
        span,
        Bilingual(f"{reason.zh}，应为{wanted}", f"The name of {reason.en}: write {wanted}"),
        fix=ctx.fix(
            Bilingual(f"改为{wanted}", f"write {wanted}"),
            [Edit(Span(span.start, span.start + 1), opener), Edit(Span(span.end - 1, span.end), closer)],
            Applicability.UNSAFE,
        ),
    )


def _is_inside_title(text: str, offset: int) -> bool:
    near = text[max(0, offset - LONGEST_TITLE) : offset]
    return near.rfind("《") > near.rfind("》")
