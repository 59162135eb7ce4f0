"""The values of rules' options: defaults, and what the configuration puts in their place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from speechlint.config.errors import SelectionError
from speechlint.config.schema import Config
from speechlint.findings.bilingual import Bilingual

if TYPE_CHECKING:
    from speechlint.findings.rule import Option, Rule
    from speechlint.plugins.catalogue import Catalogue

_TYPES: Mapping[type, Bilingual] = {
    bool: Bilingual("true 或 false", "true or false"),
    int: Bilingual("整数", "an integer"),
    float: Bilingual("数", "a number"),
    str: Bilingual("字符串", "a string"),
    tuple: Bilingual("数组", "an array"),
}


def given_options(config: Config, catalogue: Catalogue) -> dict[str, Mapping[str, Any]]:
    """The options that the configuration sets, by the rules' ids, also of rules that do not run. Raises SelectionError.

    Only the rules that it names are imported for this.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for id, given in config.options.items():
        if id not in catalogue.by_id:
            raise _no_such_rule(id, catalogue)
        found[id] = _values(catalogue.by_id[id], given)
    return found


def with_defaults(options: Mapping[str, Option], given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of all options of a rule."""
    return {name: given.get(name, option.default) for name, option in options.items()}


def _values(rule: Rule, given: Mapping[str, Any]) -> Mapping[str, Any]:
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in rule.options:
            raise _no_such_option(rule, name)
        values[name] = _typed(value, rule.options[name].default, f'options."{rule.id}".{name}')
    return values


def _typed(value: Any, default: Any, key: str) -> Any:
    """The value in the type of the default. Raises SelectionError."""
    kind = type(default)
    if kind is float and type(value) is int:  # bool is an int too, and no number
        return float(value)
    if kind is tuple and isinstance(value, list | tuple):
        return (
            tuple(_typed(entry, default[0], f"{key}[{i}]") for i, entry in enumerate(value))
            if default
            else tuple(value)
        )
    if type(value) is kind:
        return value
    wanted = _TYPES.get(kind, Bilingual(kind.__name__, kind.__name__))
    raise SelectionError(
        f"{key}：应为{wanted.zh}（默认 {default!r}），不是 {value!r}。",
        f"{key}: should be {wanted.en} (default {default!r}), not {value!r}.",
    )


def _no_such_rule(id: str, catalogue: Catalogue) -> SelectionError:
    import difflib

    near = difflib.get_close_matches(id, catalogue.by_id, n=1, cutoff=0.5)
    hint = Bilingual(f"是不是“{near[0]}”？", f"Did you mean {near[0]!r}?") if near else Bilingual("", "")
    return SelectionError(
        f"options：没有规则“{id}”；选项按规则写，不按类别。{hint.zh}",
        f"options: there is no rule {id!r}; options belong to a rule, not to a family. {hint.en}".rstrip(),
    )


def _no_such_option(rule: Rule, name: str) -> SelectionError:
    import difflib

    near = difflib.get_close_matches(name.replace("-", "_"), rule.options, n=1)
    hint = Bilingual(f"是不是“{near[0]}”？", f"Did you mean {near[0]!r}? ") if near else Bilingual("", "")
    return SelectionError(
        f'options."{rule.id}"：没有选项“{name}”。{hint.zh}可用：{"、".join(rule.options) or "（无）"}。',
        f'options."{rule.id}": there is no option {name!r}. {hint.en}Allowed: {", ".join(rule.options) or "(none)"}.',
    )
