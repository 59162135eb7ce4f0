"""Stretches inside a line: what goes with them, and when they are all that the line says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.document.residue.matter import count_matter
from speechlint.document.residue.units import Unit
from speechlint.document.residue.words.parts import words as listed
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any, last_of


class Notice(NamedTuple):
    """A stretch of residue inside a line."""

    span: Span
    kind: str
    score: int
    evidence: tuple[str, ...]


# Clauses that lead up to an editor's words: they speak to readers, or of the writing of drafts.
_READER = Pattern("您|读者|网友|[写读用见]过|范文|稿|文章|作文|怎么写|如何写")
_MATTER = frozenset(
    listed(
        "职工|工会|同志|群众|干部|党|人民|建设|发展|推进|加强|落实|贯彻|坚持|做好|提升|服务|组织|精神|领导|单位|企业|部门|任务|安全|生产|改革|认真|切实|努力|确保"
    )
)
_END = "。！？!?；;"
_LITTLE = 16


def trim(text: str, unit: Unit, first: int) -> Span:
    """The unit's span without the clauses in front that are the writer's own; `first` is where the first clue is."""
    if unit.bracketed:
        return unit.span
    comma = last_of(",，", text, unit.inner.start, first)
    if comma < 0:
        return unit.span
    front = text[unit.inner.start : comma]
    if count_matter(front, _MATTER, 2) < 2 or _READER.search(front):
        return unit.span
    end = unit.inner.end
    # The writer's clause keeps the end mark of its sentence.
    while end > comma and text[end - 1] in _END:
        end -= 1
    return Span(comma, end)


def join(text: str, notices: Sequence[Notice]) -> Iterator[Notice]:
    """Notices in order, those that follow each other or overlap as one."""
    here: Notice | None = None
    for notice in sorted(notices):
        if here is None:
            here = notice
        elif notice.span.start <= here.span.end or not text[here.span.end : notice.span.start].strip():
            best = max(here, notice, key=lambda one: one.score)
            span = Span(here.span.start, max(here.span.end, notice.span.end))
            here = best._replace(span=span, evidence=(*here.evidence, *notice.evidence))
        else:
            yield here
            here = notice
    if here is not None:
        yield here


def fills(text: str, line: Span, notices: Sequence[Notice]) -> bool:
    """Whether the notices are the whole line, or leave so little of it that nobody would miss it."""
    at, rest = line.start, []
    for notice in notices:
        rest.append(text[at : notice.span.start])
        at = notice.span.end
    rest.append(text[at : line.end])
    spoken = [piece.strip() for piece in rest if has_words(piece)]
    if not spoken:
        return True
    # A short remark among several notices is the site's too; words in front of them are the draft's.
    scattered = len(notices) > 1 and not has_words(rest[0])
    return scattered and sum(map(len, spoken)) <= _LITTLE and not any(holds_any(piece, _MATTER) for piece in spoken)


def has_words(piece: str) -> bool:
    """Whether a letter, a digit or a Han character stands among the marks."""
    return any(
        "\u3400" <= character <= "\u9fff" or (character.isascii() and character.isalnum()) for character in piece
    )
