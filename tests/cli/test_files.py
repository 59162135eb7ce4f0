"""Which files `check` reads, in which order, and what it says of paths that it cannot follow."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIG, Call, write_pack

CLEAN = "秋粮已经入库。\n"
FOUND = "收购红荼。\n"
TREE = [
    ".hidden/x.txt",
    "b.txt",
    "a/deep/er/k.markdown",
    "a/b.text",
    "a/readme.MD",
    "a/picture.png",
    "a/notes.rst",
    "node_modules/pkg/readme.md",
    "venv/pyvenv.cfg",
    "venv/lib/x.txt",
    "z.txt",
]


def grow(*names: str, text: str = FOUND) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def names(out: str) -> list[str]:
    return [line.partition(":")[0] for line in out.splitlines()]


def checked(call: Call, *arguments: str) -> list[str]:
    return names(call("check", "--output-format", "concise", *arguments).out)


def test_folders_are_searched_in_the_order_of_paths(call: Call, folder: Path) -> None:
    grow(*TREE)
    wanted = ["a/b.text", "a/deep/er/k.markdown", "a/readme.MD", "b.txt", "z.txt"]
    assert checked(call) == checked(call, ".") == checked(call, "b.txt", "a", "./z.txt", "z.txt") == wanted
    assert checked(call, str(folder)) == wanted
    assert checked(call, "--jobs", "2") == wanted
    assert checked(call, ".hidden") == [".hidden/x.txt"]
    assert checked(call, "a/notes.rst") == ["a/notes.rst"]


def test_files_outside_the_working_folder_keep_their_names(call: Call, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    grow("../other/c.txt", str(tmp_path / "other/d.txt"))
    assert checked(call, "../other/c.txt", "--config", "speechlint.toml") == ["../other/c.txt"]


@pytest.mark.parametrize("repository", [True, False])
def test_ignore_files_are_honoured_as_git_does(call: Call, repository: bool) -> None:
    if repository:
        subprocess.run(["git", "init", "-q"], check=True)
    grow("keep.txt", "draft.txt", "out/x.txt", "sub/out/y.txt", "sub/draft.txt", "sub/keep.txt", "sub/lost/z.txt")
    Path(".gitignore").write_text("/out/\ndraft.txt\n# remark\nlost\n", encoding="utf-8")
    Path("sub/.gitignore").write_text("!draft.txt\nkeep.txt\n", encoding="utf-8")
    wanted = ["keep.txt", "sub/draft.txt", "sub/out/y.txt"]
    assert checked(call) == wanted
    assert checked(call, "sub") == wanted[1:]
    assert checked(call, "draft.txt") == ["draft.txt"]  # a file that is named is always read
    assert checked(call, "out") == ["out/x.txt"]  # so is a folder
    if repository:
        tracked = subprocess.run(
            ["git", "ls-files", "--others", "--exclude-standard", "*.txt"], capture_output=True, text=True, check=True
        )
        assert sorted(tracked.stdout.split()) == wanted


def test_exclude_and_include(call: Call) -> None:
    grow("a.txt", "archive/b.txt", "sub/archive/c.txt", "sub/d.log", "sub/e.txt")
    Path("speechlint.toml").write_text(CONFIG + 'exclude = ["archive/", "a.*"]\n', encoding="utf-8")
    assert checked(call) == ["sub/e.txt"]
    assert checked(call, "a.txt") == ["a.txt"]
    assert checked(call, "a.txt", "sub/e.txt", "--force-exclude") == ["sub/e.txt"]
    assert call("check", "archive", "--force-exclude") == (0, "", "警告：文件都被排除了，没有检查什么。\n")
    Path("speechlint.toml").write_text(CONFIG + 'include = ["*.log", "archive/"]\n', encoding="utf-8")
    assert checked(call) == ["archive/b.txt", "sub/archive/c.txt", "sub/d.log"]


def test_the_nearest_configuration_holds(call: Call) -> None:
    grow("a.txt", "sub/b.txt")
    Path("sub/speechlint.toml").write_text('select = ["typo"]\n', encoding="utf-8")
    assert checked(call) == ["a.txt"]


def test_links(call: Call, tmp_path: Path) -> None:
    grow("a.txt", "../elsewhere/e.txt", "../elsewhere/f.txt")
    Path("again.txt").symlink_to("a.txt")  # the same draft under a second name in the same folder
    Path("dangling.txt").symlink_to("gone.txt")
    Path("e.txt").symlink_to("../elsewhere/e.txt")
    Path("folder").symlink_to("../elsewhere")
    Path("loop").symlink_to(".")
    assert checked(call) == ["a.txt", "e.txt"]
    assert checked(call, "folder") == ["folder/e.txt", "folder/f.txt"]


BAD = [
    ("missing.txt", None, "错误：missing.txt：没有这个文件，请检查路径\n"),
    ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x01", "错误：binary.txt：不是文本"),
    ("odd.txt", b"\xe7\xba\xa2\xff\xe8\x8d\xbc\xc0\xc1\x81", "错误：odd.txt："),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD)
def test_what_cannot_be_read_is_said_and_the_rest_is_checked(
    name: str, data: bytes | None, said: str, call: Call
) -> None:
    grow("fine.txt")
    if data is not None:
        Path(name).write_bytes(data)
    status, out, err = call("check", "fine.txt", name, "--output-format", "concise", "--fix", "--exit-zero")
    assert status == 2
    assert err.startswith(said)
    assert [line.split(" ")[:3] for line in out.splitlines()] == [
        [f"{name}:1:1:", "error", "speechlint/unreadable-file"]
    ]
    assert Path("fine.txt").read_text(encoding="utf-8") == "收购红茶。\n"
    assert data is None or Path(name).read_bytes() == data


def test_folders_without_drafts(call: Call) -> None:
    Path("empty").mkdir()
    said = "错误：empty：没有可检查的文件。请指明文件，或确认文件夹里有 .docx、.markdown、.md、.text、.txt 文件。\n"
    assert call("check", "empty") == (2, "", said)
    assert call("check", "empty", "--output-format", "json") == (2, "[]\n", said)
    assert call("check", "empty", "--output-format", "json", "--output-file", "report.json") == (2, "", said)
    assert Path("report.json").read_text(encoding="utf-8") == "[]\n"
    grow("a.txt", text=CLEAN)
    assert call("check", "empty", "a.txt") == (2, "检查了 1 个文件，没有发现问题。\n", said)


BROKEN = [
    ("preset = ", "speechlint.toml"),
    ('presett = "strict"', "preset"),
    ('select = ["toy/te"]\nrule-packs = ["pack"]', "toy/tea"),
    ('rule-packs = ["nothing"]', "nothing"),
    ('plugins = ["nonesuch"]', "nonesuch"),
    ('baseline = "gone.json"', "gone.json"),
]


@pytest.mark.parametrize(("text", "named"), BROKEN)
def test_a_faulty_configuration_stops_its_own_files_only(text: str, named: str, call: Call) -> None:
    grow("good/a.txt", "bad/b.txt", "bad/c.txt")
    write_pack(Path("bad/pack"))
    Path("bad/speechlint.toml").write_text(text, encoding="utf-8")
    status, out, err = call("check", "--output-format", "concise", "--fix", ".")
    assert (status, out) == (2, "")
    assert err.count("错误：") == 1
    assert named in err
    assert Path("good/a.txt").read_text(encoding="utf-8") == "收购红茶。\n"
    assert Path("bad/b.txt").read_text(encoding="utf-8") == FOUND


def test_a_faulty_rule_file_is_named(call: Call) -> None:
    grow("a.txt")
    Path("pack/toy/tea.toml").write_text('id = "toy/tea"\nkind = "sing"\n', encoding="utf-8")
    status, out, err = call("check", "a.txt")
    assert (status, out) == (2, "")
    assert err.startswith("错误：")
    assert "pack/toy/tea.toml" in err


def test_names_and_drafts_never_reach_the_terminal_raw(call: Call) -> None:
    name = "\x1b[31mred\u202e.txt"
    grow(name, text="\x1b]0;title\x07收购红荼\u202e。\x9b2J\n")
    for arguments in ([], ["--output-format", "concise"], ["--output-format", "json"], ["--statistics"]):
        status, out, err = call("check", *arguments, ".", "missing\x1b.txt")
        assert status == 2
        assert not set("\x1b\x07\x9b\u202e") & set(out + err)
