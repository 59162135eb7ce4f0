"""Whether the expressions of a rule file are any, and what those of a whole pack would take."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.rulepack.errors import RulePackError
from speechlint.rulepack.kinds import ending
from speechlint.rulepack.schema import EXPRESSIONS, Match, RuleData
from speechlint.rulepack.weight import weight_of
from speechlint.text.pattern import Pattern

HEAVIEST_PACK = 500_000  # pieces, as `weight` counts them: some 200 MB


def check_weight(folder: object, rules: Iterable[RuleData]) -> None:
    """Raises RulePackError for a pack whose expressions would together take too much memory."""
    weight = sum(weight_of(getattr(rule.match, name)) for rule in rules for name in EXPRESSIONS)
    if weight > HEAVIEST_PACK:
        raise RulePackError(
            folder,
            "",
            f"所有表达式的重复展开后共超过 {HEAVIEST_PACK:,} 个字符，编译要用太多内存；"
            "请减少 {n}、+ 的次数，或把规则分成几个文件夹",
            f"the repeats of all expressions come to more than {HEAVIEST_PACK:,} characters written out, which takes "
            "too much memory to compile; take fewer {n} and +, or make several folders of the rules",
        )


def check_expressions(match: Match, file: object) -> None:
    """Raises RulePackError for what cannot be compiled. What can is kept between runs as other patterns are."""
    for name in EXPRESSIONS:
        source = getattr(match, name)
        if not source:
            continue
        try:
            _ = Pattern(source).compiled
            if name in ("before", "not_before"):  # `好)|(` is right in its group alone
                _ = ending(source).compiled
        except Exception as error:  # `regex` raises more kinds of them than it says
            reason, shown = str(error) or type(error).__name__, _shown(source)
            raise RulePackError(
                file,
                f"match.{name.replace('_', '-')}",
                f"“{shown}”不是正则表达式（{reason}），请改正；括号、星号、问号等符号要照原样查找的，前面加 \\",
                f"'{shown}' is no regular expression ({reason}); mend it: a bracket, star or question mark that stands "
                "for itself needs a \\ before it",
            ) from error


def _shown(source: str) -> str:
    return source if len(source) <= 60 else f"{source[:60]}…"
