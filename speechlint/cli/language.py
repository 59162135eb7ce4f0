"""The language in which the command line itself speaks."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.findings.bilingual import Language


def language_of(argv: Sequence[str]) -> Language:
    """What `--lang` asks for, before anything else is read: help and usage errors follow it too."""
    for i, argument in enumerate(argv):
        if argument == "--":
            break
        value = argv[i + 1] if argument == "--lang" and i + 1 < len(argv) else argument.removeprefix("--lang=")
        if value == "en" and argument.startswith("--lang"):
            return "en"
    return "zh"
