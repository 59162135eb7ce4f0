"""Clean environments: a virtual environment of its own, and no variable of the one that runs the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "PYTEST_ADDOPTS", "COVERAGE_PROCESS_START")


def clean_variables() -> dict[str, str]:
    """The variables of this process without those that lead to its own environment, or to the repository it works for."""
    variables = {
        name: value
        for name, value in os.environ.items()
        if name not in OURS and not name.startswith(("PYTEST_", "GIT_"))
    }
    if sys.prefix != sys.base_prefix:
        folders = variables.get("PATH", os.defpath).split(os.pathsep)
        own = Path(sys.prefix, "bin")
        variables["PATH"] = os.pathsep.join(folder for folder in folders if Path(folder) != own)
    return variables


def run(command: list[str], folder: Path, *, status: int | None = 0, **more: str) -> subprocess.CompletedProcess[str]:
    """The command in the folder. Fails with all that it said where its status is another than `status` (None: any)."""
    done = subprocess.run(
        command, cwd=folder, env=clean_variables() | more, capture_output=True, text=True, encoding="utf-8"
    )
    said = f"{command}: {done.returncode}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    assert status is None or done.returncode == status, said
    return done


@dataclass(frozen=True)
class Environment:
    """A virtual environment that holds nothing but what was installed into it."""

    folder: Path

    @property
    def python(self) -> str:
        return str(self.folder / "bin" / "python")

    @property
    def speechlint(self) -> str:
        return str(self.folder / "bin" / "speechlint")

    def install(self, *what: str) -> None:
        run([self.python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *what], self.folder)


def new_environment(folder: Path) -> Environment:
    run([sys.executable, "-m", "venv", str(folder)], folder.parent)
    return Environment(folder)


def clone(folder: Path) -> Path:
    """A fresh clone of what is committed."""
    run(["git", "-c", "safe.directory=*", "clone", "-q", "--no-hardlinks", str(ROOT), str(folder)], ROOT)
    return folder
