"""When a draft was written: from its date line, else from its title, else unknown."""

from __future__ import annotations

import pytest

from speechlint.document.model import Document
from speechlint.document.own_date import LONGEST, OwnDate, find_own_date
from speechlint.formats.source import Source

BODY = "各渔港要把防台风的准备做在前面，把每一条缆绳都查到。\n"


def own(text: str) -> OwnDate | None:
    return find_own_date(Document(Source(text, "draft.txt")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"在渔业工作会议上的讲话\n（2024年3月5日）\n{BODY}", OwnDate(2024, 3)),
        (f"关于防台风的通知\n{BODY}市渔业局\n2023年11月9日\n", OwnDate(2023, 11)),
        (f"关于防台风的通知\r\n{BODY}市渔业局\r\n二〇二三年十一月九日\r\n", OwnDate(2023, 11)),
        (f"在渔业工作会议上的讲话（2024年3月5日）\n{BODY}", OwnDate(2024, 3)),
        (f"2022年渔业工作总结\n{BODY}", OwnDate(2022, None)),
        (f"关于防台风的通知\n2021年4月5日\n{BODY}2023年4月5日\n", None),
        (f"关于防台风的通知\n{BODY}会议定于2023年4月5日召开。\n", None),
        (f"渔港纪事\n{BODY * 9}2019年5月\n{BODY * 9}", None),
        (f"（2024年3月5日）\n{'渔' * LONGEST}\n", None),
        ("", None),
    ],
)
def test_own_date(text: str, wanted: OwnDate | None) -> None:
    assert own(text) == wanted
