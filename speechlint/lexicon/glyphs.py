"""Forms of characters that are usual elsewhere or were once, and what Chinese text of today writes for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from speechlint.text.named_tuple import NamedTuple

# The Japanese form, the simplified one and the traditional one; characters that Chinese text has too (国, 浜, 鉴) are
# left out, and so are those that the tables of traditional characters hold.
_JAPANESE = """
両两兩 乗乘乘 亀龟龜 亜亚亞 仮假假 伝传傳 価价價 倹俭儉 児儿兒 処处處 剣剑劍 剤剂劑 剰剩剩 労劳勞 効效效 勅敕敕
勧劝勸 勲勋勳 単单單 厳严嚴 収收收 呉吴吳 呪咒咒 唖哑啞 営营營 噛啮嚙 団团團 囲围圍 図图圖 圏圈圈 圧压壓 塁垒壘
塩盐鹽 増增增 壊坏壞 壌壤壤 壱壹壹 売卖賣 変变變 奨奖奬 嬢娘孃 実实實 寛宽寬 対对對 専专專 巌岩巖 巣巢巢 巻卷卷
帯带帶 帰归歸 庁厅廳 広广廣 廃废廢 弐贰貳 弾弹彈 従从從 徳德德 徴征徵 応应應 恵惠惠 悩恼惱 悪恶惡 懐怀懷 戦战戰
戸户戶 戻戾戾 払拂拂 抜拔拔 択择擇 拝拜拜 拠据據 拡扩擴 挙举舉 挿插插 捜搜搜 掲揭揭 掻搔搔 揺摇搖 摂摄攝
撃击擊 撹搅攪 斉齐齊 斎斋齋 晩晚晚 暁晓曉 暦历曆 曁暨暨 曽曾曾 栄荣榮 桜樱櫻 桝枡枡 桟栈棧 検检檢 楡榆榆 楽乐樂
様样樣 権权權 歓欢歡 歩步步 歯齿齒 歳岁歲 歴历歷 毎每每 気气氣 汚污污 沢泽澤 浄净淨 涙泪淚 渇渴渴 済济濟 渉涉涉
渋涩澀 渓溪溪 満满滿 溌泼潑 滝泷瀧 瀬濑瀨 焔焰焰 焼烧燒 犠牺犧 猟猎獵 獣兽獸 畳叠疊 痩瘦瘦 発发發 皐皋皋
県县縣 砕碎碎 稲稻稻 穂穗穗 穏稳穩 穣穰穰 竃灶竈 竜龙龍 粋粹粹 粛肃肅 経经經 絵绘繪 継继繼 続续續 総总總 縁缘緣
縄绳繩 縦纵縱 繊纤纖 繋系繫 繍绣繡 聡聪聰 聴听聽 脳脑腦 臓脏臟 茘荔荔 荘庄莊 蔵藏藏 薫薰薰 薬药藥 蛍萤螢 蝋蜡蠟
覇霸霸 覚觉覺 覧览覽 観观觀 訳译譯 読读讀 譲让讓 豊丰豐 賛赞贊 転转轉 軽轻輕 輌辆輛 辺边邊 逓递遞 遅迟遲 郷乡鄉
酔醉醉 醗酦醱 醤酱醬 醸酿釀 釈释釋 鉄铁鐵 鉱矿礦 銭钱錢 鋳铸鑄 錬炼鍊 関关關 闘斗鬥 陥陷陷 険险險 隠隐隱 雑杂雜
霊灵靈 頼赖賴 顕显顯 駅驿驛 駆驱驅 騒骚騷 験验驗 髄髓髓 髪发髮 鴎鸥鷗 鶏鸡雞 鹸碱鹼 黒黑黑 黙默默
鼈鳖鱉 齢龄齡
"""
# The same of old and other forms, as prints before the reform of type have them, and one that Taiwan alone has.
_OLD = "痺痹痺 槪概概 旣既既 卽即即 鄕乡鄉 靑青青 眞真真 尙尚尚 淸清清 敎教教 郞郎郎"
# Two forms of one character that traditional texts write, one or the other throughout: the rarer one first.
TRADITIONAL_PAIRS = (
    *("爲為", "裏裡", "峯峰", "羣群", "衆眾", "牀床", "僞偽", "啓啟", "祕秘", "麪麵", "脣唇", "糉粽", "綫線", "衞衛"),
    *("説說", "閲閱", "竈灶", "擡抬", "癡痴", "鉤鈎", "敍敘", "鋭銳", "汙污", "鷄雞"),
)

# The list of standard characters keeps these for names: 毕昇, 陈甦, 王甯. In common words they are slips: 提昇.
NAME_CHARACTERS = frozenset("昇陞甦甯頫麴祕龢迺堃喆淼犇仝邨氾鉅濛頔脩榘絜谿澂")
# Simplified ones that Taiwan writes in names of places: 客庄, 火燒島庄. In common words they are slips: 村庄.
PLACE_CHARACTERS = frozenset("庄")


class Glyph(NamedTuple):
    """What to write for a foreign form, in each script."""

    simplified: str
    traditional: str


@cache
def japanese_forms() -> Mapping[str, Glyph]:
    """Characters that only Japanese text has, each with the Chinese ones."""
    return {entry[0]: Glyph(entry[1], entry[2]) for entry in _JAPANESE.split()}


@cache
def old_forms() -> Mapping[str, Glyph]:
    """Characters that old prints or other regions have, each with those of today."""
    return {entry[0]: Glyph(entry[1], entry[2]) for entry in _OLD.split()}
