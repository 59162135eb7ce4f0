"""Places of a long text: what a list of them would say."""

from __future__ import annotations

from speechlint.lexicon.long_places import LongPlaces

SOME, OTHERS = [(0, 2), (3, 5), (3, 7)], [(9, 12), (1_000_000_000, 1_000_000_002)]


def test_they_are_read_as_a_list_is() -> None:
    places = LongPlaces(SOME)
    places.extend(OTHERS)
    whole = SOME + OTHERS
    assert list(places) == [*places] == whole
    assert len(places) == len(whole)
    assert [places[at] for at in range(-5, 5)] == whole + whole
    assert places[1:4] == whole[1:4]
    assert (0, 2) in places
    assert (0, 3) not in places


def test_none_are_false() -> None:
    assert not LongPlaces()
    assert LongPlaces(SOME)


def test_they_equal_the_same_places() -> None:
    assert LongPlaces(SOME) == SOME
    assert LongPlaces(SOME) == LongPlaces(SOME)
    assert LongPlaces(SOME) != OTHERS
