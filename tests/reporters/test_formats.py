"""Formats that other programs read, each read by one of them or held against its own schema."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes, urlsplit

import jsonschema
import junitparser
import pytest
from lsprotocol.converters import get_converter
from lsprotocol.types import DiagnosticSeverity, DiagnosticTag, PublishDiagnosticsParams
from lxml import etree

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Edit, Fix
from speechlint.findings.report import FileReport
from speechlint.formats.source import Block, Source
from speechlint.reporters.registry import BUILTIN, Run
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines
from speechlint.text.span import Span
from tests.reporters.formats import (
    FOLDER,
    NASTY,
    SAFE,
    fix,
    nasty_run,
    plain_run,
    published_schema,
    report_of,
    run_of,
    values,
    written,
)

RUNS = {
    "plain": plain_run(),
    "suppressed": plain_run(show_suppressed=True),
    "english": plain_run(show_suppressed=True, language="en"),
    "nasty": nasty_run(),
    "nasty, suppressed": nasty_run(show_suppressed=True),
    "nothing": run_of(),
    "clean": run_of(report_of(text="好。\n")),
    "standard input": run_of(report_of(Diagnostic("toy/a", Span(0, 1), "坏", Severity.ERROR), text="坏", path="-")),
}
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
everywhere = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)


@pytest.mark.parametrize("name", sorted(set(BUILTIN) - {"concise", "text"}))
@everywhere
def test_nothing_that_a_terminal_obeys_is_printed(name: str, run: Run) -> None:
    text = written(name, run)
    assert RAW.findall(text) == []
    assert text == "" or text.endswith("\n")


# --- SARIF -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sarif_schema() -> jsonschema.Validator:
    schema = published_schema("sarif-2.1.0")
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


@everywhere
def test_sarif_keeps_to_its_schema(run: Run, sarif_schema: jsonschema.Validator) -> None:
    log = values("sarif", run)
    assert [error.message for error in sarif_schema.iter_errors(log)] == []
    (only,) = log["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in only["results"]] == [
        result["ruleId"] for result in only["results"]
    ]


def test_the_schema_refuses_what_is_no_sarif(sarif_schema: jsonschema.Validator) -> None:
    log = values("sarif", plain_run())
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not sarif_schema.is_valid(log)


def test_sarif() -> None:
    (run,) = values("sarif", plain_run(show_suppressed=True))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["originalUriBaseIds"] == {"SRCROOT": {"uri": "file:///drafts/"}}
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["toy/tea", "watermark/coal", "toy/pair"]
    assert run["tool"]["driver"]["version"] == "1.2.3"
    first, other, second, third, fourth = run["results"]
    file = {"uri": "%E7%A8%BF%20%E5%AD%90/a%231.txt", "uriBaseId": "SRCROOT"}
    region = {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 5}
    assert first == {
        "ruleId": "toy/tea",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "应为“红茶”\n另见第2行"},
        "locations": [
            {"physicalLocation": {"artifactLocation": file, "region": region | {"snippet": {"text": "红荼"}}}}
        ],
        "partialFingerprints": {"speechlint/v1": first["partialFingerprints"]["speechlint/v1"]},
        "fixes": [
            {
                "description": {"text": "改"},
                "artifactChanges": [
                    {
                        "artifactLocation": file,
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": "红茶"}}],
                    }
                ],
                "properties": {"applicability": "safe"},
            }
        ],
    }
    assert re.fullmatch("[0-9a-f]{16}", first["partialFingerprints"]["speechlint/v1"])
    assert other["suppressions"] == [{"kind": "external", "justification": "配置中允许的词"}]
    assert fourth["suppressions"] == [{"kind": "external", "justification": "在基线中"}]
    assert [result["level"] for result in (second, third)] == ["warning", "note"]
    replacements = second["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [replacement["insertedContent"]["text"] for replacement in replacements] == ["黑", "煤"]
    assert third["fixes"][0]["properties"] == {"applicability": "display"}


def test_sarif_says_that_something_failed() -> None:
    (run,) = values("sarif", run_of(report_of(text="", failures=("a rule failed",))))["runs"]
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_sarif_leads_back_to_every_file() -> None:
    run = nasty_run()
    for report, result in zip(run.reports, values("sarif", run)["runs"][0]["results"], strict=True):
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert os.fsencode(report.path or "") == unquote_to_bytes(place["uri"].removeprefix("./"))
        assert urlsplit(place["uri"]).scheme == ""
    outside = run_of(report_of(Diagnostic("toy/a", Span(0, 1), "坏", Severity.ERROR), text="坏", path="/else/b.txt"))
    (result,) = values("sarif", outside)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///else/b.txt"}


def word_run() -> Run:
    """A finding with a fix in the second paragraph of a Word file."""
    source = Source("甲\n乙\n", "a.docx", "docx", blocks=(Block(0, 1, "body"), Block(2, 2, "body")))
    found = Diagnostic("toy/a", Span(2, 3), "坏", Severity.ERROR, fix(2, 3, "丙"))
    return run_of(FileReport(source, (found,)))


def test_no_program_is_told_to_edit_the_bytes_of_a_word_file() -> None:
    (result,) = values("sarif", word_run())["runs"][0]["results"]
    assert "fixes" not in result
    assert result["properties"] == {"paragraph": 2}
    assert values("rdjson", word_run())["diagnostics"][0]["suggestions"] == []
    assert "data" not in json.loads(written("lsp", word_run()))["diagnostics"][0]


def test_what_is_put_in_has_the_files_own_line_ends() -> None:
    found = Diagnostic("toy/a", Span(1, 1), "断开", Severity.ERROR, fix(1, 1, "\n"))
    run = run_of(report_of(found, text="甲乙\r\n"))
    assert values("rdjson", run)["diagnostics"][0]["suggestions"][0]["text"] == "\r\n"
    (change,) = values("sarif", run)["runs"][0]["results"][0]["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "\r\n"}


def test_fingerprints_are_those_of_json() -> None:
    run = plain_run(show_suppressed=True)
    wanted = [finding["fingerprint"] for finding in values("json", run)]
    found = [result["partialFingerprints"]["speechlint/v1"] for result in values("sarif", run)["runs"][0]["results"]]
    assert found == wanted


# --- GitHub ----------------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")
GITHUB = """\
::error title=speechlint (toy/tea),file=稿 子/a#1.txt,line=1,endLine=1,col=3,endColumn=5::稿 子/a#1.txt:1:3: toy/tea 应为“红茶”
::warning title=speechlint (watermark/coal),file=稿 子/a#1.txt,line=2,endLine=2,col=3,endColumn=5::稿 子/a#1.txt:2:3: watermark/coal 应为“烟煤”
::notice title=speechlint (toy/pair),file=稿 子/a#1.txt,line=2,endLine=2,col=5,endColumn=6::稿 子/a#1.txt:2:5: toy/pair 应为“两”
"""


def test_github() -> None:
    assert written("github", plain_run()) == GITHUB


def unquoted(text: str) -> str:
    return text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_a_draft_gives_no_command_of_its_own() -> None:
    run = nasty_run()
    lines = written("github", run).removesuffix("\n").split("\n")
    assert len(lines) == len(NASTY)
    for report, line in zip(run.reports, lines, strict=True):
        match = COMMAND.match(line)
        assert match is not None, line
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert list(properties) == ["title", "file", "line", "endLine", "col", "endColumn"][: len(properties)]
        assert unquoted(properties["file"]) == visible(report.path or "")
        assert unquoted(match[3]).endswith(visible(report.kept[0].message))


def test_github_is_given_no_columns_of_a_stretch_of_lines() -> None:
    found = Diagnostic("toy/a", Span(1, 4), "坏", Severity.ERROR)
    assert written("github", run_of(report_of(found, text="甲乙\n丙丁\n"))) == (
        "::error title=speechlint (toy/a),file=a.txt,line=1,endLine=2::a.txt:1:2: toy/a 坏\n"
    )


# --- GitLab ----------------------------------------------------------------------------------------------------------

# What GitLab's documentation asks of an issue; the rest of Code Climate's keys it passes over.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}


@everywhere
def test_gitlab_is_given_what_it_asks_for(run: Run) -> None:
    issues = values("gitlab", run)
    jsonschema.validate(issues, CODE_QUALITY)
    names = [issue["fingerprint"] for issue in issues]
    assert len(set(names)) == len(names)


def test_gitlab() -> None:
    issues = values("gitlab", plain_run(show_suppressed=True))
    assert [(issue["severity"], issue["location"]["lines"]["begin"], issue["description"]) for issue in issues] == [
        ("major", 1, "toy/tea: 应为“红茶”"),
        ("info", 2, "toy/tea: 允许 [配置中允许的词]"),
        ("minor", 2, "watermark/coal: 应为“烟煤”"),
        ("info", 2, "toy/pair: 应为“两”"),
        ("info", 2, "toy/tea: 早有 [在基线中]"),
    ]
    assert {issue["location"]["path"] for issue in issues} == {"稿 子/a#1.txt"}


def test_the_same_words_in_two_files_are_two_issues_for_gitlab() -> None:
    found = Diagnostic("toy/a", Span(0, 1), "坏", Severity.ERROR)
    one, other = values("gitlab", run_of(report_of(found, text="坏"), report_of(found, text="坏", path="b.txt")))
    assert one["fingerprint"] != other["fingerprint"]


# --- JUnit and Checkstyle --------------------------------------------------------------------------------------------


def cases_of(run: Run) -> list[list[junitparser.TestCase]]:
    xml = junitparser.JUnitXml.fromroot(etree.fromstring(written("junit", run).encode()))
    return [list(suite) for suite in xml]


@everywhere
def test_junit_is_read(run: Run) -> None:
    xml = junitparser.JUnitXml.fromroot(etree.fromstring(written("junit", run).encode()))
    said = (xml.tests, xml.failures, xml.errors, xml.skipped)
    xml.update_statistics()
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == said
    assert [suite.name for suite in xml] == [visible_in_xml(name_of(report.path)) for report in run.reports]


def name_of(path: str | None) -> str:
    return (path or "-").removeprefix(f"{FOLDER}/")


def visible_in_xml(text: str) -> str:
    return visible(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def test_junit() -> None:
    (first, skipped, second, hint, known), (clean,) = cases_of(plain_run(show_suppressed=True))
    assert (first.name, first.classname) == ("toy/tea", "稿 子/a#1.txt")
    (failure,) = first.result
    assert isinstance(failure, junitparser.Failure)
    assert (failure.message, failure.type, failure.text) == ("应为“红茶”", "error", "1:3: 应为“红茶”")
    assert [type(result) for case in (skipped, known) for result in case.result] == [junitparser.Skipped] * 2
    assert not second.is_passed
    assert hint.is_passed and hint.system_out == "2:5: 应为“两”"
    assert clean.is_passed and clean.name == "speechlint"


def test_junit_holds_nasty_words_as_text() -> None:
    for words, ((case, *_), *_) in zip(NASTY, ([cases] for cases in cases_of(nasty_run())), strict=True):
        assert case.result[0].message == visible_in_xml(words)
        assert case.name == visible_in_xml(f"toy/{words}")


CHECKSTYLE = etree.RelaxNG(
    etree.fromstring(b"""\
