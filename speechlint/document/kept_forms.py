"""Characters that simplified texts keep for a few words or names (著名, 於潜, 乾隆), left by a converter in others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.script import ScriptName
from speechlint.document.script_slips import Slip
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document


class _Kept(NamedTuple):
    """What simplified texts write for a character where the pattern, which begins with it, holds."""

    right: str
    where: Pattern


# Closed lists of neighbours: the characters are common in names, and there they stand.
_FORMS = {
    "於": _Kept(
        "于",
        Pattern(
            "於(?:(?<=[关对由终属处过鉴至位善勇敢便利基在用源低高大小急限忙力助足自等难易甘勤精长富安始止置陷居归优先晚早"
            "异同不甚莫寓寄立趋濒迫出限苦疏荣敏惯]於)|(?=[是此今])(?<![一-龥]於))"
        ),
    ),
    "著": _Kept(
        "着",
        Pattern(
            "著(?:(?<=[随沿本朝向接味绕有看跟带抱怀站说想听走活伴载藏满聚挥响负志系连对存握拉围写挂穿坐冒顶仗守迎望凭靠]著)"
            "(?=[一-龥])(?![名作称书述者录译论文的])|(?=[力手眼重急想])(?<![显卓昭编原论专名巨译遗拙新合所]著))"
        ),
    ),
    "乾": _Kept(
        "干",
        Pattern("乾(?:(?=[净燥旱脆杯涸预扰劲活货枯])|(?=部(?![长门委队]))|(?<=[饼晒烘苦骨树萄]乾)(?![隆坤清县]))"),
    ),
    "瞭": _Kept("了", Pattern("瞭(?:(?=[解然])|(?<=明瞭))")),
    "徵": _Kept("征", Pattern("徵(?:(?=[求集收兵地税文程途兆询召])|(?<=[特象表]徵))")),
    "夥": _Kept("伙", Pattern("夥(?:(?=[伴计食同])|(?<=[合同团散入]夥))")),
    "麽": _Kept("么", Pattern("麽(?<=[什怎这那多要]麽)")),
    "祇": _Kept("只", Pattern("祇(?=[有要是能会需])")),
}


def find_kept(document: Document) -> tuple[Slip, ...]:
    """The slips of a draft in simplified characters, a character each."""
    found = [*_places(document.text)]
    if not found or document.script_sides.whole is ScriptName.HANT:
        return ()
    sides = document.script_sides
    return tuple(
        Slip(Span(offset, offset + 1), right) for offset, right in found if sides.at(offset) is ScriptName.HANS
    )


def _places(text: str) -> Iterator[tuple[int, str]]:
    for written, form in _FORMS.items():
        if written in text:
            for match in form.where.finditer(text):
                yield match.start(), form.right
