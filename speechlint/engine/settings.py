"""For each file of a run: its configuration, its baseline, its linter; told once where one of them is at fault."""

from __future__ import annotations

import os
from collections.abc import Callable, Container
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.engine.place import BASELINE_NAME
from speechlint.engine.setting import Setting, SettingError
from speechlint.findings.bilingual import Bilingual

if TYPE_CHECKING:
    from speechlint.engine.baseline import Baseline


class Settings:
    """The settings of one run, each made once.

    `resolve` gives a file's configuration and raises SettingError; `given` names the keys that the command line said
    itself, so that their faults are not laid to a file.
    """

    def __init__(
        self,
        resolve: Callable[[Path], Config],
        *,
        with_baseline: bool = True,
        given: Container[str] = (),
    ) -> None:
        self._resolve = resolve
        self._with_baseline = with_baseline
        self._given = given
        self._linters: dict[int, Linter | SettingError] = {}
        self._settings: dict[tuple[int, bool], Setting] = {}
        self._baselines: dict[Path, Baseline] = {}

    def config_for(self, path: Path) -> Config:
        """The configuration of a file. Raises SettingError."""
        return self._resolve(path)

    def suffixes(self, config: Config) -> frozenset[str]:
        """What drafts end in. Raises SettingError: a plugin or a rule at fault is found out here first."""
        return frozenset(suffix for kind in self.linter(config).catalogue.formats for suffix in kind.suffixes)

    def linter(self, config: Config) -> Linter:
        """The linter for a configuration, without its baseline. Raises SettingError."""
        if id(config) not in self._linters:
            self._linters[id(config)] = self._made(config)
        found = self._linters[id(config)]
        if isinstance(found, SettingError):
            raise found
        return found

    def setting(self, config: Config, *, with_baseline: bool = False) -> Setting:
        """What workers make the linter from; with the baseline where it decides what is mended."""
        key = (id(config), with_baseline)
        if key not in self._settings:
            self._settings[key] = Setting(config, self.baseline_file(config) if with_baseline else None)
        return self._settings[key]

    def baseline_file(self, config: Config) -> Path | None:
        """The file with the findings that are known; the default one only where it exists. Raises BaselineError."""
        if not self._with_baseline:
            return None
        if config.baseline is None and not os.path.lexists((config.root or Path.cwd()) / BASELINE_NAME):
            return None
        from speechlint.engine.baseline import place_of_baseline

        file = place_of_baseline(config)
        return file if config.baseline is not None or file.is_file() else None

    def baseline(self, config: Config) -> Baseline | None:
        """The known findings. Raises BaselineError."""
        file = self.baseline_file(config)
        if file is None:
            return None
        if file not in self._baselines:
            from speechlint.engine.baseline import read_baseline

            self._baselines[file] = read_baseline(file)
        return self._baselines[file]

    def remarks(self) -> list[Bilingual]:
        """What is to be said of the baselines that were read."""
        if not self._baselines:
            return []
        from speechlint.engine.baseline import outside_of

        return [outside_of(file, baseline.outside) for file, baseline in self._baselines.items() if baseline.outside]

    def _made(self, config: Config) -> Linter | SettingError:
        try:
            linter = self.setting(config).linter()
            if config.plugins:  # whose hooks may raise: better here than later
                _ = linter.catalogue.formats, linter.catalogue.reporters
            self.baseline(config)
        except Exception as error:  # and whatever a plugin raises when it is asked for its rules
            from speechlint.config.select import SelectionError
            from speechlint.engine.baseline import BaselineError
            from speechlint.plugins.catalogue import CatalogueError
            from speechlint.rulepack.errors import RulePackError

            if isinstance(error, (BaselineError, CatalogueError, RulePackError)):
                return SettingError(_both(error))
            said = _both(error) if isinstance(error, SelectionError) else _plugin_failure(error, config)
            return SettingError(self._placed(said, config))
        return linter

    def _placed(self, said: Bilingual, config: Config) -> Bilingual:
        """The message with the file it is about, unless the command line said it."""
        key = said.zh.partition("：")[0].partition(".")[0]
        if key in self._given:
            return Bilingual(f"--{said.zh}", f"--{said.en}")
        return Bilingual(f"{config.origin}：{said.zh}", f"{config.origin}: {said.en}") if config.origin else said


def _both(error: Exception) -> Bilingual:
    return Bilingual(getattr(error, "zh", str(error)), getattr(error, "en", str(error)))


def _plugin_failure(error: Exception, config: Config) -> Bilingual:
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    place = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "?"
    said = f"{type(error).__name__}: {error}"
    if not config.plugins:
        return Bilingual(
            f"规则出错：{said}（{place}）。请报告此问题。", f"a rule failed: {said} ({place}). Report this."
        )
    zh, en = "、".join(config.plugins), ", ".join(config.plugins)
    return Bilingual(
        f"插件（{zh}）出错：{said}（{place}）。升级它，或从 plugins 中删去。",
        f"a plugin ({en}) failed: {said} ({place}). Update it, or take it out of plugins.",
    )
