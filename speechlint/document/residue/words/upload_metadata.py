"""Counts of readers."""

from speechlint.document.residue.words.parts import Row

ROWS: tuple[Row, ...] = (
    (
        4,
        "人浏览|人阅读|人看过|人点赞|次浏览|次阅读|次围观|人收藏|人围观|人已阅读|人已看",
        r"(?<=[0-9万][\s位]{0,2}).{3,4}(?=\s*(?:$|\n|[，,。)）|]))",
    ),
)
