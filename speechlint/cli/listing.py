"""The rules of the working folder's configuration: what `explain`, `rules` and `test` speak of."""

from __future__ import annotations

from pathlib import Path

from speechlint.cli.selection import Selection
from speechlint.cli.settings import Settings
from speechlint.cli.usage import UsageError
from speechlint.engine.linter import Linter
from speechlint.engine.setting import SettingError


def linter_here(selection: Selection) -> Linter:
    """The linter that holds for a file in the working folder. Raises UsageError where the configuration is at fault."""
    try:
        settings = Settings(selection, with_baseline=False)
        return settings.linter(settings.config_for(Path.cwd() / "_"))
    except SettingError as error:
        raise UsageError(*error.said) from error


def unknown_rule(name: str, nearest: str | None) -> UsageError:
    """What to say to a name that is no rule's."""
    if nearest:
        return UsageError(
            f"没有规则“{name}”，是不是“{nearest}”？", f"There is no rule '{name}'. Did you mean '{nearest}'?"
        )
    return UsageError(
        f"没有规则“{name}”。用 speechlint rules 看全部规则。", f"There is no rule '{name}'. speechlint rules lists all."
    )
