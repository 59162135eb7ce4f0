"""The rules about the form of markers: what each finds, how it mends it, and what it leaves alone."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text

BODY = (
    "各渠段的负责人要把自己那一段走上三遍，哪里漏水、哪里塌了边，都记在本子上，当天报给水利站；"
    "水利站排出先后，急的当天修，不急的排进月底的工单，修完由农户签字。"
)
RULES = (
    "arabic-dunhao",
    "attachment-number",
    "bracket-number-mark",
    "cn-number-mark",
    "di-dunhao",
    "flattened-heading",
    "halfwidth-bracket-number",
    "heading-end-mark",
    "heading-spacing",
)
SELECT = tuple(f"numbering/{rule}" for rule in RULES)

FOUND = [
    # 1、
    ("1、修渠", [("arabic-dunhao", "1、")]),
    ("　　12、修渠", [("arabic-dunhao", "12、")]),
    ("１、修渠", [("arabic-dunhao", "１、")]),
    ("2．修渠", [("arabic-dunhao", "2．")]),
    ("2 、修渠", [("arabic-dunhao", "2 、")]),
    ("1、修渠\r\n2、引水", [("arabic-dunhao", "1、"), ("arabic-dunhao", "2、")]),
    ("修完了。1、修渠的账。2、引水的账。", [("arabic-dunhao", "1、"), ("arabic-dunhao", "2、")]),
    ("办法：1、修渠；2、引水。", [("arabic-dunhao", "1、"), ("arabic-dunhao", "2、")]),
    ("1,修渠\n2,引水", [("arabic-dunhao", "1,"), ("arabic-dunhao", "2,")]),
    ("1、《渠规》要上墙", [("arabic-dunhao", "1、")]),
    ("1。修渠\n2。引水", [("arabic-dunhao", "1。"), ("arabic-dunhao", "2。")]),
    ("1：修渠\n2：引水", [("arabic-dunhao", "1："), ("arabic-dunhao", "2：")]),
    ("1:2的比例\n2:3的比例", []),
    ("8：30 签到\n9：00 开会", []),
    ("全长达到\n12。今年还要修。", []),
    ("1、2号闸由石桥村管。", []),
    ("修完了。3、四号闸也修了。", []),
    ("修完了。5、请签字。", []),
    ("１．修渠\n２．引水", []),
    ("9.3米的渠底", []),
    ("1,200亩水田", []),
    ("12，是一打。", []),
    ("1.修渠。2.引水。", []),
    # 第一、
    ("第一、先修渠。第二、再引水。", [("di-dunhao", "第一、"), ("di-dunhao", "第二、")]),
    ("好处：其一、省水；其二、省工。", [("di-dunhao", "其一、"), ("di-dunhao", "其二、")]),
    ("再次、要管好闸门。", [("di-dunhao", "再次、")]),
    ("第1、先修渠。第2、再引水。", [("di-dunhao", "第1、"), ("di-dunhao", "第2、")]),
    ("最後、謝謝鄉親。", [("di-dunhao", "最後、")]),
    ("第一、第二两个渠段已经修完。", []),
    ("第一、三渠段已经修完。", []),
    ("得了第一、第二名的有奖。", []),
    ("首先、其次、再次，都是序词。", []),
    # （一）、
    ("（一）、修渠", [("bracket-number-mark", "（一）、")]),
    ("(1).修渠", [("bracket-number-mark", "(1).")]),
    ("㈠、修渠", [("bracket-number-mark", "㈠、")]),
    ("③、修渠", [("bracket-number-mark", "③、")]),
    ("2）、修渠", [("bracket-number-mark", "2）、")]),
    ("（ 三 ）：修渠", [("bracket-number-mark", "（ 三 ）：")]),
    ("（一）。修渠", [("bracket-number-mark", "（一）。")]),
    ("⑴、修渠", [("bracket-number-mark", "⑴、")]),
    ("见附件（一）。修渠要快。", []),
    ("（一）、（三）项由水利站办。", []),
    ("第（一）、第（三）项由水利站办。", []),
    ("修完了（一）、引水了（二）。", []),
    # 一，
    ("一.修渠", [("cn-number-mark", "一.")]),
    ("十二．修渠", [("cn-number-mark", "十二．")]),
    ("一：修渠\n二：引水", [("cn-number-mark", "一："), ("cn-number-mark", "二：")]),
    ("一,修渠\n二,引水", [("cn-number-mark", "一,"), ("cn-number-mark", "二,")]),
    ("一、修渠\n二　引水", [("cn-number-mark", "二　")]),
    ("一。修渠\n二。引水", [("cn-number-mark", "一。"), ("cn-number-mark", "二。")]),
    ("修了三分之\n一。今年还要修。", []),
    ("一，是办法；二，是决心。", []),
    ("一：一的比例", []),
    ("三 更半夜", []),
    ("一　青石镇\n二　柳树村", []),
    ("统一，协调，高效", []),
    # (一)
    ("(一)修渠", [("halfwidth-bracket-number", "(一)")]),
    ("（1)修渠\n(2）引水", [("halfwidth-bracket-number", "（1)"), ("halfwidth-bracket-number", "(2）")]),
    ("(十二)引水", [("halfwidth-bracket-number", "(十二)")]),
    ("修完了。(1)渠底。(2)渠沿。", [("halfwidth-bracket-number", "(1)"), ("halfwidth-bracket-number", "(2)")]),
    ("修完了。(1)\n引水了。(2)", []),
    ("式(1)和式(2)", []),
    ("(2024)1号", []),
    # blanks
    ("一 、修渠", [("heading-spacing", "一 、")]),
    ("（ 一）修渠", [("heading-spacing", "（ 一）")]),
    ("（一） 修渠", [("heading-spacing", "（一） ")]),
    ("一、\u3000修渠", [("heading-spacing", "一、\u3000")]),
    ("1. 修渠", [("heading-spacing", "1. ")]),
    ("一、 “两渠”同修", []),
    ("第三条　修渠。", []),
    ("1. Water\n2. Canal", []),
    # a mark at a heading's end
    (f"一、修渠。\n{BODY}\n二、引水\n{BODY}\n三、通电\n{BODY}", [("heading-end-mark", "。")]),
    (f"（一）修渠\n{BODY}\n（二）引水，\n{BODY}\n（三）通电\n{BODY}", [("heading-end-mark", "，")]),
    (f"一、修渠。\n{BODY}\n二、引水。\n{BODY}\n三、通电\n{BODY}", []),
    (f"一、修渠？\n{BODY}\n二、引水\n{BODY}\n三、通电\n{BODY}", []),
    ("（一）擅自开口的；\n（二）私自截水的；\n（三）损坏闸门的。", []),
    # headings in a paragraph
    (
        f"渠要修好。一、修好干渠。{BODY}二、修好支渠。{BODY}",
        [("flattened-heading", "一、修好干渠。"), ("flattened-heading", "二、修好支渠。")],
    ),
    (
        f"渠要修好！1.修好干渠。{BODY}2.修好支渠。{BODY}",
        [("flattened-heading", "1.修好干渠。"), ("flattened-heading", "2.修好支渠。")],
    ),
    (f"（一）修好干渠。\n{BODY}（二）修好支渠。{BODY}", [("flattened-heading", "（二）修好支渠。")]),
    (f"渠要修好。一是修好干渠。{BODY}二是修好支渠。{BODY}", []),
    ("渠要修好。1.修好干渠。2.修好支渠。3.装好水表。", []),
    (f"“渠要修好。一、修好干渠。{BODY}二、修好支渠。{BODY}”", []),
    # annexes
    ("附件：1、渠长名单\n　　　2、水表清单", [("attachment-number", "1、"), ("attachment-number", "2、")]),
    ("附件：渠长名单。", [("attachment-number", "。")]),
    ("附件:1.渠长名单；\n2.水表清单。", [("attachment-number", "；"), ("attachment-number", "。")]),
    ("附件：1.渠长名单\n2.水表清单", []),
    ("附件：详见后页。此件公开发布。", []),
    ("附件1中的渠长要到位。", []),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_findings(text: str, wanted: list[tuple[str, str]]) -> None:
    found = check_text(text, select=SELECT)
    assert [(diagnostic.rule.partition("/")[2], diagnostic.span.of(text)) for diagnostic in found] == wanted


FIXED = [
    ("1、修渠\r\n2、引水\r\n", "1.修渠\r\n2.引水\r\n"),
    ("首先、修渠。其次、引水。", "首先，修渠。其次，引水。"),
    ("　　（一）、修渠\n　　(二)引水\n　　（ 三 ）通电", "　　（一）修渠\n　　（二）引水\n　　（三）通电"),
    ("一.修渠\n二．引水", "一、修渠\n二、引水"),
    ("一 、 修渠\n1 . 引水", "一、修渠\n1.引水"),
    ("附件：1、渠长名单。\n　　　2、水表清单。", "附件：1.渠长名单\n　　　2.水表清单"),
    ("(一)、修好渠，\n(二)、引好水。", "（一）修好渠，\n（二）引好水。"),
]


@pytest.mark.parametrize(("text", "fixed"), FIXED)
def test_safe_fixes(text: str, fixed: str) -> None:
    result = fix_text(text, select=SELECT)
    assert result.text == fixed
    assert fix_text(fixed, select=SELECT).text == fixed


UNSAFE = [
    (
        f"第一、修渠\n{BODY}\n第二、引水\n{BODY}",
        f"一、修渠\n{BODY}\n二、引水\n{BODY}",
    ),
    (
        f"　　讲两点。1、修好干渠。{BODY}2、修好支渠。{BODY}\n　　{BODY}",
        f"　　讲两点。\n　　1.修好干渠。{BODY}\n　　2.修好支渠。{BODY}\n　　{BODY}",
    ),
    (
        f"讲两点。一、把干渠修到村口今年雨水少，{BODY}二、把支渠修到田头大家都盼着，{BODY}\r\n",
        f"讲两点。\r\n一、把干渠修到村口\r\n今年雨水少，{BODY}\r\n二、把支渠修到田头\r\n大家都盼着，{BODY}\r\n",
    ),
]


@pytest.mark.parametrize(("text", "fixed"), UNSAFE)
def test_unsafe_fixes(text: str, fixed: str) -> None:
    assert fix_text(text, select=SELECT).text.replace("1.", "1、").replace("2.", "2、") == text
    assert fix_text(text, select=SELECT, unsafe=True).text == fixed


def test_headings_are_not_numbered_anew_where_the_draft_has_them() -> None:
    text = f"一、总体要求\n第一、修渠\n{BODY}\n第二、引水\n{BODY}"
    fixed = f"一、总体要求\n第一，修渠\n{BODY}\n第二，引水\n{BODY}"
    assert fix_text(text, select=SELECT).text == fixed


@pytest.mark.parametrize("text", ["1、修渠\n2、引水", "第一、修渠。第二、引水。", "(一)修渠\n(二)引水"])
def test_what_is_at_home_in_taiwan_stays(text: str) -> None:
    assert [found.rule for found in check_text(text, preset="zh-hant") if found.rule in SELECT] == []


def test_a_list_in_markdown_keeps_its_blanks() -> None:
    assert check_text("1. 修渠\n2. 引水\n", filename="a.md", select=SELECT) == []


def test_page_numbers_of_a_site_are_no_markers() -> None:
    page = BODY * 2
    text = "\n".join(f"{number}、{page[:-20]}" for number in range(1, 6))
    assert [found for found in check_text(text, select=SELECT) if found.rule == "numbering/arabic-dunhao"] == []
