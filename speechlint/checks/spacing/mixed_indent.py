"""spacing/mixed-indent"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from speechlint.document.indents import STANDARD, UNEVEN, find_indents, has_one_way, usual_indent
from speechlint.document.kinds import LineKind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_PLAIN = frozenset(" \t\u3000")
_SET_APART = (LineKind.TITLE, LineKind.TAIL)


class MixedIndent(Rule):
    """A paragraph's indent that is made of different blanks, or of other blanks than the draft's other paragraphs.
    Titles, signatures, verses, tables and whatever is set far to the right are left alone, and so are paragraphs
    without any indent; in Markdown blanks and tabs from the keyboard are syntax.
    """

    id = "spacing/mixed-indent"
    title = Bilingual("段首缩进的空格混杂", "Indents made of different blanks")
    why = Bilingual(
        "每段空两个字，用两个全角空格；不同的空白混在一起，换了字体就对不齐。",
        "Two ideographic spaces open a paragraph; where different blanks are mixed, lines stop being aligned.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换段首的空白，字句不动。", "Only the white space before a paragraph changes.")
    norm = "GB/T 9704-2012 7.3.3"
    VALID = (
        Valid("　　粮站昨天开仓，收了三车稻谷。\n　　今天接着收，社员们一早就来排队。"),
        Valid("粮站昨天开仓，收了三车稻谷。\n    今天接着收，社员们一早就来排队。"),
        Valid("　　粮站昨天开仓，收了三车稻谷。\n没有缩进的段落，不归这一条管，照原样留着。"),
        Valid("\xa0 　　　　　　　　粮站值班表\n　　今天接着收，社员们一早就来排队。"),
        Valid("　　粮站昨天开仓，收了三车稻谷。\n \t　　　　　　柳湾粮站\n \t　　　　　　2024年9月3日"),
        Valid("- 粮站\n \t收稻谷三车，收玉米两车，都已入库。", format="markdown"),
        Valid("　　　春种一粒粟\n　　　秋收万颗子"),
        Valid("\u2003\u2003粮站昨天开仓，收了三车稻谷。\n\u2003\u2003今天接着收，一早就有人排队。"),
        Valid("品名\t数量\n \t稻谷\t三车"),
    )
    INVALID = (
        Invalid(
            "　　粮站昨天开仓，收了三车稻谷。\n⟦\xa0 \xa0 ⟧今天接着收，社员们一早就来排队。",
            fixed="　　粮站昨天开仓，收了三车稻谷。\n　　今天接着收，社员们一早就来排队。",
        ),
        Invalid(
            "　　糧站昨天開倉，收了三車稻穀。\n⟦　 ⟧二、今天接著收\n　　社員們一早就來排隊。",
            fixed="　　糧站昨天開倉，收了三車稻穀。\n　　二、今天接著收\n　　社員們一早就來排隊。",
        ),
        Invalid(
            "　　粮站昨天开仓。\n　　今天接着收。\n　　后天不开秤。\n⟦\t⟧下个月再收一季晚稻，价钱照旧不变。",
            fixed="　　粮站昨天开仓。\n　　今天接着收。\n　　后天不开秤。\n　　下个月再收一季晚稻，价钱照旧不变。",
        ),
        Invalid(
            "　　昨天开仓。\n　　今天照收。\n　　后天歇。\n⟦　⟧下月再收一季晚稻，价钱照旧，秤也照旧不变。",
            fixed="　　昨天开仓。\n　　今天照收。\n　　后天歇。\n　　下月再收一季晚稻，价钱照旧，秤也照旧不变。",
        ),
        Invalid("⟦\t ⟧今天接着收，社员们一早就来排队。", fixed="　　今天接着收，社员们一早就来排队。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        if has_one_way(document.text):
            return
        indents = list(find_indents(document))
        usual = usual_indent(indents)
        wanted = usual if usual is not None and usual[0] in _PLAIN else STANDARD
        for indent in indents:
            # A verse or a list of names may be set in by less or more.
            uneven = usual == STANDARD and indent.words in UNEVEN and indent.sentence
            other = usual is not None and indent.words[0] != usual[0] and (usual == wanted or indent.words != STANDARD)
            # What a line is takes longer to tell, and is asked last.
            if not (indent.mixed or uneven or other) or document.kinds[indent.line] in _SET_APART:
                continue
            yield ctx.found(
                indent.span,
                Bilingual(
                    f"段首缩进是 {_named(indent.words)}，应为 {_named(wanted)}",
                    f"The indent is {_named(indent.words)}; it should be {_named(wanted)}",
                ),
                severity=Severity.HINT if uneven else None,
                fix=ctx.fix(
                    Bilingual(f"改为 {_named(wanted)}", f"Write {_named(wanted)}"),
                    [Edit(indent.span, wanted)],
                    Applicability.SAFE,
                ),
            )


def _named(words: str) -> str:
    """The code points of an indent: U+3000×2."""
    runs = [(character, len(list(run))) for character, run in groupby(words)]
    return "+".join(f"U+{ord(character):04X}" + (f"×{count}" if count > 1 else "") for character, count in runs)
