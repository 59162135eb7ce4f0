"""script/homoglyph"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.lookalikes import (
    HAN_LOOKALIKES,
    LATIN_LOOKALIKES,
    MARK_LOOKALIKES,
    QUOTE_LOOKALIKES,
    RARE_LOOKALIKES,
)
from speechlint.lexicon.vocabulary import knows
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_IDEOGRAPHS = {**HAN_LOOKALIKES, **RARE_LOOKALIKES}
_LOOKALIKE_SIGNS = Literals((*LATIN_LOOKALIKES, *_IDEOGRAPHS, *MARK_LOOKALIKES, *QUOTE_LOOKALIKES), both_scripts=False)
# A quotation between two of them; it does not leave its line.
_QUOTED = Pattern("‚[^‚‛\\n]{1,80}‛")
_LETTER = Pattern(r"[A-Za-z\u0370-\u058f]")
_LETTERS = Pattern(r"[A-Za-z\u0370-\u058f]+")
_ZEROS = frozenset("OОΟՕ")
_CHINESE_DIGITS = frozenset("零〇○一二三四五六七八九")
_YEAR = Pattern("[12][0-9OОΟՕ]{3}(?![0-9A-Za-z])")
_COUNTED = Pattern(
    r"(?<![A-Za-z0-9.:/_#@&=+*\\^-])[0-9][0-9OОΟՕ]{0,7}(?:\.[0-9OОΟՕ]{1,4})?"
    r"(?=[余多]?(?:年(?![级級限])|月(?![A-Za-z])|日(?!本)|[万萬亿億元户戶个個项項条條名家次亩畝吨噸米%％]|人(?!民)|公里|天))"
)
_NUMBER_BESIDE = frozenset("第十百千万萬二三四五六七八九")
_ORDINAL = frozenset("0123456789一二三四五六七八九十几")
_ZERO_BESIDE = frozenset("〇○零")
_KANA = Pattern("[\u3041-\u3096\u30a1-\u30fa\u3105-\u312f]")
_STROKES = frozenset("一丨丿乀乁乙亅丶点點撇捺横橫竖豎笔筆画畫划部")
_AFTER_WORDS = frozenset("”’」』）》")
COLON = "︰"  # for vertical text; house style in some traditional texts
LONGEST = 60
YEAR = 4
LONGEST_NUMBER = 12
NEAR = 30
LONGEST_QUOTE = 82


class Homoglyph(Rule):
    """A letter or sign that looks like the right one and is another: a Cyrillic А among Latin letters, a Cyrillic О in
    a year or a sum, the kana エ for 工, 巿 for 市, 丶 for 、, ‚…‛ for “…”. Searching and reading aloud stumble over it.

    Greek and Cyrillic stand as they are wherever they are written alone: α值, Ω, μm, Δ, the names of Russian things.
    Latin letters and circles for a Chinese zero are number/zero-form's.
    """

    id = "script/homoglyph"
    title = Bilingual("形同实异的字母或符号", "A look-alike of another script")
    why = Bilingual(
        "混在词里的西里尔、希腊字母或假名与正字形同，却搜不到，也读不出。",
        "A Cyrillic or Greek letter or a kana inside a word looks right, but is neither found nor read aloud.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "一个词里混有两种字母，形同的那个必是误用；认作汉字或标点的，要由人看过。",
        "Within one word of two alphabets the look-alike is a slip; a person looks at those taken for Chinese.",
    )
    norm = "Unicode TR 39"
    triggers = _LOOKALIKE_SIGNS
    VALID = (
        Valid("α值、β波、Ω和μm照写，Δt、ΔH与kΩ也是。"),
        Valid("Ο型和А型之外，俄文АТМ、СССР、Т-90不动。"),
        Valid("药名TGF-β、IFN-γ和hν都对，Χ²检验通过。"),
        Valid("二〇二五年、二○二五年都不归这里管。"),
        Valid("日文カタカナ、ハロー、ニュース和エネルギー照写。"),
        Valid("“丶”是点，一丨丿丶乙是五种笔形。"),
        Valid("注音符號ㄅㄧ、ㄒㄧㄝˋ照寫。"),
        Valid("拉面ー楽园是店名。"),
        Valid("徐巿東渡的傳說，朱巿是朝服的一部分，床笫之私不談。"),
        Valid("德文写作‚Wasser‘，这个‚号是低位的。"),
        Valid("产品Α、Β两款。"),
        Valid("Т-9О型坦克、5О型号、第3О类和2О班都是名称。"),
    )
    INVALID = (
        Invalid("推广⟦А⟧pp和C⟦О⟧VID检测。", fixed="推广App和COVID检测。"),
        Invalid("二⟦О⟧二五年、2⟦О⟧25年和二⟦О⟧⟦О⟧八年", fixed="二〇二五年、2025年和二〇〇八年"),
        Invalid(
            "新修水渠1⟦О⟧公里，投入3.5⟦О⟧亿元，惠及2⟦Ο⟧0余户。", fixed="新修水渠10公里，投入3.50亿元，惠及200余户。"
        ),
        Invalid("⟦Κ⟧TV和W⟦і⟧-F⟦і⟧都要備案。", fixed="KTV和Wi-Fi都要備案。"),
        Invalid("第⟦ー⟧，守住底线。"),
        Invalid("各级⟦エ⟧会要加强⟦カ⟧量。"),
        Invalid("第⟦ㄧ⟧屆代表大會，統⟦ㄧ⟧安排。"),
        Invalid("水库⟦丶⟧渠道都要查。"),
        Invalid("通知如下⟦︰⟧明日停工。", fixed="通知如下：明日停工。"),
        Invalid("广大⟦巿⟧民要爱护水渠，祝⟦褔⟧大家，报纸⟦刋⟧登了⟦笫⟧三期。"),
        Invalid("抓好⟦‚⟧一渠一策⟦‛⟧和⟦‚⟧水价改革⟦‛⟧。", fixed="抓好“一渠一策”和“水价改革”。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, word, mixed = ctx.text, Span(0, 0), False
        for start, end in ctx.places:
            character = text[start]
            sure = character == COLON
            if character in LATIN_LOOKALIKES:
                if start >= word.end:
                    word = _word_at(text, start)
                    mixed = _is_mixed(word.of(text))
                wanted, sure = LATIN_LOOKALIKES[character] if mixed else _zero(text, start), True
            elif character in _IDEOGRAPHS:
                wanted = _ideograph(ctx, start)
            elif character in QUOTE_LOOKALIKES:
                wanted, sure = _quote(text, start), True
            else:
                wanted = _mark(text, start)
            if wanted:
                yield _found(ctx, Span(start, end), wanted, sure)


def _found(ctx: Context, span: Span, wanted: str, sure: bool) -> Diagnostic:
    word = span.of(ctx.text)
    name, code = unicodedata.name(word), f"U+{ord(word):04X}"
    applicability = Applicability.SAFE if sure else Applicability.UNSAFE
    shown = f"引号 {wanted} " if wanted in QUOTE_LOOKALIKES.values() else f"“{wanted}”"
    severity = Severity.HINT if word == COLON and ctx.document.script.is_traditional else Severity.WARNING
    return ctx.found(
        span,
        Bilingual(
            f"“{word}”是{_script(word)}（{code} {name}），这里应为{shown}（U+{ord(wanted):04X}）",
            f"“{word}” is {code} {name}; write “{wanted}” (U+{ord(wanted):04X})",
        ),
        severity=severity,
        fix=ctx.fix(Bilingual(f"改为“{wanted}”", f"Write “{wanted}”"), [Edit(span, wanted)], applicability),
    )


def _script(character: str) -> str:
    code = ord(character)
    if code < 0x400:
        return "希腊字母"
    if code < 0x530:
        return "西里尔字母"
    if code < 0x590:
        return "亚美尼亚字母"
    if character in RARE_LOOKALIKES:
        return "另一个字"
    if character in MARK_LOOKALIKES or character in QUOTE_LOOKALIKES:
        return "另一个符号"
    return "注音符号" if code >= 0x3100 else "假名"


def _word_at(text: str, at: int) -> Span:
    """The run of Latin, Greek and Cyrillic letters that the letter at `at` is the first look-alike of."""
    start = at
    while start > 0 and at - start < LONGEST and _LETTER.match(text[start - 1]) is not None:
        start -= 1
    return Span(start, _LETTERS.match(text, at).end())


def _is_mixed(word: str) -> bool:
    """Whether Latin letters stand in the word, and only look-alikes of such beside them."""
    others = [character for character in word if not character.isascii()]
    return len(others) < len(word) and all(character in LATIN_LOOKALIKES for character in others)


def _zero(text: str, at: int) -> str:
    """The zero that a letter stands for in a year or a counted number, "" where it stands for none."""
    if text[at] not in _ZEROS:
        return ""
    low, high = at, at + 1
    while at - low < YEAR and text[low - 1 : low] in _ZEROS and low:
        low -= 1
    while high - at < YEAR and text[high : high + 1] in _ZEROS:
        high += 1
    before, after = text[low - 1 : low], text[high : high + 1]
    if before in _CHINESE_DIGITS and before and (after in _CHINESE_DIGITS or after == "年"):
        return "〇"
    year = next((start for start in range(max(0, at - 3), at) if _YEAR.match(text, start) is not None), None)
    if year is not None and not text[year - 1 : year].isalnum():
        return "0"
    numbers = (_COUNTED.match(text, start) for start in range(max(0, at - LONGEST_NUMBER), at))
    return "0" if any(number is not None and number.end() > at for number in numbers) else ""


def _ideograph(ctx: Context, at: int) -> str:
    """The Chinese character that a kana stands for, "" where it is a kana."""
    text, folded = ctx.text, ctx.document.folded
    line = text[max(0, at - NEAR) : at].rpartition("\n")[2] + text[at + 1 : at + NEAR].partition("\n")[0]
    if any(kana not in HAN_LOOKALIKES for kana in _KANA.findall(line)):
        return ""
    before, after = folded[at - 1 : at], folded[at + 1 : at + 2]
    if not (is_han(before) or is_han(after)) or _KANA.match(before) is not None or _KANA.match(after) is not None:
        return ""
    wanted = _IDEOGRAPHS[text[at]]
    if wanted == "第" and after in _ORDINAL:
        return wanted
    counts = wanted in "一二七八" and ((before in _NUMBER_BESIDE and before != "") or after in _ZERO_BESIDE)
    words = (is_han(before) and knows(before + wanted)) or (is_han(after) and knows(wanted + after))
    return wanted if counts or words else ""


def _mark(text: str, at: int) -> str:
    """The mark that is meant, "" where none is."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "丶" and (not is_han(before) or not is_han(after) or before in _STROKES or after in _STROKES):
        return ""
    return MARK_LOOKALIKES[text[at]] if is_han(before) or before in _AFTER_WORDS else ""


def _quote(text: str, at: int) -> str:
    """The quotation mark that is meant, "" where none is: they come in pairs, Chinese words between them."""
    start = at if text[at] == "‚" else text.rfind("‚", max(0, at - LONGEST_QUOTE), at)
    quoted = _QUOTED.match(text, start) if start >= 0 else None
    if quoted is None or quoted.end() <= at or not any(map(is_han, quoted[0])):
        return ""
    return QUOTE_LOOKALIKES[text[at]]
