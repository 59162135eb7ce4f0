"""Links to other pages, as sentences."""

from speechlint.document.residue.words.parts import Row

ROWS: tuple[Row, ...] = (
    (5, "看过本文|看了本文|看过此文|看了此文|读过本文|看过该文|看了又看", r"[^。\n]{0,10}还"),
    (
        5,
        "与本文相关的|与此文相关的|您可能关注的|你可能关注的|您可能感兴趣的|你可能感兴趣的|您可能喜欢的|你可能喜欢的|您可能需要的",
        r".{6,7}(?:文|内容|资料|范|还|$|\n)",
    ),
)
