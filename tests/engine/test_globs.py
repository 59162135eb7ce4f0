"""Patterns of paths: as git and pathspec understand them, and in no more steps than pattern times path."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from speechlint.engine.globs import Globs

CASES = [
    ("a.txt", "a.txt sub/a.txt a.txt/b", "b.txt aXtxt"),
    ("/a.txt", "a.txt a.txt/b", "sub/a.txt"),
    ("old/", "old/a.txt sub/old/b/a.txt", "old"),
    ("sub/*.txt", "sub/a.txt", "x/sub/a.txt sub/x/a.txt a.txt"),
    ("**/sub", "sub sub/a x/y/sub", "subs"),
    ("sub/**", "sub/a sub/x/a", "sub x/sub/a"),
    ("a/**/z", "a/z a/b/z a/b/c/z a/z/b", "az a/bz b/a/z"),
    ("**", "a a/b", ""),
    ("*", "a a/b", ""),
    ("/*", "a a/b", ""),
    ("*/", "a/b", "a"),
    ("a*b*c", "abc aXbYc", "ab acb"),
    ("a**c", "ac abc", "a/c"),
    ("第?稿*.txt", "第二稿.txt 第三稿（改）.txt", "第十二稿.txt"),
    ("[一二]稿", "一稿 二稿", "三稿"),
    ("[!a-c]", "d -", "a b c"),
    ("[]-]", "] -", "a"),
    ("[[:digit:]x]", "3 x", "y :"),
    (r"a\*", "a*", "ab"),
    (r"\#a", "#a", "a"),
    (r"\!a", "!a", "a"),
    (r"a\ ", "a\u0020".replace(" ", "\x20"), "a"),
    ("a  ", "a", ""),
    ("[z-a]", "z", "a m"),
    ("#a", "", "#a a"),
    ("", "", "a"),
    ("/", "", "a"),
    ("//", "", "a a/b"),
    ("!", "", "a !"),
    ("a\\", "", "a a\\"),
    ("[a", "", "a [a"),
    ("[[:none:]]", "", "n"),
    ("a//b", "", "a/b"),
]


@pytest.mark.parametrize(("pattern", "matching", "others"), CASES)
def test_meaning(pattern: str, matching: str, others: str) -> None:
    globs = Globs([pattern])
    apart = re.compile(r" (?=\S)|$").split if pattern != r"a\ " else lambda text: [text]
    assert [path for path in apart(matching) if path and not globs.match(path)] == []
    assert [path for path in apart(others) if path and globs.match(path)] == []


def test_the_last_one_decides_and_the_path_itself_before_its_folders() -> None:
    globs = Globs(["*.txt", "!a.txt", "old/", "!old/keep.txt"])
    found = [path for path in ("a.txt", "b.txt", "old/a.txt", "old/keep.txt", "old/c") if globs.match(path)]
    assert found == ["b.txt", "old/c"]
    whitelist = Globs(["*", "!*/", "!*.txt"])
    assert (whitelist.verdict("sub", folder=True), whitelist.verdict("sub")) == (False, True)
    assert (whitelist.verdict("sub/a.txt"), Globs(["x"]).verdict("a")) == (False, None)


# --- the same as others ---------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["a", "b", "ab", "abc", "a.txt", "b.md", "稿.txt", "x y", "old"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
PIECES = st.sampled_from(["a", "b", "c", "*", "?", "[ab]", "[!a]", "[a-c]", "x y", ".txt", "*.txt", "old", "\\*", "稿"])
PARTS = st.one_of(
    st.just("**"), st.lists(PIECES, min_size=1, max_size=4).map("".join).filter(lambda part: "**" not in part)
)
PATTERNS = st.tuples(
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "", "/"]),
    st.lists(PARTS, min_size=1, max_size=4).map("/".join),
    st.sampled_from(["", "", "/"]),
).map("".join)


@settings(max_examples=4000)
@given(st.lists(PATTERNS.filter(lambda pattern: not pattern.endswith("**/")), min_size=1, max_size=4), PATHS)
def test_the_same_files_as_pathspec(patterns: list[str], path: str) -> None:
    """But for `a/**/`, where pathspec goes other ways than git."""
    assert Globs(patterns).match(path) == GitIgnoreSpec.from_lines(patterns).match_file(path)


@settings(max_examples=300)
@given(st.lists(PATTERNS.filter(lambda pattern: not pattern.endswith("**/")), min_size=10, max_size=40), PATHS)
def test_the_last_of_many_decides_too(patterns: list[str], path: str) -> None:
    assert Globs(patterns).match(path) == GitIgnoreSpec.from_lines(patterns).match_file(path)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_same_verdicts_as_git(tmp_path: Path) -> None:
    """Asked for a whole tree at once, for thousands of lists of patterns."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    asked = 0

    @settings(max_examples=200)
    @given(st.lists(PATTERNS, min_size=1, max_size=5), st.sets(PATHS, min_size=20, max_size=60))
    def holds(patterns: list[str], paths: set[str]) -> None:
        nonlocal asked
        plain = [pattern for pattern in patterns if "?" not in pattern and "[" not in pattern]
        patterns = patterns if all(path.isascii() for path in paths) else plain  # git goes by bytes
        (tmp_path / ".gitignore").write_text("\n".join(patterns), encoding="utf-8")
        asked += len(paths)
        assert ours(patterns, paths) == gits(tmp_path, paths)

    holds()
    assert asked > 5_000


