"""Tables of contents and outlines that stand before a text: their lines number nothing in the text itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from speechlint.document.marker_grammar import BEGINNINGS, Reading, read_marker
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import BLANKS, ends_sentence, without_blanks
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

CONTENTS_WORDS = Literals(("目录", "目　录", "目 录", "目次", "提纲", "大纲", "框架"))
FEWEST_ENTRIES = 3
LONGEST_ENTRY = 50
MOST_TABLES = 40  # each is looked for in the whole text; a volume of collected speeches has fewer
LONGEST_TABLE = 400  # lines
_WORD = "(?:目[ \u3000]*录|目次|提纲|大纲|框架)"
_OPENER = Pattern(
    rf"[【\[〖]?(?:全文|文章|文稿|讲话|内容|本文|写作|稿件)?{_WORD}(?:[/／、|和及]{_WORD})*(?:如下|预览)?[】\]〗]?[:：]?[.…。]{{0,6}}"
)
_DOTS = Pattern("[.…。·]{1,12}")
_PAGE = Pattern(r"(?:[.…·\-—_]{2,}|[\t\u3000 ]+)[.…·\-—_\t\u3000 ]*[（(]?(?:[0-9０-９]{1,4}|[ivxIVX]{1,5})[）)]?$")


class Entry(NamedTuple):
    """One line (0-based) of a table: `span` is the line without its indent and page number, `reading` its marker."""

    line: int
    span: Span
    reading: Reading | None
    paged: bool

    def words(self, text: str) -> str:
        """The entry without marker and blanks."""
        start = self.span.start if self.reading is None else self.reading.end
        return without_blanks(text[start : self.span.end])


class Contents(NamedTuple):
    """A table of contents: the lines (0-based) that it fills, opener and closing dots too, and its entries."""

    lines: range
    entries: tuple[Entry, ...]


def find_contents(document: Document) -> tuple[Contents, ...]:
    """The tables, in order. A list of headings is one only if they come again below, or lead to pages."""
    found: list[Contents] = []
    below = _Below(document)
    tried = 0
    for start, _ in document.places(CONTENTS_WORDS):
        line = document.lines.index_of(start)
        if found and line in found[-1].lines:
            continue
        begin, end = document.lines[line]
        if end - begin > LONGEST_ENTRY or _OPENER.fullmatch(fold(document.text[begin:end].strip(BLANKS))) is None:
            continue
        table = _read(document, line, below)
        if table is not None:
            found.append(table)
        tried += 1
        if tried == MOST_TABLES:
            break
    return tuple(found)


def _read(document: Document, opener: int, below: _Below) -> Contents | None:
    entries: list[Entry] = []
    seen: set[str] = set()
    last = opener
    for line in range(opener + 1, min(len(document.lines), opener + LONGEST_TABLE)):
        begin, end = document.lines[line]
        words = document.text[begin : min(end, begin + 3 * LONGEST_ENTRY)].strip(BLANKS)
        if not words:
            continue
        if _DOTS.fullmatch(words) is not None:
            last = line
            break
        entry = _entry(document, line)
        # The text itself begins where its first heading comes again.
        if entry is None or (entries and not entry.paged and _key(document, entries[0]) == _key(document, entry)):
            break
        if not entry.paged and entry.span.of(document.text) in seen:
            break
        seen.add(entry.span.of(document.text))
        entries.append(entry)
        last = line
    if len(entries) < FEWEST_ENTRIES:
        return None
    paged = 2 * sum(entry.paged for entry in entries) >= len(entries)
    return Contents(range(opener, last + 1), tuple(entries)) if paged or below.has(entries, last) else None


def _entry(document: Document, line: int) -> Entry | None:
    text = document.text
    start, end = document.lines[line]
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    if end - start > 3 * LONGEST_ENTRY:
        return None
    page = _PAGE.search(text, start, end)
    if page is not None:
        end = page.start()
    words = text[start:end]
    reading = read_marker(text, start, end, line_start=True) if text[start] in BEGINNINGS else None
    if len(words) > LONGEST_ENTRY or ends_sentence(words) or (reading is None and page is None):
        return None
    return Entry(line, Span(start, end), reading, page is not None)


def _key(document: Document, entry: Entry) -> tuple[str, str]:
    return ("", entry.span.of(document.text)) if entry.reading is None else (entry.reading.style, entry.reading.word)


class _Below:
    """The text without blanks, for the question whether the entries of a table stand below it.

    It is squeezed once, and each word looked up once, whatever the number of tables.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last: dict[str, int] = {}  # where in the squeezed text a word stands for the last time, or -1
        self._counted = (0, 0)  # an offset in the text, and how many characters before it are no blanks

    def has(self, entries: list[Entry], last: int) -> bool:
        """Whether a third of the entries stand in the text below the line `last`."""
        text = self._document.text
        offset, count = self._counted
        end = self._document.lines.ends[last]
        between = len(without_blanks(text[min(offset, end) : max(offset, end)]))
        count += between if end >= offset else -between
        self._counted = (end, count)
        words = [entry.words(text) for entry in entries]
        return 3 * sum(bool(word) and self._last_place(word) >= count for word in words) >= len(words)

    def _last_place(self, word: str) -> int:
        if word not in self._last:
            self._last[word] = self._squeezed.rfind(word)
        return self._last[word]

    @cached_property
    def _squeezed(self) -> str:
        return without_blanks(self._document.text)
