"""script/boundary-conversion"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.strait import BORDER_WORDS


class BoundaryConversion(Rule):
    """A converter took the end of one word and the beginning of the next for a phrase of its table and replaced it: in
    市婦聯機構 it saw 聯機, and 市婦在線上構 came of it.

    It is reported where the original phrase, put back, joins its neighbours to common words and makes a much better
    reading of the place. Only texts with the vocabulary of the mainland's offices are looked at.
    """

    id = "script/boundary-conversion"
    title = Bilingual("跨词替换", "A phrase replaced across the border of two words")
    why = Bilingual(
        "转换软件把两个词相邻的字当成一个词替换，句子读不通。",
        "The converter took the neighbouring characters of two words for one phrase; the sentence makes no sense.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("按词典推断被替换前的词。", "What stood there before is inferred from the dictionary.")
    triggers = BORDER_WORDS
    whole = True
    VALID = (
        Valid("縣委的學員在線上課，農民工也可以在線上會議裡發言。"),
        Valid("縣委、縣政府安排農民工在線上報名。"),
        Valid("縣委主動動員農民工，各級黨組織積極行動。"),
        Valid("學員在線上課，檔案在線上查。"),
    )
    INVALID = (
        Invalid("縣委、各級工會和參⟦在線上⟧關的農民工代表到會。", fixed="縣委、各級工會和參聯機關的農民工代表到會。"),
        Invalid("縣委說，縣婦⟦在線上⟧構健全，農民工有了娘家。", fixed="縣委說，縣婦聯機構健全，農民工有了娘家。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for slip in ctx.document.strait_slips:
            if not slip.border:
                continue
            start, end = slip.span
            word, before, after = slip.span.of(ctx.text), ctx.text[max(0, start - 2) : start], ctx.text[end : end + 2]
            yield ctx.found(
                slip.span,
                Bilingual(
                    f"“{before}{word}{after}”是跨词替换，“{word}”原为“{slip.right}”（“{before}{slip.right}{after}”）",
                    f"“{before}{word}{after}” was replaced across two words; “{word}” was “{slip.right}”",
                ),
                fix=ctx.fix(
                    Bilingual(f"恢复“{slip.right}”", f"put back “{slip.right}”"),
                    [Edit(slip.span, slip.right)],
                    Applicability.UNSAFE,
                ),
            )
