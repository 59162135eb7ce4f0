"""Plugins: what is said of those that cannot be used, and that ours come through the same hooks."""

from __future__ import annotations

import pytest

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.rule import Rule
from speechlint.plugins.catalogue import Catalogue, CatalogueError
from speechlint.plugins.manager import catalogue
from speechlint.testing import run_examples
from tests.toys import Swap, catalogue_of


def test_our_own_rules_come_through_the_hooks() -> None:
    assert {rule.family for rule in catalogue().rules} >= {"placeholder", "redaction", "watermark"}
    assert {kind.name for kind in catalogue().formats} == {"plain", "markdown", "docx"}
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


WHOLE = {"id": "toy/a", "title": Bilingual("甲", "a"), "why": Bilingual("甲", "a"), "severity": Severity.HINT}
FAULTS = [
    ("no id", {"id": None}, "规则 Toy（toys）不能用：id 应是“类别/名称”"),
    ("an id without family", {"id": "a"}, "规则 a（toys）不能用：id 应是“类别/名称”"),
    ("no title", {"title": None}, "规则 toy/a（toys）不能用：缺少 title，应是 Bilingual"),
    ("why in one language", {"why": "甲"}, "规则 toy/a（toys）不能用：缺少 why，应是 Bilingual"),
    ("no severity", {"severity": None}, "规则 toy/a（toys）不能用：缺少 severity，应是 Severity"),
    ("triggers", {"triggers": ("甲",)}, "规则 toy/a（toys）不能用：triggers 应是 Literals 或 None，现在是 tuple"),
    ("fixes", {"fixes": "safe"}, "规则 toy/a（toys）不能用：fixes 应是 Applicability 或 None，现在是 str"),
]


@pytest.mark.parametrize(("why", "change", "wanted"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_rule_that_lacks_something_is_named(why: str, change: dict[str, object], wanted: str) -> None:
    fields = {name: value for name, value in {**WHOLE, **change}.items() if value is not None}
    rule = type("Toy", (Rule,), {"__module__": "toys", **fields})()
    with pytest.raises(CatalogueError) as caught:
        _ = catalogue_of(rule).rules
    assert str(caught.value).startswith(wanted)


def test_a_class_is_no_rule() -> None:
    with pytest.raises(CatalogueError, match="不是 Rule 的实例"):
        _ = catalogue_of(Swap).rules  # type: ignore[arg-type]


def test_a_rule_without_examples_proves_nothing() -> None:
    toys = catalogue_of(Swap("toy/a", "甲", "乙"))
    assert [(failure.rule, failure.reason) for failure in run_examples(toys.rules, toys)] == [
        ("toy/a", "没有例子，VALID 和 INVALID 都是空的")
    ]
