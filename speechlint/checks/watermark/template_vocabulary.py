"""watermark/template-vocabulary"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import BLANKS
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_SALES_WORDS = Literals(
    (
        *(
            "范文",
            "模板",
            "样本",
            "精选",
            "通用版",
            "最新版",
            "【最新】",
            "[最新]",
            "（最新）",
            "(最新)",
            "（通用）",
            "(通用)",
        ),
        *(f"{number}{blank}篇" for number in "0123456789二三四五六七八九十" for blank in ("", " ")),
    )
)
LONGEST_TITLE = 60
TITLE_LINES = 3
SHORTEST_REST = 4
_KIND = (
    "稿|讲话|发言|演讲|致辞|致词|总结|报告|汇报|述职|体会|心得|材料|方案|计划|通知|主持词|贺词|祝词|悼词|欢迎词|开幕词|闭幕词"
    "|倡议书|申请书|决心书|保证书|检讨书|慰问信|感谢信|表扬信|公文|读后感|观后感|合同|制度"
)
_CALLED = "同志们|尊敬的|敬爱的|亲爱的|各位|老师们|同学们|大家好"
_PUFF = "精选|最新|通用|优选|推荐|热门|合集|汇编|集锦|锦集|范文|必备|经典|实用|荐|共"
_COUNT = "(?:[0-9０-９]{1,3}|[二三四五六七八九十]{1,3})"
_STOP = rf"(?=[{BLANKS}]*(?:$|[（(【\[〔:：]|[0-9０-９一二三四五六七八九十]{{1,3}} ?篇))"
# In a title and in any line that looks like one; 规范文件, 示范文本 and the name 范文澜 hold the same two characters.
_IN_TITLES = Pattern(
    rf"[（(【\[〔](?:{_PUFF}){{1,2}}[^）)】\]〕]{{0,6}}?{_COUNT} ?篇[^）)】\]〕]{{0,6}}[）)】\]〕]"
    rf"|(?<={_KIND})范文(?:大全|模板|精选|格式)?{_STOP}"
)
# Only in the lines of the title itself: elsewhere a template or a sample is something that people work with.
_IN_THE_TITLE = Pattern(
    rf"[（(【\[〔](?:{_PUFF}|模板|样本|通用版|最新版|精选版)+[）)】\]〕]"
    rf"|[（(【\[〔](?:{_PUFF})?[^）)】\]〕]{{0,6}}?{_COUNT} ?篇[^）)】\]〕]{{0,6}}[）)】\]〕]"
    rf"|(?<={_KIND}|范文|模板)(?:{_PUFF})?[0-9０-９]{{1,3}} ?篇$"
    rf"|(?<![规示模典师防])范文(?:大全|模板|精选|格式)?{_STOP}"
    rf"|(?<={_KIND})(?:模板|样本|精选|通用版|最新版){_STOP}"
    rf"|(?<={_KIND})(?P<glued>(?:范文|模板|样本)(?:大全|精选)?)(?={_CALLED})"
)
_ANNEX_ALONE = Pattern(rf"[{BLANKS}]*附[件表][{BLANKS}]*[0-9０-９一二三四五六七八九十]{{0,3}}[:：]?")


class TemplateVocabulary(Rule):
    """Titles on collection sites advertise: 范文, 模板, （精选8篇）, 【最新5篇】. In the title of a draft such a word
    says that the draft was taken over whole. In the running text the same words are ordinary and left alone.
    """

    id = "watermark/template-vocabulary"
    title = Bilingual("标题里的范文网用语", "Words of a specimen site in the title")
    why = Bilingual(
        "“范文”“模板”“精选8篇”是网站招揽点击的话，出现在标题里说明稿子是照搬的。",
        "范文, 模板 and 精选8篇 are a site's advertising; in a title they show that the draft was taken over whole.",
    )
    severity = Severity.WARNING
    presets = {"template": None, "scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "删去后标题仍通顺，但有的文件确实是范本。",
        "The title reads on without it, but some files are meant as specimens.",
    )
    triggers = _SALES_WORDS
    whole = True
    VALID = (
        Valid("规范文件管理办法\n各科室：请照办。"),
        Valid("食堂精选菜单\n本周三供应红烧鱼。"),
        Valid("关于推广合同示范文本的通知"),
        Valid("范文澜同志生平"),
        Valid("在座谈会上的讲话\n同志们：这份总结可以作为范文。"),
        Valid("今年工作要点\n一、样本采集\n二、模板施工\n三、发表论文8篇"),
        Valid("三篇文章一起做\n各位代表：大家好。"),
        Valid("附件：1.个人工作总结（模板）\n请各位同志照此填写。"),
        Valid("附件2\n个人工作总结（模板）\n姓名和单位要写全。"),
    )
    INVALID = (
        Invalid("年终述职报告⟦范文⟧⟦（精选5篇）⟧\n各位领导：大家好。", fixed="年终述职报告\n各位领导：大家好。"),
        Invalid("春耕动员讲话⟦模板⟧\n同志们：大家好。", fixed="春耕动员讲话\n同志们：大家好。"),
        Invalid("⟦【最新8篇】⟧防汛值班工作总结\n各位领导：大家好。", fixed="防汛值班工作总结\n各位领导：大家好。"),
        Invalid("團拜會致辭⟦（通用3篇）⟧\n各位來賓：新年好。", fixed="團拜會致辭\n各位來賓：新年好。"),
        Invalid("1、某镇修渠动员讲话稿⟦范文⟧同志们,今天开会。", fixed="1、某镇修渠动员讲话稿同志们,今天开会。"),
        Invalid("汛期值守动员讲话稿⟦模板⟧同志们: 今天开会。", fixed="汛期值守动员讲话稿同志们: 今天开会。"),
        Invalid("食堂管理员竞聘演讲稿⟦精选6篇⟧\n大家好。", fixed="食堂管理员竞聘演讲稿\n大家好。"),
        Invalid("在会上的讲话\n好。\n座谈会发言稿⟦范文⟧\n大家好。", fixed="在会上的讲话\n好。\n座谈会发言稿\n大家好。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        lines = document.lines
        titles = _title_lines(document)
        for line in sorted({lines.index_of(start) for start, _ in ctx.places}):
            if _names_an_annex(document, line):
                continue
            for span in _words(document, line, line in titles):
                word = span.of(ctx.text)
                start, end = lines[line]
                rest = (ctx.text[start : span.start] + ctx.text[span.end : min(end, span.end + LONGEST_TITLE)]).strip()
                fix = ctx.fix(Bilingual(f"删去“{word}”", f"Delete “{word}”"), [Edit(span, "")], Applicability.UNSAFE)
                yield ctx.found(
                    span,
                    Bilingual(
                        f"“{word}”是范文网站的用语，不应留在标题里；应删去",
                        f"“{word}” is a specimen site's wording; delete it from the title",
                    ),
                    fix=fix if len(rest) >= SHORTEST_REST else None,
                )


def _title_lines(document: Document) -> frozenset[int]:
    """The first lines that are not blank: title, and what stands with it."""
    lines = document.lines
    filled = (
        line for line in range(min(40, len(lines))) if document.text[lines.starts[line] : lines.ends[line]].strip()
    )
    return frozenset(line for _, line in zip(range(TITLE_LINES), filled, strict=False))


def _names_an_annex(document: Document, line: int) -> bool:
    """Whether the line names an annex, or stands below 附件2 alone: a form to fill in is 模板 by right."""
    start = document.lines.starts[line]
    above = document.text[max(0, start - LONGEST_TITLE) : start].rstrip()
    here = document.text[start : start + 2 * SHORTEST_REST].lstrip(BLANKS + "0123456789.．、")
    return (
        here.startswith("附件")
        or _ANNEX_ALONE.fullmatch(above, max(above.rfind("\n"), above.rfind("\r")) + 1) is not None
    )


def _words(document: Document, line: int, is_title: bool) -> Iterator[Span]:
    """The advertising words of a line that looks like a title."""
    start, end = document.lines[line]
    if end - start > LONGEST_TITLE and not is_title:
        return
    words = fold(document.text[start : min(end, start + LONGEST_TITLE)])
    glued = end - start > LONGEST_TITLE or any(mark in words for mark in "。！？；，,;!?")
    if glued and not is_title:
        return
    for match in (_IN_THE_TITLE if is_title else _IN_TITLES).finditer(words.rstrip(BLANKS)):
        # In a title that lost its line end only 范文 or 模板 before the salutation is its own beyond doubt.
        if not glued or match["glued"]:
            yield Span(start + match.start(), start + match.end())
