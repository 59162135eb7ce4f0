"""Compiled patterns kept between runs: the same patterns, whatever became of the file."""

from __future__ import annotations

import copyreg
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import regex

from speechlint.engine import patterns as module
from speechlint.engine.patterns import NAME, kept_patterns
from speechlint.engine.place import digest_of
from speechlint.plugins.builtin import every_rule
from speechlint.text.pattern import Pattern
from speechlint.text.sweep import Sweep

SOURCES = [
    r"(?P<left>第)?[一二三]{1,3}(?:章|节)",
    r"\p{Han}+(?=[,，])",
    r"(?<!某)某{2}(?!某)",
    "甲|乙|丙丁",
    "[\ud800-\udfff]",
    "",
]
HALF = frozenset(map(chr, range(0xD800, 0xE000)))
TEXT = "第一章、第三节，某某县,乙。丙丁"


def found(sources: list[str]) -> list[list[tuple[Any, ...]]]:
    return [[(hit.span(), hit.groupdict()) for hit in Pattern(source).finditer(TEXT)] for source in sources]


def our_sources() -> list[str]:
    """The sources of all patterns that our modules hold by name, but for those of half characters, which stay here."""
    every_rule()
    modules = [module for name, module in sys.modules.items() if name.startswith("speechlint.")]
    sources = {value.source for each in modules for value in vars(each).values() if isinstance(value, Pattern)}
    return sorted(source for source in sources if not HALF.intersection(source))


def test_a_kept_pattern_is_the_compiled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = our_sources()
    assert len(sources) > 100
    take_apart: Any = copyreg.dispatch_table[regex.Pattern]
    fresh = [take_apart(regex.compile(source, regex.VERSION0)) for source in sources]
    for _ in range(2):
        with kept_patterns(tmp_path):
            assert [take_apart(Pattern(source).compiled) for source in sources] == fresh
        monkeypatch.setattr(module.KeptPatterns, "keep", None)  # the second time nothing is compiled


