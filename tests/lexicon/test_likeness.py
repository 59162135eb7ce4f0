"""The tables of like characters: known pairs, symmetry, the order of the files, and that they follow from the fonts."""

from __future__ import annotations

import random

import pytest

from speechlint.lexicon import likeness as alike
from speechlint.lexicon.candidate_rows import FIRST
from speechlint.lexicon.likeness import candidate_rows, candidates, fuzzier, fuzzy, likeness, sound_alike, sounds
from speechlint.lexicon.rule_folder import rules_root

TABLES = rules_root() / "typo/tables"
LOOK_ALIKE = [
    *("未末", "已己", "休体", "兑党", "目日", "办力", "亚业", "全金", "天关", "人入", "戊戍", "士土", "日曰", "荀苟"),
    *("崇祟", "折拆", "籍藉", "赢羸", "候侯", "慨概", "贷货", "抬拾", "呜鸣"),
]


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("华", "化", True),
        ("静", "婧", True),
        ("明", "名", True),
        ("重", "虫", True),
        ("重", "众", True),
        ("强", "刚", False),
        ("華", "化", False),
        ("X", "X", False),
    ],
)
def test_sound_alike(first: str, second: str, alike: bool) -> None:
    assert sound_alike(first, second) is alike
    assert sound_alike(second, first) is alike


@pytest.mark.parametrize(
    ("pair", "sound"),
    [
        ("治制", alike.SAME),
        ("行航", alike.SAME),
        ("女旅", alike.FUZZIER),
        ("治自", alike.FUZZY),
        ("金经", alike.FUZZY),
        ("山三", alike.FUZZY),
        ("南蓝", alike.FUZZIER),
        ("湖福", alike.FUZZIER),
        ("中国", 0),
        ("治a", 0),
    ],
)
def test_the_nearest_sound(pair: str, sound: int) -> None:
    assert likeness(*pair).sound == likeness(*reversed(pair)).sound == sound


def test_a_character_has_all_its_readings() -> None:
    assert sounds("重") == ("chong", "zhong")
    assert sounds("行") == ("hang", "heng", "xing")
    assert sounds("の") == sounds("") == ()


@pytest.mark.parametrize(
    ("sound", "once", "twice"),
    [
        ("zheng", "zen", "zen"),
        ("nang", "nan", "lan"),
        ("hu", "hu", "fu"),
        ("shi", "si", "si"),
        ("n", "n", "n"),
        ("hm", "hm", "hm"),
    ],
)
def test_blurred_sounds(sound: str, once: str, twice: str) -> None:
    assert (fuzzy(sound), fuzzier(sound)) == (once, twice)


@pytest.mark.parametrize("pair", LOOK_ALIKE)
def test_known_pairs_look_alike(pair: str) -> None:
    assert likeness(*pair).shape == likeness(*reversed(pair)).shape >= 115


@pytest.mark.parametrize("pair", ["中国", "治理", "的了", "一龘", "aＡ"])
def test_pairs_that_do_not_look_alike(pair: str) -> None:
    assert likeness(*pair).shape == 0


def test_the_rows_say_what_the_pairs_say() -> None:
    for character in "未治重绿行务嗯龟":
        found = candidates(character)
        assert list(found) == sorted(found)
        assert character not in found
        assert all(likeness(character, other) == measure for other, measure in found.items())
        assert all(candidates(other)[character] == measure for other, measure in found.items())
    assert candidates("a") == candidates("\U00020000") == {}


def test_the_rows_are_symmetric() -> None:
    rows = candidate_rows()
    firsts = [
        FIRST + row for row in range(len(rows.offsets) - 1) for _ in range(rows.offsets[row], rows.offsets[row + 1])
    ]
    found = dict(
        zip(
            zip(firsts, rows.codes.tolist(), strict=True),
            zip(rows.kinds.tolist(), rows.shapes.tolist(), strict=True),
            strict=True,
        )
    )
    assert len(found) == len(rows.codes)
    assert all(found[second, first] == measure for (first, second), measure in found.items())
    assert all((kind & alike.SHAPE > 0) == (shape > 0) and kind for kind, shape in found.values())


def test_the_list_of_readings_is_sorted() -> None:
    text = (TABLES / "sounds.txt").read_text(encoding="utf-8")
    rows = [line.split(" ") for line in text.split("\n") if line and not line.startswith("#")]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all(list(row[1]) == sorted(set(row[1])) for row in rows)


def test_the_readings_follow_from_their_sources() -> None:
    from tools import build_likeness

    assert build_likeness.sounds(build_likeness.characters()) == (TABLES / "sounds.txt").read_text(encoding="utf-8")


def test_shapes_are_measured_from_the_fonts() -> None:
    """With fonts or a Pillow of another edition a measure may differ a little; twice on one machine it is the same."""
    from tools import build_likeness

    some = random.Random(5).sample(build_likeness.characters(), 300)
    characters = sorted({*some, *"".join(LOOK_ALIKE)})
    found = build_likeness.shapes(characters)
    assert build_likeness.packed(characters, found) == build_likeness.packed(
        characters, build_likeness.shapes(characters)
    )
    for pair in LOOK_ALIKE:
        measured = found[characters.index(pair[0])][characters.index(pair[1])]
        assert abs(measured - likeness(*pair).shape) <= 40  # the mean of few characters is another than that of all


def test_the_readings_are_the_same_however_they_are_looked_up() -> None:
    sought = alike._Sounds()
    every = alike.readings()
    for character in [*list(every)[::30], "", "a", " ", "#", "\n", "。", "é", "\ud800", "鿿"]:
        sought._asked = 0
        assert sought.of(character) == every.get(character, ()), character


@pytest.mark.parametrize("asked", [alike.FEW, alike.FEW + 1])
def test_after_some_questions_nothing_is_looked_for_any_more(asked: int) -> None:
    sought = alike._Sounds()
    sought._asked, sought._lines = asked, ""
    assert sought.of("重") == ("chong", "zhong")
