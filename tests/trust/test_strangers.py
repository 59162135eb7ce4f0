"""A folder that somebody else packed: its configuration, its links and its files give it no power over the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call, folder, write_pack
from tests.cli.conftest import call as call

__all__ = ["folder"]  # a fixture for every test here
SECRET = "nobody's business\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file of the user's own that lies beside the checked-out repository."""
    file = tmp_path / "outside.toml"
    file.write_text(SECRET, encoding="utf-8")
    Path(".git").mkdir()
    Path("a.txt").write_text("收购红荼。\n", encoding="utf-8")
    return file


# --- places --------------------------------------------------------------------------------------------------------

PLACES = ["../outside.toml", "sub/../../outside.toml", "link.toml", "folder/outside.toml", "{absolute}"]


@pytest.mark.parametrize("command", ["check", "baseline"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", ["extend", "baseline", "rule-packs"])
def test_no_key_leads_outside(key: str, place: str, command: str, outside: Path, call: Call) -> None:
    Path("link.toml").symlink_to(outside)
    Path("folder").symlink_to("..")
    Path("sub").mkdir()
    value = json.dumps(place.format(absolute=outside))
    written = f"[{value}]" if key == "rule-packs" else value
    Path("speechlint.toml").write_text(f"{key} = {written}\n", encoding="utf-8")
    status, _, err = call(command)
    assert status == 2
    assert f"speechlint.toml:1：{key} " in err and "之外" in err
    assert SECRET.strip() not in err
    assert outside.read_text(encoding="utf-8") == SECRET


@pytest.mark.parametrize("command", ["check", "baseline"])
def test_the_usual_baseline_may_be_no_link_to_the_outside(command: str, outside: Path, call: Call) -> None:
    Path(".speechlint-baseline.json").symlink_to(outside)
    status, _, err = call(command)
    assert status == 2 and "之外的链接，不读也不写" in err
    assert outside.read_text(encoding="utf-8") == SECRET


def test_a_baseline_may_be_a_link_inside(outside: Path, call: Call) -> None:
    Path("known.json").write_text("", encoding="utf-8")
    Path(".speechlint-baseline.json").symlink_to("known.json")
    assert call("baseline").status == 0
    assert call("check").status == 0
    assert json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"].keys() == {"a.txt"}


@pytest.mark.parametrize(
    ("link", "arguments"),
    [
        ("speechlint.toml", ["init"]),
        ("speechlint.toml", ["words", "a.txt", "--add", "新词"]),
        (".pre-commit-config.yaml", ["init", "--pre-commit"]),
        ("known.json", ["baseline", "--config", "baseline=known.json"]),
        ("report.json", ["check", "--output-format", "json", "--output-file", "report.json"]),
    ],
)
def test_no_file_is_made_through_a_link(link: str, arguments: list[str], outside: Path, call: Call) -> None:
    outside.unlink()
    Path("speechlint.toml").unlink()
    Path(link).symlink_to(outside)
    status, _, err = call(*arguments)
    assert status == 2 and "dangling link" in err
    assert not outside.exists()


@pytest.mark.parametrize("link", ["pack/toy/more.toml", "pack/more"])
def test_no_file_of_a_pack_leads_outside(link: str, outside: Path, call: Call) -> None:
    target = outside if link.endswith(".toml") else outside.parent
    Path(link).symlink_to(target)
    status, _, err = call("check")
    assert status == 2 and "rule-packs" in err and "之外" in err
    assert SECRET.strip() not in err


def test_links_in_a_circle(outside: Path, call: Call) -> None:
    Path("pack/toy/more.toml").symlink_to("more.toml")
    status, _, err = call("check")
    assert status == 2 and "rule-packs" in err


def test_isolated_reads_nothing_of_it(outside: Path, call: Call) -> None:
    broken = "extend = 1\nplugins = ['nonesuch']\n"
    for name in ("speechlint.toml", ".speechlint.toml"):
        Path(name).write_text(broken, encoding="utf-8")
    Path("pyproject.toml").write_text("[tool.speechlint\n", encoding="utf-8")
    Path(".speechlint-baseline.json").write_text("{", encoding="utf-8")
    assert call("check").status == 2
    assert call("check", "--isolated") == (0, "检查了 1 个文件，没有发现问题。\n", "")


# --- pipes, devices, names ------------------------------------------------------------------------------------------


PIPES = [
    "known.json",
    "speechlint.toml",
    ".speechlint.toml",
    ".gitignore",
    "pack/toy/more.toml",
    "pack/more.toml",
    "pyproject.toml",
    "b.txt",
]


@pytest.mark.parametrize("name", PIPES)
def test_no_pipe_is_waited_for(name: str, outside: Path) -> None:
    Path("speechlint.toml").write_text('rule-packs = ["pack"]\nbaseline = "known.json"\n', encoding="utf-8")
    Path("known.json").write_text('{"version": 1, "findings": {}}', encoding="utf-8")
    if Path(name).exists():
        Path(name).unlink()
    os.mkfifo(name)
    done = program("check", "--jobs", "1", ".", timeout=60)
    told = name not in ("pack/more.toml", "pyproject.toml")
    assert done.returncode == (2 if told and name != "b.txt" else 1), done.stderr
    assert "Traceback" not in done.stderr and (not told or (name in done.stderr and "是管道" in done.stderr))


def test_what_lies_deeper_in_a_pack_is_not_read(outside: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for the name of the cache either."""
    Path("pack/toy/deep").mkdir()
    Path("pack/toy/deep/more.toml").symlink_to(outside)
    read: list[Path] = []
    real = os.open

    def recorded(file: str, *more: int, **named: int) -> int:
        read.append(Path(file).resolve())
        return real(file, *more, **named)

    monkeypatch.setattr(os, "open", recorded)
    assert call("check").status == 1
    assert read and outside not in read


def test_the_list_of_what_git_ignores_is_no_link(outside: Path, call: Call) -> None:
    """Git follows none either; one that leads to a device would never end."""
    outside.write_text("a.txt\n", encoding="utf-8")
    Path(".gitignore").symlink_to(outside)
    assert call("check").status == 1
    Path(".gitignore").unlink()
    Path(".gitignore").write_text("a.txt\n", encoding="utf-8")
    assert "红荼" not in call("check").out


@pytest.mark.parametrize("key", [".gitignore", "exclude", "include", "per-file-ignores", "per-file-select"])
@pytest.mark.parametrize("pattern", ["*a" * 24 + "*b", "**/*a" * 24 + "/*b", "*[ab]" * 60 + "c"])
def test_no_pattern_of_files_takes_for_ever(key: str, pattern: str, outside: Path) -> None:
    Path("a" * 60).mkdir()
    Path("a" * 60, "a" * 240 + ".txt").write_text("收购红荼。\n", encoding="utf-8")
    if key == ".gitignore":
        Path(key).write_text(f"{pattern}\n", encoding="utf-8")
    else:
        value = f'["{pattern}", "*.txt"]' if key in ("exclude", "include") else f'{{ "{pattern}" = ["toy"] }}'
        config = f'rule-packs = ["pack"]\n{key} = {value}\n'
        Path("speechlint.toml").write_text(config, encoding="utf-8")
    done = program("check", "--jobs", "1", ".", timeout=60)
    assert done.returncode == (0 if key == "exclude" else 1), done.stderr


@pytest.mark.parametrize("path", ["n" * 400, "a\0b", "\ud800", "a.txt/b", "../" * 2000, "/"])
def test_a_baseline_may_name_what_cannot_be(path: str, outside: Path, call: Call) -> None:
    known = {"version": 1, "findings": {path: ["0123456789abcdef"]}}
    Path(".speechlint-baseline.json").write_text(json.dumps(known), encoding="utf-8")
    status, out, _ = call("check")
    assert status == 1 and "红荼" in out


OUTSIDE = ["{absolute}", "../drafts/a.txt", "b/../../drafts/a.txt", "link/a.txt/../../drafts/a.txt"]


@pytest.mark.parametrize("key", OUTSIDE)
def test_a_baseline_speaks_for_its_own_repository_alone(key: str, outside: Path, call: Call) -> None:
    """Though the user has it hold for drafts elsewhere: there nothing is hidden, not looked at, and not written down."""
    drafts = outside.parent / "drafts"
    drafts.mkdir()
    (drafts / "a.txt").write_text("收购红荼。\n", encoding="utf-8")
    Path("a.txt").unlink()
    Path("b").mkdir()
    Path("link").symlink_to(drafts)
    Path("speechlint.toml").write_text('rule-packs = ["pack"]\nbaseline = "known.json"\n', encoding="utf-8")
    Path("known.json").write_text('{"version": 1, "findings": {}}', encoding="utf-8")
    [found] = json.loads(call("check", "--config", "speechlint.toml", "--output-format", "json", str(drafts)).out)
    path = key.format(absolute=drafts / "a.txt")
    names = [found["fingerprint"]]
    known = {"version": 1, "findings": {path: names, "gone.txt": names}}
    Path("known.json").write_text(json.dumps(known), encoding="utf-8")
    for more in ([], ["--diff"]):
        status, out, err = call("check", *more, "--config", "speechlint.toml", str(drafts))
        assert status == 1 and "红荼" in out
        assert f"known.json：1 个文件在 {Path.cwd()} 之外，基线不管它们：{path}。" in err
    status, _, err = call("baseline", "--config", "speechlint.toml", str(drafts))
    assert status == 0 and "之外，基线不管它们" in err
    assert json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"] == {}


def test_a_baseline_may_lie_in_a_folder_of_its_own(outside: Path, call: Call) -> None:
    Path("notes").mkdir()
    Path("speechlint.toml").write_text('rule-packs = ["pack"]\nbaseline = "notes/known.json"\n', encoding="utf-8")
    Path("notes/known.json").write_text('{"version": 1, "findings": {}}', encoding="utf-8")
    assert call("baseline").status == 0
    assert json.loads(Path("notes/known.json").read_text(encoding="utf-8"))["findings"].keys() == {"../a.txt"}
    assert call("check").status == 0


# --- code ----------------------------------------------------------------------------------------------------------

NAMES = [
    "click", "concurrent", "copyreg", "evil", "heapq", "json", "msgspec", "multiprocessing", "numpy", "opencc", "pathlib",
    "pickle", "random", "regex", "selectors", "signal", "sitecustomize", "socket", "speechlint_evil", "struct",
    "tempfile", "threading", "usercustomize",
]  # fmt: skip


@pytest.fixture
def trap(outside: Path) -> Path:
    """Modules that leave a trace when they are imported, and what looks like an installed plugin."""
    trace = outside.parent / "trace"
    for name in NAMES:
        Path(f"{name}.py").write_text(f"open({str(trace)!r}, 'a').write(__name__ + '\\n')\n", encoding="utf-8")
    for kind in ("dist-info", "egg-info"):
        metadata = Path(f"evil-1.{kind}")
        metadata.mkdir()
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1\n", encoding="utf-8")
        (metadata / "entry_points.txt").write_text("[speechlint]\nevil = evil\n", encoding="utf-8")
    return trace


def program(*arguments: str, timeout: float | None = None) -> subprocess.CompletedProcess[str]:
    """The installed command: the working folder is no place that Python imports from, unless a process is careless."""
    return run("-P", "-m", "speechlint", *arguments, timeout=timeout)


def run(*arguments: str, timeout: float | None = None) -> subprocess.CompletedProcess[str]:
    """Python, as it is where speechlint is installed."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    # What an installed program has without being told; a path of these tests' own does not end with the environment.
    variables["PYTHONPATH"] = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, *arguments],
        env=variables, capture_output=True, text=True, encoding="utf-8", check=False, timeout=timeout,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--no-cache", "."],
        ["check", "--no-cache", "--jobs", "2", "."],
        ["check", "--fix", "--jobs", "2", "."],
        ["baseline", "."],
        ["words", "a.txt"],
        ["convert", "--to", "hant", "--diff", "a.txt"],
        ["outline", "a.txt"],
    ],
    ids=" ".join,
)
def test_no_module_beside_the_drafts_is_imported(arguments: list[str], trap: Path) -> None:
    Path("b.txt").write_text("收购红荼。\n", encoding="utf-8")
    done = program(*arguments)
    assert done.returncode in (0, 1), done.stderr
    assert not trap.exists(), trap.read_text(encoding="utf-8")


