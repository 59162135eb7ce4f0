"""typo/idiom"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern

_HAN = Pattern("[\u4e00-\u9fff]")


class Idiom(Rule):
    """An idiom with one character off, which sounds or looks like the right one: 蔚然承风, 杯水车新.

    Left alone is what other words explain (可以申报国家课题 holds 以申报国), what good texts write too (必恭必敬,
    勠力同心), numerals (五位一体), and what names something: alone in quotation marks, or before 店, 公司, 工程.
    A set phrase of official prose is looked at in quotation marks too, where offices put it (“联防联致”机制). Words of
    the tables of wrong words are reported by typo/confusable-word.
    """

    id = "typo/idiom"
    title = Bilingual("成语、固定词组里有错字", "An idiom or set phrase with a wrong character")
    why = Bilingual(
        "成语和公文的固定词组是定型的，换进一个同音字或形近字就是错字。",
        "Idioms and set phrases are fixed: a character that only sounds or looks like the right one is a slip.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "仿造成语的名称和俏皮话也会是这个样子，要人看过。",
        "Names and jokes are made in the likeness of idioms, so somebody should look.",
    )
    norm = "通用规范汉字表（2013）"
    VALID = (
        Valid("渔港改造一筹莫展，大家集思广益，想出了办法。"),
        Valid("新来的船员必恭必敬地听着，全港勠力同心抗台风。"),
        Valid("渔会可以申报国家课题，也可以申报省里的。"),
        Valid("渔村坚持五位一体抓建设，船队七上八下地停着。"),
        Valid("码头边新开的“食全食美”很热闹。"),
        Valid("他在衣衣不舍服装店门口等船。"),
        Valid("“一愁莫展”的“愁”是错字。"),
        Valid("渔会给船队上保险，险种等级不同，投保时间也不同。"),
        Valid("漁港改造一籌莫展，船員反覆無常。"),
        Valid("船上的人一心一意，一新船队，一意打鱼。"),
    )
    INVALID = (
        Invalid("这点补助不过是杯水车⟦新⟧。", fixed="这点补助不过是杯水车薪。"),
        Invalid("师傅一丝不⟦句⟧，徒弟锲而不⟦拾⟧。", fixed="师傅一丝不苟，徒弟锲而不舍。"),
        Invalid("节约用水在渔村蔚然⟦承⟧风。", fixed="节约用水在渔村蔚然成风。"),
        Invalid("这本账要精打细⟦蒜⟧，顺水推⟦州⟧可不行。", fixed="这本账要精打细算，顺水推舟可不行。"),
        Invalid("評委們舟車⟦老⟧頓，還是提綱⟦切⟧領地講了一遍。", fixed="評委們舟車勞頓，還是提綱挈領地講了一遍。"),
        Invalid("渔港建起“联防联⟦致⟧”机制。", fixed="渔港建起“联防联治”机制。"),
        Invalid("老船长写道：“出海要枕戈待⟦但⟧。”", fixed="老船长写道：“出海要枕戈待旦。”"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if _HAN.search(ctx.text) is None:
            return  # nothing to look at, so nothing need be imported
        for slip in ctx.document.idiom_slips:
            word = slip.whole.of(ctx.text)
            yield ctx.found(
                slip.span,
                Bilingual(f"“{word}”应为“{slip.right}”", f"“{word}” should be “{slip.right}”"),
                severity=Severity.WARNING if slip.quoted else None,
                fix=ctx.fix(
                    Bilingual(f"改为“{slip.right}”", f"write “{slip.right}”"),
                    [Edit(slip.span, slip.character)],
                    Applicability.UNSAFE,
                ),
            )