def ours(patterns: list[str], paths: set[str]) -> dict[str, bool]:
    globs = Globs(patterns)
    found = {}
    for path in paths:
        names = path.split("/")
        above = ["/".join(names[:count]) for count in range(1, len(names))]
        found[path] = any(globs.verdict(folder, folder=True) for folder in above) or bool(globs.verdict(path))
    return found


def gits(root: Path, paths: set[str]) -> dict[str, bool]:
    """Without files on the disk, so that any path may be a file."""
    asked = "".join(f"{path}\0" for path in sorted(paths)).encode()
    command = ["git", "check-ignore", "--stdin", "-z", "--verbose", "--non-matching", "--no-index"]
    said = subprocess.run(command, cwd=root, input=asked, capture_output=True, check=False).stdout.decode()
    fields = said.split("\0")[:-1]
    rows = [fields[i : i + 4] for i in range(0, len(fields), 4)]
    return {path: bool(pattern) and not pattern.startswith("!") for _, _, pattern, path in rows}


# --- in no more steps ----------------------------------------------------------------------------------------------

# What takes an expression that goes back longer than anybody lives, with the name or path that it takes it for.
LONG = "a" * 250
HOSTILE = [
    ("*a" * 30 + "*b", LONG),
    ("*[ab]" * 120 + "c", LONG),
    ("*?" * 120 + "c", LONG),
    ("*aaaaaaaaaaaaaaaa" * 12 + "b", LONG),
    ("**/a/" * 30 + "b", "a/" * 1000 + "a"),
    ("**/*a*a*a*a*b/" * 20 + "b", f"{LONG}/" * 60 + "a"),
    ("*/" * 60 + "**/" * 60 + "*b", "a/" * 500 + "a"),
    ("*" * 100_000 + "b", LONG),
    ("[[:" * 100_000 + "]", LONG),
    ("[a" * 100_000, LONG),
    ("[" + "a-" * 100_000 + "]" + "*a" * 30 + "b", LONG),
    ("\\" * 100_001, LONG),
    ("/" * 100_000, LONG),
    ("**/" * 100_000 + "b", "a/" * 100 + "a"),
    ("*a" * 100_000, LONG),
    (" " * 100_000 + "b", LONG),
    ("a/" * 20_000 + "b", "a/" * 20_000 + "a"),
]


@pytest.mark.parametrize(("pattern", "path"), HOSTILE, ids=lambda text: f"{text[:16]} × {len(text)}")
def test_no_pattern_goes_back(pattern: str, path: str) -> None:
    start = process_time()
    globs = Globs([pattern])
    assert not globs.match(path) and not globs.verdict(path)
    assert process_time() - start < 5  # most take a thousandth of that; the machine may be slow


@pytest.mark.parametrize(
    ("pattern", "path"), [("*a" * 20 + "*b", "a"), ("*[ab]" * 20 + "c", "a"), ("**/a/" * 20 + "b", "a/")]
)
def test_the_work_grows_with_the_path(pattern: str, path: str) -> None:
    """Steps of ours and of the expressions alike: in time, the best of some tries."""
    globs = Globs([pattern])
    small, large = (min(seconds(partial(globs.match, path * length)) for _ in range(5)) for length in (5_000, 40_000))
    assert large < max(small, 0.001) * 8 * 3  # sixty-four times as much, were it a square


MANY = [
    ("name{}", "name{}"),
    ("/here/name{}", "here/name{}"),
    ("!name{}", "deep/er/name{}"),
]


@pytest.mark.parametrize(("pattern", "path"), MANY)
def test_many_plain_names_are_as_good_as_one(pattern: str, path: str) -> None:
    """Steps, not seconds: how many of 20,000 patterns are tried on a path, one of which may speak of it."""
    globs = Globs([*(pattern.format(number) for number in range(20_000)), "*.log"])
    assert len(list(globs._possible(path.format(777).split("/")))) <= 2
    assert len(list(globs._possible(["here", "name"]))) == 1


def seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
