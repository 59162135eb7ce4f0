"""Words added to the lists of a configuration file, with all else in it left as it was written."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from speechlint.config.errors import ConfigError
from speechlint.config.place import KEY, dotted, key_path
from speechlint.text.pattern import Pattern

WIDEST = 100  # code points of a list in one line
_SPACE = Pattern(r"(?:[ \t\r\n]|#[^\n]*)*")
_HEAD = Pattern(rf"\[\[?\s*({KEY})\s*\]\]?")
_ENTRY = Pattern(rf"({KEY})\s*=[ \t]*")
_STRING = r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'"
_TOKEN = Pattern(rf"(?s)(?<string>{_STRING})|(?<remark>#[^\n]*)|(?<mark>[\[\]{{}},\n])|[^\[\]{{}},\n#\"']+")


class Entry(NamedTuple):
    """A key of a file, with the table it stands in, and where its value begins and ends; of a table's head the line."""

    path: tuple[str, ...]
    table: tuple[str, ...]
    start: int
    end: int
    is_head: bool = False


def with_words(text: str, section: Sequence[str], key: str, words: Sequence[str]) -> str:
    """The text of a TOML file with the words at the end of the list `words.<key>` below `section`.

    Comments, order and line ends stay. Raises ConfigError where the list is written in a way that cannot be added to.
    """
    path = (*section, "words", key)
    wanted = tomllib.loads(text)
    _add(wanted, path, words)
    changed = _changed(text, path, list(words), "\r\n" if "\r\n" in text else "\n")
    try:
        same = changed is not None and tomllib.loads(changed) == wanted
    except tomllib.TOMLDecodeError:
        same = False
    if changed is None or not same:
        listed = ", ".join(map(_quoted, words))
        raise ConfigError(
            f"{dotted(path)} 的写法不能自动添加，没有改动；请自己写上：{listed}",
            f"{dotted(path)} is written in a way that cannot be added to, and was left as it is; add to it: {listed}",
        )
    return changed


def _add(table: dict[str, Any], path: Sequence[str], words: Sequence[str]) -> None:
    for key in path[:-1]:
        table = table.setdefault(key, {})
    table[path[-1]] = [*deepcopy(table.get(path[-1], [])), *words]


def _changed(text: str, path: tuple[str, ...], words: list[str], newline: str) -> str | None:
    entries = list(_entries(text))
    beside = [entry for entry in entries if entry.path[:-1] == path[:-1] and not entry.is_head]
    for entry in beside:
        if entry.path == path:
            return _longer(text, entry, words, newline)
    last = next((entry for entry in reversed(entries) if entry in beside or _is_head_of(entry, path)), None)
    if last is not None:
        written = path[-1] if last.is_head else dotted((*last.path[len(last.table) : -1], path[-1]))
        return _with_line(text, last.end, f"{written} = {_list(words, newline)}", newline)
    if any(entry.path == path[:-1] for entry in entries):  # words = { … }
        return None
    gap = "" if not text.strip() else newline if text.endswith("\n") else 2 * newline
    return f"{text}{gap}[{dotted(path[:-1])}]{newline}{path[-1]} = {_list(words, newline)}{newline}"


def _is_head_of(entry: Entry, path: tuple[str, ...]) -> bool:
    return entry.is_head and entry.path == path[:-1]


def _entries(text: str) -> Iterator[Entry]:
    """The keys and heads of a file that is right."""
    at = _SPACE.match(text, 0).end()
    table: tuple[str, ...] = ()
    while at < len(text):
        head = _HEAD.match(text, at)
        if head is not None:
            table, end = key_path(head[1]), head.end()
            yield Entry(table, table, at, end, is_head=True)
        else:
            entry = _ENTRY.match(text, at)
            if entry is None:
                return
            end = _value_end(text, entry.end())
            yield Entry((*table, *key_path(entry[1])), table, entry.end(), end)
        at = _SPACE.match(text, end).end()


def _value_end(text: str, at: int) -> int:
    depth, end = 0, at
    for token in _TOKEN.finditer(text, at):
        if not depth and (token["remark"] or token["mark"] == "\n"):
            break
        depth += (token["mark"] or "") in ("[", "{")
        depth -= (token["mark"] or "") in ("]", "}")
        end = token.end()
    return end


def _longer(text: str, entry: Entry, words: list[str], newline: str) -> str | None:
    """The text with the words at the end of a list, in lines of their own where its last one has one."""
    if not text.startswith("[", entry.start):
        return None
    tokens = list(_TOKEN.finditer(text, entry.start, entry.end))
    strings = [token for token in tokens if token["string"]]
    more = ", ".join(map(_quoted, words))
    if not strings:
        return f"{text[: entry.start + 1]}{more}{text[entry.start + 1 :]}"
    last = strings[-1]
    behind = [token for token in tokens if token.start() >= last.end()]
    line_end = next((token.start() for token in behind if token["mark"] == "\n"), -1)
    if line_end < 0:
        return f"{text[: last.end()]}, {more}{text[last.end() :]}"
    line_end -= text[line_end - 1] == "\r"
    comma = "" if any(token["mark"] == "," for token in behind) else ","
    begin = text.rfind("\n", 0, last.start()) + 1
    indent = text[begin : last.start()] if not text[begin : last.start()].strip() else "    "
    lines = "".join(f"{newline}{indent}{_quoted(word)}," for word in words)
    return f"{text[: last.end()]}{comma}{text[last.end() : line_end]}{lines}{text[line_end:]}"


def _with_line(text: str, at: int, line: str, newline: str) -> str:
    """The text with one line more behind the line that holds `at`."""
    end = text.find("\n", at)
    return f"{text}{newline}{line}{newline}" if end < 0 else f"{text[: end + 1]}{line}{newline}{text[end + 1 :]}"


def _list(words: list[str], newline: str) -> str:
    line = f"[{', '.join(map(_quoted, words))}]"
    return line if len(line) <= WIDEST else f"[{newline}{''.join(f'    {_quoted(word)},{newline}' for word in words)}]"


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)
