"""What the page's script is given: the drafts, the findings and the rules' pages, as JSON that stands in HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Fix
from speechlint.findings.report import FileReport
from speechlint.findings.rule import Invalid, Rule, Valid
from speechlint.reporters.counts import plural
from speechlint.reporters.findings import Remedy, Shown, remedy, shown, ways
from speechlint.reporters.html_words import LEVELS, SIGNS, STATES, WORDS
from speechlint.reporters.json import encode
from speechlint.reporters.labels import FAMILIES, SEVERITIES, block_label, family_label, reason_label
from speechlint.reporters.pages import FIXES, abridged, presets_of
from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines
from speechlint.text.units import Units

FAMILY_COLOURS = tuple(FAMILIES)  # those that the style has a colour for
MOST_EXAMPLES = 4


def pieces_of_data(run: Run) -> Iterator[str]:
    """The JSON in pieces; nothing in it can end the element that holds it."""
    entries = [shown(report, run) for report in run.reports]
    digest = blake2b(digest_size=8)
    files = []
    for report, found in zip(run.reports, entries, strict=True):
        files.append(_encoded(_file(report, found, run)))
        digest.update(files[-1].encode())
    head = {
        "id": digest.hexdigest(),
        "sum": _sum(entries, run),
        "coloured": FAMILY_COLOURS,
        "words": _words(run),
        "families": {family: family_label(family).into(run.language) for family in _families(entries)},
        "rules": {name: _rule(run.rules[name], run) for name in _rules(entries) if name in run.rules},
    }
    yield _encoded(head).removesuffix("}") + ',"files":['
    for number, file in enumerate(files):
        yield ("," if number else "") + file
    yield "]}"


def _encoded(value: object) -> str:
    return encode(value).replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _file(report: FileReport, entries: list[Shown], run: Run) -> dict[str, Any]:
    source = report.source
    name = shown_name(report.path, run.folder)
    unnamed = name == "-"
    stem = "draft" if unnamed else PurePath(name).stem
    suffix = PurePath(name).suffix if source.format in ("plain", "markdown") else ""
    units, lines = Units(source.text, "utf-16-le"), Lines(source.text)
    return {
        "name": WORDS["stdin"].into(run.language) if unnamed else name,
        "save": f"{stem}{WORDS['mended'].into(run.language)}{suffix or '.txt'}",
        "mark": source.mark,
        "note": _note(report, run),
        "text": source.text,
        "found": [_finding(entry, report, units, lines, run) for entry in entries],
    }


def _note(report: FileReport, run: Run) -> str:
    """What is to be known of the text that can be saved."""
    source = report.source
    if source.format not in ("plain", "markdown"):
        return WORDS["only_text"].into(run.language)
    if source.encoding not in ("utf-8", "ascii"):
        return Bilingual(
            f"原稿的编码是 {source.encoding}，这里保存为 UTF-8。",
            f"The draft is in {source.encoding}; what is saved here is UTF-8.",
        ).into(run.language)
    return ""


def _finding(entry: Shown, report: FileReport, units: Units, lines: Lines, run: Run) -> list[Any]:
    """What model.js takes apart: offsets are in UTF-16; then whether --fix mends it, why it is not counted, and where.

    A paragraph of a Word file has a name of its own; other places are told by row and column.
    """
    diagnostic, reason = entry
    block = report.source.block_at(diagnostic.span.start)
    return [
        diagnostic.rule,
        int(diagnostic.severity),
        *map(units.before, diagnostic.span),
        diagnostic.message,
        *lines.location(diagnostic.span.start),
        [_fix(fix, units) for fix in ways(diagnostic, report.source)],
        list(diagnostic.notes),
        reason is None and remedy(diagnostic, run) is Remedy.SAFE,
        "" if reason is None else reason_label(reason).into(run.language),
        "" if block is None else block_label(block).into(run.language),
    ]


def _fix(fix: Fix, units: Units) -> list[Any]:
    edits = [[*map(units.before, edit.span), edit.content] for edit in fix.edits]
    return [fix.title, fix.applicability.word, edits]


def _rule(rule: Rule, run: Run) -> dict[str, Any]:
    language = run.language
    return {
        "title": rule.title.into(language),
        "why": rule.why.into(language),
        "severity": SEVERITIES[rule.severity].into(language),
        "fix": FIXES[rule.fixes].into(language).replace("`", ""),
        "because": rule.because.into(language) if rule.because else "",
        "presets": Bilingual("、", ", ").into(language).join(presets_of(rule, language)).replace("`", ""),
        "norm": rule.norm,
        "bad": [[_example(each), each.fixed and _abridged(each.fixed)] for each in rule.INVALID[:MOST_EXAMPLES]],
        "good": [_example(each) for each in rule.VALID[:MOST_EXAMPLES]],
    }


def _example(example: Valid | Invalid) -> str:
    return _abridged(example.marked if isinstance(example, Invalid) else example.text)


def _abridged(text: str) -> str:
    return "\n".join(map(abridged, text.split("\n")))


def _words(run: Run) -> dict[str, Any]:
    language = run.language
    return {
        **{name: said.into(language) for name, said in WORDS.items()},
        "severities": ["", *(SEVERITIES[severity].into(language) for severity in sorted(Severity))],
        "signs": ["", *SIGNS],
        "levels": {level.word: said.into(language) for level, said in LEVELS.items()},
        "states": {state: said.into(language) for state, said in STATES.items()},
    }


def _sum(entries: list[list[Shown]], run: Run) -> str:
    found = [entry.diagnostic for file in entries for entry in file]
    levels = Counter(diagnostic.severity for diagnostic in found)
    order = [severity for severity in sorted(Severity, reverse=True) if levels[severity]]
    files = len(entries)
    if not found:
        return Bilingual(f"{files} 个文件，没有发现问题", f"{plural(files, 'file')}, nothing found").into(run.language)
    zh = "、".join(f"{SEVERITIES[severity].zh} {levels[severity]}" for severity in order)
    en = ", ".join(plural(levels[severity], SEVERITIES[severity].en) for severity in order)
    return Bilingual(
        f"{files} 个文件，共 {len(found)} 处：{zh}", f"{plural(files, 'file')}, {plural(len(found), 'finding')}: {en}"
    ).into(run.language)


def _families(entries: list[list[Shown]]) -> list[str]:
    return sorted({entry.diagnostic.family for file in entries for entry in file})


def _rules(entries: list[list[Shown]]) -> list[str]:
    return sorted({entry.diagnostic.rule for file in entries for entry in file})
