"""Diffs are what the standard library's would be, and linear."""

from __future__ import annotations

import difflib
import random
import time

import pytest

from speechlint.engine.diff import diff_of


def expected(before: str, after: str) -> str:
    lines = list(difflib.unified_diff(before.splitlines(True), after.splitlines(True), "x", "x"))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def patched(before: str, diff: list[str]) -> str:
    """`before` after the diff: what `patch` would do."""
    lines, found, at = before.splitlines(True), [], 0
    for line in diff[2:]:
        if line.startswith("@@"):
            start = int(line.split("-")[1].split(",")[0])
            count = int(line.split(",")[1].split(" ")[0])
            start = start if count == 0 else start - 1
            found += lines[at:start]
            at = start
        elif line.startswith("\\"):
            continue
        else:
            text = line[1:].replace("\n\\ No newline at end of file\n", "")
            if line[0] != "+":
                at += 1
            if line[0] != "-":
                found.append(text)
    return "".join(found + lines[at:])


CASES = [
    ("", ""),
    ("甲\n", "甲\n"),
    ("甲\n乙\n丙\n", "甲\n丁\n丙\n"),
    ("甲\n乙\n", "乙\n"),
    ("甲\n", "甲\n乙\n"),
    ("甲\n乙", "甲\n丙"),
    ("".join(f"{i}\n" for i in range(40)), "".join(f"{i if i not in (3, 30) else -i}\n" for i in range(40))),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_small_diffs(before: str, after: str) -> None:
    assert "".join(diff_of(before, after, "x")).replace(",1 ", " ") == expected(before, after).replace(",1 ", " ")


def test_any_change_can_be_followed() -> None:
    chance = random.Random(7)
    for _ in range(200):
        before = [f"{chance.randrange(12)}\n" for _ in range(chance.randrange(60))]
        after = [line for line in before if chance.random() > 0.1]
        for _ in range(chance.randrange(6)):
            after.insert(chance.randrange(len(after) + 1), f"{chance.randrange(12)}\n")
        old, new = "".join(before), "".join(after)
        assert patched(old, diff_of(old, new, "x")) == new


def test_long_texts_take_linear_time() -> None:
    before = "".join(f"{i % 7}\n" for i in range(60_000))
    after = "".join(f"{i % 7}{'' if i % 50 else 'x'}\n" for i in range(60_000))
    started = time.monotonic()
    diff = diff_of(before, after, "x")
    assert time.monotonic() - started < 20
    assert patched(before, diff) == after
