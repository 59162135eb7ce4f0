"""The one function behind all engines."""

from __future__ import annotations

import pickle
from hashlib import sha256

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.texts import speeches
from speechlint import Linter
from speechlint.checks.watermark.page_split_marker import PageSplitMarker
from speechlint.config.schema import Config
from speechlint.corpus import CorpusError, Options, lint_batch, output_schema
from speechlint.corpus.schema import FAULT
from speechlint.findings.fix import Edit, apply_edits
from speechlint.text.span import Span
from tests.corpus.conftest import TEXTS, rows

FINDING = {
    "code": "toy/tea",
    "family": "toy",
    "severity": "error",
    "start": 5,
    "end": 7,
    "row": 2,
    "column": 3,
    "message": "“红荼”应为“红茶”",
    "text": "红荼",
    "fix": {
        "applicability": "safe",
        "message": "改为“红茶”",
        "edits": [{"start": 5, "end": 7, "content": "红茶"}],
    },
}
RESIDUE = "开通会员后可下载全部资料，立享全年更新"


def batch_of(*texts: str | None, **columns: list[object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"id": list(range(len(texts))), "text": list(texts), **columns})


def lint(options: Options, *texts: str | None) -> list[dict[str, object]]:
    return lint_batch(batch_of(*texts), options).to_pylist()


def test_a_row(toys: Config) -> None:
    text = "今天\n收购红荼。"[0:3] + "收购红荼。"
    row = lint(Options(config=toys), text)[0]
    found = row["findings"]
    assert isinstance(found, list)
    assert len(found[0].pop("fingerprint")) == 16
    assert row == {
        "id": 0,
        "characters": 8,
        "sha256": sha256(text.encode()).hexdigest(),
        "quality": 0.625,
        "errors": 1,
        "warnings": 0,
        "hints": 0,
        "counts": [("toy", 1)],
        "findings": [FINDING],
        "error": None,
    }


def test_the_columns_are_told_beforehand(toys: Config) -> None:
    batch = batch_of("好。", source=["甲"], year=pa.array([2020], pa.int16()))
    for options in (
        Options(config=toys),
        Options(config=toys, clean=True, keep=("year", "text", "year")),
        Options(config=toys, id=None),
    ):
        assert lint_batch(batch, options).schema == output_schema(batch.schema, options)
    assert output_schema(batch.schema, Options(clean=True, keep=("year", "text", "id"))).names == [
        *("id", "year", "text", "characters", "sha256", "quality", "errors", "warnings", "hints", "counts"),
        *("findings", "error", "clean_text", "clean_quality", "changes", "edits"),
    ]
    assert output_schema(batch.schema, Options(keep=("year",))).field("year").type == pa.int16()


def test_it_does_not_matter_how_rows_are_put_into_batches(toys: Config) -> None:
    options = Options(config=toys, clean=True, keep=("source",))
    table = pa.Table.from_pylist(rows(23))
    whole = pa.Table.from_batches([lint_batch(table.combine_chunks().to_batches()[0], options)])
    for size in (1, 7):
        parts = [lint_batch(batch, options) for batch in table.to_batches(size)]
        assert pa.Table.from_batches(parts).equals(whole)
    assert lint_batch(batch_of(), Options(config=toys, clean=True)).num_rows == 0


def test_it_finds_what_the_linter_finds() -> None:
    texts = list(speeches(30_000, damaged=True))
    linter = Linter(Config())
    for text, row in zip(texts, lint(Options(), *texts), strict=True):
        kept = linter.check_text(text).kept
        assert [(f["code"], f["start"], f["end"], f["message"]) for f in row["findings"]] == [  # type: ignore[attr-defined]
            (found.rule, *found.span, found.message) for found in kept
        ]
        assert row["errors"] + row["warnings"] + row["hints"] == len(kept)  # type: ignore[operator]


def test_no_text_and_empty_text(toys: Config) -> None:
    none, empty, blank = lint(Options(config=toys, clean=True), None, "", " \n　")
    assert {name for name, value in none.items() if value is not None} == {"id", "counts", "findings", "error"}
    assert (none["findings"], none["counts"], none["error"]) == ([], [], "没有正文（null）")
    assert (empty["characters"], empty["quality"], empty["error"], empty["clean_text"]) == (0, 0.0, None, "")
    assert (blank["characters"], blank["quality"], blank["clean_quality"]) == (3, 0.0, 0.0)


def test_a_document_that_fails_does_not_stop_the_others(toys: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = Linter._keep
    monkeypatch.setattr(
        Linter, "_keep", lambda self, document, *more: 1 / 0 if "坏" in document.text else keep(self, document, *more)
    )
    first, bad, last = lint(Options(config=toys), TEXTS[0], "坏", TEXTS[0])
    assert first["errors"] == last["errors"] == 1
    assert "ZeroDivisionError" in str(bad["error"])
    assert (bad["quality"], bad["findings"]) == (None, [])


def test_what_a_reader_could_not_read_is_passed_on(toys: Config) -> None:
    batch = batch_of(None, TEXTS[0], **{FAULT: ["第 3 行坏了", None]})
    bad, good = lint_batch(batch, Options(config=toys)).to_pylist()
    assert (bad["error"], good["error"], good["errors"]) == ("第 3 行坏了", None, 1)
    assert FAULT not in bad


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())],
    ids=["short", "large", "dictionary"],
)
def test_every_type_of_text(toys: Config, kind: pa.DataType) -> None:
    batch = pa.RecordBatch.from_arrays([pa.array(TEXTS).cast(kind)], ["text"])
    found = lint_batch(batch, Options(config=toys, id=None)).to_pylist()
    assert [row["errors"] for row in found] == [1, 0, 0, 0, 2]


