"""The JSON Schema of the configuration, as editors use it."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import jsonschema
import msgspec
import pytest

from speechlint.config.schema import ConfigFile
from tools.build_config_schema import FILE, schema_text

SCHEMA = json.loads(FILE.read_text(encoding="utf-8"))

GOOD = [
    "",
    'preset = "zh-hant"\nextend = "base.toml"\nlang = "en"\nencoding = "big5"\nbaseline = "known.json"',
    'select = ["all"]\nignore = ["typo"]\nextend-select = []\nexclude = ["old/"]\ninclude = ["*.txt"]',
    'plugins = ["names"]\nrule-packs = ["pack"]',
    '[severity]\n"placeholder/latin-mask" = "hint"\ntypo = "error"',
    '[options."placeholder/latin-mask"]\nat-least = 2\nwords = ["甲"]',
    '[per-file-ignores]\n"*.md" = ["typo"]\n[per-file-select]\n"raw/*" = ["watermark"]',
    '[words]\nallow = ["数据×"]\nnames = []\n[placeholders.values]\n"X市" = "临江市"',
]
BAD = [
    'preset = "gongwn"',
    "preset = 1",
    'ignore = "typo"',
    "ignore = [1]",
    "ignor = []",
    'root = "/"',
    "[words]\nalow = []",
    '[severity]\ntypo = "fatal"',
    "[options]\ntypo = 1",
    "extend = []",
    '[placeholders]\n"X市" = "临江市"',
    '[placeholders.values]\n"X市" = 1',
]


def test_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text(), "run: python tools/build_config_schema.py"


def test_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", GOOD)
def test_good(text: str) -> None:
    table = tomllib.loads(text)
    jsonschema.validate(table, SCHEMA)
    msgspec.convert(table, ConfigFile)


@pytest.mark.parametrize("text", BAD)
def test_bad(text: str) -> None:
    table = tomllib.loads(text)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, SCHEMA)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(table, ConfigFile)


def test_every_key_is_explained_in_chinese() -> None:
    def keys(node: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
        found = list(node.get("properties", {}).items())
        return found + [pair for part in node.get("$defs", {}).values() for pair in keys(part)]

    assert {name for name, _ in keys(SCHEMA)} >= {"preset", "extend", "allow", "names", "values"}
    for name, about in keys(SCHEMA):
        assert re.search("[一-鿿]", about["title"]), name
