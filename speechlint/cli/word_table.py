"""The unusual words of drafts as a table, and as values for JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from speechlint.cli.console import Console, ambiguous_width
from speechlint.config.schema import Config
from speechlint.document.model import Document
from speechlint.document.unusual_words import Place, UnusualWord
from speechlint.findings.bilingual import Bilingual
from speechlint.reporters.cells import cells, padded
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible
from speechlint.text.named_tuple import NamedTuple

MOST_PLACES = 3  # shown of one word


class Draft(NamedTuple):
    """A draft that was read; `name` as reports give it."""

    name: str
    document: Document
    config: Config


def word_values(found: Sequence[UnusualWord], drafts: Sequence[Draft]) -> list[dict[str, Any]]:
    """One object a word, with all its places."""
    return [
        {
            "text": word.text,
            "kind": "name" if word.is_name else "word",
            "count": len(word.places),
            "places": [_value(place, drafts) for place in word.places],
        }
        for word in found
    ]


def word_table(found: Sequence[UnusualWord], drafts: Sequence[Draft], console: Console) -> Iterator[str]:
    """The words, then the names, each with its count and its first places; and what to do with them."""
    style, ambiguous = Style(console.colored(sys.stdout)), ambiguous_width()
    width = max((cells(visible(word.text), ambiguous) for word in found), default=0)
    for is_name, kind in ((False, Bilingual("词语", "Words")), (True, Bilingual("人名", "Names"))):
        own = [word for word in found if word.is_name is is_name]
        if own:
            heading = Bilingual(f"{kind.zh}（{len(own)}）", f"{kind.en} ({len(own)})")
            yield style.strong(heading.into(console.language)) + "\n"
        for word in own:
            places = [_where(place, drafts) for place in word.places[:MOST_PLACES]]
            more = ["…"] if len(word.places) > MOST_PLACES else []
            text, where = padded(visible(word.text), width, ambiguous), "  ".join(places + more)
            yield f"  {text}  {len(word.places):>4}  {style.faint(where)}\n"
    yield _advice(found).into(console.language) + "\n"


def _value(place: Place, drafts: Sequence[Draft]) -> dict[str, Any]:
    draft = drafts[place.document]
    (row, column), (end_row, end_column) = map(draft.document.lines.location, place.span)
    return {
        "filename": draft.name,
        "location": {"row": row, "column": column},
        "end_location": {"row": end_row, "column": end_column},
    }


def _where(place: Place, drafts: Sequence[Draft]) -> str:
    draft = drafts[place.document]
    row, column = draft.document.lines.location(place.span.start)
    return f"{row}:{column}" if len(drafts) == 1 else f"{visible(draft.name)}:{row}:{column}"


def _advice(found: Sequence[UnusualWord]) -> Bilingual:
    if not found:
        return Bilingual("没有生僻的词。", "No unusual words.")
    count, example = len(found), visible(found[0].text)
    return Bilingual(
        f"\n共 {count} 个。写得对的，用 --add {example},… 写进配置，以后不再报告；--add all 写进全部。",
        f"\n{count} in all. Those that are right: --add {example},… writes them into the configuration, and they are "
        "reported no more; --add all writes every one.",
    )
