"""What is wrong with a rule file."""

from __future__ import annotations


class RulePackError(Exception):
    """A rule file that cannot be used. `zh` and `en` each give file, key and remedy in one line; so does `str()`."""

    def __init__(self, file: object, key: str, remedy: str, remedy_en: str = "") -> None:
        place = f"{file}: {key}: " if key else f"{file}: "
        self.zh = place + remedy
        self.en = place + (remedy_en or remedy)
        super().__init__(self.zh)
        self.file = str(file)
        self.key = key


class PatternError(Exception):
    """An expression of a rule file that could not be tried to the end; `zh` and `en` say why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


class SlowPatternError(PatternError):
    """An expression that was stopped at its time limit of `seconds`."""

    def __init__(self, seconds: float) -> None:
        zh, en = "表达式太慢，超过 {} 秒的时限", "its expression is too slow, over the time limit of {} s"
        super().__init__(zh.format(f"{seconds:g}"), en.format(f"{seconds:g}"))


class HeavyPatternError(PatternError):
    """An expression that asked for more memory than there is."""

    def __init__(self) -> None:
        super().__init__("表达式要用的内存太多", "its expression takes too much memory")
