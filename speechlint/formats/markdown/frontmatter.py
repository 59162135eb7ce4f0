"""YAML or TOML between two fences at the very top."""

from __future__ import annotations

from speechlint.text.lines import Lines
from speechlint.text.pattern import Pattern

_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
# What the first line of it looks like that is neither empty nor a comment; prose between two rules does not.
_ENTRY = {"---": Pattern(r"""["']?[^\s:#"'][^:\r\n]*:(?=[ \t\r\n]|$)"""), "+++": Pattern(r"[\w.\"'-]+[ \t]*=|\[")}


def front_matter_end(text: str, lines: Lines) -> int:
    """How many lines the front matter has, its fences included; 0 where there is none."""
    opening = _fence(text, lines, 0)
    if opening not in _ENDS:
        return 0
    entered = False
    for line in range(1, len(lines)):
        start, end = lines.starts[line], lines.ends[line]
        if _fence(text, lines, line) in _ENDS[opening]:
            return line + 1 if entered else 0
        if not entered and start < end and text[start] != "#" and not text[start:end].isspace():
            if _ENTRY[opening].match(text, start, end) is None:
                return 0
            entered = True
    return 0


def _fence(text: str, lines: Lines, line: int) -> str:
    """The line if it could be a fence."""
    start, end = lines.starts[line], lines.ends[line]
    return text[start:end].rstrip(" \t") if text.startswith(("---", "+++", "..."), start) else ""
