"""What has to stand beside a word, as the tables of words say it.

`where` is a list of contexts divided by blanks, of which one must fit, and behind `!` contexts of which none may. In
`before~after` the `~` is the word, `|` stands between alternatives, and `。` for a mark, a digit, a letter or the edge
of a line.
"""

from __future__ import annotations

from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple

EDGE = "。"


class Beside(NamedTuple):
    """What may stand before and behind a word; an empty side fits everything."""

    befores: tuple[str, ...]
    afters: tuple[str, ...]

    def fits(self, folded: str, start: int, end: int) -> bool:
        """Whether the word at `folded[start:end]` has these neighbours."""
        return (
            not self.befores
            or folded.endswith(self.befores, 0, start)
            or (EDGE in self.befores and not is_han(folded[start - 1 : start]))
        ) and (
            not self.afters
            or folded.startswith(self.afters, end)
            or (EDGE in self.afters and not is_han(folded[end : end + 1]))
        )


class Where(NamedTuple):
    """Contexts: one of the `needed` must fit, if there are any, and no `barred` one."""

    needed: tuple[Beside, ...] = ()
    barred: tuple[Beside, ...] = ()

    def fits(self, folded: str, start: int, end: int) -> bool:
        """Whether the word at `folded[start:end]` stands in a context that counts."""
        return (not self.needed or any(beside.fits(folded, start, end) for beside in self.needed)) and not any(
            beside.fits(folded, start, end) for beside in self.barred
        )


def read_where(where: str) -> Where:
    """The contexts of a cell."""
    contexts = where.split()
    return Where(
        tuple(_beside(context) for context in contexts if not context.startswith("!")),
        tuple(_beside(context[1:]) for context in contexts if context.startswith("!")),
    )


def _beside(context: str) -> Beside:
    before, _, after = context.partition("~")
    return Beside(
        tuple(before.split("|")) if before else (),
        tuple(after.split("|")) if after else (),
    )
