"""redaction/letters-in-word"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.filtered import DISGUISES
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import is_han
from speechlint.text.span import Span

_DISGUISED = Literals(DISGUISES)


class LettersInWord(Rule):
    """Pinyin or letters in a word, put there by a filter or to slip past one: qun众, 腐bai, 县zf, D委."""

    id = "redaction/letters-in-word"
    title = Bilingual("词中夹着拼音或字母", "Pinyin or letters inside a word")
    why = Bilingual(
        "网站或上传者为避开过滤，把词里的字换成拼音或字母，正文中须还原。",
        "To slip past a filter a character became pinyin or a letter; the text needs the character.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "词表里每种写法只对应一个词，但是否原文如此仍须人看一眼。",
        "Each disguise in the table stands for one word, yet a person should see that it is meant.",
    )
    triggers = _DISGUISED
    VALID = (
        Valid("公司Zhengfu牌渔网畅销沿海。"),
        Valid("ZF变速器由外方提供，D级航道已通航。"),
        Valid("拼音：群众 qun zhong，政府 zheng fu。"),
        Valid("发送至qunzhong@example.gov.cn邮箱。"),
        Valid("A组赛事在D区码头举行，VIP区域已关闭。"),
        Valid("维A酸、社A线、民D户型都是名称。"),
    )
    INVALID = (
        Invalid("坚持从⟦qun众⟧中来，到渔民中去。", fixed="坚持从群众中来，到渔民中去。"),
        Invalid("严查码头⟦腐bai⟧行为。", fixed="严查码头腐败行为。"),
        Invalid("⟦县zf⟧安排专款疏浚航道。", fixed="县政府安排专款疏浚航道。"),
        Invalid("乡镇⟦D委⟧要扛起防汛责任。", fixed="乡镇党委要扛起防汛责任。"),
        Invalid("⟦中gong⟧中央高度重视海洋生态。", fixed="中共中央高度重视海洋生态。"),
        Invalid("工會⟦主Xi⟧到港區慰問。", fixed="工會主席到港區慰問。"),
        Invalid("請各位⟦ling導⟧指正。", fixed="請各位領導指正。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        end_of_last = 0
        # Where two disguises overlap, the one that begins first and reaches farther is meant: 中gong中央, not gong中.
        for start, end in sorted(ctx.places, key=lambda place: (place[0], -place[1])):
            span = Span(start, end)
            if start < end_of_last or not _stands_in_chinese(text, span):
                continue
            end_of_last = end
            words, word = span.of(text), as_written(text, span, [DISGUISES[fold(text[start:end])]])[0]
            yield ctx.found(
                span,
                Bilingual(f"“{words}”应为“{word}”，词里的字母是为避开过滤换上的", f"“{words}” should be “{word}”"),
                fix=ctx.fix(
                    Bilingual(f"把“{words}”改为“{word}”", f"Put “{word}” for “{words}”"),
                    [Edit(span, word)],
                    Applicability.UNSAFE,
                ),
            )


def _stands_in_chinese(text: str, span: Span) -> bool:
    """Whether neither side is Latin or a digit, and at least one is Han: no name of a firm, no address."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if any((side.isascii() and side.isalnum()) or side in "@_-" for side in (before, after) if side):
        return False
    return is_han(before) or is_han(after) or is_han(text[span.start]) or is_han(text[span.end - 1])
