"""The part of a report that two processes write: the same as one writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from speechlint.engine import halves
from speechlint.engine.forks import Helper
from speechlint.engine.halves import part_of_two
from speechlint.engine.linter import Linter
from speechlint.findings.report import FileReport
from speechlint.reporters.json import JSON_LINES
from speechlint.reporters.parts import by_file, part_pieces
from speechlint.reporters.registry import Run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
RUN = Run((), {}, Path())


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> FileReport:
    monkeypatch.setattr(halves, "MANY", 10)
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: True)
    monkeypatch.setattr("speechlint.reporters.portions.PORTION", 500)
    text = "".join(f"各渔村要防范化解重大风脸，X市{i}个村守住安全底线,\n" * 2 for i in range(20))
    found = Linter().check_text(text, "a.txt")
    assert len(found.kept) > 40
    return found


def test_two_write_what_one_writes(report: FileReport, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    plain = os.fork

    def counted() -> int:
        started.append(process := plain())
        return process

    monkeypatch.setattr(os, "fork", counted)
    alone = b"".join(part_pieces(JSON_LINES, report, RUN))
    for name in ("json", "jsonl"):
        assert b"".join(part_of_two(by_file(name), report, RUN)) == alone
    assert len(started) == 2
    for process in started:  # gone, and nobody waits for it any more
        with pytest.raises(ChildProcessError):
            os.waitpid(process, 0)
    for name in ("concise", "text"):
        assert b"".join(part_of_two(by_file(name), report, RUN)) == b"".join(part_pieces(by_file(name), report, RUN))
    everything = RUN._replace(show_suppressed=True)
    assert b"".join(part_of_two(JSON_LINES, report, everything)) == b"".join(
        part_pieces(JSON_LINES, report, everything)
    )
    assert len(started) == 2


def _refused() -> int:
    raise OSError


@pytest.mark.parametrize("sent", [0, 1, 1234])
def test_a_second_process_that_fails_costs_time_only(
    sent: int, report: FileReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = b"".join(part_pieces(JSON_LINES, report, RUN))
    really = Helper.pieces

    def cut(helper: Helper) -> Iterator[bytes]:
        made = b"".join(really(helper))
        assert len(made) > 1234
        yield made[:sent]
        helper.whole = False

    monkeypatch.setattr(Helper, "pieces", cut)
    assert b"".join(part_of_two(JSON_LINES, report, RUN)) == alone


def test_where_no_process_can_be_started_one_writes(report: FileReport, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = b"".join(part_pieces(JSON_LINES, report, RUN))
    with monkeypatch.context() as context:
        context.setattr(os, "fork", _refused)
        assert b"".join(part_of_two(JSON_LINES, report, RUN)) == alone
        context.setattr(os, "pipe", _refused)
        assert b"".join(part_of_two(JSON_LINES, report, RUN)) == alone
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: False)
    monkeypatch.setattr(os, "fork", _refused)
    assert b"".join(part_of_two(JSON_LINES, report, RUN)) == alone


def test_a_reader_that_leaves_ends_the_second_process(report: FileReport, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    plain = os.fork

    def counted() -> int:
        started.append(process := plain())
        return process

    monkeypatch.setattr(os, "fork", counted)
    pieces = part_of_two(JSON_LINES, report, RUN)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(started[0], 0)
