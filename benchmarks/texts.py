"""Texts to measure with: office prose put together from a small stock of words, the same for the same seed.

Every paragraph differs from every other, as in real drafts: a text made of one paragraph many times would measure the
rule about repeated paragraphs and nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

WHO = ["各级工会", "县总工会", "乡镇工会", "园区工会", "机关党委", "社区工作者", "学校后勤处", "应急管理站"]
HOW = ["要持续", "要扎实", "应当主动", "必须认真", "要带头", "要协同", "应及时", "要稳妥", "需不断", "要系统"]
DO = ["推进", "完善", "落实", "健全", "巩固", "提升", "优化", "统筹", "排查", "梳理", "对接", "保障"]
WHAT = ["职工服务阵地", "安全生产责任", "汛期值守制度", "困难帮扶台账", "技能培训计划", "集体协商机制"]
WHAT += ["校园食堂管理", "防汛物资储备", "隐患整改清单", "新业态建会工作", "法律援助窗口", "夜间巡查安排"]
WHAT += ["农田排涝设施", "档案整理流程", "志愿者排班表", "心理关爱热线"]
WHY = ["确保责任到岗到人", "让服务更加贴近一线", "形成齐抓共管的局面", "切实减轻基层负担", "使各项安排落地见效"]
MASKS = [
    "X县",
    "X市总工会",
    "XX书记",
    "xx镇",
    "20xx年",
    "X万人",
    "X多家企业",
    "“XX”工程",
    "《X晚报》",
    "X届X次全会",
    "XX同志",
]
RESIDUE = [
    "开通会员后可下载全部资料，立享全年更新",
    "（此处省略580字，正式会员可阅读全文）",
    "更多范文请关注本站公众号，客服微信：fanwen12345",
    "以下是小编整理的讲话稿，仅供参考，希望对大家有所帮助。",
]
SPEECH = 6000  # characters of one draft, as long as a speech of twenty minutes


def sentence(stock: random.Random) -> str:
    parts = [stock.choice(WHO), stock.choice(HOW), stock.choice(DO), stock.choice(WHAT), "，"]
    if stock.random() < 0.5:
        parts += [stock.choice(DO), stock.choice(WHAT), "，"]
    parts += [stock.choice(WHY), "。"]
    return "".join(parts)


def paragraph(stock: random.Random) -> str:
    return "　　" + "".join(sentence(stock) for _ in range(stock.randint(3, 12)))


def clean_speech(stock: random.Random) -> str:
    """One draft with nothing wrong in it."""
    lines = ["在全县职工服务工作推进会上的讲话", "", "同志们："]
    for number in "一二三四五":
        lines.append(f"　　{number}、{stock.choice(DO)}{stock.choice(WHAT)}")
        while sum(map(len, lines)) < SPEECH * "一二三四五".index(number) / 5 + SPEECH / 5:
            lines.append(paragraph(stock))
    return "\n".join([*lines, "　　谢谢大家！", ""])


def damaged_speech(stock: random.Random) -> str:
    """One draft as they come from the web: a defect every 160 characters or so, and the traces of a site."""
    lines = clean_speech(stock).split("\n")
    for i, line in enumerate(lines):
        if len(line) > 60:
            lines[i] = "。".join(with_mask(part, stock) for part in line.split("。"))
    lines.insert(len(lines) // 2, stock.choice(RESIDUE))
    return "\n".join([stock.choice(RESIDUE), *lines, stock.choice(RESIDUE)])


def with_mask(part: str, stock: random.Random) -> str:
    who = next((word for word in WHO if word in part), "")
    return part.replace(who, stock.choice(MASKS) + who, 1) if who and stock.random() < 0.17 else part


def speeches(size: int, *, damaged: bool, seed: int = 1) -> Iterator[str]:
    """Drafts of together at least `size` bytes in UTF-8."""
    stock = random.Random(seed)
    while size > 0:
        text = damaged_speech(stock) if damaged else clean_speech(stock)
        size -= len(text.encode())
        yield text
