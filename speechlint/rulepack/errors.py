"""What is wrong with a rule file."""

from __future__ import annotations


class RulePackError(Exception):
    """A rule file that cannot be used. `str()` gives file, key and remedy in one line."""

    def __init__(self, file: object, key: str, remedy: str) -> None:
        super().__init__(f"{file}: {key}: {remedy}" if key else f"{file}: {remedy}")
        self.file = str(file)
        self.key = key
        self.remedy = remedy
