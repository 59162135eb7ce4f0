# ruff: noqa: E501 (tables)
"""Words that word filters take out of drafts: what stands around each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from speechlint.text.named_tuple import NamedTuple


class Filtered(NamedTuple):
    """A word with the ends of what stands before it, and the beginnings of what stands behind it (simplified)."""

    word: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Guess(NamedTuple):
    """What may have stood in a gap; `word` is empty where only a mark was put in, as in 政_府. Higher scores are better."""

    word: str
    score: int


# A mark between two halves of a word is the surest; a half that stands there weighs as much as a neighbour and a half.
SURE, HALF = 20, 3
# A single character on one side alone is no evidence: half the language stands behind 在.
FAINT = 2
# A leader is guessed only where no other word fits: in front of what bears the name, or between two neighbours.
_NAMES = {
    "习近平": ("总书记", "新时代", "法治思想", "强军思想", "外交思想", "生态文明", "经济思想"),
    "总书记": ("系列重要讲话",),
    "中共中央": (),
}
_BEFORE_NAMES = {"总书记": "习近平", "中共中央": "《"}
# No neighbour in the table is longer than this.
LONGEST = 6

# word | ends of what stands before | beginnings of what stands behind; the likelier words first
_COLLOCATIONS = """
维权 | 职工 依法 帮助 农民工 理性 法律 工会 劳动者 妇女 消费者 主动 源头 协助 员工 | 讨薪 服务 机制 工作 热线 能力 意识 维稳 帮扶 通道 中心 案件 行动 职责 渠道
诉求 | 利益 合理 畅通 表达 反映 倾听 职工 合法 回应 “ 「 | 渠道 表达 有门 反映 机制 通道 得到 无门 清单
人群 | 重点 特殊 困难 弱势 低收入 目标 老年 流动 脱贫 各类 等 | 、 ， 帮扶 就业 服务 开展 的
群体 | 重点 特殊 困难 弱势 就业 青年 农民工 社会 等 | 性事件 、 ， 利益 意识 关爱
群众 | 困难 职工 人民 广大 干部 服务 发动 联系 依靠 基层 受灾 党员 | 路线 工作 利益 满意 身边 反映 组织 团体 诉求 性 基础 监督
信访 | 化解 涉法涉诉 做好 加强 处理 畅通 | 工作 积案 案件 部门 问题 件 局 接待 矛盾 渠道 维稳 举报 事项
上访 | 越级 集体 群众 赴京 进京 重复 缠访 | 户 人员 问题 事件 案件 群众 苗头
纠纷 | 矛盾 劳动 调解 化解 劳资 邻里 争议 | 调解 化解 排查 多元 调处 隐患
维稳 | 信访 安全 维权 综治 | 工作 压力 任务 责任 形势
罢工 | 停工 集体 参加 工人 举行 | 事件 停工 工人 运动 斗争
欠薪 | 拖欠 根治 治理 解决 恶意 农民工 | 问题 案件 行为 线索 隐患 治理
腐败 | 反 消极 预防 惩治 微 整治 | 现象 问题 斗争 分子 行为 风险
贪污 | 查处 严惩 惩治 | 受贿 贿赂 挪用 腐败 浪费 侵占
受贿 | 贪污 索贿 行贿 因 | 罪 行为 案 被
暴力 | 家庭 校园 软 反对 网络 | 事件 抗法 恐怖 犯罪 行为 伤医
恐怖 | 反 暴力 打击 | 主义 袭击 分子 活动 事件
毒品 | 禁 涉 打击 拒绝 吸食 远离 | 犯罪 预防 问题 危害 违法
赌博 | 聚众 网络 参与 涉黄涉 | 行为 活动 现象 违法
敏感 | 政治 高度 重要 重大 | 时期 问题 节点 领域 人物 信息 时段
游行 | 集会 上街 组织 | 示威 活动 队伍
示威 | 游行 抗议 | 活动 者 游行
突发 | 应对 处置 各类 | 事件 公共 情况 环境
民主 | 基层 发扬 社会主义 厂务公开 加强 企业 | 管理 集中制 监督 选举 党派 生活会 协商 评议 测评 权利
选举 | 换届 民主 依法 | 产生 工作 办法 委员会 结果
政府 | 县 市 人民 各级 区 乡镇 县委、 市委、 党委 | 工作报告 部门 主导 购买 投入 职能 采购 支持
党委 | 各级 县 市 上级 在 地方 | 政府 领导 书记 统一 常委会
中央 | 党 中共 同党 上级 全国 | 决策 精神 八项 领导 经济工作 全会 部署 国务院
共产党 | 中国 在 跟着 | 员 人 领导 宣言 执政
总书记 | 习近平 | 关于 重要 在 强调 指出 系列 考察 对
中共中央 | 《 | 关于
习近平 | 学习 贯彻 以 落实 学习贯彻 | 总书记 新时代 法治思想 强军思想 外交思想 经济思想
革命 | 自我 社会 旅游红色 无产阶级 伟大 | 老区 传统 精神 先烈 性 事业 军人 文物
宗教 | 民族 信仰 非法 | 事务 工作 活动 界 信仰 极端
邪教 | 反 抵制 防范 打击 | 组织 活动 宣传 人员
拆迁 | 征地 房屋 强制 棚户区 | 安置 补偿 工作 户 纠纷
事故 | 安全 生产 重特大 伤亡 交通 亡人 责任 | 隐患 发生 调查 教训 起数 防范
犯罪 | 违法 打击 预防 职务 经济 毒品 | 活动 分子 行为 嫌疑人 预防
涉黑 | 打击 查处 | 涉恶 组织 案件 团伙
自杀 | 预防 防范 因病 | 事件 行为 倾向 干预
爆炸 | 火灾 易燃易 粉尘 防 | 事故 物品 危险 物
枪支 | 非法 涉 收缴 | 弹药 爆炸 管制
贷款 | 小额 创业 担保 贴息 低息 银行 助学 发放 | 担保 贴息 额度 发放 支持 利率 逾期
发票 | 开具 虚开 电子 | 报销 抬头 管理 增值税
公安 | 市 县 联合 会同 区 | 机关 部门 民警 局 干警 分局
警察 | 人民 交通 司法 | 协会 队伍 执法 权威
法院 | 人民 市中级 县 检察院、 | 执行 审理 判决 诉讼 干警
"""


@cache
def collocations() -> tuple[Filtered, ...]:
    rows = (line.split("|") for line in _COLLOCATIONS.strip().split("\n"))
    return tuple(Filtered(word.strip(), tuple(before.split()), tuple(after.split())) for word, before, after in rows)


def guess_word(before: str, after: str, most: int = 3) -> list[Guess]:
    """What may have stood between `before` and `after` (simplified, a dozen characters each), the likeliest first.

    A word scores by the length of what stands on both sides of it; half a word is guessed where its other half stands.
    """
    table = _index()
    near, behind = _match_ends(before, table), _match_beginnings(after, table)
    scores: dict[str, int] = {}
    for number in sorted({*near, *behind}):
        left, right = near.get(number, 0), behind.get(number, 0)
        scores[collocations()[number].word] = 2 * (left + right) + (left > 0 and right > 0)
    firsts, seconds = table.firsts.get(before[-1:], ()), table.seconds.get(after[:1], ())
    if firsts:
        further = _match_ends(before[:-1], table)
        for number in firsts:
            support = max(behind.get(number, 0), further.get(number, 0))
            if number in seconds:
                scores[""] = SURE
            elif support > 1:
                scores[collocations()[number].word[1]] = 2 * support + HALF
    if seconds:
        further = _match_beginnings(after[1:], table)
        for number in seconds:
            support = max(near.get(number, 0), further.get(number, 0))
            if number not in firsts and support > 1:
                scores[collocations()[number].word[0]] = 2 * support + HALF
    found = [Guess(word, score) for word, score in scores.items() if score > FAINT and _may_stand(word, before, after)]
    found.sort(key=lambda guess: -guess.score)
    return found[:most]


def _may_stand(word: str, before: str, after: str) -> bool:
    """Whether the word is no leader's, or stands where nothing else can."""
    if word not in _NAMES or after.startswith(_NAMES[word]):
        return True
    return word in _BEFORE_NAMES and before.endswith(_BEFORE_NAMES[word])


