"""Builds the tables of the typo rules: `python tools/build_typo_data.py TEXT OUT [PAIRS.tsv…]`.

TEXT holds one sentence a line and a form feed between documents. OUT becomes `rules/typo/tables`. The ranker learns
from slips put into the text, each fold looked up in tables that were counted without it; the thresholds are read from
clean text, and PAIRS (wrong, tab, right) are only measured. The same text gives the same bytes. Besides the program
this needs jieba, lightgbm and pypinyin; one core does it in some minutes. Beside the tables it writes `report.json`.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from speechlint.lexicon.candidate_rows import CandidateRows
from speechlint.lexicon.likeness import candidate_rows
from speechlint.lexicon.ngram_table import Levels, NgramTable
from speechlint.lexicon.pair_bits import PairBits, numbers_of
from speechlint.lexicon.prose_tables import ProseTables, common_rows
from speechlint.lexicon.ranker import Ranker, Thresholds
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN
from tools.typo_data.counts import LEAST, ORDERS, Counts, cells_of, count_windows, table_of, without
from tools.typo_data.drafts import FOLDS, folds_of, join, mixed_drafts, read_documents, whole_drafts
from tools.typo_data.measure import measure_pairs
from tools.typo_data.noise import Homophones, Slips, homophones_of
from tools.typo_data.pairs import pair_bits
from tools.typo_data.ranking import Point, curve, find, threshold_for
from tools.typo_data.samples import Samples, sample
from tools.typo_data.trees import Arrays, train
from tools.typo_data.words import commonness_of, dictionary_words, word_cells, word_sizes

SEED = 7
# So many symbols of a draft are slips: of a short one many, as in an example; of a long one few.
SHORT_DRAFT, SHORT_SHARE, LONG_SHARE = 300, 0.012, 0.002
# False alarms in 100,000 characters of clean text that each level may give.
ALARMS = {"error": 0.75, "warning": 2.5, "hint": 2.5}
STEPS = range(0, 6001, 10)
REPORTED = 100  # every so many thousandths a point of the curve is reported


class Corpus(NamedTuple):
    """What is counted over the text: of each length the whole and the parts, and what does not depend on the fold."""

    folds: list[list[str]]
    whole: dict[int, Counts]
    parts: dict[int, list[Counts]]
    words: dict[str, int]
    homophones: Homophones
    commonness: Levels
    rows: CandidateRows


def main(arguments: list[str]) -> None:
    text, out, *pairs = map(Path, arguments)
    out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {what}", file=sys.stderr, flush=True)

    corpus = read_corpus(text)
    say("counted")
    word_table = word_cells(corpus.words)
    samples = []
    for number in range(FOLDS):
        samples.append(sample_fold(corpus, number, NgramTable(word_table)))
        say(f"fold {number}: {len(samples[-1].right)} rows, {len(samples[-1].slips)} slips")
    points = cross_curve(corpus, samples)
    say("measured on folds that the ranker had not seen")
    thresholds = Thresholds(**{level: threshold_for(points, alarms) for level, alarms in ALARMS.items()})
    nodes, leaves = train_on(samples)
    say("trained")
    numbers = numbers_of(corpus.commonness)
    near = pair_bits(corpus.whole[2], numbers)
    for name, array in {
        **{f"grams{length}": cells_of(corpus.whole[length], LEAST[length]) for length in LEAST},
        **{f"rows-{name}": part for name, part in corpus.rows._asdict().items()},
        "near": near,
        "words": word_table,
        "commonness": corpus.commonness[FIRST_HAN : LAST_HAN + 1],
        "ranker-nodes": nodes,
        "ranker-leaves": leaves,
    }.items():
        np.save(out / f"{name}.npy", array)
    rows = "".join(f"{name}\t{value}\n" for name, value in thresholds._asdict().items())
    (out / "thresholds.tsv").write_text(
        f"# The least score of each level, in thousandths of the logarithm of the odds.\n{rows}", encoding="utf-8"
    )
    tables = ProseTables(
        *(table_of(corpus.whole[length], LEAST[length]) for length in LEAST),
        NgramTable(word_table),
        corpus.commonness,
        PairBits(near, numbers, corpus.rows.codes),
        corpus.rows,
    )
    report = report_on(corpus, points, thresholds, samples)
    report["pairs"] = {file.stem: measure_pairs(file, tables, Ranker(nodes, leaves), thresholds) for file in pairs}
    (out / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    say("written")
    for file in sorted(out.iterdir()):
        print(hashlib.sha256(file.read_bytes()).hexdigest(), file.name)


def read_corpus(text: Path) -> Corpus:
    """The text in folds, counted."""
    folds = folds_of(read_documents(text))
    symbols = [np.concatenate(whole_drafts(fold)) for fold in folds]
    parts = {length: [count_windows(fold, length) for fold in symbols] for length in LEAST}
    everything = np.concatenate(symbols)
    whole = {length: count_windows(everything, length) for length in ORDERS}
    commonness = commonness_of(whole[1])
    words = dictionary_words()
    return Corpus(folds, whole, parts, words, homophones_of(word_sizes(words)), commonness, common_rows(commonness))


def sample_fold(corpus: Corpus, number: int, words: NgramTable) -> Samples:
    """The rows of a fold, looked up in tables without it."""
    pairs, numbers = without(corpus.whole[2], corpus.parts[2][number]), numbers_of(corpus.commonness)
    tables = ProseTables(
        *(table_of(without(corpus.whole[length], corpus.parts[length][number]), LEAST[length]) for length in LEAST),
        words,
        corpus.commonness,
        PairBits(pair_bits(pairs, numbers), numbers, corpus.rows.codes),
        corpus.rows,
    )
    slips = Slips(corpus.homophones, candidate_rows(), corpus.commonness, SEED + number)
    drafts = mixed_drafts(corpus.folds[number])
    slipped = [slips.put_into(draft, SHORT_SHARE if len(draft) < SHORT_DRAFT else LONG_SHARE) for draft in drafts]
    return sample(join(drafts), np.concatenate(slipped), tables)


def train_on(samples: list[Samples]) -> Arrays:
    """The ranker of all these rows."""
    return train(np.concatenate([part.features for part in samples]), np.concatenate([part.right for part in samples]))


def cross_curve(corpus: Corpus, samples: list[Samples]) -> list[Point]:
    """The curve of two rankers, each measured on the folds that the other was trained on."""
    found = []
    for half in (0, 1):
        ranker = Ranker(*train_on(samples[half::2]))
        found += [find(part, ranker.scores(part.features)) for part in samples[1 - half :: 2]]
    return curve(found, sum(len(part.slips) for part in samples), characters_of(corpus), STEPS)


def characters_of(corpus: Corpus) -> int:
    """How many characters the text has."""
    return sum(len(document) for fold in corpus.folds for document in fold)


def report_on(corpus: Corpus, points: list[Point], thresholds: Thresholds, samples: list[Samples]) -> dict[str, Any]:
    """What was counted and measured."""
    return {
        "characters": characters_of(corpus),
        "documents": sum(map(len, corpus.folds)),
        "kept": {length: int((corpus.whole[length].counts >= LEAST[length]).sum()) for length in LEAST},
        "words": len(corpus.words),
        "slips": sum(len(part.slips) for part in samples),
        "rows": sum(len(part.right) for part in samples),
        "thresholds": thresholds._asdict(),
        "columns": list(Point._fields),
        "curve": [list(point) for point in points if point.threshold % REPORTED == 0],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
