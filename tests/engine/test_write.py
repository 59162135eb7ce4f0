"""Writing: whole or not at all, and nothing else about the file changes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from speechlint.engine.write import RefusedError, replace_file, write_new

BEFORE, AFTER = b"before\n", b"after\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(BEFORE)
    return path


def others(path: Path) -> list[str]:
    return [entry.name for entry in path.parent.iterdir() if entry.name != path.name]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_permissions_are_kept(draft: Path, mode: int) -> None:
    draft.chmod(mode)
    replace_file(str(draft), BEFORE, AFTER)
    assert draft.read_bytes() == AFTER
    assert stat.S_IMODE(draft.stat().st_mode) == mode
    assert others(draft) == []


def test_a_link_leads_to_its_target(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    link = tmp_path / "sub" / "link.txt"
    link.symlink_to("../draft.txt")
    replace_file(str(link), BEFORE, AFTER)
    assert link.is_symlink()
    assert draft.read_bytes() == AFTER
    assert others(link) == []


def refused(path: Path) -> str:
    with pytest.raises(RefusedError) as caught:
        replace_file(str(path), BEFORE, AFTER)
    return caught.value.reason.zh


def test_a_read_only_file_is_left_alone(draft: Path) -> None:
    draft.chmod(0o444)
    assert refused(draft) == "文件是只读的，没有写入；请先解除只读"
    assert draft.read_bytes() == BEFORE
    assert others(draft) == []


def test_a_file_that_changed_meanwhile_is_left_alone(draft: Path) -> None:
    draft.write_bytes(b"by somebody else")
    assert refused(draft) == "检查期间被别的程序改动，没有写入；请重新运行"
    assert draft.read_bytes() == b"by somebody else"
    assert others(draft) == []


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe) == "不是普通文件，没有写入"
    assert refused(tmp_path / "gone.txt").startswith("无法写入：")


def test_a_failure_on_the_way_leaves_the_old_file(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(draft) == "无法写入：No space left on device"
    assert draft.read_bytes() == BEFORE
    assert others(draft) == []


def test_our_own_files(tmp_path: Path) -> None:
    new = tmp_path / "new.json"
    mask = os.umask(0o027)
    try:
        write_new(str(new), BEFORE)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(new.stat().st_mode) == 0o640
    new.chmod(0o600)
    write_new(str(new), AFTER)
    assert (new.read_bytes(), stat.S_IMODE(new.stat().st_mode)) == (AFTER, 0o600)
    with pytest.raises(OSError):
        write_new(str(tmp_path / "no" / "new.json"), AFTER)