class _Index(NamedTuple):
    """Numbers of the table's rows by what stands before the word, behind it, and by its first and second half."""

    ends: Mapping[str, Sequence[int]]
    beginnings: Mapping[str, Sequence[int]]
    firsts: Mapping[str, Sequence[int]]
    seconds: Mapping[str, Sequence[int]]


@cache
def _index() -> _Index:
    ends, beginnings, firsts, seconds = (defaultdict[str, list[int]](list) for _ in range(4))
    for number, (word, before, after) in enumerate(collocations()):
        for end in before:
            ends[end].append(number)
        for beginning in after:
            beginnings[beginning].append(number)
        if len(word) == 2:
            firsts[word[0]].append(number)
            seconds[word[1]].append(number)
    return _Index(dict(ends), dict(beginnings), dict(firsts), dict(seconds))


def _match_ends(before: str, table: _Index) -> dict[int, int]:
    """The rows of which an end stands at the end of `before`, with the length of the longest."""
    found: dict[int, int] = {}
    for length in range(1, min(LONGEST, len(before)) + 1):
        for number in table.ends.get(before[-length:], ()):
            found[number] = length
    return found


def _match_beginnings(after: str, table: _Index) -> dict[int, int]:
    found: dict[int, int] = {}
    for length in range(1, min(LONGEST, len(after)) + 1):
        for number in table.beginnings.get(after[:length], ()):
            found[number] = length
    return found
