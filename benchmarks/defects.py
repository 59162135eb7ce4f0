"""One small mistake of each kind, and its twin that is right: what a program must tell apart to find the kind.

The twins have the same shape (letters where the mistake has letters, digits where it has digits), so that a program
that asks for a blank between letters and Chinese characters is not taken to have found the mistake.
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of mistake: a text with it, and one without."""

    name: str
    wrong: str
    right: str


KINDS = [
    Kind("left-over placeholder", "今天，XX县召开防汛工作会议。", "今天，VR馆召开防汛工作会议。"),
    Kind("masked year", "全年任务在20xx年底前完成。", "全年任务在2024年底前完成。"),
    Kind("masked figure", "全县共有X万名职工参加培训。", "全县共有5万名职工参加培训。"),
    Kind("word taken out by a filter", "会议传达了***同志的批示。", "会议传达了刘长顺同志的批示。"),
    Kind("a site's advert", "开通会员后可下载全文。", "开通水渠后可浇灌全村。"),
    Kind(
        "a site's page footer",
        "会议到此结束。\n第2页 共6页\n请抓好落实。",
        "会议到此结束。\n第2排 共6座\n请抓好落实。",
    ),
    Kind(
        "a text cut short",
        "一是抓好防汛。\n二是抓好值守。\n（此处省略580字）",
        "一是抓好防汛。\n二是抓好值守。\n（此处存放580箱）",
    ),
    Kind("a character of the other script", "各単位要抓好值守，确保度汛。", "各单位要抓好值守，确保度汛。"),
    Kind("a conversion artefact", "干部群众齐心协力，皇後村、里程碑。", "干部群众齐心协力，皇后村、里程碑。"),
    Kind("a look-alike letter in a number", "全年完成投资1О亿元。", "全年完成投资10亿元。"),
    Kind("an invisible character", "各单位要抓好\u200b值守工作。", "各单位要抓好值守工作。"),
    Kind(
        "a gap in the numbering",
        "一、抓好防汛\n及早安排。\n二、抓好值守\n专人负责。\n四、抓好保障\n备足物资。\n五、抓好督查\n查漏补缺。\n",
        "一、抓好防汛\n及早安排。\n二、抓好值守\n专人负责。\n三、抓好保障\n备足物资。\n四、抓好督查\n查漏补缺。\n",
    ),
    Kind(
        "an announced count that does not match",
        "下面，我讲三点意见。\n一、抓好防汛\n及早安排。\n二、抓好值守\n专人负责。\n三、抓好保障\n备足物资。\n四、抓好督查\n查漏补缺。\n",
        "下面，我讲四点意见。\n一、抓好防汛\n及早安排。\n二、抓好值守\n专人负责。\n三、抓好保障\n备足物资。\n四、抓好督查\n查漏补缺。\n",
    ),
    Kind("a confused word", "全体干部要再接再励，抓好秋收。", "全体干部要再接再厉，抓好秋收。"),
    Kind("a wrong character in a common word", "要健全基层治理体糸，抓好落实。", "要健全基层治理体系，抓好落实。"),
    Kind("a wrong idiom", "大家要同舟共挤，渡过难关。", "大家要同舟共济，渡过难关。"),
    Kind("a doubled word", "我们要要认真抓好防汛工作。", "我们要认真抓好防汛工作。"),
    Kind("an organ's wrong name", "2024年5月，国家计生委召开会议。", "2024年5月，国家卫健委召开会议。"),
    Kind("half-width marks", "同志们,今天开会,大家要抓好落实.", "同志们，今天开会，大家要抓好落实。"),
    Kind("a doubled mark", "各单位要抓好落实。。请认真执行。", "各单位要抓好落实。请认真执行。"),
    Kind("an open quotation mark", "要发扬“老黄牛的精神，抓好落实。", "要发扬“老黄牛”的精神，抓好落实。"),
    Kind("an ellipsis of stops", "防汛、抗旱、值守。。。都要抓好。", "防汛、抗旱、值守……都要抓好。"),
    Kind("a year with ○", "会议于二○二四年五月召开。", "会议于二〇二四年五月召开。"),
    Kind("a date that does not exist", "会议于2024年2月30日召开。", "会议于2024年2月29日召开。"),
    Kind("a blank inside a sentence", "各单位要抓 好值守工作。", "各单位要抓好值守工作。"),
    Kind(
        "two names for one person",
        "张建国县长讲话。\n会后，张建囯县长到村里调研。",
        "张建国县长讲话。\n会后，张建国县长到村里调研。",
    ),
]
