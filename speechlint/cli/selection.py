"""What the user wants checked: the values of the options in `selection_options.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from speechlint.cli.usage import UsageError
from speechlint.config.schema import Config
from speechlint.engine.setting import SettingError
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.text.named_tuple import NamedTuple


class Selection(NamedTuple):
    """What these options say; None and () where they say nothing."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: str | None = None
    config: tuple[str, ...] = ()
    isolated: bool = False
    encoding: str | None = None
    lang: Language | None = None

    def config_for(self) -> Callable[[Path], Config]:
        """A function from a file's path to its configuration. It raises SettingError."""
        explicit, pairs = split_config(self.config)
        if self.isolated and explicit is None and not pairs:
            alone = self.applied_to(Config())
            return lambda _path: alone
        from speechlint.config.resolve import ConfigError, Resolver

        try:
            resolver = Resolver(isolated=self.isolated, explicit=explicit, overrides=pairs)
        except ConfigError as error:
            raise SettingError(Bilingual(error.zh, error.en)) from error
        known: dict[int, tuple[Config, Config]] = {}

        def config_for(path: Path) -> Config:
            try:
                found = resolver.for_path(path)
            except ConfigError as error:
                raise SettingError(Bilingual(error.zh, error.en)) from error
            if id(found) not in known:
                known[id(found)] = (found, self.applied_to(found))  # held, so that its id stays its own
            return known[id(found)][1]

        return config_for

    def applied_to(self, config: Config) -> Config:
        """The configuration with what the command line says in the place of its own words.

        As with ruff, `--select` starts afresh: what the file selects and ignores no longer counts.
        """
        changes: dict[str, Any] = {
            key: value
            for key, value in (("preset", self.preset), ("encoding", self.encoding), ("lang", self.lang))
            if value
        }
        if self.select is not None:
            changes |= {
                "select": self.select,
                "extend_select": self.extend_select,
                "ignore": self.ignore,
                "per_file_select": {},
            }
        else:
            changes |= {
                "extend_select": (*config.extend_select, *self.extend_select),
                "ignore": (*config.ignore, *self.ignore),
            }
        return msgspec.structs.replace(config, **changes)


def selection_of(keys: dict[str, Any]) -> Selection:
    """The selection in the arguments of a command, which are taken out of `keys`; not every command has them all."""
    select = tuple(names(keys.pop("select", ())))
    encoding = keys.pop("encoding", None)
    if encoding is not None:
        _check_encoding(encoding)
    return Selection(
        select=select or None,
        extend_select=tuple(names(keys.pop("extend_select", ()))),
        ignore=tuple(names(keys.pop("ignore", ()))),
        preset=keys.pop("preset", None),
        config=tuple(keys.pop("config")),
        isolated=keys.pop("isolated"),
        encoding=encoding,
        lang=keys.pop("lang"),
    )


def names(values: Iterable[str]) -> Iterator[str]:
    """The names in arguments like `a,b`, each once for each time it is given."""
    for value in values:
        yield from (name.strip() for name in value.split(",") if name.strip())


def split_config(values: Sequence[str]) -> tuple[Path | None, tuple[str, ...]]:
    """The configuration file among the arguments of `--config`, and the `key=value` pairs."""
    files = [value for value in values if "=" not in value or Path(value).is_file()]
    if len(files) > 1:
        raise UsageError("--config 只能给一个配置文件。", "--config takes one configuration file.")
    if files and not Path(files[0]).is_file():
        raise UsageError(
            f"--config {files[0]}：没有这个文件；改一个键请写成 'key=value'。",
            f"--config {files[0]}: there is no such file; to set a key, write 'key=value'.",
        )
    return (Path(files[0]) if files else None), tuple(value for value in values if value not in files)


def _check_encoding(name: str) -> None:
    from speechlint.config.content import is_text_encoding

    if not is_text_encoding(name):
        raise UsageError(
            f"--encoding {name}：没有这种编码。常用：utf-8、gb18030、gbk、big5、utf-16。",
            f"--encoding {name}: there is no such encoding. Common ones: utf-8, gb18030, gbk, big5, utf-16.",
        )
