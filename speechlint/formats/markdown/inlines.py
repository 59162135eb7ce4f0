"""Markup inside a paragraph, a heading or a table cell."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from speechlint.formats.markdown.emphasis import Run, pair_runs, read_run
from speechlint.formats.markdown.html import ENTITY, TAG
from speechlint.formats.source import Quiet
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Where markup may begin. Most prose holds none of it.
SPECIAL = Pattern(r"[\\`*_~<&\[\]${]|:(?=[a-z][a-z0-9_+-]{1,30}:)|(?<![A-Za-z0-9])(?:(?:https?|ftp)://|www\.)")
_TICKS = Pattern(r"`++")
_ADDRESS = Pattern(r"""(?:(?:https?|ftp)://|www\.)(?:[^\s\x7f-\U0010ffff<>"'`*|\[\]()]*[A-Za-z0-9/#=_&~+-])?""")
_ESCAPE = Pattern(r"""\\[!-/:-@\[-`{-~]""")
_AUTOLINK = Pattern(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]++@[A-Za-z0-9.-]++)>")
_NOTE = Pattern(r"\[\^[^\]\s\[]{1,99}+\]")
# What follows the text of a link: an address, perhaps a title.
_LINK_TAIL = Pattern(
    r"\]\(\s*+(?<address><[^<>\r\n]*+>|(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.)*+\))(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+)?"
    r"""(?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*+\)"""
)
_LABEL_TAIL = Pattern(r"\]\[([^\[\]]{0,999})\]")
_LABEL_LENGTH = 999
# Mathematics: $$…$$, \(…\), \[…\], and $…$ with a letter or a sign of TeX inside, which two prices have not.
_DISPLAY = Pattern(r"\$\$[^$]{1,4000}+\$\$")
_MATHS = Pattern(r"(?<![A-Za-z0-9\\])\$(?![\s$])(?=[^$\n]*[_^\\{=A-Za-z])[^$\n]{0,400}(?<![\s\\])\$(?![0-9A-Za-z])")
_TEX = Pattern(r"\\\([^\n]{0,400}?\\\)|\\\[[^\x00]{0,2000}?\\\]")
_EMOJI = Pattern(r"(?<![A-Za-z0-9]):[a-z][a-z0-9_+-]{1,30}:(?![A-Za-z0-9])")
# {#name}, {.class}, {width=50%} behind a heading or a picture.
_ATTRIBUTES = Pattern(r"\{(?:[#.][A-Za-z][^{}\n]{0,120}|[A-Za-z-]{1,30}=[^{}\n]{0,120})\}")


class Prose(NamedTuple):
    """A stretch to be read for markup: a paragraph, a heading, a cell; or `html`, where a comment may stay open."""

    start: int
    end: int
    html: bool = False


def is_address(words: str) -> bool:
    """Whether a link may lead there: `[姓名](此处填写)` is no link but two blanks."""
    return not words or words[0] < "\x7f" or any(sign in words for sign in "/.#:")


def normal_label(words: str) -> str:
    return " ".join(words.split()).casefold()


class InlineReader:
    """Reads one stretch of prose once, from left to right."""

    def __init__(self, text: str, prose: Prose, labels: Collection[str]) -> None:
        self.text = text
        self.start, self.end, self.html = prose
        self.labels = labels
        self.quiet: list[Quiet] = []
        self.comments: list[Span] = []
        self._runs: list[Run] = []
        self._brackets: list[int] = []
        self._ticks: dict[int, deque[int]] | None = None
        self._open_comment = False

    def read(self) -> None:
        match = SPECIAL.search(self.text, self.start, self.end)
        while match is not None:
            at = self._step(match.start())
            match = SPECIAL.search(self.text, at, self.end)
        self.quiet += [Quiet(span, "markup") for span in pair_runs(self._runs)]

    def _step(self, at: int) -> int:
        """What stands at `at`; gives where to read on."""
        character = self.text[at]
        if character == "`":
            return self._code(at)
        if character in "*_~":
            return self._run(at)
        if character == "<":
            return self._angle(at)
        if character == "[":
            note = self._add(_NOTE, at, "markup")
            if note is None:
                self._brackets.append(at)
            return note or at + 1
        if character == "]":
            return self._link(at)
        if character == "$":
            return self._add(_DISPLAY, at, "maths") or self._add(_MATHS, at, "maths") or at + 1
        if character == "{":
            return self._add(_ATTRIBUTES, at, "markup") or at + 1
        if character == ":":
            return self._add(_EMOJI, at, "markup") or at + 1
        if character == "\\":
            tex = self._add(_TEX, at, "maths")
            if tex is not None:
                return tex
            escape = _ESCAPE.match(self.text, at, self.end)
            return escape.end() if escape else at + 1
        if character == "&":
            return self._add(ENTITY, at, "markup") or at + 1
        # A bare address stays prose, since it may be what a site left behind; only its marks are no emphasis.
        address = _ADDRESS.match(self.text, at, self.end)
        return address.end() if address else at + 1

    def _add(self, pattern: Pattern, at: int, reason: str) -> int | None:
        match = pattern.match(self.text, at, self.end)
        if match is None:
            return None
        self.quiet.append(Quiet(Span(at, match.end()), reason))
        end: int = match.end()
        return end

    def _code(self, at: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for match in _TICKS.finditer(self.text, at, self.end):
                self._ticks.setdefault(match.end() - match.start(), deque()).append(match.start())
        end: int = _TICKS.match(self.text, at, self.end).end()
        closers = self._ticks.get(end - at, deque())
        while closers and closers[0] < end:
            closers.popleft()
        if not closers:
            return end
        close = closers[0] + end - at
        self.quiet.append(Quiet(Span(at, close), "code"))
        return close

    def _run(self, at: int) -> int:
        end = at
        while end < self.end and self.text[end] == self.text[at]:
            end += 1
        if self.text[at] != "~" or end - at == 2:
            self._runs.append(read_run(self.text, at, end, self.start, self.end))
        return end

    def _angle(self, at: int) -> int:
        if self.text.startswith("<!--", at) and not self._open_comment:
            close = self.text.find("-->", at + 2, self.end)
            if close >= 0:
                span = Span(at, close + 3)
                self.comments.append(span)
                self.quiet.append(Quiet(span, "comment"))
                return span.end
            self._open_comment = True
            if self.html:
                self.quiet.append(Quiet(Span(at, self.end), "comment"))
                return self.end
        return self._add(TAG, at, "markup") or self._add(_AUTOLINK, at, "address") or at + 1

    def _link(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        opener = self._brackets.pop()
        end = self._link_end(opener, at)
        if end is None:
            return at + 1
        image = opener > self.start and self.text[opener - 1] == "!"
        self.quiet.append(Quiet(Span(opener - image, opener + 1), "markup"))
        self.quiet.append(Quiet(Span(at, end), "address"))
        return end

    def _link_end(self, opener: int, at: int) -> int | None:
        """Where the link ends whose text stands between the brackets at `opener` and `at`, None where it is none."""
        tail = _LINK_TAIL.match(self.text, at, self.end)
        if tail is not None and is_address(tail["address"] or ""):
            end: int = tail.end()
            return end
        if not self.labels:
            return None
        label = _LABEL_TAIL.match(self.text, at, self.end)
        words = label[1] if label is not None else ""
        if not words and at - opener <= _LABEL_LENGTH:
            words = self.text[opener + 1 : at]
        if normal_label(words) not in self.labels:
            return None
        return label.end() if label is not None else at + 1
