"""What a run does with files that it cannot or may not rewrite."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from speechlint.cli.main import main
from speechlint.engine import work
from speechlint.engine.beside import beside, sweep
from speechlint.engine.write import replace_file
from tests.formats.docx.making import document, paragraph
from tests.trust.drafts import Folder, folder_of, mend, mending

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = folder_of(tmp_path / "drafts", 3, paragraphs=2)
    made.lay_out()
    return made


def test_a_file_with_two_names_is_left_alone(folder: Folder, tmp_path: Path) -> None:
    os.link(folder.path / "稿 001.txt", tmp_path / "other.txt")
    done = mend(folder.path)
    assert done.returncode == 2
    assert "稿 001.txt：文件有 2 个名字（硬链接），没有写入；请先另存一份再改" in done.stderr
    assert list(folder.states().values()) == ["new", "old", "new"]


@pytest.fixture
def words(tmp_path: Path) -> Folder:
    """Three texts and a Word file."""
    made = folder_of(tmp_path / "words", 4, paragraphs=2, words=True)
    made.lay_out()
    return made


@pytest.mark.parametrize("room", ["none", "some", "all but a byte"])
def test_a_limit_leaves_the_old_file(room: str, words: Folder) -> None:
    """Whoever runs it: the system refuses more bytes before, amid or at the end of the new file."""
    shortest = min(map(len, words.after.values()))
    size = {"none": 0, "some": 100, "all but a byte": shortest - 1}[room]

    def quota() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        mending(words.path, "--no-cache", "--jobs", "1"), capture_output=True, text=True, preexec_fn=quota, check=False
    )
    assert done.returncode == 2
    assert done.stderr.count("无法写入：File too large") == 4
    assert set(words.states().values()) == {"old"}
    assert words.strangers() == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """On a file system of its own that has no room left for a second copy of any draft."""
    here = [sys.executable, "-m", "tests.trust.full_disk", str(tmp_path)]
    for command in (["unshare", "-rm", *here], here):  # in a name space of its own, or as an administrator
        if shutil.which(command[0]) is None:
            continue
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.stdout:
            break
    else:
        pytest.skip("no file system can be mounted here; the limits above are no less full")
    full, again = json.loads(done.stdout)
    assert full["status"] == 2
    assert full["said"].count("无法写入：No space left on device") == 4
    assert set(full["states"].values()) == {"old"} and full["left"] == []
    assert (again["status"], again["said"]) == (0, "")
    assert set(again["states"].values()) == {"new"}


def test_a_read_only_draft_is_left_alone(words: Folder) -> None:
    for name in ("稿 000.txt", "稿 003.docx"):
        (words.path / name).chmod(0o444)
    done = mend(words.path)
    assert done.returncode == 2
    assert done.stderr.count("文件是只读的，没有写入；请先解除只读") == 2
    assert list(words.states().values()) == ["old", "new", "new", "old"]


@pytest.mark.parametrize("named", [True, False], ids=["named", "in a folder"])
def test_a_pipe_is_left_alone(named: bool, words: Folder) -> None:
    """It is not waited for, and the drafts beside it are mended."""
    pipe = words.path / "管道.txt"
    os.mkfifo(pipe)
    command = mending(words.path, *([str(pipe)] if named else []))
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == (2 if named else 0)
    assert (not named or "管道.txt：是管道" in done.stderr) and pipe.is_fifo()
    assert set(words.states().values()) == {"new"}


@pytest.mark.parametrize("name", ["稿 000.txt", "稿 003.docx"])
def test_a_draft_that_somebody_saves_meanwhile_is_left_alone(
    name: str, words: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replace = work.replace_file

    def slow(path: str, before: bytes, after: bytes, *, backup: bool = False) -> None:
        if Path(path).name == name:
            Path(path).write_bytes(before + b"\n")
        replace(path, before, after, backup=backup)

    monkeypatch.setattr(work, "replace_file", slow)
    status = main([*mending(words.path, "--jobs", "1", "--backup")[3:]])
    assert status == 2
    assert f"{name}：检查期间被别的程序改动，没有写入；请重新运行" in capsys.readouterr().err
    assert (words.path / name).read_bytes() == words.before[name] + b"\n"
    assert words.states() == {other: "harmed" if other == name else "new" for other in words.before}
    assert not (words.path / f"{name}.bak").exists()


def give_up_powers() -> None:
    """Let the program that this process becomes heed permissions, though an administrator starts it."""
    drop, override, search = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    library = ctypes.CDLL(None)
    for power in (override, search):
        library.prctl(drop, power, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets an administrator give up powers")
def test_a_closed_folder_is_left_alone(folder: Folder) -> None:
    folder.path.chmod(0o555)
    try:
        done = subprocess.run(
            mending(folder.path), capture_output=True, encoding="utf-8", preexec_fn=give_up_powers, check=False
        )
    finally:
        folder.path.chmod(0o755)
    assert done.returncode == 2 and "无法写入" in done.stderr
    assert set(folder.states().values()) == {"old"}


@pytest.mark.parametrize("name", ["稿 000.txt", "稿 003.docx"])
def test_backups_keep_what_was_there(name: str, words: Folder) -> None:
    folder = words
    assert mend(folder.path, "--backup").returncode == 0
    assert (folder.path / f"{name}.bak").read_bytes() == folder.before[name]
    assert set(folder.states().values()) == {"new"}

    another = words.before[name] * 2 if name.endswith(".txt") else document(paragraph("X乡长来了。"))
    (folder.path / name).write_bytes(another)
    assert mend(folder.path, "--backup").returncode == 0
    assert (folder.path / f"{name}.bak").read_bytes() == folder.before[name]
    assert (folder.path / f"{name}.bak2").read_bytes() == another
    assert len(folder.strangers()) == len(folder.before) + 1


def test_a_backup_of_the_same_bytes_is_made_once(folder: Folder) -> None:
    for _ in range(2):
        folder.lay_out()
        assert mend(folder.path, "--backup").returncode == 0
    assert folder.strangers() == sorted(f"{name}.bak" for name in folder.before)


@pytest.mark.parametrize("arguments", [["--backup"], ["--backup", "--diff"], ["--backup", "--fix", "-"]])
def test_a_backup_of_nothing_is_refused(arguments: list[str], tmp_path: Path) -> None:
    command = mending(tmp_path)[:4]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2 and "--backup 要与 --fix 同用" in done.stderr


def test_runs_side_by_side_harm_nothing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "drafts", 20, paragraphs=40)
    folder.lay_out()
    runs = [subprocess.Popen(mending(folder.path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
    for run in runs:
        _, said = run.communicate()
        assert run.returncode == 0, said.decode()
    assert set(folder.states().values()) == {"new"}
    assert folder.strangers() == []


def test_names_that_are_hard_to_print(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "drafts", 1, paragraphs=1)
    ((before, after),) = zip(folder.before.values(), folder.after.values(), strict=True)
    names = ["two\nlines.txt", os.fsdecode(b"\xff\xfe.txt"), "名" * 83 + ".txt"]
    for name in names:
        (folder.path / name).write_bytes(before)
    assert mend(folder.path).returncode == 0
    for name in names:
        assert (folder.path / name).read_bytes() == after


@pytest.mark.parametrize("backup", [False, True], ids=["plain", "backup"])
def test_bytes_are_on_the_disk_before_they_take_the_name(
    backup: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the folder after it: no failure of the power leaves an empty file, or neither the old one nor the new."""
    steps: list[str] = []

    def told(name: str) -> None:
        real = getattr(os, name)

        def step(first: int | str, *more: str) -> None:
            is_folder = isinstance(first, int) and stat.S_ISDIR(os.fstat(first).st_mode)
            steps.append(f"{name} folder" if is_folder else name)
            real(first, *more)

        monkeypatch.setattr(os, name, step)

    for name in ("fsync", "rename", "replace"):
        told(name)
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")
    replace_file(str(draft), b"old", b"new", backup=backup)
    kept = ["fsync", "rename"] if backup else []
    assert steps == ["fsync", *kept, "replace", "fsync folder"]
    assert draft.read_bytes() == b"new"


