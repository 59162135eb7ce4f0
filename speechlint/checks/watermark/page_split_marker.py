"""watermark/page-split-marker"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.pagemarks import PAGE_NUMBERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_PAGE = (
    "沿河各村的排水沟已经清到了底，淤泥装车运走，护坡上补种的柳条也都活了，乡里请老把式看过，说再来一场去年那样的雨，"
    "水也能顺着沟走，进不了院子。入户排查的名册放在村部，谁家住的是老屋，谁家有行动不便的老人，上面记得清清楚楚，"
    "夜里叫人不会漏掉一户，这本名册要随时添改，换了电话、搬了住处的，当天就写上去，不能等到下了雨才翻出来看，这一条各村都要"
)
_REST = "记在心里。谢谢大家。"


def _cut(count: int, marker: str) -> str:
    """A text cut into `count` pages of one length, and a rest."""
    text = "\n".join(f"⟦{marker.format(i)}⟧{_PAGE}" for i in range(1, count + 1))
    return f"{text}\n⟦{marker.format(count + 1)}⟧{_REST}"


class PageSplitMarker(Rule):
    """Some preview sites cut a text every few hundred characters and number the pieces: `2、` then stands in the
    middle of a sentence, between two lines. Nobody numbers a draft like that; left in, it reads as a list and splits
    words.

    Told from a list by three things together: the pieces are nearly of one length, most breaks cut a sentence, and at
    least one falls where no line can end. Only then is the fix safe; where the lengths vary, it is a suggestion.
    """

    id = "watermark/page-split-marker"
    title = Bilingual("分页序号切断了正文", "Page number of a preview cuts the text")
    why = Bilingual(
        "预览网站每隔几百字切一刀，在断口写上序号，句子和词被拦腰截断；读稿时会把它当作条目念出来。",
        "A preview site cuts the text every few hundred characters and numbers the pieces; words are torn apart.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual(
        "只在各段长度几乎相等、多数断口切断句子时才改，删去的只是序号和换行，正文一字不动。",
        "Only where the pieces are nearly of one length and most breaks cut a sentence; no word of the text goes.",
    )
    triggers = PAGE_NUMBERS
    whole = True
    covers = True
    VALID = (
        Valid("1、提高认识。\n2、加强领导。\n3、抓好落实。"),
        Valid("一、会议议程\n1、传达上级会议精神\n2、通报上半年工作情况\n3、部署下半年重点任务\n4、领导讲话"),
        Valid("1、团结奋进争一流\n2、安全生产记心头\n3、文明施工树形象\n4、质量第一创品牌"),
        Valid("1.张　华\n2.李小梅\n3.王建国\n4.赵　磊"),
        Valid(f"1、{_PAGE}做到。\n2、{_PAGE}记在心里。"),
        Valid("1、送服务到田头\n2、，看大棚"),
        Valid("1、爱岗敬业，忠于职守，\n2、遵章守纪，听从指挥，\n3、互帮互学，共同进步，\n4、勤俭节约，爱护公物。"),
        Valid("\n".join(f"{i}、{_PAGE}做到。" for i in range(1, 6))),
        Valid(
            "\n".join(f"{i}、{_PAGE.replace('，', '').replace('。', '')}" for i in range(1, 4)).replace(
                "清到了底", "清理得很干净", 1
            )
        ),
    )
    INVALID = (
        Invalid(_cut(4, "{}、"), fixed=_PAGE * 4 + _REST),
        Invalid(_cut(3, "{}."), fixed=_PAGE * 3 + _REST),
        Invalid(_cut(3, "第{}页"), fixed=_PAGE * 3 + _REST),
        Invalid(f"村里的安排\n⟦1、⟧ {_PAGE}记在\n⟦2、⟧，随时添改。谢谢大家。"),
        Invalid(
            "⟦1、⟧我們要把服務送到田間地頭，\n⟦2、⟧送到每一個需要的人手裡。今年春天，村裡的合作社（去年秋天才\n"
            "⟦3、⟧成立的那一家）請我去看他們的大棚，棚裡的番茄已經紅了，社員們都很高興\n⟦4、⟧，有人當場就算起了帳。"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for mark in ctx.document.page_marks:
            word = mark.span.of(ctx.text)
            fix = ctx.fix(
                Bilingual(f"删去“{word}”，接上断开的句子", f"Delete “{word}” and join the lines"),
                [Edit(mark.seam, "")],
                Applicability.SAFE if mark.certain else Applicability.DISPLAY,
            )
            yield ctx.found(
                mark.span,
                Bilingual(
                    f"“{word}”是网站分页留下的序号，不是条目；应删去并把前后两行接起来",
                    f"“{word}” is a page number that a site left, no list item; delete it and join the lines",
                ),
                fix=fix,
            )
