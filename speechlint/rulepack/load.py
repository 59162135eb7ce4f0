"""Rule files into rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.formats.bounded import RULE, RefusedFileError, read_text
from speechlint.lexicon.rule_folder import rules_root as rules_root
from speechlint.rulepack.errors import RulePackError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from speechlint.findings.rule import Rule
    from speechlint.rulepack.schema import RuleData


def load_pack(folder: Traversable, *, ours: bool = False) -> list[Rule]:
    """Every rule of a folder laid out like `rules/`: `<family>/<name>.toml`, by path. The expressions of `ours` are
    known to be right, and a run may need none of them.

    Raises RulePackError for a folder that is missing or holds a faulty rule, and for an id that is not the path.
    """
    from speechlint.rulepack.declarative import DeclarativeRule

    if not folder.is_dir():
        raise RulePackError(folder, "", "没有这个规则文件夹", "there is no such folder of rules")
    files = [(file, _read(file, f"{family}/{name}")) for family, name, file in _files(folder)]
    if not ours and files:
        from speechlint.rulepack.expressions import check_expressions, check_weight

        check_weight(folder, [data for _, data in files])
        for file, data in files:
            check_expressions(data.match, file)
    return [DeclarativeRule(data) for _, data in files]


def load_rule(file: Traversable, path_id: str | None = None, *, ours: bool = False) -> Rule:
    """The rule of one file; with `path_id`, its id must be that one."""
    from speechlint.rulepack.declarative import DeclarativeRule

    data = _read(file, path_id)
    if not ours:
        from speechlint.rulepack.expressions import check_expressions

        check_expressions(data.match, file)
    return DeclarativeRule(data)


def _read(file: Traversable, path_id: str | None) -> RuleData:
    from speechlint.rulepack.schema import read_rule

    try:
        text = read_text(file, RULE) if isinstance(file, Path) else file.read_text(encoding="utf-8")
    except RefusedFileError as refusal:
        raise RulePackError(file, "", refusal.zh, refusal.en) from refusal
    except (OSError, UnicodeDecodeError) as error:
        raise RulePackError(file, "", f"无法读取：{error}", f"cannot be read: {error}") from error
    data = read_rule(text, file)
    if path_id is not None and data.id != path_id:
        raise RulePackError(
            file, "id", f"“{data.id}”与路径不符，应为“{path_id}”", f"'{data.id}' is not '{path_id}', as the path says"
        )
    return data


def _files(folder: Traversable) -> Iterator[tuple[str, str, Traversable]]:
    for family in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not family.is_dir():
            continue
        for file in sorted(family.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".toml"):
                yield family.name, file.name.removesuffix(".toml"), file
