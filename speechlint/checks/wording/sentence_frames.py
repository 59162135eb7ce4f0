"""Frames of sentences that lack a part or are blended from two, and words that ask for a second one."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.lexicon.literals import Places
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

_IN = "[^，。；：！？,;!?\r\n]"  # a character inside one clause
_CLAUSE_START = "(?:^|(?<=[，。；：！？、,;:!?\r\n“”（）]))[ \u3000]*"
_SENTENCE_START = "(?:^|(?<=[。；！？;!?\r\n]))[ \u3000]*"
_DONE = (
    "(?P<done>(?:作出|做出|取得|实现|完成|创造|建成|走出|迈出|写下|闯出|干出|交出|开创|形成|达到|赢得|谱写|提高|提升|打造|营造"
    "|夺取|练就)[出成]?了(?![解望不然]))"
)


class Frame(NamedTuple):
    """A faulty frame: the pattern ends with the word that it is known by, or begins with it and marks `done`. It has
    one of the words `begins` in it, where these are named."""

    pattern: Pattern
    message: Bilingual
    begins: tuple[str, ...] = ()


_HEADLESS = Frame(
    Pattern("(?:采取|采用|按照|本着|遵循)[^，。；：！？,;!?\r\n的]{2,24}相结合$"),
    Bilingual(
        "“{}”缺少中心语，“相结合”后面应有“的方式”“的原则”之类",
        "“{}” lacks its noun; a word such as 的方式 or 的原则 should follow 相结合",
    ),
)
_BOTH_ASPECTS = Frame(
    Pattern(
        f"努力在{_IN}{{1,24}}?[中上里面内]{_DONE}|(?:力争|力求|务求|务必)(?!上游)[^，。；！？,;\r\n争的]{{0,16}}?{_DONE}"
    ),
    Bilingual("“{}”说的是还要做的事，不能带“了”", "what is still to be done takes no 了: “{}”"),
)
_SUBJECTLESS = Bilingual("“{}”句没有主语，可删去其中一个词", "“{}” leaves no subject; one of the two words can go")
# Behind a comma the subject may have been named before.
_THROUGH = Frame(
    Pattern(f"{_SENTENCE_START}(?:通过|经过|随着){_IN}{{2,30}}[，,]使得?$"), _SUBJECTLESS, ("通过", "经过", "随着")
)
_UNDER = Frame(
    Pattern(
        f"{_SENTENCE_START}在{_IN}{{1,20}}(?:领导|关心|关怀|支持|帮助|帮扶|协助|努力|推动|带动|促进|影响|作用|指导|引导|配合|参与|背景"
        "|形势|情况|条件|号召|感召|鼓舞)下[，,]?使得?$"
    ),
    _SUBJECTLESS,
    ("下使", "下，使", "下,使"),
)
_AS_TO = Frame(
    Pattern(f"{_CLAUSE_START}作为[^，。；：！？,;!?\r\n对就从]{{1,14}}(?:来讲|来说|而言)$"),
    Bilingual("“{}”把“作为……”和“对……来说”说成了一句，应取其一", "“{}” blends 作为… with 对…来说; take one"),
)
_WHEN_UNDER = Frame(
    Pattern(f"{_CLAUSE_START}当(?![前地年时下今代事日月场面然]){_IN}{{2,24}}的?(?:前提|情况|条件|背景)下$"),
    Bilingual("“{}”把“当……时”和“在……下”说成了一句，应取其一", "“{}” blends 当…时 with 在…下; take one"),
)
_FRAMES = {
    "相结合": (_HEADLESS,),
    "努力在": (_BOTH_ASPECTS,), "力争": (_BOTH_ASPECTS,), "力求": (_BOTH_ASPECTS,), "务求": (_BOTH_ASPECTS,),
    "务必": (_BOTH_ASPECTS,),
    "，使": (_THROUGH, _UNDER), ",使": (_THROUGH, _UNDER), "下使": (_UNDER,),
    "来讲": (_AS_TO,), "来说": (_AS_TO,), "而言": (_AS_TO,),
    "前提下": (_WHEN_UNDER,), "情况下": (_WHEN_UNDER,), "条件下": (_WHEN_UNDER,), "背景下": (_WHEN_UNDER,),
}  # fmt: skip
# A word that asks for a second one, and what that may be.
_SECOND = {
    "不仅": (
        "而", "且", "还", "也", "更", "甚至", "又", "反而", "同", "都", "就", "连", "均", "尤其", "亦", "再", "既",
        "并", "关键", "在于", "另", "便", "即", "如此", "离不开",
    ),
    "不但": ("而", "且", "还", "也", "更", "甚至", "又", "反", "同", "都", "就", "连", "均", "亦", "并", "便", "即"),
    "既要": ("又", "也", "还", "更", "且", "亦", "同时", "并", "就"),
}  # fmt: skip
FRAME_WORDS = (*_FRAMES, *_SECOND)
_UNANSWERED = Bilingual("“{}”后面没有“而且”“还”“又”之类与它呼应", "nothing answers “{}”, such as 而且 or 还")
# 不仅是水稻，小麦……: a topic, and then what else; 而不仅仅是: the second half itself.
_TOPIC = Pattern("不仅(?:仅)?是?[^，。；！？,;\r\n]{1,10}[，,]")
_BEFORE, _BEHIND, _LONGEST, _NEXT = 48, 40, 160, 8
_ENDS = "。！？!?\r\n"
_NO_CAUSE = frozenset("用馆者命劲领节出了唤团臣徒")  # 使用, 使馆: no verb of cause
_MARKS = frozenset("，。；,;")


def frame_faults(folded: str, places: Places) -> Iterator[tuple[Span, Bilingual]]:
    """What is incomplete or blended near the words, each with its message; `{}` in that stands for the span's words."""
    for start, end in places:
        word = folded[start:end]
        if word in _SECOND:
            if not _is_answered(folded, start, end):
                yield Span(start, end), _UNANSWERED
            continue
        for frame in _FRAMES[word]:
            span = _ahead(frame, folded, start) if frame is _BOTH_ASPECTS else _back(frame, folded, end)
            if span is not None:
                yield span, frame.message
                break


def _ahead(frame: Frame, folded: str, start: int) -> Span | None:
    match = frame.pattern.match(folded, start, start + _BEHIND)
    return None if match is None else Span(*match.span("done"))


def _back(frame: Frame, folded: str, end: int) -> Span | None:
    if frame is _HEADLESS and (folded[end : end + 1] not in _MARKS or "相结合的" in folded[end : end + _BEHIND]):
        return None
    if folded[end - 1] == "使" and folded[end : end + 1] in _NO_CAUSE:
        return None
    if frame is _AS_TO and folded[end : end + 1] not in _MARKS:
        return None
    start = max(0, end - _BEFORE)
    if frame.begins and not holds_any(folded[start:end], frame.begins):
        return None
    match = frame.pattern.search(folded, start, end)
    if match is None:
        return None
    words = match[0]
    return Span(match.end() - len(words.lstrip()), match.end())


def _is_answered(folded: str, start: int, end: int) -> bool:
    """Whether the second word follows in the sentence, or begins the next; sentences without an end are not judged."""
    stops = [at for mark in _ENDS if (at := folded.find(mark, end, end + _LONGEST)) >= 0]
    if not stops or folded[start - 1 : start] in ("而", "的", "，", ",") or _TOPIC.match(folded, start) is not None:
        return True
    return holds_any(folded[end : min(stops) + _NEXT], _SECOND[folded[start:end]])
