"""Characters that look like an ideograph and are another code point: radicals and compatibility ideographs."""

from __future__ import annotations

import unicodedata
from functools import cache

# The supplement of radicals (U+2E80–2EFF) by number, each with its Equivalent_Unified_Ideograph; the Kangxi radicals
# and the compatibility ideographs have a decomposition, which Python knows.
_SUPPLEMENT = """
2E81厂 2E82乛 2E83乚 2E84乙 2E85亻 2E86冂 2E87𠘨 2E88刀 2E89刂 2E8A卜 2E8B㔾 2E8C小 2E8D尐 2E8E兀 2E8F尣
2E90尢 2E91𡯂 2E92巳 2E93幺 2E94彑 2E95彐 2E96忄 2E97心 2E98扌 2E99攵 2E9B旡 2E9C日 2E9D月 2E9E歺 2E9F母
2EA0民 2EA1氵 2EA2氺 2EA3灬 2EA4爫 2EA5爬 2EA6丬 2EA7牛 2EA8犭 2EA9王 2EAA𤴔 2EAB目 2EAC示 2EAD礻 2EAE𥫗
2EAF糹 2EB0纟 2EB1罓 2EB2罒 2EB3㓁 2EB4冗 2EB5𦉫 2EB6羊 2EB7𦍌 2EB8𦍋 2EB9耂 2EBA肀 2EBB聿 2EBC肉 2EBD𦥑
2EBE艹 2EBF艺 2EC0艻 2EC1虎 2EC2衤 2EC3覀 2EC4西 2EC5见 2EC6角 2EC7𧢲 2EC8讠 2EC9贝 2ECA𧾷 2ECB车 2ECC辶
2ECD辷 2ECE辸 2ECF邑 2ED0钅 2ED1長 2ED2镸 2ED3长 2ED4门 2ED5𨸏 2ED6阝 2ED7雨 2ED8青 2ED9韦 2EDA页 2EDB风
2EDC飞 2EDD食 2EDE𩙿 2EDF飠 2EE0饣 2EE1𩠐 2EE2马 2EE3骨 2EE4鬼 2EE5鱼 2EE6鸟 2EE7卤 2EE8麦 2EE9黄 2EEA黾
2EEB斉 2EEC齐 2EED歯 2EEE齿 2EEF竜 2EF0龙 2EF1龜 2EF2亀 2EF3龟
"""


def unified(character: str) -> str | None:
    """The ideograph that a radical or a compatibility ideograph stands for; None for any other character.

    The twelve unified ideographs within the block of compatibility ideographs (U+FA0E, U+FA11 …) give None.
    """
    code = ord(character)
    if 0x2E80 <= code <= 0x2EFF:
        return _supplement().get(code)
    if not (0x2F00 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F):
        return None
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain != character else None


@cache
def _supplement() -> dict[int, str]:
    return {int(entry[:-1], 16): entry[-1] for entry in _SUPPLEMENT.split()}
