"""The drafts that are open in the editor, as they stand there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from speechlint.formats.registry import BUILTIN
from speechlint.server.positions import Positions


class Draft:
    """One version of an open draft; a change makes a new one.

    `path` is the file it stands in, None where it stands in none yet; `name` is what decides format and configuration.
    """

    def __init__(self, uri: str, language: str, version: int, text: str, encoding: str) -> None:
        self.uri = uri
        self.language = language
        self.version = version
        self.text = text
        self.encoding = encoding

    @cached_property
    def positions(self) -> Positions:
        return Positions(self.text, self.encoding)

    @cached_property
    def path(self) -> Path | None:
        path = to_fs_path(self.uri)
        return Path(path) if path else None

    @cached_property
    def name(self) -> str:
        """The file's path; for a draft without a file one in the working folder, with the suffix of its language."""
        if self.path is not None:
            return str(self.path)
        suffix = next((kind.suffixes[0] for kind in BUILTIN if kind.name == self.language), ".txt")
        return str(Path.cwd() / f"untitled{suffix}")

    def changed(self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int) -> Draft:
        """The draft after the client's changes, each of which counts in the text that the one before it left."""
        text, positions = self.text, self.positions
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangeWholeDocument):
                text = change.text
            else:
                start, end = positions.span(change.range)
                text = text[:start] + change.text + text[end:]
            positions = Positions(text, self.encoding)
        return Draft(self.uri, self.language, version, text, self.encoding)