DAMAGE: dict[str, Callable[[Path], object]] = {
    "none": lambda file: None,
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:-9]),
    "a bit flipped": lambda file: file.write_bytes(file.read_bytes()[:-9] + b"\x00" + file.read_bytes()[-8:]),
    "emptied": lambda file: file.write_bytes(b""),
    "no file": lambda file: file.unlink(),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a pipe": lambda file: (file.unlink(), os.mkfifo(file)),
    "larger than memory": lambda file: os.truncate(file, 2**40),
    "of another kind": lambda file: file.write_bytes(
        module.MAGIC + digest_of(b"\x93\x01\x02\x03") + b"\x93\x01\x02\x03"
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_changes_nothing(damage: str, tmp_path: Path) -> None:
    plain = found(SOURCES)
    for step in (lambda file: None, DAMAGE[damage], lambda file: None):
        step(tmp_path / NAME)
        with kept_patterns(tmp_path):
            assert found(SOURCES) == plain
    assert Pattern.memory is None


def poison(file: Path) -> None:
    """What finds nothing, in the place of each pattern."""
    data = file.read_bytes()
    writer, known = msgspec.msgpack.decode(data[module.HEAD :])
    take_apart: Any = copyreg.dispatch_table[regex.Pattern]
    nothing = take_apart(regex.compile("(?!)", regex.VERSION0))[1]
    data = msgspec.msgpack.encode((writer, dict.fromkeys(known, nothing)))
    file.write_bytes(module.MAGIC + digest_of(data) + data)


STRANGERS: dict[str, Callable[[Path], object]] = {
    "others may write it": lambda file: file.chmod(0o602),
    "a group may write it": lambda file: file.chmod(0o660),
    "it is another user's": lambda file: os.chown(file, 4321, -1),
    "it leads elsewhere": lambda file: file.symlink_to(file.rename(file.with_name("elsewhere"))),
}


@pytest.mark.parametrize("way", STRANGERS)
def test_what_another_user_may_have_written_is_not_used(way: str, tmp_path: Path) -> None:
    if way == "it is another user's" and os.geteuid():
        pytest.skip("only an administrator can give a file away")
    plain = found(SOURCES)
    with kept_patterns(tmp_path):
        found(SOURCES)
    poison(tmp_path / NAME)
    with kept_patterns(tmp_path):
        assert found(SOURCES) != plain  # the poison works
    STRANGERS[way](tmp_path / NAME)
    for _ in range(2):
        with kept_patterns(tmp_path):
            assert found(SOURCES) == plain
    assert stat.S_IMODE((tmp_path / NAME).lstat().st_mode) == 0o600


def test_the_code_of_another_place_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = found(SOURCES)
    (tmp_path / "_regex.so").touch()
    with monkeypatch.context() as there:
        there.setattr(regex._regex, "__file__", str(tmp_path / "_regex.so"))
        with kept_patterns(tmp_path):
            found(SOURCES)
    poison(tmp_path / NAME)
    with kept_patterns(tmp_path):
        assert found(SOURCES) == plain


def test_the_code_of_another_edition_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_patterns(tmp_path):
        found(SOURCES)
    before = (tmp_path / NAME).read_bytes()
    monkeypatch.setattr(sys, "version", "4.0")
    with kept_patterns(tmp_path):
        found(SOURCES[:1])
    assert (tmp_path / NAME).read_bytes() != before


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with kept_patterns(tmp_path / "file" / "cache"):
        found(SOURCES)


def test_nothing_is_written_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    with kept_patterns(None):
        found(SOURCES)
    assert list(tmp_path.iterdir()) == []


def test_kept_patterns_need_no_compiler(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from speechlint.engine.patterns import kept_patterns
from speechlint.text.pattern import Pattern
from speechlint.text.sweep import Sweep
with kept_patterns(Path(sys.argv[1])):
    pattern = Pattern(r"(第)[一二三]+\\p{Han}")
    print(pattern.findall("第一章"), "regex" in sys.modules)
    print(pattern.sub(r"\\1", "第一章"), "regex" in sys.modules)
    print(Pattern(sys.argv[2]).findall("第二节"), "regex" in sys.modules)
import regex
print(type(regex.compile("")) is type(pattern.compiled) is regex.Pattern)
"""
    runs = [
        subprocess.run([sys.executable, "-c", code, tmp_path, own], capture_output=True, text=True, check=True).stdout
        for own in ("节", "节", "第")
    ]
    assert runs == [
        "['第'] True\n第 True\n['节'] True\nTrue\n",
        "['第'] False\n第 True\n['节'] True\nTrue\n",  # what is put in the place of a match is compiled
        "['第'] False\n第 True\n['第'] True\nTrue\n",
    ]


def test_a_kept_sweep_is_the_compiled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every_rule()
    modules = [module for name, module in sys.modules.items() if name.startswith("speechlint.")]
    sources = sorted({value.source for each in modules for value in vars(each).values() if isinstance(value, Sweep)})
    sources = [source for source in sources if not HALF.intersection(source)]  # those are never kept
    assert len(sources) > 8
    sources += ["(?P<one>第)?(?P<two>[一二])(三)|四", ""]
    fresh = [re.compile(source) for source in sources]
    for _ in range(2):
        with kept_patterns(tmp_path):
            made = [Sweep(source).compiled for source in sources]
        assert made == fresh
        for one, other in zip(made, fresh, strict=True):
            assert (one.groupindex, one.groups, one.flags, one.pattern) == (
                other.groupindex, other.groups, other.flags, other.pattern
            )  # fmt: skip
            assert [(hit.span(), hit.lastgroup, hit.groupdict()) for hit in one.finditer(TEXT)] == [
                (hit.span(), hit.lastgroup, hit.groupdict()) for hit in other.finditer(TEXT)
            ]
        monkeypatch.setattr(module.KeptPatterns, "keep", None)  # the second time nothing is compiled


def test_a_sweep_and_a_pattern_of_one_source_are_kept_apart(tmp_path: Path) -> None:
    for _ in range(2):
        with kept_patterns(tmp_path):
            assert isinstance(Sweep("[渠水]+").compiled, re.Pattern)
            assert isinstance(Pattern("[渠水]+").compiled, regex.Pattern)
            assert Sweep("[\ud800]").findall("a") == []


def test_nothing_of_re_is_kept_where_python_compiles_it_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "re._compiler", None)  # importing it fails
    with kept_patterns(tmp_path):
        assert Sweep("[渠闸]+").search("修渠").span() == (1, 2)
    assert not (tmp_path / NAME).exists()
