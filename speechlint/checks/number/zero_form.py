"""number/zero-form"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.number.house import is_quoted, is_traditional
from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_ZERO = "○◯OoＯｏ0０"
_ONES = "一二三四五六七八九"
# Letters that an old typewriter or a scanner puts for 0 and 1: 2O24年, 1O月, l00万.
_LETTERS = "OolI"
_WORDS = Literals(
    lambda: (
        *("二" + zero for zero in _ZERO + "零"), "一九", "一八",
        *(digit + letter for digit in "0123456789" for letter in _LETTERS),
        *(letter + digit for letter in _LETTERS for digit in "0123456789"),
        *("年l", "月l", "第l"),
    ),
)  # fmt: skip
_MIXED = Pattern(
    r"(?<![A-Za-z0-9.:/_#@&=+*\\^-])(?=[OolI]*[0-9])(?=[0-9]*[OolI])[0-9OolI]{2,8}"
    r"(?=年(?![级限])|月(?![A-Za-z])|日(?!本)|[万亿]|元|人(?!民)|户|个|%|亩|万元|公里|天)"
)
# Behind a digit the letters can be nothing else before more of what is counted: 1O座, 第1O条.
_COUNTED = Pattern(
    r"(?<![A-Za-z0-9.:/_#@&=+*\\^-])[0-9](?=[0-9]*[Ool])[0-9Ool]{1,7}"
    r"(?=座|家|项|名|次|吨|条|套|辆|台|岁|周年|公斤|平方米|余[万户人家名亩]|多[万户人家名亩])"
)
# 5月l日, 2024年l月, 第l条
_ALONE = Pattern(r"(?<=[0-9][年月]|第)l[0-9lO]{0,2}(?=[日月条章款届])")
_DIGIT_FOR = {"O": "0", "o": "0", "l": "1", "I": "1"}
_YEAR = Pattern(f"(?<![{_ONES}〇零{_ZERO}0-9])[一二][{_ONES}〇零{_ZERO}]{{3}}(?=[ \u3000]?年(?![0-9０-９]{{1,2}}月))")
_DIGITS_OR_LETTERS, _LONGEST = frozenset("0123456789" + _LETTERS), 8
_RIGHT = "〇"
# Newspapers print the circle and many write the word; beside 〇 in one text either is a slip.
_COMMON = "○零"


class ZeroForm(Rule):
    """The zero of a year in Chinese numerals, 〇, written with a letter, a digit, a circle, or 零: 二O二五年; and the
    letters O and l among Arabic digits: 2O25年. A text that writes ○ or 零 throughout gets hints. In 百分之零点三 and
    in names 零 is right; in Taiwan ○ is common, and traditional texts are left alone.
    """

    id = "number/zero-form"
    title = Bilingual("数字里用了别的符号", "Another sign for the zero of a year, or a letter among digits")
    why = Bilingual(
        "汉字年份的零写作“〇”（U+3007），不用圆圈、字母O、数字0和“零”（GB/T 15835-2011 第5.2.5条）；数字里不混字母。",
        "The zero of a year in Chinese numerals is 〇 (U+3007), no circle, letter or digit; nor is a letter a digit.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("年份不变，只换字形。", "The year stays; only the sign changes.")
    norm = "GB/T 15835-2011, 5.2.5"
    triggers = _WORDS
    VALID = (
        Valid("二〇二五年接着干，一九八〇年修的坝还在。"),
        Valid("百分之零点三，二零八号船，一九三高地。"),
        Valid("一九四九年十月一日，一九九八年大水。"),
        Valid("二○二四年6月这样的写法归另一条规则。"),
        Valid("O型血30人，H2O的2O份，5G、I5处理器、L30型、第2O类。"),
        Valid("Win10个人版，iOS18天气，No1人选，Model3万辆，CO2日排放。"),
        Valid("一千零一夜，二十年来。"),
        Valid("I5处理器、O2台、5l水桶三个，第I条、第l步、H2O条件，5月long日。"),
        Valid("二○二四年，臺灣漁會舉行座談。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("⟦二○二五年⟧的防汛提前部署。", fixed="二〇二五年的防汛提前部署。"),
        Invalid("⟦二0二三年⟧开工。", fixed="二〇二三年开工。"),
        Invalid("⟦二OO八年⟧拆除，⟦一九八◯年⟧修建。", fixed="二〇〇八年拆除，一九八〇年修建。"),
        Invalid("⟦2O24⟧年⟦1O⟧月开工，投入⟦1O0⟧万元。", fixed="2024年10月开工，投入100万元。"),
        Invalid("工期⟦l00⟧天，⟦20l4⟧年完成。"),
        Invalid("新建水闸⟦1O⟧座，渔民⟦3OO⟧余户。", fixed="新建水闸10座，渔民300余户。"),
        Invalid("自5月⟦l⟧日起照第⟦l2⟧条办。"),
        Invalid("⟦二零二五年⟧接着干，不比二〇二四年少。", fixed="二〇二五年接着干，不比二〇二四年少。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        reached, beside_right = 0, _RIGHT in folded
        for start, _ in ctx.places:
            if start < reached:
                continue
            if folded[start] in "年月第":
                match = _ALONE.match(folded, start + 1)
                if match is not None and not in_code(ctx.document, *match.span()):
                    reached = match.end()
                    yield _lettered(ctx, Span(*match.span()))
                continue
            if folded[start] not in "一二":
                first = start
                while first and start - first < _LONGEST and folded[first - 1] in _DIGITS_OR_LETTERS:
                    first -= 1
                match = _MIXED.match(folded, first) or _COUNTED.match(folded, first)
                if match is not None and not in_code(ctx.document, *match.span()):
                    reached = match.end()
                    yield _lettered(ctx, Span(*match.span()))
                continue
            match = _YEAR.match(folded, start)
            if match is None:
                continue
            reached = match.end()
            wrong = [at for at in range(start, reached) if folded[at] in _ZERO + "零"]
            if not wrong or is_traditional(ctx, start) or in_code(ctx.document, start, reached):
                continue
            common = all(folded[at] in _COMMON for at in wrong)
            year_end = folded.index("年", reached) + 1
            year = ctx.text[start:year_end]
            right = "".join(_RIGHT if character in _ZERO + "零" else character for character in year)
            yield ctx.found(
                Span(start, year_end),
                Bilingual(f"年份“{year}”应写作“{right}”", f"the year “{year}” is written “{right}”"),
                severity=Severity.HINT if (common and not beside_right) or is_quoted(ctx, start) else None,
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"),
                    [Edit(Span(at, at + 1), _RIGHT) for at in wrong],
                    Applicability.SAFE,
                ),
            )


def _lettered(ctx: Context, span: Span) -> Diagnostic:
    """2O24: letters among Arabic digits."""
    word = span.of(ctx.text)
    right = "".join(_DIGIT_FOR.get(character, character) for character in word)
    return ctx.found(
        span,
        Bilingual(f"“{word}”里混入了字母，应为“{right}”", f"there are letters in “{word}”; write “{right}”"),
        fix=ctx.fix(
            Bilingual(f"改为“{right}”", f"write “{right}”"),
            [Edit(Span(at, at + 1), _DIGIT_FOR[ctx.text[at]]) for at in range(*span) if ctx.text[at] in _DIGIT_FOR],
            Applicability.UNSAFE if "l" in word or "I" in word else Applicability.SAFE,
        ),
    )
