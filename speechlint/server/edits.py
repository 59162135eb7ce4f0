"""What mending changes in a draft, as edits of the protocol: as few and as small as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from lsprotocol import types

from speechlint.engine.diff import changes, split_lines
from speechlint.engine.fix import choose, edits_of, fix_source
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Applicability, Edit, apply_edits
from speechlint.server.checks import Checked
from speechlint.server.drafts import Draft
from speechlint.text.span import Span

LARGEST = 4_000_000  # code points times code points that are compared one by one; more is replaced as a whole


def safe_edits(checked: Checked) -> list[Edit]:
    """What `--fix` would do, to the end; nothing where its fixes never come to rest."""
    once = all_edits(checked, safely_mended(checked))
    if not once:
        return []
    mended = fix_source(checked.linter, checked.source, Applicability.SAFE).source.text
    text = checked.draft.text
    return once if apply_edits(text, once) == mended else list(edits_between(text, mended))


def safely_mended(checked: Checked) -> list[Diagnostic]:
    """The findings that `--fix` mends first."""
    named = frozenset(active.id for active in checked.linter.rules_for(checked.source.path) if active.named)
    return choose(checked.found, Applicability.SAFE, named)


def edits_within(checked: Checked, span: Span) -> list[Edit]:
    """The safe fixes that change nothing outside the span."""
    return all_edits(checked, (found for found in safely_mended(checked) if found.fix and span.covers(found.fix.span)))


def edits_of_rule(checked: Checked, rule: str, level: Applicability) -> list[Edit]:
    """The fixes of one rule in the whole draft; the user asked for that rule, so its hints are mended too."""
    return all_edits(checked, choose(findings_of(checked, rule, level), level, frozenset((rule,))))


def findings_of(checked: Checked, rule: str, level: Applicability) -> list[Diagnostic]:
    """The findings of a rule whose fix is at least as sure as that."""
    return [found for found in checked.found if found.rule == rule and found.fix and found.fix.applies(level)]


def all_edits(checked: Checked, chosen: Iterable[Diagnostic]) -> list[Edit]:
    """The edits of fixes that go in together, sorted, with the draft's own line ends."""
    return sorted(edit for found in chosen if found.fix for edit in edits_of(found.fix, checked.source.newline))


def edits_between(before: str, after: str) -> Iterator[Edit]:
    """Edits that make one text into the other: whole lines are compared first, then characters."""
    old, new = split_lines(before), split_lines(after)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    for first, end, new_first, new_end in changes(old, new):
        yield from _refined("".join(old[first:end]), "".join(new[new_first:new_end]), starts[first])


def text_edits(draft: Draft, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """The edits for the client, each without what it would put there again: a cursor beside it stays where it is."""
    small = [_trimmed(edit, draft.text) for edit in edits]
    return [types.TextEdit(draft.positions.range(span), new) for span, new in small if new or not span.empty]


def _trimmed(edit: Edit, text: str) -> Edit:
    (start, end), new = edit
    old = text[start:end]
    if "\r" in new or "\r" in old:  # nothing may be put between \r and \n
        return edit
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    return Edit(Span(start + head, end - tail), new[head : len(new) - tail])


def _refined(old: str, new: str, start: int) -> Iterator[Edit]:
    if len(old) * len(new) > LARGEST:
        yield Edit(Span(start, start + len(old)), new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield Edit(Span(start + a, start + b), new[c:d])
