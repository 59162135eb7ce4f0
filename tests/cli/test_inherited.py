"""A run that a daemon or an odd shell has started gives what any other gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DEAF = "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
RUN = "import os, sys; os.execv(sys.executable, [sys.executable, '-m', 'speechlint', *sys.argv[1:]])"
BROKEN = """
import sys
from speechlint.cli import program
def run(argv): raise RuntimeError('渡口')
program.run = run
from speechlint.cli.main import main
raise SystemExit(main())
"""
DRAFT = "近日，X市在xx县召开会议，投资20xx万元。\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals and streams on Windows")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Enough small ones for several workers, and one that is shared between two processes, its report too."""
    for i in range(120):
        (tmp_path / f"{i:03}.txt").write_text(DRAFT * 60, encoding="utf-8")
    (tmp_path / "large.txt").write_text(DRAFT * 12_000, encoding="utf-8")
    return tmp_path


def run(before: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", before + RUN, "check", "--isolated", "--no-cache", *arguments]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.mark.parametrize("file", ["", "large.txt"], ids=["many", "large"])
@pytest.mark.parametrize("form", ["json", "concise"])
def test_a_parent_that_is_deaf_to_ended_processes(file: str, form: str, drafts: Path) -> None:
    asked = "--output-format", form, str(drafts / file)
    plain = run("", "--jobs", "1", *asked)
    deaf = run(DEAF, "--jobs", "2", *asked)
    assert (deaf.returncode, deaf.stderr) == (plain.returncode, plain.stderr) == (1, b"")
    assert deaf.stdout == plain.stdout


@pytest.mark.parametrize("stream", [0, 1, 2])
def test_a_closed_stream(stream: int, drafts: Path, tmp_path: Path) -> None:
    report = tmp_path / "report"
    asked = "--output-file", str(report), "--output-format", "concise", str(drafts / "000.txt")
    assert run(f"import os; os.close({stream})\n", *asked).returncode == 1
    closed = report.read_bytes()
    assert run("", *asked).returncode == 1
    assert closed.count(b"\n") >= 180
    assert report.read_bytes() == closed


def test_a_fault_of_ours_is_no_finding() -> None:
    done = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "RuntimeError: 渡口\n" in done.stderr.decode()
    assert "请报告" in done.stderr.decode().splitlines()[-1]
