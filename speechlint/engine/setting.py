"""What a linter is made from, in a form that travels to other processes."""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.findings.bilingual import Bilingual

Shape = tuple[bytes, str | None]


class SettingError(Exception):
    """A configuration under which nothing can be checked; `said` names the file, the place and the remedy."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(said.zh)
        self.said = said


class Setting:
    """A configuration and the baseline file that goes with it; equal settings give the same linter."""

    def __init__(self, config: Config, baseline: Path | None = None) -> None:
        self.config = config
        self.baseline = baseline

    @cached_property
    def shape(self) -> Shape:
        """The same for equal settings: cheap to compare, to hash and to send."""
        packed = msgspec.msgpack.encode(self.config, enc_hook=os.fsencode, order="deterministic")
        return packed, None if self.baseline is None else str(self.baseline)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Setting) and self.shape == other.shape

    def __hash__(self) -> int:
        return hash(self.shape)

    def linter(self) -> Linter:
        """The linter, made once a process. Raises what Linter and read_baseline raise."""
        return linter_of(self.shape)


@lru_cache(maxsize=32)
def linter_of(shape: Shape) -> Linter:
    packed, file = shape
    config = msgspec.msgpack.decode(packed, type=Config, dec_hook=_path)
    if file is None:
        return Linter(config)
    from speechlint.engine.baseline import read_baseline

    return Linter(config, baseline=read_baseline(Path(file)))


def _path(kind: type, value: bytes) -> Path:
    assert issubclass(Path, kind)
    return Path(os.fsdecode(bytes(value)))


def forget() -> None:
    """Make every linter anew: rule packs and baselines may have changed on the disk."""
    from speechlint.plugins.manager import catalogue

    linter_of.cache_clear()
    catalogue.cache_clear()
