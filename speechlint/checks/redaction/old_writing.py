"""Old writings as they are printed: □ stands for a character that nobody can read any more."""

from __future__ import annotations

from speechlint.text.words import holds_any

# The text says itself what the box is for.
_CONVENTION = ("以□代", "用□代", "□表示", "□代一", "□代替", "□标示", "□标出", "一□当", "一□代", "□者", "□示")
_OLD: tuple[str, ...] = (
    "民国",
    "光绪",
    "乾隆",
    "康熙",
    "嘉庆",
    "道光",
    "咸丰",
    "同治年",
    "宣统",
    "雍正",
    "顺治",
    "万历",
    "洪武",
    "永乐",
)
_OLD += ("嘉靖", "崇祯", "大明", "清代", "明代", "宋代", "唐代", "旧志", "方志", "县志", "府志", "州志", "碑文", "碑记")
_OLD += ("碑阴", "碑刻", "碑额", "墓志", "族谱", "家谱", "古籍", "抄本", "刻本", "影印", "知县", "知府", "巡抚", "漫漶")
_OLD += ("残缺", "缺字", "阙文", "脱字", "校勘", "校注", "点校", "底本", "题跋", "石刻", "铭文")
REACH = 200


def has_lost_characters(folded: str, start: int) -> bool:
    """Whether the box at `start` stands in, or beside, old writing. Simplified text."""
    return holds_any(folded[max(0, start - REACH) : start + REACH], (*_OLD, *_CONVENTION))
