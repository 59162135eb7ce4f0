"""Which marker goes on with which list."""

from __future__ import annotations

import pytest

from speechlint.document.outline import Series
from speechlint.document.outline_faults import Kind, read_ordinals
from tests.document.draft import Draft


def tree(text: str) -> list[str]:
    """Each list as `一、[一、 二、[（一） （二）]]`, speech by speech."""
    return [_shown(text, series) for section in Draft(text).outline.sections for series in section.series]


def _shown(text: str, series: Series) -> str:
    return "".join(
        item.marker.span.of(text)
        + ("[" + " ".join(_shown(text, nested) for nested in item.lists) + "]" if item.lists else "")
        for item in series.items
    )


TREES = [
    ("一、修堤\n（一）备料\n（二）备人\n二、清淤\n（一）排班", ["一、[（一）（二）]二、[（一）]"]),
    ("一、修堤\n1.备料\n（1）石\n（2）土\n2.备人\n二、清淤", ["一、[1.[（1）（2）]2.]二、"]),
    ("1.修堤\n（一）备料\n（二）备人\n2.清淤", ["1.[（一）（二）]2."]),
    ("一、修堤。一是备料，二是备人。\n二、清淤。一是排班，二是开工。", ["一、[一是二是]二、[一是二是]"]),
    ("一是修堤。要做到：一是备料，二是备人。\n二是清淤。", ["一是[一是二是]二是"]),
    ("四条。一是堤，二是渠，第一是挖，第二是运，三是人。", ["一是二是[第一是第二是]三是"]),
    ("一是修堤。\n石料要足。\n二是清淤。\n三是巡查。", ["一是二是三是"]),
    ("办法如下：一是修堤。\n二是清淤。\n三是巡查。", ["一是二是三是"]),
    ("一是堤，二是渠。\n人要齐。一要早，二要快。\n一是料，二是钱。", ["一是二是", "一要二要", "一是二是"]),
    ("同志们，一、修堤。\n二、清淤。", ["一、二、"]),
    ("一、修堤\n1.备料\n2.备人\n二、清淤\n3.排班\n4.开工", ["一、[1.2.]二、[3.4.]"]),
    (
        "第一章　总则\n第一条　目的。\n第二条　范围。\n第二章　附则\n第三条　施行。\n（一）先；\n（二）后。",
        ["第一章[第一条第二条]第二章[第三条[（一）（二）]]"],
    ),
    ("第一，堤。第二，渠。最后，人。", ["第一，第二，最后，"]),
    ("首先，堤。其次，渠。再次，人。", ["首先，其次，再次，"]),
    ("一方面，堤要修。另一方面，渠要清。", ["一方面，另一方面，"]),
    ("一是堤好；二是渠好；第三是人好。", ["一是二是第三是"]),
    ("一、修堤\n二、清淤\n（三）巡查\n四、值守", ["一、二、（三）四、"]),
    (
        "一、修堤\n二、清淤\n三、巡查\n（一）堤\n（二）渠\n一、再修\n二、再清",
        ["一、二、三、[（一）（二）]", "一、二、"],
    ),
    ("同志们：一、修堤。渠也要清。一是挖，二是运。二、巡查。1.备料。2.备人。", ["一、[一是二是]二、[1.2.]"]),
    ("修堤。\n（二）石\n（三）土\n一、清淤\n二、巡查", ["（二）（三）", "一、二、"]),
    ("没有序号的一段话。", []),
]


@pytest.mark.parametrize(("text", "wanted"), TREES)
def test_trees(text: str, wanted: list[str]) -> None:
    assert tree(text) == wanted


COLLECTION = "范文一\n防汛讲话\n同志们：\n一、修堤\n二、清淤\n范文二\n抗旱讲话\n同志们：\n一、打井\n二、蓄水\n"


def test_each_speech_of_a_collection_has_lists_of_its_own() -> None:
    outline = Draft(COLLECTION).outline
    assert [section.title.of(COLLECTION) for section in outline.sections] == ["范文一", "范文二"]
    assert [len(section.series) for section in outline.sections] == [1, 1]


