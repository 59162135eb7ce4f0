"""The truncation family: where drafts are cut off, run together or left unfinished, and how drafts may end."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text

TEXT = "今年春旱来得早，全镇上下一条心，白天看渠，夜里守闸，水一滴也没有白流。老百姓说，这样的干部信得过。"
MORE = "渠修到哪里，水就流到哪里；水流到哪里，庄稼就绿到哪里。各村要把修渠当成自家的事来办，一天也不能等。"
OMITTED = "（此处省略863字）"
UNFINISHED = "……（未完，全文共5000字，当前仅显示2000字）"
SELECT = ("truncation", "truncation/missing-frame")

FOUND = [
    # the end of the draft
    (f"{TEXT}各村要做到领导到位、各村要做到人员到位、", [("ends-mid-sentence", "各村要做到人员到位、")]),
    (f"{TEXT}{MORE}下一步，各村要把渠修好，", [("ends-mid-sentence", "各村要把渠修好，")]),
    (f"{TEXT}\n{MORE}要把渠修好，并且", [("ends-mid-sentence", "并且")]),
    (f"{TEXT}\n{MORE}要通过走访、座谈，以及", [("ends-mid-sentence", "以及")]),
    (f"{TEXT}{MORE}下一步要健全协", [("cut-mid-word", "健全协")]),
    (f"{TEXT}{MORE}下一步要健全协\n\n{OMITTED}", [("cut-mid-word", "健全协")]),
    (f"{TEXT}{MORE}下一步各村要把渠修好", [("ends-mid-sentence", "下一步各村要把渠修好")]),
    (f"{TEXT}{MORE}老渠長帶著年輕人傳授經{UNFINISHED}", [("cut-mid-word", "傳授經")]),
    (f"{TEXT}各村要按照县里的要求做好 {UNFINISHED}", [("ends-mid-sentence", "各村要按照县里的要求做好")]),
    (f"{TEXT}各村要把渠修好。{UNFINISHED}", []),
    (f"{TEXT}{MORE}下一步，各村要把渠修好，\n第 3 页 共 3 页", [("ends-mid-sentence", "各村要把渠修好，")]),
    (f"{TEXT}{MORE} 第3页 共3页", []),
    (f"石桥镇冬修水利工程建设推进会议上的讲话\n{OMITTED}\n{TEXT}{MORE}", []),
    (
        "修渠工作报告\n一、总体要求\n今冬明春，全镇修渠的总体要求是：抓住冬闲的好时机，动员各村的劳力，把渠修到地头，坚持“先修主渠、后修支",
        [("ends-mid-sentence", "后修支")],
    ),
    (
        "修渠工作报告\n一、总体要求\n今冬明春，全镇修渠的总体要求是：抓住冬闲的好时机，动员各村的劳力，坚持“先主后支”，走“一村一渠”之路",
        [],
    ),
    (f"{TEXT}“渠在人在。”{UNFINISHED}", []),
    (
        f"篇一：春灌发言稿\n各位乡亲：\n{TEXT}{MORE}各村要把渠修好、\n篇二：春灌发言稿\n各位乡亲：\n{TEXT}",
        [("ends-mid-sentence", "各村要把渠修好、")],
    ),
    (
        f"{TEXT}{MORE}各村要做到领导到位、人员到位、\n青石镇水利站\n2025年3月1日",
        [("ends-mid-sentence", "人员到位、")],
    ),
    (f"{TEXT}\n各村要认真研\n{OMITTED}\n{TEXT}", [("cut-mid-word", "认真研")]),
    # in the middle
    (f"{TEXT}各村要认真贯彻\n{OMITTED}\n{TEXT}", [("ends-mid-sentence", "各村要认真贯彻")]),
    (f"{TEXT}\n{OMITTED}\n{MORE}", []),
    (f"一、修渠\n{OMITTED}\n{MORE}", []),
    # the beginning, and behind a cut
    (f"，这件事要抓紧。{TEXT}", [("starts-mid-sentence", "，")]),
    (f"）的通知要求，{TEXT}", [("starts-mid-sentence", "）")]),
    (f"们要把渠修好，把水引好，{TEXT}{MORE}", [("starts-mid-sentence", "们")]),
    (f"{TEXT}\n{OMITTED}\n、补漏，样样都要抓。{MORE}", [("starts-mid-sentence", "、")]),
    (f"{TEXT}\n{OMITTED}\n一线双管”制度。{MORE}", [("starts-mid-sentence", "一线双管")]),
    (
        f"{TEXT}各村要认真贯彻\n{OMITTED}\n揭开盖子，把渠底的泥都挖走，一天也不能等，这件事由各村的渠长自己来办。",
        [("ends-mid-sentence", "各村要认真贯彻")],
    ),
    (
        f"{TEXT}各村要认真贯彻\n{OMITTED}\n置妥当，把渠底的泥都挖走，一天也不能等，这件事由各村的渠长自己来办，谁也不能推。",
        [("ends-mid-sentence", "各村要认真贯彻"), ("starts-mid-sentence", "置妥")],
    ),
    (f"{TEXT}\n{OMITTED}\n“一线双管”制度。{MORE}", []),
    (f"的确，{TEXT}", []),
    (f"等到秋天，{TEXT}", []),
    # run together
    (f"在春灌会上的讲话同志们：{TEXT}", [("flattened-structure", "同志们：")]),
    (f"春灌工作汇报材料范文各位领导、同志们，{TEXT}", [("flattened-structure", "各位领导、同志们，")]),
    (f"在春灌会上的发言稿尊敬的李书记、各位代表：{TEXT}", [("flattened-structure", "尊敬的李书记、各位代表：")]),
    (f"在春灌会上的致辞（一）大家好！{TEXT}", [("flattened-structure", "大家好！")]),
    (f"在春灌会上的讲话稿今天，{TEXT}", [("flattened-structure", "今天")]),
    (f"在春灌會上的講話各位鄉親：{TEXT}", [("flattened-structure", "各位鄉親：")]),
    (f"同志们：{TEXT}", []),
    (f"镇长的讲话同志们都记住了，{TEXT}", []),
    (f"听完报告，各位代表：{TEXT}", []),
    (f"春灌工作总结今年做得最细，{TEXT}", []),
    # bare numbers
    ("办好三件事：一是修渠，二是引水，三是", [("dangling-item", "三是")]),
    ("一、修渠\n二、引水\n三、\n", [("dangling-item", "三、")]),
    ("（一）修渠\n（二）引水\n（三）\n（四）通电\n", [("dangling-item", "（三）")]),
    ("1.修渠\n2.引水\n3.\n4.\n5.", []),
    ("一、\n渠要修好。\n二、\n水要引好。", []),
    ("1.\n2.\n3.", []),
    # parts of the outline
    (
        f"提纲：\n一、修渠\n二、引水\n三、通电\n四、收费\n……\n在春灌会上的讲话\n一、修渠\n{TEXT}\n{OMITTED}\n{TEXT}\n二、引水\n{MORE}",
        [("section-missing", "二、")],
    ),
    (
        f"目录\n一、修渠......1\n二、引水......2\n三、通电......3\n\n一、修渠\n{TEXT}\n二、引水\n{MORE}\n三、通电\n{TEXT}",
        [],
    ),
    # the frame
    (f"在春灌会上的讲话\n{TEXT * 20}", [("missing-frame", "在春灌会上的讲话")]),
    (f"在春灌会上的讲话\n同志们：\n{TEXT * 20}\n谢谢大家。", []),
    (f"春灌工作方案\n{TEXT * 20}", []),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_findings(text: str, wanted: list[tuple[str, str]]) -> None:
    found = check_text(text, select=SELECT)
    assert [(diagnostic.rule.partition("/")[2], diagnostic.span.of(text)) for diagnostic in found] == wanted


SILENT = [
    f"{TEXT}\n{MORE}\n谢谢大家",
    f"{TEXT}\n{MORE}\n此致\n敬礼\n青石镇水利站\n2025年3月1日",
    f"{TEXT}\n{MORE}\n附件：1.春灌计划表\n　　　2.渠长名单\n\n青石镇人民政府\n2025年3月1日\n抄送：县水利局，各村",
    f"{TEXT}\n{MORE}祝大家身体健康、工作顺利",
    f"{TEXT}\n{MORE}\n渠长名单：周大河、李长水、王有田",
    f"{TEXT}{MORE}参加人员有：周大河、李长水、王有田、赵满仓",
    f"{TEXT}\n用水计划：\n石桥村，三十吨\n柳树村，四十吨",
    f"{TEXT}\n更多内容：https://example.com/a",
    f"{TEXT}\n——摘自《青石镇志》",
    f"{TEXT}\n（作者单位：青石镇水利站）",
    f"老渠长说：“{TEXT}”",
    f"{TEXT}\n春雨贵如油，\n点滴到心头，\n渠水绕村走，\n庄稼不用愁",
    "守渠誓词\n爱渠如家，护水如命，\n不徇私情，不怕辛苦，\n渠在人在，人在渠通，",
    "各村渠长，",
    "明早八点修渠，请带好工具、",
    "图1　青石镇渠系图",
    "姓名：\n单位：\n联系电话：",
    f"问：渠谁来修？\n答：{TEXT}\n问：水谁来管？\n答：渠长管",
    f"会议纪要\n时间：3月1日\n会议要求，{TEXT}会议决定：1.成立专班；2.安排资金。",
    f"周大河同志在春灌会上的讲话\n（根据录音整理）\n同志们：\n{TEXT}\n{MORE}\n今天就讲到这里，散会",
    f"第一回　老渠长夜守青石闸\n　　{TEXT}\n　　“开闸！”老渠长喊了一声，\n　　“来了……”",
]


@pytest.mark.parametrize("text", SILENT)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_silence(text: str, newline: str) -> None:
    assert check_text(text.replace("\n", newline), select=("truncation",)) == []


FIXED = [
    (
        f"　　{MORE}\n　　在春灌会上的讲话稿同志们：{TEXT}\n",
        f"　　{MORE}\n　　在春灌会上的讲话稿\n　　同志们：\n　　{TEXT}\n",
    ),
    (f"在春灌会上的讲话 各位代表： {TEXT}\r\n", f"在春灌会上的讲话\r\n各位代表：\r\n{TEXT}\r\n"),
    (f"在春灌会上的讲话同志们：\n{TEXT}", f"在春灌会上的讲话\n同志们：\n{TEXT}"),
]


@pytest.mark.parametrize(("text", "fixed"), FIXED)
def test_line_breaks_come_back_where_somebody_asks(text: str, fixed: str) -> None:
    assert fix_text(text, select=("truncation",)).text == text
    assert fix_text(text, select=("truncation",), unsafe=True).text == fixed


def test_a_paragraph_without_its_end_mark_is_only_a_hint() -> None:
    found = check_text(f"{TEXT}{MORE}下一步各村要把渠修好", select=("truncation",))
    assert [diagnostic.severity.word for diagnostic in found] == ["hint"]
