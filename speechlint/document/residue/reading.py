"""Clues put together: which lines are residue, and which stretches inside lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from speechlint.document.residue.addresses import Address, address_at, is_cut
from speechlint.document.residue.blocks import Found, grow
from speechlint.document.residue.clues import (
    ADDRESSES,
    LABELS,
    LONGEST_CLUE,
    LONGEST_FRONT,
    SPACED,
    TAILS,
    Hit,
    clues_by_word,
)
from speechlint.document.residue.contacts import is_contact
from speechlint.document.residue.labels import LONGEST_LABEL_LINE, read_label, tail_at
from speechlint.document.residue.notices import Notice, fills, join, trim
from speechlint.document.residue.score import judge
from speechlint.document.residue.site_names import (
    inserted_name_at,
    is_any_site,
    is_site_name,
    site_name_at,
    spaced_name_at,
)
from speechlint.document.residue.stamps import speaks_of_stamp, stamp_in
from speechlint.document.residue.units import unit_around
from speechlint.document.residue.zones import Zones, find_zones
from speechlint.lexicon.literals import Places
from speechlint.text.lines import Lines
from speechlint.text.span import Span
from speechlint.text.words import holds_any

# Brackets round the name of a site.
_FRAME = dict.fromkeys(map(ord, "()（）[]【】"), None)
_TOP = 4  # lines
_GATHERED = ("收集整理", "搜集整理", "整理", "原创", "版权所有")


class Reading:
    """One document being read. `whole` are the residue lines, `notices` the stretches inside other lines."""

    def __init__(self, folded: str, lines: Lines) -> None:
        self.folded = folded
        self.lines = lines
        self.whole: dict[int, Found] = {}
        self.notices: list[Notice] = []
        self._marked: dict[int, list[tuple[int, int]]] = {}

    def read(self, places: Places) -> None:
        """Judges every line with a word of the tables."""
        for line, words in self._by_line(places).items():
            self._read_line(line, words)
        if self.whole:
            grow(self.folded, self.lines, self.whole, lambda: self.zones)

    def _by_line(self, places: Places) -> dict[int, list[tuple[int, int]]]:
        ends, index_of = self.lines.ends, self.lines.index_of
        line, end = -1, -1
        for place in places:
            if place[0] > end or line < 0:
                line = index_of(place[0])
                end = ends[line]
            self._marked.setdefault(line, []).append(place)
        return self._marked

    @cached_property
    def zones(self) -> Zones:
        return find_zones(self.folded, self.lines, self._marked.keys())

    def _read_line(self, line: int, words: Sequence[tuple[int, int]]) -> None:
        span, folded = self.lines[line], self.folded
        if span.end - span.start <= LONGEST_LABEL_LINE and not LABELS.isdisjoint([folded[a:b] for a, b in words]):
            beside = folded[max(0, span.start - 200) : span.end + 200]
            label = read_label(
                span.of(folded).strip(), beside, self.zones.at_edge(line), line < min(_TOP, self.zones.head)
            )
            if label is not None:
                self.whole[line] = (label.kind, label.weight, (label.evidence,), label.opens)
                return
        hits, addresses, names = self._clues(span, words)
        if not hits and not addresses and not names:
            return
        notices = list(join(folded, [*names, *self._judge(line, span, hits, addresses)]))
        if notices and fills(folded, span, notices):
            best = max(notices, key=lambda notice: notice.score)
            self.whole[line] = (best.kind, best.score, best.evidence, False)
        else:
            self.notices += notices

    def _clues(self, line: Span, words: Iterable[tuple[int, int]]) -> tuple[list[Hit], list[Address], list[Notice]]:
        """What the words of the line turn out to be: clues, addresses, names of sites spaced out."""
        folded, table = self.folded, clues_by_word()
        hits: list[Hit] = []
        addresses: list[Address] = []
        names: list[Notice] = []
        for start, end in words:
            word = folded[start:end]
            clues = table.get(word, ())
            if clues:
                limit = min(line.end, end + LONGEST_CLUE)
                around = folded[max(0, start - LONGEST_FRONT) : limit]
            for clue in clues:
                _, _, pattern, _, near = clue
                if pattern is None:
                    hits.append(Hit(start, end, clue))
                elif (not near or holds_any(around, near)) and (match := pattern.match(folded, start, limit)):
                    hits.append(Hit(start, max(end, match.end()), clue))
            if word in ADDRESSES and not (addresses and addresses[-1].span.end >= end):
                address = address_at(folded, start, end, line)
                if address is not None:
                    addresses.append(address)
            if word in TAILS and not (names and names[-1].span.end >= end):
                tail = tail_at(folded, start, end, line)
                if tail is not None:
                    names.append(Notice(tail, "button-label", 6, (word,)))
            if clues and clues[0].kind == "site-name-line":
                name = inserted_name_at(folded, start, end, line)
                if name is not None:
                    names.append(name)
            if word in SPACED and not (names and names[-1].span.end >= end):
                name = spaced_name_at(folded, start, end, line)
                if name is not None:
                    names.append(name)
        return hits, addresses, names

    def _judge(self, line: int, span: Span, hits: list[Hit], addresses: list[Address]) -> list[Notice]:
        folded = self.folded
        found: list[Notice] = []
        hits.sort(key=lambda hit: hit.start)
        starts = [hit.start for hit in hits]
        named_at = [address.span.start for address in addresses]
        done = -1
        for start, end in sorted([*((hit.start, hit.end) for hit in hits), *(address.span for address in addresses)]):
            if start < done:
                continue
            unit = unit_around(folded, start, end, span)
            if unit is None:
                done = end
                named = addresses[bisect_left(named_at, start) : bisect_left(named_at, end)]
                found += self._cut_in(named)
                continue
            done = max(end, unit.span.end)
            inside = hits[bisect_left(starts, unit.span.start) : bisect_left(starts, unit.span.end)]
            named = addresses[bisect_left(named_at, unit.span.start) : bisect_left(named_at, unit.span.end)]
            stamp = stamp_in(folded, unit, inside) if inside else None
            if stamp is not None:
                found += [stamp, *self._cut_in(named)]
                continue
            if inside and not unit.bracketed and speaks_of_stamp(folded, unit, inside):
                continue
            if named and inside and is_cut(folded, unit, [hit.clue.kind for hit in inside], named):
                found += self._cut_in(named)
                continue
            verdict = judge(folded, unit, inside, named, span, self.zones.at_edge(line))
            if verdict is not None and verdict.kind == "ad-block" and is_contact(folded, unit.span, span):
                verdict = None
            if verdict is None or (not inside and not self._stands_alone(named, span, line)):
                found += self._cut_in(named)
                found += filter(None, [site_name_at(folded, hit, span, self.zones.head > line) for hit in inside])
            else:
                first = min([*(hit.start for hit in inside), *(address.span.start for address in named)])
                found.append(Notice(trim(folded, unit, first), *verdict))
        return found

    def _stands_alone(self, addresses: Sequence[Address], line: Span, number: int) -> bool:
        """Whether an address is all that its line says, the name of its site aside."""
        rest = self.folded[line.start : addresses[0].span.start] + self.folded[addresses[-1].span.end : line.end]
        bare = rest.translate(_FRAME).strip(" \t\u3000:：。-—|")
        if bare.endswith(_GATHERED):
            bare = bare.rstrip("收集搜整理原创版权所有").strip()
        above = number < min(_TOP, self.zones.head)
        return not addresses[0].official and (not bare or is_site_name(bare) or (above and is_any_site(bare, rest)))

    def _cut_in(self, addresses: Sequence[Address]) -> list[Notice]:
        """Addresses that cut a sentence of the draft."""
        return [
            Notice(address.cut, "contact-or-url", 6, (address.span.of(self.folded),))
            for address in addresses
            if address.disguised or not (address.framed or address.official)
        ]
