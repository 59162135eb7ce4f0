"""What can be wrong with a configuration, said in both languages of the program."""

from __future__ import annotations


class ConfigError(Exception):
    """A configuration that cannot be used. `zh` and `en` each name the place, the key and the remedy."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type[ConfigError], tuple[str, str]]:
        # Pickled between worker processes: the default would call the class with one argument.
        return type(self), (self.zh, self.en)


class SelectionError(ConfigError):
    """A rule id, option or option value that nobody knows."""
