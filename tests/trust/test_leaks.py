"""What a draft, its name, a rule or a configuration says never reaches the terminal raw, whatever is run."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from speechlint.reporters.registry import BUILTIN
from speechlint.reporters.visible import HIDDEN
from tests.cli.conftest import Call, folder, start
from tests.cli.conftest import call as call

__all__ = ["folder"]  # a fixture for every test here

# A title for the window, a bell, an answer-back, overrides of direction, a line end of Unicode, and NUL's neighbours.
# A mark of byte order, one between lines, and a tag: nobody sees them.
NASTY = "\x1b]0;x\x07\x1b[6n\x9b2J\u202e\u2066\u200b\u2028\x01\x7f\ufeff\ufffa\U000e0041"
NAME = "草稿\x1b]0;x\x07\x9b\u202e\n二.md"
COLOR = re.compile("\x1b\\[[0-9;]*m")
RAW = re.compile(f"[\x00-\x08\x0b-\x1f{HIDDEN}]")
DRAFT = f"""\
<!-- speechlint: dis\u202eable -->
<!-- speechlint: disable-next-line toy/\x1b]0;x\x07 -->
一、收购红荼{NASTY}，运走烟媒{NASTY}。

三、{NASTY}俩个{NASTY}仓库都满了，X{NASTY}市开会。

# 里{NASTY}发

沈{NASTY}从文同志到坳{NASTY}里村，他说“{NASTY}好。
"""
RULE = """\
id = "toy/nasty"
kind = "swap"
severity = "error"
title = { zh = "题@", en = "title@" }
why = { zh = "因@\\n甲", en = "why@" }
message = { zh = "@应为{right}", en = "@ should be {right}" }
norm = "@"
[match]
swaps = { "收购@" = "收@", "仓库" = "库@" }
[fix]
applicability = "safe"
because = { zh = "@", en = "@" }
title = { zh = "@", en = "@" }
[[example]]
bad = "这是⟦仓库⟧@。"
fixed = "这是@。"
[[example]]
good = "这是@。"
""".replace("@", "".join(f"\\U{ord(character):08x}" for character in NASTY))


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    Path(NAME).write_text(DRAFT, encoding="utf-8")
    Path("pack/toy/nasty.toml").write_text(RULE, encoding="utf-8")
    Path("speechlint.toml").write_text('rule-packs = ["pack"]\npreset = "strict"\n', encoding="utf-8")


def obeyed(text: str) -> list[str]:
    """What a terminal would obey, but for our own colours."""
    return RAW.findall(COLOR.sub("", text))


RUNS = [
    *(["check", "--output-format", name] for name in BUILTIN),
    ["check", "--statistics"],
    ["check", "--statistics", "--output-format", "json"],
    ["check", "--show-suppressed"],
    ["check", "--lang", "en"],
    ["check", "--output-format", "concise", "--show-suppressed"],
    ["check", "--diff", "--unsafe-fixes"],
    ["check", "--fix-only", "--diff"],
    ["check", "--fix", "--backup"],
    ["check", "--select", f"toy/{NASTY}"],
    ["check", "--config", f"preset='{NASTY}'"],
    ["check", "--config", f"{NASTY}=1"],
    ["check", "--config", NASTY],
    ["check", "--output-format", NASTY],
    ["check", "--encoding", NASTY],
    ["check", f"--{NASTY}"],
    ["check", "gone" + NASTY, "gone\n" + NASTY + "/*.txt"],
    ["check", "--output-file", f"no/{NASTY}"],
    ["outline", NAME],
    ["words", NAME],
    ["words", NAME, "--output-format", "json"],
    ["words", NAME, "--add", NASTY],
    ["convert", "--to", "tw", "--output-file", "out.md", NAME],
    ["convert", "--to", "hant", "gone" + NASTY],
    ["explain", "toy/nasty"],
    ["explain", NASTY],
    ["explain", "toy/nasty", "--lang", "en"],
    ["rules"],
    ["rules", "--output-format", "json"],
    ["rules", "--output-format", "markdown"],
    ["test", "pack"],
    ["test", NASTY],
    ["baseline"],
    [NASTY],
]  # fmt: skip


@pytest.mark.parametrize("arguments", RUNS, ids=lambda arguments: ascii(" ".join(arguments))[1:50])
def test_nothing_is_obeyed(arguments: list[str], call: Call) -> None:
    color = ["--color", "always"] if arguments[0] in ("check", "outline", "words", "explain") else []
    _, out, err = call(*arguments, *color)
    assert out + err
    assert (obeyed(out), obeyed(err)) == ([], [])


CONFIGURATIONS = [
    'preset = "{}"',
    '"{}" = 1',
    'select = ["{}"]',
    'severity."{}" = "error"',
    'options."toy/tea"."{}" = 1',
    'plugins = ["{}"]',
    'rule-packs = ["{}"]',
    'extend = "{}"',
    'extend = "../{}"',
    'baseline = "{}"',
    'encoding = "{}"',
    'exclude = ["{}["]',
    'per-file-ignores = {{ "*" = ["{}"] }}',
    "a = '\x1b]0;x\x07",
]


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_no_configuration_is_obeyed(text: str, call: Call) -> None:
    escaped = "".join(f"\\U{ord(character):08x}" for character in NASTY)
    Path("speechlint.toml").write_text(text.format(escaped) if "{" in text else text, encoding="utf-8")
    for command in ("check", "baseline"):
        _, out, err = call(command)
        assert (obeyed(out), obeyed(err)) == ([], [])


@pytest.mark.parametrize("format", [*BUILTIN, "diff"])
def test_every_format_names_every_file(format: str, call: Call) -> None:
    names = [os.fsdecode(b"\xff\xfe\x80.txt"), "two\nlines.txt", "\r\x1b[2K甲.txt"]
    for name in names:
        Path(name).write_text("仓库满了。\n", encoding="utf-8")
    asked = ["--diff", "--color", "always"] if format == "diff" else ["--output-format", format]
    status, out, err = call("check", *asked, *names)
    assert (status, err) == (1, "")
    assert obeyed(out) == []


def test_a_diff_is_raw_for_patch_alone(call: Call) -> None:
    assert obeyed(call("check", "--diff").out)
    assert not obeyed(call("check", "--diff", "--color", "always").out)


def test_progress_is_harmless() -> None:
    """What a real process prints, with the files that it could not do."""
    Path("\x1b]0;甲\x07.txt").write_bytes(b"\x00\x01\x02")
    run = start("check", "--jobs", "2", "--no-cache", ".")
    out, err = run.communicate(timeout=120)
    assert run.returncode == 2
    assert (obeyed(out.decode()), obeyed(err.decode())) == ([], [])


@pytest.mark.parametrize("format", ["json", "jsonl", "sarif", "gitlab", "rdjson", "lsp"])
def test_a_program_is_told_what_stands_there(format: str, call: Call) -> None:
    """Escaped, and the same once it is read: tags and the like as pairs of surrogates."""
    Path("a.txt").write_text("仓库满了。\n", encoding="utf-8")
    _, out, _ = call("check", "--output-format", format, "a.txt")
    assert obeyed(out) == []
    read = [json.loads(line) for line in out.split("\n") if line] if format == "jsonl" else [json.loads(out)]
    assert NASTY in "\n".join(strings(read))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)
