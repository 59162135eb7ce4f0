"""Words that a converter puts for others: what Taiwan says, where a text of the mainland means something else."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import characters, fold

# Taiwan's word, the mainland's; then where it is wrong (~ stands for the word; * anywhere) and, behind !, where not.
# Contexts are in simplified characters.
_ROWS = """
民眾 群眾 * 职工~ 人民~ 干部~ 党员~ 困难~ 基层~ 联系~ 脱离~ 依靠~ 发动~ ~路线 ~性 ~基础 ~工作 ~观点 ~组织 ~团体 ~体育 ~监督 ~满意 ~来访 ~信访 ~纪律 ~身边 ~利益 !~教育馆 !~党 !~日报 !~剧院 !~路
最佳化 優化 * !~算法 !~演算 !~问题 !~理论 !数学~ !程序~
視窗 窗口 * !电脑~ !软件~ !萤幕~ !系统~ !弹出~ !关闭~ !~操作 !浏览器~
網際網路 互聯網 * !~协定 !~通讯协定
契約 合同 劳动~ 集体~ 签订~ 聘用~ 用工~ 履行~ 承包~ 租赁~ 施工~ 采购~ 购销~ 经济~ 供货~ ~工 ~制 ~化管理 ~签订 ~履约 ~管理 !~精神
設定 設置 机构~ 科学~ 合理~ 岗位~ 课程~ 专业~ 学科~ 部门~ 职位~ 职数~ 内设~ 议程~ 栏目~ 增加~ ~机构 ~了机构 ~岗位 ~课程 ~专栏 ~专岗 ~意见箱 ~举报箱 ~展区 ~服务点 ~站点 ~专柜 ~障碍 ~标志 ~标识
專案 項目 重大~ 重点~ 招商~ 工程~ 建设~ 投资~ 产业~ 扶贫~ 惠民~ 民生~ 科研~ 个~ ~建设 ~资金 ~落地 ~审批 ~推进 ~库 ~谋划 ~开工 ~申报 ~化 ~为王 ~管理 !~小组 !~组 !~报告
品質 質量 高~发展 工程~ 发展~ 教学~ 教育~ 空气~ 水~ 环境~ 产品~ 生活~和 ~安全 ~监督 ~强国 ~强市 ~第一 ~检测 ~检验 ~兴农 提质~ 数量和~ 数量与~ 数量、~
資訊 信息 * !~处 !~展 !~月 !~工业策进会
數位 數字 ~经济 ~化 ~政府 ~中国 ~乡村 ~技术 ~转型 ~产业 ~社会 ~赋能 ~城市 ~平台 ~素养 ~鸿沟 ~人民币 ~治理
智慧 智能 人工~ ~化 ~制造 ~终端 ~手机 ~家居 ~网联 ~装备 ~机器人 ~工厂 ~改造
執行 運行 经济~ 平稳~ 安全~ 高效~ 良性~ 健康~ 有序~ 规范~ 运转~ 正常~ 试~ 稳定~ ~平稳 ~机制 ~质量 ~态势 ~成本 ~监测 ~在合理区间 ~情况良好
支援 支持 关心~ 大力~ 全力~ 鼎力~ 热情~ 积极~ 理解~ 理解和~ 关心和~ 政策~ 资金~ 财政~ 信贷~ 金融~ 技术~ 社会~ 广泛~ 给予~ 坚定~ 帮助~ ~和帮助 ~和参与 ~和关心 ~下 ~力度 ~工会 ~参与 ~民营 ~企业 ~发展 ~政策 ~率 ~改革 ~鼓励 !~灾区 !~前线 !~边疆 !~西部 !对口~ !应急~
管道 渠道 诉求~ 沟通~ 多种~ 拓宽~ 畅通~ 筹资~ 融资~ 反映~ 主~ 信息~ 多~ 民意~ 销售~ 就业~ 维权~ 表达~ 流通~ 服务~ 举报~ 监督~ !地下~ !天然气~ !供水~ !供热~ !排污~ !输油~ !燃气~
物件 對象 服务~ 工作~ 帮扶~ 帮困~ 考察~ 发展~ 培养~ 救助~ 慰问~ 扶贫~ 保障~ 培训~ 教育~ 宣传~ 调查~ 监督~ 考核~ 研究~ 结对~ 优抚~ 低保~ 补助~ 招商~ 统战~
檔案 文件 中央~ 省委~ 市委~ 县委~ 上级~ 有关~ 下发~ 红标头~ 红头~ 印发~ 号~ 政策~ 会议~ 纲领性~ 规范性~ 重要~ 指导性~ ~精神 ~要求 ~规定 ~下发 ~落实文 !人事~ !一户一~
資料 數據 大~ 统计~显示 ~中心 ~共享 ~安全法 ~要素 ~治理 ~赋能
行動 移動 ~支付 ~电话 ~通信 ~通讯 ~终端 ~网络 ~互联网 ~互聯網
啟用 激活 ~活力 ~潜能 ~潜力 ~内生 ~动能 ~内需 ~市场 ~消费 ~一池 ~发展 ~创新 ~基层 ~土地 ~闲置 ~沉睡
程式 程序 法定~ 民主~ 工作~ 组织~ 按~ 诉讼~ 履行~ 审批~ 规定~ 法律~ 司法~ 决策~ 选举~ 议事~ 必经~ 严格~ ~规范 ~合法 ~正当 ~公正 ~正义 ~步骤 ~和步骤 !应用~ !小~ !电脑~ !计算机~
檢視 查看 现场~ 实地~ 仔细~ ~现场 ~台账 ~了生产 ~灾情 ~伤情 !自我~ !对照~ !~剖析 !~问题 !~反思
介面 界面 工作~ 工农~ 责任~ 操作~ 政企~
型別 類型 * !数据~ !~系统 !~转换 !变量~
迴圈 循環 良性~ 恶性~ ~经济 ~往复 ~利用 国内大~ 双~ 国际~ 内~ 血液~ 大~ ~发展 ~播放
全域性 全局 服务~ 大局~ 事关~ 统揽~ 着眼~ 立足~ 胸怀~ 影响~ 关系~ 关乎~ 带动~ 谋~ ~工作 ~观念 ~意识 ~高度 ~中 ~出发 ~和局部 ~与局部
區域性 局部 全局和~ 全局与~ 全域性和~ 全域性与~ ~服从 ~利益服从
釋出 發佈 新闻~ 公开~ ~会 ~公告 ~通知 ~通告 ~信息 ~消息 ~预警 ~命令 ~指导意见 ~实施
宣告 聲明 联合~ 郑重~ 严正~ 发表~ 免责~ 特此~
聯絡 聯繫 密切~ 理论~ ~群众 ~民众 ~实际 ~职工 ~基层 ~点 紧密~ ~党和 ~党 普遍~ 血肉~ 必然~ 内在~ 有机~ 鱼水~ 结对~ 挂钩~ !通讯~ !~员 !~处 !~人 !~方式
訊號 信號 * !无线~
軟體 軟件 * !~动物
硬體 硬件 *
簡訊 短信 *
伺服器 服務器 *
記憶體 內存 *
螢幕 屏幕 *
影片 視頻 ~会议 ~调度 ~连线 ~监控 短~ ~通话 ~培训 ~点名 ~会商 ~号
視訊 視頻 *
列印 打印 *
佇列 隊列 *
巨集 宏 ~观 ~伟 ~大 ~图 ~愿 ~扬 宽~
標頭檔案 頭文件 !*
字型大小 字號 *
許可權 權限 *
高階 高級 ~职称 ~技工 ~技师 ~工程师 ~人民法院 ~干部 ~政工师 ~中学 ~教师 ~经济师 ~会计师 ~领导 ~农艺师 ~职务
社羣 社區 街道~ ~居民 ~工作 ~矫正 ~党 ~服务 ~建设 ~治理 ~干部
社群 社區 街道~ ~居民 ~矫正 ~党组织 ~干部 ~卫生
奈米 納米 *
鐳射 激光 *
塑膠 塑料 ~袋 ~制品 ~大棚 ~薄膜
晶片 芯片 *
智慧財產權 知識產權 *
幼稚園 幼兒園 *
計程車 出租車 *
捷運 地鐵 ~站 ~线 ~建设 ~工程 ~集团
貨櫃 集裝箱 * !~车
太空人 航天員 *
太空梭 航天飛機 *
部落格 博客 *
腳踏車 自行車 *
速食麵 方便麵 *
紐西蘭 新西蘭 *
寮國 老撾 *
義大利 意大利 *
沙烏地阿拉伯 沙特阿拉伯 *
奈及利亞 尼日利亞 *
衣索比亞 埃塞俄比亞 *
烏茲別克 烏茲別克斯坦 * !~斯坦
哈薩克 哈薩克斯坦 * !~斯坦 !~族 !~自治 !~语
"""
# Both are said on both sides, or only the habit differs: worth a look, no more.
_HABITS = """
網路 網絡 *
計畫 計劃 *
透過 通過 * !~现象 !~窗 !~玻璃 !~镜 !~表象 !~数字看 !~树 !~云 !~这些
"""
# 召開 became 開會 where a meeting is what is held.
_MEETING_AFTER = ("这次", "这个", "此次", "本次", "今天这", "了这次", "了全", "全县", "全市", "全省", "全国", "全区")
# What a converter takes for a phrase across the border of two words, beside the phrases of the package's own table.
_BORDERS = (
    "在線上=聯機 線上=在線 連線=聯機 線上=聯機 離線=脫機 行動=移動 資訊=信息 程式=程序 檔案=文件 物件=對象 專案=項目"
)
_SHORTEST = 2


class Sense(NamedTuple):
    """Taiwan's word, the mainland's (both traditional), and where the one stands for the other.

    `wrong` and `right` are what stands before and behind the word (simplified characters); `house` says that the word
    is wrong everywhere but for those, which is a matter of the side a text is for.
    """

    taiwan: str
    mainland: str
    wrong: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]
    house: bool
    habit: bool = False

    def holds(self, folded: str, start: int, end: int) -> bool:
        """Whether the word at `folded[start:end]` stands for the mainland's."""
        if any(_stands(pair, folded, start, end) for pair in self.right):
            return False
        return self.house or any(_stands(pair, folded, start, end) for pair in self.wrong)

    def stands_in(self, folded: str, start: int, end: int) -> bool:
        """Whether the words beside it show that it is wrong, wherever the text comes from."""
        return any(_stands(pair, folded, start, end) for pair in self.wrong)


