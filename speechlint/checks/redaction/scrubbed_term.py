"""redaction/scrubbed-term"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_HEADS = ("党的", "党中央的", "贯彻落实", "学习贯彻", "深入学习", "以及")
_STRANDED = (
    *(head + "、" for head in _HEADS),
    "和、", "与、", "、、", "，、", ",、", "、，", "、,", "、。", "、；", "、;",
    "党的届", "学习届", "贯彻届", "党的和",
)  # fmt: skip
_TERMS = Literals(_STRANDED)
# 党的、国家的和人民的 is a list of owners.
_LIST_OF_OWNERS = Pattern(f"[{HAN}]{{1,8}}的(?!精神)")
_PARTY_AND = Pattern("党的和(?:十|[0-9xX×]|二十|全会|重要)")
# What a stranded 和 or 与 stands behind; 祥和、 and names that end in 和 stand in lists of their own.
_JOINED = Pattern(
    "(?:精神|全会|思想|大会|会议|讲话|部署|决策|要求|理论|工作|政策|法规|制度|权益|群众|职工|干部|发展|建设|服务|管理|改革|任务|贯彻|落实)$"
)
# 学习贯彻、落实执行 is a list of verbs; behind a stranded verb stands what was to be its second object.
_VERB = Pattern(
    "落实|践行|领[会悟]|宣传|传达|研究|执行|部署|贯彻|学习|认真|深[刻入]|全面|准确|切实|坚决|把握|掌握|带头"
)
_OBJECT = Pattern(f"[{HAN}0-9xX×]{{1,14}}(?:精神|全会|讲话|思想|部署|会议|论述|指示)")
# 12、,有过质疑: a page mark in front of a cut sentence.
_PAGE = Pattern(r"(?:.*[\r\n])?[ \u3000]*[0-9]{1,3}$")
_MARK = "、，,。；;"


class ScrubbedTerm(Rule):
    """An item of a list was taken out, and the mark behind it now stands alone: 贯彻党的、二十届三中全会精神."""

    id = "redaction/scrubbed-term"
    title = Bilingual("并列的一项被删，标点悬空", "A list item was taken out, its mark is stranded")
    why = Bilingual(
        "过滤或删改拿走了并列成分中的一项，顿号前后便没有了内容。",
        "A filter or an edit took one item of a list; nothing stands beside the mark.",
    )
    severity = Severity.ERROR
    triggers = _TERMS
    VALID = (
        Valid("党的、国家的和人民的利益高于一切。"),
        Valid("建设伟大的、光荣的事业，打造平和、安定的渔村。"),
        Valid("鼓励船工参与、支持、监督港区管理。"),
        Valid("名单：陈志和、林海生、周文和、郑水生。"),
        Valid("顿号“、”后面不加空格，“，、”不能连用。"),
        Valid("他数着：一、、、二、、、三。"),
    )
    INVALID = (
        Invalid("认真贯彻⟦党的、⟧二十届三中全会精神，抓好渔港整治。"),
        Invalid("深入貫徹⟦黨的、⟧xx屆四中全會精神。"),
        Invalid("我们要⟦学习贯彻、⟧省委全会精神。"),
        Invalid("落实渔业工作会议精神⟦和、⟧防汛部署，压实责任。"),
        Invalid("健全巡查⟦、、⟧整改机制。"),
        Invalid("统筹岸线⟦，、⟧航道治理。"),
        Invalid("贯彻⟦党的届⟧四中全会精神。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in ctx.places:
            words = folded[start:end]
            if not _is_stranded(folded, start, end, words):
                continue
            certain = words.startswith("党的") or words in ("学习届", "贯彻届")
            yield ctx.found(
                Span(start, end),
                Bilingual(
                    f"“{text[start:end]}”处缺了一项，应查原稿补上，确属多余就删去标点",
                    f"An item is missing at “{text[start:end]}”; restore it, or delete the mark",
                ),
                severity=Severity.ERROR if certain else Severity.WARNING,
            )


def _is_stranded(folded: str, start: int, end: int, words: str) -> bool:
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if words == "党的和":
        return _PARTY_AND.match(folded, start) is not None
    if words[0] in "，,、" and words[1] in _MARK:
        return _doubled(before, after) and not _PAGE.match(folded[max(0, start - 6) : start])
    if not after or after in "\r\n" + _MARK:
        return False
    if words in ("和、", "与、"):
        return _JOINED.search(folded, max(0, start - 2), start) is not None
    if words.startswith("党"):
        return before not in "“‘" and _LIST_OF_OWNERS.match(folded, end, end + 12) is None
    if words == "以及、":
        return True
    return _VERB.match(folded, end) is None and _OBJECT.match(folded, end, end + 20) is not None


def _doubled(before: str, after: str) -> bool:
    """Whether just two marks stand together, and not as marks that are spoken of or as a row of dots."""
    return not (not before or before in _MARK + "“‘「『" or after in _MARK[:3] or after in "”’」』")
