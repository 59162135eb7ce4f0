"""Letters of other scripts that look like Latin ones, and signs that look like Chinese characters."""

from __future__ import annotations

# Cyrillic, Greek and Armenian letters whose usual shape is that of the Latin letter; ν, ρ, α, κ and the like have their
# own use in formulas and are left out.
LATIN_LOOKALIKES = dict(
    zip(
        "АВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјԛԝһԁ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο" + "ՍՕօսցհոզ",
        "ABEKMHOPCTYXSIJQWaeopcyxsijqwhd" + "ABEZHIKMNOPTYXo" + "UOoughnq",
        strict=True,
    )
)
# Kana and phonetic signs that look like a Chinese character.
HAN_LOOKALIKES = {
    "ー": "一",
    "ㄧ": "一",
    "ニ": "二",
    "ハ": "八",
    "カ": "力",
    "エ": "工",
    "ロ": "口",
    "タ": "夕",
    "ト": "卜",
    "セ": "七",
}
# Rare characters of their own that input methods and text recognition put in place of a common one.
RARE_LOOKALIKES = {"巿": "市", "褔": "福", "刋": "刊", "笫": "第"}
# Marks that look like the full-width one.
MARK_LOOKALIKES = {"丶": "、", "︰": "："}
# Quotation marks of other languages that a font of one typesetting system shows as Chinese ones.
QUOTE_LOOKALIKES = {"‚": "“", "‛": "”"}
