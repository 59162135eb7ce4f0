"""A plugin, installed beside the program: it runs where a configuration names it, and nowhere else."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.packaging.environment import Environment, run

HERE = Path(__file__).parent
DRAFT = "请民生服务科答复来信。\n"


@pytest.fixture(scope="session")
def environment(from_wheel: Environment, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    built = tmp_path_factory.mktemp("plugins")
    for name in ("example_plugin", "broken_plugin"):
        command = [sys.executable, "-m", "build", "-q", "--wheel", "--no-isolation", "--outdir", str(built)]
        run([*command, str(HERE / name)], built)
    from_wheel.install("--no-deps", *map(str, sorted(built.glob("*.whl"))))
    return from_wheel


def check(environment: Environment, folder: Path, config: str, *options: str, status: int) -> Any:
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "speechlint.toml").write_text(config, encoding="utf-8")
    command = [environment.speechlint, "check", "--no-cache", "--output-format", "json", *options, "draft.txt"]
    return run(command, folder, status=status)


def test_runs_when_it_is_named(environment: Environment, tmp_path: Path) -> None:
    done = check(environment, tmp_path, 'plugins = ["house"]', status=1)
    (found,) = json.loads(done.stdout)
    assert (found["code"], found["family"], found["text"]) == ("house/former-name", "house", "民生服务科")
    assert found["message"] == "“民生服务科”已更名，应为“民生服务处”"


def test_mends_when_it_is_asked(environment: Environment, tmp_path: Path) -> None:
    check(environment, tmp_path, 'plugins = ["house"]', "--fix", "--unsafe-fixes", status=0)
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == "请民生服务处答复来信。\n"


def test_is_absent_when_it_is_not_named(environment: Environment, tmp_path: Path) -> None:
    assert check(environment, tmp_path, "", status=0).stdout.strip() == "[]"
    done = check(environment, tmp_path, 'select = ["house/former-name"]', status=2)
    assert "没有规则或类别“house/former-name”" in done.stderr


def test_its_rule_is_listed_explained_and_tested(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_text('plugins = ["house"]', encoding="utf-8")
    done = run([environment.speechlint, "rules", "--output-format", "json"], tmp_path)
    assert "house/former-name" in {rule["code"] for rule in json.loads(done.stdout)}
    assert "机构的旧名" in run([environment.speechlint, "explain", "house/former-name"], tmp_path).stdout
    run([environment.speechlint, "test", "house/former-name"], tmp_path)


FAULTY = [
    ("broken", "插件“broken”无法载入：RuntimeError: its data file is missing。升级它，或从 plugins 中删去。"),
    ("hous", "插件“hous”没有安装。已安装的插件：broken、house。用 pip 安装它，或从 plugins 中删去。"),
]


@pytest.mark.parametrize(("name", "wanted"), FAULTY, ids=[row[0] for row in FAULTY])
def test_one_that_cannot_be_loaded_stops_the_run(
    name: str, wanted: str, environment: Environment, tmp_path: Path
) -> None:
    done = check(environment, tmp_path, f'plugins = ["{name}"]', status=2)
    assert wanted in done.stderr
    assert "Traceback" not in done.stderr
