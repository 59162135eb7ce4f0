"""On which side of the strait a traditional text was written."""

from __future__ import annotations

import enum
from functools import cache
from typing import TYPE_CHECKING

from speechlint.lexicon.literals import Literals, Scan

if TYPE_CHECKING:
    from speechlint.document.model import Document

# What the offices of the mainland alone say, in simplified characters. A text about the mainland holds one or two.
_MAINLAND = (
    "抓手", "群团", "农民工", "党建", "党群", "县委", "市委市政府", "市委、市政府", "省委省政府", "省委、省政府",
    "县委县政府", "县委、县政府", "区委", "党组织", "党支部", "党员干部", "干部职工", "职工群众", "职工民众",
    "职代会", "厂务公开", "从严治党", "群众路线", "民众路线", "精准扶贫", "脱贫攻坚", "三个代表", "科学发展观",
    "四个意识", "四个自信", "两学一做", "八项规定", "招商引资", "三农", "领导班子", "劳模", "机关干部", "信访",
    "维稳", "贯彻落实", "学习贯彻", "深入贯彻", "两个维护", "工会干部", "党委", "党组", "全委会", "团委", "妇联",
    "总工会", "共青团", "下基层", "走访慰问", "结对帮扶", "创先争优", "文明创建", "我县", "我市", "各乡镇", "各级党",
    "同志们", "党的领导", "供给侧", "乡镇企业", "扶贫攻坚", "台湾当局", "放管服", "市人民政府", "齐抓共管",
    "党风廉政", "文明单位", "村支书", "公安机关", "事业单位",
)  # fmt: skip
# What hardly anyone else says, at school, in hospital, in a factory, at a meeting.
_RATHER_MAINLAND = (
    "街道办", "居委会", "村委会", "县人民政府", "宏观调控", "各族人民", "老区", "台湾同胞", "供销社", "信用社",
    "市场主体", "狠抓", "抓好", "抓落实", "一把手", "分管", "牵头单位", "责任单位", "整改", "督查", "排查",
    "专项整治", "专项行动", "专项检查", "综合治理", "精神文明", "文明城市", "思想政治", "作风建设", "求真务实",
    "真抓实干", "开拓进取", "新台阶", "上台阶", "添砖加瓦", "工作格局", "长效机制", "创建工作", "创建活动",
    "主要领导", "各位领导", "上级领导", "领导小组", "领导干部", "先进集体", "先进个人", "先进单位", "先进工作者",
    "先进典型", "动员大会", "汇报如下", "公安局", "民警", "干警", "检察院", "两委", "村干部", "低保", "贫困户",
    "五保", "留守儿童", "计划生育", "残联", "工商联", "开发区", "高新区", "退耕还林", "龙头企业", "新农村",
    "小康社会", "乡镇", "全县", "全省", "全市上下", "我省", "我区", "我镇", "我局", "我院", "我校", "我厂", "高考",
    "中考", "本科", "班主任", "教职工", "教研", "素质教育", "三好学生", "少先队", "教育教学", "德育工作", "尖子生",
    "师德师风", "科室", "医务人员", "医保", "新农合", "医德医风", "医患", "救死扶伤", "护士长", "院领导", "车间",
    "班组", "厂长", "中层干部", "中层管理", "竞争上岗", "下岗", "职称", "扭亏", "增收节支", "销售收入", "安全生产",
    "安全隐患", "隐患排查", "节能减排", "主营业务", "利税", "创收", "技改", "技术改造", "落实到位", "抓紧抓",
    "扎实推进", "扎实开展", "统筹推进", "加大力度", "搞好", "搞活", "新形势", "会议精神", "文件精神", "人民群众",
    "广大群众", "广大职工", "广大干部", "全体职工", "工会主席", "一盘棋",
)  # fmt: skip
# What all who speak of the mainland's policies say, in Hong Kong too: so much of it counts at most.
_NATIONAL = (
    "十二五", "十三五", "十四五", "十五五", "新常态", "中国特色社会主义", "党政", "社会主义核心价值观", "乡村振兴",
    "营商环境", "高质量发展", "新时代", "党中央", "国务院", "改革开放", "政协", "总书记", "重要讲话", "和谐社会",
)  # fmt: skip
_MOST_NATIONAL = 2
# What the offices of Taiwan, Hong Kong and Macao say of themselves.
_ELSEWHERE = (
    "中华民国", "行政院", "立法院", "部会", "县市政府", "内政部", "经济部", "总统府", "监察院", "民进党", "国民党",
    "行政法人", "立法委员", "乡公所", "镇公所", "区公所", "市公所", "里长", "健保", "长照", "市府", "县府",
    "特区政府", "行政长官", "立法会", "局方", "署方", "质素", "长者", "街坊", "台商", "海基会", "陆委会", "大陆各",
    "中国大陆", "教育局局长", "社会福利署", "医院管理局", "本港", "全港", "本澳", "香港市民", "香港社会", "香港青年",
)  # fmt: skip
# The set words of Taiwan's official letters.
_LETTERS = (
    "受文者", "发文字号", "速别", "查照", "鉴核", "核备", "本府", "贵府", "大部", "钧部", "钧府", "钧院", "台端",
    "函复", "函请", "陈报", "兹因", "旨揭", "检送", "检附", "签办", "签到单", "答复案", "质询", "院会",
)  # fmt: skip
READ = 20_000  # code points
# So much must speak for the mainland, the longer a text is the more.
_FEWEST = ((2_000, 4), (8_000, 8), (READ, 12))
_OWN, _RATHER, _SLIP, _OTHERS = 2, 1, 1, 6
# Characters that writers of Taiwan and Hong Kong mistake too: 週圍, 重覆, 下遊.
_ANYONES = frozenset("週覆游遊志沖卷匯彙")


