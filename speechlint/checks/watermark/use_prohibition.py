"""watermark/use-prohibition"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.model import Document
from speechlint.document.residue import TRIGGERS, Residue
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.words import holds_any

# Marks for the handling of a paper …
_HANDLING = ("内部", "外传", "简报", "转载", "传阅")
# … that a site does not set with such words.
_SITE = ("会员", "本站", "本网", "文档", "学习", "下载", "商用", "倒卖", "个人", "注明", "上传", "http", "www")
_OFFICES = (
    "工会",
    "委员会",
    "办公室",
    "办公厅",
    "人民政府",
    "局",
    "厅",
    "简报",
    "内参",
    "编印",
    "党委",
    "指挥部",
    "管理处",
)
BESIDE, LONGEST_NEIGHBOURHOOD = 4, 400


class UseProhibition(Rule):
    """A site's rules for its goods: for study only, no passing on, no reprint, no resale."""

    id = "watermark/use-prohibition"
    title = Bilingual("网站的使用限制留在稿子里", "A site's restriction of use")
    why = Bilingual(
        "“仅供学习”“禁止外传”是卖稿的网站定的规矩；公文的密级另有标注办法。",
        "A seller's rule for its goods; an official document marks its secrecy in another way.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整行或整处删去，正文一字不动；但只有人能断定这几个字真不是正文。",
        "The line or the notice goes and no word of the draft; yet only a person can be sure that it is none.",
    )
    triggers = TRIGGERS
    covers = True
    VALID = (
        Valid("秘密★1年"),
        Valid("本办法不对外公开。"),
        Valid("涉密文件严禁外传，违者依纪处理。"),
        Valid("未经著作权人许可不得转载，法律另有规定的除外。"),
        Valid("严厉打击倒卖火车票的行为。"),
        Valid("加强内部资料管理，严格借阅手续。"),
        Valid("這份文件不得外傳，請各單位妥善保管。"),
        Valid("这批图书仅供学习使用，请爱护。\n同志们：\n大家好。"),
    )
    INVALID = (
        Invalid(
            "⟦仅供内部学习 请勿外传⟧\n在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid("同志们：\n秋收开始了。\n⟦转载请注明出处⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志们：\n秋收开始了。\n⟦【禁止倒卖，违者必究】⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("同志们：\n秋收开始了。\n⟦本资料仅供个人学习，禁止商用⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid(
            "⟦内部资料　请勿外传⟧\n石桥镇防汛指挥部办公室\n今天水位回落。",
            fixed="石桥镇防汛指挥部办公室\n今天水位回落。",
        ),
        Invalid("各位鄉親：\n收成好。\n⟦未經授權禁止轉載⟧", fixed="各位鄉親：\n收成好。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(
            ctx,
            Bilingual("网站的使用限制", "a site's restriction of use"),
            doubtful=lambda residue: _is_offices_own(ctx.document, residue),
        )


def _is_offices_own(document: Document, residue: Residue) -> bool:
    """Whether an office may have marked its own paper: a line at the head or the foot, beside the office's name."""
    words = residue.span.of(document.folded)
    if not residue.lines or holds_any(words, _SITE) or not holds_any(words, _HANDLING):
        return False
    lines = document.lines
    first, last = max(0, residue.lines[0] - BESIDE), min(len(lines), residue.lines[-1] + 1 + BESIDE)
    if first > 0 and last < len(lines):
        return False
    start, end = lines[first].start, lines[last - 1].end
    if end - start > LONGEST_NEIGHBOURHOOD:
        return False
    others = document.folded[start : residue.span.start] + document.folded[residue.span.end : end]
    return holds_any(others, _OFFICES)
