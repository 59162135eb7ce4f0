"""`check -`: a draft from standard input, with and without mending."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import DRAFT, MENDED, start

TEA = "-:1:3: error toy/tea “红荼”应为“红茶”\n"


class Row(NamedTuple):
    arguments: str
    data: bytes
    status: int
    out: bytes
    err: str = ""


MARKED = "<!-- speechlint: disable-next-line toy/tea -->\n红荼\n".encode()
ROWS = [
    Row("--select toy/tea --output-format concise", DRAFT.encode(), 1, TEA.encode()),
    Row("--select toy/tea --output-format concise --stdin-filename d/x.md", DRAFT.encode(), 1, b"d/x.md" + TEA[1:].encode()),
    Row("--output-format concise --stdin-filename x.md", MARKED, 0, b""),
    Row("--select toy/tea --fix --output-format concise", DRAFT.encode(), 0, MENDED.encode()),
    Row("--select toy/tea,toy/coal --fix --output-format concise", DRAFT.encode(), 1, MENDED.encode(),
        "-:1:8: warning toy/coal “烟媒”应为“烟煤”\n"),
    Row("--fix-only", DRAFT.encode(), 0, MENDED.encode()),
    Row("--fix --quiet", "入库。\r\n".encode("utf-16"), 0, "入库。\r\n".encode("utf-16")),
    Row("--fix --quiet --select toy/tea", "收购红荼，价格公道。\r\n".encode("gb18030"), 0, "收购红茶，价格公道。\r\n".encode("gb18030")),
    Row("--fix --quiet", b"\x00\x01", 2, b"\x00\x01", None),  # type: ignore[arg-type]
    Row("--fix --quiet --encoding nonesuch", b"x", 2, b"", None),  # type: ignore[arg-type]
    Row("--fix --quiet --select nonesuch", DRAFT.encode(), 2, DRAFT.encode(), None),  # type: ignore[arg-type]
    Row("--fix --force-exclude --stdin-filename a.txt --config exclude=['a.txt']", DRAFT.encode(), 0, DRAFT.encode()),
    Row("--force-exclude --stdin-filename a.txt --config exclude=['a.txt'] --output-format json", DRAFT.encode(), 0, b"[]\n"),
    Row("--diff --select toy/tea", "红荼\n".encode(), 1, "--- -\n+++ -\n@@ -1,1 +1,1 @@\n-红荼\n+红茶\n".encode()),
    Row("", b"", 0, "检查了 1 个文件，没有发现问题。\n".encode()),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.arguments for row in ROWS])
def test_standard_input(row: Row) -> None:
    process = start("check", "-", *row.arguments.split(), stdin=-1)
    out, err = process.communicate(row.data, timeout=60)
    assert out == row.out
    assert row.err is None or err.decode() == row.err
    assert row.err is not None or err.decode().startswith("错误：")
    assert process.returncode == row.status
    assert [path.name for path in Path.cwd().iterdir() if path.suffix == ".txt"] == []


def test_a_reader_that_stops_is_no_error() -> None:
    text = "红荼\n" * 20_000
    process = start("check", "-", "--output-format", "concise", stdin=-1)
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(text.encode())
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait(60)
