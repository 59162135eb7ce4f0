"""The two commands of the README, in a fresh clone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.packaging.environment import ROOT, clone, run


def command_of(name: str) -> str:
    """The fenced command behind the marker `<!-- command: NAME -->`."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(rf"<!-- command: {name} -->\n```[a-z]*\n(.+)\n```\n", text)
    return str(command)


@pytest.mark.parametrize("name", ["run", "test"])
def test_both_readmes_give_the_same_commands(name: str) -> None:
    assert command_of(name) in (ROOT / "README.zh.md").read_text(encoding="utf-8")


def test_the_first_reports_findings(repository: Path, tmp_path: Path) -> None:
    folder = clone(tmp_path / "speechlint")
    done = run(["bash", "-c", command_of("run")], folder, status=1, XDG_CACHE_HOME=str(tmp_path / "cache"))
    reported = set(re.findall(r"fixtures/([a-z0-9-]+)/draft\.txt", done.stdout))
    assert len(reported) >= 5
    assert not any(case.startswith("clean-") for case in reported)
    assert "Traceback" not in done.stderr


def test_the_second_runs_the_tests(repository: Path, tmp_path: Path) -> None:
    """A few of them: all of them would come back here."""
    folder = clone(tmp_path / "speechlint")
    done = run(["bash", "-c", command_of("test")], folder, PYTEST_ADDOPTS="-k test_layers")
    assert re.search(r"[0-9]+ passed", done.stdout)
    assert "failed" not in done.stdout
