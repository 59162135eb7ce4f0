"""Which files are read, and in which pieces."""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.config.schema import Config
from speechlint.corpus import CorpusError, Options, json_lines, parquet, splits
from speechlint.corpus.engines import small
from speechlint.corpus.inputs import find_inputs
from speechlint.corpus.local import local_engine
from speechlint.corpus.reading import BYTES, read
from speechlint.corpus.run import Outcome, run
from speechlint.corpus.schema import FAULT
from speechlint.corpus.splits import splits_of
from tests.corpus import conftest
from tests.corpus.conftest import rows

DRAFTS = (".txt", ".md", ".docx")


def names(*paths: str, kind: str | None = None) -> list[str]:
    return [each.name for each in find_inputs(paths, DRAFTS, kind).inputs]  # type: ignore[arg-type]


def texts(path: Path, options: Options | None = None) -> list[dict[str, str]]:
    """The documents below a path, as the readers give them."""
    inputs = find_inputs([str(path)], DRAFTS).inputs
    return [
        row for split in splits_of(inputs) for batch in read(split, options or Options()) for row in batch.to_pylist()
    ]


def put(path: Path, data: bytes = b"") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_tables_come_before_drafts(tmp_path: Path) -> None:
    for name in (
        "README.md",
        "a/x.parquet",
        "b.jsonl.zst",
        "c.JSON",
        "_SUCCESS",
        ".x.jsonl",
        "_tmp/y.parquet",
        "z.csv",
    ):
        put(tmp_path / name)
    found = find_inputs([str(tmp_path)], DRAFTS)
    assert [each.name for each in found.inputs] == ["a/x.parquet", "b.jsonl.zst", "c.JSON"]
    assert len(found.remarks) == 1
    assert names(str(tmp_path), kind="drafts") == ["README.md"]
    assert names(str(tmp_path), kind="parquet") == ["a/x.parquet"]
    assert names(str(tmp_path / "z.csv"), kind="jsonl") == ["z.csv"]


@pytest.mark.parametrize("name", ["nothing", "z.csv"])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    put(tmp_path / "z.csv")
    with pytest.raises(CorpusError, match=name):
        names(str(tmp_path / name))
    with pytest.raises(CorpusError, match="Parquet"):
        names(str(tmp_path))


def test_results_are_no_input(tmp_path: Path) -> None:
    for name in ("a.parquet", "out/part-1.parquet", "outer/b.parquet"):
        put(tmp_path / name)
    found = find_inputs([str(tmp_path)], DRAFTS, without=str(tmp_path / "out"))
    assert [each.name for each in found.inputs] == ["a.parquet", "outer/b.parquet"]


def test_results_of_other_jobs_are_passed_over_unless_they_are_named(tmp_path: Path) -> None:
    for name in ("a.jsonl", "old/_speechlint/job.json", "old/source=x/part-1.parquet"):
        put(tmp_path / name)
    found = find_inputs([str(tmp_path)], DRAFTS)
    assert [each.name for each in found.inputs] == ["a.jsonl"]
    assert [said.en for said in found.remarks] == [
        f"{tmp_path / 'old'}: results of an earlier job, which were not read; to read them, name that folder itself."
    ]
    assert find_inputs([str(tmp_path)], DRAFTS, without=str(tmp_path / "old")).remarks == ()
    assert names(str(tmp_path / "old")) == ["source=x/part-1.parquet"]


def test_a_link_to_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").symlink_to("nowhere.parquet")
    with pytest.raises(CorpusError, match=r"a\.parquet"):
        texts(tmp_path)


def test_columns_of_folders(tmp_path: Path) -> None:
    conftest.parquet(tmp_path / "source=a%20b/year=2020/x.parquet", [{"id": 1, "text": "好", "year": 1}])
    put(tmp_path / "source=__HIVE_DEFAULT_PARTITION__/y.jsonl", b'{"text": "\xe5\xa5\xbd", "source": "z"}\n')
    found = texts(tmp_path, Options(keep=("source",)))
    assert sorted(str(row["source"]) for row in found) == ["None", "a b"]
    assert texts(tmp_path / "source=a%20b", Options(keep=("year",)))[0]["year"] == "2020"


