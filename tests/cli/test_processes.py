"""What only real processes show: watching, terminals, plugins."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import DRAFT, Terminal, install, start

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


INTERRUPTED = """\
import sys
from speechlint.cli.main import main

class Keyboard:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Keyboard())
sys.exit(main())
"""


@pytest.mark.parametrize("module", ["speechlint.cli.program", "speechlint.cli.plain", "msgspec", "speechlint.cli.run"])
def test_ctrl_c_while_the_program_is_still_being_imported_says_nothing(module: str) -> None:
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    command = [sys.executable, "-c", INTERRUPTED.format(module=module), "check", "a.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")
