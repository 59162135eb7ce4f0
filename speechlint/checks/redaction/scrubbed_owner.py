"""redaction/scrubbed-owner"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_NOUNS = ("重要讲话", "重要论述", "重要指示", "重要批示", "重要思想精神")
_OWNED = Literals(_NOUNS)
# How far back an owner is looked for, in code points: beside the words, and in a clause with 关于.
NEAR, CLAUSE = 40, 80

_SERIES = Pattern(r"(?:一)?系列$")
# What stands before the words when nobody owns them: a verb of studying or carrying out …
_VERB = Pattern(
    "(?:学习|贯彻|落实|领会|践行|把握|传达|宣传|宣讲|围绕|按照|遵照|遵循|根据|对照|对标|牢记|感悟|学深悟透|融会贯通|以|用|把|将)(?:好|了)?$"
)
# … or a mere link behind something that is no person.
_LINK = Pattern("(?:全会|大会|会议|精神|思想|理论|部署|决策|讲话|指示)?(?:和|与|及|以及|、)$")
_TOPIC = Pattern("(?:关于|对)[^，。；：,;:\r\n]{2,30}的?(?:一?系列)?$")
_MARK = "，。；：！？,;:!?\r\n"
_OWNER = Pattern(
    "总书记|主席|总理|书记|同志|领导|委员长|首长|部长|省长|市长|县长|区长|局长|主任|会长|院长|校长|习近平|毛泽东|邓小平|江泽民|胡锦涛"
    "|中央|国务院|省委|市委|县委|区委|党委|政府|党组|上级|领袖|导师|先生|作者|这|该|此|其|他|她|自己"
)
# What a sentence says of words that it begins with; a heading says nothing.
_SAID_OF = Pattern(
    "(?:批示)?(?:精神)?(?:是(?:我们|指导|做好|推[动进]|新时代|新形势|[^，。\r\n]{0,24}(?:遵循|指南|武器|指引|纲领))|，?(?:深刻|系统|科学|全面|鲜明|精辟)(?:阐|回答|总结|揭示|论述|指[出明])|为[^，。\r\n]{0,24}(?:指明|提供)|博大精深|内涵丰富|思想深[刻邃]|高屋建瓴)"
)
_SENTENCE_END = "。！？!?\r\n\u3000 "
# Who may have spoken just before, and what of theirs.
_SPEAKER = Pattern(
    "总书记|主席|习近平|胡锦涛|江泽民|邓小平|毛泽东|重要讲话|重要论述|重要指示|重要批示|书记|总理|领导同志"
)
SPEAKER = 300
_GIVEN = Pattern("发表|作出|做出|作了|作过|作的|讲了|提出|形成")


class ScrubbedOwner(Rule):
    """Whose speech, whose instructions: a filter took the name, and the words that it governed stand alone."""

    id = "redaction/scrubbed-owner"
    title = Bilingual("“重要讲话”前面没有人", "Important words of nobody")
    why = Bilingual(
        "“系列重要讲话”“重要指示精神”必有所属，姓名职务被过滤掉后，句子便没有了出处。",
        "Important speeches and instructions belong to somebody; a filter took the name.",
    )
    severity = Severity.ERROR
    triggers = _OWNED
    VALID = (
        Valid("深入学习习近平总书记系列重要讲话精神，抓好渔港整治。"),
        Valid("落实总书记关于海洋工作的重要论述，守护蓝色家园。"),
        Valid("中央领导同志关于防汛工作的一系列重要指示，为我们指明方向。"),
        Valid("总书记来港考察并发表重要讲话。干部渔民认真学习重要讲话精神。"),
        Valid("要以这一系列重要论述为指引。"),
        Valid("贯彻习近平新时代中国特色社会主义思想和系列重要讲话精神。"),
        Valid("认真学习省委书记在全会上的重要讲话，逐条落实。"),
        Valid("县委主要领导作出重要批示，要求限期整改。"),
        Valid("《关于防灾减灾的重要论述摘编》已发到各村。"),
        Valid("林书记来港讲了话。系列重要讲话精神是我们治港的根本遵循。"),
        Valid("系列重要讲话精神学习体会\n渔港要守好海堤。"),
        Valid("林省长来港调研。重要讲话精神是我们的行动指南。"),
        Valid("重要指示精神传达到码头，渔民都知道。"),
    )
    INVALID = (
        Invalid("深入学习贯彻⟦系列重要讲话⟧精神，抓好渔港整治。"),
        Invalid("认真领会黨的xx屆四中全會和⟦系列重要講話⟧精神，謀劃航道疏浚。"),
        Invalid("我们要落实⟦重要指示⟧精神，守牢海堤。"),
        Invalid("以⟦系列重要论述⟧为指引，推进港区建设。"),
        Invalid("深入学习贯彻⟦关于海洋工作的重要论述⟧，把任务落到码头。"),
        Invalid("渔港要守好海堤。⟦系列重要讲话⟧精神是我们治港的根本遵循。"),
        Invalid("⟦系列重要講話⟧深刻回答了漁港為誰而建。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        last_owned = -1000
        for start, end in ctx.places:
            if folded[start - 1 : start] == "《":
                continue
            span, severity = _judge(folded, start, end)
            if severity is None:
                last_owned = start
                continue
            series = folded[span.start : end].startswith(("系列", "一系列"))
            # Named just before, the words may stand without their owner the second time.
            if not series and span.start - last_owned < 400:
                continue
            words = span.of(ctx.text)
            yield ctx.found(
                span,
                Bilingual(f"“{words}”前面缺了人名或职务，应查原稿补上", f"Whose? The owner of “{words}” is missing"),
                severity=severity,
            )


def _judge(folded: str, start: int, end: int) -> tuple[Span, Severity | None]:
    """The words that nobody owns and how sure that is; None where they have an owner or may have one."""
    floor = max(0, start - CLAUSE)
    series = _SERIES.search(folded, floor, start)
    head = series.start() if series is not None else start
    span = Span(head, end)
    near = max(0, head - NEAR)
    if not head or folded[head - 1] in _SENTENCE_END:
        return span, _judge_opening(folded, span)
    if folded[head - 1] in _MARK[:3] + "“":
        # Who owns the words may stand in the clause before; a quotation is another's.
        return span, None
    if _VERB.search(folded, near, head) is not None:
        if series is not None and folded[head] == "一" and _GIVEN.search(folded, near, head) is not None:
            return span, None
        return span, Severity.ERROR if series is not None and folded[head] == "系" else Severity.WARNING
    link = _LINK.search(folded, near, head)
    if link is not None and series is not None:
        owned = _OWNER.search(folded, _clause_start(folded, near, head), head)
        return span, None if owned is not None else Severity.ERROR
    topic = _TOPIC.search(folded, floor, head)
    if topic is None or _VERB.search(folded, max(0, topic.start() - NEAR), topic.start()) is None:
        return span, None
    if _OWNER.search(folded, topic.start(), head) is not None:
        return span, None
    return Span(topic.start(), end), Severity.WARNING


def _judge_opening(folded: str, span: Span) -> Severity | None:
    """How sure it is that words which open a sentence lack an owner; None for a heading, or behind a speaker."""
    if _SAID_OF.match(folded, span.end, span.end + 40) is None:
        return None
    series = folded.startswith(("系列", "一系列"), span.start)
    # One speech may be that of anybody who was named; a series of them is a leader's.
    speaker = _SPEAKER if series else _OWNER
    if speaker.search(folded, max(0, span.start - SPEAKER), span.start) is not None:
        return None
    return Severity.ERROR if folded[span.start] == "系" else Severity.WARNING


def _clause_start(folded: str, floor: int, end: int) -> int:
    """Where the clause that ends at `end` begins, not before `floor`."""
    return max((folded.rfind(mark, floor, end) + 1 for mark in _MARK), default=floor) or floor
