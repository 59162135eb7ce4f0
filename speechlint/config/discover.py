"""Where configuration lies: the nearest file above a draft, and the repository that it must not leave."""

from __future__ import annotations

import os
from pathlib import Path

from speechlint.config.read import PYPROJECT, has_section

NAMES = (".speechlint.toml", "speechlint.toml")  # the first one wins


def config_file_in(folder: Path) -> Path | None:
    """The configuration file of a folder. Raises ConfigError for a pyproject.toml that cannot be read.

    A pipe or a device that has one of our names is given too: whoever reads it says that it is no file.
    """
    for name in NAMES:
        if os.path.exists(folder / name) and not os.path.isdir(folder / name):  # noqa: PTH110, PTH112  (as below)
            return folder / name
    pyproject = folder / PYPROJECT
    # Path.is_file() raises in a folder that may not be entered.
    return pyproject if os.path.isfile(pyproject) and has_section(pyproject) else None  # noqa: PTH113


def nearest_config(folder: Path) -> Path | None:
    """The configuration file that holds for drafts in an absolute folder: its own, or that of the nearest one above.

    Raises ConfigError as above.
    """
    return next((file for above in (folder, *folder.parents) if (file := config_file_in(above)) is not None), None)


def boundary_of(folder: Path) -> Path:
    """The outermost repository that the folder lies in, or the folder itself; symbolic links are resolved."""
    folder = folder.resolve()
    repositories = [above for above in (folder, *folder.parents) if (above / ".git").exists()]
    return repositories[-1] if repositories else folder


def is_inside(path: Path, boundary: Path) -> bool:
    """Whether a path leads to a place below the boundary, whatever links it goes through. It need not exist."""
    try:
        return path.resolve().is_relative_to(boundary)
    except (OSError, RuntimeError, ValueError):  # links in a circle, a NUL in the name
        return False
