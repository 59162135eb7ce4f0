"""watermark/page-footer"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.footers import FOOTER_SIGNS, find_footers
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span
from speechlint.text.words import holds_any

# Who filled in a form signs its foot.
_SIGNERS = ("制表", "填表", "填报", "制单", "统计负责人")
BESIDE = 60
_TEXT = (
    "渠修到了地头，水也引到了田里，老把式说今年的秧苗比哪一年都壮，农技员每周下来两趟，查苗情、看墒情、教用药；"
    "合作社的农机排好了班，谁家先插、谁家后插，榜上写得清清楚楚，"
)


class PageFooter(Rule):
    """The page number at the foot of a printed page came along when the text was copied: a line of its own, or, where
    the line ends were lost, in the middle of a word. A sentence that speaks of a page is left alone.

    Inside the text a bare `-2-`, `2/6` or `第2页` is a page's only in a series: rising by one, a page apart, at even
    distances. Lines of numbers that do not rise, such as scores, are no footers.
    """

    id = "watermark/page-footer"
    title = Bilingual("页脚的页码留在正文里", "Page footer left in the text")
    why = Bilingual(
        "页码由排版生成（GB/T 9704-2012 第7.5条），不属于正文；复制时带进来会打断句子。",
        "Page numbers are made by the layout and are no part of the text; copied along, they break sentences.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "独占一行、前后都是完整段落的页码，删去不动正文；切断句子的、夹在词里的和只写 12/15 的，要人看过。",
        "Between whole paragraphs a line is a page number alone; where it cuts a sentence, a person should look.",
    )
    presets = {"scraped": Severity.ERROR}
    norm = "GB/T 9704-2012, 7.5"
    triggers = FOOTER_SIGNS
    covers = True
    VALID = (
        Valid("见第3页表2。"),
        Valid("请翻到第12页，共有五处要改。"),
        Valid("12/15名代表投了赞成票。"),
        Valid("全书共300页，第一页是序言。"),
        Valid("2020—2025年，全市新建公园30个。"),
        Valid("出席率为14/15，缺席者已请假。\n投票率为15/15，全票通过。"),
        Valid("附件：登记表（共3页）"),
        Valid("報告第5頁列出了去年的數字。"),
        Valid("笔录第3/9页有改动，合同的第1页共2页都要盖章，卷宗第12／40页附有照片。"),
        Valid("-5-10℃"),
        Valid("各队得分：\n- 3 -\n- 5 -\n- 2 -\n以上成绩有效。"),
        Valid("最后得分：\n- 3 -\n祝贺他们。"),
        Valid(f"共有1/3的村{_TEXT}到了夏天，已有2/3的村{_TEXT}"),
        Valid(f"手册第1页写着一句话：{_TEXT}再看第2页的表，{_TEXT}翻到第3页，{_TEXT}"),
        Valid(f"{_TEXT}不误农时。-1-"),
    )
    INVALID = (
        Invalid(
            "各项工作有序推进。\n⟦第3页 共9页⟧\n下一步重点抓好落实。", fixed="各项工作有序推进。\n下一步重点抓好落实。"
        ),
        Invalid("各项工作有序推进。\n⟦- 4 -⟧\n下一步重点抓好落实。", fixed="各项工作有序推进。\n下一步重点抓好落实。"),
        Invalid("一要抓培训。\n　　⟦第 2 頁／共 6 頁⟧　\n二要抓考核。", fixed="一要抓培训。\n二要抓考核。"),
        Invalid("大家辛苦了。\n⟦—12—⟧", fixed="大家辛苦了。"),
        Invalid("夏粮已经归仓，秋种就要开始，各村要早做打\n⟦第3页/共9页⟧\n算，种子和化肥要备足。"),
        Invalid("要把责任落⟦第1页共10页⟧到人头上。"),
        Invalid("清淤引水十二法⟦（第3/9页）⟧\n渠要年年清，水才年年来。"),
        Invalid("渠要年年清。\n⟦第3/9页⟧\n水才年年来。", fixed="渠要年年清。\n水才年年来。"),
        Invalid(f"{_TEXT}人人心⟦-1-⟧里有底。{_TEXT}不误农时。⟦-2-⟧\n{_TEXT}不误⟦-3-⟧农时。"),
        Invalid(f"{_TEXT}不誤農時。⟦1/4⟧\n{_TEXT}⟦2/4⟧不誤農時。"),
        Invalid("水渠修到了地头。\n⟦3/12⟧\n泵站也通了电。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for footer in find_footers(ctx.document):
            word = footer.span.of(ctx.text)
            yield ctx.found(
                footer.span,
                Bilingual(
                    f"“{word}”是页码，不属于正文，应删去", f"“{word}” is a page number, no part of the text; delete it"
                ),
                severity=Severity.HINT if _is_of_table(ctx, footer.span) else None,
                fix=ctx.fix(
                    Bilingual(f"删去页码“{word}”", f"Delete the page number “{word}”"),
                    [Edit(footer.cut, "")],
                    Applicability.SAFE if footer.certain else Applicability.UNSAFE,
                ),
            )


def _is_of_table(ctx: Context, span: Span) -> bool:
    """Whether the number closes a printed form: 制表：… 审核：… 第1页."""
    lines = ctx.document.lines
    line = lines[lines.index_of(span.start)]
    around = ctx.document.folded[max(line.start, span.start - BESIDE) : min(line.end, span.end + BESIDE)]
    return holds_any(around, _SIGNERS)
