"""punctuation/halfwidth-punct"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.halfwidth import FULL_WIDTH
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import is_han
from speechlint.text.span import Span

_MESSAGES = {
    half: Bilingual(f"半角“{half}”应为全角“{full}”", f"half-width “{half}” should be full-width “{full}”")
    for half, full in FULL_WIDTH.items()
} | {"．": Bilingual("句末的“．”应为句号“。”", "“．” at a sentence's end should be “。”")}
_LINKS = frozenset("和与與及")
# So many colons and no other half-width mark are a habit of the house.
FEWEST_COLONS = 2
_TITLES = {half: Bilingual(f"改为“{full}”", f"write “{full}”") for half, full in FULL_WIDTH.items()}


class HalfwidthPunct(Rule):
    """Half-width `, : ; ! ? ( )` in Chinese text, a point for a full stop, and one that a site put between two words
    against copying (群众的.支持); one finding for each mark.

    A mark between Han characters is one; beside Latin letters and numbers the line decides. Numbers, times, ratios,
    addresses, formulas, code and sentences in other languages are left alone, and so are the marks of list markers.
    Published laws are full-width throughout but for colons, mostly at the ends of lines: in such a draft, a hint.
    """

    id = "punctuation/halfwidth-punct"
    title = Bilingual("中文里用了半角标点", "Half-width punctuation in Chinese text")
    why = Bilingual(
        "中文的点号和括号占一个汉字的位置（GB/T 15834-2011 第5.1条）；半角标点多是网站编辑器留下的。",
        "Chinese marks take the width of a character; half-width ones are mostly left by a site's editor.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换成同一个标点的全角形式，文字不动。", "Only the width of the mark changes.")
    norm = "GB/T 15834-2011, 5.1"
    VALID = (
        Valid("气温升到3.5度，比例1:500，上午9:30开闸，共1,200户。"),
        Valid("产值增长5,6两月最快，比分3:2。"),
        Valid("按GB/T 9704-2012排版，函数f(x)取最大值，g(a, b)不变。"),
        Valid("详见https://www.example.cn/a?id=3,4;b=(5)。"),
        Valid("他用英语说：“Time is money, my friend!”大家都笑了。"),
        Valid("The county hall (县礼堂), built in 1984, was repaired; it is open again."),
        Valid("1)修渠\n2)引水\n(1)查苗情\n(2)看墒情"),
        Valid("设选项A,B,C，选对得分；算式(3)见上。"),
        Valid("渠水清清：鱼虾回来了！谁说不是呢？"),
        Valid("館藏《港志》，第12卷（1931年），共1,024頁。"),
        Valid("原式＝(a+b)(1/a+1/b)≥(1+1)²，方程2x＋3＝5(x－3)，和为a₁(1－qⁿ)/(1－q)，点P(2,－1)。"),
        Valid("区间记作(a,b]或[a,b)，函数f(x)=ln(x－1)在(1,＋∞)上递增，约为(700/450)⁴倍。"),
        Valid("[1] 柳青, 石磊. 水渠衬砌三法[J]. 水利学报, 2019, 12(3): 45-52."),
        Valid("那份“渠首图_v3(改).docx”请勿再用。"),
        Valid("她笑着说：“안녕하세요!”大家都笑了。"),
        Valid("{{ 村名,组名 }}的渠由{% if 甲,乙 %}管。"),
        Valid("渠通了，水来了，人人都高兴．\n一．修渠\n二．引水"),
        Valid("二期、?水灌区开工。"),
        Valid("大卫.科波菲尔、约翰.汤普森都来看过渠，水位升了三.五米。"),
        Valid("渠口的墙上写着：清淤.固堤.引水.护苗，字很大。"),
        Valid("柳青.水渠三法[M].北京：水利书社，2019."),
        Valid("第一章.总则"),
        Valid("第一段&nbsp;第二段"),
        Valid("- [ ] 查苗情\n- [x] 看墒情\n\n见[说明](https://example.cn/a,b)，图![渠](q.png)。", format="markdown"),
        Valid("运行`f(a, b); g(c)`即可。", format="markdown"),
    )
    INVALID = (
        Invalid("渠水清清⟦,⟧鱼虾回来了⟦!⟧", fixed="渠水清清，鱼虾回来了！"),
        Invalid("村长⟦(⟧代理⟦)⟧说⟦:⟧“先查泵⟦;⟧再开闸。”", fixed="村长（代理）说：“先查泵；再开闸。”"),
        Invalid("亩产增长3.5%⟦,⟧其中早稻5%⟦,⟧2024年再看。", fixed="亩产增长3.5%，其中早稻5%，2024年再看。"),
        Invalid("谁来管水⟦?⟧怎么管⟦?⟧", fixed="谁来管水？怎么管？"),
        Invalid("请了两位CEO⟦,⟧都是本村人。", fixed="请了两位CEO，都是本村人。"),
        Invalid("联系人⟦:⟧老周⟦;⟧电话⟦:⟧12345", fixed="联系人：老周；电话：12345"),
        Invalid("加入世界贸易组织⟦(⟧WTO⟦)⟧以后⟦,⟧茶叶好卖了。", fixed="加入世界贸易组织（WTO）以后，茶叶好卖了。"),
        Invalid("會議指出⟦,⟧「守好海堤」⟦,⟧人人有責⟦;⟧", fixed="會議指出，「守好海堤」，人人有責；"),
        Invalid(
            "市里开展“双送”⟦,⟧县里跟进《办法》⟦,⟧20个镇都动了。",
            fixed="市里开展“双送”，县里跟进《办法》，20个镇都动了。",
        ),
        Invalid("X市⟦,⟧xx县和二〇××年⟦,⟧都在名单上。", fixed="X市，xx县和二〇××年，都在名单上。"),
        Invalid("好⟦!⟧⟦!⟧渠终于通了 ⟦,⟧大家可以放心了。", fixed="好！！渠终于通了 ，大家可以放心了。"),
        Invalid(
            "市里编了规划⟦(⟧2021-2025⟦)⟧，渠头村⟦(⟧A区⟦)⟧先动工。",
            fixed="市里编了规划（2021-2025），渠头村（A区）先动工。",
        ),
        Invalid(
            "渠管站 ⟦(⟧下称本站⟦)⟧ 管水，真好⟦!⟧⟦!⟧⟦!⟧⟦,⟧放心。", fixed="渠管站（下称本站）管水，真好！！！，放心。"
        ),
        Invalid(
            "渠通了。水来了。田里绿了，人人都高兴⟦．⟧\n都说这叫“引水上山”⟦.⟧\n",
            fixed="渠通了。水来了。田里绿了，人人都高兴。\n都说这叫“引水上山”。\n",
        ),
        Invalid("渠水清清⟦､⟧鱼虾回来了⟦｡⟧", fixed="渠水清清、鱼虾回来了。"),
        Invalid("修渠得到了村民的⟦.⟧大力支持，水利⟦.⟧事业有了新起色。"),
        Invalid("凡是拒绝交水费的⟦.⟧，渠管站可以停水。"),
        Invalid("渠修到了地头，水也引到了田里⟦.⟧\n", fixed="渠修到了地头，水也引到了田里。\n"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, rule, (marks, points) = ctx.text, self.id, ctx.document.halfwidth
        for at in points:
            yield _stray(ctx, at)
        if not marks:
            return
        severity = Severity.HINT if _is_habit(text, marks) else self.severity
        # A draft may hold ten thousand of them, so what is the same for all is said once.
        said = {
            half: (_MESSAGES[half].into(ctx.language), _TITLES[half].into(ctx.language), full)
            for half, full in FULL_WIDTH.items()
        }
        safe = Applicability.SAFE
        for at in marks:
            mark = text[at]
            message, title, full = said[mark]
            span = edited = Span(at, at + 1)
            how = safe
            if mark in "()":
                edited = _with_blank(text, at)
            elif mark in "!?" and text[at - 1].isascii() and text[at - 1].isalpha():
                how = Applicability.UNSAFE  # Yahoo!中国: the mark may be part of a name
            yield Diagnostic(rule, span, message, severity, Fix(title, (Edit(edited, full),), how))


def _stray(ctx: Context, at: int) -> Diagnostic:
    text, span = ctx.text, Span(at, at + 1)
    words = text[max(0, at - 2) : at + 3].strip()
    # Before a mark and behind 的 no sentence ends; yet a word may have been filtered out: 党的.和二中全会.
    sure = not is_han(text[at + 1]) or (text[at - 1] == "的" and text[at + 1] not in _LINKS)
    return ctx.found(
        span,
        Bilingual(
            f"“{words}”中间的“.”不是中文标点：多出来的应删去，顶替了词的应补上原词，用错的应换成“。”“、”或“·”",
            f"“.” in “{words}” is no Chinese mark: delete it, restore the word it hides, or write “。”, “、” or “·”",
        ),
        fix=ctx.fix(Bilingual("删去“.”", "delete “.”"), [Edit(span, "")], Applicability.UNSAFE) if sure else None,
    )


def _with_blank(text: str, at: int) -> Span:
    """A bracket with the blank between it and the words outside: 本站 (以下……) 办理."""
    if text[at] == "(":
        return Span(at - (text[at - 1 : at] == " " and is_han(text[at - 2 : at - 1])), at + 1)
    return Span(at, at + 1 + (text[at + 1 : at + 2] == " " and is_han(text[at + 2 : at + 3])))


def _is_habit(text: str, marks: tuple[int, ...]) -> bool:
    """Whether all the half-width marks are colons, two at least, and most of them close a line."""
    if len(marks) < FEWEST_COLONS or not all(text[at] == ":" for at in marks):
        return False
    return 2 * sum(text[at + 1 : at + 2] in ("", "\n", "\r") for at in marks) > len(marks)
