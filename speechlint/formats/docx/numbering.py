"""Automatic numbers: what Word shows in front of numbered paragraphs, which stands nowhere in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechlint.formats.docx.numerals import written
from speechlint.formats.docx.pieces import Paragraph
from speechlint.formats.docx.xml import COMPATIBILITY, Part, is_on, parse, word_name

if TYPE_CHECKING:
    from pyexpat import XMLParserType

_LEVELS = 9
_SLOT = re.compile(r"%([1-9])")
_SILENT = frozenset({"bullet", "none"})


class Level:
    """How one level of a list is numbered."""

    def __init__(self) -> None:
        self.start = 1
        self.form = "decimal"
        self.text = ""
        self.restart: int | None = None  # the level (from 1) behind which it starts anew; 0 never
        self.legal = False  # all numbers in it in figures
        self.style = ""
        self.suffix = "tab"


class _List:
    """A numId: which abstract list it shows, and its own starts and levels."""

    def __init__(self, abstract: str = "") -> None:
        self.abstract = abstract
        self.starts: dict[int, int] = {}
        self.levels: dict[int, Level] = {}


class _Style:
    """What of a paragraph style matters here."""

    def __init__(self) -> None:
        self.based = ""
        self.number = ""
        self.level = ""


class Numbering:
    """Counts through one document: `label` is to be asked for every paragraph, in their order."""

    def __init__(self, numbering: Part | None, styles: Part | None) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}  # abstract list → the numbering style that it takes its levels from
        self._owners: dict[str, str] = {}  # numbering style → the abstract list that defines it
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, _Style] = {}
        self._default = ""
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            _NumberingReader(numbering, self._abstracts, self._links, self._owners, self._lists)
        if styles is not None:
            self._default = _StyleReader(styles, self._styles).default

    def label(self, paragraph: Paragraph) -> str:
        """The automatic number in front of the paragraph, with what separates it from the text; empty where none is."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        id, depth = found
        own = self._lists[id]
        abstract = self._abstract_of(own)
        levels = {**self._abstracts.get(abstract, {}), **own.levels}
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        self._count(counts, levels, depth, id, own)
        if level.form in _SILENT:
            return ""
        label = _SLOT.sub(lambda slot: self._slot(int(slot[1]) - 1, counts, levels, level), level.text)
        return label + _separator(label, level, paragraph.text)

    def _count(self, counts: list[int | None], levels: dict[int, Level], depth: int, id: str, own: _List) -> None:
        for above in range(depth):
            if counts[above] is None and above in levels:
                counts[above] = own.starts.get(above, levels[above].start)
        before = counts[depth]
        counts[depth] = own.starts.get(depth, levels[depth].start) if before is None else before + 1
        if (id, depth) not in self._begun and depth in own.starts:
            counts[depth] = own.starts[depth]
        self._begun.add((id, depth))
        for below in range(depth + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart and depth < restart):
                counts[below] = None

    def _slot(self, place: int, counts: list[int | None], levels: dict[int, Level], level: Level) -> str:
        number, shown = counts[place], levels.get(place)
        if number is None or shown is None:
            return ""
        return written(number, "decimal" if level.legal else shown.form)

    def _list_of(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """The list that numbers the paragraph, and how deep: its own words first, then those of its styles."""
        id, depth = paragraph.number or ("", "")
        style, seen = paragraph.style or self._default, list[str]()
        while style and style not in seen and style in self._styles and not id:
            seen.append(style)
            found = self._styles[style]
            id, depth, style = found.number, depth or found.level, found.based
        depth = depth or next((level for name in seen if (level := self._level_of(id, name))), "")
        if not id or id == "0" or id not in self._lists:
            return None
        return id, int(depth) if depth.isdecimal() and int(depth) < _LEVELS else 0

    def _level_of(self, id: str, style: str) -> str:
        """A list may say which style stands for which of its levels."""
        own = self._lists.get(id)
        levels = {} if own is None else {**self._abstracts.get(self._abstract_of(own), {}), **own.levels}
        return next((str(depth) for depth, level in levels.items() if level.style == style), "")

    def _abstract_of(self, own: _List) -> str:
        return self._owners.get(self._links.get(own.abstract, ""), own.abstract)


def _separator(label: str, level: Level, text: str) -> str:
    """A blank where number and text would else be read as one: Word shows a tab or a blank there, or nothing."""
    if level.suffix == "nothing" or not label or not text:
        return ""
    figures = text[0].isascii() and text[0].isalnum()
    return " " if label[-1].isalnum() or (figures and label[-1] in ".．") else ""


class _NumberingReader:
    """Reads word/numbering.xml into the tables of `Numbering`."""

    def __init__(
        self,
        part: Part,
        abstracts: dict[str, dict[int, Level]],
        links: dict[str, str],
        owners: dict[str, str],
        lists: dict[str, _List],
    ) -> None:
        self._abstracts, self._links, self._owners, self._lists = abstracts, links, owners, lists
        self._abstract = ""
        self._list: _List | None = None
        self._override = 0
        self._level: Level | None = None
        self._passed = 0
        parse(part, self._prepare)

    def _prepare(self, parser: XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        if self._passed or full == f"{COMPATIBILITY} Fallback":
            self._passed += 1
            return
        name = word_name(full)
        values = {word_name(key): value for key, value in attributes.items()}
        value = values.get("val", "")
        if name == "abstractNum":
            self._abstract, self._list = values.get("abstractNumId", ""), None
            self._abstracts[self._abstract] = {}
        elif name == "num":
            self._list = self._lists[values.get("numId", "")] = _List()
        elif name == "abstractNumId" and self._list is not None:
            self._list.abstract = value
        elif name == "lvlOverride":
            self._override = _whole(values.get("ilvl", ""), 0)
        elif name == "startOverride" and self._list is not None:
            self._list.starts[self._override] = _whole(value, 1)
        elif name == "numStyleLink":
            self._links[self._abstract] = value
        elif name == "styleLink":
            self._owners[value] = self._abstract
        elif name == "lvl":
            self._level = Level()
            levels = self._list.levels if self._list else self._abstracts.setdefault(self._abstract, {})
            levels[_whole(values.get("ilvl", ""), 0)] = self._level
        elif self._level is not None:
            _tell(self._level, name, value, values)

    def _end(self, full: str) -> None:
        if self._passed:
            self._passed -= 1
        elif word_name(full) == "lvl":
            self._level = None


def _tell(level: Level, name: str, value: str, values: dict[str, str]) -> None:
    if name == "start":
        level.start = _whole(value, 1)
    elif name == "numFmt":
        level.form = "decimalZero" if value == "custom" and values.get("format", "").startswith("01") else value
    elif name == "lvlText":
        level.text = value
    elif name == "lvlRestart":
        level.restart = _whole(value, 0)
    elif name == "isLgl":
        level.legal = is_on(values.get("val"))
    elif name == "pStyle":
        level.style = value
    elif name == "suff":
        level.suffix = value


class _StyleReader:
    """Reads word/styles.xml: paragraph styles with what they are based on and which list numbers them."""

    def __init__(self, part: Part, styles: dict[str, _Style]) -> None:
        self.default = ""
        self._styles = styles
        self._style: _Style | None = None
        parse(part, self._prepare)

    def _prepare(self, parser: XMLParserType) -> None:
        parser.StartElementHandler = self._start

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        name = word_name(full)
        values = {word_name(key): value for key, value in attributes.items()}
        if name == "style":
            self._style = None
            if values.get("type", "paragraph") == "paragraph":
                self._style = self._styles[values.get("styleId", "")] = _Style()
                if is_on(values.get("default", "0")):
                    self.default = values.get("styleId", "")
        elif self._style is not None and name in ("basedOn", "numId", "ilvl"):
            setattr(self._style, {"basedOn": "based", "numId": "number", "ilvl": "level"}[name], values.get("val", ""))


def _whole(value: str, default: int) -> int:
    return int(value) if value.isdecimal() else default
