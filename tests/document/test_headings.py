"""The grammar of headings."""

from __future__ import annotations

import pytest

from speechlint.document.headings import CHAPTER, ORDINAL, RUN
from tests.document.draft import Draft

HEADINGS = [
    ("一、守好海堤", 1, 1, "一、", "守好海堤", False),
    ("　　十二、守好海堤", 1, 12, "十二、", "守好海堤", False),
    ("（三）疏浚航道。今年先修两段。", 2, 3, "（三）", "疏浚航道", True),
    ("(三)疏浚航道", 2, 3, "(三)", "疏浚航道", False),
    ("㈢疏浚航道", 2, 3, "㈢", "疏浚航道", False),
    ("3.修补渔网", 3, 3, "3.", "修补渔网", False),
    ("３．修补渔网", 3, 3, "３．", "修补渔网", False),
    ("3、修补渔网", 3, 3, "3、", "修补渔网", False),
    ("（2）清点船只", 4, 2, "（2）", "清点船只", False),
    ("2)清点船只", 4, 2, "2)", "清点船只", False),
    ("⑵清点船只", 4, 2, "⑵", "清点船只", False),
    ("② 登记船员", 5, 2, "②", "登记船员", False),
    ("b) 登记船员", 5, None, "b)", "登记船员", False),
    ("第三章　渔船检验", CHAPTER, 3, "第三章", "渔船检验", False),
    ("第二部分 航道", CHAPTER, 2, "第二部分", "航道", False),
    ("第一，船要检。", ORDINAL, 1, "第一，", "船要检", False),
    ("其次,网要补", ORDINAL, 2, "其次,", "网要补", False),
    ("最后，港要清！", ORDINAL, None, "最后，", "港要清", False),
    ("二是网要补。三是港要清。", RUN, 2, "二是", "网要补", True),
    ("一要快", RUN, 1, "一要", "快", False),
    ("三來，航標要亮", RUN, 3, "三來", "，航標要亮", False),
]


@pytest.mark.parametrize(
    ("line", "level", "ordinal", "marker", "words", "lead"), HEADINGS, ids=lambda value: str(value)
)
def test_headings(line: str, level: int, ordinal: int | None, marker: str, words: str, lead: bool) -> None:
    text = f"𠮷\n{line}\n"
    (heading,) = Draft(text).headings
    assert heading.line == 1
    assert heading.span.of(text) == line.strip()
    assert (heading.level, heading.ordinal, heading.lead) == (level, ordinal, lead)
    assert (heading.marker.of(text), heading.words.of(text)) == (marker, words)


@pytest.mark.parametrize(
    "line",
    [
        "三、四月份风大",
        "一、二年级学生",
        "1.5万人次登船",
        "第一中学的学生",
        "一是否可行，二看再说",
        "第三组先行",
        "首先要看天",
        "共三章",
        "（略）",
        "2025年",
        "",
    ],
)
def test_no_headings(line: str) -> None:
    assert Draft(line).headings == ()


def test_a_long_paragraph_behind_a_marker_has_no_heading_words() -> None:
    text = "3." + "渔港连着渔港，" * 10
    (heading,) = Draft(text).headings
    assert heading.words.empty
    assert heading.lead
