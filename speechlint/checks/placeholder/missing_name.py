"""placeholder/missing-name"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_ACTS = (
    "在会上", "在讲话", "主持", "出席", "作了", "作报告", "作讲话", "代表", "宣读", "传达", "致辞", "讲话", "发言",
    "介绍了", "通报了", "率队", "带队", "任副", "任组长", "就任",
)  # fmt: skip
_HEADS = ("市长", "县长", "区长", "镇长", "乡长", "局长", "厅长")
# A blank is left where the name was: 组长 同志作了通报, 按照 书记的讲话.
_OFFICES = ("书记", "主席", "主任", "组长", *_HEADS)
_GAPS = tuple(f"{office} 同志" for office in _OFFICES)
_GAPS += tuple(
    f"{toward} {office}的" for toward in ("按照", "根据", "贯彻", "落实") for office in ("书记", "市长", "县长")
)
_LISTS = ("出了、等", "出、等", "出现了、等", "，、等", "、、等")
_ENTRANCES = Literals(
    (
        *_LISTS,
        *_GAPS,
        *(f"{head}同志{act}" for head in _HEADS for act in ("讲话", "作", "致")),
        *(f"同志{act}" for act in _ACTS),
        "由同志",
        "请同志",
        "和同志",
        "省长同志",
        "书记同志的",
    )
)
_SENTENCE_START = Pattern("[，。；！？、,;!?\r\n“]")
_BY = Pattern("(?:由|请)同志(?=主持|作|讲话|致辞|发言|宣读|传达|通报|介绍|担任|负责)")
_HEAD_CALLED = Pattern("(?:由|请|听取)(?:我?[省市县区镇乡])?(?:人民)?(?:政府)?(?:常务)?副?$")


class MissingName(Rule):
    """同志 opens a clause and acts: the name before it is gone. 同志们 and 同志之间 are words by themselves."""

    id = "placeholder/missing-name"
    title = Bilingual("“同志”前面的姓名不见了", "The name before 同志 is gone")
    why = Bilingual("删去姓名后没有补，句子没有主语。", "The name was taken out and not put back.")
    severity = Severity.ERROR
    presets = {"template": None}
    triggers = _ENTRANCES
    VALID = (
        Valid("同志们在会上发言踊跃，老同志主持了点评。"),
        Valid("同志之间要坦诚，女同志代表座谈。"),
        Valid("林海同志主持会议，请同志们发言。"),
        Valid("各位书记 同志们，按照县委书记的要求，林海 书记讲了话。"),
    )
    INVALID = (
        Invalid("市里很重视，⟦同志⟧在会上点了名。"),
        Invalid("下面，由⟦同志⟧主持清港仪式。"),
        Invalid("⟦同志⟧代表漁協致辭。"),
        Invalid("清港小组组长 ⟦同志⟧通报了情况，要按照 ⟦书记⟧的讲话抓落实。"),
        Invalid("下面请县长⟦同志⟧讲话，这里涌现出了⟦、等⟧一批先进。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in ctx.places:
            if folded[start:end] in _LISTS:
                mark = folded.rindex("、", start, end)
                yield ctx.found(
                    Span(mark, mark + 2),
                    Bilingual(
                        "“、等”前面列举的名字不见了，应补上", "The names listed before “、等” are gone; restore them"
                    ),
                )
                continue
            if folded[start:end] in _GAPS:
                called = folded.find(" ", start, end) + 1
                if folded[end : end + 1] not in "们之":
                    yield ctx.found(
                        Span(called, called + 2),
                        Bilingual(
                            f"“{text[called : called + 2]}”前面空着，没有姓名，应补上",
                            f"No name stands before “{text[called : called + 2]}”; restore it",
                        ),
                    )
                continue
            at = folded.find("同志", start, end)
            if at < 0:  # another spelling of the trigger, as 衕誌, which is no such word
                continue
            if folded[start:at] in _HEADS:
                wanted = _HEAD_CALLED.search(folded[max(0, start - 12) : start]) is not None
            elif at > start:
                wanted = _BY.match(folded, start, start + 8) is not None
            else:
                wanted = start == 0 or _SENTENCE_START.match(text[start - 1]) is not None
                wanted = wanted or text[start - 1] == "\u3000"
            if wanted:
                yield ctx.found(
                    Span(at, at + 2),
                    Bilingual("“同志”前面没有姓名，应补上", "No name stands before “同志”; restore it"),
                    severity=Severity.WARNING if folded[start:at] in _HEADS else None,
                )
