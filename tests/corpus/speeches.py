"""Speeches that nobody gave: different from each other, and with all the formulas that speeches share."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

PLACES = ("青溪县", "白沙县", "柳河区", "石桥镇", "云岭市", "临江区", "望海市", "梅坞镇")
THINGS = ("春耕", "防汛", "修路", "植树", "供水", "助学", "养老", "消防", "旅游", "茶叶", "校园安全", "村史馆")
DOERS = ("农技员", "村支书", "护林员", "老教师", "水管员", "网格员", "社区医生", "返乡青年", "渡口船工", "养蜂人")
DEEDS = ("跑遍了", "摸清了", "盘活了", "修好了", "接通了", "照看着", "带动了", "守住了")
GOODS = ("山塘", "泵站", "果园", "校车", "老街", "渡船", "晒谷场", "集市", "卫生室", "食堂", "网络教室", "文化站")
HEADINGS = (
    "一、提高认识，统一思想",
    "二、突出重点，狠抓落实",
    "三、加强领导，确保成效",
    "（一）加强网格化管理",
    "（二）办好职工之家",
    "1.完善网上办事大厅",
    "一是要转变作风。",
)
GREETINGS = ("同志们：", "同志们、朋友们：", "各位代表：", "尊敬的各位领导、各位来宾：")
CLOSINGS = ("谢谢大家！", "我的讲话完了，谢谢大家！", "最后，祝大家身体健康、工作顺利！", "此致\n敬礼！")
BELOW = (
    "中共青溪县委办公室",
    "青溪县人民政府",
    "{year}年{month}月{day}日",
    "（此件公开发布）",
    "（根据录音整理，未经本人审阅）",
    "抄送：县委各部门，县人大常委会办公室。",
    "附件：任务分工表",
    "联系人：王某　联系电话：0571-8{day}123456",
    "主持人：李某",
    "（此页无正文）",
    "公开属性：主动公开",
    "校对：王某　打字：李某",
    "（共印{day}份）",
    "（全体起立，奏国歌）",
)


def sentence(rnd: random.Random) -> str:
    return (
        f"{rnd.choice(PLACES)}的{rnd.choice(DOERS)}{rnd.choice(DEEDS)}{rnd.randrange(3, 900)}处{rnd.choice(GOODS)}，"
        f"{rnd.choice(THINGS)}比上年多投{rnd.randrange(10, 990)}万元，{rnd.choice(DOERS)}说{rnd.choice(GOODS)}样样齐全。"
    )


def speech(rnd: random.Random) -> list[str]:
    """The lines of a speech."""
    lines = [f"在全县{rnd.choice(THINGS)}工作会议上的讲话", f"（20{rnd.randrange(10, 25)}年{rnd.randrange(1, 13)}月）"]
    lines += [rnd.choice(("县委书记　张某某", "市长 赵某", "李某某"))] if rnd.random() < 0.5 else []
    lines.append(rnd.choice(GREETINGS))
    for heading in rnd.sample(HEADINGS, 4):
        lines += [heading, "".join(sentence(rnd) for _ in range(rnd.randrange(2, 5)))]
    lines.append(rnd.choice(CLOSINGS))
    for below in rnd.sample(BELOW, 3):
        lines.append(below.format(year=rnd.randrange(2001, 2025), month=rnd.randrange(1, 13), day=rnd.randrange(1, 29)))
    return lines


def corpus(
    count: int, seed: int = 1, plant: Callable[[list[str], int, random.Random], list[str]] | None = None
) -> Iterator[str]:
    """So many speeches as texts; `plant` may change the lines of each, told its number."""
    rnd = random.Random(seed)
    for number in range(count):
        lines = speech(rnd)
        yield "\n".join(plant(lines, number, rnd) if plant else lines)
