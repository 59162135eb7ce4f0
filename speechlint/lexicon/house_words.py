"""What traditional texts write otherwise than official prose of the mainland, character for character.

Offices in Taiwan and Hong Kong have spellings of their own (計畫, 瞭解, 身分, 帳戶) and words of the older written
language (主管機關得, 暨, 倘), and these are right there. Whoever looks such a text up in tables of simplified prose
reads them as the words of the same length that this prose has.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern

# A house word of two characters and what mainland prose has, in simplified characters.
_WORDS = """
计画计划 规画规划 企画企划 策画策划 筹画筹划 擘画擘划 区画区划 谋画谋划 画分划分 画定划定 画归划归
画设划设 画一划一 勾画勾划 连系联系 连络联络 连结连接 布署部署 身分身份 部份部分 份量分量 成份成分
过份过分 水份水分 辈份辈分 缘份缘分 股分股份 充份充分 养份养分 职份职分 份子分子 反覆反复 答覆答复
回覆回复 重覆重复 函覆函复 覆议复议 覆查复查 覆核复核 覆审复审 覆函复函 覆勘复勘 覆验复验 回复恢复
帐户账户 帐目账目 帐册账册 帐簿账簿 帐号账号 帐款账款 转帐转账 记帐记账 入帐入账 呆帐呆账 对帐对账
结帐结账 帐务账务 帐单账单 查帐查账 贯澈贯彻 澈底彻底 透澈透彻 澈查彻查 糢糊模糊 菁英精英 菁华精华
拚搏拼搏 打拚打拼 拚命拼命 座落坐落 藉由借由 藉以借以 凭藉凭借 藉此借此 藉口借口 藉助借助 藉机借机
藉着借着 藉著借着 藉重借重 辞汇词汇 砂石沙石 豫算预算 沈没沉没 沈降沉降 沈淀沉淀 沈重沉重 沈默沉默
沈积沉积 沈迷沉迷 沈思沉思 深沈深沉 阴沈阴沉 做为作为 看做看作 当做当作 惟有唯有 惟一唯一 惟独唯独
甚么什么 迳行径行 迳自径自 迳向径向 网路网络 资讯信息 程式程序 软体软件 硬体硬件 透过通过 业经已经
尔后以后 嗣后以后 俾便以便 俾使以使 俾利以利 迄今至今 翌月次月 翌年次年 科以处以 并科并处
受货收货 未于未在 所须所需 科系院系 系所院所 拟具拟定 副知抄送 知照知悉
"""
# The same of single characters, wherever they stand.
_CHARACTERS = "瞭了 祇只 菸烟 妳你 牠它 祂他 姪侄 蒐搜 钜巨 舖铺 暨及 亦也 倘若 燬毁 洩泄 榖谷 傭佣"
# 得 says that somebody may, behind who it is, another such word, or a mark.
_MAY = Pattern("得(?<=[关构会部人者员府院局处司方时均亦也并仍即始署庭校厂户主商团长区县市等，；].)(?=[一-鿿])")


def as_mainland(folded: str) -> str:
    """A traditional text in simplified characters, as mainland prose would say it; of the same length."""
    words, characters = _house()
    read = _MAY.sub("可", folded)
    for character, usual in characters.items():
        read = read.replace(character, usual)
    places = _PLACES.places(folded)
    if not places:
        return read
    found = list(read)
    for start, end in places:
        found[start:end] = words[folded[start:end]]
    return "".join(found)


@cache
def _house() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What to read for each word, and for each character."""
    words = {pair[:2]: pair[2:] for pair in _WORDS.split()}
    return words, {pair[0]: pair[1] for pair in _CHARACTERS.split()}


_PLACES = Literals(lambda: tuple(_house()[0]), both_scripts=False)
