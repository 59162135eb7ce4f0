"""punctuation/dunhao-scope"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_SUBJECTS = ("他", "她", "我", "你", "大家", "他们", "我们", "你们", "她们", "咱们")
_CLAUSES = Literals(tuple("、" + subject for subject in _SUBJECTS))
_SUBJECT = Pattern("(?:他|她|我|你)们?|大家|咱们")
# 他、我、你们: the pronouns are the items; 我国、我市: no subject.
_VERB = Pattern("(?![、，。；和与及等的省市县区国党军校院队站乡镇村])[^、，。；：！？,;:!?\r\n\u201c\u201d]{1,20}")
_CLAUSE_MARKS = "，。；：！？,;:!?\r\n\u201c\u201d（）()"
LONGEST_CLAUSE = 24


class DunhaoScope(Rule):
    """The mark 、 between clauses with subjects of their own: 他扫场、他晒粮. It parts words and short phrases; clauses
    are parted by a comma. Only clauses that each begin with the same pronoun are looked at.
    """

    id = "punctuation/dunhao-scope"
    title = Bilingual("分句之间用了顿号", "、 between clauses")
    why = Bilingual(
        "顿号隔开句子内部并列的词语；各有主语的分句之间用逗号。",
        "、 parts words inside a sentence; between clauses with subjects of their own stands a comma.",
    )
    severity = Severity.HINT
    fixes = Applicability.DISPLAY
    because = Bilingual(
        "是不是分句要看上下文，只作提示。", "Whether these are clauses depends on what stands about them."
    )
    norm = "GB/T 15834-2011 4.5, A.3"
    triggers = _CLAUSES
    VALID = (
        Valid("他扫场，他晒粮，他守夜。"),
        Valid("他、我、你们都要到场。"),
        Valid("爱我村、爱我家，人人有责。"),
        Valid("我市、我县、我乡都已开秤。"),
        Valid("扫场、晒粮、守夜，样样都干。"),
    )
    INVALID = (
        Invalid("他扫场⟦、⟧他晒粮⟦、⟧他守夜。"),
        Invalid("大家出力⟦、⟧大家受益。"),
        Invalid("我們出車⟦、⟧我們出人。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.document.folded
        for start, _ in ctx.places:
            here = _SUBJECT.match(text, start + 1)
            if here is None or _VERB.match(text, here.end()) is None:
                continue
            first = max(text.rfind(mark, max(0, start - LONGEST_CLAUSE), start) for mark in _CLAUSE_MARKS + "、") + 1
            before = _SUBJECT.match(text, first, start)
            if before is None or before.group() != here.group() or _VERB.match(text, before.end(), start) is None:
                continue
            yield ctx.found(
                Span(start, start + 1),
                Bilingual("分句之间不用顿号，应用逗号", "A comma, not 、, parts clauses"),
                fix=ctx.fix(
                    Bilingual("改为逗号", "write a comma"), [Edit(Span(start, start + 1), "，")], Applicability.DISPLAY
                ),
            )
