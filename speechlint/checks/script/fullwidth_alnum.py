"""script/fullwidth-alnum"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

DIGITS = "０１２３４５６７８９"
LETTERS = "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_FULL_WIDTH = Literals((*DIGITS, *LETTERS, "％"), both_scripts=False)
# A number with its point and percent sign, or a word of letters and digits with the marks inside it.
_TOKEN = Pattern(
    r"[０-９]+(?:．[０-９]+)?％|[０-９]+．[０-９]+|(?<=[0-9])％"
    r"|(?=[０-９－＋．＆]*[Ａ-Ｚａ-ｚ])[０-９Ａ-Ｚａ-ｚ]+(?:[－＋．＆][０-９Ａ-Ｚａ-ｚ]+)*＋?|[０-９]+"
)
_ONE_DIGIT = Pattern("(?<![0-9.])[0-9](?![0-9.])")
_ONE_WIDE_DIGIT = Pattern("(?<![０-９．])[０-９](?![０-９．])")
_HALF_DIGIT = Pattern("[0-9]")
_HALF_LETTER = Pattern("[A-Za-z]")
# From so many on, full-width digits or letters that outnumber the half-width ones are the document's own way.
HABIT_DIGITS = 12
HABIT_LETTERS = 6
WIDTH = 0xFEE0  # from a half-width character to its full-width form


class FullwidthAlnum(Rule):
    """Digits and letters as wide as Chinese characters are left from an input method or an old typesetting system; no
    search for 2024 finds ２０２４.

    Where they outnumber the others they are the document's own way, as in text set vertically, and in traditional texts
    they are a house style: a hint then. The same goes for single digits where most single ones are full-width, and for
    ％ behind half-width digits. Masks (Ｘ市) are the placeholder rules', a full stop ． behind a heading's number is
    numbering's.
    """

    id = "script/fullwidth-alnum"
    title = Bilingual("全角的数字或字母", "Full-width digits or letters")
    why = Bilingual(
        "数字和字母应用半角；全角的占一个汉字宽，搜索和排序都对不上。",
        "Digits and letters are half-width; full-width ones are not found by a search.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只变宽度，不变内容。", "Only the width changes.")
    norm = "GB/T 15835-2011 5.1; GB/T 1988-1998"
    triggers = _FULL_WIDTH
    VALID = (
        Valid("2025年完成12项，A组3项，增长6.5%。"),
        Valid("会议在ＸＸ市召开，ｘｘ县参加。"),
        Valid("一、二、三和①②③、ⅠⅡⅢ都不是全角数字。"),
    )
    INVALID = (
        Invalid("⟦２０２５⟧年完成12项。", fixed="2025年完成12项。"),
        Invalid("⟦Ａ⟧组和⟦ＣＴ－２０⟧型机到位。", fixed="A组和CT-20型机到位。"),
        Invalid("增长⟦６．５％⟧，上年为5.1%。", fixed="增长6.5%，上年为5.1%。"),
        Invalid("推行“⟦８＋Ｎ⟧”模式，用好⟦ＡＰＰ⟧。", fixed="推行“8+N”模式，用好APP。"),
        Invalid("⟦３⟧月5日至9日开会。", fixed="3月5日至9日开会。"),
        Invalid("2．查堤防，⟦１２⟧月底完成。", fixed="2．查堤防，12月底完成。"),
        Invalid("本组第⟦２⟧名，共完成18项，另见第⟦３⟧目。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        habits: _Habits | None = None
        seen = 0
        for start, _ in ctx.places:
            if start < seen:
                continue
            match = _TOKEN.match(ctx.text, start)
            if match is None:
                continue
            seen = match.end()
            span = Span(*match.span())
            if _is_mask(ctx, span):
                continue
            habits = habits or _Habits(ctx)
            yield _found(ctx, span, habits.holds(match[0]))


def _found(ctx: Context, span: Span, habit: bool) -> Diagnostic:
    word = span.of(ctx.text)
    half = "".join(chr(ord(character) - WIDTH) for character in word)
    return ctx.found(
        span,
        Bilingual(
            f"“{word}”是全角字符（U+{ord(word[0]):04X} 等），应为半角的“{half}”",
            f"“{word}” is full-width (U+{ord(word[0]):04X} …); write “{half}”",
        ),
        severity=Severity.HINT if habit else Severity.WARNING,
        fix=ctx.fix(
            Bilingual(f"改为“{half}”", f"Write “{half}”"),
            [Edit(span, half)],
            Applicability.DISPLAY if habit else Applicability.SAFE,
        ),
    )


def _is_mask(ctx: Context, span: Span) -> bool:
    masks = ctx.document.masks
    at = bisect_right(masks, span.end, key=lambda mask: mask.span.start) - 1
    return at >= 0 and masks[at].span.overlaps(span)


class _Habits:
    """What is the document's own way; counted once, when there is something to report."""

    def __init__(self, ctx: Context) -> None:
        text = ctx.text
        wide = [text[start] for start, _ in ctx.places]
        digits = sum(character in DIGITS for character in wide)
        letters = sum(character in LETTERS for character in wide)
        self.all = ctx.document.script.is_traditional
        self.digits = digits >= HABIT_DIGITS and digits > len(_HALF_DIGIT.findall(text))
        self.letters = letters >= HABIT_LETTERS and letters > len(_HALF_LETTER.findall(text))
        self.one_digit = len(_ONE_WIDE_DIGIT.findall(text)) >= len(_ONE_DIGIT.findall(text))

    def holds(self, word: str) -> bool:
        """Whether the document would write the word so on purpose."""
        if self.all or word == "％":
            return True
        if any(character in LETTERS for character in word):
            return self.letters
        return self.digits or (len(word) == 1 and self.one_digit)
