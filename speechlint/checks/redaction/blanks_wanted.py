"""Whether a text is meant to have holes: a test paper, a form."""

from __future__ import annotations

from speechlint.text.pattern import Pattern

_TEST_PAPER = Pattern(
    "填空|选择题|判断题|简答题|试题|试卷|考生|答题|题库|選擇題|判斷題|簡答題|試題|試卷|答題|題庫|填写说明|填寫說明|必填"
)
# A test paper says so at its head.
HEAD = 3_000


def wants_blanks(text: str) -> bool:
    """Whether the text calls itself a test paper or a form with fields to fill, in its first 3,000 code points."""
    return _TEST_PAPER.search(text, 0, HEAD) is not None
