"""Examples into checks: what every rule promises, tried. For our own tests, `speechlint test`, and plugin authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import cast

from speechlint.config.schema import Config, Placeholders, Preset
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Invalid, Rule, Valid
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.lexicon.literals import Literals, with_besides
from speechlint.plugins.catalogue import Catalogue
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

NEUTRAL = "秋粮入库已近尾声，各乡镇仓储点运转平稳，值守人员全部到岗。"
FILENAMES = {"plain": "example.txt", "markdown": "example.md"}


class Failure(NamedTuple):
    """An example that does not hold: whose, which, how it was varied, and what came instead."""

    rule: str
    example: str
    variation: str
    reason: str

    def __str__(self) -> str:
        varied = f"（{self.variation}）" if self.variation else ""
        example = f"\n    {self.example!r}" if self.example else ""
        return f"{self.rule}{varied}: {self.reason}{example}"


class Variation(NamedTuple):
    """A change that must not matter. `front` is put before the text; `newline` stands for every line end."""

    name: str
    front: str = ""
    newline: str = "\n"
    mark: bool = False


PLAIN = Variation("")
ANYWHERE = (Variation("CRLF", newline="\r\n"), Variation("字节序标记", mark=True))
IN_OTHER_TEXT = (Variation("前有增补平面汉字", front="𠮷。\n"), Variation("前有一段", front=f"{NEUTRAL}\n"))


def read_marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its ⟦ ⟧, and the spans that they stood around. ValueError where they do not pair."""
    parts: list[str] = []
    spans: list[Span] = []
    length, start = 0, -1
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦" and start < 0:
            start = length
        elif part == "⟧" and start >= 0:
            spans.append(Span(start, length))
            start = -1
        elif part in ("⟦", "⟧"):
            raise ValueError(f"⟦ ⟧ do not pair: {marked}")
        else:
            parts.append(part)
            length += len(part)
    if start >= 0:
        raise ValueError(f"⟦ ⟧ do not pair: {marked}")
    return "".join(parts), tuple(spans)


def run_examples(rules: Iterable[Rule], catalogue: Catalogue) -> Iterator[Failure]:
    """Every promise of every example that the rules do not keep."""
    for rule in rules:
        if not rule.VALID and not rule.INVALID:
            yield Failure(rule.id, "", "", "没有例子，VALID 和 INVALID 都是空的")
        if not is_indexed(rule, catalogue):
            yield Failure(rule.id, "", "", "改过，rules/index 却没有跟上；请运行 python tools/build_rule_docs.py")
        variations = (PLAIN, *ANYWHERE, *(() if rule.whole else IN_OTHER_TEXT))
        for valid in rule.VALID:
            for variation in variations:
                yield from check_valid(rule, valid, variation, catalogue)
        for invalid in rule.INVALID:
            for variation in variations:
                yield from check_invalid(rule, invalid, variation, catalogue)


def is_indexed(rule: Rule, catalogue: Catalogue) -> bool:
    """Whether the catalogue decides by what the rule says now: our own rules are looked up in an index."""
    listed = next((card for card in catalogue.cards if card.id == rule.id), None)
    if listed is None:
        return True
    said = attrgetter("severity", "on", "presets", "whole", "covers", "infers")
    return bool(said(listed) == said(rule)) and _words_of(listed.triggers) == _words_of(rule.triggers)


def _words_of(triggers: Literals | None) -> list[frozenset[str]]:
    return [] if triggers is None else [frozenset(literals.words) for literals in with_besides([triggers])]


def check_valid(rule: Rule, valid: Valid, variation: Variation, catalogue: Catalogue) -> Iterator[Failure]:
    """VALID gives nothing."""
    source = _source(valid.text, valid.format, variation)
    found = _linter(rule.id, valid, catalogue).check(source).kept
    if found:
        yield Failure(rule.id, valid.text, variation.name, f"不应报告，却报告了 {_shown(source.text, found)}")


def check_invalid(rule: Rule, invalid: Invalid, variation: Variation, catalogue: Catalogue) -> Iterator[Failure]:
    """INVALID gives exactly the marked spans; the fixed text is as written, clean and stable."""

    def failure(reason: str) -> Failure:
        return Failure(rule.id, invalid.marked, variation.name, reason)

    marked, wanted = read_marks(variation.front + invalid.marked.replace("\n", variation.newline))
    source = _source(marked, invalid.format, Variation("", mark=variation.mark))
    linter = _linter(rule.id, invalid, catalogue)
    found = linter.check(source).kept
    if tuple(diagnostic.span for diagnostic in found) != wanted:
        expected = "、".join(f"“{span.of(marked)}”@{span.start}" for span in wanted) or "（无）"
        yield failure(f"应报告 {expected}，实际 {_shown(marked, found)}")
        return
    for diagnostic in found:
        yield from (failure(reason) for reason in _broken_promises(rule, diagnostic))
    if rule.fixes not in (Applicability.SAFE, Applicability.UNSAFE):
        return
    outcome = fix_source(linter, source, rule.fixes)
    fixed = None if outcome.source.text == marked else outcome.source.text
    expected_text = None if invalid.fixed is None else variation.front + invalid.fixed.replace("\n", variation.newline)
    if outcome.unsettled:
        yield failure("修复没有收敛")
    elif fixed != expected_text:
        yield failure(f"修复后应为 {expected_text!r}，实际 {fixed!r}")
    elif fixed is not None and outcome.report.kept:
        yield failure(f"修复后仍报告 {_shown(fixed, outcome.report.kept)}")


def _broken_promises(rule: Rule, diagnostic: Diagnostic) -> Iterator[str]:
    if diagnostic.severity > rule.severity:
        yield f"严重程度 {diagnostic.severity.word} 高于规则所称的 {rule.severity.word}"
    for fix in (*((diagnostic.fix,) if diagnostic.fix else ()), *diagnostic.suggestions):
        if rule.fixes is None or fix.applicability > rule.fixes:
            yield f"修复 {fix.applicability.word} 超出规则所称的 {rule.fixes.word if rule.fixes else '无'}"


def _source(text: str, format: str, variation: Variation) -> Source:
    """The text read from bytes, so that the example goes the whole road."""
    varied = (
        variation.front + text.replace("\n", variation.newline)
        if variation.front or variation.newline != "\n"
        else text
    )
    filename = FILENAMES[format]
    data = varied.encode("utf-8-sig" if variation.mark else "utf-8", "surrogatepass")
    return format_for(filename).read(data, filename, None)


def _linter(id: str, example: Valid | Invalid, catalogue: Catalogue) -> Linter:
    if not example.options and not example.values:
        return _plain_linter(id, example.preset, catalogue)
    config = Config(
        preset=cast(Preset, example.preset),
        select=(id,),
        options={id: dict(example.options)},
        placeholders=Placeholders(values=dict(example.values)),
    )
    return Linter(config, catalogue=catalogue)


@lru_cache(maxsize=512)
def _plain_linter(id: str, preset: str, catalogue: Catalogue) -> Linter:
    return Linter(Config(preset=cast(Preset, preset), select=(id,)), catalogue=catalogue)


def _shown(text: str, found: Sequence[Diagnostic]) -> str:
    return "、".join(f"“{diagnostic.span.of(text)}”@{diagnostic.span.start}" for diagnostic in found) or "（无）"
