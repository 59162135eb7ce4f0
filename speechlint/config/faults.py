"""What is wrong in a table of configuration keys: which key, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import inspect

from speechlint.config.place import dotted
from speechlint.config.schema import ConfigFile
from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple

Path = tuple[str, ...]


class Fault(NamedTuple):
    """`path` is the key at fault, `said` what is wrong with it and what to do."""

    path: Path
    said: Bilingual


def faults(table: dict[str, Any]) -> Iterator[Fault]:
    """Every fault of a configuration file's table, in its order."""
    return _faults(table, kind_of(()), ())


def kind_of(path: Path) -> inspect.Type | None:
    """What may stand under a key; None where there is no such key."""
    kind: inspect.Type | None = _root()
    for part in path:
        if isinstance(kind, inspect.StructType):
            kind = next((_bare(field.type) for field in kind.fields if field.encode_name == part), None)
        elif isinstance(kind, inspect.DictType):
            kind = _bare(kind.value_type)
        elif not isinstance(kind, inspect.AnyType):
            return None
    return kind


def _faults(value: Any, kind: inspect.Type | None, path: Path) -> Iterator[Fault]:
    import difflib

    if isinstance(kind, inspect.StructType | inspect.DictType) and isinstance(value, dict):
        for key, entry in value.items():
            here = (*path, key)
            wanted = kind_of(here)
            if wanted is None:
                yield Fault(here, _unknown_key(here))
            else:
                yield from _faults(entry, wanted, here)
    elif isinstance(kind, inspect.LiteralType) and value not in kind.values:
        known = [str(name) for name in kind.values]
        near = difflib.get_close_matches(value, known, n=1) if isinstance(value, str) else []
        hint = Bilingual(f"是不是“{near[0]}”？", f"Did you mean {near[0]!r}? ") if near else Bilingual("", "")
        yield Fault(
            path,
            Bilingual(
                f"{dotted(path)} = {shown(value)} 不认识。{hint.zh}可用：{'、'.join(known)}。",
                f"{dotted(path)} = {shown(value)} is not known. {hint.en}Allowed: {', '.join(known)}.",
            ),
        )
    elif kind is not None and not _fits(value, kind):
        wanted_zh, wanted_en = _wanted(kind)
        yield Fault(
            path,
            Bilingual(
                f"{dotted(path)} 应为{wanted_zh}，不是 {shown(value)}。",
                f"{dotted(path)} should be {wanted_en}, not {shown(value)}.",
            ),
        )


def _fits(value: Any, kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.StructType | inspect.DictType):
        return isinstance(value, dict)
    if isinstance(kind, inspect.VarTupleType):
        return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    return not isinstance(kind, inspect.StrType) or isinstance(value, str)


def _wanted(kind: inspect.Type) -> Bilingual:
    if isinstance(kind, inspect.StructType | inspect.DictType):
        return Bilingual("一张表（键 = 值）", "a table (key = value)")
    if isinstance(kind, inspect.VarTupleType):
        return Bilingual('字符串的数组（如 ["a", "b"]）', 'an array of strings (as ["a", "b"])')
    return Bilingual('字符串（如 "a"）', 'a string (as "a")')


def _unknown_key(path: Path) -> Bilingual:
    kind = kind_of(path[:-1])
    known = [field.encode_name for field in kind.fields] if isinstance(kind, inspect.StructType) else []
    near = _nearest(path, known)
    if near:
        return Bilingual(
            f"没有键“{dotted(path)}”。是不是“{near}”？", f"There is no key {dotted(path)!r}. Did you mean {near!r}?"
        )
    return Bilingual(
        f"没有键“{dotted(path)}”。可用：{'、'.join(known)}。",
        f"There is no key {dotted(path)!r}. Allowed: {', '.join(known)}.",
    )


def _nearest(path: Path, known: list[str]) -> str | None:
    """The key that was meant: one of another table with this very name, or the most alike in this table."""
    import difflib

    for place in ((), ("words",), ("placeholders",)):
        if place != path[:-1] and kind_of((*place, path[-1])) is not None:
            return dotted((*place, path[-1]))
    found = difflib.get_close_matches(path[-1].replace("_", "-"), known, n=1, cutoff=0.6)
    return dotted((*path[:-1], found[0])) if found else None


def shown(value: Any) -> str:
    """A value as TOML writes it, cut where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        text = f"[{', '.join(shown(entry) for entry in value)}]"
    elif isinstance(value, dict):
        text = f"{{ {', '.join(f'{dotted((key,))} = {shown(entry)}' for key, entry in value.items())} }}"
    else:
        text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


@cache
def _root() -> inspect.Type:
    return inspect.type_info(ConfigFile)


def _bare(kind: inspect.Type) -> inspect.Type:
    """Without the descriptions, and without the None that stands for a missing key: TOML has none."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        return _bare(next(each for each in kind.types if not isinstance(each, inspect.NoneType)))
    return kind
