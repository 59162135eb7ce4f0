"""Texts of Taiwan, Hong Kong and Macao keep to norms of their own, under the default preset too."""

from __future__ import annotations

import pytest

from speechlint import check_text

RULES = (
    "number/approx-dunhao",
    "numbering/arabic-dunhao",
    "numbering/di-dunhao",
    "numbering/halfwidth-bracket-number",
    "numbering/heading-spacing",
    "punctuation/dunhao-conj",
    "punctuation/range-connector",
)

LETTER = (
    "主旨：檢送本府「渠道清淤計畫」一份，請查照。\n說明：\n一、清淤範圍如下：\n(一)幹渠。\n(二)支渠。\n"
    "1、每渠二、三處設站，由站長、會計、及保管員值守。\n2、共需四、五個月。"
)
SPEECH = (
    "主席、各位議員：\n1. 本港漁民支持「築堤」工程。\n2.　　署方每日派出20--30人，工程需時兩、三年。\n"
    "首先、感謝各位議員。最後、感謝漁民。"
)
# The same habits in what was converted from a text of the mainland.
CONVERTED = "同志們：\n1、黨支部要抓好清淤，黨員幹部帶頭，招商引資。\n2、共需四、五個月，由站長、及會計值守。"


def numbers_and_marks(text: str) -> list[str]:
    return [finding.span.of(text) for finding in check_text(text) if finding.rule in RULES]


@pytest.mark.parametrize("text", [LETTER, SPEECH])
def test_their_own_norms_hold(text: str) -> None:
    assert numbers_and_marks(text) == []


def test_a_converted_text_keeps_to_the_norms_of_the_mainland() -> None:
    assert numbers_and_marks(CONVERTED) == ["1、", "2、", "四、五", "、及"]


def test_the_mainlands_words_outweigh_the_marks() -> None:
    assert numbers_and_marks("同志們：\n1、總工會「送清涼」。\n2、縣委「送溫暖」。") == ["1、", "2、"]


def test_marks_alone_do_not_outweigh_words_that_are_rather_the_mainlands() -> None:
    text = "各位老師：\n1、漁港小學的教職工支持「築堤」。\n2、同學們每天巡堤兩、三次。"
    assert numbers_and_marks(text) == ["1、", "2、", "兩、三"]
    assert numbers_and_marks(text.replace("教職工", "老師")) == []


BUDGET = (
    "主席、各位議員：\n\n　　我謹動議二讀《漁港撥款條例草案》。\n\n引言\n\n2. 本港漁業去年穩步增長。\n\n3. 漁民的收入也有增加。\n\n"
    "漁業回顧\n\n4. 去年漁獲上升，魚價平穩。\n\n5. 漁港的工程已經展開。\n"
)


def findings(text: str, rule: str) -> list[str]:
    return [finding.span.of(text) for finding in check_text(text) if finding.rule == rule]


def test_the_first_of_the_numbered_paragraphs_is_bare() -> None:
    assert findings(BUDGET, "numbering/sequence-start") == []
    assert findings(BUDGET.replace("漁業回顧\n\n", "").replace("引言\n\n", ""), "numbering/sequence-start") == ["2."]


@pytest.mark.parametrize(
    "text",
    [
        "主旨：檢送本局漁港會議紀錄一份，請 查照。",
        "主旨：陳報漁會計畫書一份，敬請 鑒核。\n說明：依 鈞部函辦理。",
        "今天恭請 總統致詞，我們一同紀念 國父誕辰。",
        "八十年前， 中山先生領導革命，漁民也出錢出力。",
        "請 貴府惠予協助，並請 貴會派員出席漁港會勘。",
    ],
)
def test_the_blank_of_respect_stays(text: str) -> None:
    assert [finding.rule for finding in check_text(text) if finding.rule.startswith("spacing/")] == []


def test_other_blanks_do_not_stay() -> None:
    text = "主旨：檢送漁港會議紀 錄一份， 請 查照。"
    assert [finding.span.start for finding in check_text(text) if finding.rule.startswith("spacing/")] == [10, 15]


def test_an_article_that_is_quoted_whole_is_one_quotation() -> None:
    items = "\n\n".join(f"{number}、漁船須在第{number}日登記。" for number in "一二三四五六七八九")
    text = f"《漁港辦法》第九條修改如下：\n\n“第九條\n\n（登記）\n\n{items}”\n\n第十條\n\n本辦法自公佈日起生效。"
    assert findings(text, "punctuation/unbalanced-pair") == []
