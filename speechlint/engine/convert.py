"""A draft in the other script."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from speechlint.config.schema import Config
from speechlint.document.model import Document
from speechlint.document.script import ScriptName, count_deciding, name_script
from speechlint.engine.fix import fix_source
from speechlint.engine.keep import merge
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability, Edit
from speechlint.formats.registry import edited, format_for
from speechlint.formats.source import Source
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.simplified_text import into_simplified
from speechlint.lexicon.traditional_text import into_traditional
from speechlint.lexicon.transcription import Change, Doubt
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

_INTO_SIMPLIFIED = ("script/traditional-in-simplified",)
_INTO_TRADITIONAL = (
    "script/simplified-in-traditional",
    "script/one-to-many-char",
    "script/phrase-over-conversion",
    "script/boundary-conversion",
)
_TITLE_MARKS = "《〈"


class Conversion(NamedTuple):
    """The converted source; how many characters or words changed; and what was doubtful, placed in the old text."""

    source: Source
    changed: int
    doubts: tuple[Doubt, ...]


def config_for(config: Config, target: str) -> Config:
    """The configuration for a conversion: the rules whose fixes belong to it, and the vocabulary at home there."""
    return replace(
        config,
        preset="zh-hant" if target == "tw" else "gongwen",
        select=_INTO_SIMPLIFIED if target == "hans" else _INTO_TRADITIONAL,
        extend_select=(),
        ignore=(),
        per_file_ignores={},
        per_file_select={},
    )


def convert(linter: Linter, source: Source, target: str) -> Conversion:
    """The draft in the script `target` (one of `TARGETS`), in the words and forms usual there.

    What no rule looks at (code, addresses in Markdown), the configured words, and quotations that are consistently in
    the other script already stay as they are. The fixes of `linter`, made by `config_for`, follow.
    """
    document = Document(source)
    kept = _kept(linter, document)
    starts = [span.start for span in kept]
    changes: list[Change] = []
    doubts: dict[tuple[str, bool, Span | None], Doubt] = {}
    for line in document.lines:
        for found in _of_line(document, line, target):
            i = bisect_right(starts, found.span.end - 1) - 1
            if i >= 0 and kept[i].overlaps(found.span):
                continue
            if isinstance(found, Change):
                changes.append(found)
            else:  # of a word that was left alone, the first place is enough
                doubts.setdefault((found.written, found.word, None if found.word else found.span), found)
    if source.origin is not None:  # what stands nowhere in a Word file, such as automatic numbers, stays
        changes = [change for change in changes if source.origin.refusal([(change.span, change.written)]) is None]
    edits = [Edit(change.span, change.written) for change in changes]
    converted = edited(format_for(source.path, linter.catalogue.formats), source, edits)
    outcome = fix_source(linter, converted, Applicability.UNSAFE)
    mended = converted if outcome.unsettled else outcome.source
    return Conversion(mended, len(changes) + len(outcome.applied), tuple(doubts.values()))


def _of_line(document: Document, line: Span, target: str) -> list[Change | Doubt]:
    text, name = document.text, document.script.of(line)
    if target == "hans":
        return list(into_simplified(text, document.folded, line, traditional=name is ScriptName.HANT))
    return list(into_traditional(text, document.folded, line, target, simplified=name is not ScriptName.HANT))


def _kept(linter: Linter, document: Document) -> list[Span]:
    """What stays as it is, sorted and disjoint."""
    words = linter.config.words
    kept = [stretch.span for stretch in document.source.quiet]
    if words.allow or words.names:
        names = Literals((*words.allow, *words.names), both_scripts=False)
        kept += (Span(start, end) for start, end in names.places(document.text))
    return merge([*kept, *_foreign_quotes(document)])


def _foreign_quotes(document: Document) -> list[Span]:
    """Quotations that are consistently in the script that the draft is not written in."""
    text = document.text
    quotes = [quote.span for quote in document.quotes if quote.opener not in _TITLE_MARKS and not quote.depth]
    counts = [count_deciding(quote.of(text)) for quote in quotes]
    edges = [0, *(edge for quote in quotes for edge in quote), len(text)]
    around = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    name = name_script(*count_deciding(around))
    if name not in (ScriptName.HANS, ScriptName.HANT):
        return []
    own = 0 if name is ScriptName.HANS else 1
    return [quote for quote, count in zip(quotes, counts, strict=True) if count[1 - own] and not count[own]]
