"""number/mixed-numeral-style"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_COUNTED = frozenset("个项条名家次种类件批场座处户艘")
_CHINESE_COUNT = Pattern("[二三四五六七八九][个项条名家次种类件批场座处户艘]")
_ENDS = frozenset("。；！？\r\n")
# 第三个, 这三个 and “三个务必” count nothing new.
_BEFORE = Pattern("[第这那上前后每几“‘「《十百千万两一二三四五六七八九0-9—至到]$|[0-9一二三四五六七八九]、$")
_NEAR = 40
# 5个月 and 五个多月 are times, 三个代表 and 四个意识 names.
_MONTH = ("月", "多", "半")
_FIXED = (
    *_MONTH, "代表", "意识", "自信", "维护", "全面", "伟大", "务必", "必须", "坚持", "明确", "转变", "不", "一", "统筹",
    "确保", "离不开", "确立", "有利", "面向", "现代化", "倡导", "方面", "阶段", "层面", "世界",
)  # fmt: skip


class MixedNumeralStyle(Rule):
    """Small counts of the same thing in both kinds of numerals within one sentence: 3个重点、三个难点. A large count in
    digits beside a small one in Chinese numerals is common style, and fixed terms such as 三个代表 keep theirs.
    """

    id = "number/mixed-numeral-style"
    title = Bilingual("同类计数混用两种数字", "Counts of one kind in two kinds of numerals")
    why = Bilingual(
        "同一场合的同类计数，数字形式应当一致（GB/T 15835-2011 第4.3条）。",
        "Counts of the same kind in the same place are written the same way.",
    )
    severity = Severity.HINT
    norm = "GB/T 15835-2011, 4.3"
    VALID = (
        Valid("抓好12个重点，解决三个难点。"),
        Valid("有3个村，一个也不能少。"),
        Valid("第3个泊位和第三个船闸。"),
        Valid("坚持“三个务必”，抓好3个项目。"),
        Valid("训练3个月，建成三个赛区。"),
        Valid("建成5座泵站。完成五座水闸。"),
        Valid("提出3個要求、4個目標。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("全年抓好⟦3个⟧重点、破解⟦三个⟧难点。"),
        Invalid("制定⟦5项⟧措施，再出台⟦五项⟧办法。"),
        Invalid("提出⟦三個⟧要求、⟦4個⟧目標。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        seen: set[int] = set()
        for start, end, _ in ctx.document.numbers.every:
            if end - start != 1 or folded[end : end + 1] not in _COUNTED:
                continue
            if text[start] in "01０１" or folded.startswith(_MONTH, end + 1):
                continue
            other = _other_style(folded, start, end)
            if other is None or _BEFORE.search(folded, max(0, start - 2), start) is not None:
                continue
            if in_code(ctx.document, start, end):
                continue
            for span, beside in ((Span(start, end + 1), other), (other, Span(start, end + 1))):
                if span.start not in seen:
                    seen.add(span.start)
                    yield ctx.found(
                        span,
                        Bilingual(
                            f"同一句里“{span.of(text)}”与“{beside.of(text)}”写法不一，宜统一",
                            f"“{span.of(text)}” and “{beside.of(text)}” in one sentence; write both alike",
                        ),
                    )


def _other_style(folded: str, start: int, end: int) -> Span | None:
    """A small count of the same thing in Chinese numerals within the sentence."""
    for match in _CHINESE_COUNT.finditer(folded, max(0, start - _NEAR), end + _NEAR):
        at, behind = match.span()
        if folded[at + 1] != folded[end] or folded.startswith(_FIXED, behind):
            continue
        if not _ENDS.isdisjoint(folded[behind:start] if at < start else folded[end:at]):
            continue
        if _BEFORE.search(folded, max(0, at - 2), at) is None:
            return Span(at, behind)
    return None