class StraitSide(enum.Enum):
    MAINLAND = "mainland"
    ELSEWHERE = "elsewhere"


def find_strait_side(document: Document) -> StraitSide:
    """Whose words the text uses: the mainland's offices', or not (Taiwan's, Hong Kong's, nobody's).

    What a conversion from simplified characters has left behind speaks for the mainland too, though not alone.
    """
    folded = document.folded[:READ]
    scan = _words()
    places = scan.places(folded)
    own, rather, national, others = (
        len({folded[start:end] for start, end in places.get(words, ())}) for words in scan.sets
    )
    words = _OWN * own + _RATHER * rather + min(_MOST_NATIONAL, national)
    if not words:
        return StraitSide.ELSEWHERE
    fewest = next((points for length, points in _FEWEST if len(folded) <= length), _FEWEST[-1][1])
    wanted = max(fewest, _OTHERS * others)
    enough = words >= wanted or words + _SLIP * _count_slips(document) >= wanted
    return StraitSide.MAINLAND if enough else StraitSide.ELSEWHERE


@cache
def _words() -> Scan:
    """The four lists of words, looked for in one pass."""
    lists = (_MAINLAND, _RATHER_MAINLAND, _NATIONAL, _ELSEWHERE)
    return Scan([Literals(words, both_scripts=False) for words in lists])


def is_written_elsewhere(document: Document) -> bool:
    """Whether words or quotation marks show a traditional text to be Taiwan's, Hong Kong's or Macao's own.

    Where nothing shows it, it may still be: this asks for proof, and `find_strait_side` for proof of the contrary.
    """
    if not document.script.is_traditional or document.strait_side is StraitSide.MAINLAND:
        return False
    folded = document.folded[:READ]
    shown = sum(word in folded for word in (*_ELSEWHERE, *_LETTERS))
    # The marks alone prove little: who converts a text of the mainland may exchange them, too.
    contrary = _MAINLAND if shown else (*_MAINLAND, *_RATHER_MAINLAND)
    return shown + ("「" in folded and "“" not in folded) > sum(word in folded for word in contrary)


def _count_slips(document: Document) -> int:
    """How many different characters are wrong as only a conversion from simplified ones makes them: 乾部, 製度."""
    slips = document.script_slips
    written = {slip.span.of(document.text) for slip in (*slips.members, *slips.simplified) if slip.span.start < READ}
    return len(written - _ANYONES)
