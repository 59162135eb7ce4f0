"""The conditions of Windows, set up here: no such machine runs these tests."""

from __future__ import annotations

import io
import multiprocessing
import ntpath
import os
import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from speechlint.cli.console import write
from speechlint.config.schema import Config
from speechlint.engine import files, opened
from speechlint.engine import write as writing
from speechlint.engine.files import Collector, excluded
from speechlint.engine.forks import can_fork
from speechlint.engine.pool import Task, doing
from speechlint.engine.setting import Setting
from speechlint.engine.work import Wish
from speechlint.formats.registry import format_for
from speechlint.reporters.registry import shown_name


class Terminal(io.TextIOWrapper):
    """A stream in the encoding of a code page; `screen` says whether it is a terminal."""

    def __init__(self, encoding: str, screen: bool) -> None:
        self.bytes = io.BytesIO()
        self._screen = screen
        super().__init__(self.bytes, encoding=encoding)

    def isatty(self) -> bool:
        return self._screen


@pytest.mark.parametrize(
    ("encoding", "screen", "wanted"),
    [
        ("cp936", True, "错误：𠮷 → 𝄞".encode("gbk", "backslashreplace")),
        ("cp437", True, rb"\u9519\u8bef\uff1a\U00020bb7 \u2192 \U0001d11e"),
        ("utf-8", True, "错误：𠮷 → 𝄞".encode()),
        # What is piped or written to a file is UTF-8, whatever the code page.
        ("cp936", False, "错误：𠮷 → 𝄞".encode()),
        ("cp437", False, "错误：𠮷 → 𝄞".encode()),
        ("cp1252", False, "错误：𠮷 → 𝄞".encode()),
    ],
)
def test_output_under_a_legacy_code_page(encoding: str, screen: bool, wanted: bytes) -> None:
    stream = Terminal(encoding, screen)
    write(stream, "错误：𠮷 → 𝄞")
    stream.flush()
    assert stream.bytes.getvalue() == wanted


def test_line_ends_of_reports_are_not_translated() -> None:
    stream = Terminal("cp1252", False)
    write(stream, "甲\n乙\n")
    assert stream.bytes.getvalue() == "甲\n乙\n".encode()


def test_workers_are_spawned(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Windows has no other way to start them, and what they are given must travel by pickle."""
    started: list[str] = []
    plain = multiprocessing.get_context

    def context(method: str) -> object:
        started.append(method)
        return plain(method)

    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        assert not can_fork()
    monkeypatch.setattr(multiprocessing, "get_context", context)
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: False)
    tasks = []
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("各队按时出发。", encoding="utf-8")
        tasks.append(Task(str(tmp_path / f"{name}.txt"), 21, Setting(Config(select=("spacing",)))))
    with doing(tasks, Wish(), 2) as results:
        assert sorted(place for place, _ in results) == [0, 1]
    assert started == ["spawn", "spawn"]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths as Windows has them, for the module that goes through folders; the working folder is C:\\稿件."""
    system = SimpleNamespace(
        path=ntpath, sep="\\", pardir="..", curdir=".", getcwd=lambda: "C:\\稿件", fspath=os.fspath
    )
    monkeypatch.setattr(files, "os", system)
    monkeypatch.setattr(opened, "os", SimpleNamespace(path=ntpath))
    monkeypatch.setattr(opened, "PurePath", PureWindowsPath)
    monkeypatch.setattr(ntpath, "abspath", lambda path: ntpath.normpath(ntpath.join("C:\\稿件", path)))


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("C:\\稿件\\二月\\a.txt", "二月\\a.txt"),
        ("c:\\稿件\\a.txt", "a.txt"),
        ("二月/a.txt", "二月\\a.txt"),
        ("C:\\稿件外\\a.txt", "C:\\稿件外\\a.txt"),
        ("D:\\a.txt", "D:\\a.txt"),
        ("\\\\server\\share\\a.txt", "\\\\server\\share\\a.txt"),
    ],
)
def test_paths_are_shown_below_the_working_folder(path: str, shown: str) -> None:
    assert files._shown(path) == shown


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "out"),
    [
        ("C:\\稿件\\旧\\a.txt", True),
        ("C:\\稿件\\旧\\深\\a.txt", True),
        ("C:\\稿件\\新\\旧稿.txt", False),
        ("C:\\别处\\旧\\a.txt", False),
        ("D:\\稿件\\旧\\a.txt", False),
    ],
)
def test_patterns_fit_paths_with_back_slashes(path: str, out: bool) -> None:
    config = Config(exclude=("旧/",), root=PureWindowsPath("C:\\稿件"))  # type: ignore[arg-type]
    assert excluded(path, config) is out


def test_names_in_reports_have_slashes() -> None:
    class WindowsPath(PureWindowsPath):
        pass

    full = WindowsPath("C:\\稿件\\二月\\a.txt")
    assert full.relative_to("C:\\稿件").as_posix() == "二月/a.txt"
    assert shown_name("二月/a.txt", Path("/稿件")) == "二月/a.txt"


@pytest.mark.usefixtures("windows")
def test_locks_are_looked_for_beside_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ntpath, "lexists", lambda path: path == "C:\\稿件\\二月\\~$报告.docx")
    said = opened.opened_elsewhere("二月\\工作报告.docx")
    assert said is not None
    assert "~$报告.docx" in said.zh
    assert opened.opened_elsewhere("D:\\二月\\工作报告.docx") is None


@pytest.mark.parametrize("name", ["NUL", "nul.txt", "CON", "AUX.md", "COM1.txt", "LPT9.docx"])
def test_reserved_names_are_devices_and_never_replaced(name: str, tmp_path: Path) -> None:
    """Windows gives a device for such a name in any folder; here a pipe stands for it."""
    assert PureWindowsPath(name).is_reserved()
    device = tmp_path / name
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    try:
        writing.write_new(str(device), "报告\n".encode())
        assert os.read(reader, 100) == "报告\n".encode()
    finally:
        os.close(reader)
    assert not device.is_file()
    with pytest.raises(writing.RefusedError):
        writing.replace_file(str(device), b"", b"x")
    found = Collector(lambda _: Config(), lambda _: frozenset({".txt", ".md", ".docx"})).collect([str(tmp_path)])
    assert found.files == ()


@pytest.mark.parametrize("path", ["C:\\稿件\\A.TXT", "C:\\稿件\\a.Md", "稿件\\报告.DOCX"])
def test_suffixes_in_capitals(path: str) -> None:
    assert format_for(path).name in ("plain", "markdown", "docx")
    assert PureWindowsPath(path).suffix.lower() in format_for(path).suffixes
