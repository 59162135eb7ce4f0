"""script/variant-glyph"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.glyphs import TRADITIONAL_PAIRS, japanese_forms, old_forms
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.vocabulary import knows
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_RARE_FORMS = Literals(
    lambda: (*japanese_forms(), *old_forms(), *(pair[0] for pair in TRADITIONAL_PAIRS)), both_scripts=False
)
_PAIR_OF = {pair[0]: pair for pair in TRADITIONAL_PAIRS}
_KANA = Pattern("[\u3041-\u3096\u30a1-\u30fa]")
# Characters of Japanese names: there they stand alone, without a word that would tell.
_OF_NAMES = frozenset("沢斉辺桜竜広恵実栄瀬徳黒塩渋関団満戸児両県気弥滝寛豊荘巌粛聡頼亀鉄隠顕駒塁斎曽暁楽")
_SURNAMES = frozenset(("渡边", "田边", "川边", "宫泽", "小泽", "黑泽", "大泽", "广末", "广田", "樱井", "斋藤", "盐野"))
_OWNERS = frozenset("《》“”「」『』〈〉")
NEAR = 30
REACH = 3  # code points on either side whose words tell


class VariantGlyph(Rule):
    """Japanese and old forms of characters: 対策 for 对策, 戸 for 户. They come in by an input method or a font. In a
    traditional text that writes both 為 and 爲, 裡 and 裏, the rarer form in the text is shown.

    Japanese names keep their form (田沢), as do lines with kana and what stands in quotation marks or 《》 by itself.
    """

    id = "script/variant-glyph"
    title = Bilingual("异体或日文字形", "A variant or Japanese form")
    why = Bilingual(
        "日文字形和旧字形混在中文里，搜索不到，也不合规范字表。",
        "Japanese and old forms in Chinese text are not found by a search and are no standard characters.",
    )
    severity = Severity.HINT
    fixes = Applicability.SAFE
    because = Bilingual("同一个字的另一种写法。", "It is another form of the same character.")
    norm = "通用规范汉字表（2013）"
    triggers = _RARE_FORMS
    whole = True
    VALID = (
        Valid("对策、步行、图书和户籍都是规范字。"),
        Valid("日方代表田沢先生、広瀬女士、渡辺先生、斎藤先生、曽根女士到会。"),
        Valid("劉眞女士和鄭靑先生到會，大家認得。"),
        Valid("思想麻痺，節目綵排，兩岸的寫法不同，大家認得。"),
        Valid("原文是「対策を講じる」，请译出。"),
        Valid("牌匾上写着“図書”。"),
        Valid("會議室裡為代表準備了茶水，山峰下有人群。"),
        Valid("羣衆大會爲鄉親而開，屋裏坐滿了人。"),
        Valid("沙家浜、国家、学校、会议都照写。"),
    )
    INVALID = (
        Invalid("研究⟦対⟧策，推广⟦歩⟧行，充实⟦図⟧书室。", fixed="研究对策，推广步行，充实图书室。"),
        Invalid("思想麻⟦痺⟧要不得，乡亲们都这么说。", fixed="思想麻痹要不得，乡亲们都这么说。"),
        Invalid("漁港的氣⟦槪⟧不凡，制度⟦旣⟧然有了就要守。", fixed="漁港的氣概不凡，制度既然有了就要守。"),
        Invalid("⟦経⟧济平稳，⟦実⟧施有力。", fixed="经济平稳，实施有力。"),
        Invalid("大會認為，這項⟦対⟧策可行，應當實施。", fixed="大會認為，這項對策可行，應當實施。"),
        Invalid("我們為鄉親辦事，為漁民修港，也⟦爲⟧學校鋪路。", fixed="我們為鄉親辦事，為漁民修港，也為學校鋪路。"),
        Invalid("屋裏院裏都亮了，山⟦裡⟧也通了電。", fixed="屋裏院裏都亮了，山裏也通了電。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        forms, asked = {**japanese_forms(), **old_forms()}, set()
        for start, end in ctx.places:
            character = ctx.text[start]
            if character in forms:
                traditional = ctx.document.script.is_traditional
                wanted = forms[character].traditional if traditional else forms[character].simplified
                if wanted != character and _is_chinese(ctx, start, forms[character].simplified):
                    old = character in old_forms()
                    what = ("异体字形", "a variant form") if old else ("日文字形", "a Japanese form")
                    yield _found(ctx, Span(start, end), wanted, *what)
            elif character not in asked and ctx.document.script.is_traditional:
                asked.add(character)
                yield from _mixed(ctx, _PAIR_OF[character])


def _is_chinese(ctx: Context, at: int, simplified: str) -> bool:
    """Whether the character stands in Chinese prose, and in no name."""
    text, folded = ctx.text, ctx.document.folded
    left, right = text[max(0, at - NEAR) : at].rpartition("\n")[2], text[at + 1 : at + NEAR].partition("\n")[0]
    if _KANA.search(left + right) is not None:
        return False
    forms = japanese_forms()
    low = max(0, at - REACH)
    near = [forms[each].simplified if each in forms else each for each in folded[low : at + REACH + 1]]
    near[at - low] = simplified
    here = "".join(near)
    words = any(
        knows(here[start:end]) and here[start:end] not in _SURNAMES
        for start in range(at - low + 1)
        for end in range(max(start + 2, at - low + 1), min(len(here), start + REACH + 1) + 1)
    )
    quoted = _is_quoted(text, at)
    return not quoted and (words or not (text[at] in _OF_NAMES or text[at] in old_forms()))


def _is_quoted(text: str, at: int) -> bool:
    """Whether it stands in a short quotation or title, which is quoted as it was."""
    start = end = at
    while at - start < 8 and is_han(text[start - 1 : start]):
        start -= 1
    while end - at < 8 and is_han(text[end + 1 : end + 2]):
        end += 1
    return text[start - 1 : start] in _OWNERS and text[end + 1 : end + 2] in _OWNERS and start > 0


def _mixed(ctx: Context, pair: str) -> Iterator[Diagnostic]:
    """The occurrences of the form that the text has less of."""
    text = ctx.text
    counts = [text.count(form) for form in pair]
    if not all(counts):
        return
    odd, usual = (pair[0], pair[1]) if counts[0] <= counts[1] else (pair[1], pair[0])
    at = text.find(odd)
    while at >= 0:
        if not _is_quoted(text, at):
            yield _found(ctx, Span(at, at + 1), usual, "别处写作另一形的字", "written otherwise elsewhere in the text")
        at = text.find(odd, at + 1)


def _found(ctx: Context, span: Span, wanted: str, what: str, what_en: str) -> Diagnostic:
    word = span.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(
            f"“{word}”（U+{ord(word):04X}）是{what}，应为“{wanted}”（U+{ord(wanted):04X}）",
            f"“{word}” (U+{ord(word):04X}) is {what_en}; write “{wanted}” (U+{ord(wanted):04X})",
        ),
        fix=ctx.fix(Bilingual(f"改为“{wanted}”", f"Write “{wanted}”"), [Edit(span, wanted)], Applicability.SAFE),
    )
