"""Worker processes: what goes to whom, and what comes back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from speechlint.config.schema import Config
from speechlint.engine import crew as module
from speechlint.engine import worker
from speechlint.engine.crew import batches
from speechlint.engine.forks import can_fork
from speechlint.engine.pool import Task, doing, workers_for
from speechlint.engine.setting import Setting
from speechlint.engine.work import Done, Wish, do_file
from speechlint.engine.worker import packed, unpacked
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport, Suppressed
from speechlint.formats.source import Block, Directive, Quiet, Source
from speechlint.text.span import Span

SETTING = Setting(Config(select=("watermark", "script")))
OTHER = Setting(Config(select=("spacing",)))
DRAFT = "会场设在⼯会。\u200b\u200b第3页 共9页\n"


def drafts(tmp_path: Path, count: int) -> list[Task]:
    tasks = []
    for i in range(count):
        path = tmp_path / f"{i}.txt"
        path.write_text(DRAFT * (1 + i % 5), encoding="utf-8")
        tasks.append(Task(str(path), path.stat().st_size, SETTING if i % 7 else OTHER))
    return tasks


def outcome(tasks: list[Task], workers: int) -> dict[int, Done]:
    with doing(tasks, Wish(), workers) as results:
        return dict(results)


@pytest.mark.parametrize("forks", [True, False])
def test_workers_give_what_one_process_gives(forks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if forks and sys.platform != "linux":
        pytest.skip("forks on Linux only")
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: forks)
    tasks = drafts(tmp_path, 30)
    alone = outcome(tasks, 1)
    assert sorted(alone) == list(range(30))
    assert any(done.report.kept for done in alone.values())
    assert outcome(tasks, 3) == alone


def test_without_processes_the_work_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = drafts(tmp_path, 5)

    def none(*_arguments: object) -> worker.Worker:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(module, "Worker", none)
    assert outcome(tasks, 3) == outcome(tasks, 1)


@pytest.mark.parametrize("forks", [True, False])
def test_processes_that_cannot_work_are_done_without(
    forks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = drafts(tmp_path, 20)
    alone = outcome(tasks, 1)
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: forks)
    monkeypatch.setattr(worker, "serve", end)
    assert outcome(tasks, 3) == alone


def end(*_arguments: object) -> None:
    """A worker that ends before it has begun."""


def test_leaving_early_ends_the_workers(tmp_path: Path) -> None:
    tasks = drafts(tmp_path, 40)
    with module.Crew(tasks, Wish(), 2) as crew:
        results = crew.results()
        next(results)
        processes = [each.process.pid for each in crew._workers]
        assert len(processes) == 2
    for process in processes:
        assert process is not None
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_batches_hold_every_file_once_and_one_setting_each() -> None:
    tasks = [Task(f"{i}.txt", 1 + i * 7919 % 50_000, SETTING if i % 11 else OTHER) for i in range(300)]
    found = batches(tasks, 4)
    assert sorted(place for batch in found for place in batch.places) == list(range(300))
    assert [batch.size for batch in found] == sorted((batch.size for batch in found), reverse=True)
    for batch in found:
        assert len({tasks[place].setting for place in batch.places}) == 1
        assert batch.size == sum(tasks[place].size for place in batch.places)
        assert len(batch.places) <= module.FILES_IN_BATCH


def test_one_large_file_goes_first_and_alone() -> None:
    tasks = [Task(f"{i}.txt", 1000, SETTING) for i in range(50)] + [Task("large.txt", 5_000_000, SETTING)]
    assert batches(tasks, 2)[0].places == (50,)


@pytest.mark.parametrize(
    ("sizes", "jobs", "wanted"),
    [
        ([8000], None, 1),
        ([8000], 8, 1),
        ([8000] * 10, None, 1),
        ([8000] * 10, 4, 4),
        ([8000] * 3, 9, 3),
        ([], 4, 1),
        ([8000] * 2000, None, 6),
        ([300_000] * 2, None, 2),
    ],
)
def test_as_many_workers_as_are_worth_it(
    sizes: list[int], jobs: int | None, wanted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("speechlint.engine.cores.cores", lambda: 6)
    assert workers_for([Task("x.txt", size, SETTING) for size in sizes], jobs) == wanted


def test_everything_survives_the_way(tmp_path: Path) -> None:
    finding = Diagnostic(
        "toy/tea",
        Span(1, 3),
        "“甲”应为“乙”",
        Severity.ERROR,
        Fix("改为“乙”", (Edit(Span(1, 3), "乙"), Edit(Span(4, 4), "")), Applicability.SAFE),
        (Fix("删去", (Edit(Span(1, 3), ""),), Applicability.DISPLAY),),
        ("注",),
    )
    source = Source(
        "甲乙丙丁",
        "a.md",
        "markdown",
        "gb18030",
        True,
        False,
        (Quiet(Span(0, 1), "code"),),
        (Directive(Span(0, 1), "disable", ("toy/tea",)),),
        (Block(0, 1, "body"),),
    )
    report = FileReport(source, (finding,), (Suppressed(finding, "words"),), (finding,), ("x",))
    done = Done(report, (finding,), b"\x00\xff", "甲", (Bilingual("坏", "bad"),), b"d" * 32)
    assert unpacked(packed(done)) == done
    odd = done._replace(before="\ud800")
    assert unpacked(packed(odd)) == odd
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    real = do_file(SETTING.linter(), str(tmp_path / "a.txt"), Wish())
    assert real.report.kept
    assert unpacked(packed(real)) == real


def test_forks_only_where_no_thread_runs() -> None:
    program = "from speechlint.engine.forks import can_fork; print(can_fork())"
    alone = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert alone.strip() == str(sys.platform == "linux")
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        ended.set()
        thread.join()


def test_one_file_needs_no_workers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    program = (
        "import sys\n"
        "from speechlint.cli.main import main\n"
        "main(['check', '--isolated', '--jobs', '1', 'a.txt'])\n"
        "found = {'multiprocessing', 'concurrent.futures', 'speechlint.engine.crew', 'speechlint.engine.worker', 'rich'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(found)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
