"""One XML part into its stories: paragraphs with their text, and where each character stands in the bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from speechlint.formats.docx import pieces as why
from speechlint.formats.docx.frames import Field, Frame, OpenParagraph, OpenRun, OpenText
from speechlint.formats.docx.pieces import Holder, Kind, Paragraph, Run, Story
from speechlint.formats.docx.xml import COMPATIBILITY, Part, is_on, local, parse, word_name

if TYPE_CHECKING:
    from pyexpat import XMLParserType

    from speechlint.formats.docx.pieces import Why

_BLANKS = " \t\r\n"
# What a paragraph may hold and still be nothing but text.
_PLAIN = frozenset(
    {"p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "proofErr", "lastRenderedPageBreak", "hyperlink"}
)
# Deleted or older text, properties as they were, readings above characters, and what programs do not show.
_PASSED = frozenset(
    {
        "del", "moveFrom", "numberingChange", "pPrChange", "rPrChange", "rt", "sectPrChange", "tblGridChange",
        "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
    }
)  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_LIVING_FIELDS = re.compile(r"\s*(?:HYPERLINK|TOC|INDEX)\b", re.IGNORECASE | re.ASCII)
_PAGE_FIELDS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE | re.ASCII)
_QUOTED, _QUOTES = re.compile(r"\"[^\"]*\"|'[^']*'"), re.compile("[\"']")
_XML_SPACE = "http://www.w3.org/XML/1998/namespace space"
# Signs of symbol fonts that people know from forms; any other one is shown as a bullet.
_SYMBOLS = {0x6F: "□", 0x71: "□", 0x72: "□", 0xA8: "□", 0xFC: "√", 0xFE: "☑", 0x52: "☑", 0xA3: "□"}


class Reader:
    """Reads one part. `index` is the part's number; holders and runs are numbered on from those that are there.

    `stories` are the part's own ones, the text boxes in them last; `sections` the identifiers of headers and footers;
    `foreign` counts what stands in other files that this one takes in.
    """

    def __init__(self, part: Part, index: int, place: str, holders: list[Holder], runs: list[Run]) -> None:
        self.stories: list[Story] = []
        self.sections: list[str] = []
        self.foreign = 0
        self._boxes: list[Story] = []
        self._part, self._index, self._place = part, index, place
        self._holders, self._runs = holders, runs
        self._frames: list[Frame] = []
        self._frame = Frame(place)
        self._path: list[str] = []
        self._passed = 0
        self._twice = 0
        self._controls: list[bool] = []
        self._spaces = [False]
        self._chunk: tuple[int, str] | None = None
        self._latest = -1  # where the tag begins that was the last event; -1 where that was another one
        parse(part, self._prepare)
        self._close_story()
        self.stories += self._boxes

    # --- events -----------------------------------------------------------------------------------------------------

    def _prepare(self, parser: XMLParserType) -> None:
        self._parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._cdata
        parser.CommentHandler = lambda _: self._end_chunk()
        parser.ProcessingInstructionHandler = lambda *_: self._end_chunk()

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        self._end_chunk()
        self._latest = self._parser.CurrentByteIndex
        if self._passed:
            self._passed += 1
            return
        name = word_name(full)
        parent = self._path[-1] if self._path else ""
        if full == f"{COMPATIBILITY} Fallback" or (name in _PASSED and parent != "rPr" and parent != "trPr"):
            self._passed = 1
            self._not_plain()
            return
        self._path.append(name or full)
        self._spaces.append(attributes.get(_XML_SPACE, "preserve" if self._spaces[-1] else "") == "preserve")
        if full == f"{COMPATIBILITY} AlternateContent":
            self._twice += 1
        frame = self._frame
        if frame.paragraph is not None and name not in _PLAIN and not frame.in_properties(self._path):
            self._not_plain()
        starter = _STARTERS.get(name)
        if starter is not None:
            starter(self, {local(key): value for key, value in attributes.items()}, parent)
        elif name in _SIGNS or name == "br":
            self._sign(name, {local(key): value for key, value in attributes.items()})

    def _end(self, full: str) -> None:
        self._end_chunk()
        if self._passed:
            self._passed -= 1
            self._latest = -1
            return
        name = word_name(full)
        ender = _ENDERS.get(name)
        if ender is not None:
            ender(self)
        elif self._frame.sign is not None and (name in _SIGNS or name == "br"):
            self._frame.end_sign(self._after())
        if full == f"{COMPATIBILITY} AlternateContent":
            self._twice -= 1
        self._latest = -1
        self._path.pop()
        self._spaces.pop()

    def _characters(self, text: str) -> None:
        self._end_chunk()
        self._latest = -1
        frame = self._frame
        if self._passed:
            return
        if frame.instruction:
            frame.fields[-1].code += text
        elif frame.holder is not None:
            self._chunk = (self._parser.CurrentByteIndex, text)

    def _cdata(self) -> None:
        self._end_chunk()
        if self._frame.holder is not None:
            self._frame.holder.raw = True

    def _end_chunk(self) -> None:
        """Put what was read into the text: its bytes end where the next event begins, or where its own do."""
        frame = self._frame
        if self._chunk is None or frame.holder is None:
            return
        (first, text), self._chunk = self._chunk, None
        raw = text.encode(self._part.codec)
        if self._part.data.startswith(raw, first) and text not in "&<>":
            last = first + len(raw)
        elif len(text) == 1:  # a reference, or one of the line ends that XML has
            last = self._parser.CurrentByteIndex
        else:
            frame.holder.raw, last = True, first
        frame.holder.chunks.append((first, last, re.sub(r"[\r\n]", " ", text)))

    def _after(self) -> int:
        """The byte behind the tag that ends here."""
        at = self._parser.CurrentByteIndex
        return at if self._is_empty() else self._tag_end(at)

    def _is_empty(self) -> bool:
        """Whether the element that ends is one empty tag: its end is told where the tag is over."""
        at, start = self._parser.CurrentByteIndex, self._latest
        slash = "/>".encode(self._part.codec)
        return start >= 0 and self._part.data[start:at].endswith(slash) and self._tag_end(start) == at

    def _tag_end(self, start: int) -> int:
        """The byte behind the tag that begins there; `>` may stand inside an attribute's value."""
        codec, data = self._part.codec, self._part.data
        close, at = ">".encode(codec), start
        while True:
            at = data.index(close, at) + len(close)
            if (at - start) % len(close):
                at -= len(close) - 1  # two halves of other characters
            elif _QUOTES.search(_QUOTED.sub("", data[start:at].decode(codec, "replace"))) is None:
                return at

    # --- paragraphs and runs ------------------------------------------------------------------------------------------

    def _start_paragraph(self, _attributes: dict[str, str], _parent: str) -> None:
        start = self._parser.CurrentByteIndex
        frame = self._frame
        last = frame.paragraphs[-1] if frame.paragraphs else None
        follows = (
            last is not None
            and frame.last_depth == len(self._path)
            and not self._part.data[last.end : start].decode(self._part.codec, "replace").strip()
        )
        frame.paragraph = OpenParagraph(start, self._tag_end(start), follows, len(self._path))

    def _end_paragraph(self) -> None:
        frame = self._frame
        opened = frame.paragraph
        if opened is None or opened.depth != len(self._path):
            return
        closing, end = self._parser.CurrentByteIndex, self._after()
        if self._is_empty():
            opened.content = closing = -1
        frame.paragraphs.append(
            Paragraph(
                self._index,
                opened.start,
                opened.content,
                closing,
                end,
                "".join(opened.text),
                tuple(opened.pieces),
                opened.properties,
                opened.style,
                opened.number,
                opened.follows,
                opened.plain,
                opened.section,
                opened.joined,
                opened.page_number,
            )
        )
        frame.paragraph, frame.last_depth = None, len(self._path)

    def _end_properties(self) -> None:
        opened = self._frame.paragraph
        if opened is not None and self._path[-2] == "p":
            opened.properties = (opened.content, self._after())
            opened.content = self._after()

    def _style(self, attributes: dict[str, str], _parent: str) -> None:
        if self._frame.paragraph is not None and _ends(self._path, "p", "pPr"):
            self._frame.paragraph.style = attributes.get("val", "")

    def _number(self, attributes: dict[str, str], parent: str) -> None:
        opened = self._frame.paragraph
        if opened is None or parent != "numPr" or not _ends(self._path, "p", "pPr", "numPr"):
            return
        id, level = opened.number or ("", "")
        value = attributes.get("val", "")
        opened.number = (value, level) if self._path[-1] == "numId" else (id, value)

    def _start_run(self, _attributes: dict[str, str], parent: str) -> None:
        if self._frame.paragraph is None:
            return
        start = self._parser.CurrentByteIndex
        simple = parent in ("p", "hyperlink", "smartTag", "ins", "moveTo", "sdtContent", "fldSimple")
        revised = not {"ins", "moveTo"}.isdisjoint(self._path)
        self._frame.runs.append(OpenRun(len(self._runs), start, self._tag_end(start), simple, parent == "p", revised))
        self._runs.append(Run(self._index, start, (0, 0), 0, 0, False, False, False))

    def _end_run(self) -> None:
        if self._frame.runs:
            run = self._frame.runs.pop()
            place = (run.content, run.content) if run.properties is None else run.properties
            self._runs[run.number] = Run(
                self._index, run.start, place, run.content, self._after(), run.simple, run.direct, run.revised
            )

    def _end_run_properties(self) -> None:
        run = self._frame.run
        if run is not None and self._path[-2] == "r":
            run.properties = (run.content, self._after())

    def _vanish(self, attributes: dict[str, str], parent: str) -> None:
        if self._frame.run is not None and parent == "rPr":
            self._frame.run.hidden = is_on(attributes.get("val"))

    def _deleted(self, _attributes: dict[str, str], parent: str) -> None:
        if self._frame.paragraph is not None and parent == "rPr" and _ends(self._path, "p", "pPr", "rPr"):
            self._frame.paragraph.joined = True
            self._not_plain()

    def _section(self, _attributes: dict[str, str], _parent: str) -> None:
        if self._frame.paragraph is not None:
            self._frame.paragraph.section = True
            self._not_plain()

    def _not_plain(self) -> None:
        if self._frame.paragraph is not None:
            self._frame.paragraph.plain = False

    # --- text ---------------------------------------------------------------------------------------------------------

    def _start_text(self, _attributes: dict[str, str], parent: str) -> None:
        frame = self._frame
        if frame.paragraph is None or frame.run is None or frame.run.hidden or frame.in_code:
            return
        if parent != "r" and not parent.endswith(" Choice"):
            return
        start = self._parser.CurrentByteIndex
        frame.holder = OpenText(start, self._tag_end(start))

    def _end_text(self) -> None:
        frame = self._frame
        held, frame.holder = frame.holder, None
        if held is None or frame.paragraph is None or not held.chunks:
            return
        keeps = self._spaces[-1]
        text = "".join(chunk[2] for chunk in held.chunks)
        begin = 0 if keeps else len(text) - len(text.lstrip(_BLANKS))
        end = len(text) if keeps else max(begin, len(text.rstrip(_BLANKS)))
        reason = why.RAW if held.raw else self._why()
        assert frame.run is not None
        holder, at, before = len(self._holders), 0, len(frame.paragraph.pieces)
        for first, last, words in held.chunks:
            low, high = max(at, begin), min(at + len(words), end)
            if low < high:
                one = words[low - at : high - at]
                if len(one) < len(words):
                    first += len(words[: low - at].encode(self._part.codec))
                    last = first + len(one.encode(self._part.codec))
                frame.paragraph.add(one, Kind.TEXT, self._index, first, last, holder, frame.run.number, reason)
            at += len(words)
        if begin < end:
            shown = frame.paragraph.pieces[before].first, frame.paragraph.pieces[-1].last
            closing = self._parser.CurrentByteIndex
            self._holders.append(
                Holder(
                    self._index, held.start, held.content, closing, keeps, shown[0] - held.content, closing - shown[1]
                )
            )

    def _sign(self, name: str, attributes: dict[str, str]) -> None:
        frame = self._frame
        if frame.paragraph is None or frame.run is None or self._path[-2] != "r" or frame.run.hidden or frame.in_code:
            return
        sign = _SIGNS.get(name, "\n")
        reason = why.MARKUP if name == "ptab" else self._why()
        if name == "br" and attributes.get("type", "textWrapping") != "textWrapping":
            if not frame.paragraph.text:
                self._not_plain()
                return
            reason = why.MARKUP
            self._not_plain()
        frame.sign = (sign, self._parser.CurrentByteIndex, frame.run.number, self._index, reason)

    def _symbol(self, attributes: dict[str, str], _parent: str) -> None:
        frame = self._frame
        if frame.paragraph is None or frame.run is None or frame.run.hidden or frame.in_code:
            return
        try:
            code = int(attributes.get("char", ""), 16)
        except ValueError:
            return
        private = 0xF000 <= code <= 0xF0FF
        sign = _SYMBOLS.get(code & 0xFF, "•") if private or code < 0x20 else chr(min(code, 0xFFFD))
        frame.paragraph.add(sign, Kind.FIXED, self._index, reason=why.SYMBOL)

    def _why(self) -> Why | None:
        """Why text that stands here is not to be changed."""
        if self._twice:
            return why.TWICE
        if any(self._controls):
            return why.CONTROL
        if any(not _LIVING_FIELDS.match(field.code) for field in self._frame.fields):
            return why.FIELD
        return why.RUBY if "ruby" in self._path else None

    # --- fields, controls, boxes, other files -------------------------------------------------------------------------

    def _field(self, attributes: dict[str, str], _parent: str) -> None:
        fields, kind = self._frame.fields, attributes.get("fldCharType", "")
        if kind == "begin":
            fields.append(Field())
        elif fields and kind == "separate":
            fields[-1].result = True
            self._tell_page_number(fields[-1].code)
        elif fields and kind == "end":
            self._tell_page_number(fields.pop().code)

    def _start_simple_field(self, attributes: dict[str, str], _parent: str) -> None:
        self._frame.fields.append(Field(attributes.get("instr", ""), True))
        self._tell_page_number(attributes.get("instr", ""))

    def _end_simple_field(self) -> None:
        if self._frame.fields:
            self._frame.fields.pop()

    def _tell_page_number(self, code: str) -> None:
        if self._frame.paragraph is not None and _PAGE_FIELDS.match(code):
            self._frame.paragraph.page_number = True

    def _page_number(self, _attributes: dict[str, str], _parent: str) -> None:
        self._tell_page_number("PAGE")

    def _start_instruction(self, _attributes: dict[str, str], _parent: str) -> None:
        self._frame.instruction = bool(self._frame.fields)

    def _end_instruction(self) -> None:
        self._frame.instruction = False

    def _start_control(self, _attributes: dict[str, str], _parent: str) -> None:
        self._controls.append(False)

    def _end_control(self) -> None:
        self._controls.pop()

    def _closed_control(self, attributes: dict[str, str], parent: str) -> None:
        if self._controls and parent == "sdtPr" and attributes.get("val", "") not in ("unlocked", "sdtLocked", "0"):
            self._controls[-1] = True

    def _start_box(self, _attributes: dict[str, str], _parent: str) -> None:
        self._frames.append(self._frame)
        self._frame = Frame("textbox")

    def _end_box(self) -> None:
        self._close_story()
        self._frame = self._frames.pop()

    def _start_note(self, attributes: dict[str, str], _parent: str) -> None:
        if attributes.get("type", "normal") != "normal":  # the line above notes
            self._path.pop()
            self._spaces.pop()
            self._passed = 1

    def _end_note(self) -> None:
        self._close_story()
        self._frame = Frame(self._place)

    def _foreign(self, _attributes: dict[str, str], _parent: str) -> None:
        self.foreign += 1

    def _reference(self, attributes: dict[str, str], _parent: str) -> None:
        self.sections.append(attributes.get("id", ""))

    def _close_story(self) -> None:
        if self._frame.paragraphs:
            boxes = self._boxes if self._frame.place == "textbox" else self.stories
            boxes.append(Story(self._frame.place, tuple(self._frame.paragraphs)))


