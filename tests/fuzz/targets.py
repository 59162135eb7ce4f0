"""What is fuzzed: each target takes bytes and raises nothing but what it promises; anything else is a crash."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import tomlkit
from msgspec.structs import replace
from pathspec import GitIgnoreSpec

from speechlint.config.errors import ConfigError
from speechlint.config.resolve import Resolver
from speechlint.config.schema import Config
from speechlint.engine.baseline import BaselineError, baseline_text, read_baseline
from speechlint.engine.files import excluded
from speechlint.engine.fix import fix_source
from speechlint.engine.globs import Globs
from speechlint.engine.linter import Linter
from speechlint.findings.fingerprint import fingerprints
from speechlint.findings.fix import Applicability
from speechlint.formats.decoding import decode
from speechlint.formats.errors import DecodeError, EncodeError
from speechlint.formats.registry import DOCX, MARKDOWN, PLAIN, edited
from speechlint.formats.source import Source
from speechlint.plugins.catalogue import CatalogueError
from speechlint.plugins.manager import catalogue
from speechlint.rulepack.errors import RulePackError
from speechlint.rulepack.load import load_rule
from speechlint.testing import read_marks
from speechlint.text.span import Span
from tests.fuzz.choices import Choices
from tests.toys import catalogue_of


def decoder(data: bytes) -> None:
    """Bytes that are called exact come back as they were, in every encoding that is guessed."""
    with contextlib.suppress(DecodeError):
        decode(data)
        source = PLAIN.read(data, "a.txt", None)
        if source.exact:
            assert PLAIN.render(source, ()) == data


def markdown(data: bytes) -> None:
    """Quiet stretches lie in the text, in order, and the text comes back."""
    with contextlib.suppress(DecodeError):
        source = MARKDOWN.read(data, "a.md", None)
        for quiet in source.quiet:
            assert 0 <= quiet.span.start <= quiet.span.end <= len(source.text)
        if source.exact:
            assert MARKDOWN.render(source, ()) == data


def word_file(data: bytes) -> None:
    """A damaged package is refused."""
    with contextlib.suppress(DecodeError, EncodeError):
        source = DOCX.read(data, "a.docx", None)
        assert DOCX.render(source, ()) == data


def word_markup(data: bytes) -> None:
    """A sound package whose document holds anything; one character is deleted from its text."""
    with contextlib.suppress(DecodeError, EncodeError):
        source = DOCX.read(package(data), "a.docx", None)
        if source.text:
            DOCX.render(edited(DOCX, source, [(Span(0, 1), "")]), ())


def rule_file(data: bytes) -> None:
    """A rule that anybody wrote."""
    with _file("rule.toml", data) as path, contextlib.suppress(RulePackError):
        load_rule(path)


def configuration(data: bytes) -> None:
    """A configuration that anybody wrote, asked for a draft beside it."""
    with _file("speechlint.toml", data) as path, contextlib.suppress(ConfigError):
        Resolver().for_path(path.parent / "a.txt")


def baseline_file(data: bytes) -> None:
    """A baseline that anybody wrote, applied to the draft beside it."""
    with _file("known.json", data) as path, contextlib.suppress(BaselineError):
        baseline = read_baseline(path)
        found = linter().check(Source("近日，X市召开大会。\n", str(path.parent / "a.txt")))
        report = baseline.apply(found)
        assert len(report.kept) + len(report.baselined) == len(found.kept)
        baseline.unneeded([report], complete=True)


def rule_parts(data: bytes) -> None:
    """A rule file of the right shape with odd contents, tried on a text; what it raises there, the linter names."""
    choices = Choices(data)
    rule = {key: made(choices) for key, made in RULE_KEYS.items() if choices.number(15) != 15}
    rule |= {choices.one(WORDS): choices.value(LEAVES) for _ in range(choices.number(2))}
    with _file("rule.toml", tomlkit.dumps(rule).encode()) as path, contextlib.suppress(RulePackError, CatalogueError):
        loaded = load_rule(path)
        only = Linter(Config(preset="strict"), catalogue=catalogue_of(loaded))
        report = only.check(Source("近日，X市召开大会。在在茶馆里喝红荼，共计3.5%（见附件）。\n" * 2))
        assert all(entry.span.end <= len(report.source.text) for entry in report.kept)
        assert all("TimeoutError" not in failure for failure in report.failures)


def configuration_keys(data: bytes) -> None:
    """A configuration of the right shape with odd values, asked for the rules of drafts beside and below it."""
    choices = Choices(data)
    keys = {choices.one(KEYS): choices.value(LEAVES) for _ in range(choices.number(6))}
    with _file("speechlint.toml", tomlkit.dumps(keys).encode()) as path, contextlib.suppress(ConfigError):
        config = Resolver().for_path(path.parent / "a.txt")
        if not config.plugins and not config.rule_packs:
            made = Linter(config)
            for name in ("a.txt", "b/稿.md", "../a"):
                made.rules_for(str(path.parent / name))
                excluded(str(path.parent / name), config)


def baseline_parts(data: bytes) -> None:
    """A baseline of the right shape with odd contents: it hides no more than it holds, and nothing outside of it."""
    choices = Choices(data)
    text = choices.words(["X市召开大会。", "近日，", "\n", "某某县", "。"], 12)
    found = linter().check(Source(text, "/drafts/a.txt"))
    names = [*fingerprints(text, found.kept), "0123456789abcdef", "", "x", "0" * 16]
    known = {
        choices.one(PATHS): choices.some(lambda: choices.one([*names, *LEAVES]), 6) for _ in range(choices.number(4))
    }
    document = {
        "version": choices.one([1, 1, 1, 2, None]),
        "findings": choices.one([known, known, known, choices.value(LEAVES)]),
    }
    with _file("known.json", json.dumps(document).encode()) as path, contextlib.suppress(BaselineError):
        baseline = read_baseline(path)
        assert not any(name.startswith(("/", "..")) for name in baseline.known)
        for place in (str(path.parent / "a.txt"), "/drafts/a.txt", str(path.parent / "b/c.txt")):
            report = baseline.apply(replace(found, source=replace(found.source, path=place)))
            assert len(report.kept) + len(report.baselined) == len(found.kept)
            assert len(report.baselined) <= max(map(len, baseline.known.values()), default=0)
            assert not report.baselined or place != "/drafts/a.txt"
            baseline.unneeded([report], complete=True)
        assert read_baseline_text(baseline_text(baseline)) == dict(baseline.known)


def globs(data: bytes) -> None:
    """Patterns and a path: no path takes long, and plain patterns mean what they mean to another program."""
    choices = Choices(data)
    lines = choices.some(lambda: choices.words(SIGNS, 12), 4)
    path = choices.words(["a", "b", "/", ".", "稿", "*", "[", "a.txt", "b/"], 16).strip("/") or "a"
    found = Globs(lines)
    meant = found.match(path)
    assert found.match(path, folder=True) in (True, False) and found.verdict(path) in (True, False, None)
    odd = ("\\", "[", "//", "***", "**/", "/.", "./", "a**", "**a")  # where one of the two goes its own way
    written = "\n".join(lines)
    if not any(mark in written + path for mark in odd) and path != ".":
        with contextlib.suppress(ValueError):  # a pattern that is none
            assert meant is GitIgnoreSpec.from_lines(lines).match_file(path), (lines, path)


def globs_raw(data: bytes) -> None:
    """Anything at all for a pattern, with a path that suits it."""
    text = data.decode("utf-8", "surrogateescape")
    pattern, _, path = text.partition("\0")
    found = Globs(pattern.split("\n"))
    for each in (path, "a" * 200, "a/" * 100 + "b", "稿.txt"):
        found.match(each)
        found.verdict(each, folder=True)


def json_lines(data: bytes) -> None:
    """Lines that anybody wrote: each that is no blank gives one row, a text or a fault."""
    try:
        from speechlint.corpus.errors import CorpusError
        from speechlint.corpus.inputs import Input
        from speechlint.corpus.json_lines import keys_of, read_lines
        from speechlint.corpus.options import Options
        from speechlint.corpus.schema import FAULT
        from speechlint.corpus.splits import splits_of_table
    except ImportError:  # without pyarrow there are no corpora
        return
    with _file("a.jsonl", data) as path:
        table = Input(str(path), "a.jsonl", "jsonl", len(data), 0)
        rows = []
        for split in splits_of_table(table):
            for batch in read_lines(split, Options(id=None, keep=("source",)), 3, 200):
                rows += batch.to_pylist()
        assert len(rows) == sum(bool(line.strip()) for line in data.split(b"\n"))
        assert all(row["text"] is None or row[FAULT] is None for row in rows)
        with contextlib.suppress(CorpusError):
            keys_of(str(path))


def whole(data: bytes) -> None:
    """The whole road over any bytes, with the unsafe fixes: no rule raises, and mending comes to rest."""
    with contextlib.suppress(DecodeError):
        comes_to_rest(MARKDOWN.read(data[:2000], "a.md", None))


def whole_parts(data: bytes) -> None:
    """The same over mistakes, signs and markup, put together at random."""
    choices = Choices(data)
    text = choices.words(parts(), 40)
    comes_to_rest(choices.one([MARKDOWN, PLAIN]).reparse(Source(text, "a.md", "markdown"), text))


def comes_to_rest(source: Source) -> None:
    outcome = fix_source(linter(), source, Applicability.UNSAFE)
    assert outcome.report.failures == ()
    assert outcome.unsettled == ()


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        decoder,
        markdown,
        word_file,
        word_markup,
        rule_file,
        configuration,
        baseline_file,
        rule_parts,
        configuration_keys,
        baseline_parts,
        globs,
        globs_raw,
        json_lines,
        whole,
        whole_parts,
    )
}


LEAVES: list[Any] = [
    "", "a", "*", "**/a*/", "all", "typo", "typo/jiezhi", "script", "hint", "error", "strict", "zh-hant", "en", "utf-8", "rot13",
    "X市", "临江市", "a.txt", "../a", "/a", "known.json", "speechlint.toml", "[", "\\", "\u202e", "𠮷", "稿.md", 0, 1, -1, 3.5, True,
    1 << 70, [], {}, ["a"], {"a": "b"}, ["typo"], {"typo": "hint"}, {"*.md": ["spacing"]}, {"X市": "临江市"},
]  # fmt: skip
KEYS = [
    "preset", "select", "ignore", "extend-select", "severity", "options", "per-file-ignores", "per-file-select", "exclude",
    "include", "plugins", "rule-packs", "baseline", "lang", "encoding", "words", "placeholders", "extend", "selct", "a.b",
]  # fmt: skip
PATHS = [
    "a.txt",
    "b/c.txt",
    "gone.txt",
    "../a.txt",
    "/drafts/a.txt",
    "b/../a.txt",
    "",
    ".",
    "a\0b",
    "\udcff",
    "n" * 300,
    "../../drafts/a.txt",
]
SIGNS = [
    "a",
    "b",
    "*",
    "**",
    "/",
    "?",
    "!",
    "[",
    "]",
    "-",
    "\\",
    "#",
    " ",
    ".txt",
    "稿",
    "[a-b]",
    "[!a]",
    "[[:alpha:]]",
    "**/",
    "/**",
    "a*",
]
WORDS = [
    "红荼",
    "红茶",
    "X",
    "大会",
    "在",
    "3.5",
    "，",
    "。",
    "（",
    "⟦红荼⟧",
    "{text}",
    "{right}",
    "{",
    "",
    "a",
    "𠮷",
    "\u202e",
]
EXPRESSIONS = [
    "红",
    "[红茶]",
    "X市?",
    "(?P<span>在)",
    "在+",
    "\\p{Han}{1,3}",
    ".",
    "^",
    "$",
    "(?=茶)",
    "(?<!在)",
    "|",
    "(",
    "[",
    "\\",
    "*",
    "(?i)x",
]


def both(choices: Choices) -> Any:
    return {"zh": choices.words(WORDS), "en": choices.words(WORDS)}


def example(choices: Choices) -> Any:
    return {choices.one(["bad", "good", "fixed", "preset"]): choices.words(WORDS) for _ in range(choices.number(3))}


def matching(choices: Choices) -> Any:
    found: dict[str, Any] = {}
    for _ in range(1 + choices.number(4)):
        key = choices.one(
            ["words", "lines", "swaps", "pattern", "triggers", "reach", "before", "after", "not-before", "not-after"]
        )
        if key in ("words", "lines", "triggers"):
            found[key] = choices.some(lambda: choices.words(WORDS, 2), 4)
        elif key == "swaps":
            found[key] = {choices.words(WORDS, 2): choices.words(WORDS, 2) for _ in range(choices.number(3))}
        else:
            found[key] = choices.number(60) - 5 if key == "reach" else choices.words(EXPRESSIONS, 4)
    return found


RULE_KEYS: dict[str, Callable[[Choices], Any]] = {
    "id": lambda choices: choices.one(["toy/rule", "toy/rule", "toy", "", "a/b/c"]),
    "kind": lambda choices: choices.one(["phrase", "swap", "pattern", "line", "none"]),
    "title": both,
    "why": both,
    "message": both,
    "severity": lambda choices: choices.one(["error", "warning", "hint", "none"]),
    "match": matching,
    "fix": lambda choices: {
        "applicability": choices.one(["safe", "unsafe", "display", "none"]),
        "because": both(choices),
        "title": both(choices),
        "replace": choices.words(WORDS, 3),
    },
    "example": lambda choices: [
        {"bad": "喝⟦红荼⟧。"},
        {"good": "喝红茶。"},
        *choices.some(lambda: example(choices), 2),
    ],
}


@cache
def parts() -> list[str]:
    """Signs and markup, and the first example of every rule that mends."""
    examples = [read_marks(rule.INVALID[0].marked)[0] for rule in catalogue().rules if rule.INVALID]
    return [
        *"，。、；：？！（）“”《》【】〔〕,.;:?!()[]<>\"'—…·～-_*#>`|&% \t\n　０Ａ①一〇",
        "\r\n",
        "\n\n",
        "**",
        "```\n",
        "<!-- speechlint: disable -->",
        *examples,
    ][:255]


def read_baseline_text(text: str) -> dict[str, tuple[str, ...]]:
    with _file("again.json", text.encode("utf-8", "surrogatepass")) as path:
        return dict(read_baseline(path).known)


@cache
def linter() -> Linter:
    return Linter(Config())


def package(document: bytes) -> bytes:
    """The smallest package round a main document."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/'
            'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main'
            '+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", document)
    return held.getvalue()


@contextlib.contextmanager
def _file(name: str, data: bytes):  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path
