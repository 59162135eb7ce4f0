"""Characters that simplified writing has merged, and which of their traditional forms are one character or two."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from speechlint.lexicon.scripts import REGIONS, characters

# Forms of one character beside those that the regional tables give: a text may write either.
_SAME = (
    "臺台 爲為 裏裡 衆眾 羣群 峯峰 牀床 麪麵 喫吃 啟啓 祕秘 繮韁 脣唇 檐簷 污汙 泄洩 檯枱 嘆歎 湧涌 匯滙 淒悽 "
    "燻熏薰 讎仇 慼戚 廕蔭 菴庵 勛勳 鉤鈎 溼濕 冑胄 鹼鹸 嫋裊 煖暖 鑑鑒 敎教 麼麽 贗贋 囓齧嚙 譁嘩 栗慄 淩凌 "
    "剷鏟 兇凶 閒閑 腌醃 塚冢 鷄雞 彝彞 竪豎 蹤踪 綫線 飢饑 彷仿 並幷 泛汎氾 迹跡蹟 證証 鹵滷 鏽銹 饋餽 跖蹠 "
    "膻羶 私俬 它牠 錘鎚 僱雇 糖醣 巨鉅 厘釐 艷豔 產産 咨諮 滙匯 佣傭 偽僞 恆恒"
)
# What the regional tables give as one character though only one of the two may stand for the other.
_ONE_WAY = frozenset("纔覈蔘鍼菸衹")
# First for second: what texts of Taiwan or Hong Kong write beside it. The other way round it is a mistake.
_TOLERATED = (
    "才纔 核覈 參蔘 針鍼 煙菸 只衹 只祇 岩巖 岳嶽 占佔 奸姦 傑杰 布佈 周週 托託 贊讚 吊弔 梁樑 升昇 杯盃 念唸 "
    "嘗嚐 扣釦 彩綵 背揹 挨捱 咽嚥 喂餵 暗闇 雕鵰 弦絃 鏈鍊 煉鍊 蘇甦 酸痠 修脩 合閤 局侷 愈癒 哄鬨 搜蒐 "
    "蒙濛 蒙矇 糊餬 沾霑 毀譭 毀燬 幸倖 刮颳 僵殭 惡噁 折摺 欲慾 回迴 娘孃 抵牴 夫伕 彌瀰 拐柺 席蓆 板闆 台檯 "
    "台颱 蕩盪 確确 扎紮 伙夥 并並 凋雕 了瞭 出齣 尸屍 桿杆 杆桿 蒙懞 向曏 廣广 鑑鉴 嶽岳 寧甯 豐丰 壇罎 沉沈 "
    "祇只 盃杯 夥伙 慾欲 昇升 藥葯 廠厂 困睏 昆崑 盪蕩 樑梁"
)


@cache
def variants() -> Mapping[str, str]:
    """Each form to the one that stands for all forms of its character; a character without other forms is not in it."""
    leaders: dict[str, str] = {}

    def leader(character: str) -> str:
        while leaders.get(character, character) != character:
            character = leaders[character]
        return character

    rows = _SAME.split()
    rows += [key + "".join(forms) for table in REGIONS for key, forms in characters(table).items()]
    for row in rows:
        first = row[0]
        if first in _ONE_WAY:
            continue
        for other in row[1:]:
            if other not in _ONE_WAY and leader(other) != leader(first):
                leaders[leader(other)] = leader(first)
    return {character: leader(character) for character in leaders}


def plain(character: str) -> str:
    """The form that stands for all forms of this one."""
    return variants().get(character, character)


@cache
def _tolerated() -> frozenset[tuple[str, str]]:
    return frozenset((plain(pair[0]), plain(pair[1])) for pair in _TOLERATED.split())


def is_tolerated(written: str, right: str) -> bool:
    """Whether `written` is the character `right`, in another form or in a use that good texts have beside it."""
    written, right = plain(written), plain(right)
    return written == right or (written, right) in _tolerated()


@cache
def members(simplified: str) -> tuple[str, ...]:
    """The traditional characters that a simplified one stands for, one form of each; () where there is just one."""
    forms = tuple(dict.fromkeys(map(plain, characters("STCharacters").get(simplified, ()))))
    return forms if len(forms) > 1 else ()
