"""placeholder/masked-title"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class MaskedTitle(MaskRule):
    """A mask in the title of a document, a paper or a programme: 《X晚报》, 《XX办法》."""

    id = "placeholder/masked-title"
    title = Bilingual("书名号里的名称没有填全", "A title has a mask in it")
    why = Bilingual(
        "文件名、报刊名必须准确，缺字的书名号查不到原文。", "A title with a mask in it cannot be looked up."
    )
    kind = Kind.TITLE
    noun = Bilingual("文件或报刊名中的字", "words of a title")
    VALID = (
        Valid("周末看了《X战警》，翻了《X射线衍射学》。"),
        Valid("印发《水库管理办法》，《数据要素×行动计划》同步实施。"),
    )
    INVALID = (
        Invalid("《⟦X⟧晚报》登了水库的事。"),
        Invalid("出台《⟦XX⟧管理办法》和《⟦x⟧市水利局关于清淤的通知》。"),
        Invalid("《⟦XX⟧》頭版刊登了消息。"),
        Invalid("《⟦X⟧晚报》登了。", fixed="《江城晚报》登了。", values={"X晚报": "江城晚报"}),
    )
