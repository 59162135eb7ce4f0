"""The library as its users know it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

import speechlint
from speechlint import Applicability, Config, Linter, Severity, check_text, fix_text
from speechlint.config.errors import ConfigError


def test_public_names_are_there() -> None:
    assert [name for name in speechlint.__all__ if not hasattr(speechlint, name)] == []


def test_check_text() -> None:
    found = check_text("会议在X县召开。")
    assert [(diagnostic.rule, diagnostic.span, diagnostic.severity) for diagnostic in found] == [
        ("placeholder/latin-mask", (3, 4), Severity.ERROR)
    ]


def test_check_text_in_english() -> None:
    (zh,), (en,) = check_text("会议在X县召开。"), check_text("会议在X县召开。", lang="en")
    assert zh.message != en.message
    assert en.message.isascii() or "X" in en.message


def test_keys_are_those_of_a_configuration() -> None:
    assert check_text("会议在X县召开。", preset="template") == []
    assert check_text("会议在X县召开。", ignore=("placeholder",)) == []
    with pytest.raises(TypeError):
        check_text("会议在X县召开。", colour="red")


def test_fix_text_with_values() -> None:
    values = speechlint.config.schema.Placeholders(values={"X县": "江源县"})  # type: ignore[attr-defined]
    result = fix_text("会议在X县召开。", placeholders=values)
    assert (result.text, len(result.applied), result.remaining) == ("会议在江源县召开。", 1, ())
    assert result.applied[0].fix is not None
    assert result.applied[0].fix.applicability is Applicability.SAFE


def test_one_linter_serves_many_threads() -> None:
    linter = Linter(Config())
    texts = [f"第{i}次会议在X县召开，{'XX书记' * (i % 5)}到会。" for i in range(200)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(linter.check_text, texts))
    assert together == [linter.check_text(text) for text in texts]


def test_plain_values_stand_for_keys() -> None:
    assert check_text("会议在X县召开。", words={"allow": ["X县"]}) == []
    assert fix_text("会议在X县召开。", placeholders={"values": {"X县": "江源县"}}).text == "会议在江源县召开。"
    assert check_text("会议在X县召开。", ignore=["placeholder"]) == []


@pytest.mark.parametrize(
    "keys",
    [
        {"lang": "fr"},
        {"preset": "nonesuch"},
        {"select": "placeholder"},
        {"words": {"alow": ["X县"]}},
        {"words": ["X县"]},
        {"placeholders": {"X县": "江源县"}},
        {"severity": {"placeholder": "fatal"}},
    ],
    ids=str,
)
def test_slips_in_keys_are_refused(keys: dict[str, object]) -> None:
    with pytest.raises(ConfigError) as caught:
        check_text("会议在X县召开。", **keys)
    assert next(iter(keys)) in caught.value.zh
