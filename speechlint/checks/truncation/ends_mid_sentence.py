"""truncation/ends-mid-sentence"""

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


class EndsMidSentence(Rule):
    """The text stops behind a comma, behind 和, 通过, 以及 and the like, or where a site says that the rest is left out
    and the sentence before has not ended. A long last paragraph without its end mark is a hint, where the draft has
    end marks otherwise.

    Signatures, dates, thanks, headings, lists, poems and notes end as they like.
    """

    id = "truncation/ends-mid-sentence"
    title = Bilingual("正文断在句子中间", "Text breaks off inside a sentence")
    why = Bilingual(
        "话没有说完就断了，后面的内容丢了；照着念会停在半句上。",
        "The sentence is not finished: what followed was lost, and the speaker will stop halfway.",
    )
    severity = Severity.ERROR
    whole = True
    VALID = (
        Valid(_TEXT),
        Valid(f"{_TEXT}谢谢大家"),
        Valid(f"{_TEXT}\n此致\n敬礼"),
        Valid(f"{_TEXT}\n附件：渠长名单"),
        Valid(f"{_TEXT}\n青石镇水利站\n2025年3月1日"),
        Valid(f"{_TEXT}\n联系人：周渠长，电话：无，"),
        Valid(f"{_TEXT}\n春风过堤岸，\n流水入田来，"),
        Valid("各村渠长，"),
        Valid(f"{_TEXT}\n一、修渠\n二、引水\n三、通电"),
        Valid(f"他说：“{_TEXT}”"),
        Valid(f"{_TEXT}\n（未完，全文共4800字，当前仅显示1200字）"),
    )
    INVALID = (
        Invalid(f"{_TEXT}下一步，要抓好清淤、⟦补漏、⟧"),
        Invalid(f"{_TEXT}下一步，⟦要把清淤和补漏通过⟧"),
        Invalid(f"{_TEXT}\n下一步要抓好清淤和补漏，把渠上的活儿都排出日子来，⟦并且⟧"),
        Invalid(f"{_TEXT}下一步，⟦各村要把清淤的活儿排好⟧……（未完，全文共4800字，当前仅显示1200字）"),
        Invalid(f"{_TEXT}下一步，⟦各村要清好淤，⟧\n（此处省略512字）\n{_TEXT}"),
        Invalid(f"{_TEXT}下一步，⟦要抓好補漏，⟧"),
        Invalid(f"{_TEXT}{_TEXT}\n{_TEXT}下一步，⟦各村要把清淤的活儿排好⟧"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for span, what, notice in ctx.document.broken_ends:
            if what is Break.WORD:
                continue
            words = span.of(ctx.text)
            if what is Break.PERHAPS:
                yield ctx.found(
                    span,
                    Bilingual(
                        f"最后一段到“{words}”为止，没有句末点号；请核对后面是否还有内容",
                        f"the last paragraph stops at “{words}” without an end mark; see whether something is missing",
                    ),
                    severity=Severity.HINT,
                )
                continue
            where = (
                Bilingual("网站的省略提示之前", "before a site's notice")
                if notice
                else Bilingual("全文末尾", "at the end")
            )
            yield ctx.found(
                span,
                Bilingual(
                    f"{where.zh}停在“{words}”，句子没有说完；应从原文补全",
                    f"{where.en} the text stops at “{words}”, inside a sentence; complete it from the original",
                ),
            )
