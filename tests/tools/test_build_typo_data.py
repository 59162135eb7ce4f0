"""The tables of the typo rules are built the same from the same text."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

for package in ("numpy", "lightgbm", "jieba", "pypinyin"):
    pytest.importorskip(package)

from tests.tools.small_corpus import text  # noqa: E402
from tools.build_typo_data import main  # noqa: E402

# What is counted, not what is learnt: these bytes are the same with every version of the libraries.
COUNTED = ("grams2", "grams3", "grams4", "near", "commonness")
EXPECTED = "833830415217d58605ef3400605733b78319f47a40940b37c98fb56be43560da"


def build(folder: Path, out: str) -> dict[str, bytes]:
    source = folder / "text.txt"
    source.write_text(text(), encoding="utf-8")
    pairs = folder / "own.tsv"
    pairs.write_text("渔港办认真推近安全生产。\t渔港办认真推进安全生产。\n", encoding="utf-8")
    main([str(source), str(folder / out), str(pairs)])
    return {file.name: file.read_bytes() for file in sorted((folder / out).iterdir())}


@pytest.mark.slow
def test_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = build(tmp_path, "first"), build(tmp_path, "second")
    assert first == second
    digest = hashlib.sha256(b"".join(first[f"{name}.npy"] for name in COUNTED)).hexdigest()
    assert digest == EXPECTED
    report = json.loads(first["report.json"])
    assert report["documents"] == 96
    assert list(report["pairs"]) == ["own"]
    assert report["thresholds"]["error"] >= report["thresholds"]["warning"] >= report["thresholds"]["hint"]
