"""No network, and no writing but where the user asked for it, whatever is run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trust.drafts import Folder, folder_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = folder_of(tmp_path / "drafts", 2, paragraphs=3)
    made.lay_out()
    return made


def audited(folder: Path, allowed: list[Path], *arguments: str) -> subprocess.CompletedProcess[str]:
    variables = os.environ | {"SPEECHLINT_CACHE_DIR": str(folder.parent / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.trust.audited", os.pathsep.join(map(str, allowed)), *arguments]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--no-cache", "--jobs", "1", "."],
        ["check", "--no-cache", "--jobs", "1", "--output-format", "json", "."],
        ["check", "--no-cache", "--jobs", "1", "--output-format", "html", "."],
        ["check", "--no-cache", "--jobs", "1", "--diff", "."],
        ["outline", "稿 000.txt"],
        ["explain", "placeholder/latin-mask"],
        ["rules"],
        ["convert", "--to", "hant", "--diff", "稿 000.txt"],
    ],
    ids=" ".join,
)
def test_looking_writes_nothing(folder: Folder, arguments: list[str]) -> None:
    cache = folder.path.parent / "cache"  # results, which every command may keep
    done = audited(folder.path, [cache], *arguments)
    assert done.returncode in (0, 1), done.stderr
    assert set(folder.states().values()) == {"old"}
    assert folder.strangers() == []


def test_mending_writes_the_drafts_and_nothing_else(folder: Folder) -> None:
    cache = folder.path.parent / "cache"
    done = audited(folder.path, [folder.path, cache], "check", "--fix", "--jobs", "1", "--select", "placeholder", ".")
    assert done.returncode == 0, done.stderr
    assert set(folder.states().values()) == {"new"}
    assert folder.strangers() == []


def test_the_watchman_is_awake(folder: Folder) -> None:
    done = audited(folder.path, [], "check", "--fix", "--no-cache", "--jobs", "1", ".")
    assert done.returncode == 3
    assert "forbidden: open" in done.stderr


FORBIDDEN = {
    "import socket; socket.socket()": "socket.__new__",
    "import socket; socket.getaddrinfo('localhost', 80)": "socket.getaddrinfo",
    "import subprocess; subprocess.run(['true'])": "subprocess.Popen",
    "import os; os.system('true')": "os.system",
    "import os; os.posix_spawn('/bin/true', ['true'], {})": "os.posix_spawn",
    "import os; os.execv('/bin/true', ['true'])": "os.exec",
    "open('a', 'w')": "open",
    "open('a', 'x')": "open",
    "import os; os.open('a', os.O_CREAT)": "open",
    "import os; os.mkdir('a')": "os.mkdir",
    "import os; os.unlink('draft')": "os.remove",
    "import os; os.replace('draft', 'a')": "os.rename",
    "import os; os.symlink('draft', 'a')": "os.symlink",
    "import os; os.chmod('draft', 0)": "os.chmod",
}


@pytest.mark.parametrize(("deed", "event"), FORBIDDEN.items(), ids=FORBIDDEN)
def test_the_watchman_knows_every_deed(deed: str, event: str, tmp_path: Path) -> None:
    (tmp_path / "draft").write_text("稿", encoding="utf-8")
    program = f"from tests.trust.audited import forbid\nforbid([])\n{deed}"
    command = [sys.executable, "-B", "-c", program]
    done = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3 and f"forbidden: {event} " in done.stderr, done.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["draft"]


def test_the_library_writes_nothing(tmp_path: Path) -> None:
    program = (
        "from tests.trust.audited import forbid\n"
        "from speechlint import check_text, fix_text\n"
        "forbid([])\n"
        "assert check_text('会议在X县召开。') and fix_text('会议在召开。再接再励。').text\n"
    )
    command = [sys.executable, "-B", "-c", program]
    done = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
