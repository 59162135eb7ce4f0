"""typo/unlikely-character"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.whole_words import in_whole_words
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.unlikely import Unlikely

FEW = 3  # what was counted less often says little
_HAN = Pattern("[\u4e00-\u9fff]")


class UnlikelyCharacter(Rule):
    """A character that no official text has in such a place, where one of like sound or shape makes a known phrase.

    The tables know which short sequences official prose has and how often. A place is looked at where none of the
    sequences over it is known; each candidate of like sound or shape is scored by what it restores, by the words about
    it and by what the draft writes elsewhere. What scores highest is an error, less a warning, still less a hint.
    Names, transcribed foreign names and what other rules report are spared; in titles, quotations and short expressions
    in quotation marks a finding is one level lower, and so it is where little was counted. A draft in a register that
    the tables do not know is left alone.
    """

    id = "typo/unlikely-character"
    title = Bilingual("疑似错别字", "A character that is likely wrong")
    why = Bilingual(
        "同音、近音或形近的字打错，前后便连不成词语；改一个字，就是公文中常见的说法。",
        "A character of like sound or shape was typed; with another one the words are those that official prose has.",
    )
    severity = Severity.ERROR
    infers = True
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "由官方文稿中的词语搭配推断，人名、地名、新词可能不在其中，要人看过。",
        "It is inferred from sequences of characters in official prose; names and new words may be missing there.",
    )
    VALID = (
        Valid("全面提升治理能力，把各项任务落到实处。"),
        Valid("会议研究部署防汛抗旱工作。"),
        Valid("村民李务力主持了会议。"),
        Valid("我们县在渔业上走得稳，诚挚地感谢各位船东的支持。"),
        Valid("提升治理能力水平，加强和改进工作作风。"),
    )
    INVALID = (
        Invalid("各渔村要防范化解重大风⟦脸⟧，守住安全底线。", fixed="各渔村要防范化解重大风险，守住安全底线。"),
        Invalid("要完善台风应急预⟦按⟧，压实各级责任。", fixed="要完善台风应急预案，压实各级责任。"),
        Invalid("進一步加強黨的建⟦没⟧，推動高質量發展。", fixed="進一步加強黨的建設，推動高質量發展。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if _HAN.search(ctx.text) is None:
            return  # nothing to look at, so nothing need be imported
        from speechlint.lexicon.ranker import thresholds

        error, warning, hint = thresholds()
        levels = ((error, Severity.ERROR), (warning, Severity.WARNING), (hint, Severity.HINT))
        words = (*ctx.document.homophone_slips, *ctx.document.particle_slips)
        reported = {offset for word in words for offset in range(*word.span)}
        for place in ctx.document.unlikely.places:
            if place.span.start in reported:
                continue
            lower = place.quoted + (place.times < FEW)
            passed = [severity for least, severity in levels if place.score >= least][lower:]
            if passed:
                yield _finding(ctx, place, passed[0])


def _finding(ctx: Context, place: Unlikely, severity: Severity) -> Diagnostic:
    text = ctx.text
    wrong, right = place.span.of(text), place.right
    shown = in_whole_words(ctx.document.folded, place.around, place.span, right)
    around = shown.of(text)
    phrase = text[shown.start : place.span.start] + right + text[place.span.end : shown.end]
    return ctx.found(
        place.span,
        Bilingual(
            f"“{around}”疑为“{phrase}”：“{wrong}”应为“{right}”",
            f"“{around}” is likely meant for “{phrase}”: “{right}” instead of “{wrong}”",
        )
        if shown != place.span
        else Bilingual(f"“{wrong}”疑为“{right}”之误", f"“{wrong}” is likely meant for “{right}”"),
        severity=severity,
        fix=ctx.fix(
            Bilingual(f"改为“{right}”", f"write “{right}”"),
            [Edit(place.span, right)],
            Applicability.DISPLAY if severity is Severity.HINT else Applicability.UNSAFE,
        ),
        notes=(_counted(place, around, phrase),) if place.times >= FEW else (),
    )


def _counted(place: Unlikely, around: str, phrase: str) -> Bilingual:
    """What the counts say, of the phrase itself where no word was cut, or of the characters about the place."""
    if phrase == place.phrase:
        return Bilingual(
            f"官方文稿的统计中，“{phrase}”约有 {place.times} 次，“{around}”没有见过",
            f"counted in official prose: “{phrase}” about {place.times} times, “{around}” never",
        )
    return Bilingual(
        f"官方文稿的统计中，改后的几个字连用约有 {place.times} 次，现在的写法没有见过",
        f"counted in official prose: the characters about it about {place.times} times, those that stand here never",
    )
