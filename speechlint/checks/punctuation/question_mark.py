"""punctuation/question-mark"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN, SENTENCE_ENDS
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import first_of, last_of

_WORDS = Literals(
    ("如何", "怎样", "怎么办", "为什么", "能不能", "是不是", "谁来", "怎么才能", "何去何从", "吗。", "呢。")
)
_PARTICLES = "吗呢"
# 呢 closes statements too (正忙着呢); with one of these in its clause it asks.
_ASKING = Pattern("怎么|怎样|如何|为什么|什么|哪[里儿些个一]|谁|几[个年天次]|多少|是不是|能不能|何[时处以在]|为何")
_NO_QUESTION = Pattern("不知|谁知|干吗$|[正还]?[^，。]{0,6}着呢$|才不|不管|无论")
_CLAUSE_MARKS = "，。；：！？、,;:!?…\r\n“”‘’「」《》（）()—"
_STOPS = "。！？!?…\r\n"
_OPENS = frozenset("、“‘「《—")
FARTHEST = 120  # how long a sentence is looked at on either side, in code points
# Only a subject stands before the question's word: no verb, no preposition, nothing that governs the question.
_SUBJECT = Pattern(f"[{HAN}]{{0,8}}")
_VERB = Pattern(
    "[知看想问说讲议论谈懂管就对把将向为使让令给在于从由按据靠与和跟同及或教学写查找谋求探思考研解答听告关系取决定明确无不任没有是以到怎"
    "该要会能可想应去来做抓搞弄回的了着过]"
)
# A word that governs the question in another clause: 要研究…，…如何….
_NOUN = Pattern("[工协社大全员事学商教农妇机]会|学[校生]|教[师育]|干部|和谐|有关|关键|作风|同志")
_GOVERNS = Pattern(
    "研究|思考|探[索讨究寻]|讨论|明确|明白|弄清|搞清|清楚|懂得|知道|了解|认识|理解|把握|解决|回答|解答|说明|阐[明述释]|介绍|围绕|聚焦|关于|针对"
    "|取决|关系到|关键|在于|核心|就是|问题|课题|想一想|看一看|问一问|告诉|指导|教|学习|掌握|谋划|考虑|考察|交流|汇报|研判|不论|任何|没有"
)
_LONGEST_REST = 30
_EMBEDDED_END = Pattern("[的之]|问题|都|也|不重要|无关|另说")


class QuestionMark(Rule):
    """A question that closes with a full stop: 粮站如何保得住收成。 Only sentences whose last clause is a subject and
    the question are looked at; a question that a verb governs (研究如何…, 关系到谁来…) takes a full stop rightly.
    """

    id = "punctuation/question-mark"
    title = Bilingual("问句用了句号", "A question that ends in a full stop")
    why = Bilingual("句子发问，句末用问号。", "A sentence that asks ends in a question mark.")
    severity = Severity.HINT
    fixes = Applicability.UNSAFE
    because = Bilingual("是否发问要看上下文。", "Whether the sentence asks depends on what stands about it.")
    norm = "GB/T 15834-2011 4.2"
    triggers = _WORDS
    VALID = (
        Valid("社员的粮如何卖得好？要看质量。"),
        Valid("会上研究了粮站如何管好仓房。"),
        Valid("要弄清粮从哪里来，粮站如何管好仓房。"),
        Valid("无论天气如何，粮站照常开秤。"),
        Valid("这是粮站如何管好仓房的经验。"),
        Valid("仓房谁来管、粮食怎样存，都有规定。"),
        Valid("能不能颗粒归仓，是对我们的考验。"),
        Valid("粮站如何管好仓房"),
        Valid("效果如何。"),
        Valid("站长正忙着呢。"),
        Valid("大家还等着开秤呢。"),
    )
    INVALID = (
        Invalid(
            "天要下雨，粮又没晒干，粮站如何保得住收成⟦。⟧第一，要抢晒。",
            fixed="天要下雨，粮又没晒干，粮站如何保得住收成？第一，要抢晒。",
        ),
        Invalid("不管天晴天阴，合作社如何把粮晒干⟦。⟧", fixed="不管天晴天阴，合作社如何把粮晒干？"),
        Invalid("天要下雨，我们怎么办⟦。⟧抢晒。", fixed="天要下雨，我们怎么办？抢晒。"),
        Invalid("粮食不守好，能对得起农户吗⟦。⟧", fixed="粮食不守好，能对得起农户吗？"),
        Invalid("那么，怎样把粮守好呢⟦。⟧靠大家。", fixed="那么，怎样把粮守好呢？靠大家。"),
        Invalid("我们为什么这样着急⟦。⟧因为天要下雨。", fixed="我们为什么这样着急？因为天要下雨。"),
        Invalid("糧站怎樣才能守得住⟦。⟧答案在社員手裡。", fixed="糧站怎樣才能守得住？答案在社員手裡。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.document.folded
        for start, end in ctx.places:
            if text[start] in _PARTICLES:
                start, end = _last_clause(text, end - 1), end - 1
                if not _asks_with_particle(text, start, end):
                    continue
                yield self._finding(ctx, text[end - 1], end)
                continue
            stop = first_of(_STOPS, text, end, end + _LONGEST_REST)
            if (
                stop < 0
                or text[stop] != "。"
                or (stop - end < 2 and text[end - 1] not in "办从")
                or not _asks(text, start, end, stop)
            ):
                continue
            yield self._finding(ctx, ctx.text[start:end], stop)

    def _finding(self, ctx: Context, word: str, stop: int) -> Diagnostic:
        mark = Span(stop, stop + 1)
        return ctx.found(
            mark,
            Bilingual(f"“{word}”发问，句末应为问号", f"“{word}” asks; end with a question mark"),
            fix=ctx.fix(Bilingual("改为问号", "write a question mark"), [Edit(mark, "？")], Applicability.UNSAFE),
        )


def _last_clause(text: str, end: int) -> int:
    first = max(0, end - FARTHEST)
    return max(first, last_of(_CLAUSE_MARKS, text, first, end) + 1)


def _asks_with_particle(text: str, start: int, end: int) -> bool:
    """Whether the clause that closes with 吗 or 呢 asks."""
    if _NO_QUESTION.search(text, start, end) is not None or end - start < 3:
        return False
    return text[end - 1] == "吗" or _ASKING.search(text, start, end) is not None


def _asks(text: str, start: int, end: int, stop: int) -> bool:
    """Whether the sentence that ends at `stop` is a question of its own, asked by the word at `start`."""
    if first_of(_CLAUSE_MARKS, text, end, stop) >= 0 or _EMBEDDED_END.search(text, end, stop) is not None:
        return False
    clause = _last_clause(text, start)
    if _SUBJECT.fullmatch(text, clause, start) is None or _VERB.search(_NOUN.sub("", text[clause:start])) is not None:
        return False
    if clause == start and not text.startswith(("为什么", "能不能", "是不是"), start):
        return False
    first = max(0, clause - FARTHEST)
    sentence = max(first, last_of(SENTENCE_ENDS + "\r\n", text, first, clause) + 1)
    return _GOVERNS.search(text, sentence, start) is None and text[clause - 1 : clause] not in _OPENS
