"""The arguments of `check` as most people write them, read without click, whose import and parsing take a seventh of a
short check.

Whatever is not plain (an option that is unknown, or lacks its value, or has one that is not allowed; --help) is left to
click, which knows what to say.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from speechlint.cli.request import Request

FLAGS = frozenset(
    ("--fix", "--unsafe-fixes", "--fix-only", "--diff", "--as-revisions", "--backup", "--isolated", "--statistics",
     "--show-suppressed", "--quiet", "--exit-zero", "--watch", "--force-exclude", "--no-cache")
)  # fmt: skip
LISTS = frozenset(("--select", "--extend-select", "--ignore", "--config"))  # may be given several times
VALUES = {
    "--output-format": "text",
    "--output-file": None,
    "--severity": "hint",
    "--color": "auto",
    "--stdin-filename": None,
    "--encoding": None,
    "--lang": None,
}
CHOICES = {
    "--severity": frozenset(("hint", "warning", "error")),
    "--color": frozenset(("auto", "always", "never")),
    "--lang": frozenset(("zh", "en")),
}
# Values that click looks at more closely, and short names.
OTHERS = {"--jobs": None, "--preset": None}
SHORT = {"-q": "--quiet"}


def plain_request(arguments: Sequence[str]) -> Request | None:
    """The request in the arguments of the program, if they are plain. Raises UsageError as click's command does."""
    if arguments[:1] != ["check"] or "_SPEECHLINT_COMPLETE" in os.environ:
        return None
    keys = plain_keys(arguments[1:])
    if keys is None:
        return None
    from speechlint.cli.request import request_of

    return request_of(keys.pop("paths"), keys.pop("severity"), keys)


def plain_keys(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The values of all parameters of `check` by their names, as click gives them; None where it has to be asked."""
    paths: list[str] = []
    found: dict[str, Any] = {**dict.fromkeys(FLAGS, False), **VALUES, **OTHERS, **dict.fromkeys(LISTS, ())}
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
            continue
        name, equals, value = argument.partition("=")
        if SHORT.get(argument, argument) in FLAGS:
            found[SHORT.get(argument, argument)] = True
            continue
        if name not in LISTS and name not in VALUES:
            return None
        if not equals:
            value = next(waiting, "-")
        if value.startswith("-") or value not in CHOICES.get(name, (value,)):
            return None
        found[name] = (*found[name], value) if name in LISTS else value
    return {"paths": tuple(paths), **{name[2:].replace("-", "_"): value for name, value in found.items()}}
