"""Characters that names are written with in several forms: one person has one of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# Each row is one character, its usual form first. The forms of the other script are none of these: 國 for 国 is no
# other spelling.
_FORMS = (
    "国囯圀 峰峯 升昇陞 苏甦 秘祕 和龢 乃迺 坤堃 哲喆 奔犇 同仝 村邨 宁甯 修脩 矩榘 洁絜 溪谿 澄澂 蒙濛 泛氾 岩喦嵒巖 "
    "柏栢 珍珎 德徳惪 勋勲 荣栄 惠恵 璇璿 浚濬 涌湧 咏詠 群羣 强彊 棋碁棊 昆崑 俊儁 暖煖 真眞 青靑 清淸 尚尙 教敎 "
    "高髙 吉𠮷 黑黒 实実 广広 庄荘 炳昞 淳湻 插揷 铁鉄 丰豊 乐楽 齐斉 晓暁"
)


@cache
def name_forms() -> Mapping[str, str]:
    """For each of the characters, the other forms of it."""
    return {form: "".join(other for other in forms if other != form) for forms in _FORMS.split() for form in forms}


@cache
def usual_forms() -> frozenset[str]:
    """The form of each character that is written today."""
    return frozenset(forms[0] for forms in _FORMS.split())
