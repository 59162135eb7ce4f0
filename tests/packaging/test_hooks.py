"""The hooks, run by pre-commit over a repository of drafts."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.packaging.environment import run

DIRTY = "会议在X县召开，各乡镇负责同志参加。\n"
CLEAN = "会议在临江县召开，各乡镇负责同志参加。\n"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where pre-commit keeps its environments, and the variables that say so."""
    folder = tmp_path_factory.mktemp("pre-commit")
    author = {
        f"GIT_{who}_{what}": "drafts@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return {"PRE_COMMIT_HOME": str(folder / "home"), "XDG_CACHE_HOME": str(folder / "cache"), **author}


@pytest.fixture
def drafts(tmp_path: Path, home: dict[str, str]) -> Path:
    """A repository of drafts: one dirty, one clean, one excluded, and a picture."""
    if shutil.which("git") is None:
        pytest.skip("git is missing")
    folder = tmp_path / "drafts"
    (folder / "old").mkdir(parents=True)
    (folder / "dirty.txt").write_text(DIRTY, encoding="utf-8")
    (folder / "clean.md").write_text(CLEAN, encoding="utf-8")
    (folder / "old" / "dirty.txt").write_text(DIRTY, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "speechlint.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
    run(["git", "init", "-q"], folder)
    run(["git", "add", "."], folder)
    return folder


def hook(repository: Path, drafts: Path, home: dict[str, str], name: str, *files: str, status: int) -> str:
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(repository), name, "--verbose", "--color", "never"]
    more = ["--files", *files] if files else ["--all-files"]
    return run([*command, *more], drafts, status=status, **home).stdout


def test_findings_stop_the_commit(repository: Path, drafts: Path, home: dict[str, str]) -> None:
    said = hook(repository, drafts, home, "speechlint", status=1)
    assert re.search(r"^speechlint\.+Failed$", said, re.MULTILINE)
    assert "X县" in said and "old/dirty.txt" not in said and "picture" not in said


def test_a_clean_draft_passes(repository: Path, drafts: Path, home: dict[str, str]) -> None:
    assert "Passed" in hook(repository, drafts, home, "speechlint", "clean.md", status=0)


def test_an_excluded_draft_passes_though_it_is_named(repository: Path, drafts: Path, home: dict[str, str]) -> None:
    assert "Passed" in hook(repository, drafts, home, "speechlint", "old/dirty.txt", status=0)


def test_the_mending_hook_mends(repository: Path, drafts: Path, home: dict[str, str]) -> None:
    (drafts / "speechlint.toml").write_text('[placeholders.values]\n"X县" = "临江县"\n', encoding="utf-8")
    said = hook(repository, drafts, home, "speechlint-fix", "dirty.txt", "clean.md", status=1)
    assert "files were modified by this hook" in said
    assert (drafts / "dirty.txt").read_text(encoding="utf-8") == CLEAN
