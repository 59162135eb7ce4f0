"""watermark/invisible-fingerprint"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import FULL_WIDTH_MARKS, is_han
from speechlint.text.span import Span

# Zero-width spaces and joiners, word joiner and invisible operators, the byte-order mark, Mongolian vowel separator,
# soft hyphen, directional isolates, and the tag characters.
INVISIBLE = frozenset(
    chr(code)
    for code in (
        0xAD,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x206A),
        0xFEFF,
        *range(0xE0000, 0xE0080),
    )
)
_INVISIBLE_CHARACTERS = Literals(sorted(INVISIBLE), both_scripts=False)
FEWEST = 2


class InvisibleFingerprint(Rule):
    """Characters without width between Han characters show nothing and are never typed: a site puts them in to
    recognise its copies, and they break searching and counting. Joiners inside an emoji and the mark at the very
    beginning have their use.

    One such character may be an accident of an editor; two or more in a text are reported, each run once.
    """

    id = "watermark/invisible-fingerprint"
    title = Bilingual("汉字间的隐形字符", "Invisible characters between Han characters")
    why = Bilingual(
        "零宽字符是网站藏在文字里的水印，看不见，却使查找、字数和朗读软件出错。",
        "Zero-width characters are a hidden watermark; they break searching, counting and reading aloud.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual(
        "这些字符没有宽度也没有意义，删去后看不出差别。", "They have neither width nor meaning between Han characters."
    )
    triggers = _INVISIBLE_CHARACTERS
    covers = True
    VALID = (
        Valid("工会工作👨\u200d👩\u200d👧很好。"),
        Valid("会议强\u200b调安全。"),
        Valid("文件名是a\u200bb\u200bc。"),
        Valid("没有任何隐形字符的一段话。"),
    )
    INVALID = (
        Invalid("水⟦\u200b⟧库⟦\u200c⟧工地", fixed="水库工地"),
        Invalid("開⟦\ufeff⟧會，⟦\u2060\u2060⟧請準時。", fixed="開會，請準時。"),
        Invalid("第一段。⟦\u200b⟧\n⟦\u200b⟧第二段。", fixed="第一段。\n第二段。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        runs = list(_find_runs(ctx))
        if sum(end - start for start, end in runs) < FEWEST:
            return
        for span in runs:
            codes = " ".join(f"U+{ord(character):04X}" for character in span.of(ctx.text)[:4])
            yield ctx.found(
                span,
                Bilingual(
                    f"汉字间藏有看不见的字符（{codes}），应删去",
                    f"invisible characters between Han characters ({codes}); delete them",
                ),
                fix=ctx.fix(
                    Bilingual("删去隐形字符", "Delete the invisible characters"), [Edit(span, "")], Applicability.SAFE
                ),
            )


def _find_runs(ctx: Context) -> Iterator[Span]:
    """Runs of invisible characters with Han on one side at least, and Han, a mark or a line end on the other."""
    text, seen = ctx.text, 0
    for start, _ in ctx.places:
        if start < seen:
            continue
        end = start
        while end < len(text) and text[end] in INVISIBLE:
            end += 1
        seen = end
        left, right = text[start - 1 : start], text[end : end + 1]
        if start and _is_chinese(left) and _is_chinese(right) and (_is_word(left) or _is_word(right)):
            yield Span(start, end)


def _is_word(character: str) -> bool:
    return is_han(character) or (character != "" and character in FULL_WIDTH_MARKS)


def _is_chinese(character: str) -> bool:
    return character in ("", "\n", "\r") or _is_word(character)
