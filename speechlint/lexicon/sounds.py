"""Which characters sound alike."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def sound_alike(first: str, second: str) -> bool:
    """Whether two simplified characters have the same reading, whatever the tone; those of no table sound like none."""
    sounds = _sounds()
    return first in sounds and sounds[first] == sounds.get(second)


@cache
def _sounds() -> Mapping[str, str]:
    """The reading of each character, read once a process, at the first question."""
    sounds: dict[str, str] = {}
    for line in files("speechlint.lexicon").joinpath("sounds.txt").read_text(encoding="utf-8").split("\n"):
        reading, _, characters = line.partition(" ")
        if reading and reading != "#":
            sounds |= dict.fromkeys(characters, reading)
    return sounds
