"""Words that stand more than once, whichever way they are looked for."""

from __future__ import annotations

import pytest

from speechlint.document import repeated
from speechlint.document.repeated import Repeated

TEXT = "渔港渔港渔，海堤与航标，呵呵呵，海堤，船 闸，𠮷村"
WORDS = {"渔港": True, "渔港渔": True, "海堤": True, "呵呵": True, "航标": False, "船 闸": False, "𠮷村": False}


@pytest.mark.parametrize("few", [0, 3, 16])
def test_both_ways_tell_the_same(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeated, "FEW", few)
    asked = Repeated(TEXT, lambda: WORDS)
    assert {word: word in asked for word in WORDS} == WORDS


def test_the_words_are_not_gathered_for_few() -> None:
    assert "海堤" in Repeated(TEXT, lambda: pytest.fail("not yet"))
