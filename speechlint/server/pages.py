"""Hovering over a finding: what it says, and the page of its rule."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from speechlint.findings.ours import OURS
from speechlint.reporters.pages import rule_page
from speechlint.server.actions import touching
from speechlint.server.checks import Checked
from speechlint.server.marks import message_of
from speechlint.text.span import Span

EXAMPLES = 2  # of each kind: a hover is read at a glance


def hover_at(checked: Checked, position: types.Position, *, markdown: bool) -> types.Hover | None:
    """The pages of the rules that have something to say of the place; None where there is nothing."""
    offset = checked.draft.positions.offset(position)
    here = touching(checked, Span(offset, offset))
    inside = [found for found in here if found.span.start <= offset < max(found.span.end, found.span.start + 1)] or here
    if not inside:
        return None
    language = checked.linter.config.lang
    parts = [f"**{message_of(found, language)}**" for found in inside]
    parts += [page_of(checked, rule, EXAMPLES) for rule in dict.fromkeys(found.rule for found in inside)]
    value = "\n\n---\n\n".join(part.strip() for part in ("\n\n".join(parts[: len(inside)]), *parts[len(inside) :]))
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(
        contents=types.MarkupContent(kind, value if markdown else plain(value)),
        range=checked.draft.positions.range(min(inside, key=lambda found: len(found.span.of(checked.draft.text))).span),
    )


def page_of(checked: Checked, rule: str, most: int | None = None) -> str:
    """A rule's page in Markdown with so many examples; for what the program itself finds, a sentence."""
    known, language = checked.linter.catalogue.by_id, checked.linter.config.lang
    if rule in known:
        return rule_page(known[rule], language, most)
    return f"# {rule}\n\n{OURS[rule].into(language)}\n" if rule in OURS else f"# {rule}\n"


def plain(markdown: str) -> str:
    """A page without its marks, for editors that show none."""
    return "\n".join(_plain_lines(markdown)).strip()


def _plain_lines(markdown: str) -> Iterator[str]:
    fenced = False
    for line in markdown.split("\n"):
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            yield f"    {line}"
        elif line.startswith("#"):
            yield line.lstrip("# ")
        elif line.startswith("**"):
            yield line.replace("**", "")
        else:
            yield line.replace("`", "")
