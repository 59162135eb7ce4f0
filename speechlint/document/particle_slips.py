"""的, 地 and 得 in each other's place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.document.exchanges import (
    Candidates,
    Exchanges,
    as_columns,
    columns_of,
    fours_over,
    join,
    support,
    windows_after,
    windows_before,
)
from speechlint.lexicon.ngram_table import Levels, pack
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols

Indices = npt.NDArray[np.int64]

PARTICLES = tuple(map(ord, "的地得"))
WIDTH = 1
BLOCK = 1 << 16  # symbols that are looked at in one go
PIECE = 1 << 14  # particles that are looked at in one go
# Of the windows of four over a particle, those that hold both its neighbours.
_INNER = (1, 2)

# What makes a noun of the verb before it: 稳步的推进过程.
_HEADS = (
    "过程", "作用", "力度", "效果", "成效", "成果", "方式", "方法", "办法", "机制", "态势", "势头", "局面", "水平",
    "能力", "体系", "格局", "速度", "步伐", "氛围", "环境", "模式", "路径", "思路", "措施", "举措", "政策", "制度",
    "工作", "活动", "情况", "结果", "关系", "基础", "条件", "经验", "需要", "意义", "精神", "态度", "目标", "方向",
    "阶段", "时期", "趋势",
)  # fmt: skip
_VERB_LENGTHS = (2, 4)


def has_noun_head(folded: str, at: int) -> bool:
    """Whether the words behind a particle, a verb or two, belong to a noun, so that 的 is right."""
    return any(folded.startswith(_HEADS, at + length) for length in _VERB_LENGTHS)


def find_particle_slips(symbols: Symbols, unknown: npt.NDArray[np.bool_], tables: ProseTables) -> Candidates:
    """The particles that may have been meant. `unknown` says of each window of four, by its first symbol, that it is
    in no table: those that hold both neighbours of the particle have to be."""
    starts = _particles(symbols, unknown)
    pieces = (starts[first : first + PIECE] for first in range(0, max(1, len(starts)), PIECE))
    return join([_candidates(symbols, piece, tables) for piece in pieces])


def _candidates(symbols: Symbols, starts: Indices, tables: ProseTables) -> Candidates:
    """Those for the particles at `starts`."""
    found = []
    for code in PARTICLES:
        others = starts[symbols[starts] != code]
        exchanges = Exchanges(others, WIDTH, (np.full(len(others), code, np.uint16),))
        found.append(exchanges.kept(fours_over(symbols, exchanges, _INNER, tables).max(axis=0, initial=0) > 0))
    exchanges = Exchanges(
        np.concatenate([part.starts for part in found]),
        WIDTH,
        (np.concatenate([part.instead[0] for part in found]),),
    )
    exchanges = exchanges.kept(np.argsort(exchanges.starts, kind="stable"))
    before, after = windows_before(symbols, exchanges, tables), windows_after(symbols, exchanges, tables)
    here, (there,) = symbols[exchanges.starts], exchanges.instead
    kinds = [(here == one) & (there == other) for one in PARTICLES for other in PARTICLES if one != other]
    columns = as_columns(
        [
            support(after),
            *_words(symbols, exchanges.starts, here, tables), *_words(symbols, exchanges.starts, there, tables),
            *kinds,
        ]
    )  # fmt: skip
    return Candidates(exchanges, np.concatenate([columns_of(before, after), columns], axis=1))


def _particles(symbols: Symbols, unknown: npt.NDArray[np.bool_]) -> Indices:
    parts = []
    for start in range(3, max(4, len(symbols) - 3), BLOCK):
        block = symbols[start : min(start + BLOCK, len(symbols) - 3)]
        one, other, third = (block == code for code in PARTICLES)
        parts.append(np.flatnonzero(one | other | third) + start)
    starts = np.concatenate(parts)
    starts = starts[unknown[starts - 2] & unknown[starts - 1]]
    before, behind = symbols[starts - 1], symbols[starts + 1]
    return starts[(before >= FIRST_HAN) & (before <= LAST_HAN) & (behind >= FIRST_HAN) & (behind <= LAST_HAN)]


def _words(symbols: Symbols, at: Indices, codes: Symbols, tables: ProseTables) -> tuple[Levels, Levels]:
    """The level of the commonest dictionary word that ends with the character, as 所在地, and that begins with it."""
    level = tables.words.levels
    ending = np.maximum(level(pack(symbols[at - 1], codes)), level(pack(symbols[at - 2], symbols[at - 1], codes)))
    beginning = np.maximum(level(pack(codes, symbols[at + 1])), level(pack(codes, symbols[at + 1], symbols[at + 2])))
    return ending, beginning
