"""Markdown files: what of them is prose, and their suppression comments."""

from __future__ import annotations

from msgspec.structs import replace

from speechlint.formats.plain import Plain
from speechlint.formats.source import Source


class Markdown(Plain, frozen=True):
    """Text with markup, which no rule looks at."""

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def reparse(self, source: Source, text: str) -> Source:
        from speechlint.formats.markdown.mask import find_quiet

        quiet, directives = find_quiet(text)
        return replace(source, text=text, quiet=quiet, directives=directives)
