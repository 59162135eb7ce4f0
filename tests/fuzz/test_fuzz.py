"""The seeds of every target, and a bounded hunt for more."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS
from tests.trust.turns import SEED, share, told

HERE = Path(__file__).parent
RUNS = {"decoder": 40_000, "markdown": 20_000, "word_file": 100_000, "word_markup": 20_000, "rule_file": 2_000}
RUNS |= {"configuration": 2_000, "baseline_file": 2_000, "whole": 200, "globs": 20_000, "globs_raw": 20_000}
RUNS |= {
    "rule_parts": 1_000,
    "configuration_keys": 4_000,
    "baseline_parts": 1_000,
    "json_lines": 4_000,
    "whole_parts": 200,
}
FACTOR = int(os.environ.get("SPEECHLINT_FUZZ", "1"))


def seeds() -> list[Path]:
    return sorted(path for path in (HERE / "seeds").glob("*/*") if path.is_file())


@pytest.mark.parametrize("seed", seeds(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_seed(seed: Path) -> None:
    TARGETS[seed.parent.name](seed.read_bytes())


def test_every_target_has_seeds() -> None:
    assert {path.parent.name for path in seeds()} == set(TARGETS) == set(RUNS)


@pytest.mark.slow
@pytest.mark.parametrize("name", share(sorted(TARGETS)))
def test_hunt(name: str, tmp_path: Path) -> None:
    if find_spec("atheris") is None:
        has_wheel = sys.platform == "linux" and sys.version_info < (3, 14)  # as in pyproject.toml
        assert not (has_wheel and os.environ.get("CI")), "no hunt without atheris, which the tests' extra installs"
        pytest.skip("atheris has no wheel here")
    found = tmp_path / "found"
    found.mkdir()
    options = [
        f"-runs={RUNS[name] * FACTOR}",
        f"-seed={SEED % 2**32 or 1}",
        "-timeout=25",
        "-report_slow_units=25",  # a busy machine may pause a process for ten seconds, which leaves a file too
        "-max_len=4096",
        "-rss_limit_mb=4096",
    ]
    words = HERE / "words" / f"{name}.dict"
    options += [f"-dict={words}"] if words.exists() else []
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", name, *options, f"-artifact_prefix={tmp_path}/", str(found),
         str(HERE / "seeds" / name)],
        cwd=HERE.parents[1], capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert done.returncode == 0 and not left, (left, done.stderr[-6000:])
    assert f"Done {RUNS[name] * FACTOR} runs" in done.stderr, done.stderr[-2000:]
    told(executions=RUNS[name] * FACTOR)
