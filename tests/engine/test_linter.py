"""The road: which rules run, what is kept, and what is said of rules that fail."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from speechlint.config.schema import Config, Words
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.ours import CRASHED, PLUGIN_CRASHED, UNREADABLE, UNUSED
from speechlint.findings.rule import Context
from speechlint.formats.source import Quiet, Source
from speechlint.lexicon.literals import Literals, Places
from speechlint.plugins.hookspecs import hookimpl
from speechlint.text.span import Span
from tests.toys import Custom, Swap, catalogue_of

BAD = Swap("typo/bad", "坏", "好")
SITE = Swap("watermark/site", "某站坏链", "", covers=True)


def kept(
    text: str, config: Config | None = None, *rules: Swap | Custom, path: str | None = None
) -> list[tuple[str, str]]:
    linter = Linter(config or Config(), catalogue=catalogue_of(*(rules or (BAD, SITE))))
    return [(diagnostic.rule, diagnostic.span.of(text)) for diagnostic in linter.check_text(text, path).kept]


GUESS = Swap("typo/guess", "好坏", "好歹", infers=True)
LONG = Swap("wording/long", "好坏与好坏，说来话长，一言难尽", "")


@pytest.mark.parametrize(
    ("text", "rules", "wanted"),
    [
        ("好坏", (GUESS,), ["typo/guess"]),
        ("好坏", (GUESS, BAD), ["typo/bad"]),
        ("好坏，好 坏", (GUESS, BAD), ["typo/bad", "typo/bad"]),
        ("坏好坏", (GUESS, Swap("typo/other", "坏好", "好坏")), ["typo/other"]),
        ("坏，好坏", (GUESS, Swap("typo/other", "坏，", "好，")), ["typo/other", "typo/guess"]),
        ("某好坏", (GUESS, Swap("redaction/gap", "某", "")), ["redaction/gap"]),
        ("，好坏", (GUESS, Swap("punctuation/comma", "，", "")), ["punctuation/comma", "typo/guess"]),
        ("好坏与好坏，说来话长，一言难尽", (GUESS, LONG), ["typo/guess", "wording/long", "typo/guess"]),
    ],
)
def test_who_infers_gives_way_to_who_knows(text: str, rules: tuple[Swap, ...], wanted: list[str]) -> None:
    assert [rule for rule, _ in kept(text, None, *rules)] == wanted


BOTH = [("watermark/site", "某站坏链"), ("typo/bad", "坏")]
KEPT = [
    ("findings inside site residue are not reported", Config(), None, BOTH),
    (
        "without the covering rule they are",
        Config(ignore=("watermark",)),
        None,
        [("typo/bad", "坏"), ("typo/bad", "坏")],
    ),
    ("ignored by id", Config(ignore=("typo/bad",)), None, BOTH[:1]),
    ("allowed words", Config(words=Words(allow=("坏事",))), None, BOTH[:1]),
    ("names", Config(words=Words(names=("坏事",))), None, BOTH[:1]),
    (
        "per-file ignores",
        Config(per_file_ignores={"drafts/*.txt": ("typo",)}, root=Path("/r")),
        "/r/drafts/a.txt",
        BOTH[:1],
    ),
    (
        "per-file ignores of another file",
        Config(per_file_ignores={"other/*.txt": ("typo",)}, root=Path("/r")),
        "/r/drafts/a.txt",
        BOTH,
    ),
    ("per-file select", Config(per_file_select={"*.txt": ("watermark",)}, root=Path("/r")), "/r/a.txt", BOTH[:1]),
]


@pytest.mark.parametrize(("why", "config", "path", "wanted"), KEPT, ids=[row[0] for row in KEPT])
def test_kept(why: str, config: Config, path: str | None, wanted: list[tuple[str, str]]) -> None:
    assert kept("某站坏链\n坏事", config, path=path) == wanted


DIRECTIVES = [
    ("next line", "<!-- speechlint: disable-next-line typo/bad -->\n坏\n坏\n", ["坏"]),
    ("next line, by family", "<!-- speechlint: disable-next-line typo -->\n坏\n", []),
    ("next line, all", "<!-- speechlint: disable-next-line -->\n坏\n", []),
    ("block", "坏\n<!-- speechlint: disable -->\n坏\n<!-- speechlint: enable -->\n坏\n", ["坏", "坏"]),
    ("file", "坏\n\n<!-- speechlint: disable-file typo/bad -->\n", []),
    ("unused", "好\n<!-- speechlint: disable typo/bad -->\n好\n", ["<!-- speechlint: disable typo/bad -->"]),
    ("no such rule", "<!-- speechlint: disable typo/bed -->\n好\n", ["<!-- speechlint: disable typo/bed -->"]),
    ("no such directive", "<!-- speechlint: disabled -->\n好\n", ["<!-- speechlint: disabled -->"]),
]


@pytest.mark.parametrize(("why", "text", "wanted"), DIRECTIVES, ids=[row[0] for row in DIRECTIVES])
def test_directives(why: str, text: str, wanted: list[str]) -> None:
    assert [words for _, words in kept(text, path="a.md")] == wanted


UNUSED_ONE = "<!-- speechlint: disable typo -->\n好\n"


@pytest.mark.parametrize("config", [Config(select=("watermark",)), Config(ignore=(UNUSED,))], ids=["select", "ignore"])
def test_a_comment_on_rules_that_did_not_run_is_not_judged(config: Config) -> None:
    assert kept(UNUSED_ONE, config, path="a.md") == []
    assert [rule for rule, _ in kept(UNUSED_ONE, path="a.md")] == [UNUSED]


def test_nothing_is_thrown_away() -> None:
    report = Linter(Config(), catalogue=catalogue_of(BAD, SITE)).check(
        Source("某站坏链坏坏", quiet=(Quiet(Span(5, 6), "code"),))
    )
    assert [diagnostic.span for diagnostic in report.kept] == [Span(0, 4), Span(4, 5)]
    assert [(dropped.diagnostic.span, dropped.reason) for dropped in report.suppressed] == [
        (Span(5, 6), "quiet"),
        (Span(2, 3), "residue"),
    ]


def test_a_rule_that_fails_is_named_and_the_rest_goes_on() -> None:
    def fail(ctx: Context) -> list[Diagnostic]:
        raise RuntimeError("没想到")

    report = Linter(Config(), catalogue=catalogue_of(BAD, Custom("toy/fails", fail))).check_text("坏")
    assert [diagnostic.rule for diagnostic in report.kept] == [CRASHED, "typo/bad"]
    assert report.kept[0].message.startswith("规则 toy/fails 出错，没有查完：RuntimeError: 没想到（test_linter.py:")
    assert report.failures == ("toy/fails: RuntimeError: 没想到",)


def test_a_plugin_whose_quiet_spans_fail_is_named_and_the_rest_goes_on() -> None:
    class Fails:
        @hookimpl
        def speechlint_quiet_spans(self) -> list[Quiet]:
            raise RuntimeError("没想到")

    class First:
        @hookimpl
        def speechlint_quiet_spans(self) -> list[Quiet]:
            return [Quiet(Span(0, 1), "code")]

    toys = catalogue_of(BAD)
    toys._manager.register(First(), "first")
    toys._manager.register(Fails(), "house")
    report = Linter(Config(), catalogue=toys).check_text("坏坏")
    assert [(diagnostic.rule, diagnostic.span) for diagnostic in report.kept] == [
        (PLUGIN_CRASHED, Span(0, 0)),
        ("typo/bad", Span(1, 2)),
    ]
    assert [diagnostic.fix for diagnostic in report.kept] == [None, None]
    assert report.kept[0].message.startswith("插件 house 的 speechlint_quiet_spans 出错")
    assert report.failures == ("house: speechlint_quiet_spans: RuntimeError: 没想到",)


def test_a_file_that_is_missing_is_a_finding(tmp_path: Path) -> None:
    report = Linter(Config(), catalogue=catalogue_of(BAD)).check_path(tmp_path / "没有.txt")
    assert [(diagnostic.rule, diagnostic.message) for diagnostic in report.kept] == [
        (UNREADABLE, "无法读取：No such file or directory")
    ]
    assert report.failures


SEVERITIES = [
    ("as the rule says", {}, Severity.WARNING),
    ("capped", {"typo/bad": "hint"}, Severity.HINT),
    ("raised", {"typo/bad": "error"}, Severity.ERROR),
    ("by family", {"typo": "hint"}, Severity.HINT),
    ("the rule's own before its family's", {"typo": "hint", "typo/bad": "error"}, Severity.ERROR),
]


@pytest.mark.parametrize(("why", "severity", "wanted"), SEVERITIES, ids=[row[0] for row in SEVERITIES])
def test_severity(why: str, severity: dict[str, str], wanted: Severity) -> None:
    rule = Swap("typo/bad", "坏", "好", severity=Severity.WARNING)
    linter = Linter(Config(severity=severity), catalogue=catalogue_of(rule))  # type: ignore[arg-type]
    assert [diagnostic.severity for diagnostic in linter.check_text("坏").kept] == [wanted]


def test_same_finding_of_one_rule_counts_once() -> None:
    def twice(ctx: Context) -> list[Diagnostic]:
        return [Diagnostic("toy/twice", Span(0, 1), "坏", Severity.ERROR)] * 2

    assert len(kept("坏", None, Custom("toy/twice", twice))) == 1


def test_minimal_keeps_the_errors_of_a_rule_that_gives_several_severities() -> None:
    def mixed(ctx: Context) -> list[Diagnostic]:
        return [Diagnostic("toy/mixed", Span(i, i + 1), "坏", severity) for i, severity in enumerate(Severity)]

    def shown(config: Config) -> list[Severity]:
        linter = Linter(config, catalogue=catalogue_of(Custom("toy/mixed", mixed)))
        return [diagnostic.severity for diagnostic in linter.check_text("坏坏坏").kept]

    assert shown(Config()) == list(Severity)
    assert shown(Config(preset="minimal")) == [Severity.ERROR]


@pytest.mark.parametrize("family", ["numbering", "truncation"])
def test_the_views_of_lists_make_no_pass_of_their_own(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    linter = Linter(Config(select=(family,)))
    assert linter.check_text("讲两点意见。\n一、修渠\n二、引水\n1.闸\n2.泵\n第一篇：说明").failures == ()

    def refuse(self: Literals, text: str) -> Places:
        raise AssertionError(self.words[:3])

    monkeypatch.setattr(Literals, "places", refuse)
    assert linter.check_text("讲两点意见。\n一、修渠\n二、引水\n1.闸\n2.泵\n第一篇：说明").failures == ()


def test_a_check_leaves_no_cycles() -> None:
    linter = Linter()
    text = "各位代表：\n会上说“办好三件事”,一是修渠,二是引水。\n一、修渠（XX县）\n（一）清淤。\n三、引水\n" * 40
    linter.check_text(text)
    gc.collect()
    gc.disable()
    try:
        assert len(linter.check_text(text).kept) > 100
        assert gc.collect() == 0
    finally:
        gc.enable()
