"""Notices that are the only sign of a loss stay, so that nothing is counted anew over a cut: with every rule on."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source

LINTER = Linter(Config())
NOTICE = "（此处省略512字，登录后阅读全文）"
KEPT = [
    f"一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n{NOTICE}\n四、值班守夜\n夜里有人。\n五、物资储备\n料要备足。",
    f"我讲四点意见。\n一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n{NOTICE}\n四、值班守夜\n夜里有人。",
    f"我讲四点意见。\n一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n{NOTICE}",
    "要健全协商制……此处略去90字……各村都要照办。",
    f"要办四件事：一是修堤；二是清淤。\n{NOTICE}\n四是值守。",
    f"我講四點意見。\n一、修堤護岸\n堤要修牢。\n二、清淤疏渠\n渠要清淨。\n{NOTICE}\n四、值班守夜\n夜裏有人。",
]


@pytest.mark.parametrize("text", KEPT)
def test_a_notice_stays_where_it_alone_tells_of_a_loss(text: str) -> None:
    assert fix_source(LINTER, Source(text), Applicability.UNSAFE).source.text == text
    (notice,) = (one for one in LINTER.check(Source(text)).kept if one.rule == "watermark/omitted-chars")
    assert notice.fix is None
    assert len(notice.suggestions) == 1


def test_a_notice_goes_where_nothing_would_be_counted_anew() -> None:
    text = f"一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n{NOTICE}\n三、值班守夜\n夜里有人。"
    assert fix_source(LINTER, Source(text), Applicability.UNSAFE).source.text == text.replace(f"{NOTICE}\n", "")


def test_an_outline_stays_where_it_alone_tells_of_lost_headings() -> None:
    head = "提纲：\n一、修堤护岸\n二、清淤疏渠\n三、巡查情况\n四、值班守夜\n五、物资储备\n……\n在水利会上的讲话\n"
    body = "一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n三、巡查情况\n人要到位。"
    text = f"{head}我讲五点意见。\n{body}"
    assert fix_source(LINTER, Source(text), Applicability.UNSAFE).source.text == text
    whole = f"{body}\n四、值班守夜\n夜里有人。\n五、物资储备\n料要备足。"
    mended = fix_source(LINTER, Source(f"{head}我讲五点意见。\n{whole}"), Applicability.UNSAFE).source.text
    assert mended == f"在水利会上的讲话\n我讲五点意见。\n{whole}"
