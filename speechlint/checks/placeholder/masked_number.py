"""placeholder/masked-number"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class MaskedNumber(MaskRule):
    """Numbers that were taken out, told by the unit behind them: X万人, XX%, x.x亿元."""

    id = "placeholder/masked-number"
    title = Bilingual("数字没有填", "A number is still to be put in")
    why = Bilingual("“X万”“XX%”报不出账，数字要有出处。", "A mask in place of a figure says nothing.")
    kind = Kind.NUMBER
    noun = Bilingual("数字", "a number")
    VALID = (
        Valid("来了若干名代表，开了4×100米的跑道。"),
        Valid("引进X型车3辆，买了XL号雨衣20件。"),
        Valid("长度为X（单位：米）的线段，X代表未知数。"),
        Valid("X元素的含量要测。"),
    )
    INVALID = (
        Invalid("全年走访⟦X⟧多户渔家。"),
        Invalid("补助金额达⟦XX⟧元，同比增长⟦X.X⟧%。"),
        Invalid("培訓漁工⟦××⟧人次，投入⟦x.x⟧億元。"),
        Invalid("建成冷库⟦**⟧座、码头⟦X⟧个。"),
        Invalid("惠及⟦X00⟧多人，减免1⟦XX⟧万元。"),
        Invalid("奖牌榜上有⟦X⟧金⟦X⟧银⟦X⟧铜。"),
        Invalid("值班电话：⟦XXXXXXXX⟧"),
        Invalid("走访⟦X⟧户渔家。", fixed="走访30户渔家。", values={"X户": "30户"}),
    )
