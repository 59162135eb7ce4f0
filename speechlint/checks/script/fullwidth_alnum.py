"""script/fullwidth-alnum"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

DIGITS = "０１２３４５６７８９"
LETTERS = "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_WIDE_LETTERS = frozenset(LETTERS)
_MASK_LETTERS = frozenset("ＸｘＮｎ")
_FULL_WIDTH = Literals((*DIGITS, *LETTERS, "％"), both_scripts=False)
# A time, a number with its point and percent sign, or a word of letters and digits with the marks inside it.
_TOKEN = Pattern(
    r"[０-９]{1,2}(?:：[０-９]{2}){1,2}(?![０-９])|[０-９]+(?:．[０-９]+)?％|[０-９]+．[０-９]+|(?<=[0-9])％"
    r"|(?=[０-９－＋．＆]*[Ａ-Ｚａ-ｚ])[０-９Ａ-Ｚａ-ｚ]+(?:[－＋．＆][０-９Ａ-Ｚａ-ｚ]+)*＋?|[０-９]+"
)
_LONG_WIDE = Pattern("[０-９]{2}")
_ONE_DIGIT = Pattern("(?<![0-9.])[0-9](?![0-9.])")
_ONE_WIDE_DIGIT = Pattern("(?<![０-９．])[０-９](?![０-９．])")
_HALF_LETTER = Pattern("[A-Za-z]")
# From so many on, full-width digits or letters that outnumber the half-width ones are the document's own way.
HABIT_DIGITS = 12
LONGEST_NOTE = 2  # digits of a note mark
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
        Valid("此渠始建于清末〔１〕，民国时重修［２］。"),
    )
    INVALID = (
        Invalid("⟦２０２５⟧年完成12项。", fixed="2025年完成12项。"),
        Invalid("⟦Ａ⟧组和⟦ＣＴ－２０⟧型机到位。", fixed="A组和CT-20型机到位。"),
        Invalid("增长⟦６．５％⟧，上年为5.1%。", fixed="增长6.5%，上年为5.1%。"),
        Invalid("推行“⟦８＋Ｎ⟧”模式，用好⟦ＡＰＰ⟧。", fixed="推行“8+N”模式，用好APP。"),
        Invalid("⟦２０２４⟧年⟦５⟧月⟦１⟧日⟦９：３０⟧开会。", fixed="2024年5月1日9:30开会。"),
        Invalid("2⟦０⟧24年，⟦５⟧G。", fixed="2024年，5G。"),
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
            if _is_mask(ctx, span) or _is_note(ctx.text, span):
                continue
            habits = habits or _Habits(ctx)
            yield _found(ctx, span, habits.holds(match[0]) and not _is_half(ctx.text, span))


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
    if _MASK_LETTERS.isdisjoint(span.of(ctx.text)):
        return False
    masks = ctx.document.masks
    at = bisect_right(masks, span.end, key=lambda mask: mask.span.start) - 1
    return at >= 0 and masks[at].span.overlaps(span)


def _is_note(text: str, span: Span) -> bool:
    """Whether the number stands alone in the brackets of a note mark: 〔１〕"""
    if span.end - span.start > LONGEST_NOTE:
        return False
    return text[span.start - 1 : span.start] in ("〔", "［") and text[span.end : span.end + 1] in ("〕", "］")


def _is_half(text: str, span: Span) -> bool:
    """Whether a half-width digit or letter stands beside the word: part of it, then."""
    beside = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    return text[span.start] != "％" and any(each.isascii() and each.isalnum() for each in beside)


class _Habits:
    """What is the document's own way; counted when there is something to report."""

    def __init__(self, ctx: Context) -> None:
        self._text = ctx.text
        self._wide = Counter(ctx.text[start] for start, _ in ctx.places)
        self._traditional = ctx.document.script.is_traditional

    def holds(self, word: str) -> bool:
        """Whether the document would write the word so on purpose."""
        if self._traditional or word == "％":
            return True
        if not _WIDE_LETTERS.isdisjoint(word):
            return self._letters
        return self._digits or (len(word) == 1 and self._single_digits)

    @cached_property
    def _digits(self) -> bool:
        wide = sum(self._wide[digit] for digit in DIGITS)
        return wide >= HABIT_DIGITS and wide > sum(map(self._text.count, "0123456789"))

    @cached_property
    def _letters(self) -> bool:
        wide = sum(self._wide[letter] for letter in LETTERS)
        return wide >= HABIT_LETTERS and wide > len(_HALF_LETTER.findall(self._text))

    @cached_property
    def _single_digits(self) -> bool:
        # Beside a longer number that goes, single digits go too: ２０２４年５月１日.
        if _LONG_WIDE.search(self._text) is not None:
            return False
        return len(_ONE_WIDE_DIGIT.findall(self._text)) >= len(_ONE_DIGIT.findall(self._text))
