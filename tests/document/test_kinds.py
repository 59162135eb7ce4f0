"""What each line is."""

from __future__ import annotations

from speechlint.document.kinds import LineKind, may_have_tail, title_line
from tests.document.draft import Draft

SPEECH = """\
某文档站

在渔港整治动员会上的讲话
（2025年3月4日）
林海生

同志们：
今天我们开会，部署渔港整治。
一、守好海堤
　　海堤是命脉。
（一）检查。逐段过。
二是船要检，要一条一条登记在册并且落实到人头上，谁登记谁负责谁签字谁验收，谁出了纰漏就追究谁的责任。
谢谢大家！

附件：1.海堤名录
海滨县渔业局
2025年3月4日
"""
SPEECH_KINDS = """\
residue blank title title body blank salutation body heading body heading body body blank tail tail tail blank"""


def kinds(text: str, residue: tuple[int, ...] = ()) -> str:
    return " ".join(kind.value for kind in Draft(text, residue).kinds)


def test_a_speech() -> None:
    assert kinds(SPEECH, (0,)) == SPEECH_KINDS
    assert title_line(Draft(SPEECH, (0,))) == 2


def test_a_table_of_contents_above_the_title() -> None:
    assert (
        kinds("目录：……\n一、海堤\n二、航道\n渔港工作报告\n各位代表：\n")
        == "body heading heading title salutation blank"
    )


def test_titles_of_a_collection() -> None:
    text = "渔港讲话\n海堤是命脉。\n渔港讲话（二）\n航道要通。"
    assert kinds(text) == "title body title body"


def test_a_centred_title_and_a_traditional_salutation() -> None:
    assert kinds("　　　　　　海堤与我們\n各位來賓、各位同仁:\n大家好!") == "title salutation body"


def test_without_title() -> None:
    draft = Draft("海堤是命脉。\n关于航道的通知\n")
    assert title_line(draft) is None
    assert kinds("") == "blank"


def test_only_a_draft_with_a_date_or_an_annex_at_its_end_has_a_tail() -> None:
    signed = "海堤是命脉。\n海滨县渔业局\n2025年3月4日"
    for text in (signed, f"{signed}\n \n", "海堤是命脉。\n附件：海堤名录\n"):
        assert may_have_tail(Draft(text))
        assert Draft(text).kinds[1] is LineKind.TAIL
    assert may_have_tail(Draft(f"{signed}\n某文档站", (3,)))
    for text in ("", "海堤是命脉。\n海滨县渔业局", "2025年3月4日\n海堤是命脉。"):
        assert not may_have_tail(Draft(text))
        assert LineKind.TAIL not in Draft(text).kinds
