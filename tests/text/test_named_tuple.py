"""Named tuples of our own make are those of `typing`."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import msgspec
import pytest

from speechlint.text import named_tuple


class Ours(named_tuple.NamedTuple):
    """A place."""

    start: int
    words: tuple[str, ...] = ()
    sure: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    def __len__(self) -> int:
        return 7


class Theirs(typing.NamedTuple):
    """A place."""

    start: int
    words: tuple[str, ...] = ()
    sure: bool = False


class Alone(named_tuple.NamedTuple):
    word: str


ARGUMENTS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, ("甲",), True), {}),
    ((), {"start": 3, "sure": True}),
]


@pytest.mark.parametrize(("values", "named"), ARGUMENTS)
def test_a_tuple_is_what_it_would_be(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Ours(*values, **named), Theirs(*values, **named)
    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(start=9) == theirs._replace(start=9)
    assert type(ours._replace(start=9)) is Ours
    assert (ours.start, ours.words, ours.sure) == tuple(theirs)


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1, (), True, 4), {}), ((1,), {"start": 2}), ((1,), {"x": 2})]
)
def test_wrong_arguments_are_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*values, **named)
    with pytest.raises((TypeError, ValueError)):
        Ours(1)._replace(x=2)


def test_classes_say_the_same_of_themselves() -> None:
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__", "__annotations__", "__slots__"):
        expected = getattr(Theirs, name)
        if name == "__annotations__":
            expected = {field: kind.__forward_arg__ for field, kind in expected.items()}
        assert getattr(Ours, name) == expected
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert not hasattr(Ours(1), "__dict__")


def test_a_tuple_goes_wherever_others_go() -> None:
    ours = Ours(1, ("甲",))
    assert ours.end == 2
    for again in (pickle.loads(pickle.dumps(ours)), copy.copy(ours), copy.deepcopy(ours)):
        assert again == ours
        assert type(again) is Ours
    assert msgspec.json.decode(msgspec.json.encode(ours), type=Ours) == ours
    assert msgspec.msgpack.decode(b"\x91\x05", type=Ours) == Ours(5)
    match ours:
        case Ours(start, words):
            assert (start, words) == (1, ("甲",))


def test_one_field_makes_a_tuple() -> None:
    assert Alone("甲") == ("甲",)
    assert repr(Alone("甲")) == "Alone(word='甲')"


def test_a_field_without_default_comes_first() -> None:
    with pytest.raises(TypeError):

        class Wrong(named_tuple.NamedTuple):  # type: ignore[misc]
            sure: bool = False
            start: int
