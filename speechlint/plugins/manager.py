"""Which plugins are loaded: our own, and the installed ones that the configuration names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.plugins import builtin
from speechlint.plugins.alone import Alone
from speechlint.plugins.catalogue import Catalogue, CatalogueError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    import pluggy

    from speechlint.findings.rule import Rule

GROUP = "speechlint"


@lru_cache(maxsize=8)
def catalogue(plugins: tuple[str, ...] = (), rule_packs: tuple[Path, ...] = ()) -> Catalogue:
    """The catalogue with the named plugins and the rule packs in the given folders.

    Raises CatalogueError for a plugin that is not installed, fails to load or implements an unknown hook, and
    RulePackError for a pack with a faulty rule.
    """
    manager = _manager_of(plugins) if plugins else Alone()
    return Catalogue(manager, _pack_rules(rule_packs))


def _manager_of(plugins: Sequence[str]) -> pluggy.PluginManager:
    import pluggy

    from speechlint.plugins import hookspecs

    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    for own in (builtin.speechlint_rules, builtin.speechlint_formats, builtin.speechlint_reporters):
        hookspecs.hookimpl(own)  # marked here and not there, where it would cost every run the import of pluggy
    manager.register(builtin, "builtin")
    installed = entry_points()
    for name in plugins:
        if name not in installed:
            known = "、".join(sorted(installed)) or "（无）"
            raise CatalogueError(f"插件“{name}”没有安装。已安装的插件：{known}。用 pip 安装它，或从 plugins 中删去。")
        try:
            manager.register(installed[name].load(), name)
        except Exception as error:
            raise CatalogueError(
                f"插件“{name}”无法载入：{type(error).__name__}: {error}。升级它，或从 plugins 中删去。"
            ) from error
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise CatalogueError(f"插件有不认识的钩子：{error}") from error
    return manager


def _pack_rules(folders: Sequence[Path]) -> list[Rule]:
    from speechlint.rulepack.load import load_pack

    return [rule for folder in folders for rule in load_pack(folder)]


def entry_points() -> dict[str, EntryPoint]:
    """The installed plugins by name. Costs 25 ms and more, so it is asked only when the configuration names plugins."""
    from importlib.metadata import entry_points as installed

    return {point.name: point for point in installed(group=GROUP)}
