"""What every rule must say of itself, looked at once when the rules come in."""

from __future__ import annotations

import re

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Rule
from speechlint.lexicon.literals import Literals

_ID = r"[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*"
_REQUIRED: tuple[tuple[str, type], ...] = (("title", Bilingual), ("why", Bilingual), ("severity", Severity))
_OPTIONAL: tuple[tuple[str, type], ...] = (("triggers", Literals), ("fixes", Applicability))


def fault_of(rule: object) -> str | None:
    """What is missing or wrong in the rule, with the remedy; None where it is whole."""
    if not isinstance(rule, Rule):
        return "不是 Rule 的实例，应继承 speechlint.findings.rule.Rule，并给出它的实例"
    id = getattr(rule, "id", None)
    if not isinstance(id, str) or not re.fullmatch(_ID, id):
        return f"id 应是“类别/名称”（小写字母、数字、连字符），现在是 {id!r}"
    for field, kind in _REQUIRED:
        if not isinstance(getattr(rule, field, None), kind):
            return f"缺少 {field}，应是 {kind.__name__}"
    for field, kind in _OPTIONAL:
        value = getattr(rule, field)
        if value is not None and not isinstance(value, kind):
            return f"{field} 应是 {kind.__name__} 或 None，现在是 {type(value).__name__}"
    return None


def name_of(rule: object) -> str:
    """The rule as an error names it: its id, or its class where it has none, and the module that it comes from."""
    kind = rule if isinstance(rule, type) else type(rule)
    id = getattr(rule, "id", None)
    return f"{id if isinstance(id, str) else kind.__name__}（{kind.__module__}）"
