"""One large draft on two cores: the report is that of one process, whatever becomes of the helper."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from speechlint.config.schema import Config, Words
from speechlint.config.select import FAMILIES
from speechlint.engine import pool
from speechlint.engine.baseline import baseline_of, baseline_text
from speechlint.engine.linter import Linter
from speechlint.engine.patterns import NAME, KeptPatterns
from speechlint.engine.pool import Task, doing, giant_of, workers_for
from speechlint.engine.setting import Setting
from speechlint.engine.shares import ROW, Letter, groups_of, packed, unpacked
from speechlint.engine.work import Done, Wish, crash_of
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.ours import CRASHED
from speechlint.findings.report import FileReport
from speechlint.findings.rule import Context, Rule
from speechlint.formats.source import Source
from speechlint.plugins.manager import catalogue as load_catalogue
from speechlint.testing import read_marks
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from tests.toys import Custom, Swap

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
HELPERS = "typo/confusable-word"  # of the family at the front of the row, and
OURS = "punctuation/repeated-mark"  # of the one at its end
SLIP = "会场布署完毕。。请各部门按步就班，做好接待工作。\n"  # something for both
Check = Callable[[Rule, Context], Iterable[Diagnostic]]


def composed(size: int) -> str:
    """A draft of at least so many characters, in which examples of all rules stand behind each other."""
    texts = []
    for rule in load_catalogue().rules:
        texts += [example.text for example in rule.VALID[:1]]
        texts += [read_marks(example.marked)[0] for example in rule.INVALID[:2]]
    once = "\n\n".join(texts) + "\n" + SLIP
    return once * (1 + size // len(once))


@pytest.fixture(scope="module")
def draft() -> str:
    return composed(10_000)


@pytest.fixture(autouse=True)
def forks_here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Other tests may have left threads that wait, and do no harm; no process or pipe is left behind."""
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: True)
    before = pipes(), children()
    yield
    assert (pipes(), children()) == before


def pipes() -> int:
    return sum(name.is_fifo() for name in Path("/proc/self/fd").iterdir())