def _ends(path: list[str], *names: str) -> bool:
    return tuple(path[-len(names) - 1 : -1]) == names


_STARTERS: dict[str, Any] = {
    "altChunk": Reader._foreign,
    "dataBinding": Reader._closed_control,
    "del": Reader._deleted,
    "endnote": Reader._start_note,
    "fldChar": Reader._field,
    "fldSimple": Reader._start_simple_field,
    "footerReference": Reader._reference,
    "footnote": Reader._start_note,
    "headerReference": Reader._reference,
    "ilvl": Reader._number,
    "instrText": Reader._start_instruction,
    "lock": Reader._closed_control,
    "moveFrom": Reader._deleted,
    "numId": Reader._number,
    "p": Reader._start_paragraph,
    "pStyle": Reader._style,
    "pgNum": Reader._page_number,
    "r": Reader._start_run,
    "sdt": Reader._start_control,
    "sectPr": Reader._section,
    "showingPlcHdr": Reader._closed_control,
    "subDoc": Reader._foreign,
    "sym": Reader._symbol,
    "t": Reader._start_text,
    "txbxContent": Reader._start_box,
    "vanish": Reader._vanish,
}
_ENDERS: dict[str, Any] = {
    "endnote": Reader._end_note,
    "fldSimple": Reader._end_simple_field,
    "footnote": Reader._end_note,
    "instrText": Reader._end_instruction,
    "p": Reader._end_paragraph,
    "pPr": Reader._end_properties,
    "r": Reader._end_run,
    "rPr": Reader._end_run_properties,
    "sdt": Reader._end_control,
    "t": Reader._end_text,
    "txbxContent": Reader._end_box,
}
