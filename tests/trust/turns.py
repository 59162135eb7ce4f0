"""How much a test of trust tries: little by itself, and what the long run asks for, which also counts it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any

SEED = int(os.environ.get("SPEECHLINT_SEED", "20261121"))
"""What chance begins with: the same on every run, unless the long run gives another."""
PART, PARTS = (int(number) for number in os.environ.get("SPEECHLINT_PART", "1/1").split("/"))
CHANCE = SEED * 1000 + PART
"""The same for this part of a long run: no two parts try the same."""


def turns(variable: str, ordinary: int) -> int:
    """How many cases are wanted: as the long run says, shared among its parts."""
    return -(-int(os.environ.get(variable, ordinary)) // PARTS)


def share(every: Sequence[Any]) -> list[Any]:
    """What of these falls to this part of a long run."""
    return list(every[PART - 1 :: PARTS])


def told(**counts: int) -> None:
    """Leave for the long run how many cases were tried, by what they were."""
    if file := os.environ.get("SPEECHLINT_TOLD"):
        with open(file, "a", encoding="utf-8") as told:  # noqa: PTH123
            told.write(json.dumps(counts) + "\n")
