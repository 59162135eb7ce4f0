"""The keys of a rule file."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from speechlint.formats.toml import read_toml
from speechlint.rulepack.errors import RulePackError

SeverityName = Literal["hint", "warning", "error"]
EXPRESSIONS = ("pattern", "before", "after", "not_before", "not_after")
LONGEST_LINE = 1_000  # code points
SHORTEST_LINE = 2  # code points; a single character would be looked at wherever it stands
PRESETS = ("gongwen", "zh-hant", "template", "scraped", "strict", "minimal")


class Both(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in both languages."""

    zh: str
    en: str


class Match(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What the rule looks for; which keys are used depends on the kind.

    `words`: literals (kind `phrase`). `swaps`: wrong to right (kind `swap`). `pattern` and `triggers`: a regular
    expression, tried within `reach` code points around each place where a trigger stands (kind `pattern`); a group
    called `span` narrows what is marked. `lines`: whole lines (kind `line`), in which `#` stands for digits and `*` at
    an end for what changes. `before`, `after`, `not-before`, `not-after`: expressions for the text right
    before and right behind the match. All of them see the text in simplified characters.
    """

    words: tuple[str, ...] = ()
    swaps: dict[str, str] = {}
    pattern: str = ""
    triggers: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    reach: int = 40
    before: str = ""
    after: str = ""
    not_before: str = ""
    not_after: str = ""


class FixData(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """How it is mended: `replace` stands in place of the match (`{text}` is the match; empty deletes it)."""

    applicability: Literal["safe", "unsafe", "display"]
    because: Both
    title: Both
    replace: str | None = None


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Either `bad` with ⟦ ⟧ around every wrong span (and `fixed`, where there is a fix), or `good`."""

    bad: str | None = None
    fixed: str | None = None
    good: str | None = None
    preset: str = "gongwen"


class RuleData(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One rule file."""

    id: str
    kind: Literal["phrase", "swap", "pattern", "line"]
    title: Both
    why: Both
    message: Both
    severity: SeverityName
    match: Match
    example: tuple[Example, ...]
    since: str = "0.1"
    on: bool = True
    presets: dict[str, Literal["hint", "warning", "error", "off"]] = {}
    norm: str = ""
    whole: bool = False
    covers: bool = False
    fix: FixData | None = None


def read_rule(text: str, file: object) -> RuleData:
    """The rule that a file's text describes. Raises RulePackError, naming the key and what it may be."""
    import tomllib

    try:
        data = read_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise RulePackError(file, "", f"不是 TOML：{error}", f"is no TOML: {error}") from error
    except RecursionError as error:
        raise RulePackError(file, "", "括号套得太深", "brackets are nested too deep") from error
    try:
        rule = msgspec.convert(data, RuleData)
    except msgspec.ValidationError as error:
        raise RulePackError(file, *_located(str(error), data)) from error
    _check(rule, file)
    return rule


def _located(message: str, data: dict[str, Any]) -> tuple[str, str, str]:
    """The key and the complaint, in both languages: msgspec's messages end in `- at `$.fix.applicability``."""
    complaint, _, place = message.partition(" - at `$")
    key = place.rstrip("`").lstrip(".")
    value = _value_at(data, key)
    choices = {
        "fix.applicability": "safe、unsafe、display",
        "severity": "hint、warning、error",
        "kind": "phrase、swap、pattern、line",
    }.get(key)
    if choices and isinstance(value, str):
        return key, f"“{value}”不认识，可用 {choices}", f"'{value}' is unknown; take {choices.replace('、', ', ')}"
    return key, complaint, complaint


def _value_at(data: Any, key: str) -> Any:
    for step in key.split("."):
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _check(rule: RuleData, file: object) -> None:
    needed = {"phrase": ("words",), "swap": ("swaps",), "pattern": ("pattern", "triggers"), "line": ("lines",)}[
        rule.kind
    ]
    for key in needed:
        if not getattr(rule.match, key):
            raise RulePackError(file, f"match.{key}", f"kind = {rule.kind!r} 需要它", f"kind = {rule.kind!r} needs it")
    for key in ("words", "swaps", "triggers"):
        if "" in getattr(rule.match, key):
            raise RulePackError(
                file,
                f"match.{key}",
                "里有空的词。写上词，或删去这一项",
                "holds an empty word; write one, or take it out",
            )
    if rule.match.reach < 0:
        raise RulePackError(file, "match.reach", "不能小于 0", "must not be less than 0")
    for line in rule.match.lines:
        if len(line.strip("*# \t\u3000\\")) < SHORTEST_LINE:
            raise RulePackError(
                file,
                "match.lines",
                f"“{line}”太短，至少要有 {SHORTEST_LINE} 个字",
                f"'{line}' is too short; it must have {SHORTEST_LINE} characters at least",
            )
        if len(line) > LONGEST_LINE:
            raise RulePackError(
                file,
                "match.lines",
                f"“{line[:20]}…”有 {len(line):,} 个字，超过上限 {LONGEST_LINE:,}",
                f"'{line[:20]}…' has {len(line):,} characters, more than the limit of {LONGEST_LINE:,}",
            )
    _check_expressions(rule.match, file)
    if rule.kind == "swap" and rule.fix is None:
        raise RulePackError(file, "fix", "kind = 'swap' 需要它", "kind = 'swap' needs it")
    if rule.fix is not None and rule.kind != "swap" and rule.fix.replace is None:
        raise RulePackError(
            file, "fix.replace", "写明换成什么（空串表示删去）", "say what takes its place (an empty string deletes it)"
        )
    for preset in rule.presets:
        if preset not in PRESETS:
            raise RulePackError(
                file,
                f"presets.{preset}",
                f"没有这个预设，可用 {'、'.join(PRESETS)}",
                f"there is no such preset; take {', '.join(PRESETS)}",
            )
    for number, example in enumerate(rule.example, start=1):
        if (example.bad is None) == (example.good is None):
            raise RulePackError(file, f"example {number}", "写 bad 或 good 之一", "write either bad or good")
        if example.bad is not None:
            _check_marks(example.bad, number, file)
    if not any(example.bad for example in rule.example) or not any(example.good for example in rule.example):
        raise RulePackError(file, "example", "至少要有一个 bad 和一个 good", "one bad and one good are needed")


def _check_expressions(match: Match, file: object) -> None:
    """None is compiled here: that takes long, and a run may need none of them."""
    for name in EXPRESSIONS:
        if source := getattr(match, name):
            from speechlint.rulepack.weight import objection

            if said := objection(source):
                raise RulePackError(file, f"match.{name.replace('_', '-')}", said.zh, said.en)


def _check_marks(marked: str, number: int, file: object) -> None:
    depth = 0
    for character in marked:
        depth += {"⟦": 1, "⟧": -1}.get(character, 0)
        if depth not in (0, 1):
            break
    if depth != 0 or "⟦" not in marked:
        raise RulePackError(
            file, f"example {number}", f"bad 里的 ⟦ ⟧ 不成对：{marked}", f"the ⟦ ⟧ in bad do not pair: {marked}"
        )
