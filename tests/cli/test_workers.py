"""Worker processes as a user meets them: the same report, Ctrl-C, killed workers, progress."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import DRAFT, MENDED, Call, Terminal, install, start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends signals of POSIX systems")

# Holds whoever looks at a draft with 毒 in it until there is a file `go`, and says which process that is.
HOLDING = """\
import os, time
from pathlib import Path
from speechlint import hookimpl

@hookimpl
def speechlint_quiet_spans(document):
    if "\\u6bd2" in document.text:
        Path(f"at-{os.getpid()}").touch()
        while not Path("go").exists():
            time.sleep(0.01)
    return []
"""
KILLED = "检查它的进程被系统终止（可能内存不足），没有查完；请单独检查它，或用 --jobs 1"


def test_any_number_of_workers_gives_the_same_report(call: Call) -> None:
    for i in range(30):
        folder = Path(f"d{i % 4}")
        folder.mkdir(exist_ok=True)
        (folder / f"{i}.txt").write_text(DRAFT * (i % 7 + 1), encoding="utf-8")
    Path("d1/bad.txt").write_bytes(b"\x00")
    reports = [call("check", "--no-cache", "--output-format", "json", "--jobs", str(jobs)) for jobs in (1, 2, 5)]
    assert reports[0].status == 2
    assert reports[1:] == reports[:1] * 2
    mended = call("check", "--fix", "--jobs", "3", "--output-format", "concise")
    assert mended.status == 2
    assert all("红荼" not in path.read_text(encoding="utf-8") for path in Path().rglob("d*/[0-9]*.txt"))


@pytest.fixture
def held(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """The program with two workers over six drafts, one of which holds whoever checks it; in a session of its own."""
    path = install(tmp_path, "holding", HOLDING)
    for i in range(6):
        Path(f"{i}.txt").write_text(DRAFT if i != 3 else "红荼有毒\n", encoding="utf-8")

    def run(*arguments: str) -> subprocess.Popen[bytes]:
        return start("check", *arguments, "--jobs", "2", variables={"PYTHONPATH": path}, start_new_session=True)

    return run


def worker(*known: int) -> int:
    """The process that is held, and none of those that are known."""
    return until(lambda: next((pid for pid in held_processes() if pid not in known), None))


def held_processes() -> list[int]:
    return [int(path.name.removeprefix("at-")) for path in Path().glob("at-*")]


def until(told: Callable[[], int | None]) -> int:
    end = time.monotonic() + 60
    while (found := told()) is None:
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)
    return found


def in_session(session: int) -> list[str]:
    done = subprocess.run(["ps", "-eo", "sess=,stat=,pid="], capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()]
    return [pid for owner, state, pid in rows if int(owner) == session and not state.startswith("Z")]


@pytest.mark.parametrize("mending", [False, True])
def test_an_interrupt_ends_everything(mending: bool, held: Callable[..., subprocess.Popen[bytes]]) -> None:
    process = held("--output-file", "report.txt", *(["--fix"] if mending else []))
    worker()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.decode().strip()) == (130, b"", "")
    assert in_session(process.pid) == []
    assert not Path("report.txt").exists()
    assert [path.name for path in Path().iterdir() if path.name.endswith((".tmp", ".bak"))] == []
    assert {path.read_text(encoding="utf-8") for path in Path().glob("[0-24-5].txt")} <= {DRAFT, MENDED}
    assert Path("3.txt").read_text(encoding="utf-8") == "红荼有毒\n"


def test_the_run_after_an_interrupt_is_whole(held: Callable[..., subprocess.Popen[bytes]]) -> None:
    process = held("--output-format", "concise")
    worker()
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)
    Path("go").touch()
    cold, warm = (held("--output-format", "concise", *more).communicate(timeout=60) for more in (["--no-cache"], []))
    assert cold == warm
    assert cold[0].decode().count("\n") == 16


def test_a_worker_killed_twice_costs_its_own_file_only(held: Callable[..., subprocess.Popen[bytes]]) -> None:
    process = held("--no-cache", "--output-format", "concise")
    first = worker()
    os.kill(first, signal.SIGKILL)
    second = worker(first)  # it is tried once more, alone
    os.kill(second, signal.SIGKILL)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    files = [line.partition(":")[0] for line in out.decode().splitlines()]
    assert {file: files.count(file) for file in files} == {f"{i}.txt": 3 if i != 3 else 1 for i in range(6)}
    assert "3.txt:1:1: error speechlint/unreadable-file" in out.decode()
    assert err.decode() == f"错误：3.txt：{KILLED}\n"
    assert in_session(process.pid) == []


def test_a_worker_killed_by_accident_costs_nothing(held: Callable[..., subprocess.Popen[bytes]]) -> None:
    process = held("--no-cache", "--output-format", "json")
    os.kill(worker(), signal.SIGKILL)
    Path("go").touch()
    outcome = process.communicate(timeout=60)
    assert process.returncode == 1
    assert outcome == held("--no-cache", "--output-format", "json").communicate(timeout=60)


def test_a_worker_killed_while_progress_is_shown(tmp_path: Path) -> None:
    """What draws is no thread: the next worker is forked as the first ones were."""
    path = install(tmp_path, "holding", HOLDING)
    for i in range(4):
        Path(f"{i}.txt").write_text(DRAFT if i != 2 else "红荼有毒\n", encoding="utf-8")
    arguments = ("check", "--jobs", "2", "--no-cache", "--output-format", "concise", "--color", "never")
    terminal = Terminal(*arguments, PYTHONPATH=path)
    held = worker()
    terminal.until("个文件")
    os.kill(held, signal.SIGKILL)
    Path("go").touch()
    report = terminal.rest().split("\r\x1b[K")[-1].split("\r\n")
    assert "2.txt:1:1: error toy/tea “红荼”应为“红茶”" in report
    assert len(report) == 3 * 3 + 1 + 1


def test_workers_end_when_the_first_process_is_killed(held: Callable[..., subprocess.Popen[bytes]]) -> None:
    process = held("--no-cache")
    worker()
    process.kill()
    process.wait(60)
    Path("go").touch()
    until(lambda: 1 if in_session(process.pid) == [] else None)
    process.communicate(timeout=60)


KILLER = """\
import os, signal
from speechlint import hookimpl

