"""Which configuration holds for a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.config.resolve import ConfigError, Resolver
from speechlint.config.schema import Config, Placeholders, Words


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


SECTION = '[tool.speechlint]\npreset = "scraped"\n'
NEAREST = [
    ("none", {}, "a.txt", None),
    ("in the folder", {"speechlint.toml": ""}, "a.txt", "speechlint.toml"),
    ("above the folder", {"speechlint.toml": ""}, "b/c/a.txt", "speechlint.toml"),
    ("the nearest", {"speechlint.toml": "", "b/.speechlint.toml": ""}, "b/c/a.txt", "b/.speechlint.toml"),
    ("not below", {"speechlint.toml": "", "b/speechlint.toml": ""}, "a.txt", "speechlint.toml"),
    ("hidden before plain", {"speechlint.toml": "", ".speechlint.toml": ""}, "a.txt", ".speechlint.toml"),
    ("plain before pyproject", {"speechlint.toml": "", "pyproject.toml": SECTION}, "a.txt", "speechlint.toml"),
    ("pyproject", {"pyproject.toml": SECTION}, "a.txt", "pyproject.toml"),
    (
        "pyproject without our section",
        {"speechlint.toml": "", "b/pyproject.toml": '[project]\nname = "speechlint-drafts"\n'},
        "b/a.txt",
        "speechlint.toml",
    ),
    ("broken pyproject of others", {"pyproject.toml": "[project\n"}, "a.txt", None),
    ("a folder of that name", {"speechlint.toml/x": ""}, "a.txt", None),
    ("a file that need not exist", {"speechlint.toml": ""}, "no/such/folder/a.txt", "speechlint.toml"),
    ("up and down", {"b/speechlint.toml": ""}, "b/../c/a.txt", None),
]


@pytest.mark.parametrize(("why", "files", "draft", "wanted"), NEAREST, ids=[row[0] for row in NEAREST])
def test_nearest(why: str, files: dict[str, str], draft: str, wanted: str | None, tmp_path: Path) -> None:
    write(tmp_path, files)
    config = Resolver().for_path(tmp_path / draft)
    assert config.origin == (tmp_path / wanted if wanted else None)
    assert config.root == (tmp_path / wanted if wanted else Path.cwd() / "_").parent


def test_every_key(tmp_path: Path) -> None:
    text = """
