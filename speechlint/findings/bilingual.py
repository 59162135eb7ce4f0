"""Text for people, in Chinese with its English twin."""

from __future__ import annotations

from typing import Literal

from speechlint.text.named_tuple import NamedTuple

Language = Literal["zh", "en"]


class Bilingual(NamedTuple):
    """The same sentence in both languages of the program; `zh` is what users read unless they ask for `en`."""

    zh: str
    en: str

    def into(self, language: Language) -> str:
        """The sentence in one language."""
        return self.en if language == "en" else self.zh
