"""What can go wrong between bytes and text, said in both languages of the program."""

from __future__ import annotations


class FormatError(Exception):
    """A file that cannot be read or written. `zh` and `en` each name the reason and the remedy."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type[FormatError], tuple[str, str]]:
        # Pickled between worker processes: the default would call the class with one argument.
        return type(self), (self.zh, self.en)


class DecodeError(FormatError):
    """Bytes that are no text, or a text whose encoding is damaged, unknown or in doubt."""


class EncodeError(FormatError):
    """A text that cannot be written back in the encoding of its file."""
