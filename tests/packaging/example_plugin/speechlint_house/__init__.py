"""What one office wants checked beyond the rules that everybody has."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint import Rule, hookimpl


@hookimpl
def speechlint_rules() -> Iterable[Rule]:
    from speechlint_house.former_name import FormerName

    return [FormerName()]
