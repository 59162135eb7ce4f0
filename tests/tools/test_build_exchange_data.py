"""What is counted for slips of words is the same for the same text."""

from __future__ import annotations

import numpy as np
import pytest

for package in ("numpy", "lightgbm", "jieba", "pypinyin"):
    pytest.importorskip(package)

from speechlint.lexicon import vocabulary  # noqa: E402
from speechlint.lexicon.prose_tables import prose_tables  # noqa: E402
from speechlint.lexicon.symbols import read_symbols  # noqa: E402
from tests.tools.small_corpus import text  # noqa: E402
from tools.build_exchange_data import homophone_rows, stub_rows  # noqa: E402
from tools.typo_data.counts import count_windows  # noqa: E402
from tools.typo_data.exchange_slips import ParticleSlips, WordSlips  # noqa: E402

SYMBOLS = read_symbols(text()).symbols


def test_common_strings_are_listed_once() -> None:
    rows = homophone_rows(count_windows(SYMBOLS, 2))
    listed = ["".join(map(chr, row[2:])) for row in rows.tolist()]
    assert len(listed) == len(set(listed))
    assert {"渔港", "渔会", "权益"} <= set(listed)
    assert rows.tolist() == sorted(rows.tolist())


def test_stubs_are_what_the_text_does_not_have() -> None:
    triples = count_windows(SYMBOLS, 3)
    rows = stub_rows(triples, count_windows(SYMBOLS, 4))
    assert len(rows)
    known = set(triples.keys.tolist())
    assert not any(first << 32 | second << 16 | third in known for first, second, third in rows[:, :3].tolist())


@pytest.mark.parametrize("kind", ["words", "particles"])
def test_slips_are_the_same_each_time(kind: str) -> None:
    symbols = read_symbols(text(4) + "\n认真地抓好，取得了实效。" * 40).symbols
    first, second = (
        (WordSlips(vocabulary.sizes(), prose_tables().commonness, 3) if kind == "words" else ParticleSlips(3)).put_into(
            symbols, 60
        )
        for _ in range(2)
    )
    assert (first.symbols == second.symbols).all()
    assert first.right == second.right
    assert first.right
    changed = {start + step for start, right in first.right.items() for step in range(len(right))}
    assert set(np.flatnonzero(first.symbols != symbols).tolist()) == changed