<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="checkstyle"><attribute name="version"/><zeroOrMore><element name="file">
    <attribute name="name"/>
    <oneOrMore><element name="error">
      <attribute name="line"><data type="positiveInteger"/></attribute>
      <attribute name="column"><data type="positiveInteger"/></attribute>
      <attribute name="severity">
        <choice><value>ignore</value><value>info</value><value>warning</value><value>error</value></choice>
      </attribute>
      <attribute name="message"/>
      <attribute name="source"/>
    </element></oneOrMore>
  </element></zeroOrMore></element></start>
</grammar>
""")
)


@everywhere
def test_checkstyle_has_its_structure(run: Run) -> None:
    tree = etree.fromstring(written("checkstyle", run).encode())
    CHECKSTYLE.assertValid(tree)
    found = [report for report in run.reports if report.kept]
    assert [file.get("name") for file in tree] == [visible_in_xml(name_of(report.path)) for report in found]
    for file, report in zip(tree, found, strict=True):
        assert visible_in_xml(report.kept[0].message) in [error.get("message") for error in file]


def test_checkstyle() -> None:
    tree = etree.fromstring(written("checkstyle", plain_run(show_suppressed=True)).encode())
    assert [tuple(error.attrib.values()) for error in tree[0]] == [
        ("1", "3", "error", "应为“红茶”", "speechlint.toy/tea"),
        ("2", "2", "ignore", "允许", "speechlint.toy/tea"),
        ("2", "3", "warning", "应为“烟煤”", "speechlint.watermark/coal"),
        ("2", "5", "info", "应为“两”", "speechlint.toy/pair"),
        ("2", "6", "ignore", "早有", "speechlint.toy/tea"),
    ]


# --- reviewdog -------------------------------------------------------------------------------------------------------

VALIDATOR = "@umbrelladocs/rdformat-validator@1.0.1"


@pytest.fixture(scope="session")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The validator of reviewdog's format, from npm."""
    if shutil.which("npm") is None and "CI" not in os.environ:
        pytest.skip("npm is missing")
    folder = tmp_path_factory.mktemp("rdformat")
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, VALIDATOR],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder / "node_modules" / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"


