"""consistency/org-variant"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.vocabulary import size
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# The short names of unions, and the full ones that they stand for; 全总 is known to all.
_FULL = {"省总": "省总工会", "市总": "市总工会", "县总": "县总工会", "区总": "区总工会"}
COMMON = 5  # binary digits of the count of a word that the short name may be cut out of
_INTRODUCED = Pattern("(?:简称|称|下称|即)[“「]?$")


class OrgVariant(Rule):
    """市总 and 市总工会 in one text, and nowhere （以下简称“市总”）. One finding for each short name, at its first pl"
    "ace."""

    id = "consistency/org-variant"
    title = Bilingual("先用简称、后出全称", "A short name before the full one")
    why = Bilingual(
        "正式文稿先写全称并注明简称，之后再用简称；两种写法混着用不规范。",
        "A formal text gives the full name with its short form first, and uses the short one after that.",
    )
    severity = Severity.HINT
    norm = "GB/T 9704-2012 7.3.2"
    triggers = Literals(_FULL)
    VALID = (
        Valid("市总工会（以下简称“市总”）办了三件事，市总还开了会。"),
        Valid("市总办了三件事，市总还开了会。"),
        Valid("市总工会办了三件事，市总还开了会。"),
        Valid("市总工会办了三件事，全市总体平稳。"),
        Valid("省总工会编制全省总体规划。"),
    )
    INVALID = (
        Invalid("⟦市总⟧办了三件事，市总工会还开了会，市总机关都来了。"),
        Invalid("全总、⟦省总⟧作了部署，全国总工会和省总工会还派了人。"),
        Invalid("按⟦省總⟧的要求辦，省總工會也開了會。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        seen: set[str] = set()
        for start, end in ctx.places:
            short = folded[start:end]
            if short in seen or _is_part(folded, start, end):
                continue
            seen.add(short)
            if _INTRODUCED.search(folded, max(0, start - 4), start) is not None:
                continue
            if _FULL[short] in folded[:start] or folded.find(_FULL[short], end) < 0:
                continue
            words, full = ctx.text[start:end], _FULL[short]
            yield ctx.found(
                Span(start, end),
                Bilingual(
                    f"简称“{words}”出现在全称“{full}”之前，首次出现时应写全称并注明简称",
                    f"“{words}” stands before the full name; give that first, with its short form",
                ),
            )


def _is_part(folded: str, start: int, end: int) -> bool:
    """Whether the characters belong to other words: 市总体规划, 健全总部, 市总工会."""
    if folded.startswith("工会", end) or size(folded[end - 1 : end + 1]) >= 0:
        return True
    return size(folded[start - 1 : start + 1]) >= COMMON
