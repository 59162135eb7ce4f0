"""Commits into a repository of drafts that names the hooks by `repo:` and `rev:`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from tests.packaging.environment import run

MASKED = "散会前，X县长对汛期值守作了安排。\n"
SETTLED = "散会前，白县长对汛期值守作了安排。\n"
CONFIGURATION = """\
exclude = ["旧稿/"]

[placeholders.values]
"X县长" = "白县长"
"""


class Desk(NamedTuple):
    """A repository of drafts with pre-commit installed, and the variables that its commands run with."""

    folder: Path
    home: dict[str, str]

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self, *names: str) -> subprocess.CompletedProcess[str]:
        run(["git", "add", "--", *names], self.folder)
        return run(["git", "commit", "-q", "-m", "稿子"], self.folder, status=None, **self.home)

    def committed(self) -> list[str]:
        listed = run(["git", "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD"], self.folder)
        return listed.stdout.splitlines()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables under which pre-commit keeps its environments apart from those of the user, for all tests here."""
    folder = tmp_path_factory.mktemp("commits")
    author = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {"PRE_COMMIT_HOME": str(folder / "home"), "XDG_CACHE_HOME": str(folder / "cache"), **author}


def desk(folder: Path, repository: Path, home: dict[str, str], *hooks: str) -> Desk:
    if shutil.which("git") is None:
        pytest.skip("git is missing")
    folder.mkdir()
    revision = run(["git", "rev-parse", "HEAD"], repository).stdout.strip()
    named = "".join(f"      - id: {name}\n" for name in hooks)
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {repository.as_uri()}\n    rev: {revision}\n    hooks:\n{named}", encoding="utf-8"
    )
    (folder / "speechlint.toml").write_text(CONFIGURATION, encoding="utf-8")
    run(["git", "init", "-q"], folder)
    run([sys.executable, "-m", "pre_commit", "install"], folder, **home)
    made = Desk(folder, home)
    assert made.commit(".pre-commit-config.yaml", "speechlint.toml").returncode == 0
    return made


def test_a_leftover_mask_blocks_the_commit(tmp_path: Path, repository: Path, home: dict[str, str]) -> None:
    made = desk(tmp_path / "稿 库", repository, home, "speechlint")
    made.write("讲话 初稿.txt", MASKED)
    refused = made.commit("讲话 初稿.txt")
    assert refused.returncode == 1
    assert "讲话 初稿.txt" not in made.committed()
    said = refused.stdout + refused.stderr
    assert "讲话 初稿.txt" in said and "把“X县长”换成“白县长”" in said

    made.write("讲话 初稿.txt", SETTLED)
    assert made.commit("讲话 初稿.txt").returncode == 0
    assert "讲话 初稿.txt" in made.committed()


def test_excluded_drafts_may_be_committed(tmp_path: Path, repository: Path, home: dict[str, str]) -> None:
    made = desk(tmp_path / "drafts", repository, home, "speechlint")
    made.write("旧稿/去年.txt", MASKED)
    made.write("notes.csv", MASKED)
    assert made.commit("旧稿/去年.txt", "notes.csv").returncode == 0
    assert {"旧稿/去年.txt", "notes.csv"} <= set(made.committed())


def test_the_mended_draft_waits_to_be_added(tmp_path: Path, repository: Path, home: dict[str, str]) -> None:
    made = desk(tmp_path / "drafts", repository, home, "speechlint-fix")
    path = made.write("初稿.md", MASKED)
    assert made.commit("初稿.md").returncode == 1
    assert path.read_text(encoding="utf-8") == SETTLED
    assert run(["git", "show", ":初稿.md"], made.folder).stdout == MASKED  # what was added is still the draft as it was
    assert made.commit("初稿.md").returncode == 0
    assert run(["git", "show", "HEAD:初稿.md"], made.folder).stdout == SETTLED


def test_word_files_are_drafts_too(tmp_path: Path, repository: Path, home: dict[str, str]) -> None:
    made = desk(tmp_path / "drafts", repository, home, "speechlint-fix")
    file = made.folder / "讲话 定稿.docx"
    word = docx.Document()
    word.add_paragraph(MASKED.strip())
    word.save(str(file))
    refused = made.commit(file.name)
    assert refused.returncode == 1
    assert file.name not in made.committed()
    assert [paragraph.text for paragraph in docx.Document(str(file)).paragraphs] == [SETTLED.strip()]
    assert made.commit(file.name).returncode == 0
    assert file.name in made.committed()
