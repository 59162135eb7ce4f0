"""A table has faults exactly where it is no configuration."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from speechlint.config.faults import faults, kind_of, shown
from speechlint.config.schema import ConfigFile

KEYS = st.sampled_from([*ConfigFile.__struct_encode_fields__, "root", "typo", "allow", "values"])
LEAVES = st.one_of(
    st.sampled_from(["strict", "hint", "zh", "x"]), st.integers(), st.booleans(), st.floats(allow_nan=False)
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2), max_leaves=4
)


@given(st.dictionaries(KEYS, VALUES, max_size=3))
def test_faults_are_found_where_there_are_any(table: dict[str, Any]) -> None:
    try:
        msgspec.convert(table, ConfigFile)
        wrong = False
    except msgspec.ValidationError:
        wrong = True
    found = list(faults(table))
    assert bool(found) == wrong
    for path, said in found:
        assert path[-1] in said.zh and path[-1] in said.en


def test_kinds() -> None:
    assert kind_of(("words", "allow")) is not None
    assert kind_of(("options", "a/b", "deep", "er")) is not None
    assert kind_of(("words", "alow")) is None
    assert kind_of(("lang", "x")) is None


def test_values_are_shown_as_toml_writes_them() -> None:
    assert shown({"a b": [True, 1, "x"]}) == '{ "a b" = [true, 1, "x"] }'
    assert shown("某" * 100) == '"' + "某" * 58 + "…"