def test_bytes_are_read_as_files_are(toys: Config) -> None:
    batch = pa.RecordBatch.from_pydict(
        {"id": ["a.txt", "b.md", "c.docx"], "text": [TEXTS[0].encode("gb18030"), "`红荼` 红荼".encode(), b"PK"]}
    )
    plain, markdown, broken = lint_batch(batch, Options(config=toys, files=True)).to_pylist()
    assert (plain["characters"], plain["errors"]) == (5, 1)
    assert markdown["errors"] == 1
    assert broken["error"].startswith("不是")
    assert lint_batch(batch, Options(config=toys, format="markdown")).num_rows == 3


def test_the_format_of_texts(toys: Config) -> None:
    assert [lint(Options(config=toys, format=kind), "`红荼`")[0]["errors"] for kind in ("plain", "markdown")] == [1, 0]  # type: ignore[arg-type]


# --- cleaning ----------------------------------------------------------------------------------------------------------


def test_safe_fixes_go_in(toys: Config) -> None:
    rows = lint(Options(config=toys, clean=True), *TEXTS)
    assert [row["clean_text"] for row in rows] == [
        "收购红茶。",
        "运走烟媒。",
        "俩个仓库都满了。",
        "一切都好。",
        "红茶、红茶，还有烟媒。",
    ]
    assert rows[4]["changes"] == [{"code": "toy/tea", "applicability": "safe", "count": 2}]
    assert rows[4]["edits"] == [{"start": 1, "end": 2, "content": "茶"}, {"start": 4, "end": 5, "content": "茶"}]
    assert rows[4]["clean_quality"] > rows[4]["quality"]  # type: ignore[operator]
    assert (rows[3]["changes"], rows[3]["edits"]) == ([], [])


def test_the_edits_lead_to_the_clean_text() -> None:
    texts = [text.replace("工作", "工作 ").replace("同志们：", "同志们:") for text in speeches(40_000, damaged=True)]
    for options in (Options(clean=True), Options(clean=True, drop_residue=True)):
        for text, row in zip(texts, lint(options, *texts), strict=True):
            edits = [Edit(Span(e["start"], e["end"]), e["content"]) for e in row["edits"]]  # type: ignore[attr-defined]
            assert apply_edits(text, edits) == row["clean_text"]
            assert bool(edits) == (row["changes"] != [])


def test_residue_goes_only_if_it_is_asked_for() -> None:
    text = f"同志们：\n　　渠修到了地头，水也引到了田里。\n{RESIDUE}\n　　谢谢大家！\n"
    kept, dropped = (lint(Options(clean=True, drop_residue=drop), text)[0] for drop in (False, True))
    assert kept["clean_text"] == text
    assert dropped["clean_text"] == text.replace(f"{RESIDUE}\n", "")
    assert dropped["changes"] == [{"code": "watermark/paywall", "applicability": "unsafe", "count": 1}]


def test_pages_that_a_site_cut_are_joined() -> None:
    example = PageSplitMarker.INVALID[0]
    text = example.marked.replace("⟦", "").replace("⟧", "")
    assert lint(Options(clean=True, drop_residue=True), text)[0]["clean_text"] == example.fixed


# --- options -----------------------------------------------------------------------------------------------------------


@given(st.builds(Options, text=st.text(), keep=st.lists(st.text()).map(tuple), clean=st.booleans()))
def test_options_travel(options: Options) -> None:
    assert pickle.loads(pickle.dumps(options)) == options


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (
            Options(text="body"),
            "there is no column body; there are: id, text. Name the column of the texts with --text.",
        ),
        (Options(id="name"), "there is no column name; there are: id, text. Change --id, --keep or --partition-by."),
        (Options(keep=("x",)), "there is no column x; there are: id, text. Change --id, --keep or --partition-by."),
        (Options(text="id"), "column id is of type int64 and holds no text; name the column of the texts with --text."),
    ],
)
def test_columns_that_do_not_fit(options: Options, wanted: str) -> None:
    with pytest.raises(CorpusError) as caught:
        lint_batch(batch_of("好"), options)
    assert caught.value.said.en == wanted
    assert pickle.loads(pickle.dumps(caught.value)).said == caught.value.said


def test_a_kept_column_with_a_name_of_ours() -> None:
    with pytest.raises(CorpusError, match="quality"):
        lint_batch(batch_of("好", quality=[1]), Options(keep=("quality",)))
    with pytest.raises(CorpusError, match="几列"):
        twice = pa.RecordBatch.from_arrays([pa.array(["a"])] * 3, ["id", "text", "text"])
        lint_batch(twice, Options())
