"""spacing/odd-space"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.spacing.strays import WIDEST, Gap, gap_between_han, is_stray_beside_mark, lies_in_word
from speechlint.document.blanks import Beside
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class OddSpace(Rule):
    """A no-break space, an en or em space, a thin space and their like between Chinese characters or beside one. Where
    no blank belongs it goes, else a plain one takes its place. Words and numbers of other languages keep theirs, and
    so do indents and what is wider than two blanks.
    """

    id = "spacing/odd-space"
    title = Bilingual("混入了特殊空格", "A blank of an odd kind")
    why = Bilingual(
        "不间断空格、半身空格等多从网页带来，看着是空格，却查不到、换不掉，排版时不折行。",
        "No-break and typographic spaces come from web pages; searches miss them and lines do not break there.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换或只删空格，字句不动。", "Only the blank changes or goes.")
    norm = "GB/T 9704-2012 7.3.3"
    VALID = (
        Valid("　　粮站九月开仓，各组照办。"),
        Valid("他引了一句 grain\xa0is\xa0life，意思是粮为命。"),
        Valid("仓房10\xa0000平方米，社员1\xa0200人。"),
        Valid("一、\xa0清仓扫场\n各组要早动手。"),
        Valid("柳湾粮站\xa0\xa0\xa0\xa0站长\xa0\xa0\xa0\xa0方正"),
        Valid("\xa0\xa0\xa0\xa0粮站九月开仓，各组照办。"),
        Valid("第一条 为了管好粮仓，制定本办法。"),
    )
    INVALID = (
        Invalid("各组抓紧检⟦\xa0⟧查粮仓，不留死角。", fixed="各组抓紧检查粮仓，不留死角。"),
        Invalid(
            "各组照章办，做到件⟦\xa0⟧件有回音，把责任落⟦\xa0⟧实到人。",
            fixed="各组照章办，做到件件有回音，把责任落实到人。",
        ),
        Invalid("粮仓腾空了，⟦\u2003⟧晒场也扫净了。", fixed="粮仓腾空了，晒场也扫净了。"),
        Invalid("糧倉騰空了。⟦\xa0⟧曬場也掃淨了。", fixed="糧倉騰空了。曬場也掃淨了。"),
        Invalid("一、⟦\u2003⟧清仓扫场\n各组要早动手。", fixed="一、清仓扫场\n各组要早动手。"),
        Invalid("站长⟦\xa0⟧方正", fixed="站长 方正"),
        Invalid("收稻谷⟦\xa0⟧18⟦\xa0⟧车。", fixed="收稻谷 18 车。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document, text, blanks = ctx.document, ctx.text, ctx.document.blanks
        if not blanks.has_odd:
            return
        for kind in (Beside.HAN, Beside.MARK, Beside.LATIN):
            for span in blanks.beside(kind):
                if span.end - span.start > WIDEST or not blanks.is_odd(span):
                    continue
                if "\xa0" in span.of(text) and blanks.ends_marker(span):
                    continue  # numbering's
                sure = True
                if kind is Beside.HAN:
                    gap = gap_between_han(document, span)
                    torn = gap is Gap.TORN or lies_in_word(document, span)
                    # In a sentence no blank belongs: a plain one would only hide the slip.
                    wanted, sure = "" if torn or gap is Gap.ODD else " ", torn or gap is Gap.KEPT
                else:
                    stray = kind is Beside.MARK and (is_stray_beside_mark(blanks, span) or blanks.ends_marker(span))
                    wanted = "" if stray else " "
                names = "、".join(f"U+{ord(character):04X}" for character in span.of(text))
                remedy = Bilingual("改为普通空格", "write a plain one") if wanted else Bilingual("删去", "delete it")
                yield ctx.found(
                    span,
                    Bilingual(
                        f"这里是特殊空格 {names}，应{remedy.zh}", f"A blank of an odd kind, {names}; {remedy.en}"
                    ),
                    fix=ctx.fix(remedy, [Edit(span, wanted)], Applicability.SAFE if sure else Applicability.UNSAFE),
                )