# The installed command, in a process that may not fork, for a thread of somebody else's runs in it.
THREADED = """
import multiprocessing, threading
from multiprocessing.context import SpawnProcess

if __name__ == "__main__":
    from speechlint.cli.main import main

    started = []
    start = SpawnProcess.start
    SpawnProcess.start = lambda process: (start(process), started.append(process))
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    status = main()
    print(f"{len(started)} spawned")
    raise SystemExit(status)
"""


def test_no_spawned_process_imports_what_lies_beside_the_drafts(trap: Path) -> None:
    """It is a Python of its own, which looks into the working folder first unless it is told not to. So are those of
    Windows and macOS.
    """
    for name in ("b.txt", "c.txt"):
        Path(name).write_text("收购红荼。\n", encoding="utf-8")
    command = trap.parent / "bin" / "speechlint"
    command.parent.mkdir()
    command.write_text(THREADED, encoding="utf-8")
    done = run(str(command), "check", "--no-cache", "--jobs", "2", ".", timeout=120)
    assert done.returncode == 1 and "2 spawned" in done.stdout, (done.stdout, done.stderr)
    assert done.stdout.count("红荼") >= 3 and done.stderr == ""
    assert not trap.exists(), trap.read_text(encoding="utf-8")


def test_a_plugin_is_installed_or_it_is_none(trap: Path) -> None:
    Path("speechlint.toml").write_text('plugins = ["evil"]\n', encoding="utf-8")
    done = program("check", ".")
    assert done.returncode == 2 and "插件“evil”没有安装" in done.stderr
    assert not trap.exists()


