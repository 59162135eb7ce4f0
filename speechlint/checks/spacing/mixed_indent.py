"""spacing/mixed-indent"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from speechlint.document.blanks import WHITE
from speechlint.document.kinds import LineKind
from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import HAN, ends_sentence
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

INDENT = "\u3000\u3000"
_PLAIN, _UNEVEN = frozenset(" \t\u3000"), ("\u3000", "\u3000" * 3)
# `re` and not Pattern: see document/blanks.py.
_INDENT, _LEADING = re.compile(rf"[\r\n]([{WHITE}]+)"), re.compile(rf"\A[{WHITE}]+")
# A deeper indent centres a line or moves it to the right; a line this long, or with an end mark, is no label.
DEEPEST, TAB, SHORTEST_BODY = 8, 4, 20
# So many lines, and so large a share of those that are indented, make an indent the draft's own.
FEWEST, SHARE = 3, 0.6
_BODY = Pattern(f"[{HAN}“‘「『《（(【〔0-9A-Za-z①-⑳]")
_NUMBERED = Pattern("[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[①-⑳])(?:[)）][、.．]?|[、.．])|第.{1,3}[，、]")
_NAMES = {" ": "U+0020", "\t": "U+0009", "\xa0": "U+00A0", "\u3000": "U+3000"}


class Indent(NamedTuple):
    """The white space before a paragraph."""

    span: Span
    words: str
    line: int

    @property
    def width(self) -> int:
        """In columns."""
        return sum(2 if character in "\u3000\u2003" else TAB if character == "\t" else 1 for character in self.words)

    @property
    def mixed(self) -> bool:
        return len(set(self.words)) > 1


class MixedIndent(Rule):
    """A paragraph's indent that is made of different blanks, or of other blanks than the draft's other paragraphs.
    Titles, signatures, verses, tables and whatever is set far to the right are left alone, and so are paragraphs
    without any indent; in Markdown blanks and tabs from the keyboard are syntax.
    """

    id = "spacing/mixed-indent"
    title = Bilingual("段首缩进的空格混杂", "Indents made of different blanks")
    why = Bilingual(
        "每段空两个字，用两个全角空格；不同的空白混在一起，换了字体就对不齐。",
        "Two ideographic spaces open a paragraph; where different blanks are mixed, lines stop being aligned.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换段首的空白，字句不动。", "Only the white space before a paragraph changes.")
    norm = "GB/T 9704-2012 7.3.3"
    VALID = (
        Valid("　　粮站昨天开仓，收了三车稻谷。\n　　今天接着收，社员们一早就来排队。"),
        Valid("粮站昨天开仓，收了三车稻谷。\n    今天接着收，社员们一早就来排队。"),
        Valid("　　粮站昨天开仓，收了三车稻谷。\n没有缩进的段落，不归这一条管，照原样留着。"),
        Valid("\xa0 　　　　　　　　粮站值班表\n　　今天接着收，社员们一早就来排队。"),
        Valid("　　粮站昨天开仓，收了三车稻谷。\n \t　　　　　　柳湾粮站\n \t　　　　　　2024年9月3日"),
        Valid("- 粮站\n \t收稻谷三车，收玉米两车，都已入库。", format="markdown"),
        Valid("　　　春种一粒粟\n　　　秋收万颗子"),
        Valid("\u2003\u2003粮站昨天开仓，收了三车稻谷。\n\u2003\u2003今天接着收，一早就有人排队。"),
        Valid("品名\t数量\n \t稻谷\t三车"),
    )
    INVALID = (
        Invalid(
            "　　粮站昨天开仓，收了三车稻谷。\n⟦\xa0 \xa0 ⟧今天接着收，社员们一早就来排队。",
            fixed="　　粮站昨天开仓，收了三车稻谷。\n　　今天接着收，社员们一早就来排队。",
        ),
        Invalid(
            "　　糧站昨天開倉，收了三車稻穀。\n⟦　 ⟧二、今天接著收\n　　社員們一早就來排隊。",
            fixed="　　糧站昨天開倉，收了三車稻穀。\n　　二、今天接著收\n　　社員們一早就來排隊。",
        ),
        Invalid(
            "　　粮站昨天开仓。\n　　今天接着收。\n　　后天不开秤。\n⟦\t⟧下个月再收一季晚稻，价钱照旧不变。",
            fixed="　　粮站昨天开仓。\n　　今天接着收。\n　　后天不开秤。\n　　下个月再收一季晚稻，价钱照旧不变。",
        ),
        Invalid(
            "　　粮站昨天开仓。\n　　今天接着收。\n　　后天不开秤。\n⟦　⟧下个月再收一季晚稻，价钱照旧，秤也照旧。",
            fixed="　　粮站昨天开仓。\n　　今天接着收。\n　　后天不开秤。\n　　下个月再收一季晚稻，价钱照旧，秤也照旧。",
        ),
        Invalid("⟦\t ⟧今天接着收，社员们一早就来排队。", fixed="　　今天接着收，社员们一早就来排队。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        ways = set(_INDENT.findall(document.text)).union(_LEADING.findall(document.text))
        if len(set().union(*ways)) < 2 and ways.isdisjoint(_UNEVEN):
            return
        indents = [indent for indent in _indents(document) if _opens_paragraph(document, indent)]
        usual = _usual(indents)
        wanted = usual if usual is not None and usual[0] in _PLAIN else INDENT
        for indent in indents:
            uneven = usual == INDENT and indent.words in _UNEVEN
            other = usual is not None and indent.words[0] != usual[0] and (usual == wanted or indent.words != INDENT)
            if not (indent.mixed or uneven or other):
                continue
            if document.kinds[indent.line] in (LineKind.TITLE, LineKind.TAIL) or (uneven and not _is_body(ctx, indent)):
                continue
            yield ctx.found(
                indent.span,
                Bilingual(
                    f"段首缩进是 {_named(indent.words)}，应为 {_named(wanted)}",
                    f"The indent is {_named(indent.words)}; it should be {_named(wanted)}",
                ),
                severity=Severity.HINT if uneven else None,
                fix=ctx.fix(
                    Bilingual(f"改为 {_named(wanted)}", f"Write {_named(wanted)}"),
                    [Edit(indent.span, wanted)],
                    Applicability.SAFE,
                ),
            )


def _indents(document: Document) -> Iterator[Indent]:
    text, lines = document.text, document.lines
    for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        if start == end or not text[start].isspace():
            continue
        near = text[start : min(end, start + 4 * DEEPEST)]
        words = near[: len(near) - len(near.lstrip())]
        if len(words) < len(near):
            yield Indent(Span(start, start + len(words)), words, line)


def _opens_paragraph(document: Document, indent: Indent) -> bool:
    """Whether running text or a numbered heading stands behind the indent."""
    if indent.width > DEEPEST or (document.source.format == "markdown" and not {" ", "\t"}.isdisjoint(indent.words)):
        return False
    end = document.lines.ends[indent.line]
    words = document.text[indent.span.end : min(end, indent.span.end + 200)]
    if _BODY.match(words) is None or "\t" in words:
        return False
    return len(words) >= SHORTEST_BODY or ends_sentence(words) or _NUMBERED.match(words) is not None


def _is_body(ctx: Context, indent: Indent) -> bool:
    """Whether a whole sentence stands behind the indent: a verse or a list of names may be set in by less or more."""
    words = ctx.text[indent.span.end : ctx.document.lines.ends[indent.line]]
    return len(words) >= SHORTEST_BODY and ends_sentence(words)


def _usual(indents: list[Indent]) -> str | None:
    """The indent of most paragraphs, where it is of one kind of blank; None where no kind prevails."""
    pure = Counter(indent.words for indent in indents if not indent.mixed)
    if not pure:
        return None
    words, count = pure.most_common(1)[0]
    same = sum(number for other, number in pure.items() if other[0] == words[0])
    return words if count >= FEWEST and same >= SHARE * sum(pure.values()) else None


def _named(words: str) -> str:
    """The code points of an indent: U+3000×2."""
    runs: list[tuple[str, int]] = []
    for character in words:
        if runs and runs[-1][0] == character:
            runs[-1] = (character, runs[-1][1] + 1)
        else:
            runs.append((character, 1))
    names = [(_NAMES.get(character, f"U+{ord(character):04X}"), count) for character, count in runs]
    return "+".join(name if count == 1 else f"{name}×{count}" for name, count in names)
