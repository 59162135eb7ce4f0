"""numbering/singleton-enumeration"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Marker
from speechlint.document.outline import Series
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import ends_sentence
from speechlint.text.words import holds_any

# With these a writer promises a second; 一要 and 首先 promise none.
_STYLES = frozenset(("一是", "第一，", "第一是", "其一，", "其一是", "一方面"))
# What a writer may go on with instead.
_SECONDS = (
    "二是",
    "二要",
    "二來",
    "二来",
    "二則",
    "二则",
    "第二",
    "其二",
    "其次",
    "另",
    "此外",
    "除此",
    "再一",
    "再就",
    "再有",
    "再者",
    "再次",
    "还有",
    "還有",
    "最后",
    "最後",
    "同时",
    "同時",
    "二、",
    "（二）",
)
_OTHER_SIDE = ("另", "又", "也", "还", "還", "同时", "同時", "第二", "二是", "其次", "一面", "再", "更", "一方面")
# The second is looked for as far behind the item's paragraph, and as far behind the item, in code points.
NEAR, FARTHEST = 800, 6000


class SingletonEnumeration(Rule):
    """一是, 第一, 其一 or 一方面 and then no second, neither in its paragraph nor in those that follow it; nothing that
    could stand for it (另外, 其次, 同时) either. Where a site cut the text behind it, nothing is said.

    一要 is left alone, for it need not count; so is 一方面 in a sentence that goes on with 又 or 也.
    """

    id = "numbering/singleton-enumeration"
    title = Bilingual("有“一是”没有“二是”", "A list of one item")
    why = Bilingual(
        "“一是”“第一”“一方面”预告后面还有；只有一条，就不必编号。",
        "一是, 第一 and 一方面 promise another item; one alone needs no number.",
    )
    severity = Severity.WARNING
    triggers = MARKER_SIGNS
    VALID = (
        Valid("今年修了两处：一是堤，二是渠。"),
        Valid("一是修堤。石料备足了。\n人手也到了。\n二是清淤。"),
        Valid("第一，修堤。其次，清淤。"),
        Valid("一是修堤。此外，还清了渠。"),
        Valid("一要修堤，也要清渠。"),
        Valid("说一是一，从不含糊。"),
        Valid("首先，感谢各位到来。"),
        Valid("他一方面管堤，一方面又管渠。"),
        Valid("一方面堤要修，一方面渠要清。"),
        Valid("第一是快；第一是稳；第一是好。"),
        Valid("堤坝只是水利的一方面，渠道更要紧。"),
        Valid("一方面，石料备足了，同时人手也到了。"),
        Valid("一是修堤。石料备足了。\n（以下内容已隐藏，登录后可查看全文，剩余60%）"),
        Valid("第一，修堤要牢。人手要"),
    )
    INVALID = (
        Invalid("今年主要做了这些事，⟦一是⟧修堤。石料备足了，人手到齐了。"),
        Invalid("一、修堤\n去年的办法好，⟦一是⟧体现在备料上。\n二、清淤\n一是排班，二是开工。"),
        Invalid("道理很简单。⟦第一，⟧堤不修，水就来。大家都明白。\n谢谢大家。"),
        Invalid("⟦一方面，⟧石料备足了。\n下午大家去看堤。"),
        Invalid("好處說不完，⟦其一，⟧省工。鄉親們都說好。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for series in ctx.document.outline.series:
            marker = series.items[0].marker
            if len(series.items) == 1 and marker.ordinal == 1 and marker.style in _STYLES and _is_alone(ctx, series):
                word = marker.word if marker.style == "一方面" else marker.span.of(ctx.text).rstrip("，,、：:")
                other = _other(marker, word)
                yield ctx.found(
                    marker.span,
                    Bilingual(
                        f"只有“{word}”，没有“{other}”；应补上，或去掉序号",
                        f"there is “{word}” and no “{other}”; add it, or do without the number",
                    ),
                )


def _is_alone(ctx: Context, series: Series) -> bool:
    document, text = ctx.document, ctx.text
    marker = series.items[0].marker
    parent = document.outline.parent_of(series)
    # What stands behind the end of the item above is no second.
    until = len(text) if parent is None else parent.span.end
    paragraph = document.lines.ends[marker.line]
    rest = text[marker.span.end : min(until, paragraph + NEAR, marker.span.end + FARTHEST)]
    # 一方面……一方面……, 第一是……第一是…… count nothing.
    again = marker.span.of(text).rstrip("，,")
    before = text[max(document.lines.starts[marker.line], marker.span.start - NEAR) : marker.span.start]
    if again in rest or again in before:
        return False
    if holds_any(rest, _OTHER_SIDE if marker.style == "一方面" else _SECONDS):
        return False
    residue = bisect_left(document.residue, marker.span.end, key=lambda one: one.span.start)
    if residue < len(document.residue) and document.residue[residue].span.start <= until:
        return False
    # A draft that breaks off broke off in the item.
    return _goes_on(text, paragraph) or ends_sentence(text[max(0, paragraph - 80) : paragraph])


def _goes_on(text: str, offset: int) -> bool:
    """Whether anything but white space stands behind the offset."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset < len(text)


def _other(marker: Marker, word: str) -> str:
    return "另一方面" if marker.style == "一方面" else word.replace(marker.word, "二")
