"""Words put into a configuration: everything else in it stays as it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from speechlint.server.notes import NotedError, add_to_baseline, allow_word


def test_a_word_is_put_in_once(tmp_path: Path) -> None:
    file = tmp_path / "speechlint.toml"
    file.write_bytes('\ufefflang = "zh"\r\n[words]\r\nallow = ["甲"]  # 甲\r\n'.encode())
    for _ in range(2):
        assert allow_word("新词", file, tmp_path) == file
        assert file.read_bytes().decode() == '\ufefflang = "zh"\r\n[words]\r\nallow = ["甲", "新词"]  # 甲\r\n'


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    file = allow_word('引"号', None, tmp_path)
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"words": {"allow": ['引"号']}}


@pytest.mark.parametrize("text", ["words = 1\n", "words = {", '[words]\nallow = "甲"\n', "[words]\nallow = 3\n"])
def test_what_cannot_take_a_word_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "speechlint.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotedError) as caught:
        allow_word("新词", file, tmp_path)
    assert str(file) in caught.value.said.zh or "words.allow" in caught.value.said.zh
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
