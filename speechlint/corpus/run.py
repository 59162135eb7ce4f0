"""A job from its inputs to its results, whatever the engine: what is left to do, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from speechlint.corpus.batch import lint_batch
from speechlint.corpus.errors import CorpusError, OutputError
from speechlint.corpus.inputs import Input
from speechlint.corpus.job import Job
from speechlint.corpus.ledger import Counts, Entry, Ledger, counts_of, open_ledger
from speechlint.corpus.reading import read
from speechlint.corpus.splits import Split, splits_of, splits_of_table
from speechlint.corpus.writing import write
from speechlint.engine.work import crash_of
from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple

Count = Callable[[Counts], None]


class Finished(NamedTuple):
    """What came of a split: its entry for the ledger, or why it could not be done; `hopeless` says that no other can be
    written either.
    """

    split: Split
    entry: Entry | None
    trouble: Bilingual | None = None
    hopeless: bool = False

    @property
    def counts(self) -> Counts:
        """The sums over its documents; none where it could not be done."""
        return self.entry.counts if self.entry is not None else Counts()


class Meter:
    """How far a run has come. `total` are the bytes on the disk, `read` those of finished splits, which held `whole`
    documents; `now` counts what was checked, also of splits that are being done. `failed` is at most what they say.
    """

    def __init__(self, inputs: Iterable[Input]) -> None:
        self.total = sum(each.size for each in inputs)
        self.read = 0
        self.whole = 0
        self.now = Counts()

    def count(self, more: Counts) -> None:
        """Documents were checked."""
        self.now += more


# Does splits, in any order and with as many at once as it likes; takes no more of them than it works on.
Engine = Callable[[Job, Iterator[Split], Meter], Iterator[Finished]]


class Outcome(NamedTuple):
    """What came of a run: `now` was done by it, `before` by earlier ones; the output also holds results of
    `strange` files that this run was not given. `trouble` says what could not be done.
    """

    now: Counts
    before: Counts
    strange: int
    remarks: tuple[Bilingual, ...]
    trouble: tuple[Bilingual, ...]


def run(job: Job, inputs: Sequence[Input], engine: Engine, meter: Meter, *, overwrite: bool = False) -> Outcome:
    """Do what is left to do of a job. Raises CorpusError where the output cannot be used, or not any more."""
    with open_ledger(job, overwrite=overwrite) as ledger:
        plan = _Plan(inputs, ledger, meter)
        now, trouble = Counts(), []
        for split, entry, why, hopeless in engine(job, plan.left(), meter):
            if hopeless and why is not None:
                raise OutputError(why.zh, why.en)
            meter.read += split.weight
            if entry is None:
                if why is not None:
                    trouble.append(why)
                continue
            meter.whole += entry.counts.documents
            ledger.add(entry)
            now += entry.counts
        known = {each.place for each in inputs}
        strange = len({path for entry in ledger.entries for path in entry.inputs} - known)
    return Outcome(now, plan.before, strange, tuple(plan.remarks), (*plan.trouble, *trouble))


def do_split(job: Job, split: Split, count: Count) -> Finished:
    """Read, check and write one split; `count` is called for every batch. Never raises because of the input."""
    try:
        return Finished(split, write(job, split, _results(job, split, count)))
    except OutputError as error:
        return Finished(split, None, error.said, hopeless=True)
    except CorpusError as error:
        return Finished(split, None, _placed(split, error.said))
    except Exception as error:  # a damaged file in a way that nobody foresaw: the other splits go on
        return Finished(split, None, _placed(split, crash_of(error)))


def killed(split: Split) -> Finished:
    """What came of a split that ended the process which did it."""
    path = split.inputs[0].path
    zh, en = f"{split.row + 1} 行起的一段", f"the part from row {split.row + 1} on"
    said = Bilingual(
        f"{path}：{zh}没有做完：检查它的进程被系统终止（可能内存不足）。减小 --jobs 后再运行一次，只补这一段。",
        f"{path}: {en} was not done: the process that checked it was killed (out of memory?). Lower --jobs and run"
        " again; only that part is done.",
    )
    return Finished(split, None, said)


def _results(job: Job, split: Split, count: Count) -> Iterator[object]:
    try:
        for batch in read(split, job.options):
            found = lint_batch(batch, job.options)
            count(counts_of(found))
            yield found
    except OSError as error:  # of the input: what happens to the output is told by whoever writes it
        reason = f"{error.strerror or error} ({error.filename})" if error.filename else str(error)
        raise CorpusError(reason, reason) from error


def _placed(split: Split, said: Bilingual) -> Bilingual:
    """The message with the file it is about, unless it names it."""
    path = split.inputs[0].path
    if path in said.zh:
        return said
    return Bilingual(f"{path}：{said.zh}", f"{path}: {said.en}")


class _Plan:
    """The splits that are left to do; what an input has become since an earlier run is dropped and told."""

    def __init__(self, inputs: Sequence[Input], ledger: Ledger, meter: Meter) -> None:
        self._inputs = inputs
        self._ledger = ledger
        self._meter = meter
        self.before = Counts()
        self.remarks: list[Bilingual] = []
        self.trouble: list[Bilingual] = []

    def left(self) -> Iterator[Split]:
        """One by one: a file is looked into when its turn comes."""
        drafts = [each for each in self._inputs if each.kind == "drafts"]
        if drafts:
            yield from self._left(drafts, splits_of(drafts))
        for table in self._inputs:
            if table.kind != "drafts":
                yield from self._left([table], splits_of_table(table))

    def _left(self, inputs: Sequence[Input], splits: Iterator[Split]) -> Iterator[Split]:
        earlier = {entry.name: entry for entry in self._ledger.of_input(each.place for each in inputs)}
        told = False
        try:
            for split in splits:
                entry = self._ledger.done(split)
                old = earlier.pop(split.name, None)
                if entry is not None:
                    self.before += entry.counts
                    self._meter.read += split.weight
                    self._meter.whole += entry.counts.documents
                    continue
                if old is not None:
                    told = told or self._tell(inputs)
                    self._ledger.drop(old)
                yield split
        except CorpusError as error:
            self.trouble.append(error.said)
            return
        except OSError as error:
            reason = error.strerror or str(error)
            self.trouble.append(
                Bilingual(f"{inputs[0].path}：无法读取：{reason}", f"{inputs[0].path}: cannot be read: {reason}")
            )
            return
        for old in earlier.values():  # the file has become shorter
            told = told or self._tell(inputs)
            self._ledger.drop(old)

    def _tell(self, inputs: Sequence[Input]) -> bool:
        name = inputs[0].place
        said = Bilingual(
            f"{name}：上次以后变了，重做这一部分。", f"{name}: changed since it was done; that part is done again."
        )
        if inputs[0].kind == "drafts":
            said = Bilingual(
                "上次以后文稿有增减或改动，与它们分在一起的重做。",
                "drafts were changed, added or taken away since; they and those of their part are done again.",
            )
        self.remarks.append(said)
        return True
