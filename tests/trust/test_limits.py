"""Files of a size, or of a kind, that nobody means: they are named and refused, and the others go on."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from speechlint.formats import bounded
from speechlint.formats.bounded import Limit, RefusedFileError, read_bytes, read_stream
from tests.cli.conftest import Call, folder
from tests.cli.conftest import call as call

__all__ = ["folder"]  # a fixture for every test here
GIGABYTE = 1024**3
SLIP = "收购红荼。\n"


def sparse(path: str, size: int, text: str = "") -> None:
    """A file that says it is so large, and takes no room on the disk."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    os.truncate(path, size)


def program(
    *arguments: str, memory: int | None = None, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """A real process, which may have so many bytes of memory only."""

    def limit() -> None:
        if memory is not None:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    command = [sys.executable, "-m", "speechlint", *arguments]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.run(
        command, env=environment, input=given, capture_output=True, preexec_fn=limit, timeout=120, check=False
    )


# --- sizes ----------------------------------------------------------------------------------------------------------

HUGE = [
    ("draft.txt", bounded.DRAFT),
    ("draft.docx", bounded.DRAFT),
    ("speechlint.toml", bounded.CONFIGURATION),
    (".speechlint.toml", bounded.CONFIGURATION),
    ("pyproject.toml", bounded.CONFIGURATION),
    ("base.toml", bounded.CONFIGURATION),
    ("pack/toy/more.toml", bounded.RULE),
    (".speechlint-baseline.json", bounded.BASELINE),
    ("known.json", bounded.BASELINE),
    (".gitignore", bounded.IGNORED),
]


@pytest.mark.parametrize(("name", "limit"), HUGE, ids=[name for name, _ in HUGE])
def test_a_huge_file_is_named_and_not_read(name: str, limit: Limit) -> None:
    """Not even begun: the process may have one gigabyte of memory, and the file has three."""
    Path("speechlint.toml").unlink()
    more = {"base.toml": 'extend = "base.toml"\n', "known.json": 'baseline = "known.json"\n'}.get(name, "")
    if name not in ("speechlint.toml", "pyproject.toml"):
        Path("speechlint.toml").write_text(f'rule-packs = ["pack"]\n{more}', encoding="utf-8")
    sparse(name, 3 * GIGABYTE)
    Path("a.txt").write_text(SLIP, encoding="utf-8")
    done = program("check", "--jobs", "1", ".", memory=GIGABYTE)
    said = done.stderr.decode()
    assert done.returncode == 2 and "Traceback" not in said
    assert name in said
    told = f"有 3,072.0 MB，超过上限 {limit.most // 1024**2} MB，没有读；{limit.zh}"
    assert told in said
    assert said.count("超过上限") == 1
    if name.startswith("draft"):
        assert "红荼" in done.stdout.decode(), "the others go on"


@pytest.mark.parametrize(
    "command", [["outline"], ["words"], ["convert", "--to", "hant"], ["check", "--fix"], ["check", "--diff"]]
)
def test_every_command_refuses_a_huge_draft(command: list[str], call: Call) -> None:
    sparse("huge.txt", bounded.DRAFT.most + 1)
    before = Path("huge.txt").stat().st_mtime_ns
    status, _, err = call(*command, "huge.txt")
    assert status == 2 and "huge.txt：有 512.1 MB，超过上限 512 MB，没有读；请分成几个文件" in err
    assert Path("huge.txt").stat().st_mtime_ns == before


def test_standard_input_has_a_limit_too() -> None:
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123
        command = [sys.executable, "-m", "speechlint", "check", "-"]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
        done = subprocess.run(command, env=environment, stdin=endless, capture_output=True, timeout=120, check=False)
    assert done.returncode == 2
    assert "-：有 512.1 MB，超过上限 512 MB" in done.stderr.decode() and b"Traceback" not in done.stderr


def test_a_draft_that_the_memory_does_not_hold_is_named() -> None:
    Path("a.txt").write_text("近日，X市召开大会。\n", encoding="utf-8")
    Path("b.txt").write_text("会议顺利结束。\n" * 3_000_000, encoding="utf-8")
    done = program("check", "--isolated", "--no-cache", "--jobs", "1", ".", memory=350 * 1024**2)
    said = done.stderr.decode()
    assert done.returncode == 2 and "Traceback" not in said
    assert "b.txt：内存不够，没有检查；请分成几个文件" in said
    assert "X市" in done.stdout.decode()


def test_limits_hold_to_the_byte(tmp_path: Path) -> None:
    limit = Limit(1000, "甲", "a")
    file = tmp_path / "a"
    file.write_bytes(b"x" * 1000)
    assert read_bytes(file, limit) == b"x" * 1000
    file.write_bytes(b"")
    assert read_bytes(str(file), limit) == b""
    file.write_bytes(b"x" * 1001)
    with pytest.raises(RefusedFileError, match=r"more than the limit of 0 MB, and was not read; a"):
        read_bytes(file, limit)


def test_a_file_that_grows_while_it_is_read(tmp_path: Path) -> None:
    """What it says of its size is no promise: files of the kernel say 0."""
    file = tmp_path / "a"
    file.write_bytes(b"x" * 3000)
    with file.open("rb", buffering=0) as stream:
        assert read_stream(stream, Limit(3000, "", ""), size=1000) == b"x" * 3000
    with file.open("rb", buffering=0) as stream, pytest.raises(RefusedFileError):
        read_stream(stream, Limit(2999, "", ""), size=1000)
    assert read_bytes("/proc/self/status", Limit(100_000, "", "")).startswith(b"Name:")


# --- kinds ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def odd() -> None:
    Path("a.txt").write_text(SLIP, encoding="utf-8")
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
    Path("zero.txt").symlink_to("/dev/zero")
    Path("folder.txt").mkdir()


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize("more", [[], ["--fix"], ["--diff"], ["--no-cache"], ["--jobs", "2"]], ids=" ".join)
def test_what_is_no_file_is_not_waited_for(more: list[str]) -> None:
    named = program("check", *more, "pipe.txt", "socket.md", "zero.txt", "a.txt")
    said = named.stderr.decode()
    assert named.returncode == 2
    for told in ("pipe.txt：是管道", "socket.md：是套接字", "zero.txt：是设备"):
        assert f"{told}，不是普通文件，没有读" in said
    assert ("红荼" in named.stdout.decode()) is (more != ["--fix"])


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize("command", [["outline"], ["words"], ["convert", "--to", "hant"]], ids=" ".join)
def test_no_command_waits_for_a_pipe(command: list[str]) -> None:
    done = program(*command, "pipe.txt")
    assert done.returncode == 2 and "pipe.txt：是管道，不是普通文件，没有读" in done.stderr.decode()


@pytest.mark.usefixtures("odd")
def test_what_lies_in_a_folder_and_is_no_file_is_told() -> None:
    done = program("check", ".")
    assert done.returncode == 1 and "红荼" in done.stdout.decode()
    assert done.stderr.decode().count("是管道或设备，不是普通文件，没有检查") == 3


@pytest.mark.parametrize("name", ["speechlint.toml", "known.json", ".gitignore", "pack/toy/more.toml"])
@pytest.mark.parametrize("kind", ["socket", "folder", "device"])
def test_no_other_kind_of_file_is_read_either(kind: str, name: str) -> None:
    Path("a.txt").write_text(SLIP, encoding="utf-8")
    Path("speechlint.toml").write_text('rule-packs = ["pack"]\nbaseline = "known.json"\n', encoding="utf-8")
    Path("known.json").write_text('{"version": 1, "findings": {}}', encoding="utf-8")
    Path(name).unlink(missing_ok=True)
    if kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(name)
    elif kind == "folder":
        Path(name).mkdir()
    else:
        Path(name).symlink_to("/dev/zero")
    done = program("check", ".")
    said = done.stderr.decode()
    if (kind, name) in (("device", ".gitignore"), ("folder", "speechlint.toml")):  # a link, which git does not follow
        assert done.returncode in (0, 1) and not said
        return
    assert done.returncode == 2 and name in said and "Traceback" not in said


def test_what_the_user_gives_is_read() -> None:
    """A pipe that stands on standard input, and one of the shell's own; nothing where that is meant."""
    for name in ("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"):
        done = program("check", "--isolated", name, given="近日，X市召开大会。\n".encode())
        assert done.returncode == 1 and "X市" in done.stdout.decode(), name
    assert program("check", "--isolated", "/dev/null").returncode == 0
