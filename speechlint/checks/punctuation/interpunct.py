"""punctuation/interpunct"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import CHINESE_DIGITS, HAN, TRANSCRIBING, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

RIGHT = "·"
_DOTS = ("•", "‧", "・", "∙", "⋅", "･", "˙", "．")
# “一二.九”, “五．四”: the month's figure stands behind an opening mark.
_SIGNS = Literals(
    lambda: (
        *_DOTS,
        *(f"{quote}{month}{dot}" for quote in "“‘「" for month in ("一二", *"一三五七八九") for dot in ".．"),
    ),
    both_scripts=False,
)
_DAY = Pattern("[一二三四五六七八九十]{1,3}[”’」]")
# A name has four parts at most; a slogan goes on.
_SLOGAN = Pattern(f"(?:[{HAN}]{{1,8}}(?P<dot>[•‧・∙⋅･˙．])){{4,}}[{HAN}]")
NEAR = 40
_UNIT = Pattern(f"[／/][{HAN}]{{1,4}}$")
# A full-width point may stand for a full stop; it is none between short words of which the first ends like a name.
_SHORT_WORDS = Pattern(f"(?:.*[^{HAN}])?[{HAN}]{{1,5}}[{TRANSCRIBING}]．[{HAN}]{{1,6}}(?:[^{HAN}]|$)")


class Interpunct(Rule):
    """The dot between the parts of a foreign name, or between a book and its chapter, written with a bullet, a katakana
    dot or another look-alike. Bullets of lists, numbers (一．) and decimals are left alone. In traditional text, where
    ‧ and ・ are common, a hint.
    """

    id = "punctuation/interpunct"
    title = Bilingual("间隔号用错字符", "A wrong character for the interpunct")
    why = Bilingual(
        "外国人名各部分之间、书名与篇名之间用间隔号“·”（U+00B7），项目符号和日文中点都不是。",
        "The dot in names is U+00B7; bullets and katakana dots are other characters.",
    )
    severity = Severity.WARNING
    presets = {"zh-hant": Severity.HINT}
    fixes = Applicability.SAFE
    because = Bilingual("只换形近的字符。", "Only a look-alike changes.")
    norm = "GB/T 15834-2011 4.14"
    triggers = _SIGNS
    VALID = (
        Valid("威廉·汤普森来粮站参观。"),
        Valid("• 清仓\n• 扫场"),
        Valid("一．清仓\n二．扫场"),
        Valid("要求：• 清仓 • 扫场"),
        Valid("年平均風速三‧五公尺／秒‧平方公尺，折合零‧零零一公克。"),
        Valid("这是世界上第一部讲守粮的小说．后来又有了第二部。"),
        Valid("我完全赞成．下面谈三点．"),
        Valid("亩产１．５吨，第３．２节。"),
        Valid("［1］柳青，石磊．粮仓通风三法［J］．仓储学报，2019（3）：4－9．"),
        Valid("清仓•扫场•晒粮•入库•巡查"),
        Valid("注音符號˙ㄅㄚ是輕聲。"),
    )
    INVALID = (
        Invalid("威廉⟦•⟧汤普森来粮站参观。", fixed="威廉·汤普森来粮站参观。"),
        Invalid("威廉⟦・⟧汤普森来粮站参观。", fixed="威廉·汤普森来粮站参观。"),
        Invalid("学习“一二⟦.⟧九”的事迹。", fixed="学习“一二·九”的事迹。"),
        Invalid("玛丽⟦‧⟧史密斯来了。", fixed="玛丽·史密斯来了。"),
        Invalid("约翰⟦．⟧史密斯来了。"),
        Invalid("作家马耀⟦˙⟧古木来粮站参观。", fixed="作家马耀·古木来粮站参观。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, traditional = ctx.text, ctx.document.script.is_traditional
        for start, end in ctx.places:
            span = Span(end - 1, end)
            dot = span.of(text)
            dated = end - start > 1
            if not (_parts_date(text, end) if dated else _parts_name(text, span)) or ctx.document.notation.holds(start):
                continue
            yield ctx.found(
                span,
                Bilingual(
                    f"“{dot}”（U+{ord(dot):04X}）应为间隔号“·”", f"“{dot}” (U+{ord(dot):04X}) should be “·” (U+00B7)"
                ),
                severity=Severity.HINT if traditional else None,
                fix=ctx.fix(Bilingual("改为“·”", "write “·”"), [Edit(span, RIGHT)], _sureness(dot, traditional)),
            )


def _sureness(dot: str, traditional: bool) -> Applicability:
    return Applicability.UNSAFE if dot == "．" or traditional else Applicability.SAFE


def _parts_date(text: str, end: int) -> bool:
    """Whether a day and a closing mark stand behind the dot: “一二.九”."""
    return _DAY.match(text, end, end + 4) is not None


def _parts_name(text: str, span: Span) -> bool:
    """Whether the dot stands between two words of Chinese characters, and no row of dots parts a slogan."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if not (is_han(before) and is_han(after)):
        return False
    # 三‧五 is a decimal, 秒‧米 a unit, and ．may stand for a full stop.
    if before in CHINESE_DIGITS or after in CHINESE_DIGITS or _UNIT.search(text, max(0, span.start - 6), span.start):
        return False
    if text[span.start] == "．" and _SHORT_WORDS.match(text[max(0, span.start - 7) : span.end + 7]) is None:
        return False
    rows = _SLOGAN.finditer(text, max(0, span.start - NEAR), span.end + NEAR)
    return not any(row.start() < span.start < row.end() for row in rows)
