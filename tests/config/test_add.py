"""Words added to a configuration file: nothing else in it changes."""

from __future__ import annotations

import tomllib

import pytest

from speechlint.config.add import with_words
from speechlint.config.errors import ConfigError

# What stands there, and what stands there with 乙 and 丙 added to words.allow.
CASES = {
    "an empty file": ("", '[words]\nallow = ["乙", "丙"]\n'),
    "no table": ('preset = "strict"\n', 'preset = "strict"\n\n[words]\nallow = ["乙", "丙"]\n'),
    "no last line end": ('preset = "strict"', 'preset = "strict"\n\n[words]\nallow = ["乙", "丙"]\n'),
    "a table without the key": (
        '[words]\nnames = ["丁"]\n\n[severity]\n',
        '[words]\nnames = ["丁"]\nallow = ["乙", "丙"]\n\n[severity]\n',
    ),
    "an empty table": ("[words]  # ours\n", '[words]  # ours\nallow = ["乙", "丙"]\n'),
    "a key that is commented out": (
        '[words]\n# allow = ["甲"]\n',
        '[words]\n# allow = ["甲"]\nallow = ["乙", "丙"]\n',
    ),
    "one line": ('[words]\nallow = ["甲"] # ours\n', '[words]\nallow = ["甲", "乙", "丙"] # ours\n'),
    "a comma at the end": ("[words]\nallow = ['甲', ]\n", '[words]\nallow = [\'甲\', "乙", "丙" ]\n'),
    "an empty list": ("[words]\nallow = []\n", '[words]\nallow = ["乙", "丙"]\n'),
    "many lines": (
        '[words]\nallow = [\n  "甲",  # 一号\n  "丁",  # 二号, "x"\n]\n',
        '[words]\nallow = [\n  "甲",  # 一号\n  "丁",  # 二号, "x"\n  "乙",\n  "丙",\n]\n',
    ),
    "many lines without the last comma": (
        '[words]\nallow = [\n    "甲" # 一号\n]\n',
        '[words]\nallow = [\n    "甲", # 一号\n    "乙",\n    "丙",\n]\n',
    ),
    "the bracket behind the last word": (
        '[words]\nallow = ["甲",\n    "丁"]\n',
        '[words]\nallow = ["甲",\n    "丁",\n    "乙",\n    "丙"]\n',
    ),
    "a dotted key": ('words.allow = ["甲"]\n[severity]\n', 'words.allow = ["甲", "乙", "丙"]\n[severity]\n'),
    "another dotted key": (
        'words.names = ["丁"]\nlang = "zh"\n',
        'words.names = ["丁"]\nwords.allow = ["乙", "丙"]\nlang = "zh"\n',
    ),
    "strings that look like keys": (
        'encoding = """\n[words]\nallow = ["甲"]\n"""\n[words]\nallow = ["]", "#"]\n',
        'encoding = """\n[words]\nallow = ["甲"]\n"""\n[words]\nallow = ["]", "#", "乙", "丙"]\n',
    ),
    "other line ends": (
        '[words]\r\nallow = [\r\n  "甲",\r\n]\r\n',
        '[words]\r\nallow = [\r\n  "甲",\r\n  "乙",\r\n  "丙",\r\n]\r\n',
    ),
    "a table in a line": ('words = { names = ["丁"] }\n', 'words = { names = ["丁"],  allow = ["乙", "丙"]}\n'),
    "quoted names": ('["words"]\n"allow" = ["甲"]\n', '["words"]\n"allow" = ["甲", "乙", "丙"]\n'),
}


@pytest.mark.parametrize("case", CASES)
def test_words_are_added(case: str) -> None:
    before, after = CASES[case]
    assert with_words(before, (), "allow", ["乙", "丙"]) == after


def test_a_section_of_pyproject() -> None:
    before = '[tool.speechlint]\npreset = "strict"\n\n[tool.other.words]\nallow = ["甲"]\n'
    after = before.replace("[tool.other", '[tool.speechlint.words]\nnames = ["乙"]\n[tool.other')
    assert with_words(before, ("tool", "speechlint"), "names", ["乙"]) == after


def test_a_long_list_takes_a_line_a_word() -> None:
    words = ["很长很长的一个词" + str(number) for number in range(20)]
    lines = with_words("", (), "allow", words).split("\n")
    assert lines[1:3] == ["allow = [", '    "很长很长的一个词0",']
    assert len(lines) == 24


def test_marks_in_a_word() -> None:
    assert tomllib.loads(with_words("", (), "allow", ['a"b\\c\n'])) == {"words": {"allow": ['a"b\\c\n']}}


@pytest.mark.parametrize("text", ["words = 3\n", "words.allow = '甲'\n"])
def test_what_cannot_be_added_to(text: str) -> None:
    with pytest.raises(ConfigError):
        with_words(text, (), "allow", ["乙"])
