"""Text made safe to look at: what a terminal would obey, or nobody could see, is shown as an escape."""

from __future__ import annotations

import re

from speechlint.text.sweep import Sweep

# Control characters (DEL and C1; C0 below), soft hyphen, marks and overrides of writing direction, zero-width
# characters, the line ends of Unicode, invisible operators, interlinear marks, tags, and lone surrogates.
HIDDEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_HIDDEN = Sweep(f"[\x00-\x1f{HIDDEN}]")


def visible(text: str) -> str:
    """`text` on one line, with `\\x1b` for an escape character, `\\u202e` for an override, and so on."""
    return text if text.isprintable() else _HIDDEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\n\r\t":
        return {"\n": r"\n", "\r": r"\r", "\t": r"\t"}[match[0]]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
