"""The report for a writer: overview, folding, what is left out, what was mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport, Suppressed
from speechlint.formats.source import Source
from speechlint.plugins.manager import catalogue
from speechlint.reporters.blanks import KINDS
from speechlint.reporters.concise import CONCISE
from speechlint.reporters.registry import BUILTIN, Run, builtin_reporter
from speechlint.reporters.text import TEXT
from speechlint.text.lines import Lines
from speechlint.text.span import Span

DRAFT = "在A市、B县和C镇召开，共D人。\n"


def finding(rule: str, at: int, severity: Severity = Severity.ERROR, **keys: Any) -> Diagnostic:
    return Diagnostic(rule, Span(at, at + 1), "应写明", severity, **keys)


def report_of(*kept: Diagnostic, text: str = DRAFT, path: str = "a.txt", **keys: Any) -> FileReport:
    return FileReport(Source(text, path), kept, **keys)


def text_of(*reports: FileReport, **keys: Any) -> str:
    return "".join(TEXT.pieces(Run(reports, {}, Path("/nowhere"), **keys)))


def test_blanks_are_counted_by_what_they_stand_for() -> None:
    report = report_of(
        finding("placeholder/latin-mask", 1),
        finding("placeholder/latin-mask", 4),
        finding("placeholder/latin-mask", 7),
        finding("placeholder/masked-number", 13),
        finding("watermark/page-footer", 16),
    )
    assert text_of(report).splitlines()[1:3] == ["  4 处待填，2 类：地名 3、数字 1", "  另有 1 处：网站痕迹 1"]
    assert text_of(report, language="en").splitlines()[1:3] == [
        "  4 to be filled in, 2 kinds: places 3, numbers 1",
        "  1 more: traces of a site 1",
    ]


def test_every_blank_has_a_kind() -> None:
    assert {rule.id for rule in catalogue().rules if rule.family == "placeholder"} == set(KINDS)


@pytest.mark.parametrize(
    ("severity", "count", "shown", "said"),
    [
        (Severity.ERROR, 58, 58, False),
        (Severity.WARNING, 58, 3, True),
        (Severity.HINT, 4, 3, True),
        (Severity.WARNING, 3, 3, False),
    ],
)
def test_repeats_are_folded_after_the_third_but_errors_never(
    severity: Severity, count: int, shown: int, said: bool
) -> None:
    text = "X\n" * count
    out = text_of(report_of(*(finding("toy/x", 2 * i, severity) for i in range(count)), text=text))
    assert out.count("[toy/x]") == shown
    assert (f"… 另有 {count - 3} 处，--output-format concise 可列全\n" in out) is said
    assert out.count("另有") == said


def test_rules_are_folded_apart_and_files_too() -> None:
    some = [finding(rule, i, Severity.WARNING) for i in range(4) for rule in ("toy/a", "toy/b")]
    out = text_of(report_of(*some), report_of(*some, path="b.txt"))
    assert out.count("… 另有 1 处") == 4


SUPPRESSED = """\
a.txt
  1 处：toy 1
  1:2  提示 应写明（在基线中）  [toy/a]
       在A市、B县和C镇召开，共D人。
         ^
  1:5  错误 应写明（配置中允许的词）  [toy/a]
       在A市、B县和C镇召开，共D人。
              ^
  1:8  错误 应写明  [toy/a]
       在A市、B县和C镇召开，共D人。
                   ^