def test_columns_of_the_folder_that_is_named(tmp_path: Path) -> None:
    path = conftest.parquet(tmp_path / "crawl/source=a%20b/year=2020/x.parquet", [{"id": 1, "text": "好"}])
    for named in (path, path.parent, path.parent.parent):
        assert texts(named, Options(keep=("source", "year")))[0] == {
            "text": "好",
            "id": 1,
            "source": "a b",
            "year": "2020",
        }


def test_rows_without_an_id_are_named_by_their_place(tmp_path: Path) -> None:
    put(tmp_path / "in/a.jsonl", '{"text": "一"}\n\n{"text": "二", "id": 7}\n'.encode())
    conftest.parquet(tmp_path / "in/b.parquet", [{"text": "三"}, {"text": "四"}])
    assert [row["id"] for row in texts(tmp_path / "in")] == ["a.jsonl:1", "7", "b.parquet:1", "b.parquet:2"]


def test_drafts_are_read_as_bytes(tmp_path: Path) -> None:
    put(tmp_path / "a/b.txt", b"\xff\xfe")
    put(tmp_path / "c.md", b"x")
    assert texts(tmp_path) == [
        {"text": b"\xff\xfe", "id": "a/b.txt", FAULT: None},
        {"text": b"x", "id": "c.md", FAULT: None},
    ]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are UTF-8 there")
def test_names_that_are_no_utf8(toys: Config) -> None:
    for name in (b"a.txt", "国.txt".encode("gbk")):
        put(Path("in", os.fsdecode(name)), "收购红荼。".encode())
    for _ in range(2):
        job, meter, inputs = conftest.job_for("in", "out", Options(config=toys))
        outcome = run(job, inputs, local_engine(1), meter)
        assert (outcome.trouble, outcome.strange, outcome.remarks) == ((), 0, ())
    assert outcome.before.documents == 2
    assert [row["id"] for row in conftest.results("out")] == ["\\xb9\\xfa.txt", "a.txt"]
    for name in (b"\xbb.jsonl", b"\xbb.parquet"):
        with pytest.raises(CorpusError, match="无法读取"):
            texts(put(Path("tables", os.fsdecode(name)), b"{}"))


def test_a_new_draft_changes_the_parts_that_it_is_in_and_no_others(
    toys: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splits, "TOGETHER", 5)
    monkeypatch.setattr(splits, "DRAFTS", 20)
    for number in range(200):
        put(Path(f"in/{number:03}.txt"), "收购红荼。".encode())

    def go() -> Outcome:
        job, meter, inputs = conftest.job_for("in", "out", Options(config=toys))
        assert max(len(split.inputs) for split in splits_of(inputs)) <= 20
        return run(job, inputs, local_engine(1), meter)

    assert go().now.documents == 200
    put(Path("in/000a.txt"), b"x")
    Path("in/150.txt").unlink()
    outcome = go()
    assert 0 < outcome.now.documents < 60
    assert (len(outcome.remarks), outcome.strange) == (1, 0)
    assert len({row["id"] for row in conftest.results("out")}) == len(conftest.results("out")) == 200


def test_drafts_of_one_name_are_told(tmp_path: Path) -> None:
    for name in ("a/1.txt", "b/1.txt"):
        put(tmp_path / name)
    (remark,) = find_inputs([str(tmp_path / "a"), str(tmp_path / "b")], DRAFTS).remarks
    assert "1.txt" in remark.en
    assert find_inputs([str(tmp_path)], DRAFTS).remarks == ()


