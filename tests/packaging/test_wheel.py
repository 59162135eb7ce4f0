"""The wheel and the source archive, installed where nothing else is."""

from __future__ import annotations

import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from speechlint import __version__
from speechlint.plugins.builtin import CHECKS
from speechlint.plugins.manager import catalogue
from speechlint.testing import read_marks
from tests.packaging.environment import ROOT, Environment, run

RULES = catalogue().by_id
OF_DATA = sorted(f"{file.parent.name}/{file.stem}" for file in (ROOT / "rules").rglob("*.toml"))
OF_PYTHON = [entry.partition(":")[0].replace(".", "/").replace("_", "-") for entry in CHECKS]


@pytest.fixture(params=["from_wheel", "from_sdist"])
def environment(request: pytest.FixtureRequest) -> Environment:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Environment)
    return found


def test_version(environment: Environment, tmp_path: Path) -> None:
    for command in ([environment.speechlint], [environment.python, "-m", "speechlint"]):
        assert run([*command, "--version"], tmp_path).stdout == f"speechlint {__version__}\n"


@pytest.mark.parametrize("kind", ["data", "Python"])
def test_runs_a_rule(kind: str, environment: Environment, tmp_path: Path) -> None:
    rule = RULES[(OF_DATA if kind == "data" else OF_PYTHON)[0]]
    text, spans = read_marks(rule.INVALID[0].marked)
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8", newline="")
    command = [environment.speechlint, "check", "--isolated", "--select", rule.id, "--output-format", "json", "."]
    done = run(command, tmp_path, status=None, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert [(found["code"], found["text"]) for found in json.loads(done.stdout)] == [
        (rule.id, span.of(text)) for span in spans
    ]


def test_writes_the_report_for_a_browser(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("会议在X县召开。\n", encoding="utf-8")
    command = [
        environment.speechlint,
        "check",
        "--isolated",
        "--output-format",
        "html",
        "--output-file",
        "report.html",
        ".",
    ]
    run(command, tmp_path, status=1, XDG_CACHE_HOME=str(tmp_path / "cache"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "会议在X县召开。" in page and page.count("<script") == 2


def test_holds_every_rule(environment: Environment, tmp_path: Path) -> None:
    done = run([environment.speechlint, "rules", "--isolated", "--output-format", "json"], tmp_path)
    assert {rule["code"] for rule in json.loads(done.stdout)} == set(RULES)


def test_examples_hold_where_it_is_installed(from_wheel: Environment, tmp_path: Path) -> None:
    run([from_wheel.speechlint, "test", "--isolated"], tmp_path)


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"speechlint", f"speechlint-{__version__}.dist-info"}
    wanted = {"speechlint/py.typed", "speechlint/config/speechlint.schema.json"}
    wanted |= {f"speechlint/_rules/{id}.toml" for id in OF_DATA}
    assert wanted <= set(names)


def test_the_wheel_is_no_larger_than_promised(wheel: Path) -> None:
    assert wheel.stat().st_size <= 15_000_000


def test_the_source_archive_holds_what_the_tests_need(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "NOTICE"}
    wanted |= {
        ".pre-commit-hooks.yaml",
        ".ci/run",
        "tests/conftest.py",
        "tools/build_rule_docs.py",
        "fixtures/README.md",
    }
    assert wanted <= names
