"""script/radical-or-compat"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.blocks import SURROGATES
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.radicals import unified
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_BLOCKS = frozenset((0x2E, 0x2F, 0xF9, 0xFA)) | SURROGATES
_LOOKALIKES = Pattern("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+")
# Who writes about radicals quotes them, lists them, or names the part of the character that they are.
_NAMED_BEFORE = ("部首", "偏旁")
_NAMED_BEHIND = Pattern("[”’」』）)]?(?:字[旁头頭底框]|偏旁|部首)")
_QUOTED = ("“”", "‘’", "「」", "『』")
SHOWN = 4


class RadicalOrCompat(Rule):
    """Text copied from a PDF holds radicals (⼯, U+2F2F) and compatibility ideographs in place of the ordinary
    characters (工, U+5DE5): they look alike, and no search finds them. Unicode itself says what each stands for.

    A radical that is spoken of as one stays, as do the twelve ideographs of the compatibility block that are ordinary
    ones (﨑, U+FA11).
    """

    id = "script/radical-or-compat"
    title = Bilingual("部首或兼容字符冒充汉字", "A radical or compatibility character in place of an ideograph")
    why = Bilingual(
        "从 PDF 复制的文字里混有部首和兼容区的字符，看着一样，却搜不到、排不了序，换个字体就变样。",
        "Radicals and compatibility ideographs from a PDF look right, but no search finds them.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual("Unicode 规定了它等同于哪个汉字。", "Unicode defines which ideograph it equals.")
    norm = "Unicode: UnicodeData (decomposition), EquivalentUnifiedIdeograph"
    VALID = (
        Valid("工会、车站、长江、民主，都是平常的字。"),
        Valid("山\ufa11先生和二〇二五年的来宾都到了。"),
        Valid("“\u2f63”字旁的字有十个，偏旁\u2ea1要写得舒展。"),
        Valid("教案列出了\u2eae字头和“\u2f75”。"),
        Valid("\u3007、㐂、𠮷都是汉字。"),
    )
    INVALID = (
        Invalid("各级⟦\u2f2f⟧会要当好娘家⟦\u2f08⟧。", fixed="各级工会要当好娘家人。"),
        Invalid("⟦\u2ea0⟧生⟦\u2f24⟧事，⟦\u2ed3\u2f00⟧尺也要量。", fixed="民生大事，长一尺也要量。"),
        Invalid("（⟦\u2f00⟧）摸清底数", fixed="（一）摸清底数"),
        Invalid("音⟦\uf914⟧會在\ufa1f村舉行。", fixed="音樂會在\ufa1f村舉行。"),
        Invalid("党⟦\u2f40⟧部要在⟦\U0002f81a⟧天换届。", fixed="党支部要在冬天换届。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if not ctx.document.blocks & _BLOCKS:
            return
        for match in _LOOKALIKES.finditer(ctx.text):
            span = Span(*match.span())
            plain = "".join(unified(character) or character for character in match[0])
            if plain == match[0] or _is_named(ctx.text, span):
                continue
            for part in _parts(ctx.text, span):
                yield _found(ctx, part)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The stretches of the run that have something to mend."""
    start = span.start
    for at in range(span.start, span.end + 1):
        if at == span.end or unified(text[at]) is None:
            if start < at:
                yield Span(start, at)
            start = at + 1


def _found(ctx: Context, span: Span) -> Diagnostic:
    words = span.of(ctx.text)
    plain = "".join(unified(character) or character for character in words)
    codes = "、".join(f"U+{ord(character):04X}" for character in words[:SHOWN])
    kind = Bilingual("兼容汉字", "compatibility ideograph") if ord(words[0]) > 0x2FFF else Bilingual("部首", "radical")
    return ctx.found(
        span,
        Bilingual(
            f"“{words}”（{codes}）是{kind.zh}，不是汉字，应为“{plain}”",
            f"“{words}” ({codes}) is a {kind.en}, no ordinary character; write “{plain}”",
        ),
        fix=ctx.fix(Bilingual(f"改为“{plain}”", f"Write “{plain}”"), [Edit(span, plain)], Applicability.SAFE),
    )


def _is_named(text: str, span: Span) -> bool:
    """Whether a radical is spoken of."""
    start, end = span
    if text[start - 1 : start] + text[end : end + 1] in _QUOTED:
        return True
    return text.endswith(_NAMED_BEFORE, 0, start) or _NAMED_BEHIND.match(text, end) is not None
