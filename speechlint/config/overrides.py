"""`--config 'key=value'`: keys that the command line sets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import inspect

from speechlint.config.errors import ConfigError
from speechlint.config.faults import kind_of
from speechlint.config.layers import Layer, check_layer
from speechlint.config.place import dotted, key_path
from speechlint.config.read import Table

# The key is everything up to the first equals sign outside quotation marks.
QUOTED_KEY = """'severity."placeholder/latin-mask"=hint'"""
_PAIR = re.compile(r"""\s*((?:[^="']|"[^"]*"|'[^']*')*?)\s*=\s*(.*?)\s*""", re.DOTALL)


def read_overrides(pairs: Sequence[str], folder: Path) -> list[Layer]:
    """A layer for each pair; their paths are relative to `folder`. Raises ConfigError."""
    layers = []
    for pair in pairs:
        layer = Layer(folder, f"--config {pair}", _table(pair))
        if "extend" in layer.table:
            raise layer.error(
                (),
                "extend 只能写在配置文件里；要换一份配置，用 --config FILE。",
                "extend stands in files only; to use another file, write --config FILE.",
            )
        check_layer(layer)
        layers.append(layer)
    return layers


def _table(pair: str) -> Table:
    """What a pair sets: TOML, or else a plain word where the key takes a string."""
    import tomllib

    found = _PAIR.fullmatch(pair)
    path = key_path(found[1]) if found else ()
    if found is None or not path:
        raise ConfigError(
            f"--config {pair}：键的写法不对。名称里有 / 等符号的要加引号，如 {QUOTED_KEY}。",
            f"--config {pair}: this is no key. Quote names that hold a slash or the like, as in {QUOTED_KEY}.",
        )
    try:
        return tomllib.loads(f"{found[1]} = {found[2]}")
    except tomllib.TOMLDecodeError as error:
        kind = kind_of(path)
        if isinstance(kind, inspect.StrType | inspect.LiteralType | inspect.AnyType) and _is_word(found[2]):
            return _nested(path, found[2])
        if kind is None:
            return _nested(path, found[2])  # whose key is found unknown
        raise ConfigError(
            f"--config {pair}：“{found[2]}”不是合法的 TOML。{_example(path, kind, found[2], '写成')}",
            f"--config {pair}: {found[2]!r} is not valid TOML. {_example(path, kind, found[2], 'Write')}",
        ) from error


def _is_word(value: str) -> bool:
    """Whether a value is plain, not TOML with a slip in it."""
    return bool(value) and value[0] not in "\"'[{"


def _nested(path: Sequence[str], value: Any) -> Table:
    for part in reversed(path):
        value = {part: value}
    table: Table = value
    return table


def _example(path: Sequence[str], kind: inspect.Type, value: str, verb: str) -> str:
    words = [word for word in re.split(r"""[\s,，"'\[\]{}]+""", value) if word]
    if isinstance(kind, inspect.VarTupleType):
        written = "[" + ", ".join(f'"{word}"' for word in words) + "]"
    elif isinstance(kind, inspect.StructType | inspect.DictType):
        written = '{ "…" = … }'
    else:
        written = f'"{" ".join(words)}"'
    return f"{verb} '{dotted(path)}={written}'"
