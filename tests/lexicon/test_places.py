"""Names of divisions: what is found in a text, and that the list is in order."""

from __future__ import annotations

from importlib.resources import files

import pytest

from speechlint.lexicon.places import Rank, find_places, short_form


def found(text: str) -> list[tuple[str, Rank, bool]]:
    return [(text[start:end], place.rank, place.full) for start, end, place in find_places(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "浙江省舟山市普陀区",
            [("浙江省", Rank.PROVINCE, True), ("舟山市", Rank.PREFECTURE, True), ("普陀区", Rank.COUNTY, True)],
        ),
        ("舟山的渔港", [("舟山", Rank.PREFECTURE, False)]),
        ("从嵊泗到岱山", [("嵊泗", Rank.COUNTY, False), ("岱山", Rank.COUNTY, False)]),
        ("内蒙古和广西", [("内蒙古", Rank.PROVINCE, False), ("广西", Rank.PROVINCE, False)]),
        ("下城区并入了", [("下城区", Rank.COUNTY, True)]),
        ("歙县", [("歙县", Rank.COUNTY, True)]),
        ("X市和某县", []),
        ("", []),
    ],
)
def test_names(text: str, wanted: list[tuple[str, Rank, bool]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("余姚市", "余姚"),
        ("景宁畲族自治县", "景宁"),
        ("延边朝鲜族自治州", "延边"),
        ("新疆维吾尔自治区", "新疆"),
        ("阿里地区", "阿里"),
        ("神农架林区", "神农架"),
        ("歙县", "歙县"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert short_form(name) == short


def test_codes_tell_the_prefecture() -> None:
    (hit,) = find_places("鼓楼区")
    assert len(hit.place.codes) > 1
    (hit,) = find_places("定海区")
    assert hit.place.codes == {"3309"}


def test_a_name_at_the_end_of_the_text_ends_there() -> None:
    assert [(hit.start, hit.end) for text in ("在内蒙古", "在浙江", "从嵊泗到岱山") for hit in find_places(text)] == [
        (1, 4), (1, 3), (1, 3), (4, 6),
    ]  # fmt: skip


def test_short_forms_that_are_words_are_marked() -> None:
    marked = {hit.place.common for text in ("来宾", "朝阳", "嵊泗") for hit in find_places(text)}
    assert marked == {True}
    assert not any(hit.place.common for hit in find_places("舟山、来宾市、浙江"))


def test_the_file_is_sorted_and_holds_each_code_once() -> None:
    text = files("speechlint.lexicon").joinpath("places.txt").read_text(encoding="utf-8")
    rows = [line.split(" ") for line in text.split("\n") if line and not line.startswith("#")]
    codes = [row[0] for row in rows]
    assert codes == sorted(set(codes))
    assert {len(code) for code in codes} == {2, 4}
    for row in rows:
        assert len(row) == len(set(row))
        assert all(len(name) > 1 or name == "-" for name in row[1:])
