"""The settings that the options of a command line ask for."""

from __future__ import annotations

from speechlint.cli.selection import Selection
from speechlint.engine import settings


class Settings(settings.Settings):
    """The settings of one run, each made once."""

    def __init__(self, selection: Selection, *, with_baseline: bool = True) -> None:
        keys = {"select": selection.select, "extend-select": selection.extend_select, "ignore": selection.ignore}
        super().__init__(
            selection.config_for(),
            with_baseline=with_baseline and not selection.isolated,
            given=frozenset(key for key, value in keys.items() if value),
        )
