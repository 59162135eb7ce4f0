"""On which side of the strait a traditional text was written."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.model import Document

# What the offices of the mainland alone say, in simplified characters. A text about the mainland holds one or two.
_MAINLAND = (
    "抓手", "群团", "农民工", "党建", "党群", "县委", "市委市政府", "市委、市政府", "省委省政府", "省委、省政府",
    "县委县政府", "县委、县政府", "区委", "党组织", "党支部", "党员干部", "干部职工", "职工群众", "职工民众",
    "职代会", "厂务公开", "十二五", "十三五", "十四五", "十五五", "小康社会", "新常态", "从严治党", "群众路线",
    "精准扶贫", "脱贫攻坚", "三个代表", "科学发展观", "中国特色社会主义", "四个意识", "四个自信", "两学一做",
    "八项规定", "招商引资", "三农", "领导班子", "工会主席", "劳模", "机关干部", "信访", "维稳", "乡镇", "街道办",
    "贯彻落实", "学习贯彻", "深入贯彻", "两个维护", "工会干部", "党政", "党委", "党组", "全委会", "团委", "妇联",
    "总工会", "共青团", "下基层", "走访慰问", "结对帮扶", "创先争优", "文明创建", "我县", "我市", "全县", "全市上下",
    "各乡镇", "各级党", "同志们", "社会主义核心价值观", "乡村振兴", "供给侧", "放管服", "营商环境", "高质量发展",
    "新时代", "党的领导", "党中央", "国务院",
)  # fmt: skip
# What Taiwan's offices say of themselves.
_TAIWAN = (
    "中华民国", "行政院", "立法院", "本院", "部会", "县市政府", "内政部", "经济部", "总统府", "监察院", "民进党",
    "国民党", "行政法人",
)  # fmt: skip
READ = 100_000  # code points
# So many different words of the mainland make a text its own, the longer it is the more.
_FEWEST = ((2_000, 2), (8_000, 4), (READ, 6))
_TAIWANS_SHARE = 3


class StraitSide(enum.Enum):
    MAINLAND = "mainland"
    ELSEWHERE = "elsewhere"


def find_strait_side(document: Document) -> StraitSide:
    """Whose words the text uses: the mainland's offices', or not (Taiwan's, Hong Kong's, nobody's)."""
    folded = document.folded[:READ]
    mainland = sum(word in folded for word in _MAINLAND)
    taiwan = sum(word in folded for word in _TAIWAN)
    fewest = next((count for length, count in _FEWEST if len(folded) <= length), _FEWEST[-1][1])
    own = mainland >= max(fewest, _TAIWANS_SHARE * taiwan)
    return StraitSide.MAINLAND if own else StraitSide.ELSEWHERE
