"""Which configuration holds for a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from speechlint.config.discover import boundary_of, config_file_in
from speechlint.config.errors import ConfigError
from speechlint.config.layers import Layer, check_packs, merged, read_layers
from speechlint.config.overrides import read_overrides
from speechlint.config.schema import Config, Keys

__all__ = ["ConfigError", "Resolver"]


class Resolver:
    """Finds the configuration of each file; every configuration is read once and is then the same object.

    `isolated` reads no file; `explicit` is the one file for all; `overrides` are `key=value` pairs that win over any
    file. Raises ConfigError for faulty overrides.
    """

    def __init__(self, isolated: bool = False, explicit: Path | None = None, overrides: Sequence[str] = ()) -> None:
        if isolated and explicit is not None:
            raise ConfigError(
                f"--isolated 不读配置文件，不能同时用 --config {explicit}。去掉其中一个。",
                f"--isolated reads no file and does not go with --config {explicit}. Drop one of them.",
            )
        self._here = Path.cwd()
        self._overrides = read_overrides(overrides, self._here)
        check_packs(self._overrides, boundary_of(self._here))
        self._one_for_all = isolated or explicit is not None
        self._explicit = _absolute(explicit) if explicit is not None else None
        self._files: dict[Path, Path | None] = {}
        self._configs: dict[Path | None, Config | ConfigError] = {}

    def for_path(self, path: Path) -> Config:
        """The configuration of a file, which need not exist. Raises ConfigError."""
        file = self._explicit if self._one_for_all else self._nearest(_absolute(path).parent)
        if file not in self._configs:
            self._configs[file] = self._read(file)
        found = self._configs[file]
        if isinstance(found, ConfigError):
            raise found
        return found

    def _nearest(self, folder: Path) -> Path | None:
        """The configuration file of the folder, or of the nearest folder above that has one."""
        passed: list[Path] = []
        found: Path | None = None
        for above in (folder, *folder.parents):
            if above in self._files:
                found = self._files[above]
                break
            passed.append(above)
            found = config_file_in(above)
            if found is not None:
                break
        self._files.update(dict.fromkeys(passed, found))
        return found

    def _read(self, file: Path | None) -> Config | ConfigError:
        try:
            layers = read_layers(file) if file is not None else []
        except ConfigError as error:
            return error
        return _settled([*layers, *self._overrides], file, file.parent if file is not None else self._here)


def _settled(layers: Sequence[Layer], file: Path | None, root: Path) -> Config:
    keys = msgspec.convert(merged(layers, root), Keys)
    return Config(**{name: getattr(keys, name) for name in Keys.__struct_fields__}, root=root, origin=file)


def _absolute(path: Path) -> Path:
    """Without `..`, but with symbolic links as they are: the folders above are those that the user sees."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() follows links)
