"""What is wrong with a year or an anniversary."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span


class Fault(NamedTuple):
    """What is wrong: the span, what is said about it, the part to be replaced, and by which words."""

    span: Span
    message: Bilingual
    part: Span
    right: str