preset = "strict"
select = ["placeholder"]
ignore = ["redaction"]
extend-select = ["watermark/seo-intro"]
exclude = ["old/"]
include = ["*.txt"]
plugins = ["names"]
rule-packs = ["pack"]
baseline = "known.json"
lang = "en"
encoding = "big5"
severity.watermark = "hint"
options."placeholder/latin-mask" = { at-least = 2 }
per-file-ignores."*.md" = ["watermark"]
per-file-select."raw/*" = ["watermark"]
words = { allow = ["数据×"], names = ["某某"] }
placeholders.values = { "X市" = "临江市" }
"""
    write(tmp_path, {"speechlint.toml": text})
    assert Resolver().for_path(tmp_path / "a.txt") == Config(
        preset="strict",
        select=("placeholder",),
        ignore=("redaction",),
        extend_select=("watermark/seo-intro",),
        exclude=("old/",),
        include=("*.txt",),
        plugins=("names",),
        rule_packs=("pack",),
        baseline="known.json",
        lang="en",
        encoding="big5",
        severity={"watermark": "hint"},
        options={"placeholder/latin-mask": {"at-least": 2}},
        per_file_ignores={"*.md": ("watermark",)},
        per_file_select={"raw/*": ("watermark",)},
        words=Words(allow=("数据×",), names=("某某",)),
        placeholders=Placeholders(values={"X市": "临江市"}),
        root=tmp_path,
        origin=tmp_path / "speechlint.toml",
    )


def test_each_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"speechlint.toml": "", "b/speechlint.toml": ""})
    resolver = Resolver()
    first = resolver.for_path(tmp_path / "a.txt")
    assert resolver.for_path(tmp_path / "c" / "d" / "a.txt") is first
    assert resolver.for_path(tmp_path / "b" / "a.txt") is not first


def test_isolated(tmp_path: Path) -> None:
    write(tmp_path, {"speechlint.toml": 'preset = "strict"'})
    resolver = Resolver(isolated=True, overrides=["lang=en"])
    assert resolver.for_path(tmp_path / "a.txt") == Config(lang="en", root=Path.cwd())


def test_explicit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"speechlint.toml": "", "b/mine.toml": 'preset = "strict"', "c/pyproject.toml": SECTION})
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "b" / "mine.toml"
    assert Resolver(explicit=Path("b/mine.toml")).for_path(tmp_path / "a.txt") == Config(
        preset="strict", root=file.parent, origin=file
    )
    assert Resolver(explicit=Path("c/pyproject.toml")).for_path(tmp_path / "a.txt").preset == "scraped"


def test_a_mark_and_other_line_ends(tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_bytes('\ufeffpreset = "strict"\r\nlang = "en"\r\n'.encode())
    assert Resolver().for_path(tmp_path / "a.txt").lang == "en"


FAULTY = [
    ("unknown key", 'lang = "zh"\nignor = []', "speechlint.toml:2：没有键“ignor”。是不是“ignore”？"),
    ("with an underscore", "extend_select = []", "speechlint.toml:1：没有键“extend_select”。是不是“extend-select”？"),
    ("of another table", 'allow = ["某"]', "speechlint.toml:1：没有键“allow”。是不是“words.allow”？"),
    ("in a table", "[words]\n\nalow = []", "speechlint.toml:3：没有键“words.alow”。是不是“words.allow”？"),
    ("a key of ours alone", 'root = "/"', "speechlint.toml:1：没有键“root”。可用："),
    (
        "not among the values",
        'preset = "gongwn"',
        'speechlint.toml:1：preset = "gongwn" 不认识。是不是“gongwen”？可用：',
    ),
    (
        "in a table of values",
        '[severity]\n"typo" = "fatal"',
        'speechlint.toml:2：severity.typo = "fatal" 不认识。可用：error、hint、warning。',
    ),
    (
        "no such encoding",
        'lang = "zh"\nencoding = "foo"',
        'speechlint.toml:2：encoding = "foo"：没有这种编码。常用：utf-8、',
    ),
    ("no encoding of texts", 'encoding = "rot13"', 'speechlint.toml:1：encoding = "rot13"：没有这种编码。'),
    ("an empty word", '[words]\nallow = ["某", ""]', 'speechlint.toml:2：words.allow 里有空的词 ""。写上词，'),
    ("an empty name", 'words.names = [" "]', 'speechlint.toml:1：words.names 里有空的词 ""。'),
    (
        "an empty placeholder",
        '[placeholders.values]\n"" = "某"',
        'speechlint.toml:1：placeholders.values 里有空的词 ""。',
    ),
    (
        "a word for a list",
        'ignore = "typo"',
        'speechlint.toml:1：ignore 应为字符串的数组（如 ["a", "b"]），不是 "typo"。',
    ),
    (
        "a number in a list",
        '[per-file-ignores]\n"*.md" = ["typo", 1]',
        'speechlint.toml:2：per-file-ignores."*.md" 应为字符串的数组（如 ["a", "b"]），不是 ["typo", 1]。',
    ),
    ("a number for a word", "encoding = 936", 'speechlint.toml:1：encoding 应为字符串（如 "a"），不是 936。'),
    ("a truth for a word", "baseline = true", 'speechlint.toml:1：baseline 应为字符串（如 "a"），不是 true。'),
    ("a list for a table", "words = []", "speechlint.toml:1：words 应为一张表（键 = 值），不是 []。"),
    ("broken", 'lang = "zh"\nignore = [x]', "speechlint.toml:2:11：不是合法的 TOML：Invalid value。"),
    ("broken at the end", 'ignore = ["typo"', "speechlint.toml:1:17：不是合法的 TOML：Unclosed array。"),
    ("a key twice", 'lang = "zh"\nlang = "en"\n', "speechlint.toml:2:12：不是合法的 TOML：Cannot overwrite a value。"),
]


@pytest.mark.parametrize(("why", "text", "wanted"), FAULTY, ids=[row[0] for row in FAULTY])
def test_faulty(why: str, text: str, wanted: str, tmp_path: Path) -> None:
    write(tmp_path, {"speechlint.toml": text})
    resolver = Resolver()
    for _ in range(2):  # an error is remembered too
        with pytest.raises(ConfigError) as caught:
            resolver.for_path(tmp_path / "a.txt")
        assert caught.value.zh.startswith(f"{tmp_path}/{wanted}")
        assert caught.value.en.startswith(f"{tmp_path}/speechlint.toml:")


def test_faulty_pyproject(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[project]\nname = "x"\n\n[tool.speechlint]\nlang = "fr"\n'})
    with pytest.raises(ConfigError, match=r'pyproject\.toml:5：lang = "fr" 不认识。可用：en、zh。'):
        Resolver().for_path(tmp_path / "a.txt")


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_bytes("lang = 'zh'\n# 配置".encode("gb18030"))
    with pytest.raises(ConfigError, match=r"speechlint\.toml:2：不是 UTF-8 编码。请另存为 UTF-8。"):
        Resolver().for_path(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["no.toml", "."])
def test_explicit_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="无法读取"):
        Resolver(explicit=tmp_path / name).for_path(tmp_path / "a.txt")


def test_explicit_pyproject_without_our_section(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[project]\n"})
    with pytest.raises(ConfigError, match=r"pyproject.toml：没有 \[tool.speechlint\] 一节。"):
        Resolver(explicit=tmp_path / "pyproject.toml").for_path(tmp_path / "a.txt")


def test_isolated_and_explicit() -> None:
    with pytest.raises(ConfigError, match="--isolated 不读配置文件"):
        Resolver(isolated=True, explicit=Path("a.toml"))


def test_a_draft_behind_a_link_is_where_the_user_sees_it(tmp_path: Path) -> None:
    write(tmp_path, {"far/a.txt": "", "far/speechlint.toml": "", "near/speechlint.toml": ""})
    (tmp_path / "near" / "a.txt").symlink_to(tmp_path / "far" / "a.txt")
    assert Resolver().for_path(tmp_path / "near" / "a.txt").origin == tmp_path / "near" / "speechlint.toml"


def test_a_preset_that_is_none_is_refused_in_python_too() -> None:
    with pytest.raises(ConfigError, match="preset = 'gongwn' 不认识，可用 gongwen、zh-hant、"):
        Config(preset="gongwn")  # type: ignore[arg-type]