def children() -> list[str]:
    """The processes that this one started, those that ended and were not waited for among them."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()


def report(text: str, *, helped: bool, linter: Linter | None = None, format: str = "plain") -> FileReport:
    return (linter or Linter()).check(Source(text, "a.txt", format), helped=helped)


def outcome(tasks: list[Task], workers: int) -> dict[int, Done]:
    with doing(tasks, Wish(), workers) as results:
        return dict(results)


CONFIGS = [
    Config(),
    Config(preset="strict", lang="en"),
    Config(preset="minimal"),
    Config(preset="zh-hant"),
    Config(select=(OURS,)),
    Config(select=(OURS, HELPERS), severity={"all": "hint"}),
    Config(ignore=("typo",), words=Words(allow=("布署", "同志们"))),
]


@pytest.mark.parametrize("config", CONFIGS, ids=lambda config: f"{config.preset} {config.select} {config.ignore}")
def test_two_processes_report_what_one_does(config: Config, draft: str) -> None:
    linter = Linter(config)
    alone = report(draft, helped=False, linter=linter)
    assert alone.kept
    assert report(draft, helped=True, linter=linter) == alone


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("known", [False, True])
def test_files_are_reported_alike_with_any_number_of_workers(
    name: str, known: bool, draft: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "LARGE", 10_000)
    path = tmp_path / name
    directive = "<!-- speechlint-disable typo -->\n\n布署\n\n<!-- speechlint-enable typo -->\n\n" if known else ""
    path.write_text(draft + directive, encoding="utf-8")
    setting = Setting(Config())
    if known:
        first = setting.linter().check_path(path)
        (tmp_path / "b.json").write_text(baseline_text(baseline_of([first], tmp_path)), encoding="utf-8")
        path.write_text(f"{SLIP}{draft}{directive}{SLIP}", encoding="utf-8")
        setting = Setting(Config(), tmp_path / "b.json")
    helped: list[int] = []
    really = os.fork

    def fork() -> int:
        helped.append(1)
        return really()

    monkeypatch.setattr(os, "fork", fork)
    tasks = [Task(str(path), path.stat().st_size, setting)]
    alone = outcome(tasks, 1)
    assert bool(alone[0].report.baselined) == known
    assert not helped
    assert outcome(tasks, 2) == alone
    assert outcome(tasks, 3) == alone
    assert helped == [1, 1]


def test_a_giant_is_shared_and_the_others_are_done_as_ever(
    draft: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "LARGE", 10_000)
    monkeypatch.setattr(pool, "ENOUGH", 100)
    tasks = []
    for i, text in enumerate([SLIP * 20, SLIP, draft, SLIP * 30, "会议"]):
        path = tmp_path / f"{i}.txt"
        path.write_text(text, encoding="utf-8")
        tasks.append(Task(str(path), path.stat().st_size, Setting(Config())))
    assert giant_of(tasks) == 2
    assert outcome(tasks, 2) == outcome(tasks, 1)
    assert outcome(tasks[1:3], 2) == outcome(tasks[1:3], 1)


def test_the_program_prints_the_same_bytes(tmp_path: Path) -> None:
    text = composed(250_000)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert len(text.encode()) > pool.LARGE
    said = []
    for jobs in ("1", "2", "3"):
        command = ["check", "--isolated", "--no-cache", "--output-format", "json", "--jobs", jobs, "a.txt"]
        done = subprocess.run(
            [sys.executable, "-m", "speechlint", *command], cwd=tmp_path, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (1, b"")
        said.append(done.stdout)
    assert len(said[0]) > 100_000
    assert said[1] == said[0]
    assert said[2] == said[0]


# --- what may become of the helper ------------------------------------------------------------------------------------


def in_place_of(monkeypatch: pytest.MonkeyPatch, rule: str, check: Callable[[Check, bool], Check]) -> None:
    """Another check for a rule, made from its own and from whether it runs in this process."""
    kind = type(load_catalogue().by_id[rule])
    own, here = kind.check, os.getpid()
    monkeypatch.setattr(kind, "check", lambda self, ctx: list(check(own, os.getpid() == here)(self, ctx)))


def killed(own: Check, here: bool) -> Check:
    if not here:
        os.kill(os.getpid(), signal.SIGKILL)
    return own


def without_memory(own: Check, here: bool) -> Check:
    if not here:
        raise MemoryError
    return own


@pytest.mark.parametrize("fate", [killed, without_memory])
def test_the_share_of_a_helper_that_is_lost_is_done_here(
    fate: Callable[[Check, bool], Check], draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = report(draft, helped=False)
    in_place_of(monkeypatch, HELPERS, fate)
    assert report(draft, helped=True) == alone


def test_where_no_process_starts_the_work_is_done_here(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = report(draft, helped=False)

    def none() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", none)
    assert report(draft, helped=True) == alone
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: False)
    assert report(draft, helped=True) == alone


def test_a_rule_that_raises_is_named_alike(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(_own: Check, _here: bool) -> Check:
        raise ValueError("坏了")

    in_place_of(monkeypatch, HELPERS, raising)
    in_place_of(monkeypatch, OURS, raising)
    alone = report(draft, helped=False)
    assert [failure.partition(":")[0] for failure in alone.failures] == [OURS, HELPERS]
    assert sum(diagnostic.rule == CRASHED for diagnostic in alone.kept) == 2
    assert report(draft, helped=True) == alone


def test_memory_that_fails_here_fails_the_file(draft: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_own: Check, _here: bool) -> Check:
        raise MemoryError

    monkeypatch.setattr(pool, "LARGE", 10_000)
    (tmp_path / "a.txt").write_text(draft, encoding="utf-8")
    tasks = [Task(str(tmp_path / "a.txt"), 20_000, Setting(Config()))]
    in_place_of(monkeypatch, OURS, failing)
    done = outcome(tasks, 2)[0]
    assert done == outcome(tasks, 1)[0]
    assert done.trouble
    assert done.trouble != (crash_of(MemoryError()),)


def test_an_interrupt_ends_the_helper_at_once(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(own: Check, here: bool) -> Check:
        if here:
            raise KeyboardInterrupt
        return own

    def asleep(own: Check, here: bool) -> Check:
        if not here:
            time.sleep(60)
        return own

    in_place_of(monkeypatch, OURS, interrupted)
    in_place_of(monkeypatch, HELPERS, asleep)
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        report(draft, helped=True)
    assert time.monotonic() - started < 30


# --- who does what ----------------------------------------------------------------------------------------------------


def test_rules_of_plugins_stay_in_the_first_process(draft: str) -> None:
    ran: list[int] = []

    def look(ctx: Context) -> Iterable[Diagnostic]:
        ran.append(os.getpid())
        return [Diagnostic("typo/of-a-plugin", Span(0, 1), "看", Severity.ERROR)]

    plugin = Custom("typo/of-a-plugin", look), Swap("house/word", "会场", "场地")
    linter = Linter(catalogue=load_catalogue().with_rules(plugin))
    alone = report(draft, helped=False, linter=linter)
    assert report(draft, helped=True, linter=linter) == alone
    assert ran == [os.getpid()] * 2
    assert {"typo/of-a-plugin", "house/word"} <= {diagnostic.rule for diagnostic in alone.kept}


def test_one_family_needs_no_helper(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    linter = Linter(Config(select=("punctuation",)))
    alone = report(draft, helped=False, linter=linter)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    assert report(draft, helped=True, linter=linter) == alone


def test_every_family_has_its_place_in_the_row() -> None:
    assert sorted(ROW) == sorted(FAMILIES)
    active = Linter(Config(preset="strict")).active
    groups = groups_of(active)
    assert [{active[place].card.family for place in group} for group in groups] == [{family} for family in ROW]
    assert sorted(place for group in groups for place in group) == list(range(len(active)))


def test_what_the_helper_compiles_is_kept(draft: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Pattern("布署(?:完毕|停当)")

    def compiling(own: Check, here: bool) -> Check:
        if not here:
            fresh.search(draft)
        return own

    in_place_of(monkeypatch, HELPERS, compiling)
    memory = KeptPatterns(tmp_path / NAME)
    monkeypatch.setattr(Pattern, "memory", memory)
    report(draft, helped=True)
    memory.save()
    assert fresh.source.encode() in (tmp_path / NAME).read_bytes()


def test_letters_arrive_as_they_were_sent() -> None:
    finding = Diagnostic("typo/x", Span(1, 3), "“甲”", Severity.WARNING, None, (), ("注",))
    letter = Letter({3: ([finding], []), 5: ([], ["x: y"])}, [])
    assert unpacked(memoryview(packed(letter))) == letter
    odd = Letter({0: ([Diagnostic("typo/x", Span(1, 3), "\ud800", Severity.HINT)], [])}, [])
    assert unpacked(memoryview(packed(odd))) == odd


@pytest.mark.parametrize(
    ("sizes", "jobs", "wanted"),
    [
        ([5_000_000], None, 2),
        ([5_000_000], 1, 1),
        ([5_000_000], 8, 2),
        ([pool.LARGE - 1], 8, 1),
        ([5_000_000, 8000], 8, 2),
        ([5_000_000] * 4, None, 4),
    ],
)
def test_two_processes_for_a_large_file(
    sizes: list[int], jobs: int | None, wanted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("speechlint.engine.cores.cores", lambda: 6)
    assert workers_for([Task("x.txt", size, Setting(Config())) for size in sizes], jobs) == wanted


@pytest.mark.parametrize(
    ("sizes", "wanted"),
    [([], None), ([8000], None), ([5_000_000], 0), ([8000, 5_000_000, 8000], 1), ([5_000_000] * 2, None)],
)
def test_a_giant_is_larger_than_all_others_together(sizes: list[int], wanted: int | None) -> None:
    assert giant_of([Task("x.txt", size, Setting(Config())) for size in sizes]) == wanted
