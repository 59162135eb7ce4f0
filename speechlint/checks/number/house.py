"""Whose customs of writing numbers a stretch of text follows."""

from __future__ import annotations

from speechlint.document.script import ScriptName
from speechlint.findings.rule import Context


def is_traditional(ctx: Context, offset: int) -> bool:
    """Whether the line at `offset` is written for Taiwan or Hong Kong: by the preset, or by its own script."""
    if ctx.preset == "zh-hant":
        return True
    lines = ctx.document.lines
    return ctx.document.script.of(lines[lines.index_of(offset)]) is ScriptName.HANT
