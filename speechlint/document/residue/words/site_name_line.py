"""Parts of the names of sites that deal in drafts."""

from speechlint.document.residue.words.parts import Row

ROWS: tuple[Row, ...] = (
    (
        3,
        "文秘|文库|范文网|公文网|文档网|文秘网|资料网|材料网|范文库|写作网|秘书网|课件网|文稿网|老秘|笔杆|作文网|论文网|教案网|文书网|素材网|学习网|党建网",
        r"",
    ),
)
