"""punctuation/period-at-quote"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS, is_han
from speechlint.text.span import Span

_ENDS = "。！？!?…"
_SAYS = ("说", "讲", "讲过", "说过", "指出", "强调", "写道", "说道", "谈到", "认为", "问", "答", "道", "曰", "云")
# Words before a quotation that make it a part of the sentence: 要“真抓实干”.
_TAKES = frozenset("要把的为是做到以用叫成上下抓作谋求讲按出树立称及和与在对从将")
# A clause of one's own has at least so many characters; a cited part of a sentence at most so many.
CLAUSE, PART, NEAR = 10, 20, 200


class PeriodAtQuote(Rule):
    """The full stop at a closing quotation mark stands on both sides, or on the wrong one.

    Inside, where the words quoted are a sentence of their own behind a colon (他说：“……。”); outside, where they are a
    part of the sentence (要“……”。).
    """

    id = "punctuation/period-at-quote"
    title = Bilingual("句号与后引号的先后不对", "The full stop at a closing quotation mark")
    why = Bilingual(
        "引语独立成句，句末点号放在引号之内；引语只是句子的一部分，放在引号之外（GB/T 15834-2011 附录B.2.1）。",
        "A quoted sentence keeps its full stop inside the marks; a part of a sentence has it outside.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "句号移到哪一边取决于引语是否独立成句，要人看过。",
        "Whether the quotation is a sentence is for a person to say.",
    )
    norm = "GB/T 15834-2011, B.2.1"
    triggers = Literals([a + b for a in "。！？" for b in "”」"] + ["”。", "” 。", "」。"], both_scripts=False)
    VALID = (
        Valid("他说：“渠要修，水要管，人要齐心。”"),
        Valid("全村实施“好渠好水”。"),
        Valid("大家喊：“水来了！”"),
        Valid("“渠修好了。”他说，“水也来了。”"),
        Valid("口号是：“好渠好水”。"),
        Valid("他问：“水呢？”"),
        Valid("老話說：「水到渠成。」"),
        Valid("他强调要做到“管好水、用好水”。"),
    )
    INVALID = (
        Invalid("他说：“渠要修，水要管⟦。”。⟧", fixed="他说：“渠要修，水要管。”"),
        Invalid("他說：「渠要修，水要管⟦！」。⟧", fixed="他說：「渠要修，水要管！」"),
        Invalid("会上强调要“管好用好每一滴水⟦。”⟧", fixed="会上强调要“管好用好每一滴水”。"),
        Invalid(
            "老支书讲过：“没有一股子韧劲，这条渠就修不到山那边⟦” 。⟧",
            fixed="老支书讲过：“没有一股子韧劲，这条渠就修不到山那边。”",
        ),
        Invalid("“水来了⟦。”，⟧他一路喊着。", fixed="“水来了”，他一路喊着。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, reached = ctx.text, 0
        for start, _ in ctx.places:
            if start < reached:
                continue
            closer = start if text[start] in "”」" else start + 1
            opener = ctx.document.pairs.partner.get(closer, -1)
            if opener < 0 or opener > closer:
                continue
            right, stop = self._right(text, opener, closer)
            if right:
                reached = stop
                yield self._found(ctx, Span(start if closer == start else closer - 1, stop), right)

    def _right(self, text: str, opener: int, closer: int) -> tuple[str, int]:
        """What should stand at the closing mark, and where the marks there end; "" where all is well."""
        mark, inner = text[closer], text[closer - 1]
        stop = closer + 1
        while stop < len(text) and text[stop] in BLANKS and stop - closer < 3:
            stop += 1
        after = text[stop : stop + 1]
        own = self._is_sentence(text, opener)
        if inner in "。！？" and after == "。":
            return (inner + mark if own or inner != "。" else f"{mark}。"), stop + 1
        if inner == "。" and after in tuple("，；、"):
            return mark + after, stop + 1
        if inner == "。" and self._is_part(text, opener, closer):
            return f"{mark}。", closer + 1
        if (
            inner not in _ENDS
            and after == "。"
            and own
            and closer - opener > CLAUSE
            and self._has_clause(text, opener, closer)
        ):
            return f"。{mark}", stop + 1
        return "", stop

    def _is_sentence(self, text: str, opener: int) -> bool:
        """Whether the words stand behind a colon and a verb of saying."""
        return text[opener - 1 : opener] in ("：", ":") and text.endswith(_SAYS, 0, opener - 1)

    def _has_clause(self, text: str, opener: int, closer: int) -> bool:
        return any(mark in text[opener : min(closer, opener + NEAR)] for mark in "，,；;")

    def _is_part(self, text: str, opener: int, closer: int) -> bool:
        """Whether a short phrase, object of the word before it, closes the sentence with its full stop inside."""
        if closer - opener > PART + 2:
            return False
        inside = text[opener + 1 : closer - 1]
        before, after = text[opener - 1 : opener], text[closer + 1 : closer + 2]
        return (
            before in _TAKES
            and not any(mark in inside for mark in _ENDS + "，；")
            and (not after or after in "\r\n" or is_han(after))
        )

    def _found(self, ctx: Context, span: Span, right: str) -> Diagnostic:
        word = span.of(ctx.text)
        outside = right[0] in "”」"
        place = Bilingual("之外", "outside") if outside else Bilingual("之内", "inside")
        return ctx.found(
            span,
            Bilingual(
                f"点号应放在后引号{place.zh}：{word} 应为 {right}",
                f"the stop belongs {place.en} the closing quotation mark: {word} should be {right}",
            ),
            fix=ctx.fix(Bilingual(f"改为 {right}", f"write {right}"), [Edit(span, right)], Applicability.UNSAFE),
        )
