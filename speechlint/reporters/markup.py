"""Text within XML: what ends an element or a value is quoted, what XML cannot hold is shown as an escape."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from speechlint.reporters.visible import visible


def content(text: str) -> str:
    """`text` between two tags, on one line."""
    return escape(_sayable(text))


def attributes(**values: object) -> str:
    """` name="value"` for each; those that are None are left out."""
    return "".join(f" {name}={quoteattr(_sayable(str(value)))}" for name, value in values.items() if value is not None)


def _sayable(text: str) -> str:
    # The two non-characters that XML 1.0 leaves out besides those that nobody sees.
    return visible(text).replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
