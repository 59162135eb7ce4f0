"""redaction/missing-speaker"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_VERBS = ("强调", "指出", "要求", "提出", "表示", "认为", "讲到", "说过", "写道")
_SAYING = Literals(verb + mark for verb in _VERBS for mark in "，,：:")
# What a deleted speaker leaves before the verb. 同时强调，还强调 go on from the paragraph before.
_ADVERB = Pattern("(?:深刻|明确|反复|多次|曾|曾经|一再|郑重|一针见血地)$")
_OCCASION = Pattern("在[^，。；：！？“”,;:\r\n]{2,40}?(?:上|时|中|期间|会议|之际)(?:就|曾|深刻|明确|再次)?$")
_SENTENCE_END = Pattern("[。！？!?]”?$")
_QUOTE = Pattern('[“"「『]')
# The verb is what the sentence speaks of: 要求，是底线; 强调，强调，再强调.
_TOPIC = Pattern(
    "(?:就|既|也|乃|便|正|不|才|只)?是|(?:再|又|还要|更要)?(?:强调|指出|要求|再)|不是|意味|源于|来自|关键在|贵在|重在|在于"
)
# Behind a quotation: 这是他的口头禅.
_SAYING_OF = Pattern("[^”』」]{1,80}[”』」](?:这|那|此)(?:句|是|话|就|也|一|番|八|四|六|几|已|成)")
_SPOKEN = Pattern("强调|指出|要求|提出|表示|认为|讲到|说|写道|宣布|讲话")
BEFORE, LONGEST_OPENING = 120, 50


class MissingSpeaker(Rule):
    """Nobody speaks: a paragraph begins with 强调， or 指出：“…”, because the name in front was filtered out."""

    id = "redaction/missing-speaker"
    title = Bilingual("段首“强调，”前面没有人", "A paragraph begins with a verb of saying and no speaker")
    why = Bilingual(
        "段落一开头就是“强调，”“指出：”，说话人的姓名职务被过滤掉了。",
        "The paragraph begins with “stressed,” or “said:”; the speaker was filtered out.",
    )
    severity = Severity.ERROR
    triggers = _SAYING
    VALID = (
        Valid("省委强调，要抓落实。"),
        Valid("要求：\n各镇按时上报。"),
        Valid("强调三点：一要快，二要准，三要实。"),
        Valid("会议要求，各镇要压实责任。会议强调，“宁可备而不用”。"),
        Valid("同时强调，要把好安全关。"),
        Valid("林书记在港区调研时指出，“航标就是眼睛”。"),
        Valid("在全县渔业大会上，林书记强调，“要守好海堤”。"),
        Valid("要求，是对船长的信任；提出，不是对船员的苛责。"),
        Valid("强调，强调，再强调：出海必须穿救生衣！"),
        Valid("强调：“系好缆绳再下船！”这句话老船长讲了一辈子。"),
        Valid("林书记指出，海堤是命脉。强调，“一寸也不能松”。"),
    )
    INVALID = (
        Invalid("⟦强调⟧，“时代在变，渔港的管法也要变。”当前正值汛期。"),
        Invalid("　　⟦指出⟧：“海堤是命脉。”我们要牢记。"),
        Invalid("⟦強調⟧,要守住海堤,護好航道。"),
        Invalid("形势在变。\n⟦深刻指出⟧，“防汛没有旁观者。”"),
        Invalid("⟦在视察海堤时强调⟧，“要把群众放在心上”。"),
        Invalid("⟦在同全县船工代表座谈时指出⟧，“船靠得住，人才安心。”"),
        Invalid("全县渔港连成一片。⟦强调⟧：“一寸海堤也不能松。”"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for start, end in ctx.places:
            span = _unspoken(folded, start, end - 1)
            if span is None:
                continue
            quoted = _QUOTE.match(folded, end) is not None
            at_start = _opens_paragraph(folded, span.start)
            # 要求：at a line's start is a heading; 强调，in a paragraph may go on from the sentence before.
            if not quoted and (folded[end - 1] in "：:" or not at_start):
                continue
            if not at_start and not _is_new_speech(folded, span.start):
                continue
            if _TOPIC.match(folded, end) is not None:
                continue
            if quoted and _SAYING_OF.match(folded, end + 1, end + 100) is not None:
                continue
            certain = at_start and quoted and span.start == start
            words = span.of(ctx.text)
            yield ctx.found(
                span,
                Bilingual(
                    f"“{words}”前面缺了说话的人，应查原稿补上", f"Who says so? The subject of “{words}” is missing"
                ),
                severity=Severity.ERROR if certain else Severity.WARNING,
            )


def _unspoken(folded: str, start: int, end: int) -> Span | None:
    """The verb with what a speaker would stand before; None where something else stands there."""
    adverb = _ADVERB.search(folded, max(0, start - 8), start)
    if adverb is not None and _opens(folded, adverb.start()):
        return Span(adverb.start(), end)
    if _opens(folded, start):
        return Span(start, end)
    occasion = _OCCASION.search(folded, max(0, start - LONGEST_OPENING), start)
    if occasion is None or not _opens_paragraph(folded, occasion.start()):
        return None
    # The speaker would stand in front of 在 or behind 时; nobody does.
    return Span(occasion.start(), end) if _QUOTE.match(folded, end + 1) is not None else None


def _opens(folded: str, start: int) -> bool:
    """Whether a sentence or a paragraph begins at `start`."""
    return _SENTENCE_END.search(folded, max(0, start - 2), start) is not None or _opens_paragraph(folded, start)


def _opens_paragraph(folded: str, start: int) -> bool:
    before = start
    while before and start - before < 20 and folded[before - 1] in BLANKS:
        before -= 1
    return before == 0 or folded[before - 1] in "\r\n"


def _is_new_speech(folded: str, start: int) -> bool:
    """Whether the sentence inside a paragraph continues nobody's words: no one has spoken shortly before."""
    line = max(folded.rfind("\n", max(0, start - BEFORE), start) + 1, start - BEFORE, 0)
    return _SPOKEN.search(folded, line, start) is None
