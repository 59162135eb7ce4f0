"""The draft's own words, counted."""

from __future__ import annotations

import pytest

from speechlint.document.residue.matter import count_matter

TABLE = frozenset(("职工", "工会", "党", "服务"))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("加微信领资料", 0),
        ("职工会员", 1),  # no 工会 in it
        ("工会服务职工", 3),
        ("工会、工会、工会", 1),
        ("党的工会", 2),
        ("党工会服务职工", 3),  # no more than asked for
    ],
)
def test_counting(text: str, count: int) -> None:
    assert count_matter(text, TABLE, 3) == count
