"""Plugins: what is said of those that cannot be used, and that ours come through the same hooks."""

from __future__ import annotations

import pytest

from speechlint.plugins.catalogue import Catalogue, CatalogueError
from speechlint.plugins.manager import catalogue
from tests.toys import Swap, catalogue_of


def test_our_own_rules_come_through_the_hooks() -> None:
    assert {rule.family for rule in catalogue().rules} >= {"placeholder", "redaction", "watermark"}
    assert {kind.name for kind in catalogue().formats} == {"plain", "markdown"}
    assert {reporter.name for reporter in catalogue().reporters} >= {"text", "concise", "json", "jsonl"}


def test_a_plugin_that_is_not_installed_is_named() -> None:
    with pytest.raises(CatalogueError, match="插件“nobody”没有安装"):
        catalogue(("nobody",))


def test_two_rules_of_one_id_are_refused() -> None:
    both: Catalogue = catalogue_of(Swap("toy/a", "甲", "乙"), Swap("toy/a", "丙", "丁"))
    with pytest.raises(CatalogueError, match="两条规则同名：toy/a"):
        _ = both.rules


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("placeholder/latin-msk", "placeholder/latin-mask"), ("watermrk", "watermark"), ("zzzz", None)],
)
def test_nearest_name(typed: str, wanted: str | None) -> None:
    assert catalogue().nearest(typed) == wanted