def test_a_pack_is_data(outside: Path, call: Call) -> None:
    """A file of Python in it is not looked at."""
    trace = outside.parent / "trace"
    write_pack(Path("other"))
    for name in ("conftest.py", "__init__.py", "tea.py"):
        Path("other/toy", name).write_text(f"open({str(trace)!r}, 'w')\n", encoding="utf-8")
    Path("speechlint.toml").write_text('rule-packs = ["other"]\nselect = ["toy"]\n', encoding="utf-8")
    assert call("check").status == 1
    assert call("test", "other").status == 0
    assert not trace.exists()


# --- nonsense ------------------------------------------------------------------------------------------------------

NONSENSE = [
    "preset = " + "[" * 3000,
    "preset = " + "{a=" * 3000,
    "a." * 3000 + "b = 1",
    "a." * 500_000 + "b = 1",  # hours, for the parser alone
    "x = {" + "a." * 500_000 + "b = 1}",
    "[" + "a." * 500_000 + "b]",
    "preset = " + "9" * 5000,
    'encoding = "rot13"',
    'encoding = "../evil"',
    'baseline = "a\\u0000b"',
    'extend = "\\u0000"',
    'rule-packs = ["\\u0000"]',
    'exclude = ["[", "***", "\\u0000"]\nbaseline = 1',
]


