"""punctuation/doc-number-bracket"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_SIGNS = Literals(
    lambda: (f"{opener}{century}" for opener in "[［【(（〔„" for century in ("19", "20")), both_scripts=False
)
_NUMBER = Pattern(
    r"(?P<open>[\[［【(（〔„]) ?(?P<year>(?:19|20)[0-9xX×*]{2})年? ?(?P<close>[\]］】)）〕‟]) ?第?"
    r"(?P<zeros>0*)(?:[1-9][0-9]{0,4}|[xX×*]{1,4}) ?[号號]"
)
# What an office's number begins with ends in one of these: 国办发, 粮函, 工总字.
_OFFICE = Pattern(f"[{HAN}]{{0,8}}[发發字函办辦文令通电電请請报報党黨政委会會调調规規综綜秘任纪紀议議]$")
# A court's numbers have the year in round brackets in front: （2024）京01民初5号.
LONGEST_OFFICE = 10


class DocNumberBracket(Rule):
    """The year of a document's number in other brackets than 〔 〕, or the number with a nought in front:
    粮发[2024]05号. Case numbers of courts, references and years in brackets are left alone.
    """

    id = "punctuation/doc-number-bracket"
    title = Bilingual("发文字号的括号不合规定", "Wrong brackets in a document's number")
    why = Bilingual(
        "发文字号的年份用六角括号“〔〕”括入，序号不编虚位，不加“第”字。",
        "The year stands in 〔 〕, the number without noughts in front.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换括号、去掉序号前的 0。", "Only the brackets change, and noughts in front go.")
    norm = "GB/T 9704-2012 7.2.5"
    triggers = _SIGNS
    VALID = (
        Valid("粮发〔2024〕5号已经印发。"),
        Valid("（2024）柳01民初12号判决书已经送达。"),
        Valid("参考文献[12]，见文献[2024]。"),
        Valid("秋粮工作要点（2024）共5条。"),
        Valid("Er sagte „2024‟, 5号粮仓记作„2024‟。"),
        Valid("本办法（2024年修订）第5号令公布。"),
    )
    INVALID = (
        Invalid("粮发⟦[2024]⟧5号已经印发。", fixed="粮发〔2024〕5号已经印发。"),
        Invalid("柳粮字⟦（2023）⟧第8号文要落实。", fixed="柳粮字〔2023〕第8号文要落实。"),
        Invalid("糧函⟦【2024】⟧12號", fixed="糧函〔2024〕12號"),
        Invalid("柳政办发⟦〔2024〕05号⟧", fixed="柳政办发〔2024〕5号"),
        Invalid("粮发⟦„2024‟⟧5号已经印发。", fixed="粮发〔2024〕5号已经印发。"),
        Invalid("粮发⟦[20xx]⟧x号", fixed="粮发〔20xx〕x号"),
        Invalid("粮发⟦(2024)03号⟧", fixed="粮发〔2024〕3号"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        for start, _ in ctx.places:
            number = _NUMBER.match(text, start, start + 20)
            if number is None or _OFFICE.search(text, max(0, start - LONGEST_OFFICE), start) is None:
                continue
            edits = [
                Edit(Span(*number.span(name)), wanted)
                for name, wanted in (("open", "〔"), ("close", "〕"), ("zeros", ""))
                if number[name] != wanted
            ]
            if not edits:
                continue
            end = number.end() if number["zeros"] else number.end("close")
            right = f"〔{text[number.end('open') : number.start('close')].strip(' ')}〕"
            noughts = Bilingual("", "")
            if number["zeros"]:
                right += text[number.end("zeros") : end]
                noughts = Bilingual("，序号前不加0", ", the number has no nought in front")
            yield ctx.found(
                Span(start, end),
                Bilingual(
                    f"发文字号“{text[start:end]}”应写作“{right}”：年份用六角括号{noughts.zh}",
                    f"“{text[start:end]}” is written “{right}”: the year goes into 〔 〕{noughts.en}",
                ),
                fix=ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), edits, Applicability.SAFE),
            )
