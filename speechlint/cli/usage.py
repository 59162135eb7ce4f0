"""Usage errors in the user's language."""

from __future__ import annotations

from speechlint.cli.console import Console
from speechlint.findings.bilingual import Bilingual, Language


class UsageError(Exception):
    """The user asked for what cannot be done; exit status 2. The message says what to do instead."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.said = Bilingual(zh, en)


def tell_usage(said: Bilingual, language: Language, command: str = "") -> None:
    """Say on stderr what is wrong, and, for a command, where its usage is explained."""
    console = Console(language)
    first, *more = said.into(language).split("\n")
    console.complain(Bilingual(first, first))
    console.say(*(Bilingual(line, line) for line in more))
    if command:
        console.say(Bilingual(f"用法见 {command} --help", f"See {command} --help"))
