"""redaction/letters-in-word"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.disguises import disguises
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import FULL_WIDTH_MARKS, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_DISGUISED = Literals(disguises)
# Syllables that are English words too: they count only right behind a Han character. 每min is a measure.
_ENGLISH = Pattern("(?i:she|min|you|fan|men|gang|sun|an|da|ma|pin|ping|die|lie)(?![A-Za-z])")
# One letter before the beginning of a longer word: D风机, D建筑.
_LETTERED = Pattern("[A-Za-z](?:建[筑材设造]|风[格机险]|课[程堂]|章节|性[能价状]|费用|员工)")
# Here the letters are spoken of, or name something.
_SPOKEN_OF = Pattern(
    "拼音|读[作音]|注音|输入|键入|键盘|字母|账号|用户名|邮箱|微信|网址|域名|品牌|商标|公众号|微博|变量|函数|代码|参数|字段|搜索"
)
_NAMED = Pattern(r"\.[A-Za-z]|[（(]?公众号|(?:_|[^\r\n，。]{0,16})\.(?:docx?|xlsx?|pdf|txt|pptx?|wps)\b")
_BINDING = frozenset("@_-/\\`#=+&<>")
NEAR = 12


class LettersInWord(Rule):
    """Pinyin or letters in a word, put there by a filter or to slip past one: qun众, 腐bai, 稳ding4, 县zf, D委."""

    id = "redaction/letters-in-word"
    title = Bilingual("词中夹着拼音或字母", "Pinyin or letters inside a word")
    why = Bilingual(
        "网站或上传者为避开过滤，把词里的字换成拼音或字母，正文中须还原。",
        "To slip past a filter a character became pinyin or a letter; the text needs the character.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "只在一种写法对应一个词时改，但是否原文如此仍须人看一眼。",
        "Mended only where a disguise stands for one word, yet a person should see that it is meant.",
    )
    triggers = _DISGUISED
    VALID = (
        Valid("公司Zhengfu牌渔网畅销沿海。"),
        Valid("ZF变速器由外方提供，D级航道已通航。"),
        Valid("拼音：群众 qun zhong，政府 zheng fu。"),
        Valid("发送至qunzhong@example.gov.cn邮箱。"),
        Valid("A组赛事在D区码头举行，VIP区域已关闭。"),
        Valid("维A酸、社A线、民D户型都是名称。"),
        Valid("每人发言5 min，主持人 10 min主讲，每min主轴转百圈。"),
        Valid("用拼音输入法键入wei权两字。"),
        Valid("登录weiquan网或xinfang.gov.cn查询，打开app即可。"),
        Valid("PM2.5浓度下降，GDP增长，5G和wifi覆盖渔港。"),
    )
    INVALID = (
        Invalid("坚持从⟦qun众⟧中来，到渔民中去。", fixed="坚持从群众中来，到渔民中去。"),
        Invalid("严查码头⟦腐bai⟧行为。", fixed="严查码头腐败行为。"),
        Invalid("⟦县zf⟧安排专款疏浚航道。", fixed="县政府安排专款疏浚航道。"),
        Invalid("乡镇⟦D委⟧要扛起防汛责任。", fixed="乡镇党委要扛起防汛责任。"),
        Invalid("⟦中gong⟧中央高度重视海洋生态。", fixed="中共中央高度重视海洋生态。"),
        Invalid("工會⟦主Xi⟧到港區慰問。", fixed="工會主席到港區慰問。"),
        Invalid("請各位⟦ling導⟧指正。", fixed="請各位領導指正。"),
        Invalid("劝返⟦jin京⟧船工两名，渔港保持⟦稳ding⟧。", fixed="劝返进京船工两名，渔港保持稳定。"),
        Invalid("⟦gong青团⟧员巡堤，讲⟦zheng4治⟧、顾大局。", fixed="共青团员巡堤，讲政治、顾大局。"),
        Invalid("渔港⟦jian察⟧组进驻。", fixed=None),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        end_of_last = 0
        # Where two disguises overlap, the one that begins first and reaches farther is meant: 中gong中央, not gong中.
        for start, end in sorted(ctx.places, key=lambda place: (place[0], -place[1])):
            if start < end_of_last:
                continue
            meant = disguises()[fold(text[start:end])]
            # 政zhi4: the tone belongs to the reading.
            if text[end - 1].isascii() and text[end : end + 1] in ("1", "2", "3", "4"):
                end += 1
            span = Span(start, end)
            follows = 0 < end_of_last == start
            if not _stands_in_chinese(text, span, follows) or _is_named(ctx.document.folded, span, meant[0]):
                continue
            end_of_last = end
            words, written = span.of(text), as_written(text, span, list(meant))
            fixes = [_mend(ctx, span, words, word) for word in written]
            shown, either = "”或“".join(written), "” or “".join(written)
            yield ctx.found(
                span,
                Bilingual(f"“{words}”应为“{shown}”，词里的字母是为避开过滤换上的", f"“{words}” should be “{either}”"),
                fix=fixes[0] if len(fixes) == 1 else None,
                suggestions=tuple(fixes) if len(fixes) > 1 else (),
            )


def _mend(ctx: Context, span: Span, words: str, word: str) -> Fix:
    title = Bilingual(f"把“{words}”改为“{word}”", f"Put “{word}” for “{words}”")
    return ctx.fix(title, [Edit(span, word)], Applicability.UNSAFE)


def _stands_in_chinese(text: str, span: Span, follows: bool) -> bool:
    """Whether neither side is Latin, a digit or a sign that binds to it, and the letters stand close to Chinese.

    Letters before it bind nothing where they are of the disguise that it `follows`.
    Letters at an edge need more than the word's own other half: the blank before `min主` may follow a number.
    """
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    first, last = is_han(text[span.start]), is_han(text[span.end - 1])
    if (_binds(before) and not follows) or (
        _binds(after) and not (last and after == "_" and is_han(text[span.end + 1 : span.end + 2]))
    ):
        return False
    if not first and not last:
        return (is_han(before) and _is_close(after)) or (is_han(after) and _is_close(before))
    if first:
        return True
    if is_han(before):
        return True
    return _is_close(before) and _ENGLISH.match(text, span.start, span.end) is None


def _binds(side: str) -> bool:
    return bool(side) and ((side.isascii() and side.isalnum()) or side in _BINDING)


def _is_close(side: str) -> bool:
    """Whether nothing, a line's end, Han or a full-width mark stands there."""
    return not side or side in '\r\n\u3000,;:"“”' or is_han(side) or side in FULL_WIDTH_MARKS


def _is_named(folded: str, span: Span, word: str) -> bool:
    """Whether the letters are spoken of, belong to a name, or only say how the character beside them is read."""
    start, end = span
    before = folded[max(0, start - NEAR) : start]
    if _SPOKEN_OF.search(before) is not None or _NAMED.match(folded, end, end + 2 * NEAR) is not None:
        return True
    if not is_han(folded[end - 1]) and not is_han(folded[start]) and folded[end : end + 1] == "网":
        return True
    if folded[start] != word[0] and before.endswith(word[0]):
        return True
    if folded[end : end + 1] == word[-1] and folded[end - 1].isascii():
        return True
    if _LETTERED.match(folded, start) is not None:
        return True
    return before.endswith("每") and folded.startswith(("min", "Min"), start)