共 1 处：错误 1。
都要由人来改。
另有 1 处不报、1 处已在基线中。
"""


def test_what_was_left_out_is_counted_and_shown_on_request() -> None:
    report = report_of(
        finding("toy/a", 7),
        suppressed=(Suppressed(finding("toy/a", 4), "words"),),
        baselined=(finding("toy/a", 1, Severity.HINT),),
    )
    assert text_of(report, show_suppressed=True) == SUPPRESSED
    assert text_of(report).endswith("另有 1 处不报、1 处已在基线中（--show-suppressed 可看）。\n")
    assert "".join(CONCISE.pieces(Run((report,), {}, Path("/nowhere")))) == "a.txt:1:8: error toy/a 应写明\n"


def test_ways_to_mend_are_counted() -> None:
    def fix(level: Applicability) -> Fix:
        return Fix("改好", (Edit(Span(0, 0), "x"),), level)

    report = report_of(
        finding("toy/a", 1, fix=fix(Applicability.SAFE)),
        finding("toy/b", 4, fix=fix(Applicability.UNSAFE)),
        finding("toy/c", 7, Severity.HINT, fix=fix(Applicability.SAFE)),
        finding("toy/d", 13, suggestions=(fix(Applicability.DISPLAY),) * 5, notes=("另见第2行",)),
    )
    out = text_of(report)
    assert out.endswith("--fix 可改 1 处，加 --unsafe-fixes 还可改 1 处（改后请过目），其余 2 处要由人来改。\n")
    assert "→ 改好；或改好；或改好\n        注：另见第2行\n" in out
    named = text_of(report, named=frozenset({"toy/c"}))
    assert "--fix 可改 2 处" in named
    alone = report_of(finding("toy/b", 4, fix=fix(Applicability.UNSAFE)))
    assert text_of(alone).endswith("加 --unsafe-fixes 可改 1 处（改后请过目）。\n")


def test_several_files_one_of_them_unreadable() -> None:
    bad = report_of(
        Diagnostic("speechlint/unreadable-file", Span(0, 0), "没有读取权限", Severity.ERROR), text="", path="b.txt"
    )
    out = text_of(report_of(finding("toy/a", 1)), bad, report_of(path="c.txt"))
    assert out.splitlines()[-3:] == [
        "2 个文件中 1 个有问题，共 1 处：错误 1。",
        "都要由人来改。",
        "没有查成 b.txt：没有读取权限",
    ]
    assert text_of(bad) == "没有查成 b.txt：没有读取权限\n"
    assert text_of(report_of(), report_of(path="b.txt"), language="en") == "2 files checked, nothing found.\n"


@pytest.mark.parametrize("ambiguous", [1, 2])
def test_the_marker_stands_below_the_words(ambiguous: int) -> None:
    text = "①“研究”——部署……在X市\n"
    out = text_of(report_of(finding("toy/a", text.index("X")), text=text), ambiguous=ambiguous).splitlines()
    wide = sum(ambiguous if character in "①“”—…" else 2 for character in text[: text.index("X")])
    assert out[4] == " " * (out[3].index("①") + wide) + "^"


def test_every_line_keeps_to_the_width_and_to_one_line() -> None:
    text = "会议" * 400 + "\x1b]0;x\x07X市" + "召开" * 400 + "\n"
    message = "“X市”里的“X”是待填的地名，应换成实际内容，或删去这一处；" * 3 + "\x1b[2J\n"
    at = text.index("X")
    for width in (40, 80, 120):
        out = text_of(
            report_of(Diagnostic("toy/a", Span(at, at + 1), message, Severity.ERROR), text=text, path="d\x1b/a.txt"),
            width=width,
        )
        assert all(sum(2 if character > "\u2e7f" else 1 for character in line) <= width for line in out.splitlines())
        assert not any(character < " " and character != "\n" for character in out)


def test_reporters_are_the_same_in_both_places() -> None:
    assert {name: builtin_reporter(name).name for name in BUILTIN} == {name: name for name in BUILTIN}
    assert {reporter.name for reporter in catalogue().reporters} == set(BUILTIN)


def test_a_long_report_is_made_in_linear_time() -> None:
    text = "在X市召开会议。" * 20_000
    starts = [8 * i + 1 for i in range(20_000)]
    report = report_of(*(finding("toy/a", start) for start in starts), text=text)
    assert text_of(report).count("\n") == 3 * 20_000 + 5
    assert len(Lines(text)) == 1
