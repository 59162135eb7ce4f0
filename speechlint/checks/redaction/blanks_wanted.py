"""Whether a text is meant to have holes: a test paper, a form."""

from __future__ import annotations

from speechlint.text.words import holds_any

# A test paper says so in its title, or has parts that are named for their questions; a speech may speak of 题库.
_TITLE: tuple[str, ...] = ("试题", "试卷", "测试题", "练习题", "登记表", "申请表", "审批表", "报名表")
_TITLE += ("試題", "試卷", "測試題", "練習題", "登記表", "申請表", "審批表", "報名表")
_PART = ("填空题", "填空題", "选择题", "選擇題", "判断题", "判斷題", "简答题", "簡答題", "必填项", "必填項")
TITLE, PARTS = 80, 5_000


def wants_blanks(text: str) -> bool:
    """Whether the text calls itself a test paper or a form: by its head, or by a part."""
    return holds_any(text[:TITLE], _TITLE) or holds_any(text[:PARTS], _PART)
