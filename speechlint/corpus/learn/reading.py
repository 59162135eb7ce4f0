"""The texts of a corpus and their sources, split by split, in this process or several."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any

from speechlint.corpus.errors import CorpusError
from speechlint.corpus.learn.looking import Texts
from speechlint.corpus.learn.run import Spread, here
from speechlint.corpus.options import Options
from speechlint.corpus.reading import read
from speechlint.corpus.splits import Split
from speechlint.engine.worker import apart_from_the_working_folder, without_interrupts
from speechlint.formats.errors import DecodeError
from speechlint.formats.registry import format_for
from speechlint.text.named_tuple import NamedTuple

NAME = "id"  # of drafts: their path


class Reader(NamedTuple):
    """Gives the texts of a split. `source` is a column; of drafts without one it is the folder that they lie in."""

    text: str
    source: str | None

    def texts(self, split: Split) -> Iterator[Texts]:
        drafts = split.inputs[0].kind == "drafts"
        keep = () if self.source is None else (self.source,)
        options = Options(text=self.text, id=NAME if drafts else None, keep=keep, files=drafts)
        for batch in read(split, options):
            for column in (self.text, *keep):
                if column not in batch.schema.names:
                    path = split.inputs[0].place
                    raise CorpusError(f"{path}：没有列 {column}。", f"{path}: there is no column {column}.")
            names = batch.column(NAME).to_pylist() if drafts else None
            texts = batch.column(self.text).to_pylist()
            sources = None if self.source is None else batch.column(self.source).to_pylist()
            if sources is None and names is not None:
                sources = [name.rpartition("/")[0] for name in names]
            yield _readable(texts, names or [""] * len(texts), sources)


def pool(jobs: int) -> Spread[Split]:
    """Calls a function for splits in so many processes; 1 means this one."""
    return here if jobs <= 1 else partial(_pooled, jobs)


def _readable(texts: list[Any], names: list[str], sources: list[Any] | None) -> Texts:
    """Without the documents that are none."""
    decoded = [_decoded(text, name) for text, name in zip(texts, names, strict=True)]
    kept = [i for i, text in enumerate(decoded) if text and not text.isspace()]
    known = () if sources is None else [None if sources[i] is None else str(sources[i]) for i in kept]
    return Texts([decoded[i] or "" for i in kept], known)


def _decoded(text: str | bytes | None, name: str) -> str | None:
    if not isinstance(text, bytes):
        return text
    try:
        return format_for(name).read(text, name, None).text
    except DecodeError:
        return None


def _pooled(jobs: int, function: Callable[[Split], Any], parts: Iterable[Split]) -> Iterator[Any]:
    """The results in the order of the parts; no more of them wait than there are processes."""
    waiting: deque[Future[Any]] = deque()
    left = iter(parts)
    with apart_from_the_working_folder():
        workers = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin)
    try:
        while True:
            with without_interrupts(), apart_from_the_working_folder():
                waiting.extend(workers.submit(function, part) for part in islice(left, 2 * jobs - len(waiting)))
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        workers.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the first one decides
