"""Which linter holds for a draft: that of the nearest configuration, once the user trusts it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from speechlint.config.discover import NAMES, nearest_config
from speechlint.config.read import PYPROJECT
from speechlint.config.resolve import ConfigError, Resolver
from speechlint.config.schema import Config
from speechlint.engine.files import excluded
from speechlint.engine.linter import Linter
from speechlint.engine.place import BASELINE_NAME
from speechlint.engine.setting import SettingError, forget
from speechlint.engine.settings import Settings
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.text.named_tuple import NamedTuple

Stamp = tuple[int, int] | None  # time of the last change and size; None where there is no file
KEYS = ("preset", "lang")  # what the editor's own settings may say; they win over any file


class Wishes(NamedTuple):
    """What the client says in `initializationOptions` or its settings; unknown entries are left alone.

    `trusted` says whether configuration files count; None means to ask. `fault` says what of it cannot be used.
    """

    trusted: bool | None = None
    overrides: tuple[str, ...] = ()
    language: Language = "zh"
    fault: Bilingual | None = None


class Choice(NamedTuple):
    """What a draft is checked with.

    `doubtful` is the configuration file that would count if the user trusted it; `fault` says why a configuration
    cannot be used.
    """

    linter: Linter
    doubtful: Path | None = None
    fault: Bilingual | None = None
    leave: bool = False  # excluded by the configuration


class ServerSettings:
    """The linters of the open drafts, made anew when a configuration changed. One thread at a time may ask."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.trust: dict[Path, bool] = {}
        self._good: dict[Path | None, Linter] = {}
        self._start()

    def renew(self, wishes: Wishes | None = None) -> None:
        """Read everything again when it is next asked for."""
        self.wishes = wishes or self.wishes
        forget()
        self._start()

    def choice(self, name: str) -> Choice:
        """What the draft of that path is checked with. Never raises because of a configuration.

        A configuration that has a fault leaves the last one in force that had none.
        """
        path = Path(name)
        self._watch(path.parent)
        try:
            file = nearest_config(path.parent)
            trusted = file is None or self.trusts(file)
            settings = self._open if trusted else self._isolated
            config = settings.config_for(path)
            linter = self._linter(settings, config)
        except (ConfigError, SettingError) as error:
            fault = error.said if isinstance(error, SettingError) else Bilingual(error.zh, error.en)
            return Choice(self._good.get(path.parent) or self._fallback(), fault=fault)
        self._good[path.parent] = linter
        asking = not trusted and self.wishes.trusted is None and file not in self.trust
        return Choice(linter, file if asking else None, leave=excluded(name, config))

    def trusts(self, file: Path) -> bool:
        """Whether a configuration file counts."""
        if self.wishes.trusted is not None:
            return self.wishes.trusted
        return self.trust.get(file, False)

    def stale(self) -> bool:
        """Whether a file that decides what is checked came, went or changed since it was read."""
        return any(_stamp(path) != stamp for path, stamp in self._stamps.items())

    def _start(self) -> None:
        self._stamps: dict[Path, Stamp] = {}
        self._folders: set[Path] = set()
        self._open = self._settings(isolated=False)
        self._isolated = self._settings(isolated=True)

    def _watch(self, folder: Path) -> None:
        if folder in self._folders:
            return
        self._folders.add(folder)
        for above in (folder, *folder.parents):
            for name in (*NAMES, PYPROJECT, BASELINE_NAME):
                self._stamps[above / name] = _stamp(above / name)

    def _settings(self, *, isolated: bool) -> Settings:
        resolver = Resolver(isolated=isolated, overrides=self.wishes.overrides)
        return Settings(resolver.for_path, with_baseline=not isolated)

    def _linter(self, settings: Settings, config: Config) -> Linter:
        settings.linter(config)  # says what is wrong
        return settings.setting(config, with_baseline=True).linter()

    def _fallback(self) -> Linter:
        return self._linter(self._isolated, self._isolated.config_for(Path.cwd() / "_"))


def wishes_of(options: Any, lang: str | None = None) -> Wishes:
    """What the client's options ask for, at the top or under `speechlint`; what is unknown there is left alone."""
    table = options if isinstance(options, dict) else {}
    if isinstance(table.get("speechlint"), dict):
        table = table["speechlint"]
    table = {**table, "lang": table.get("lang") or lang}
    trusted = table.get("trusted")
    language: Language = "en" if table.get("lang") == "en" else "zh"
    wishes = Wishes(trusted if isinstance(trusted, bool) else None, language=language)
    overrides = tuple(f"{key}={json.dumps(table[key])}" for key in KEYS if table.get(key))
    try:
        Resolver(isolated=True, overrides=overrides)
    except ConfigError as error:
        return wishes._replace(fault=Bilingual(f"编辑器的设置：{error.zh}", f"settings of the editor: {error.en}"))
    return wishes._replace(overrides=overrides)


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
