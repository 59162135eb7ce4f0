"""From tallies to proposals: which keys are kept, each line told once."""

from __future__ import annotations

from collections.abc import Mapping

from speechlint.corpus.learn.evidence import Verdict, judge
from speechlint.corpus.learn.tally import Tally
from speechlint.text.named_tuple import NamedTuple

EXPLAINED = 0.8  # of a beginning's documents have one and the same whole line
SAME = 0.9  # a longer part that so many of the shorter one's documents have says more
UNRELATED = 0.2  # of the documents with a line, so many are no copies of each other


class Proposal(NamedTuple):
    key: str
    tally: Tally
    verdict: Verdict


def proposals(tallies: Mapping[str, Tally], sources: dict[str, int], least: int) -> list[Proposal]:
    """The keys that stand in `least` unrelated documents and are a site's, the most certain first."""
    found = {}
    for key, tally in tallies.items():
        unrelated = tally.unrelated
        if unrelated < max(least, UNRELATED * tally.documents) or "⟦" in key or "⟧" in key:
            continue
        verdict = judge(key, tally, sources)
        if verdict.proposed:
            found[key] = Proposal(key, tally, verdict)
    return sorted(_each_once(found), key=_rank)


def _each_once(found: dict[str, Proposal]) -> list[Proposal]:
    """Without parts that only whole lines have, without lines and longer parts that a part stands for."""
    wholes = {key: proposal for key, proposal in found.items() if not _is_part(key)}
    kept: dict[str, Proposal] = {}
    for key in sorted((key for key in found if _is_part(key)), key=lambda key: (len(key), key)):
        documents = found[key].tally.documents
        covered = [whole.tally.documents for name, whole in wholes.items() if _holds(key, name)]
        if covered and max(covered) >= EXPLAINED * documents:
            continue
        shorter = [part for part in kept if _holds(part, key)]
        if any(documents < SAME * kept[part].tally.documents for part in shorter):
            continue
        for part in shorter:
            del kept[part]
        kept[key] = found[key]
    alone = [whole for name, whole in wholes.items() if not any(_holds(part, name) for part in kept)]
    return [*alone, *kept.values()]


def _is_part(key: str) -> bool:
    return key.startswith("*") or (key.endswith("*") and not key.endswith("\\*"))


def _holds(part: str, key: str) -> bool:
    """Whether every line that has `key` has `part`."""
    if part.startswith("*"):
        return not (_is_part(key) and not key.startswith("*")) and key.endswith(part[1:])
    return not key.startswith("*") and key.removesuffix("*").startswith(part[:-1])


def _rank(proposal: Proposal) -> tuple[int, int, str]:
    return -proposal.verdict.score, -proposal.tally.documents, proposal.key
