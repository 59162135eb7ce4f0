"""Enumerations of counts: `地名 23、年份 9`."""

from __future__ import annotations

from collections.abc import Mapping

from speechlint.findings.bilingual import Bilingual, Language


def listed(counts: Mapping[Bilingual, int], language: Language) -> str:
    """The labels with their numbers, the most frequent first."""
    order = sorted(counts, key=lambda label: (-counts[label], label.zh))
    return (
        "、".join(f"{label.zh} {counts[label]}" for label in order)
        if language == "zh"
        else ", ".join(f"{label.en} {counts[label]}" for label in order)
    )


def plural(count: int, one: str, many: str | None = None) -> str:
    """The English words for a number of things."""
    return f"{count} {one if count == 1 else many or one + 's'}"
