"""Text read in the wrong encoding says what it was; other text says nothing."""

from __future__ import annotations

import pytest

from speechlint.text.misread import find_misread, find_shifted, is_common


def read(line: str) -> list[tuple[str, str, bool]]:
    return [(each.span.of(line), each.says, each.whole) for each in find_misread(line)]


@pytest.mark.parametrize(
    ("was", "as_"), [("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "gb18030"), ("gb18030", "latin-1")]
)
def test_what_was_misread_is_read_anew(was: str, as_: str) -> None:
    wrong = "防汛安全生产".encode(was).decode(as_)
    assert read(f"各村：{wrong}。") == [(wrong, "防汛安全生产", True)] or as_ == "gb18030"
    assert read(wrong) == [(wrong, "防汛安全生产", True)]


@pytest.mark.parametrize("codec", ["cp1252", "gb18030"])
def test_with_bytes_lost_it_is_read_in_part(codec: str) -> None:
    (found,) = find_misread("各位代表现在开会".encode().decode(codec, "replace"))
    assert "代表" in found.says


@pytest.mark.parametrize(
    "line",
    [
        "",
        "各位代表现在开会，请坐。",
        "各位代表現在開會，請坐。",
        "São Paulo、München、naïve café",
        "ÄÖÜ、ÀÁÂÃ、ñ",
        "25°C±0.5，3×4÷2，£5",
        "“‘”’……——•·™€",
        "涓涓细流、宸、骞、浠、娴",
        "\ufffd\ufffd\ud800",
    ],
)
def test_other_text_says_nothing(line: str) -> None:
    assert read(line) == []


def test_common_characters() -> None:
    assert is_common("防汛，2025年。")
    assert is_common("會議開始")
    assert not is_common("鍏ㄥ尯")
    assert not is_common("abc")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("支持漁港的事業？h總工會開會", [("？h", "。縣")]),
        ("安排工作?偨Y是回顧過去", [("?偨Y", "。總結")]),
        ("這是誰的主意？h指數高不高", []),
        ("漁港在哪？A港還是B港？偨字怎麼讀", []),
    ],
)
def test_bytes_that_were_paired_anew(line: str, found: list[tuple[str, str]]) -> None:
    assert [(misread.span.of(line), misread.says) for misread in find_shifted(line)] == found
