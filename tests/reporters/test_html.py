"""The report for a browser as a file: what it holds, and what it cannot hold. tests/reporters/browser opens it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.report import FileReport
from speechlint.formats.source import Block, Source
from speechlint.reporters import html as reporter
from speechlint.reporters.html_words import KEYS, WORDS
from speechlint.reporters.labels import FAMILIES
from speechlint.reporters.registry import Run
from speechlint.text.span import Span
from tests.reporters.formats import fix, nasty_run, plain_run, report_of, run_of, written

FOLDER = Path(reporter.__file__).parent / "html_page"
# What the script makes of its own, or is given under another heading.
GIVEN = {"levels", "severities", "signs", "states"}


class Parts(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:  # inside a script or a style
            self.texts.append((str(self.elements[-1][1].get("id") or self.elements[-1][0]), data))


def data_of(run: Run) -> Any:
    (text,) = [text for name, text in Parts(written("html", run)).texts if name == "data"]
    return json.loads(text)


@pytest.mark.parametrize(
    "run", [plain_run(show_suppressed=True), nasty_run(), run_of()], ids=["plain", "nasty", "nothing"]
)
def test_nothing_is_fetched_and_nothing_foreign_runs(run: Run) -> None:
    parts = Parts(written("html", run))
    assert [tag for tag, _ in parts.elements if tag in ("script", "style")] == ["style", "script", "script"]
    assert {name for _, attributes in parts.elements for name in attributes}.isdisjoint(
        {"src", "href", "style", "srcset"}
    )
    assert not any(name.startswith("on") for _, attributes in parts.elements for name in attributes)
    (policy,) = [attributes["content"] for tag, attributes in parts.elements if attributes.get("http-equiv")]
    allowed = dict(rule.strip().split(" ", 1) for rule in str(policy).split(";"))
    style, _, script = (text for _, text in parts.texts if text.strip())
    assert allowed == {
        "default-src": "'none'",
        "script-src": f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'",
        "style-src": f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "url(" not in style and "@import" not in style


def test_words_come_through_unchanged() -> None:
    run = nasty_run()
    files = data_of(run)["files"]
    (text,) = [text for name, text in Parts(written("html", run)).texts if name == "data"]
    assert not re.search("[<>&]", text)
    assert [file["text"] for file in files] == [report.source.text for report in run.reports]
    assert [file["found"][0][4] for file in files] == [report.kept[0].message for report in run.reports]


def test_offsets_count_utf_16() -> None:
    found = Diagnostic("toy/a", Span(2, 3), "坏", Severity.WARNING, fix(2, 3, "好\n"))
    (file,) = data_of(run_of(report_of(found, text="𠮷甲乙\r\n")))["files"]
    (row,) = file["found"]
    assert row[2:4] == [3, 4]
    assert row[7] == [["改", "safe", [[3, 4, "好\r\n"]]]]  # with the draft's own line ends
    assert row[9] is True


def test_what_fix_would_apply_is_marked() -> None:
    def safe(run: Run) -> list[bool]:
        return [row[9] for row in data_of(run)["files"][0]["found"]]

    found = Diagnostic("toy/a", Span(0, 1), "坏", Severity.HINT, fix(0, 1, "好"))
    assert safe(run_of(report_of(found, text="坏"))) == [False]
    assert safe(run_of(report_of(found, text="坏"), named=frozenset({"toy/a"}))) == [True]
    assert safe(plain_run(show_suppressed=True)) == [True, False, False, False, False]


def test_a_word_file_is_told_by_its_paragraphs() -> None:
    source = Source("甲\n乙\n", "讲话.docx", "docx", blocks=(Block(0, 1, "body"), Block(2, 1, "footnote")))
    found = Diagnostic("toy/a", Span(2, 3), "坏", Severity.ERROR)
    (file,) = data_of(run_of(FileReport(source, (found,))))["files"]
    assert file["found"][0][11] == "脚注第 1 段"
    assert (file["save"], file["note"]) == ("讲话（改后）.txt", WORDS["only_text"].zh)


def test_the_same_report_is_the_same_file() -> None:
    assert written("html", plain_run()) == written("html", plain_run())
    assert data_of(plain_run())["id"] != data_of(nasty_run())["id"]


def test_every_word_of_the_page_is_there_and_used() -> None:
    page = (FOLDER / "report.html").read_text(encoding="utf-8")
    script = "".join((FOLDER / name).read_text(encoding="utf-8") for name in reporter.SCRIPTS)
    used = set(re.findall(r"\bwords\.([a-z_]+)", page + script))
    python = {"mended", "stdin", "only_text"}  # said by the data itself
    assert used - GIVEN == set(WORDS) - python
    assert {key for keys in KEYS for key in keys.split()} == set(
        re.findall(r'^  "?([^\s"]|[a-zA-Z])"?: \(\) =>', script, re.MULTILINE)
    ) | {"k", "J", "K"}


def test_every_family_has_its_colours() -> None:
    style = (FOLDER / "report.css").read_text(encoding="utf-8")
    for family in FAMILIES:
        assert style.count(f"--c-{family}:") == 3  # by day, by night, on paper
        assert style.count(f"--t-{family}:") == 2
        assert f".f-{family} {{" in style


def test_a_long_report_is_made_in_linear_time() -> None:
    text = "在X市召开会议。" * 20_000
    found = [Diagnostic("toy/a", Span(8 * i + 1, 8 * i + 2), "坏", Severity.ERROR) for i in range(20_000)]
    assert len(data_of(run_of(report_of(*found, text=text)))["files"][0]["found"]) == 20_000
