"""Which rules run, under every preset and every key that has a say."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from speechlint.config.schema import Config, Preset
from speechlint.config.select import Active, SelectionError, select_rules
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Option, Rule
from speechlint.formats.source import Source
from tests.toys import Swap, catalogue_of

ABOUT = Bilingual("试验", "a test")
HINT, WARNING, ERROR = Severity.HINT, Severity.WARNING, Severity.ERROR


def toy(
    id: str,
    severity: Severity = ERROR,
    *,
    on: bool = True,
    presets: dict[str, Severity | None] | None = None,
    options: dict[str, Any] | None = None,
) -> Rule:
    rule = Swap(id, id, "好", severity=severity)
    table = {name: Option(default, ABOUT) for name, default in (options or {}).items()}
    rule.__dict__.update(on=on, presets=presets or {}, options=table)
    return rule


MASK = toy("placeholder/mask", presets={"template": None})
NOTICE = toy("watermark/notice", WARNING, presets={"scraped": ERROR})
STYLE = toy("wording/style", HINT, on=False)
MARKS = toy("punctuation/marks", WARNING, on=False, presets={"zh-hant": WARNING, "strict": None})
SPACE = toy(
    "spacing/space",
    HINT,
    options={"at_least": 2, "share": 0.5, "strictly": False, "word": "甲", "words": ("甲",), "none": ()},
)
TOYS = catalogue_of(MASK, NOTICE, STYLE, MARKS, SPACE)


def running(config: Config, patterns: tuple[str, ...] = ()) -> dict[str, Severity]:
    return {
        active.rule.id.partition("/")[2]: active.give(active.rule.severity)
        for active in select_rules(config, TOYS, patterns)
    }


ALL = {"mask": ERROR, "notice": WARNING, "style": HINT, "marks": WARNING, "space": HINT}
PRESETS: list[tuple[str, dict[str, Severity]]] = [
    ("gongwen", {"mask": ERROR, "notice": WARNING, "space": HINT}),
    ("zh-hant", {"mask": ERROR, "notice": WARNING, "marks": WARNING, "space": HINT}),
    ("template", {"notice": WARNING, "space": HINT}),
    ("scraped", {"mask": ERROR, "notice": ERROR, "space": HINT}),
    ("strict", {"mask": ERROR, "notice": WARNING, "style": HINT, "space": HINT}),
    ("minimal", {"mask": ERROR}),
]


def test_presets_are_all_here() -> None:
    assert [name for name, _ in PRESETS] == list(get_args(Preset))


@pytest.mark.parametrize(("preset", "wanted"), PRESETS, ids=[row[0] for row in PRESETS])
def test_presets(preset: Preset, wanted: dict[str, Severity]) -> None:
    assert running(Config(preset=preset)) == dict(sorted(wanted.items(), key=lambda row: list(ALL).index(row[0])))


KEYS: list[tuple[str, Config, set[str]]] = [
    ("select a rule", Config(select=("watermark/notice",)), {"notice"}),
    ("select a rule that the preset has off", Config(select=("placeholder/mask",), preset="template"), {"mask"}),
    ("select a rule that is off", Config(select=("wording/style",)), {"style"}),
    ("select a hint in minimal", Config(select=("spacing/space",), preset="minimal"), {"space"}),
    ("select a family", Config(select=("punctuation",)), {"marks"}),
    ("select a family without rules", Config(select=("numbering",)), set()),
    ("select all", Config(select=("all",)), set(ALL)),
    ("select all in minimal", Config(select=("all",), preset="minimal"), {"mask"}),
    ("select nothing", Config(select=()), set()),
    ("extend", Config(extend_select=("wording",)), {"mask", "notice", "space", "style"}),
    ("extend in minimal, by name", Config(extend_select=("wording/style",), preset="minimal"), {"mask", "style"}),
    ("extend a selection", Config(select=("spacing",), extend_select=("wording",)), {"space", "style"}),
    ("ignore a rule", Config(ignore=("placeholder/mask",)), {"notice", "space"}),
    ("ignore a family", Config(ignore=("placeholder",)), {"notice", "space"}),
    ("ignore all", Config(ignore=("all",)), set()),
    ("ignore wins over select", Config(select=("placeholder/mask",), ignore=("placeholder",)), set()),
    ("ignore wins over extend", Config(extend_select=("wording",), ignore=("wording/style",)), {"mask", "notice", "space"}),
    ("an error by configuration in minimal", Config(preset="minimal", severity={"spacing": "error"}), {"mask", "space"}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "config", "wanted"), KEYS, ids=[row[0] for row in KEYS])
def test_keys(why: str, config: Config, wanted: set[str]) -> None:
    assert set(running(config)) == wanted


PER_FILE: list[tuple[str, Config, set[str]]] = [
    ("select", Config(per_file_select={"p": ("watermark",)}), {"notice"}),
    ("select what is off elsewhere", Config(per_file_select={"p": ("wording",)}), {"style"}),
    ("select in place of select", Config(select=("spacing",), per_file_select={"p": ("wording",)}), {"style"}),
    ("select by two patterns", Config(per_file_select={"p": ("wording",), "q": ("spacing",)}), {"style", "space"}),
    ("of other files", Config(per_file_select={"r": ("wording",)}), {"mask", "notice", "space"}),
    ("ignore wins", Config(per_file_select={"p": ("all",)}, ignore=("wording",)), {"mask", "notice", "marks", "space"}),
    ("ignores win", Config(per_file_select={"p": ("all",)}, per_file_ignores={"q": ("wording",)}), {"mask", "notice", "marks", "space"}),
    ("ignores", Config(per_file_ignores={"p": ("spacing",), "q": ("watermark",), "r": ("all",)}), {"mask"}),
    ("ignores of what was selected by name", Config(select=("spacing/space",), per_file_ignores={"p": ("all",)}), set()),
    ("extend adds to them", Config(per_file_select={"p": ("spacing",)}, extend_select=("wording",)), {"space", "style"}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "config", "wanted"), PER_FILE, ids=[row[0] for row in PER_FILE])
def test_per_file(why: str, config: Config, wanted: set[str]) -> None:
    assert set(running(config, ("p", "q"))) == wanted


def test_per_file_select_in_the_linter() -> None:
    """A rule that only some files want runs there and nowhere else, and its hints are mended as those of a named rule."""
    config = Config(per_file_select={"b/*": ("wording/style",)}, root=Path("/r"))
    linter = Linter(config, catalogue=TOYS)
    text = "wording/style"
    assert [found.rule for found in linter.check_text(text, "/r/b/a.txt").kept] == ["wording/style"]
    assert linter.check_text(text, "/r/a.txt").kept == ()
    assert fix_source(linter, Source(text, "/r/b/a.txt"), Applicability.SAFE).source.text == "好"


SEVERITIES: list[tuple[dict[str, Any], Severity, Severity]] = [
    ({}, WARNING, WARNING),
    ({}, HINT, HINT),
    ({"watermark/notice": "error"}, HINT, ERROR),
    ({"watermark": "error"}, WARNING, ERROR),
    ({"all": "error"}, WARNING, ERROR),
    ({"watermark": "error", "watermark/notice": "hint"}, WARNING, HINT),
    ({"watermark": "hint"}, HINT, HINT),
    ({"watermark": "warning"}, HINT, WARNING),
]


@pytest.mark.parametrize(("severity", "own", "wanted"), SEVERITIES)
def test_severity_caps_or_replaces(severity: dict[str, Any], own: Severity, wanted: Severity) -> None:
    (active,) = select_rules(Config(select=("watermark",), severity=severity), TOYS)
    assert active.give(own) == wanted


def test_only_an_own_name_is_named() -> None:
    def named(config: Config, patterns: tuple[str, ...] = ()) -> list[str]:
        return [active.rule.id for active in select_rules(config, TOYS, patterns) if active.named]

    assert named(Config()) == []
    assert named(Config(select=("all", "spacing"))) == []
    assert named(Config(select=("spacing/space", "wording"))) == ["spacing/space"]
    assert named(Config(extend_select=("wording/style",))) == ["wording/style"]
    assert named(Config(per_file_select={"p": ("wording/style",)}), ("p",)) == ["wording/style"]


def options(given: dict[str, Any]) -> dict[str, Any]:
    (active,) = select_rules(Config(select=("spacing",), options={"spacing/space": given}), TOYS)
    assert isinstance(active, Active)
    return dict(active.options)


DEFAULTS = {"at_least": 2, "share": 0.5, "strictly": False, "word": "甲", "words": ("甲",), "none": ()}
OPTIONS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {}),
    ({"at_least": 3}, {"at_least": 3}),
    ({"share": 1}, {"share": 1.0}),
    ({"strictly": True}, {"strictly": True}),
    ({"word": ""}, {"word": ""}),
    ({"words": ["乙", "丙"]}, {"words": ("乙", "丙")}),
    ({"words": []}, {"words": ()}),
    ({"words": ("乙",)}, {"words": ("乙",)}),
    ({"none": [1]}, {"none": (1,)}),
]


@pytest.mark.parametrize(("given", "wanted"), OPTIONS, ids=lambda row: str(row))
def test_options(given: dict[str, Any], wanted: dict[str, Any]) -> None:
    found = options(given)
    assert found == DEFAULTS | wanted
    assert {name: type(value) for name, value in found.items()} == {name: type(v) for name, v in DEFAULTS.items()}


FAULTY: list[tuple[Config, str]] = [
    (Config(select=("placeholder/msk",)), "select：没有规则或类别“placeholder/msk”。是不是“placeholder/mask”？"),
    (Config(select=("mask",)), "select：没有规则或类别“mask”。是不是“placeholder/mask”？"),
    (Config(ignore=("numbring",)), "ignore：没有规则或类别“numbring”。是不是“numbering”？"),
    (Config(extend_select=("watermrk",)), "extend-select：没有规则或类别“watermrk”。是不是“watermark”？"),
    (Config(ignore=("1",)), "ignore：没有规则或类别“1”。用 speechlint rules 看全部规则。"),
    (Config(severity={"wordng": "hint"}), "severity：没有规则或类别“wordng”。是不是“wording”？"),
    (Config(per_file_ignores={"*.md": ("typ",)}), "per-file-ignores.*.md：没有规则或类别“typ”。是不是“typo”？"),
    (Config(per_file_select={"*.md": ("typ",)}), "per-file-select.*.md：没有规则或类别“typ”。是不是“typo”？"),
    (Config(options={"spacing": {}}), "options：没有规则“spacing”；选项按规则写，不按类别。是不是“spacing/space”？"),
    (Config(options={"spacing/spce": {}}), "options：没有规则“spacing/spce”；选项按规则写，不按类别。是不是“spacing/space”？"),
    (Config(options={"wording/style": {"x": 1}}), 'options."wording/style"：没有选项“x”。可用：（无）。'),
    (Config(options={"spacing/space": {"at-least": 1}}), 'options."spacing/space"：没有选项“at-least”。是不是“at_least”？'),
    (Config(options={"spacing/space": {"at_least": True}}), 'options."spacing/space".at_least：应为整数（默认 2），不是 True。'),
    (Config(options={"spacing/space": {"at_least": 1.0}}), 'options."spacing/space".at_least：应为整数（默认 2），不是 1.0。'),
    (Config(options={"spacing/space": {"share": True}}), 'options."spacing/space".share：应为数（默认 0.5），不是 True。'),
    (Config(options={"spacing/space": {"strictly": 1}}), 'options."spacing/space".strictly：应为true 或 false'),
    (Config(options={"spacing/space": {"word": 1}}), 'options."spacing/space".word：应为字符串（默认 \'甲\'），不是 1。'),
    (Config(options={"spacing/space": {"words": "乙"}}), 'options."spacing/space".words：应为数组'),
    (Config(options={"spacing/space": {"words": ["乙", 1]}}), 'options."spacing/space".words[1]：应为字符串'),
]  # fmt: skip


@pytest.mark.parametrize(("config", "wanted"), FAULTY, ids=[row[1][:40] for row in FAULTY])
def test_faulty(config: Config, wanted: str) -> None:
    with pytest.raises(SelectionError) as caught:
        Linter(config, catalogue=TOYS)
    assert caught.value.zh.startswith(wanted)
    assert caught.value.en