def test_strings_that_are_no_utf8(tmp_path: Path, toys: Config) -> None:
    data = pa.py_buffer(b"\xe5\xa5\xbd" + "坏".encode("gbk") + b"\xe5\xa5\xbd")
    wrong = pa.Array.from_buffers(pa.string(), 3, [None, pa.array([0, 3, 5, 8], pa.int32()).buffers()[1], data])
    pq.write_table(pa.table({"text": wrong, "source": wrong}), tmp_path / "a.parquet")
    job, meter, inputs = conftest.job_for(tmp_path, "out", Options(config=toys), ("source",))
    assert run(job, inputs, local_engine(1), meter).trouble == ()
    found = [(row["id"], row["source"], row["characters"], row["error"]) for row in conftest.results("out")]
    assert found == [
        ("a.parquet:1", "好", 1, None),
        ("a.parquet:2", "��", None, "正文不是 UTF-8 编码"),
        ("a.parquet:3", "好", 1, None),
    ]
    (batch,) = small(pa.RecordBatch.from_pydict({"text": wrong}), Options(id=None, config=toys))
    assert batch.column("error").to_pylist() == [None, "正文不是 UTF-8 编码", None]


@pytest.mark.parametrize(
    "kind", [pa.string_view(), pa.large_string(), pa.binary_view(), pa.dictionary(pa.int8(), "str")]
)
def test_types_of_texts(tmp_path: Path, toys: Config, kind: pa.DataType) -> None:
    table = pa.table({"id": pa.array(["一", "二"]).cast(kind), "text": pa.array(["红荼", "好"]).cast(kind)})
    pq.write_table(table, tmp_path / "a.parquet")
    job, meter, inputs = conftest.job_for(tmp_path, "out", Options(config=toys))
    assert run(job, inputs, local_engine(1), meter).trouble == ()
    assert [row["errors"] for row in conftest.results("out")] == [1, 0]


# --- JSON Lines --------------------------------------------------------------------------------------------------------


@settings(max_examples=200)
@given(
    st.lists(st.binary(max_size=8).map(lambda data: data.replace(b"\n", b"")), max_size=30),
    st.integers(1, 40),
    st.integers(1, 60),
)
def test_stretches_of_lines_cover_the_file(lines: list[bytes], step: int, block: int) -> None:
    data = b"\n".join(lines)
    blocks = [data[i : i + block] for i in range(0, len(data), block)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_lines, "_blocks", lambda path, start=0: iter(_from(blocks, start)))
        cuts = list(json_lines._cuts("", step))
        assert [start for start, _, _ in cuts] == [0, *(end for _, end, _ in cuts)][: len(cuts)]
        assert (cuts[-1][1] if cuts else 0) == len(data)
        assert all(row == data.count(b"\n", 0, start) for start, _, row in cuts)
        table = splits.Input("", "", "jsonl", 0, 0)
        found = [
            line
            for start, end, row in cuts
            for line in json_lines._lines(splits.Split((table,), 0, start, end, row, 0))
        ]
    wanted = [line for i, line in enumerate(lines) if line or i + 1 < len(lines)]
    assert [line.data for line in found] == wanted
    assert [line.number for line in found] == list(range(len(wanted)))


def _from(blocks: list[bytes], start: int) -> list[bytes]:
    data = b"".join(blocks)[start:]
    size = len(blocks[0]) if blocks else 1
    return [data[i : i + size] for i in range(0, len(data), size)]


def test_packed_files_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splits, "LEAST", 3000)
    monkeypatch.setattr(json_lines, "LEAST", 3000)
    data = conftest.json_lines(rows(500))
    put(tmp_path / "plain/a.jsonl", data)
    put(tmp_path / "gz/a.jsonl.gz", gzip.compress(data[:9999]) + gzip.compress(data[9999:]))
    (tmp_path / "zst").mkdir()
    with pa.CompressedOutputStream(str(tmp_path / "zst/a.ndjson.zst"), "zstd") as file:
        file.write(data)
    wanted = [row["id"] for row in rows(500)]
    for folder in ("plain", "gz", "zst"):
        inputs = find_inputs([str(tmp_path / folder)], DRAFTS).inputs
        assert len(list(splits_of(inputs))) > 5
        assert [row["id"] for row in texts(tmp_path / folder)] == wanted


