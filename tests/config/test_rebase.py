"""A pattern of one folder, written for another, matches the same files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from speechlint.config.rebase import rebased

ROOT = Path("/r")
CASES = [
    ("*.txt", "a", "a", "*.txt"),
    ("/x/*.txt", "a", "a", "/x/*.txt"),
    ("*.txt", "a", "", "*.txt"),
    ("*.txt", "", "a", "*.txt"),
    ("old/", "", "a", "old/"),
    ("x/y", "a/b", "", "/a/b/x/y"),
    ("!/x", "a", "", "!/a/x"),
    ("x/**/y", "a[1]", "", "/a\\[1\\]/x/**/y"),
    ("a/x/", "", "a", "/x/"),
    ("/a/b/x", "", "a/b", "/x"),
    ("*/x", "", "a", "/x"),
    ("**/x", "", "a/b", "**/x"),
    ("/a/", "", "a/b", "**"),
    ("a", "", "a", "**"),
    ("/b/x", "", "a", None),
    ("/x", "a", "b", None),
    ("x", "a", "b", "x"),
]


@pytest.mark.parametrize(("pattern", "source", "target", "wanted"), CASES)
def test_rebased(pattern: str, source: str, target: str, wanted: str | None) -> None:
    assert rebased(pattern, ROOT / source, ROOT / target) == wanted


PARTS = st.sampled_from(["a", "b", "c", "x.txt"])
FOLDERS = st.sampled_from(["", "a", "a/b", "b"])
PATTERNS = st.tuples(
    st.sampled_from(["", "/"]),
    st.lists(st.sampled_from(["a", "b", "*", "**", "x.txt", "*.txt"]), min_size=2, max_size=4),
    st.sampled_from(["", "/"]),
).map(lambda parts: parts[0] + "/".join(parts[1]) + parts[2])


@given(PATTERNS, FOLDERS, FOLDERS, st.lists(PARTS, min_size=1, max_size=3))
def test_same_files(pattern: str, source: str, target: str, parts: list[str]) -> None:
    file = ROOT / target / "/".join(parts)
    if not file.is_relative_to(ROOT / source):
        return
    if pattern.strip("/*") == "":
        return  # all files of a folder: nobody writes it so
    new = rebased(pattern, ROOT / source, ROOT / target)
    before = GitIgnoreSpec.from_lines([pattern]).match_file(file.relative_to(ROOT / source).as_posix())
    after = new is not None and GitIgnoreSpec.from_lines([new]).match_file(file.relative_to(ROOT / target).as_posix())
    assert after == before
