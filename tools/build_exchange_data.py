"""Counts homophones and learns what tells slips: `python tools/build_exchange_data.py TEXT [FOLDER]`.

TEXT is one sentence a line, with a form feed between documents. FOLDER defaults to `rules/typo/tables`, whose
`words.npy`, `commonness.npy` and `sounds.txt` are read. Writes `homophones.npy` and `stubs.npy` (see `homophones.py`
and `phrase_stubs.py` in `speechlint/lexicon`), the trees of each kind and `exchange-thresholds.tsv` (see
`exchange_models.py` there), and prints a report. Each part of the text is looked up in tables that were counted over
the others. The same text gives the same bytes.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from speechlint.document.exchanges import Candidates, unknown_windows
from speechlint.document.homophone_words import find_homophone_words
from speechlint.document.particle_slips import find_particle_slips
from speechlint.lexicon import vocabulary
from speechlint.lexicon.homophones import make_homophones, sound_numbers
from speechlint.lexicon.ngram_table import pack
from speechlint.lexicon.prose_tables import ProseTables, prose_tables
from speechlint.lexicon.ranker import Ranker
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols
from tools.typo_data.counts import LEAST, Counts, count_windows, table_of, without
from tools.typo_data.drafts import folds_of, join, read_documents, whole_drafts
from tools.typo_data.exchange_slips import ParticleSlips, Slipped, WordSlips, sounds_of
from tools.typo_data.trees import Arrays, train

FOLDER = Path(__file__).resolve().parents[1] / "rules" / "typo" / "tables"
COMMON = 20  # the count of a string that is no word of the vocabulary
SMALLEST = 3  # the size of a word of the vocabulary
SEED = 11
COMMON_PHRASE = 100  # the count of a phrase that characters are dropped from
SEEN = 1  # the count of a string that may be a slip itself
NEAR = 2  # symbols from a slip within which a candidate speaks of it

Find = Callable[[Symbols, npt.NDArray[np.bool_]], Candidates]


class Kind(NamedTuple):
    """A kind of slip: how it is found and made, and how far apart."""

    name: str
    find: Find
    slip: Callable[[Symbols, int], Slipped]
    every: int


# How many false alarms in 100,000 characters of clean text the errors and the warnings of each kind may make.
KINDS = {"homophone": (0.07, 0.5), "particle": (0.02, 0.2)}


class Samples(NamedTuple):
    """Candidates in clean text and about slips; which of these are right; how many slips and characters there were."""

    clean: Candidates
    slipped: Candidates
    right: npt.NDArray[np.bool_]
    slips: int
    characters: int


def main() -> None:
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER
    texts = [join(whole_drafts(fold)).symbols for fold in folds_of(read_documents(Path(sys.argv[1])))]
    parts = [{length: count_windows(text, length) for length in LEAST} for text in texts]
    whole = {length: count_windows(np.concatenate(texts), length) for length in LEAST}
    written: dict[str, npt.NDArray[Any]] = {
        "homophones.npy": homophone_rows(whole[2]),
        "stubs.npy": stub_rows(whole[3], whole[4]),
    }
    samples: dict[str, list[Samples]] = {name: [] for name in KINDS}
    for number, (text, part) in enumerate(zip(texts, parts, strict=True)):
        rest = {length: without(whole[length], part[length]) for length in LEAST}
        pairs, triples, fours = (table_of(rest[length], least) for length, least in LEAST.items())
        tables = prose_tables()._replace(pairs=pairs, triples=triples, fours=fours)
        for kind in (homophones_of(tables, rest[2], number), particles_of(tables, number)):
            samples[kind.name].append(sample(kind, text, tables))
    lines = ["# The least scores of an error and of a warning, in thousandths of the logarithm of the odds."]
    for name, found in samples.items():
        lines.append(f"{name}\t{thresholds_of(name, found)}")
        written[f"{name}-nodes.npy"], written[f"{name}-leaves.npy"] = learn(found)
    for name, array in written.items():
        # Column by column: a column is what readers take, and packs into half as much of a wheel.
        np.save(folder / name, np.asfortranarray(array))
    (folder / "exchange-thresholds.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in (*written, "exchange-thresholds.tsv"):
        data = (folder / name).read_bytes()
        print(f"{name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


def homophones_of(tables: ProseTables, pairs: Counts, number: int) -> Kind:
    """Words of the same sound, by the strings that these pairs hold."""
    homophones = make_homophones(homophone_rows(pairs))
    return Kind(
        "homophone",
        lambda text, unknown: find_homophone_words(text, unknown, tables, homophones),
        WordSlips(vocabulary.sizes(), tables.commonness, SEED + number).put_into,
        300,
    )


def particles_of(tables: ProseTables, number: int) -> Kind:
    """的, 地 and 得."""
    return Kind(
        "particle",
        lambda text, unknown: find_particle_slips(text, unknown, tables),
        ParticleSlips(SEED + number).put_into,
        60,
    )


def homophone_rows(pairs: Counts) -> npt.NDArray[np.uint16]:
    """Common strings and words of two characters: the numbers of their sounds, and the characters."""
    first, second = (pairs.keys >> np.uint64(16)).astype(np.int64), (pairs.keys & np.uint64(0xFFFF)).astype(np.int64)
    common = (pairs.counts >= COMMON) & (first >= FIRST_HAN) & (second >= FIRST_HAN)
    strings = {
        chr(one) + chr(other) for one, other in zip(first[common].tolist(), second[common].tolist(), strict=True)
    }
    strings |= {word for word, size in vocabulary.sizes().items() if len(word) == 2 and size >= SMALLEST}
    numbers = sound_numbers()
    rows = []
    for string in strings:
        heard = [numbers.get(sound, 0) for sound in sounds_of(string)]
        if len(heard) == 2 and all(heard) and all(FIRST_HAN <= ord(one) <= LAST_HAN for one in string):
            rows.append((*heard, *map(ord, string)))
    return np.array(sorted(rows), np.uint16)


def stub_rows(triples: Counts, fours: Counts) -> npt.NDArray[np.uint16]:
    """What is left of common phrases without one of the inner characters, where the text does not have it."""
    common = fours.counts >= COMMON_PHRASE
    phrases = np.stack([fours.keys[common] >> np.uint64(shift) & np.uint64(0xFFFF) for shift in (48, 32, 16, 0)])
    counts = fours.counts[common]
    han = (phrases >= FIRST_HAN).all(axis=0)
    phrases, counts = phrases[:, han], counts[han]
    best: dict[tuple[int, ...], tuple[int, int, int]] = {}
    for place in (1, 2):
        rest = np.delete(phrases, place, axis=0)
        keys = pack(*rest)
        found = np.minimum(np.searchsorted(triples.keys, keys), len(triples.keys) - 1)
        seen = (triples.keys[found] == keys) & (triples.counts[found] > SEEN)
        doubled = (phrases[place] == phrases[place - 1]) | (phrases[place] == phrases[place + 1])
        kept = ~seen & ~doubled
        found_here = zip(rest.T[kept].tolist(), phrases[place][kept].tolist(), counts[kept].tolist(), strict=True)
        for stub, missing, count in found_here:
            best[tuple(stub)] = max(best.get(tuple(stub), (0, 0, 0)), (count, place, missing))
    return np.array(sorted((*stub, place, missing) for stub, (_, place, missing) in best.items()), np.uint16)


def sample(kind: Kind, text: Symbols, tables: ProseTables) -> Samples:
    """The candidates of a clean text, and of the same text with slips."""
    clean = kind.find(text, unknown_windows(text, tables.fours))
    slipped = kind.slip(text, kind.every)
    found = kind.find(slipped.symbols, unknown_windows(slipped.symbols, tables.fours))
    near = np.zeros(len(text), bool)
    for start in slipped.right:
        near[max(0, start - NEAR) : start + NEAR + 1] = True
    about = near[found.exchanges.starts]
    found = Candidates(found.exchanges.kept(about), found.columns[about])
    instead = np.stack(found.exchanges.instead, axis=1).tolist()
    right = [
        slipped.right.get(start) == tuple(codes)
        for start, codes in zip(found.exchanges.starts.tolist(), instead, strict=True)
    ]
    return Samples(clean, found, np.array(right, bool), len(slipped.right), int((text >= FIRST_HAN).sum()))


def learn(samples: list[Samples]) -> Arrays:
    """The trees that tell the right candidates from all others."""
    columns = np.concatenate([found.columns for part in samples for found in (part.clean, part.slipped)])
    right = [part for one in samples for part in (np.zeros(len(one.clean.columns), bool), one.right)]
    return train(columns, np.concatenate(right))


def thresholds_of(name: str, samples: list[Samples]) -> str:
    """The thresholds that allow the kind's false alarms in text that the trees had not seen; prints what they find."""
    halves = [Ranker(*learn(samples[half::2])) for half in (0, 1)]
    seen = [(halves[1 - number % 2], part) for number, part in enumerate(samples)]
    clean = np.concatenate([_best_of_places(ranker.scores(part.clean.columns), part.clean) for ranker, part in seen])
    scores = np.concatenate([ranker.scores(part.slipped.columns) for ranker, part in seen])
    right = np.concatenate([part.right for part in samples])
    characters, slips = sum(part.characters for part in samples), sum(part.slips for part in samples)
    highest = np.sort(clean)[::-1]
    thresholds = [int(highest[int(rate * characters / 1e5)]) + 1 for rate in KINDS[name]]
    for least in (*thresholds, 0):
        hits, misses = int((scores[right] >= least).sum()), int((scores[~right] >= least).sum())
        alarms = int((clean >= least).sum()) * 1e5 / characters
        print(
            f"{name} {least}: recall {hits / slips:.3f} precision {hits / max(1, hits + misses):.4f} "
            f"false alarms {alarms:.2f} in 100,000 characters ({slips} slips, {characters} characters)"
        )
    return "\t".join(map(str, thresholds))


def _best_of_places(scores: npt.NDArray[np.int32], found: Candidates) -> npt.NDArray[np.int32]:
    """The highest score of each place."""
    starts, places = np.unique(found.exchanges.starts, return_inverse=True)
    best = np.full(len(starts), np.iinfo(np.int32).min, np.int32)
    np.maximum.at(best, places, scores)
    return best


if __name__ == "__main__":
    main()
