"""What stops a corpus job before or while it runs."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual


class CorpusError(ValueError):
    """A job that cannot be done as it was asked for; `said` names the cause and the remedy."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.said = Bilingual(zh, en)

    def __reduce__(self) -> tuple[type[CorpusError], tuple[str, str]]:
        return CorpusError, (self.said.zh, self.said.en)
