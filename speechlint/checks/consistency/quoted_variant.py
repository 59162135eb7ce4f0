"""consistency/quoted-variant"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.likeness import sound_alike
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

SHORTEST = 4  # Han characters of a term
LONGEST = 16  # code points of a term
_TERM = Pattern(f"[{HAN}、，]+")
_QUOTES = (("“", "”"), ("「", "」"))
_MARKS = str.maketrans("", "", "、，")
# Two spellings of one word: 计划 and 计画, 身份 and 身分.
_SPELLINGS = ({"划", "画"}, {"份", "分"}, {"台", "臺"}, {"帐", "账"}, {"做", "作"}, {"的", "得"}, {"的", "地"})
# “守株待兔”变成“守株待图”: the words are spoken of, and both forms are meant.
_SPOKEN_OF = Pattern(
    "[”」](?:，|、)?[^。“「”」]{0,4}"
    "(?:[变改写读念说错误]成|当作|不是|而非|不说|不写|代替|误作|误写)[^。“「”」]{0,3}[“「]"
)
MOST = 2000  # different terms; a text with more is a word list


class QuotedVariant(Rule):
    """“三船一港” and once “三船一岗”, “两不愁、三保障” and once “两不愁三保障”: a term in quotation marks comes in two
    forms that differ in 、 or ， alone, or in one character that sounds like the other. The form that comes once is
    reported; where both do, the later one.
    """

    id = "consistency/quoted-variant"
    title = Bilingual("引号里的同一提法前后不一", "A quoted term in two spellings")
    why = Bilingual(
        "加引号的提法是固定的，前后应一字不差；差一个同音字，多半有一处是错字。",
        "A term in quotation marks is fixed; a character that only sounds the same is most likely a slip.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("两种写法哪一种对，要查原文。", "Which of the two is right has to be looked up.")
    VALID = (
        Valid("落实“三船一港”制度，“三船一港”抓得紧。"),
        Valid("把“三船一港”写成“三船一岗”，是打字打错了；“一港三船”不是“一岗三船”。"),
        Valid("「漁港計劃」和「漁港計畫」都有人寫。"),
        Valid("从“渔民治港”到“渔民治岛”，从“一港三船”到“三港一船”。"),
        Valid("“渔港”和“渔岗”各有各的事。"),
        Valid("“三船一港”是提法，“三船一港制度”是制度。"),
    )
    INVALID = (
        Invalid(
            "落实“三船一港”制度，“三船一港”抓得紧，“⟦三船一岗⟧”见成效。",
            fixed="落实“三船一港”制度，“三船一港”抓得紧，“三船一港”见成效。",
        ),
        Invalid("先讲“港口强、渔民富”，再讲“⟦港口强渔民富⟧”。", fixed="先讲“港口强、渔民富”，再讲“港口强、渔民富”。"),
        Invalid(
            "推廣「一船一檔」，「一船一檔」要全，「⟦一船一當⟧」不行。",
            fixed="推廣「一船一檔」，「一船一檔」要全，「一船一檔」不行。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        forms: dict[str, list[Span]] = defaultdict(list)
        for opener, closer in _QUOTES:
            at = text.find(opener)
            while at >= 0:
                end = text.find(closer, at + 1, at + LONGEST + 2)
                if end - at > SHORTEST:
                    forms[text[at + 1 : end]].append(Span(at + 1, end))
                    if len(forms) > MOST:
                        return
                at = text.find(opener, at + 1)
        if len(forms) < 2:
            return
        folded = ctx.document.folded
        clusters: dict[tuple[str, ...], list[str]] = defaultdict(list)
        terms = {
            form: spans[0].of(folded).translate(_MARKS)
            for form, spans in forms.items()
            if _TERM.fullmatch(form) is not None
        }
        halves = Counter(half for plain in terms.values() for half in _halves(plain))
        for form, plain in terms.items():
            clusters[(plain,)].append(form)
            # Two that differ in one character are alike in one of the halves.
            if len(plain) == len(form) and any(halves[half] > 1 for half in _halves(plain)):
                for index in range(len(plain)):
                    clusters[plain[:index], plain[index + 1 :]].append(form)
        for key, (first, *others) in clusters.items():
            if len(others) == 1 and (len(key) == 1 or _is_slip(forms, folded, first, others[0])):
                yield from _report(ctx, forms[first], forms[others[0]])


def _halves(plain: str) -> tuple[tuple[str, int], tuple[int, str]]:
    """The first and the last half of a term, each with the length of the other."""
    middle = len(plain) // 2
    return (plain[:middle], len(plain) - middle), (middle, plain[middle:])


def _is_slip(forms: dict[str, list[Span]], folded: str, first: str, second: str) -> bool:
    """Whether the one character that tells the two forms apart sounds alike in both."""
    one, other = (forms[form][0].of(folded) for form in (first, second))
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return bool(differing) and sound_alike(*differing[0]) and set(differing[0]) not in _SPELLINGS


def _report(ctx: Context, first: list[Span], second: list[Span]) -> Iterator[Diagnostic]:
    """A finding at the form that comes once; none where both come again and again."""
    usual, slips = (first, second) if len(second) == 1 else (second, first)
    if len(slips) > 1 or any(_is_spoken_of(ctx, slips[0], span) for span in usual):
        return
    words, wanted = slips[0].of(ctx.text), usual[0].of(ctx.text)
    yield ctx.found(
        slips[0],
        Bilingual(
            f"这里是“{words}”，别处是“{wanted}”，应核对后统一",
            f"“{words}” here, “{wanted}” elsewhere; see which is right",
        ),
        fix=ctx.fix(Bilingual(f"改为“{wanted}”", f"Write “{wanted}”"), [Edit(slips[0], wanted)], Applicability.UNSAFE),
    )


def _is_spoken_of(ctx: Context, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return _SPOKEN_OF.fullmatch(ctx.document.folded, first.end, second.start) is not None
