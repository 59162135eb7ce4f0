"""watermark/ruby-leak"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_TONED_VOWELS = Literals(_TONES, both_scripts=False)
FEWEST = 3
# A syllable in brackets behind a Han character; drafts write the neutral tone without a mark.
_SYLLABLE = rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouüvê{_TONES}]{{1,4}}(?:ng|n|r)?"
_RUBY = Pattern(rf"(?<=[{HAN}]) ?(?:\( ?{_SYLLABLE} ?\)|（ ?{_SYLLABLE} ?）)")
WINDOW = 10


class RubyLeak(Rule):
    """Some sites write the reading behind every character that has several: 会(huì)议. Copied out, the readings stay
    in the text, dozens of them. A single reading for the sake of the reader, 铤（tǐng）而走险, is the author's.
    """

    id = "watermark/ruby-leak"
    title = Bilingual("字后的拼音留在正文里", "Pinyin readings left behind characters")
    why = Bilingual(
        "网站自动给多音字注音，复制时拼音跟着进了正文，念稿时处处打断。",
        "A site adds readings to characters; copied along, they interrupt every sentence.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.SAFE
    because = Bilingual(
        "只在全文有三处以上注音时才删；删的只是括号和拼音，汉字不动。",
        "Only where a text has three or more; nothing but brackets and pinyin goes.",
    )
    triggers = _TONED_VOWELS
    covers = True
    whole = True
    VALID = (
        Valid("铤（tǐng）而走险。"),
        Valid("他说的是“会（huì）”，不是“会（kuài）”。"),
        Valid("咖啡馆（café）、简历（résumé）和未婚妻（fiancée）都是外来词，另有（élan）。"),
        Valid("路名牌上写着Běijīng、Shànghǎi、Guǎngzhōu。"),
    )
    INVALID = (
        Invalid("开⟦(kāi)⟧会⟦(huì)⟧布⟦(bù)⟧置", fixed="开会布置"),
        Invalid("領⟦(lǐng)⟧導⟦（dǎo）⟧們⟦(men)⟧都到⟦（dào）⟧了", fixed="領導們都到了"),
        Invalid("种⟦ (zhòng)⟧树⟦ (shù)⟧造⟦ (zào)⟧林", fixed="种树造林"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        found = sorted(_toned(ctx))
        if len(found) < FEWEST:
            return
        spans = {*found, *_untoned(ctx, found[0].start, found[-1].end)}
        for span in sorted(spans):
            word = span.of(ctx.text).strip()
            yield ctx.found(
                span,
                Bilingual(
                    f"“{word}”是网站加的注音，不属于正文，应删去", f"“{word}” is a reading that a site added; delete it"
                ),
                fix=ctx.fix(Bilingual(f"删去注音“{word}”", f"Delete “{word}”"), [Edit(span, "")], Applicability.SAFE),
            )


def _toned(ctx: Context) -> set[Span]:
    """The readings around vowels that carry a tone mark."""
    text = ctx.text
    found: set[Span] = set()
    for start, _ in ctx.places:
        opener = max(text.rfind("(", max(0, start - WINDOW), start), text.rfind("（", max(0, start - WINDOW), start))
        if opener < 0:
            continue
        match = _RUBY.match(text, opener - (text[opener - 1 : opener] == " "), start + WINDOW)
        if match is not None:
            found.add(Span(*match.span()))
    return found


def _untoned(ctx: Context, start: int, end: int) -> Iterator[Span]:
    """Readings in the neutral tone, between the first and the last that has a tone; a lone letter may be a list's."""
    for match in _RUBY.finditer(ctx.text, start, min(len(ctx.text), end + 2 * WINDOW)):
        if len(match.group().strip(" ()（）")) > 1:
            yield Span(*match.span())
