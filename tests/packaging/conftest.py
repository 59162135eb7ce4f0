"""What the tests of packaging share: they are slow, and run one after another on one worker."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.packaging.environment import ROOT, Environment, clone, new_environment, run

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group("packaging"))


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "-q", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    (file,) = dist.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def sdist(dist: Path) -> Path:
    (file,) = dist.glob("*.tar.gz")
    return file


@pytest.fixture(scope="session")
def from_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel and its dependencies; plugins are added to it, and load only when named."""
    environment = new_environment(tmp_path_factory.mktemp("clean") / "venv")
    environment.install(str(wheel))
    return environment


@pytest.fixture(scope="session")
def from_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = new_environment(tmp_path_factory.mktemp("clean") / "venv")
    environment.install(str(sdist))
    return environment


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone; skips where the tests run outside of a repository."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git repository")
    return clone(tmp_path_factory.mktemp("clone") / "speechlint")