def test_only_leftovers_are_swept(tmp_path: Path) -> None:
    leftover = tmp_path / ".speechlint-0123456789abcdef.tmp"
    foreign = tmp_path / ".speechlint-notes.tmp"
    link = tmp_path / ".speechlint-fedcba9876543210.tmp"
    leftover.write_bytes(b"half a dra")
    foreign.write_bytes(b"somebody's")
    link.symlink_to(foreign)
    with beside(str(tmp_path / "draft.txt"), b"at work") as held:
        sweep(str(tmp_path))
        assert Path(held).read_bytes() == b"at work"
    assert sorted(tmp_path.iterdir()) == sorted([foreign, link])


def test_the_next_run_that_mends_tidies_up(folder: Folder, tmp_path: Path) -> None:
    """Also where a link leads; one that only looks deletes nothing."""
    (tmp_path / "far").mkdir()
    (tmp_path / "far/draft.txt").write_bytes(folder.before["稿 000.txt"])
    (folder.path / "link.txt").symlink_to(tmp_path / "far/draft.txt")
    left = [place / ".speechlint-0123456789abcdef.tmp" for place in (folder.path, tmp_path / "far")]
    for leftover in left:
        leftover.write_bytes(b"half a dra")
    looking = [argument for argument in mending(folder.path) if argument != "--fix"]
    for command, remains in ((looking, True), ([*looking, "--diff"], True), (mending(folder.path), False)):
        subprocess.run(command, capture_output=True, check=False)
        assert [leftover.exists() for leftover in left] == [remains, remains], command
    assert set(folder.states().values()) == {"new"}


def test_a_folder_that_is_gone_is_swept_silently(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    sweep(str(tmp_path))
