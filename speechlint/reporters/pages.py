"""A rule's page: the same words for `speechlint explain`, for docs/rules/ and for editors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Invalid, Rule, Valid
from speechlint.reporters.labels import SEVERITIES

PIECE = 60  # code points of plain text that an example shows in one stretch
FIXES = {
    None: Bilingual("无，须由人改", "none: a person mends it"),
    Applicability.SAFE: Bilingual("安全（`--fix` 即改）", "safe (`--fix` applies it)"),
    Applicability.UNSAFE: Bilingual("须过目（`--unsafe-fixes` 才改）", "unsafe (only with `--unsafe-fixes`)"),
    Applicability.DISPLAY: Bilingual("只作建议", "a suggestion only"),
}


def rule_page(rule: Rule, language: Language = "zh", most: int | None = None) -> str:
    """The page of one rule in Markdown, ending with a line end; with at most so many examples of each kind."""
    return "\n".join(_page(rule, language, most)) + "\n"


def _page(rule: Rule, language: Language, most: int | None) -> Iterator[str]:
    yield f"# {rule.id}"
    yield ""
    yield f"**{rule.title.into(language)}**"
    yield ""
    yield rule.why.into(language)
    yield ""
    yield from _facts(rule, language)
    if rule.options:
        yield ""
        yield "## " + Bilingual("选项", "Options").into(language)
        yield ""
        for name, option in rule.options.items():
            yield f"- `{name}` = `{option.default!r}`：{option.about.into(language)}"
    yield ""
    yield "## " + Bilingual("报告", "Reported").into(language)
    yield from _examples(rule.INVALID[:most])
    yield ""
    yield "## " + Bilingual("不报告", "Not reported").into(language)
    yield from _examples(rule.VALID[:most])


def _facts(rule: Rule, language: Language) -> Iterator[str]:
    def say(zh: str, en: str) -> str:
        return Bilingual(zh, en).into(language)

    yield f"- {say('严重程度', 'Severity')}: {SEVERITIES[rule.severity].into(language)}"
    yield f"- {say('修复', 'Fix')}: {FIXES[rule.fixes].into(language)}"
    if rule.because is not None:
        yield f"- {say('为什么这样定级', 'Fix safety')}: {rule.because.into(language)}"
    yield f"- {say('预设', 'Presets')}: {say('、', ', ').join(presets_of(rule, language))}"
    if rule.norm:
        yield f"- {say('依据', 'Norm')}: {rule.norm}"
    yield f"- {say('自版本', 'Since')}: {rule.since}"


def presets_of(rule: Rule, language: Language = "zh") -> list[str]:
    """Where the rule is on, and the presets in which that differs."""
    usual = Bilingual("默认开启", "on") if rule.on else Bilingual("默认关闭，strict 开启", "off but for strict")
    found = [usual.into(language)]
    for name, severity in rule.presets.items():
        word = Bilingual("关闭", "off") if severity is None else SEVERITIES[severity]
        found.append(f"`{name}` {word.into(language)}")
    return found


def _examples(examples: Iterable[Valid | Invalid]) -> Iterator[str]:
    for example in examples:
        text = example.marked if isinstance(example, Invalid) else example.text
        yield ""
        yield from _fence(text)
        if isinstance(example, Invalid) and example.fixed is not None:
            yield "→"
            yield from _fence(example.fixed)


def _fence(text: str) -> Iterator[str]:
    """The text as a code block; characters that a reader cannot see are written as escapes."""
    shown = "".join(
        character if character == "\n" or character.isprintable() or character == "\u3000" else escape(character)
        for character in text
    )
    marks = "`" * 4 if "```" in shown else "```"
    yield f"{marks}text"
    yield from (abridged(line) for line in shown.split("\n"))
    yield marks


def abridged(line: str) -> str:
    """A long line with the middle of its plain stretches left out: examples about pages are as long as pages."""
    pieces = re.split("(⟦[^⟧]*⟧)", line)
    return "".join(
        piece if piece.startswith("⟦") or len(piece) <= PIECE else f"{piece[: PIECE // 2]}……{piece[-PIECE // 2 :]}"
        for piece in pieces
    )


def escape(character: str) -> str:
    """`\\u200b` for an invisible or control character."""
    return character.encode("unicode_escape").decode("ascii")
