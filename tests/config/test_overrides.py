"""`--config 'key=value'`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from speechlint.config.resolve import ConfigError, Resolver
from speechlint.config.schema import Config, Placeholders, Words
from tests.config.test_resolve import write

SETS: list[tuple[list[str], dict[str, Any]]] = [
    (["preset=strict"], {"preset": "strict"}),
    (['preset="strict"'], {"preset": "strict"}),
    ([" preset = strict "], {"preset": "strict"}),
    (["lang=en", "encoding=gb18030"], {"lang": "en", "encoding": "gb18030"}),
    (["baseline=notes/known.json"], {"baseline": "notes/known.json"}),
    (["baseline=a=b.json"], {"baseline": "a=b.json"}),
    (['ignore=["placeholder", "typo"]'], {"ignore": ("placeholder", "typo")}),
    (['ignore=["placeholder"]', 'ignore=["typo"]'], {"ignore": ("typo",)}),
    (["select=[]"], {"select": ()}),
    (['words.allow=["某市"]', 'words.names=["某某"]'], {"words": Words(allow=("某市",), names=("某某",))}),
    (['words={ allow = ["某市"] }'], {"words": Words(allow=("某市",))}),
    (["severity.placeholder=hint"], {"severity": {"placeholder": "hint"}}),
    (['severity."typo/a=b"=hint'], {"severity": {"typo/a=b": "hint"}}),
    (['options."placeholder/latin-mask".x=1'], {"options": {"placeholder/latin-mask": {"x": 1}}}),
    (["options.'placeholder/latin-mask'.x=yes"], {"options": {"placeholder/latin-mask": {"x": "yes"}}}),
    (['placeholders.values."X市"=临江市'], {"placeholders": Placeholders(values={"X市": "临江市"})}),
    (['per-file-ignores={ "*.md" = ["typo"] }'], {"per_file_ignores": {"*.md": ("typo",)}}),
]


@pytest.mark.parametrize(("pairs", "wanted"), SETS, ids=[" ".join(row[0]) for row in SETS])
def test_sets(pairs: list[str], wanted: dict[str, Any]) -> None:
    config = Resolver(isolated=True, overrides=pairs).for_path(Path("a.txt"))
    assert config == msgspec.structs.replace(Config(root=Path.cwd()), **wanted)


def test_wins_over_the_file_and_merges_its_tables(tmp_path: Path) -> None:
    write(
        tmp_path, {"speechlint.toml": 'lang = "zh"\nignore = ["typo"]\nseverity = { typo = "hint", wording = "hint" }'}
    )
    config = Resolver(overrides=["lang=en", "ignore=[]", "severity.typo=error"]).for_path(tmp_path / "a.txt")
    assert (config.lang, config.ignore, config.origin) == ("en", (), tmp_path / "speechlint.toml")
    assert config.severity == {"typo": "error", "wording": "hint"}


def test_paths_start_at_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"b/speechlint.toml": "", "b/c/x": ""})
    monkeypatch.chdir(tmp_path)
    pairs = ['exclude=["b/c/*", "*.bak", "other/x"]', 'rule-packs=["pack"]', "baseline=known.json"]
    config = Resolver(overrides=pairs).for_path(Path("b/a.txt"))
    assert config.exclude == ("/c/*", "*.bak")
    assert config.rule_packs == (str(tmp_path / "pack"),)
    assert config.baseline == str(tmp_path / "known.json")


FAULTY = [
    ("ignor=[]", "--config ignor=[]：没有键“ignor”。是不是“ignore”？"),
    ("ignor=typo", "--config ignor=typo：没有键“ignor”。是不是“ignore”？"),
    ("preset=gongwn", '--config preset=gongwn：preset = "gongwn" 不认识。是不是“gongwen”？'),
    ("preset=1", "--config preset=1：preset = 1 不认识。可用："),
    ("ignore=typo", "--config ignore=typo：“typo”不是合法的 TOML。写成 'ignore=[\"typo\"]'"),
    ("ignore=a,b", "--config ignore=a,b：“a,b”不是合法的 TOML。写成 'ignore=[\"a\", \"b\"]'"),
    ("ignore=[a]", "--config ignore=[a]：“[a]”不是合法的 TOML。写成 'ignore=[\"a\"]'"),
    ("ignore='typo'", "--config ignore='typo'：ignore 应为字符串的数组（如 [\"a\", \"b\"]），不是 \"typo\"。"),
    ('preset="strict', '--config preset="strict：“"strict”不是合法的 TOML。写成 \'preset="strict"\''),
    ("preset=", "--config preset=：“”不是合法的 TOML。"),
    ("encoding=foo", '--config encoding=foo：encoding = "foo"：没有这种编码。'),
    ("words=x", "--config words=x：“x”不是合法的 TOML。写成 'words={ \"…\" = … }'"),
    ("severity.typo/a=hint", "--config severity.typo/a=hint：键的写法不对。"),
    ("=x", "--config =x：键的写法不对。"),
    ("extend=x.toml", "--config extend=x.toml：extend 只能写在配置文件里"),
    ('rule-packs=["/etc"]', '--config rule-packs=["/etc"]：rule-packs 里的“/etc”在 '),
]  # fmt: skip


@pytest.mark.parametrize(("pair", "wanted"), FAULTY, ids=[row[0] for row in FAULTY])
def test_faulty(pair: str, wanted: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Resolver(overrides=[pair])
    assert str(caught.value).startswith(wanted)
