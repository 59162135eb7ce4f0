"""script/private-use-or-replacement"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from speechlint.document.blocks import SURROGATES
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import FULL_WIDTH_MARKS, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_PRIVATE_BLOCKS = frozenset((*range(0xE0, 0xF9), 0xFD)) | SURROGATES
REPLACEMENT = "\ufffd"
_LAST_CODES = (REPLACEMENT, "\ufffe", "\uffff")
# One class: it is searched for three times as fast as several kinds. Noncharacters of other planes are not looked for.
_FOREIGN = Pattern(r"[\ud800-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff]+")
# What Word writes for the signs of the fonts Symbol and Wingdings.
_SIGNS = {
    "\uf0b7": "•",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0a7": "▪",
    "\uf0a8": "□",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
}
# redaction/scrubbed-word reports so many replacement characters between words: the word can be guessed there.
_A_WORD = 3
_SENTENCE_END = frozenset("。；：！？")
_LINE_END = frozenset(("", "\n", "\r"))
SHOWN = 4


class PrivateUseOrReplacement(Rule):
    """Code points that are no characters: private ones, which show only in the font they were made for; U+FFFD, which a
    converter leaves where it could not read; surrogates and noncharacters.

    Behind a mark at the end of a line, where no character is missing, a private one is a typesetter's sign: a hint.
    Up to three U+FFFD between words are redaction/scrubbed-word's, which guesses the word; boxes (□, ■) are its own and
    placeholder/symbol-mask's.
    """

    id = "script/private-use-or-replacement"
    title = Bilingual("造字区字符或替代符", "A private-use or replacement character")
    why = Bilingual(
        "造字区的字符只在特定字体里显示，替代符是转码时丢了字的地方，别人看到的是方框或问号。",
        "Private-use characters show in one font only, and U+FFFD marks a lost character; others see boxes.",
    )
    severity = Severity.ERROR
    fixes = Applicability.DISPLAY
    because = Bilingual(
        "原来是什么字只能查原稿；符号字体的符号可由人换成通行的。",
        "Only the original tells what stood there; a person may put an ordinary sign for one of a symbol font.",
    )
    norm = "GB 18030-2022; Unicode 23.5, 23.8"
    VALID = (
        Valid("项目符号●、■、◆和→都能显示。"),
        Valid("生僻字㙍、𠮷、𫖯已收入字库，符号★也在。"),
        Valid("□是　□否"),
        Valid("嚴肅查處貪\ufffd受賄行為。"),
    )
    INVALID = (
        Invalid("参会的有王⟦\ue5a1⟧同志。"),
        Invalid("⟦\uf06c⟧ 抓好春耕备耕"),
        Invalid("來賓有陳⟦\ue15b\ue15c⟧先生。"),
        Invalid("全文如下：⟦\ufffd\ufffd\ufffd\ufffd\ufffd⟧"),
        Invalid("编号A⟦\ufffd⟧12已登记。"),
        Invalid("渔港⟦\U000f1234⟧清淤。"),
        Invalid("有下列情形之一的，暂缓开工：⟦\ue004⟧"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        if not ctx.document.blocks & _PRIVATE_BLOCKS and not any(code in text for code in _LAST_CODES):
            return
        for match in _FOREIGN.finditer(text):
            end = match.start()
            for _, run in groupby(match[0], key=_kind):
                span = Span(end, end := end + len(list(run)))
                if not (text[span.start] == REPLACEMENT and _is_a_word(text, span)):
                    yield _found(ctx, span)


def _kind(character: str) -> str:
    """What a run is made of."""
    code = ord(character)
    if character == REPLACEMENT:
        return "replacement"
    nothing = code <= 0xDFFF or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return "nothing" if nothing else "private"


def _is_a_word(text: str, span: Span) -> bool:
    """Whether the replacement characters stand where a word would."""
    if span.end - span.start > _A_WORD:
        return False
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    sides = is_han(before), is_han(after)
    return any(sides) and (sides[0] or _is_mark(before)) and (sides[1] or _is_mark(after))


def _is_mark(character: str) -> bool:
    return character != "" and (character in FULL_WIDTH_MARKS or character in ",;:!?")


def _found(ctx: Context, span: Span) -> Diagnostic:
    words = span.of(ctx.text)
    codes = "、".join(f"U+{ord(character):04X}" for character in words[:SHOWN]) + ("…" if len(words) > SHOWN else "")
    sign = _SIGNS.get(words)
    if sign is not None:
        said = Bilingual(
            f"{codes} 是符号字体里的符号，换了字体就不显示，应换成“{sign}”之类的通行符号",
            f"{codes} is a sign of a symbol font and shows in no other; put an ordinary one such as “{sign}”",
        )
        return ctx.found(span, said, suggestions=(_replacing(ctx, span, sign),))
    if words[0] == REPLACEMENT:
        return ctx.found(
            span,
            Bilingual(
                f"{len(words)} 个 U+FFFD（替代符）：这里的字在转码时丢了，应查原稿补上",
                f"{len(words)} U+FFFD (replacement character): what stood here was lost; restore it from the original",
            ),
        )
    if _is_typesetting(ctx.text, span):
        said = Bilingual(
            f"{codes} 是造字区的字符，多为排版软件留下的记号，应删去",
            f"{codes} is a private-use character, most likely a typesetter's sign; delete it",
        )
        title = Bilingual("删去造字区的字符", "Delete the private-use character")
        deletion = ctx.fix(title, [Edit(span, "")], Applicability.DISPLAY)
        return ctx.found(span, said, severity=Severity.HINT, suggestions=(deletion,))
    if _kind(words[0]) == "nothing":
        said = Bilingual(
            f"{codes} 不是字符，应查原稿补上", f"{codes} is no character; restore what stood here from the original"
        )
    else:
        said = Bilingual(
            f"{codes} 是造字区的字符，别处不显示，应查原稿换成通行的字",
            f"{codes} is a private-use character that shows nowhere else; put the ordinary character from the original",
        )
    return ctx.found(span, said)


def _is_typesetting(text: str, span: Span) -> bool:
    """Whether the run stands where nothing can be missing."""
    return text[span.end : span.end + 1] in _LINE_END and text[span.start - 1 : span.start] in _SENTENCE_END


def _replacing(ctx: Context, span: Span, sign: str) -> Fix:
    return ctx.fix(Bilingual(f"换成“{sign}”", f"Put “{sign}”"), [Edit(span, sign)], Applicability.DISPLAY)
