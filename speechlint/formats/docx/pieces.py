"""What a Word document's text is made of: paragraphs, and in them pieces that know where their bytes stand."""

from __future__ import annotations

import enum

from speechlint.text.named_tuple import NamedTuple


class Why(NamedTuple):
    """Why a stretch of text cannot be changed, in both languages."""

    zh: str
    en: str


NUMBER = Why("自动编号", "an automatic number")
SYMBOL = Why("符号字体里的字符", "a sign of a symbol font")
FIELD = Why("域的结果", "the result of a field")
CONTROL = Why("锁定或绑定数据的内容控件", "a locked or data-bound content control")
RUBY = Why("拼音指南里的文字", "text with a phonetic guide")
TWICE = Why("在文件里存了两份的文本框", "a text box that the file holds twice")
RAW = Why("写法特殊的文字", "text written in an unusual way")
END = Why("段落的结尾", "the end of a paragraph")
MARKUP = Why("图片、批注、书签、分节或表格", "a picture, a comment, a bookmark, a section or a table")
NOWHERE = Why("没有文字的地方", "a place without text")
ILLEGAL = Why("换行或控制字符", "a line end or a control character")
REVISED = Why("别人的修订", "somebody's tracked change")


class Kind(enum.Enum):
    TEXT = 1  # characters of a w:t
    SIGN = 2  # one character that an element stands for: a tab, a line break, a hyphen
    FIXED = 3  # what is shown but stands nowhere: an automatic number
    END = 4  # the end of a paragraph


class Piece(NamedTuple):
    """A stretch of text that one thing holds.

    `start` and `end` are code points, from the paragraph's beginning while it is read and of the whole text afterwards.
    `first` and `last` are the bytes in `part`; `holder` numbers the w:t, `run` the run. `why` says why it is not to be
    changed, None where it may be.
    """

    start: int
    end: int
    kind: Kind
    part: int = -1
    first: int = -1
    last: int = -1
    holder: int = -1
    run: int = -1
    why: Why | None = None


class Holder(NamedTuple):
    """A w:t: bytes of its tag's beginning, its content, the blanks at both ends that Word does not show."""

    part: int
    start: int
    content: int
    end: int
    keeps_blanks: bool
    leading: int = 0  # bytes
    trailing: int = 0


class Run(NamedTuple):
    """A run: bytes of its start tag, its properties (empty stretch where it has none), its end.

    `simple` says that it stands where it may be cut in two, `direct` right in its paragraph, which may be cut there;
    `revised`, in somebody's insertion.
    """

    part: int
    start: int
    properties: tuple[int, int]
    content: int  # behind the start tag
    end: int  # behind the end tag
    simple: bool
    direct: bool
    revised: bool


class Paragraph(NamedTuple):
    """A paragraph: its bytes, its text, its automatic number, and what else it holds.

    `content` is the byte behind its properties, `closing` that of its end tag; both -1 where it is one empty tag.
    `follows` says that nothing but blanks stands between it and the paragraph before, in the same parent. `plain`: it
    holds text alone, so that it may be deleted. `section`: it ends a section. `joined`: its end is deleted (tracked).
    """

    part: int
    start: int
    content: int
    closing: int
    end: int
    text: str
    pieces: tuple[Piece, ...]
    properties: tuple[int, int]
    style: str = ""
    number: tuple[str, str] | None = None  # numId and ilvl as written on it, each perhaps empty
    follows: bool = False
    plain: bool = True
    section: bool = False
    joined: bool = False
    page_number: bool = False


class Story(NamedTuple):
    """Paragraphs that are read one after the other: the body, a header, a footnote, a text box."""

    place: str  # body, header, footer, footnote, endnote or textbox
    paragraphs: tuple[Paragraph, ...]
