"""truncation/cut-mid-word"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.cuts import Break
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_TEXT = (
    "今年的渠修得早，水来得也早，秧苗一插下去就返了青。各村的渠长天天在渠上走，哪里有漏，当天就堵上；"
    "哪里缺水，夜里就调过来。老把式说，这样的年景多少年没有见过了。"
)


class CutMidWord(Rule):
    """The last word before a site's notice, or at the end of the draft, is only half a word: 传授经……（未完）.

    Told by the vocabulary: a single character is left over behind a whole word and stands for no word of its own. Words
    that a page number tears apart are the page number's finding.
    """

    id = "truncation/cut-mid-word"
    title = Bilingual("正文断在词的中间", "Text breaks off inside a word")
    why = Bilingual(
        "网站按字数截断，不管词句；断开的词念不通，后面的内容也丢了。",
        "A site cuts by counting characters; half a word is left, and what followed is lost.",
    )
    severity = Severity.ERROR
    whole = True
    VALID = (
        Valid(_TEXT),
        Valid(f"{_TEXT}下一步，各村要把清淤的活儿排好……（未完，全文共4800字，当前仅显示1200字）"),
        Valid(f"{_TEXT}下一步各村要做好……"),
        Valid(f"{_TEXT}\n主持人：李强"),
    )
    INVALID = (
        Invalid(f"{_TEXT}老渠长带着年轻人，⟦传授经⟧……（未完，全文共4800字，当前仅显示1200字）"),
        Invalid(f"{_TEXT}下一步要⟦健全协⟧\n（此处省略512字）\n{_TEXT}"),
        Invalid(f"{_TEXT}下一步，各村要把渠上的活儿排好，加强⟦组织协⟧"),
        Invalid(f"{_TEXT}老渠長帶著年輕人，⟦傳授經⟧……（未完，全文共4800字，當前僅顯示1200字）"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for span, what, notice in ctx.document.broken_ends:
            if what is not Break.WORD:
                continue
            words = span.of(ctx.text)
            where = Bilingual("网站的省略提示", "a site's notice") if notice else Bilingual("全文末尾", "the end")
            yield ctx.found(
                span,
                Bilingual(
                    f"“{words}”的“{words[-1]}”只是半个词，被{where.zh}截断；应从原文补全",
                    f"the “{words[-1]}” of “{words}” is half a word, cut off by {where.en}; complete it",
                ),
            )