def refused(validator: Path, *files: Path) -> bool:
    command = ["node", str(validator), "--strict", "--no-extra-fields", *map(str, files)]
    return subprocess.run(command, capture_output=True, timeout=120).returncode != 0


@pytest.mark.slow
@pytest.mark.xdist_group("rdformat")
def test_reviewdog_reads_rdjson(validator: Path, tmp_path: Path) -> None:
    files = []
    for number, run in enumerate(RUNS.values()):
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(written("rdjson", run), encoding="utf-8")
    assert not refused(validator, *files)
    wrong = values("rdjson", plain_run())
    wrong["diagnostics"][0]["severity"] = "FATAL"
    files[0].write_text(json.dumps(wrong), encoding="utf-8")
    assert refused(validator, files[0])


def test_rdjson_counts_bytes() -> None:
    first, _, second, third, _ = values("rdjson", plain_run(show_suppressed=True))["diagnostics"]
    assert first["location"] == {
        "path": "稿 子/a#1.txt",
        "range": {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 14}},
    }
    assert first["suggestions"] == [{"range": first["location"]["range"], "text": "红茶"}]
    # Edits that belong together are one stretch: nobody can take half of them.
    assert second["suggestions"] == [
        {"range": {"start": {"line": 2, "column": 7}, "end": {"line": 2, "column": 13}}, "text": "黑烟煤"}
    ]
    assert [third["severity"], third["suggestions"][0]["text"]] == ["INFO", "两"]


