# ruff: noqa: E501 (tables)
"""How writers and sites slip words past a word filter: a character as pinyin (zheng治, zheng4治), a word as initials."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# Words of the register that filters take out or mangle.
_WORDS = """
中央 党中央 中共 党委 党组 党员 党建 党性 党风 党章 党课 党费 党纪 党校 党史 党政 政党 整党 建党 入党 共产 共产党 国民党
书记 总书记 主席 总理 委员长 领导 领袖 首长 干部 官员 公务员 常委 政治局 国务院 部长 省长 市长 县长 区长 局长 村委会 居委会
政府 政治 政权 政策 政协 政法 政变 人大 人民 国家 民主 民政 民族 民众 民意 民警 自由 人权 平等 法治 法制 法律 宪法 宪政 专制 专政 独裁
群众 群体 人群 上访 信访 进京 赴京 接访 截访 访民 越级 维权 维稳 稳定 罢工 罢课 罢市 静坐 绝食 游行 示威 抗议 请愿 集会 聚众 闹事
骚乱 动乱 暴乱 暴动 暴力 恐怖 爆炸 炸弹 炸药 枪支 弹药 毒品 吸毒 贩毒 禁毒 涉毒 赌博 色情 淫秽 卖淫 嫖娼 自杀 自焚 邪教 法轮功 迷信
宗教 佛教 基督教 伊斯兰 警察 公安 法院 法官 检察 检察院 检察官 监察 纪委 纪检 司法 律师 军队 军人 军事 部队 武警 武装 解放军 国防 战争
腐败 反腐 贪污 贪官 贪腐 受贿 行贿 贿赂 索贿 廉政 廉洁 倡廉 双规 涉黑 扫黑 黑恶 保护伞
台湾 台独 西藏 藏独 新疆 疆独 香港 澳门 港独 北京 天安门 钓鱼岛 革命 反动 改革 开放 社会 马克思 毛泽东 邓小平 江泽民 胡锦涛 习近平
矛盾 纠纷 诉求 突发 事故 事件 死亡 伤亡 敏感 拆迁 强拆 征地 补偿 欠薪 讨薪 农民工 下岗 失业 投诉 举报 控告 冤案
选举 代表 执政 执法 独立 分裂 统一 渗透 颠覆 犯罪 罪犯 违法 违纪 诈骗 传销 贷款 高利贷 发票 走私 假币
共青团 工会 妇联 职工 工人 农民 学潮 审查 封锁 屏蔽 翻墙 安全 治安 保密 机密 秘密 泄密 国安 间谍 矿难 强奸 导弹
"""

# Each character of the words with its reading in them, the tone behind it.
_READINGS = """
中zhong1 央yang1 党dang3 共gong4 委wei3 组zu3 员yuan2 建jian4 性xing4 风feng1 章zhang1 课ke4 费fei4 纪ji4 校xiao4 史shi3 政zheng4 整zheng3 入ru4 产chan3
书shu1 记ji4 总zong3 主zhu3 席xi2 理li3 长zhang3 领ling3 导dao3 袖xiu4 首shou3 干gan4 部bu4 官guan1 公gong1 务wu4 常chang2 治zhi4 局ju2 国guo2 院yuan4 省sheng3
市shi4 县xian4 区qu1 村cun1 居ju1 会hui4 府fu3 权quan2 策ce4 协xie2 法fa3 变bian4 人ren2 大da4 民min2 家jia1 族zu2 众zhong4 意yi4 警jing3 自zi4 由you2 平ping2 等deng3
制zhi4 律lv4 宪xian4 专zhuan1 独du2 裁cai2 群qun2 体ti3 上shang4 访fang3 信xin4 进jin4 京jing1 赴fu4 接jie1 截jie2 越yue4 级ji2 维wei2 稳wen3 定ding4 罢ba4 工gong1
静jing4 坐zuo4 绝jue2 食shi2 游you2 行xing2 示shi4 威wei1 抗kang4 议yi4 请qing3 愿yuan4 集ji2 聚ju4 闹nao4 事shi4 骚sao1 乱luan4 动dong4 暴bao4 力li4 恐kong3 怖bu4
爆bao4 炸zha4 弹dan4 药yao4 枪qiang1 支zhi1 毒du2 品pin3 吸xi1 贩fan4 禁jin4 涉she4 赌du3 博bo2 色se4 情qing2 淫yin2 秽hui4 卖mai4 嫖piao2 娼chang1 杀sha1 焚fen2 邪xie2
教jiao4 轮lun2 功gong1 迷mi2 宗zong1 佛fo2 基ji1 督du1 伊yi1 斯si1 兰lan2 察cha2 安an1 检jian3 监jian1 司si1 师shi1 军jun1 队dui4 武wu3 装zhuang1 解jie3 放fang4 防fang2
战zhan4 争zheng1 腐fu3 败bai4 反fan3 贪tan1 污wu1 受shou4 贿hui4 赂lu4 索suo3 廉lian2 洁jie2 倡chang4 双shuang1 规gui1 黑hei1 扫sao3 恶e4 保bao3 护hu4 伞san3
台tai2 湾wan1 西xi1 藏zang4 新xin1 疆jiang1 香xiang1 港gang3 澳ao4 门men2 北bei3 天tian1 钓diao4 鱼yu2 岛dao3 革ge2 命ming4 改gai3 开kai1 社she4 马ma3 克ke4 思si1 毛mao2
泽ze2 东dong1 邓deng4 小xiao3 江jiang1 胡hu2 锦jin3 涛tao1 习xi2 近jin4 矛mao2 盾dun4 纠jiu1 纷fen1 诉su4 求qiu2 突tu1 发fa1 故gu4 件jian4 死si3 亡wang2 伤shang1
敏min3 感gan3 拆chai1 迁qian1 强qiang2 征zheng1 地di4 补bu3 偿chang2 欠qian4 薪xin1 讨tao3 农nong2 下xia4 岗gang3 失shi1 业ye4 投tou2 举ju3 报bao4 控kong4 告gao4
冤yuan1 案an4 选xuan3 代dai4 表biao3 执zhi2 立li4 分fen1 裂lie4 统tong3 一yi1 渗shen4 透tou4 颠dian1 覆fu4 犯fan4 罪zui4 违wei2 诈zha4 骗pian4 传chuan2 销xiao1
贷dai4 款kuan3 高gao1 利li4 票piao4 走zou3 私si1 假jia3 币bi4 青qing1 团tuan2 妇fu4 联lian2 职zhi2 学xue2 潮chao2 审shen3 查cha2 封feng1 锁suo3 屏ping2 蔽bi4 翻fan1
墙qiang2 全quan2 密mi4 机ji1 秘mi4 泄xie4 间jian4 谍die2 矿kuang4 难nan4 奸jian1
"""

# Letters that stand for words by convention, only in front of or behind what makes them so.
# letters | word | ends of what stands before | beginnings of what stands behind
_INITIALS = """
zf | 政府 | 县 市 区 省 镇 乡 县委 市委 区委 人民 各级 地方 当地 党委 基层 | 部门 机关 工作 职能 主导 采购 投入
zy | 中央 | 党 同党 中共 | 八项规定 全会 经济工作会 纪委 领导同志
gcd | 共产党 | 中国 跟着 热爱 坚持 | 员 人 领导 的领导 宣言 执政
gct | 共青团 | 县 市 省 | 员 干部 组织 委员会
zsj | 总书记 | 习近平 胡锦涛 江泽民 | 强调 指出 关于 重要 系列
sj | 书记 | 副 支部 党委 总支 第一 |
dw | 党委 | 县 市 镇 乡 各级 上级 | 政府 书记
dy | 党员 | 全体 广大 预备 | 干部
zz | 政治 | 讲 思想 提高 | 站位 觉悟 局委
mz | 民主 | 发扬 基层 党内 | 集中制 生活会 党派 评议
qz | 群众 | 人民 干部 党员 广大 | 路线 反映 满意
ld | 领导 | 各位 主要 县 市 上级 | 干部 班子
fb | 腐败 | 反 惩治 预防 | 分子 现象
sf | 上访 | 越级 集体 进京 赴京 群体 重复 |
xf | 信访 | 涉法涉诉 做好 化解 | 积案 维稳
ww | 维稳 | 综治 信访 |
wq | 维权 | 依法 职工 理性 | 讨薪
bg | 罢工 | 集体 工人 |
ga | 公安 | 县 市 | 机关 干警 民警
fy | 法院 | 县 市 人民 |
"""

# A word of which one letter hides a character, where no letter of a name or a kind stands so.
_ABBREVIATED = {
    "D委": "党委", "D员": "党员", "D组织": "党组织", "D支部": "党支部", "D建": "党建", "D课": "党课", "D费": "党费",
    "D章": "党章", "D性": "党性", "D中央": "党中央", "D代会": "党代会", "D风": "党风",
    "G产党": "共产党", "共C党": "共产党", "中G中央": "中共中央", "中G党": "中共党", "Z央": "中央", "G青团": "共青团",
    "总S记": "总书记", "S记处": "书记处", "F腐倡廉": "反腐倡廉", "老B姓": "老百姓",
    "Z府": "政府", "F败": "腐败", "腐B": "腐败",
}  # fmt: skip


@cache
def disguises() -> Mapping[str, tuple[str, ...]]:
    """Every disguise with what it may stand for, nearly always one word: qun众, qun2众, 群zhong, 群Zhong, d委, 县zf."""
    readings = {entry[0]: (entry[1:-1], entry[1:-1].capitalize(), entry[1:]) for entry in _READINGS.split()}
    pairs = []
    for word in _WORDS.split():
        last = len(word) - 1
        for number, character in enumerate(word):
            before, after, forms = word[:number], word[number + 1 :], readings[character]
            # Behind a word the tone makes no difference to where the word stands.
            pairs += [(before + form + after, word) for form in (forms if number < last else forms[:2])]
        pairs.append(("".join([readings[character][0] for character in word]), word))
    pairs += _ABBREVIATED.items()
    pairs += [(disguise.lower(), word) for disguise, word in _ABBREVIATED.items()]
    for row in _INITIALS.strip().split("\n"):
        letters, word, heads, tails = row.split("|")
        for initials in (letters.strip(), letters.strip().upper()):
            pairs += [(head + initials, head + word.strip()) for head in heads.split()]
            pairs += [(initials + tail, word.strip() + tail) for tail in tails.split()]
    found: dict[str, tuple[str, ...]] = {}
    for disguise, word in pairs:
        known = found.setdefault(disguise, (word,))
        if word not in known:
            found[disguise] = (*known, word)
    return found