def test_the_ways_through_the_tree() -> None:
    text = "一、修堤\n（一）备料\n（二）备人\n二、清淤\n（一）排班\n（二）开工\n"
    outline = Draft(text).outline
    top, first, second = outline.series
    assert [series.style for series in outline.series] == ["一、", "（一）", "（一）"]
    assert outline.parent_of(top) is None
    assert outline.parent_of(second) is top.items[1]
    assert outline.holder_of(top.items[1]) is top
    assert top.items[0].span.of(text) == "一、修堤\n（一）备料\n（二）备人\n"
    assert first.span.of(text) == "（一）备料\n（二）备人\n"


def test_the_last_item_inside_a_paragraph_ends_with_it() -> None:
    text = "一是堤，二是渠。\n人要齐。\n"
    (series,) = Draft(text).outline.series
    assert series.span.of(text) == "一是堤，二是渠。"


GAP, DUPLICATE, SWAP, START = Kind.GAP, Kind.DUPLICATE, Kind.SWAP, Kind.START
READINGS: list[tuple[list[int | None], list[tuple[Kind, int, int]]]] = [
    ([1, 2, 3], []),
    ([], []),
    ([1, 3], [(GAP, 1, 2)]),
    ([1, 2, 4, 5], [(GAP, 2, 3)]),
    ([1, 2, 9, 4, 5], [(GAP, 2, 3)]),
    ([1, 2, 2, 3], [(DUPLICATE, 2, 3)]),
    ([1, 2, 2, 4], [(DUPLICATE, 2, 3)]),
    ([1, 2, 3, 2, 5], [(DUPLICATE, 3, 4)]),
    ([1, 1, 2], [(DUPLICATE, 1, 2)]),
    ([1, 3, 2, 4], [(SWAP, 1, 2)]),
    ([2, 1, 3], [(SWAP, 0, 1)]),
    ([1, 4, 3, 2, 5], [(SWAP, 1, 2)]),
    ([2, 3, 4], [(START, 0, 1)]),
    ([1, None, 2, 3, None], []),
    ([1, None, 3], [(GAP, 2, 2)]),
    ([1, 6, 11, 16], []),
]


@pytest.mark.parametrize(("ordinals", "wanted"), READINGS)
def test_one_slip_gives_one_fault(ordinals: list[int | None], wanted: list[tuple[Kind, int, int]]) -> None:
    assert read_ordinals(ordinals) == wanted


def test_a_list_that_goes_on_counting_begins_where_it_says() -> None:
    assert read_ordinals([4, 5, 7], continued=True) == [(GAP, 2, 6)]


def faults(text: str, residue: tuple[int, ...] = ()) -> list[tuple[str, str, bool]]:
    return [
        (fault.kind.value, fault.marker.span.of(text), fault.cut) for fault in Draft(text, residue).numbering_faults
    ]


def test_a_cut_is_told_by_a_line_of_dots() -> None:
    assert faults("一、修堤\n堤要牢。\n……\n三、清淤\n渠要清。") == [("gap", "三、", True)]
    assert faults("一、修堤\n堤要牢。\n三、清淤\n渠要清。") == [("gap", "三、", False)]


def test_a_list_of_a_lost_heading_has_lost_its_first() -> None:
    text = "一、修堤\n要牢。一是备料。石要大。\n……\n人要齐。二是排班。三是开工。\n三、巡查\n人要到。"
    assert faults(text) == [("start", "二是", True), ("gap", "三、", True)]


def test_a_run_over_a_cut_may_be_whole() -> None:
    assert faults("一、修堤\n要牢。一是备料。石要大。\n……\n人要齐。二是排班。三是开工。\n二、巡查") == []


def test_a_number_that_comes_again_behind_a_cut_is_the_lost_headings() -> None:
    text = "一、修堤\n要牢。一是备料。二是备人。石要大。\n……\n人要齐。二是排班。\n三、巡查\n人要到。"
    assert faults(text) == [("start", "二是", True), ("gap", "三、", True)]
