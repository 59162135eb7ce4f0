"""Words added to the lists of a configuration file, with all else in it left as it was written."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from speechlint.config.errors import ConfigError
from speechlint.config.place import dotted

if TYPE_CHECKING:
    from tomlkit.items import Array

WIDEST = 100  # code points of the words of a list in one line


def with_words(text: str, section: Sequence[str], key: str, words: Sequence[str]) -> str:
    """The text of a TOML file with the words at the end of the list `words.<key>` below `section`.

    Comments, order and line ends stay. Raises ConfigError where the list is written in a way that cannot be added to.
    """
    from tomlkit.exceptions import TOMLKitError

    path = (*section, "words", key)
    try:
        changed = _changed(text, path, words)
    except (AttributeError, TypeError, TOMLKitError, tomllib.TOMLDecodeError) as error:
        listed = ", ".join(f'"{word}"' for word in words)
        raise ConfigError(
            f"{dotted(path)} 的写法不能自动添加，没有改动；请自己写上：{listed}",
            f"{dotted(path)} is written in a way that cannot be added to, and was left as it is; add to it: {listed}",
        ) from error
    return changed


def _changed(text: str, path: Sequence[str], words: Sequence[str]) -> str:
    """Raises an error of tomlkit's, or AttributeError and TypeError for what is no table or no list."""
    import tomlkit

    newline = "\r\n" if "\r\n" in text else "\n"
    end = "\n" if text and not text.endswith("\n") else ""
    document = tomlkit.parse(text.replace("\r\n", "\n") + end)
    table: Any = document
    for name in path[:-1]:
        if name not in table:
            table.append(name, tomlkit.table())
        table = table[name]
    if path[-1] in table:
        _lengthen(table[path[-1]], words)
    else:
        table.append(path[-1], _list(words))
    changed = tomlkit.dumps(document)
    if tomllib.loads(changed) != document.unwrap():
        raise TypeError(changed)
    return changed.replace("\n", newline)


def _lengthen(held: Array, words: Sequence[str]) -> None:
    """Each word in a line of its own where the words that are there have one."""
    indent = _indent(held.as_string())
    for word in words:
        if indent is None:
            held.append(word)
        else:
            held.add_line(word, indent=indent)


def _indent(written: str) -> str | None:
    lines = written.split("\n")
    if len(lines) < 3:
        return None
    return lines[1][: len(lines[1]) - len(lines[1].lstrip())]


def _list(words: Sequence[str]) -> Array:
    import tomlkit

    held = tomlkit.array()
    held.extend(words)
    return held.multiline(len("".join(words)) > WIDEST)
