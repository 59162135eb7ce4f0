"""redaction/scrubbed-name"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_NAMELESS = Literals(
    ("以为核心", "以同志为", "以为总书记", "以为代表的中国共产党", "以为代表的党")
)  # fmt: skip
# 误以为核心技术: here 以为 is a word of its own.
_THOUGHT = frozenset("误自可所难足满都还总常便就我你他她人们")
_CORE = Pattern("以为核心的(?:党|中央|领导|新一代|第)|以为(?:总书记|代表)的|以同志为")


class ScrubbedName(Rule):
    """A name was filtered out of a set phrase: 以同志为核心的党中央. A 同志 that acts
    without a name is `placeholder/missing-name`.
    """

    id = "redaction/scrubbed-name"
    title = Bilingual("固定说法里的人名被删", "A name filtered out of a set phrase")
    why = Bilingual(
        "“以……同志为核心的党中央”里缺了姓名，是过滤或脱敏时删掉的。",
        "The set phrase needs a name that a filter or an anonymiser took out.",
    )
    severity = Severity.ERROR
    presets = {"template": None}
    triggers = _NAMELESS
    VALID = (
        Valid("他们误以为核心问题已经解决。"),
        Valid("以习近平同志为核心的党中央高度重视海洋生态。"),
        Valid("老同志强调要爱护渔港，有的同志指出航标老化。"),
        Valid("以人民为核心的发展理念深入人心。"),
        Valid("同志们，请大家在会后抓好落实。"),
    )
    INVALID = (
        Invalid("在⟦以同志为⟧核心的党中央坚强领导下，渔港面貌一新。"),
        Invalid("紧密团结在⟦以为核心⟧的党中央周围。"),
        Invalid("以毛泽东同志为核心的第一代、⟦以同志为⟧核心的第二代中央领导集体。"),
        Invalid("團結在⟦以為總書記⟧的黨中央周圍。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in ctx.places:
            if _CORE.match(folded, start) is None or folded[start - 1 : start] in _THOUGHT:
                continue
            span = Span(start, end)
            words = span.of(text)
            yield ctx.found(
                span,
                Bilingual(f"“{words}”这里缺了姓名，应查原稿补上", f"The name is missing at “{words}”; restore it"),
            )
