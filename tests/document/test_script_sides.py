"""Which script each part of a draft is to be written in, and which side of the strait a text comes from."""

from __future__ import annotations

import pytest

from speechlint.document.script import ScriptName
from speechlint.document.strait_side import StraitSide
from tests.document.draft import Draft

HANT, HANS, UNKNOWN = ScriptName.HANT, ScriptName.HANS, ScriptName.UNKNOWN
TRADITIONAL = "漁港的發展離不開漁民的團結，各級幹部要為漁民辦實事。\n"
SIMPLIFIED = "渔港的发展离不开渔民的团结，各级干部要为渔民办实事。\n"


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        (TRADITIONAL, "幹部", HANT),
        (SIMPLIFIED, "干部", HANS),
        (TRADITIONAL * 3 + SIMPLIFIED, "干部", HANS),
        (TRADITIONAL * 3 + "渔业简报\n", "简报", HANS),
        (TRADITIONAL * 3 + "渔业简报，大家看。\n", "简报", HANT),
        (TRADITIONAL + "報上登了《渔业简报》的消息。", "简报", UNKNOWN),
        (TRADITIONAL + "報上登了《渔業简报》的消息。", "简报", HANT),
        (TRADITIONAL + "「团」字寫錯了。", "团", UNKNOWN),
        (TRADITIONAL + "他說「这个问题」要緊。", "问题", UNKNOWN),
    ],
)
def test_the_side_of_a_place(text: str, words: str, side: ScriptName) -> None:
    assert Draft(text).script_sides.at(text.index(words)) is side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("縣委要求各級黨組織關心農民工。", StraitSide.MAINLAND),
        ("縣裡的漁民出海了。", StraitSide.ELSEWHERE),
        ("行政院核定縣政府的漁業計畫，農民工不在其列。", StraitSide.ELSEWHERE),
        ("政府落實各項措施，支援漁民。", StraitSide.ELSEWHERE),
        ("全體職工和各科室齊抓共管，醫德醫風好轉。", StraitSide.MAINLAND),
        ("高考成績提升，我們迴顧學校的規章製度，乾部作風好。", StraitSide.MAINLAND),
        ("我們迴顧漁會的規章製度，乾部作風好，漁民都在場。", StraitSide.ELSEWHERE),
        ("高考成績提升，週圍環境好，下遊的學校重覆建設。", StraitSide.ELSEWHERE),
        ("國家改革開放，國務院和黨中央支援香港，十四五規劃帶來機遇。", StraitSide.ELSEWHERE),
    ],
)
def test_the_side_of_the_strait(text: str, side: StraitSide) -> None:
    assert Draft(text).strait_side is side


def test_a_simplified_text_asks_no_table() -> None:
    """No traditional character, no work: the views answer from the set of characters."""
    document = Draft(SIMPLIFIED)
    assert document.script_slips == ((), (), ())
    assert "paragraphs" not in vars(document)
