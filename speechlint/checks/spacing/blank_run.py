"""spacing/blank-run"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.blanks import WHITE
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

_BREAK = r"(?>\r\n|\r|\n)"
# Two blank lines or more behind a line; for `re`: see document/blanks.py.
_RUN = Sweep(rf"[\r\n](?<!\r(?=\n))(?P<kept>[{WHITE}\f]*{_BREAK})(?:[{WHITE}\f]*{_BREAK})+")
_LEADING = Pattern(rf"(?:[{WHITE}\f]*{_BREAK})+")
_FEED, _NEWLINE = Pattern(r"\f"), Pattern(_BREAK)


class BlankRun(Rule):
    """Two blank lines or more in a row, blank lines before the first word or behind the last, and form feeds. One
    blank line between paragraphs is a style of its own and stays.
    """

    id = "spacing/blank-run"
    title = Bilingual("空行过多", "Too many blank lines")
    why = Bilingual(
        "连续空行多是网页或模板留下的；段落之间至多空一行，首尾不留空行。",
        "Runs of blank lines come from web pages and templates; one is enough between paragraphs, none at the ends.",
    )
    severity = Severity.HINT
    fixes = Applicability.SAFE
    because = Bilingual("只删空行，字句不动。", "Only blank lines go.")
    norm = "GB/T 9704-2012 7.3.3"
    whole = True
    VALID = (
        Valid("晒场扫净了。\n\n粮仓腾空了。\n"),
        Valid("晒场扫净了。\n　　粮仓腾空了。"),
        Valid("晒场扫净了。\n　　\n粮仓腾空了。"),
        Valid("```\n甲\n\n\n乙\n```\n", format="markdown"),
    )
    INVALID = (
        Invalid("晒场扫净了。\n\n⟦\n\n⟧粮仓腾空了。", fixed="晒场扫净了。\n\n粮仓腾空了。"),
        Invalid("⟦\n\n⟧秋粮入库动员会\n各位社员：", fixed="秋粮入库动员会\n各位社员："),
        Invalid("曬場掃淨了。\n⟦\n\n\n⟧", fixed="曬場掃淨了。\n"),
        Invalid("晒场扫净了。\n　\n⟦　　\n⟧粮仓腾空了。", fixed="晒场扫净了。\n　\n粮仓腾空了。"),
        Invalid("晒场扫净了。\n⟦\f⟧粮仓腾空了。", fixed="晒场扫净了。\n粮仓腾空了。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        for span in _surplus(text):
            count = len(_NEWLINE.findall(text, *span)) or 1
            said = Bilingual(f"多了 {count} 个空行，应删去", f"{count} blank line(s) too many; delete")
            if span.of(text) == "\f":
                said = Bilingual("这里有换页符，应删去", "A form feed; delete it")
            yield ctx.found(
                span,
                said,
                fix=ctx.fix(Bilingual("删去多余的空行", "Delete them"), [Edit(span, "")], Applicability.SAFE),
            )


def _surplus(text: str) -> Iterator[Span]:
    """What may go: blank lines but the first of a run, all of them at the two ends."""
    leading = _LEADING.match(text)
    first = leading.end() if leading is not None else 0
    if first == len(text):
        return
    if first:
        yield Span(0, first)
    ending = len(text.rstrip(" \t\r\n\f\xa0\u3000"))
    for match in _RUN.finditer(text):
        if match.end() > ending:
            break
        if match.end() <= first:
            continue
        yield Span(match.end("kept"), match.end())
    if "\f" in text:
        for match in _FEED.finditer(text, first, ending):
            if text[match.start() - 1] not in "\r\n" or text[match.end()] not in "\r\n":
                yield Span(*match.span())
    closing = _NEWLINE.search(text, ending)
    if closing is not None and _NEWLINE.search(text, closing.end()) is not None:
        yield Span(closing.end(), len(text))
