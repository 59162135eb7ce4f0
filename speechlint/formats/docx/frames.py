"""What is being read: a story with its open paragraph, run, text and fields. Only the reader changes these."""

from __future__ import annotations

from speechlint.formats.docx.pieces import Kind, Paragraph, Piece, Why


class Field:
    """A field: its code, and whether its result has begun."""

    def __init__(self, code: str = "", result: bool = False) -> None:
        self.code = code
        self.result = result


class OpenText:
    """A w:t that is being read: the bytes of its tag and content, and what was read so far."""

    def __init__(self, start: int, content: int) -> None:
        self.start, self.content = start, content
        self.chunks: list[tuple[int, int, str]] = []
        self.raw = False


class OpenRun:
    """A run that is being read."""

    def __init__(self, number: int, start: int, content: int, simple: bool, direct: bool, revised: bool) -> None:
        self.number, self.start, self.content = number, start, content
        self.simple, self.direct, self.revised = simple, direct, revised
        self.properties: tuple[int, int] | None = None
        self.hidden = False


class OpenParagraph:
    """A paragraph that is being read."""

    def __init__(self, start: int, content: int, follows: bool, depth: int) -> None:
        self.start, self.content, self.follows, self.depth = start, content, follows, depth
        self.properties = (content, content)
        self.text: list[str] = []
        self.pieces: list[Piece] = []
        self.style = ""
        self.number: tuple[str, str] | None = None
        self.plain = True
        self.section = self.joined = self.page_number = False
        self._length = 0

    def add(
        self, words: str, kind: Kind, part: int, first: int = -1, last: int = -1, holder: int = -1, run: int = -1,
        reason: Why | None = None,
    ) -> None:  # fmt: skip
        self.pieces.append(Piece(self._length, self._length + len(words), kind, part, first, last, holder, run, reason))
        self.text.append(words)
        self._length += len(words)


class Frame:
    """The story that is being read; text boxes open another one inside it."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.paragraphs: list[Paragraph] = []
        self.paragraph: OpenParagraph | None = None
        self.last_depth = -1
        self.runs: list[OpenRun] = []  # a reading aid holds runs inside a run
        self.holder: OpenText | None = None
        self.sign: tuple[str, int, int, int, Why | None] | None = None
        self.fields: list[Field] = []
        self.instruction = False

    @property
    def run(self) -> OpenRun | None:
        return self.runs[-1] if self.runs else None

    @property
    def in_code(self) -> bool:
        """Whether what stands here is a field's code, which is not shown."""
        return any(not field.result for field in self.fields)

    def in_properties(self, path: list[str]) -> bool:
        return self.paragraph is not None and any(name in ("pPr", "rPr") for name in path[self.paragraph.depth :])

    def end_sign(self, last: int) -> None:
        if self.sign is not None and self.paragraph is not None:
            sign, first, run, part, reason = self.sign
            self.paragraph.add(sign, Kind.SIGN, part, first, last, -1, run, reason)
        self.sign = None
