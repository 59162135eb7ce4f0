"""A process of our own ends at once, and as every other does for those who look at it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from speechlint.cli.main import main

RUN = "from speechlint.cli.main import main; raise SystemExit(main())"


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)


def test_report_and_status_are_whole(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("请与XXX同志联系。\n" * 2000, encoding="utf-8")
    done = run(RUN, "check", "--isolated", "--no-cache", "--output-format", "concise", str(draft))
    assert done.returncode == 1
    assert done.stdout.count("draft.txt") >= 2000
    assert done.stderr == ""


def test_those_who_wait_for_the_end_are_told() -> None:
    wait = "import atexit; atexit.register(print, 'told'); "
    assert run(wait + RUN, "--version").stdout.endswith("told\n")
    assert run(
        f"from speechlint.cli.main import main; status = main(); {wait}exit(status)", "--version"
    ).stdout.endswith("told\n")


def test_threads_are_waited_for() -> None:
    late = "import threading, time; threading.Thread(target=lambda: (time.sleep(1), print('late'))).start(); "
    assert "late\n" in run(late + RUN, "--version").stdout


def test_memory_is_not_taken_apart() -> None:
    last = "import sys\nclass Last:\n    def __del__(self): sys.stderr.write('apart')\nkept = Last()\n"
    assert run(last + RUN, "--version").stderr == ""
    assert run(last + "from speechlint.cli.main import main; main(['--version'])").stderr == "apart"


def test_the_process_of_a_caller_goes_on() -> None:
    assert main(["--version"]) == 0
