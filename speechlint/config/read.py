"""A configuration file as a table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from speechlint.config.errors import ConfigError
from speechlint.formats import bounded
from speechlint.formats.toml import read_toml

PYPROJECT = "pyproject.toml"
SECTION = ("tool", "speechlint")
Table = dict[str, Any]


class TableFile(Struct, frozen=True):
    """A file, its text, and the table in it that is ours; `section` says under which keys the table lies."""

    file: Path
    text: str
    table: Table
    section: tuple[str, ...] = ()


def read_table(file: Path) -> TableFile:
    """The configuration in a file. Raises ConfigError."""
    text = read_text(file)
    data = parse_toml(text, str(file))
    if file.name != PYPROJECT:
        return TableFile(file, text, data)
    tool = data.get("tool", {})
    if not isinstance(tool, dict) or not isinstance(tool.get("speechlint"), dict):
        raise ConfigError(
            f"{file}：没有 [tool.speechlint] 一节。写上这一节，或指向别的文件。",
            f"{file}: there is no section [tool.speechlint]. Write one, or name another file.",
        )
    return TableFile(file, text, tool["speechlint"], SECTION)


def has_section(pyproject: Path) -> bool:
    """Whether a pyproject.toml speaks of us. Raises ConfigError for a broken one that seems to."""
    text = read_text(pyproject)
    if "speechlint" not in text:  # most do not, and parsing costs a millisecond
        return False
    tool = parse_toml(text, str(pyproject)).get("tool")
    return isinstance(tool, dict) and "speechlint" in tool


def read_text(file: Path) -> str:
    """The file's text, without a byte-order mark. Raises ConfigError."""
    try:
        return bounded.read_text(file, bounded.CONFIGURATION)
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{file}:{row}：不是 UTF-8 编码。请另存为 UTF-8。", f"{file}:{row}: not UTF-8. Save it as UTF-8."
        ) from error
    except bounded.RefusedFileError as refusal:
        raise ConfigError(f"{file}：{refusal.zh}。", f"{file}: {refusal.en}.") from refusal
    except OSError as error:
        raise ConfigError(
            f"{file}：无法读取：{error.strerror}。", f"{file}: cannot be read: {error.strerror}."
        ) from error


def parse_toml(text: str, name: str) -> Table:
    """The table that a TOML text writes. Raises ConfigError with row and column, both 1-based."""
    import tomllib

    try:
        return read_toml(text)
    except tomllib.TOMLDecodeError as error:
        reason, place = _split_place(str(error), text)
        raise ConfigError(
            f"{name}:{place}：不是合法的 TOML：{reason}。改正这一处；字符串要加引号，数组写在 [ ] 里。",
            f"{name}:{place}: not valid TOML: {reason}. Mend this place; strings are quoted, arrays stand in [ ].",
        ) from error
    except RecursionError as error:
        raise ConfigError(
            f"{name}：括号套得太深。请写得浅一些。", f"{name}: brackets within brackets, too deep. Write it flatter."
        ) from error


def _split_place(said: str, text: str) -> tuple[str, str]:
    """What tomllib says into the reason and `row:column`."""
    found = re.fullmatch(r"(.*) \(at line ([0-9]+), column ([0-9]+)\)", said)
    if found:
        return found[1], f"{found[2]}:{found[3]}"
    lines = text.split("\n")
    return said.removesuffix(" (at end of document)"), f"{len(lines)}:{len(lines[-1]) + 1}"
