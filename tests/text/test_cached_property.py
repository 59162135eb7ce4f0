from __future__ import annotations

import pytest

from speechlint.text.cached_property import cached_property


class Draft:
    def __init__(self) -> None:
        self.asked = 0

    @cached_property
    def lines(self) -> list[int]:
        """Where lines begin."""
        self.asked += 1
        return [self.asked]

    @cached_property
    def broken(self) -> int:
        self.asked += 1
        raise ValueError(self.asked)


def test_it_is_worked_out_once_for_each_instance() -> None:
    one, other = Draft(), Draft()
    assert one.lines is one.lines
    assert (one.asked, other.asked, one.lines, other.lines) == (1, 0, [1], [1])
    del one.lines
    assert one.lines == [2]
    other.lines = [7]
    assert other.lines == [7]


def test_what_raises_is_asked_again() -> None:
    draft = Draft()
    for time in (1, 2):
        with pytest.raises(ValueError, match=str(time)):
            draft.broken  # noqa: B018 - it raises


def test_of_the_class_it_tells_what_it_is_for() -> None:
    assert Draft.lines.__doc__ == "Where lines begin."
