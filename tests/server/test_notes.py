"""Words put into a configuration: everything else in it stays as it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from speechlint.server.notes import NotedError, add_to_baseline, allow_word, with_word

CASES = {
    "nothing yet": ("", '[words]\nallow = ["新词"]\n'),
    "comments": ("# 说明\nselect = []  # 全部\n", '# 说明\nselect = []  # 全部\n\n[words]\nallow = ["新词"]\n'),
    "a list over lines": (
        '[words]\nallow = [\n  "甲乙", # 甲\n  "丙丁",\n]\nnames = ["某某"]\n',
        '[words]\nallow = [\n  "甲乙", # 甲\n  "丙丁",\n  "新词",\n]\nnames = ["某某"]\n',
    ),
    "a dotted key": ('words.allow = ["甲乙"]\n[options]\n', 'words.allow = ["甲乙", "新词"]\n[options]\n'),
    "an inline table": ('words = { allow = ["甲乙"] }\n', 'words = { allow = ["甲乙", "新词"] }\n'),
    "no list yet": ("[words]\n# 词\n[options]\n", '[words]\n# 词\nallow = ["新词"]\n[options]\n'),
    "there already": ('[words]\nallow = [ "新词" ]\n', '[words]\nallow = [ "新词" ]\n'),
    "returns": ('lang = "zh"\r\n[words]\r\nallow = ["甲"]\r\n', 'lang = "zh"\r\n[words]\r\nallow = ["甲", "新词"]\r\n'),
    "a mark in front": ('\ufeff[words]\nallow = ["甲"]\n', '\ufeff[words]\nallow = ["甲", "新词"]\n'),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_a_word_is_put_in(before: str, after: str) -> None:
    assert with_word(before, "新词") == after
    assert tomllib.loads(after.removeprefix("\ufeff"))["words"]["allow"][-1] == "新词"


def test_a_word_is_put_into_a_section() -> None:
    before = '[project]\nname = "x"\n\n[tool.speechlint]\nselect = ["typo"]\n\n[tool.other]\na = 1\n'
    known = tomllib.loads(with_word(before, '引"号', ("tool", "speechlint")))
    assert known["tool"]["speechlint"] == {"select": ["typo"], "words": {"allow": ['引"号']}}
    assert known["tool"]["other"] == {"a": 1} and known["project"] == {"name": "x"}


@pytest.mark.parametrize("text", ["words = 1\n", "words = {", '[words]\nallow = "甲"\n', "[words]\nallow = 3\n"])
def test_what_cannot_take_a_word_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "speechlint.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotedError) as caught:
        allow_word("新词", file, tmp_path)
    assert "新词" in caught.value.said.zh and "words.allow" in caught.value.said.zh
    assert file.read_text(encoding="utf-8") == text


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotedError):
        allow_word("新词", None, tmp_path / "无此文件夹")


def test_a_damaged_baseline_is_told(tmp_path: Path) -> None:
    file = tmp_path / ".speechlint-baseline.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(NotedError):
        add_to_baseline(tmp_path / "a.txt", "0" * 16, file)
    assert file.read_text(encoding="utf-8") == "{"
