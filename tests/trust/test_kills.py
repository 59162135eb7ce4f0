"""`check --fix` killed at random moments: each file holds its old bytes or its new ones."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.trust.drafts import Folder, folder_of, mend, mending
from tests.trust.turns import CHANCE, told, turns

FILES = 100
KILLS = turns("SPEECHLINT_KILLS", 40)


def kill_after(seconds: float, folder: Folder, workers: int) -> bool:
    """Start mending and kill it and its workers; False where it was done before."""
    process = subprocess.Popen(
        mending(folder.path, "--jobs", str(workers)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here")
def test_no_kill_harms_a_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "drafts", FILES, words=True)
    folder.lay_out()
    started = time.perf_counter()
    assert mend(folder.path, "--jobs", "1").returncode == 0
    whole = time.perf_counter() - started
    assert set(folder.states().values()) == {"new"}

    moments = random.Random(CHANCE)
    killed, amid = 0, 0
    for turn in range(10 * KILLS):
        folder.lay_out()
        moment = moments.uniform(0, whole)
        if kill_after(moment, folder, workers=1 + turn % 2):
            killed += 1
        else:
            whole = min(whole, moment)  # the machine is quicker now than it was
        states = set(folder.states().values())
        assert states <= {"old", "new"}
        amid += states == {"old", "new"}
        if killed == KILLS:
            break
    assert killed == KILLS
    assert amid > KILLS // 10  # some were struck between two files, else this proves little

    assert mend(folder.path).returncode == 0
    assert set(folder.states().values()) == {"new"}
    assert folder.strangers() == []
    told(kills=killed, amid_writing=amid)
