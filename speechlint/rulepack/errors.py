"""What is wrong with a rule file."""

from __future__ import annotations


class RulePackError(Exception):
    """A rule file that cannot be used. `str()` gives file, key and remedy in one line."""

    def __init__(self, file: object, key: str, remedy: str) -> None:
        super().__init__(f"{file}: {key}: {remedy}" if key else f"{file}: {remedy}")
        self.file = str(file)
        self.key = key
        self.remedy = remedy


class SlowPatternError(Exception):
    """An expression of a rule file that was stopped at its time limit of `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.zh = f"表达式太慢，超过 {seconds:g} 秒的时限"
        self.en = f"its expression is too slow, over the time limit of {seconds:g} s"
        super().__init__(self.zh)
