"""What a ranker finds in text with slips and in clean text: the curves that the thresholds are read from."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tools.typo_data.samples import Samples

NEAR = 8  # symbols from a slip within which a finding counts neither as right nor as a false alarm


class Found(NamedTuple):
    """Scores of the best candidates of their places: those of slips with whether they mend them, and those of places
    that nothing was wrong with."""

    slips: npt.NDArray[np.int32]
    mended: npt.NDArray[np.bool_]
    clean: npt.NDArray[np.int32]


class Point(NamedTuple):
    """A point of the curve: what a threshold gives. `alarms` are false ones in 100,000 characters of clean text."""

    threshold: int
    precision: float
    recall: float
    alarms: float


def find(samples: Samples, scores: npt.NDArray[np.int32]) -> Found:
    """What the scores of a fold's rows say."""
    order = np.lexsort((-scores, samples.places))
    first = np.ones(len(order), bool)
    first[1:] = samples.places[order][1:] != samples.places[order][:-1]
    best = order[first]
    places, values = samples.places[best], scores[best]
    distance = _distance(places, samples.slips)
    return Found(values[distance == 0], samples.right[best][distance == 0], values[distance > NEAR])


def curve(found: list[Found], slips: int, characters: int, thresholds: range) -> list[Point]:
    """The points for these thresholds, over the findings of several folds."""
    values, mended = np.concatenate([part.slips for part in found]), np.concatenate([part.mended for part in found])
    clean = np.concatenate([part.clean for part in found])
    points = []
    for threshold in thresholds:
        reached = values >= threshold
        right = int((reached & mended).sum())
        points.append(
            Point(
                threshold,
                round(right / max(1, int(reached.sum())), 4),
                round(right / slips, 4),
                round(int((clean >= threshold).sum()) * 1e5 / characters, 3),
            )
        )
    return points


def threshold_for(points: list[Point], alarms: float) -> int:
    """The least threshold that gives no more false alarms."""
    return min(point.threshold for point in points if point.alarms <= alarms)


def _distance(places: npt.NDArray[np.int64], slips: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How far each place is from the nearest slip."""
    after = np.searchsorted(slips, places)
    padded = np.concatenate([[-(10**9)], slips, [10**9]])
    return np.minimum(places - padded[after], padded[after + 1] - places)
