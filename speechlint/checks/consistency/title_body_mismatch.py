"""consistency/title-body-mismatch"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.kinds import LineKind, title_line
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_MEETINGS = ("会议", "大会", "全会", "座谈会", "推进会", "动员会", "工作会", "表彰会", "总结会", "论坛", "培训班")
_NUMBER = "[一二三四五六七八九十]{1,3}"
_YEAR = Pattern(rf"(?P<value>(?:19|20)[0-9]{{2}}年)度?(?P<name>[{HAN}、]{{4,24}}?(?:{'|'.join(_MEETINGS)}))")
_SESSION = Pattern(
    rf"第?(?P<value>{_NUMBER}届(?:[{HAN}]{{2,6}}?第?)?{_NUMBER}次)(?P<name>(?:全委|全体|执委|常委|理事|职工代表"
    rf"|会员代表|代表|扩大)[{HAN}（）]{{0,6}}?会)"
)
# The body speaks of the meeting that it is held at, and not of another one.
_THIS = Pattern("今天|这次|此次|本次|现在|我们(?:在这里)?(?:召开|举行|隆重)|[召举][开行]|出席|参加")
_OTHER = Pattern("去年|上年|前年|明年|上一?[届次]|刚刚过去|以来|回顾|历[届次]")
OPENING, CLAUSE = 400, 25  # code points


class TitleBodyMismatch(Rule):
    """The title says 2025年渔业工作会议, and the opening welcomes to 2024年渔业工作会议. The meeting has to have the
    same name in both places, and the opening has to speak of the one that is held.
    """

    id = "consistency/title-body-mismatch"
    title = Bilingual("标题与开头说的不是同一次会议", "Title and opening name different meetings")
    why = Bilingual(
        "年份、届次在标题和开头不一致，多半是套用旧稿时漏改了一处。",
        "Year or session differ between title and opening: one was left from an earlier draft.",
    )
    severity = Severity.WARNING
    whole = True
    triggers = Literals(("会上的", "会议上", "大会上"))
    VALID = (
        Valid("在2025年渔业工作会议上的讲话\n同志们：\n今天，我们召开2025年渔业工作会议，部署休渔。"),
        Valid("在2025年渔业工作会议上的讲话\n同志们：\n去年召开的2024年渔业工作会议提出休渔。"),
        Valid("在2025年渔业工作会议上的讲话\n同志们：\n今天，我们召开2024年表彰大会。"),
        Valid("在渔业工会三届二次全委会上的讲话\n同志们：\n今天召开三届二次全委会，回顾三届一次全委会以来的工作。"),
    )
    INVALID = (
        Invalid("在2025年渔业工作会议上的讲话\n同志们：\n今天，我们召开⟦2024年⟧渔业工作会议，部署休渔。"),
        Invalid("在渔业工会三届二次全委会上的讲话\n同志们：\n这次召开的⟦三届一次⟧全委会很重要。"),
        Invalid("在2025年漁業工作會議上的講話\n同志們：\n今天召開的⟦2023年⟧漁業工作會議，是換屆後的第一次。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        line = title_line(document)
        if line is None:
            return
        lines, folded = document.lines, document.folded
        start, end = lines.starts[line], lines.ends[line]
        while line + 1 < len(lines) and document.kinds[line] in (LineKind.TITLE, LineKind.BLANK):
            line += 1
        opening = lines.starts[line]
        for pattern in (_YEAR, _SESSION):
            said = pattern.search(folded, start, end)
            if said is None:
                continue
            for match in pattern.finditer(folded, max(end, opening), max(end, opening) + OPENING):
                if match["name"] == said["name"] and match["value"] != said["value"]:
                    before = folded[max(end, match.start() - CLAUSE) : match.start()]
                    if _THIS.search(before) is not None and _OTHER.search(before) is None:
                        yield _report(ctx, Span(*match.span("value")), said["value"])
                        break


def _report(ctx: Context, span: Span, said: str) -> Diagnostic:
    words = span.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(
            f"标题说的是“{said}”，这里却是“{words}”，应核对后统一",
            f"The title says “{said}”, this “{words}”; see which is right",
        ),
    )