def _stands(pair: tuple[str, str], folded: str, start: int, end: int) -> bool:
    return folded.endswith(pair[0], 0, start) and folded.startswith(pair[1], end)


@cache
def senses() -> dict[str, Sense]:
    """The words of Taiwan that a converter puts into texts of the mainland."""
    found = {}
    for rows, habit in ((_ROWS, False), (_HABITS, True)):
        for row in rows.strip().split("\n"):
            taiwan, mainland, *contexts = row.split()
            wrong = [context for context in contexts if not context.startswith("!") and context != "*"]
            right = [context[1:] for context in contexts if context.startswith("!") and context != "!*"]
            found[taiwan] = Sense(taiwan, mainland, _pairs(wrong), _pairs(right), "*" in contexts, habit)
    return found


def _pairs(contexts: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((before, after) for before, _, after in (context.partition("~") for context in contexts))


def is_meeting_held(folded: str, end: int) -> bool:
    """Whether 開會, which ends at `end`, has a meeting for its object: 開會這次會議."""
    if not folded.startswith(_MEETING_AFTER, end):
        return False
    clause = folded[end : end + 20]
    return any(noun in clause for noun in ("会议", "大会", "座谈会", "会，", "会,", "会。", "推进会", "动员会"))


@cache
def borders() -> dict[str, tuple[str, ...]]:
    """Taiwan's phrases, each with what may have been converted into it, in traditional characters."""
    found: dict[str, dict[str, None]] = {}
    pairs = [tuple(pair.split("=")) for pair in _BORDERS.split()]
    pairs += [(form, source) for source, forms in characters("TWPhrases").items() for form in forms]
    for taiwan, source in pairs:
        if len(taiwan) >= _SHORTEST and len(source) >= _SHORTEST and fold(taiwan) != fold(source):
            found.setdefault(taiwan, {})[source] = None
    return {taiwan: tuple(sources) for taiwan, sources in found.items()}


SENSE_WORDS = Literals(lambda: (*senses(), "開會"), both_scripts=False)
BORDER_WORDS = Literals(lambda: tuple(borders()), both_scripts=False)