@hookimpl
def speechlint_quiet_spans(document):
    if "\\u6bd2" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return []
"""


def test_files_that_kill_are_named(tmp_path: Path) -> None:
    path = install(tmp_path, "killer", KILLER)
    for i in range(9):
        Path(f"{i}.txt").write_text("毒药\n" if i % 3 == 0 else "红荼\n", encoding="utf-8")
    process = start("check", "--jobs", "2", "--no-cache", "--output-format", "concise", variables={"PYTHONPATH": path})
    out, err = process.communicate(timeout=120)
    assert process.returncode == 2
    assert [line.split(" ")[2] for line in out.decode().splitlines()] == [
        "speechlint/unreadable-file" if i % 3 == 0 else "toy/tea" for i in range(9)
    ]
    assert err.decode() == "".join(f"错误：{i}.txt：{KILLED}\n" for i in (0, 3, 6))


LINE = re.compile(r"检查 [0-9]/8 个文件，[0-9]+\.[0-9]{1,2} MB/s，发现 [0-9] 处(，还要 [0-9]+ 秒)?")
SLOW = """\
import time
from speechlint import hookimpl

@hookimpl
def speechlint_quiet_spans(document):
    time.sleep(0.4)
    return []
"""


def slow_drafts(tmp_path: Path) -> str:
    for i in range(8):
        Path(f"{i}.txt").write_text("各队按时出发。\n" * 1000 + "红荼\n", encoding="utf-8")
    return install(tmp_path, "slow", SLOW)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_progress_is_shown_on_a_terminal_and_wiped(jobs: str, tmp_path: Path) -> None:
    path = slow_drafts(tmp_path)
    arguments = ("check", "--jobs", jobs, "--no-cache", "--output-format", "concise", "--color", "never")
    shown = Terminal(*arguments, PYTHONPATH=path).rest()
    found = [f"{i}.txt:1001:1: error toy/tea “红荼”应为“红茶”" for i in range(8)]
    progress, report = shown.split("\r\x1b[K")[1:-1], shown.split("\r\x1b[K")[-1]
    assert report.split("\r\n") == [*found, ""]
    assert progress
    assert [line for line in progress if not LINE.fullmatch(line)] == []


def test_progress_fits_a_narrow_terminal(tmp_path: Path) -> None:
    path = slow_drafts(tmp_path)
    shown = Terminal("check", "--jobs", "1", "--no-cache", "--statistics", columns=30, PYTHONPATH=path).rest()
    progress = shown.split("\r\x1b[K")[1:-1]
    assert progress
    assert [line for line in progress if not re.fullmatch("[0-9]/8", line)] == []


FORKING = """\
import time
from pathlib import Path
from speechlint import hookimpl
from speechlint.engine.forks import can_fork

@hookimpl
def speechlint_quiet_spans(document):
    time.sleep(2)
    Path("forks").write_text(str(can_fork()))
    return []
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_progress_of_a_large_file_is_shown_and_forbids_no_second_process(tmp_path: Path) -> None:
    path = install(tmp_path, "forking", FORKING)
    Path("a.txt").write_text("各队按时出发。\n" * 20_000 + "红荼\n", encoding="utf-8")
    arguments = ("check", "--jobs", "2", "--no-cache", "--output-format", "concise", "--color", "never")
    shown = Terminal(*arguments, PYTHONPATH=path).rest().split("\r\x1b[K")
    assert shown[0] == ""
    assert shown[1:-1] == ["检查 0/1 个文件，0.00 MB/s，发现 0 处"] * (len(shown) - 2)
    assert len(shown) > 3
    assert shown[-1].split("\r\n") == ["a.txt:20001:1: error toy/tea “红荼”应为“红茶”", ""]
    assert Path("forks").read_text(encoding="utf-8") == "True"


@pytest.mark.parametrize("arguments", [["--quiet"], []])
def test_progress_is_not_shown_to_who_does_not_want_it(arguments: list[str], tmp_path: Path) -> None:
    path = slow_drafts(tmp_path)
    options = ("check", "--jobs", "2", "--no-cache", "--output-format", "concise", *arguments)
    if arguments:
        assert "\x1b[K" not in Terminal(*options, PYTHONPATH=path).rest()
    else:
        process = start(*options, variables={"PYTHONPATH": path})
        assert process.communicate(timeout=60)[1] == b""