@pytest.mark.parametrize("text", NONSENSE, ids=lambda text: text[:20])
def test_nonsense_is_an_error_and_no_traceback(text: str, outside: Path, call: Call) -> None:
    Path("speechlint.toml").write_text(text, encoding="utf-8")
    status, out, err = call("check")
    assert (status, out) == (2, "")
    assert err.startswith("错误：") and err.count("\n") == 1


@pytest.mark.parametrize("text", NONSENSE, ids=lambda text: text[:20])
def test_nonsense_in_a_pack_is_an_error_too(text: str, outside: Path, call: Call) -> None:
    Path("pack/toy/more.toml").write_text(text, encoding="utf-8")
    status, _, err = call("check")
    assert status == 2 and "pack/toy/more.toml" in err and err.count("\n") == 1


@pytest.mark.parametrize("command", [["check"], ["check", "--fix"], ["test", "pack"], ["rules"]], ids=" ".join)
@pytest.mark.parametrize("pattern", ["(?:(?:红{1000}){1000}){1000}", "(?:红" * 40 + ")+" * 40, "(" * 3000])
def test_no_pattern_of_a_pack_takes_all_memory(pattern: str, command: list[str], outside: Path, call: Call) -> None:
    rule = Path("pack/toy/tea.toml")
    text = rule.read_text(encoding="utf-8").replace("[match]\n", f'[match]\nafter = "{pattern}"\n')
    rule.write_text(text, encoding="utf-8")
    for language, word in (("zh", "请"), ("en", "; ")):
        status, out, err = call(*command, "--lang", language)
        assert (status, out) == (2, "")
        assert "pack/toy/tea.toml: match.after: " in err and word in err and err.count("\n") == 1


def test_many_points_are_no_nonsense(outside: Path, call: Call) -> None:
    words = "\n".join(f'    "第{i}.{i}.{i}条",' for i in range(300))
    Path("speechlint.toml").write_text(f"words.allow = [\n{words}\n]\n", encoding="utf-8")
    assert call("check").status in (0, 1)
    Path("speechlint.toml").write_text(f"words.allow = [{words.replace(chr(10), '')}]\n", encoding="utf-8")
    status, _, err = call("check")
    assert status == 2 and "speechlint.toml:1:" in err and "break it into several" in err
