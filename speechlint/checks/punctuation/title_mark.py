"""punctuation/title-mark"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.kinds import LONGEST_TITLE, LineKind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_GENRES = (
    "讲话", "发言", "致辞", "致词", "报告", "总结", "通知", "通报", "意见", "方案", "公告", "决定", "请示", "批复",
    "纪要", "规定", "办法", "条例", "要点", "计划", "规划", "主持词", "演讲", "汇报", "倡议书", "讲话稿", "发言稿",
)  # fmt: skip
_MARKS = tuple("。，；、,;")
_TITLE = Pattern("[^，。我了着]{0,16}(?:在[^，。我了着]{2,30}(?:上|中|时)的|关于[^，。我了着]{2,30}的)[^，。的]{2,6}.$")
_SIGNS = Literals(lambda: (genre + mark for genre in _GENRES for mark in _MARKS))


class TitleMark(Rule):
    """A title, the first line of a draft, that ends in a full stop, a comma or a semicolon. Question and exclamation
    marks may belong to a title.
    """

    id = "punctuation/title-mark"
    title = Bilingual("标题末尾用了标点", "A mark at the end of the title")
    why = Bilingual("标题末尾一般不用标点。", "A title ends without a mark.")
    severity = Severity.HINT
    fixes = Applicability.DISPLAY
    because = Bilingual("是不是标题要看排版，只作提示。", "Whether the line is the title shows in the layout.")
    norm = "GB/T 15834-2011 B.4; GB/T 9704-2012 7.3.1"
    triggers = _SIGNS
    whole = True
    VALID = (
        Valid("在秋粮入库动员会上的讲话\n同志们："),
        Valid("谁来守粮？\n粮食要有人守。"),
        Valid("今天我来作一个发言。\n大家都知道，秋粮已经熟了。"),
        Valid("同志们：\n下面我作报告。"),
        Valid("各站要认真学习，听取讲话，\n抓好落实。"),
    )
    INVALID = (
        Invalid("在秋粮入库动员会上的讲话⟦。⟧\n同志们："),
        Invalid("\n　　關於做好秋糧入庫工作的通知⟦，⟧\n各站："),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document, text = ctx.document, ctx.document.folded
        lines = document.lines
        skipped = (LineKind.BLANK, LineKind.RESIDUE)
        _, end = ctx.places[0]
        line = lines.index_of(end - 1)
        words = text[lines.starts[line] : lines.ends[line]][: 2 * LONGEST_TITLE].strip(BLANKS)
        if len(words) > LONGEST_TITLE or words[-1:] not in _MARKS:
            return
        if _TITLE.match(words) is None:
            return
        if any(document.kinds[above] not in skipped for above in range(line)):
            return
        at = text.rfind(words[-1], lines.starts[line], lines.ends[line])
        yield ctx.found(
            Span(at, at + 1),
            Bilingual(f"标题末尾的“{ctx.text[at]}”应删去", f"No “{ctx.text[at]}” at the end of a title"),
            fix=ctx.fix(Bilingual("删去", "delete it"), [Edit(Span(at, at + 1), "")], Applicability.DISPLAY),
        )
