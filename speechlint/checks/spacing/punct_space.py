"""spacing/punct-space"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.punctuation.mark_names import NAMES
from speechlint.checks.spacing.strays import is_stray_beside_mark, pays_respect
from speechlint.document.blanks import Beside
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern

# The number of an equation stands apart at the line's end: n/(n+1)。　（*）
_EQUATION = Pattern(r"[（(][0-9]{0,3}[*＊†]?(?:[.-][0-9]{1,3})?[)）](?=[\r\n]|$)")
_QUOTING = frozenset("“”‘’")
_DELETE = Bilingual("删去空格", "Delete the blank")


class PunctSpace(Rule):
    """A blank beside a Chinese mark, inside or outside quotation marks, and behind a half-width mark that closes
    Chinese words. What stands in columns, in labels, in empty brackets and
    in words of other languages is left alone.
    """

    id = "spacing/punct-space"
    title = Bilingual("标点前后有空格", "A blank beside a punctuation mark")
    why = Bilingual(
        "标点自占一个字的位置，前后都不加空格。",
        "A Chinese mark has room of its own; no blank goes before or after it.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只删标点旁边的空格。", "Only the blank beside the mark goes.")
    norm = "GB/T 15834-2011 5.1"
    VALID = (
        Valid("会上提出“颗粒归仓”，各组照办。"),
        Valid("一、 认真清仓，把住入库关。\n第二条　“颗粒归仓”是硬任务，要落到人。"),
        Valid("经办人（　　），日期（ ）。"),
        Valid("姓名：　　　　单位：　　　　"),
        Valid("- “颗粒归仓”行动，九月开始。\n- 《入库须知》，人手一份。", format="markdown"),
        Valid("墙上写着“ Keep dry ”，意思是防潮。"),
        Valid("他念道：\n春种一粒粟，　秋收万颗子。"),
        Valid(
            "春雨一犁耕晓色，　秋风万里送禾香，　仓廪充盈人自乐，　田园丰稔岁长康，　家家户户开新酿，　处处村村晒谷场。"
        ),
        Valid("| 品名 | “早籼”，一等 |\n| --- | --- |\n| 产地 | 柳湾，北坡 |", format="markdown"),
        Valid("“颗粒归仓” 先进集体名单"),
        Valid("粮站以“守好‘粮仓’ 端稳‘饭碗’”为主题，办了三次讲座。"),
        Valid("粮站 (以下简称本站) 承办收购，农户 (户主) 签字。"),
        Valid("The words 粮站, 仓房 and 晒场 are nouns, and “颗粒归仓”, too."),
        Valid("- 单位: 柳湾粮站，三个人\n- 时间: 上午，九点", format="markdown"),
        Valid("参考文献\n[1] 柳青, 石磊. 粮仓通风三法[J]. 仓储学报, 2019, 12(3): 45-52."),
        Valid("设各仓存粮相等，得总量为十二车。　（*）\n由（*）式知粮够吃。"),
        Valid("总之，The grain is dry, and it is clean. 这是质检员的话。"),
    )
    INVALID = (
        Invalid("站长说：“‘颗粒归仓’⟦ ⟧是硬任务，各组照办。”", fixed="站长说：“‘颗粒归仓’是硬任务，各组照办。”"),
        Invalid("会上提出“颗粒归仓⟦ ⟧”，⟦ ⟧各组照办⟦ ⟧。", fixed="会上提出“颗粒归仓”，各组照办。"),
        Invalid("秋收以来⟦ ⟧,全站上下都在晒粮⟦ ⟧;人人出力。", fixed="秋收以来,全站上下都在晒粮;人人出力。"),
        Invalid("會上提出「顆粒歸倉」⟦ ⟧等要求，各組照辦。", fixed="會上提出「顆粒歸倉」等要求，各組照辦。"),
        Invalid(
            "9月3日,⟦ ⟧社员们把稻谷送来,⟦ ⟧“一粒不少”地过了秤。", fixed="9月3日,社员们把稻谷送来,“一粒不少”地过了秤。"
        ),
        Invalid(
            "《入库须知》⟦ ⟧要人手一份，（⟦ ⟧含临时工）都要签字。",
            fixed="《入库须知》要人手一份，（含临时工）都要签字。",
        ),
        Invalid(
            "粮站昨天开仓，收了三车稻谷，社员们都很高兴，说今年的秤准、价钱好。⟦　⟧今天接着收玉米和大豆。",
            fixed="粮站昨天开仓，收了三车稻谷，社员们都很高兴，说今年的秤准、价钱好。今天接着收玉米和大豆。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, blanks = ctx.text, ctx.document.blanks
        delete = _DELETE.into(ctx.language)  # a draft may hold ten thousand of them
        for span in blanks.beside(Beside.MARK):
            if blanks.is_odd(span) or not is_stray_beside_mark(blanks, span) or ctx.document.notation.holds(span.start):
                continue
            if pays_respect(ctx.document, span):
                continue
            before, after = text[span.start - 1], text[span.end]
            if after in "（(" and _EQUATION.match(text, span.end) is not None:
                continue
            yield ctx.found(
                span,
                Bilingual(
                    f"{_shown(before).zh}与{_shown(after).zh}之间多了空格，标点前后不空格",
                    f"A blank between {_shown(before).en} and {_shown(after).en}; marks stand without any",
                ),
                severity=Severity.HINT if before in "、）" and blanks.ends_marker(span) else None,
                fix=Fix(delete, (Edit(span, ""),), Applicability.SAFE),
            )


def _shown(character: str) -> Bilingual:
    """The character in quotation marks; a quotation mark by its name, for in marks of its own it cannot be read."""
    return NAMES[character] if character in _QUOTING else Bilingual(f"“{character}”", f"“{character}”")