def test_lines_that_are_no_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "LONGEST", 300)
    lines = [
        b'\xef\xbb\xbf{"text": "a"}\r',
        b"{oops",
        b'{"text": 5, "id": "n"}',
        b'{"text": "b", "id": {"k": [1, "x"]}, "score": NaN}',
        b'{"text": "\\ud800"}',
        b"[1]",
        b'{"text": "\xff"}',
        b'{"text": "' + b"x" * 400 + b'"}',
        b'{"id": "none"}',
        b'{"text": "c", "text": "d"}',
    ]
    put(tmp_path / "a.jsonl", b"\n".join(lines))
    found = texts(tmp_path)
    assert [row["text"] for row in found] == ["a", None, None, "b", None, None, None, None, None, "d"]
    assert [row["id"] for row in found][2:4] == ["n", '{"k": [1, "x"]}']
    faults = {i: row[FAULT] for i, row in enumerate(found) if row[FAULT]}
    assert set(faults) == {1, 2, 4, 5, 6, 7}
    assert faults[1] == "a.jsonl:2: 不是合法的 JSON 对象"


def test_an_array_is_no_json_lines(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="jq"):
        json_lines.keys_of(str(put(tmp_path / "a.json", b' \n[\n{"text": 1}]')))
    assert json_lines.keys_of(str(put(tmp_path / "b.json", b'\n{"text": 1, "x": 2}\n'))) == ["text", "x"]
    assert json_lines.keys_of(str(put(tmp_path / "c.json", b""))) == []


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_damaged_packed_files_are_said(tmp_path: Path, name: str) -> None:
    put(tmp_path / name, gzip.compress(conftest.json_lines(rows(50)))[:-30])
    with pytest.raises(CorpusError, match=name):
        texts(tmp_path)


# --- Parquet -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", [1, 7, 100, 1000])
@pytest.mark.parametrize("least", [200, 2000, 10**6])
def test_every_row_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group: int, least: int) -> None:
    monkeypatch.setattr(splits, "LEAST", least)
    path = conftest.parquet(tmp_path / "a.parquet", rows(300), row_group_size=group)
    whole, ranges = parquet.row_ranges(str(path))
    found = list(ranges)
    assert whole == found[-1][1] == 300
    assert [start for start, _, _ in found] == [0, *(end for _, end, _ in found)][: len(found)]
    assert [row["id"] for row in texts(tmp_path)] == [row["id"] for row in rows(300)]


def test_long_documents_have_batches_of_their_own(tmp_path: Path) -> None:
    long = "长" * BYTES
    conftest.parquet(tmp_path / "a.parquet", [{"text": text} for text in ("短", long, "短", "短", long)])
    inputs = find_inputs([str(tmp_path)], DRAFTS).inputs
    sizes = [
        [len(row["text"]) for row in batch.to_pylist()]
        for split in splits_of(inputs)
        for batch in read(split, Options())
    ]
    assert [size for size in sizes if BYTES in size] == [[BYTES], [BYTES]]


def test_a_damaged_table_is_said(tmp_path: Path) -> None:
    put(tmp_path / "a.parquet", b"PAR1 and no more")
    with pytest.raises(CorpusError, match=r"a\.parquet"):
        texts(tmp_path)


def test_names_of_splits_do_not_depend_on_the_rest(tmp_path: Path) -> None:
    put(tmp_path / "a.jsonl", json.dumps({"text": "一"}).encode())
    before = [(split.name, split.key) for split in splits_of(find_inputs([str(tmp_path)], DRAFTS).inputs)]
    put(tmp_path / "0.jsonl", json.dumps({"text": "零"}).encode())
    after = [(split.name, split.key) for split in splits_of(find_inputs([str(tmp_path)], DRAFTS).inputs)]
    assert before == after[1:]


def test_the_text_may_stand_in_later_lines_only(tmp_path: Path, toys: Config) -> None:
    put(tmp_path / "a.jsonl", b'{"crawled": 2024}\n{"text": "\xe5\xa5\xbd"}\n')
    job, meter, inputs = conftest.job_for(tmp_path, "out", Options(config=toys))
    outcome = run(job, inputs, local_engine(1), meter)
    assert (outcome.now.documents, outcome.now.failed) == (2, 1)
    with pytest.raises(CorpusError, match="没有列 body；有：crawled、text"):
        conftest.job_for(tmp_path, "out", Options(config=toys, text="body"))
