"""`extend`: what is inherited, and that it stays in the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.config.resolve import ConfigError, Resolver
from speechlint.config.schema import Config
from tests.config.test_resolve import write


def settled(root: Path, file: str = "speechlint.toml") -> Config:
    return Resolver(explicit=root / file).for_path(root / "a.txt")


def test_the_child_wins_key_by_key_and_entry_by_entry(tmp_path: Path) -> None:
    base = """
preset = "scraped"
lang = "en"
ignore = ["typo"]
[severity]
typo = "hint"
watermark = "error"
[words]
allow = ["甲"]
names = ["乙"]
[options."a/b"]
one = 1
two = 2
"""
    child = """
extend = "base.toml"
lang = "zh"
ignore = ["wording"]
severity.typo = "error"
words.allow = ["丙"]
options."a/b".two = 3
"""
    write(tmp_path, {"base.toml": base, "speechlint.toml": child})
    config = settled(tmp_path)
    assert (config.preset, config.lang, config.ignore) == ("scraped", "zh", ("wording",))
    assert config.severity == {"typo": "error", "watermark": "error"}
    assert (config.words.allow, config.words.names) == (("丙",), ("乙",))
    assert config.options == {"a/b": {"one": 1, "two": 3}}
    assert (config.root, config.origin) == (tmp_path, tmp_path / "speechlint.toml")


def test_a_chain_each_relative_to_its_own_folder(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "speechlint.toml": 'extend = "shared/one.toml"',
            "shared/one.toml": 'extend = "more/two.toml"\nlang = "en"',
            "shared/more/two.toml": 'lang = "zh"\npreset = "strict"',
        },
    )
    assert (settled(tmp_path).lang, settled(tmp_path).preset) == ("en", "strict")


def test_paths_and_patterns_keep_their_folder(tmp_path: Path) -> None:
    base = """
exclude = ["old/", "/raw/*.txt", "*.bak"]
rule-packs = ["pack"]
baseline = "known.json"
[per-file-ignores]
"x/*.txt" = ["typo"]
"""
    write(tmp_path, {"speechlint.toml": 'extend = "shared/base.toml"', "shared/base.toml": base})
    config = settled(tmp_path)
    assert config.exclude == ("old/", "/shared/raw/*.txt", "*.bak")
    assert config.rule_packs == (str(tmp_path / "shared" / "pack"),)
    assert config.baseline == str(tmp_path / "shared" / "known.json")
    assert config.per_file_ignores == {"/shared/x/*.txt": ("typo",)}


def test_pyproject_extends_and_is_extended(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/HEAD": "",
            "pyproject.toml": '[tool.speechlint]\npreset = "strict"\n',
            "b/pyproject.toml": '[tool.speechlint]\nextend = "../pyproject.toml"\nlang = "en"\n',
        },
    )
    config = Resolver().for_path(tmp_path / "b" / "a.txt")
    assert (config.preset, config.lang) == ("strict", "en")


def test_up_to_the_outermost_repository(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/HEAD": "",
            "base.toml": 'lang = "en"',
            "sub/.git": "gitdir: elsewhere",
            "sub/b/speechlint.toml": 'extend = "../../base.toml"',
        },
    )
    assert settled(tmp_path, "sub/b/speechlint.toml").lang == "en"


OUTSIDE = [
    ("above, without a repository", {"base.toml": "", "b/speechlint.toml": 'extend = "../base.toml"'}),
    ("above the repository", {"base.toml": "", "b/.git/HEAD": "", "b/speechlint.toml": 'extend = "../base.toml"'}),
    ("through another", {"base.toml": "", "b/one.toml": 'extend = "../base.toml"', "b/speechlint.toml": 'extend = "one.toml"'}),
    ("down and up", {"base.toml": "", "b/c/x": "", "b/speechlint.toml": 'extend = "c/../../base.toml"'}),
    ("by an absolute path", {"b/speechlint.toml": 'extend = "/etc/hostname"'}),
    ("one that is missing", {"b/speechlint.toml": 'extend = "../none.toml"'}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "files"), OUTSIDE, ids=[row[0] for row in OUTSIDE])
def test_never_leaves_the_repository(why: str, files: dict[str, str], tmp_path: Path) -> None:
    write(tmp_path, files)
    with pytest.raises(ConfigError, match=r"\.toml:1：extend = .* 指向 .*/b 之外。沿用的配置须放在里面。"):
        settled(tmp_path, "b/speechlint.toml")


def test_links_are_resolved_first(tmp_path: Path) -> None:
    write(tmp_path, {"base.toml": "", "b/speechlint.toml": 'extend = "link.toml"', "b/.git/HEAD": ""})
    (tmp_path / "b" / "link.toml").symlink_to(tmp_path / "base.toml")
    with pytest.raises(ConfigError, match="之外"):
        settled(tmp_path, "b/speechlint.toml")


def test_missing(tmp_path: Path) -> None:
    write(tmp_path, {"speechlint.toml": 'lang = "zh"\nextend = "none.toml"'})
    with pytest.raises(ConfigError, match=r'speechlint.toml:2：extend = "none.toml"：没有文件 .*/none.toml。'):
        settled(tmp_path)


@pytest.mark.parametrize(
    "files",
    [
        {"speechlint.toml": 'extend = "speechlint.toml"'},
        {"speechlint.toml": 'extend = "b.toml"', "b.toml": 'extend = "speechlint.toml"'},
        {"speechlint.toml": 'extend = "b.toml"', "b.toml": 'extend = "c.toml"', "c.toml": 'extend = "b.toml"'},
    ],
    ids=["itself", "two", "behind the first"],
)
def test_circles(files: dict[str, str], tmp_path: Path) -> None:
    write(tmp_path, files)
    with pytest.raises(ConfigError, match=r"绕回了自己：.* → .*\.toml。"):
        settled(tmp_path)


def test_faults_name_the_file_that_has_them(tmp_path: Path) -> None:
    write(tmp_path, {"speechlint.toml": 'extend = "base.toml"', "base.toml": '\nlang = "fr"'})
    with pytest.raises(ConfigError, match=r"/base.toml:2：lang"):
        settled(tmp_path)


@pytest.mark.parametrize("name", ["../pack", "/etc", "sub/../../pack"])
def test_rule_packs_stay_inside_too(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"b/speechlint.toml": f'rule-packs = ["fine", "{name}"]'})
    with pytest.raises(ConfigError, match=rf"speechlint.toml:1：rule-packs 里的“{name}”在 .*/b 之外。"):
        settled(tmp_path, "b/speechlint.toml")


def test_rule_packs_anywhere_in_the_repository(tmp_path: Path) -> None:
    write(tmp_path, {".git/HEAD": "", "b/speechlint.toml": 'rule-packs = ["../pack"]'})
    assert settled(tmp_path, "b/speechlint.toml").rule_packs == ("../pack",)
