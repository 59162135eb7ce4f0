"""typo/dropped-character"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_HAN = Pattern("[\u4e00-\u9fff]")


class DroppedCharacter(Rule):
    """A character is missing in a common phrase: 经济社发展 for 经济社会发展.

    What is left of the phrase was never counted in official prose, the phrase fits its neighbours on both sides, and
    without the missing character its neighbour is part of no word. Short forms (按 for 按照, 美军) are left alone.
    """

    id = "typo/dropped-character"
    title = Bilingual("疑似漏字", "A character that is likely missing")
    why = Bilingual(
        "常用词语里漏打了一个字，剩下的字连不成词。",
        "A character of a common phrase is missing, and what is left is no word.",
    )
    severity = Severity.WARNING
    infers = True
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "由官方文稿中的词语搭配推断，要人看过。", "It is inferred from sequences of characters in official prose."
    )
    VALID = (
        Valid("渔会干部深入基层，听取群众意见。"),
        Valid("按规定办，依法管，为民办实事。"),
        Valid("稳粮扩油、促改惠民，优教强医。"),
    )
    INVALID = (
        Invalid("要推动经⟦济社高⟧质量发展，建好渔港。", fixed="要推动经济社会高质量发展，建好渔港。"),
        Invalid("渔港要全面贯⟦彻实党⟧的各项政策。", fixed="渔港要全面贯彻落实党的各项政策。"),
        Invalid("漁港要全面貫⟦徹實黨⟧的各項政策。", fixed="漁港要全面貫徹落實黨的各項政策。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if _HAN.search(ctx.text) is None:
            return  # nothing to look at, so nothing need be imported
        for slip in ctx.document.dropped_characters:
            yield ctx.found(
                slip.span,
                Bilingual(
                    f"“{slip.words}”疑为“{slip.phrase}”，漏了“{slip.missing}”",
                    f"“{slip.words}” is likely meant for “{slip.phrase}”; “{slip.missing}” is missing",
                ),
                fix=ctx.fix(
                    Bilingual(f"补上“{slip.missing}”", f"insert “{slip.missing}”"),
                    [Edit(Span(slip.joint, slip.joint), slip.missing)],
                    Applicability.UNSAFE,
                ),
            )
