"""Where words go: the report to stdout, everything else to stderr, nothing raw."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from speechlint.findings.bilingual import Bilingual, Language
from speechlint.reporters.portions import portions
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible
from speechlint.text.named_tuple import NamedTuple

PLAIN_WIDTH = 100  # columns of a report that no terminal shows


class Console(NamedTuple):
    """`color` is what the user asked for: auto, always or never. `aside`: stdout holds a mended draft, and the report
    goes to stderr with the rest.
    """

    language: Language = "zh"
    color: str = "auto"
    quiet: bool = False
    aside: bool = False

    @property
    def out(self) -> TextIO:
        """Where the report goes."""
        return sys.stderr if self.aside else sys.stdout

    def report(self, pieces: Iterable[str]) -> None:
        for portion in portions(pieces):
            write(self.out, portion)
        self.out.flush()

    def publish(self, pieces: Iterable[bytes]) -> None:
        """The same for a report in UTF-8, whose pieces may end anywhere."""
        out = self.out
        if not out.isatty():
            out.flush()
            for piece in pieces:
                out.buffer.write(piece)
            out.flush()
            return
        from codecs import iterdecode

        self.report(iterdecode(pieces, "utf-8"))

    def say(self, *said: Bilingual) -> None:
        """A note on stderr, unless the user wants quiet."""
        if not self.quiet:
            for line in said:
                self._line(visible(line.into(self.language)))

    def warn(self, said: Bilingual) -> None:
        if not self.quiet:
            self._line(
                self._style.strong(Bilingual("警告：", "warning: ").into(self.language))
                + visible(said.into(self.language))
            )

    def complain(self, said: Bilingual) -> None:
        """An error on stderr, quiet or not."""
        self._line(
            self._style.bad(Bilingual("错误：", "error: ").into(self.language)) + visible(said.into(self.language))
        )

    def colored(self, stream: TextIO) -> bool:
        """Whether colours may be used there (https://no-color.org, and its opposite FORCE_COLOR)."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return stream.isatty() and os.environ.get("TERM") != "dumb"

    @property
    def _style(self) -> Style:
        return Style(self.colored(sys.stderr))

    def _line(self, text: str) -> None:
        sys.stderr.flush()
        write(sys.stderr, text + "\n")
        sys.stderr.flush()


def write(stream: TextIO, text: str) -> None:
    """`text` in the encoding of the terminal, in UTF-8 where there is none; what it lacks is escaped."""
    encoding = stream.encoding if stream.isatty() and stream.encoding else "utf-8"
    stream.flush()
    stream.buffer.write(text.encode(encoding, "backslashreplace"))


def columns(stream: TextIO) -> int:
    """How wide a report for the stream may be."""
    wanted = int_of("COLUMNS", 0)
    if wanted or not stream.isatty():
        return wanted or PLAIN_WIDTH
    try:
        return os.get_terminal_size(stream.fileno()).columns or PLAIN_WIDTH
    except OSError:
        return PLAIN_WIDTH


def ambiguous_width() -> int:
    """The cells that the terminal gives to “ ” … — ①: one, unless the user's terminal is set otherwise."""
    return 2 if int_of("SPEECHLINT_AMBIGUOUS_WIDTH", 1) == 2 else 1


def int_of(name: str, default: int) -> int:
    value = os.environ.get(name, "")
    return int(value) if value.isdecimal() and int(value) else default
