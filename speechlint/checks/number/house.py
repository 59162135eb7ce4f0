"""Whose customs of writing numbers a stretch of text follows."""

from __future__ import annotations

from speechlint.document.script import ScriptName
from speechlint.findings.rule import Context
from speechlint.text.span import Span

# A paragraph may be a megabyte long; so much of it on either side decides as well.
_NEAR = 150


def is_traditional(ctx: Context, offset: int) -> bool:
    """Whether the words at `offset` are written for Taiwan or Hong Kong: by the preset, or by their own script."""
    if ctx.preset == "zh-hant":
        return True
    if ctx.document.folded is ctx.document.text:  # no traditional character in it
        return False
    lines = ctx.document.lines
    line = lines[lines.index_of(offset)]
    near = Span(max(line.start, offset - _NEAR), min(line.end, offset + _NEAR))
    return ctx.document.script.of(near) is ScriptName.HANT


def is_quoted(ctx: Context, offset: int) -> bool:
    """Whether the words at `offset` are somebody else's: in quotation marks, or said to stand so in the original."""
    text = ctx.text
    start, end = max(0, offset - _NEAR), offset + _NEAR
    before = text[start:offset].rpartition("\n")[2]
    if any(before.rfind(opener) > before.rfind(closer) for opener, closer in ("“”", "「」", "『』")):
        return True
    behind = text[offset:end].partition("\n")[0]
    return any(words in behind for words in ("文如此", "文如是", "原文作", "照录"))
