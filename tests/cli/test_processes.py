"""What only real processes show: workers, watching, terminals."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import DRAFT, Call, start


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


KILLER = """\
import os, signal
from speechlint import hookimpl

@hookimpl
def speechlint_quiet_spans(document):
    if "\\u6bd2" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return []
"""


def install(tmp_path: Path, name: str, source: str) -> str:
    """A distribution with one plugin, which the configuration names; the module path on which it is found."""
    info = tmp_path / "site" / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[speechlint]\n{name} = {name}_plugin\n", encoding="utf-8")
    (tmp_path / "site" / f"{name}_plugin.py").write_text(source, encoding="utf-8")
    with Path("speechlint.toml").open("a", encoding="utf-8") as file:
        file.write(f'plugins = ["{name}"]\n')
    return os.pathsep.join(filter(None, [str(tmp_path / "site"), os.environ.get("PYTHONPATH")]))


def test_a_worker_that_is_killed_costs_its_own_file_only(tmp_path: Path) -> None:
    path = install(tmp_path, "killer", KILLER)
    for i in range(6):
        Path(f"{i}.txt").write_text("红荼\n" if i != 3 else "毒药\n", encoding="utf-8")
    process = start("check", "--jobs", "2", "--no-cache", "--output-format", "concise", variables={"PYTHONPATH": path})
    out, err = process.communicate(timeout=120)
    assert process.returncode == 2
    assert [line.split(" ")[2] for line in out.decode().splitlines()] == [
        "toy/tea", "toy/tea", "toy/tea", "speechlint/unreadable-file", "toy/tea", "toy/tea",
    ]  # fmt: skip
    assert (
        err.decode() == "错误：3.txt：检查它的进程被系统终止（可能内存不足），没有查完；请单独检查它，或用 --jobs 1\n"
    )


class Terminal:
    """A program whose output goes to a terminal of the given size; stdout and stderr alike."""

    def __init__(self, *arguments: str, columns: int = 80, **variables: str) -> None:
        import fcntl
        import struct
        import termios

        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.process = start(
            *arguments, stdin=theirs, stdout=theirs, stderr=theirs, variables={"TERM": "xterm", **variables}
        )
        os.close(theirs)
        self.shown = ""

    def until(self, wanted: str, seconds: float = 30) -> str:
        """What was shown since, up to the wanted words."""
        end = time.monotonic() + seconds
        while wanted not in self.shown:
            assert time.monotonic() < end, f"{wanted!r} never came: {self.shown!r}"
            self._read()
        before, after = self.shown.split(wanted, 1)
        self.shown = after
        return before + wanted

    def rest(self) -> str:
        while self._read():
            pass
        self.process.wait(30)
        return self.shown

    def _read(self) -> bool:
        if not select.select([self._ours], [], [], 0.2)[0]:
            return self.process.poll() is None
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.shown += data.decode()
        return bool(data)


SCREEN = """\
\x1b[1;4ma.txt\x1b[0m
  \x1b[1m1 处：toy 1\x1b[0m
\x1b[2m  1:3\x1b[0m  \x1b[1;31m错误\x1b[0m \x1b[1m“红荼”应为“红茶”\x1b[0m  \x1b[2m[toy/tea]\x1b[0m
       收购\x1b[1;31m红荼\x1b[0m，运走烟媒。
           \x1b[1;31m^^^^\x1b[0m \x1b[32m→ 改为“红茶”（--fix）\x1b[0m

\x1b[1m共 1 处：错误 1。\x1b[0m
--fix 可改 1 处。
"""


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_colours_on_a_terminal(arguments: list[str], variables: dict[str, str], colored: bool) -> None:
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    shown = Terminal("check", "a.txt", "--select", "toy/tea", *arguments, **variables).rest().replace("\r\n", "\n")
    assert shown == (SCREEN if colored else re.sub("\x1b\\[[0-9;]*m", "", SCREEN))


def test_the_report_fits_the_terminal() -> None:
    Path("a.txt").write_text("　　" + "各队按时出发，" * 40 + "收购红荼，" + "沿途做好登记，" * 40, encoding="utf-8")
    for columns in (60, 80, 120):
        lines = Terminal("check", "a.txt", "--color", "never", columns=columns).rest().replace("\r\n", "\n").split("\n")
        words, marker = lines[3:5]
        before = words.partition("红荼")[0]
        assert len(marker.partition("^")[0]) == sum(2 if character > "\u2fff" else 1 for character in before)
        assert columns - 8 <= sum(2 if character > "\u2fff" else 1 for character in words) <= columns


def test_progress_is_shown_on_a_terminal_and_wiped() -> None:
    for i in range(8):
        Path(f"{i}.txt").write_text("各队按时出发，沿途做好登记。\n" * 150_000 + "红荼\n", encoding="utf-8")
    shown = Terminal("check", "--jobs", "1", "--no-cache", "--output-format", "concise", "--color", "never").rest()
    found = [f"{i}.txt:150001:1: error toy/tea “红荼”应为“红茶”" for i in range(8)]
    progress, report = shown.split("\r\x1b[K")[1:-1], shown.split("\r\x1b[K")[-1]
    assert report.split("\r\n") == [*found, ""]
    assert not progress or all(re.fullmatch(r"正在检查 [0-8]/8 个文件，[0-9]+ 秒", line) for line in progress)


def test_watch_reports_anew_after_a_change_and_ends_with_an_interrupt() -> None:
    Path("a.txt").write_text("红荼\n", encoding="utf-8")
    terminal = Terminal("check", "--watch", "--output-format", "concise", "--color", "never", "--select", "toy")
    waiting = "Ctrl-C 结束。"
    first = terminal.until(waiting)
    assert first.startswith("\x1b[2J\x1b[3J\x1b[Ha.txt:1:1: error toy/tea")
    Path("a.txt").write_text("烟媒\n", encoding="utf-8")
    assert "a.txt:1:1: warning toy/coal" in terminal.until(waiting)
    Path("b.txt").write_text("俩个\n", encoding="utf-8")
    assert "b.txt:1:1: hint toy/pair" in terminal.until(waiting)
    Path("speechlint.toml").write_text('rule-packs = ["pack"]\nlang = "en"\n', encoding="utf-8")
    assert "'烟媒' should be '烟煤'" in terminal.until(waiting)
    rule = Path("pack/toy/coal.toml")
    rule.write_text(rule.read_text(encoding="utf-8").replace('"warning"', '"error"'), encoding="utf-8")
    assert "a.txt:1:1: error toy/coal" in terminal.until(waiting)
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.process.wait(30) == 0
    assert "Traceback" not in terminal.rest()


def test_watch_without_a_terminal_clears_nothing() -> None:
    Path("a.txt").write_text("红荼\n", encoding="utf-8")
    process = start("check", "--watch", "--output-format", "concise")
    assert process.stdout and process.stderr
    assert process.stdout.readline().decode() == "a.txt:1:1: error toy/tea “红荼”应为“红茶”\n"
    assert process.stderr.readline().decode().endswith("Ctrl-C 结束。\n")
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0


def test_an_interrupt_leaves_no_half_written_file() -> None:
    Path("a.txt").write_text(DRAFT * 200_000, encoding="utf-8")
    process = start("check", "--fix", "--no-cache", "a.txt")
    time.sleep(0.7)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=120)
    assert Path("a.txt").read_text(encoding="utf-8") in (DRAFT * 200_000, DRAFT.replace("红荼", "红茶") * 200_000)
    assert [path.name for path in Path().iterdir() if path.name.endswith(".tmp")] == []


RAISING = """\
from speechlint import hookimpl

@hookimpl
def speechlint_{hook}({arguments}):
    raise RuntimeError("no luck")
"""


@pytest.mark.parametrize(
    ("hook", "arguments", "said"),
    [
        (
            "rules",
            "",
            "插件（raising）出错：RuntimeError: no luck（raising_plugin.py:5）。升级它，或从 plugins 中删去。",
        ),
        ("quiet_spans", "document", "a.txt：检查时出错：raising: speechlint_quiet_spans: RuntimeError: no luck"),
    ],
)
def test_a_plugin_that_raises_is_named(hook: str, arguments: str, said: str, tmp_path: Path) -> None:
    site = install(tmp_path, "raising", RAISING.format(hook=hook, arguments=arguments))
    Path("a.txt").write_text("红荼\n", encoding="utf-8")
    process = start("check", "--fix", "--output-format", "concise", variables={"PYTHONPATH": site})
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert said in err.decode()
    assert "Traceback" not in err.decode()
    assert Path("a.txt").read_text(encoding="utf-8") == "红荼\n"


def test_numpy_starts_no_threads() -> None:
    """They would cost every run as much time as all of numpy's imports."""
    program = (
        "import sys; sys.argv[1:] = ['--version']\n"
        "from speechlint.cli.main import main\n"
        "main()\n"
        "import os, numpy\n"
        "print(len(os.listdir('/proc/self/task')))\n"
    )
    if not Path("/proc/self/task").is_dir():
        pytest.skip("no list of threads here")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "1"