# --- the language server protocol ------------------------------------------------------------------------------------


@everywhere
def test_lsp_is_read_by_the_protocols_own_types(run: Run) -> None:
    converter = get_converter()
    lines = written("lsp", run).split("\n")[:-1]
    assert len(lines) == len(run.reports)
    for line, report in zip(lines, run.reports, strict=True):
        params = converter.structure(json.loads(line), PublishDiagnosticsParams)
        assert len(params.diagnostics) >= len(report.kept)
        assert converter.unstructure(params) == json.loads(line)
        for diagnostic in params.diagnostics:
            if diagnostic.message.startswith(report.kept[0].message) and diagnostic.code == report.kept[0].rule:
                assert marked(report.source.text, diagnostic.range) == report.kept[0].span.of(report.source.text)


def marked(text: str, range: Any) -> str:
    """The words of a range, cut out of the lines as an editor holds them: in units of UTF-16."""
    lines = Lines(text)

    def units(row: int, character: int) -> int:
        before = text[: lines.starts[row]].encode("utf-16-le", "surrogatepass")
        return len(before) + 2 * character

    stretch = text.encode("utf-16-le", "surrogatepass")
    start, end = units(range.start.line, range.start.character), units(range.end.line, range.end.character)
    return stretch[start:end].decode("utf-16-le", "surrogatepass")


def test_lsp() -> None:
    first, clean = written("lsp", plain_run()).split("\n")[:-1]
    assert json.loads(clean) == {"uri": "file:///drafts/b.txt", "diagnostics": []}
    params = get_converter().structure(json.loads(first), PublishDiagnosticsParams)
    assert unquote(params.uri) == "file:///drafts/稿 子/a#1.txt"
    tea, coal, pair = params.diagnostics
    assert tea.message == "应为“红茶”\n注：另见第2行"
    assert (tea.range.start.character, tea.range.end.character) == (3, 5)  # 𠮷 is two units
    assert [diagnostic.severity for diagnostic in (tea, coal, pair)] == [
        DiagnosticSeverity.Error,
        DiagnosticSeverity.Warning,
        DiagnosticSeverity.Information,
    ]
    assert tea.tags is None and list(coal.tags or ()) == [DiagnosticTag.Unnecessary]
    assert json.loads(first)["diagnostics"][2]["data"] == {
        "fixes": [
            {
                "title": "改为“两”",
                "applicability": "display",
                "edits": [
                    {
                        "range": {"start": {"line": 1, "character": 4}, "end": {"line": 1, "character": 5}},
                        "newText": "两",
                    }
                ],
            }
        ]
    }


def test_a_megabyte_in_one_line_is_measured_once() -> None:
    text = "𠮷在X市" * 250_000
    found = [
        Diagnostic("toy/a", Span(4 * i + 2, 4 * i + 3), "坏", Severity.ERROR, Fix("改", (Edit(Span(4 * i, 4 * i + 1), ""),), SAFE))
        for i in range(0, 250_000, 25)
    ]  # fmt: skip
    run = run_of(report_of(*found, text=text))
    last = values("rdjson", run)["diagnostics"][-1]["location"]["range"]["start"]["column"]
    assert last == len(text[: found[-1].span.start].encode()) + 1
    (line,) = io.StringIO(written("lsp", run))
    assert json.loads(line)["diagnostics"][-1]["range"]["start"]["character"] == 5 * (found[-1].span.start // 4) + 3
