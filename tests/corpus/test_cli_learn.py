"""`speechlint corpus learn` and `speechlint corpus summary`, as somebody calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from speechlint.cli.main import main
from tests.corpus.conftest import parquet
from tests.corpus.speeches import corpus

LINE = "更多范文请访问麦浪公文网 www.mailang.com"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [
        {"doc": number, "body": f"{text}\n{LINE}" if number % 3 == 0 else text, "site": f"s{number % 2}"}
        for number, text in enumerate(corpus(60))
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def called(*arguments: str) -> int:
    try:
        return main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)


def test_learn_makes_the_folders_of_a_new_pack(table: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack/watermark/lines.toml"
    assert called("corpus", "learn", str(table), "--text", "body", "-o", str(pack), "--jobs", "1") == 0
    assert called("test", str(tmp_path / "pack")) == 0


def test_learn_from_a_table(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "lines.toml"
    given = ("corpus", "learn", str(table), "--text", "body", "-o", str(pack))
    assert called(*given, "--source", "site", "--jobs", "1") == 0
    assert "提出 1 行" in capsys.readouterr().err
    text = pack.read_text(encoding="utf-8")
    assert f"'{LINE}'" in text
    assert "20 篇（33.33 %），2 个来源" in text
    assert called("test", str(pack)) == 0
    assert called(*given, "--source", "site", "--jobs", "2") == 0
    assert pack.read_text(encoding="utf-8") == text
    assert called(*given, "--jobs", "1", "--min-documents", "21", "--lang", "en") == 0
    assert "No line to propose" in capsys.readouterr().err


def test_learn_from_folders(tmp_path: Path) -> None:
    for number, text in enumerate(corpus(12)):
        place = tmp_path / "in" / f"site{number % 3}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}.txt").write_bytes(f"{text}\n{LINE}".encode("gb18030" if number % 2 else "utf-8"))
    pack = tmp_path / "lines.toml"
    assert called("corpus", "learn", str(tmp_path / "in"), "-o", str(pack), "--jobs", "1") == 0
    assert "12 篇（100.00 %），3 个来源" in pack.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("learn", "none.parquet", "-o", "x.toml"), "没有这个文件或文件夹"),
        (("learn", "{table}", "-o", "x.txt"), "应以 .toml 结尾"),
        (("learn", "{table}", "-o", "{table}/x.toml", "--text", "body"), "无法建立文件夹"),
        (("learn", "{parquet}", "-o", "x.toml", "--text", "body"), "没有列 body"),
        (("learn", "{parquet}", "-o", "x.toml", "--source", "site"), "没有列 site"),
        (("summary", "none"), "没有结果"),
    ],
)
def test_what_cannot_be_done(
    arguments: tuple[str, ...],
    said: str,
    table: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(table.parent)
    parquet("in.parquet", [{"text": "好"}])
    given = (each.format(table=table, parquet="in.parquet") for each in arguments)
    assert called("corpus", *given) == 2
    assert said in capsys.readouterr().err


def test_a_run_ends_with_its_summary(table: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    given = ("corpus", str(table), "--text", "body", "--id", "doc", "--keep", "site", "-o", str(output), "--jobs", "1")
    assert called(*given) == 0
    page = (output / "_summary.html").read_bytes()
    assert "<code>site</code>" in page.decode()
    assert called(*given, "--summary", str(tmp_path / "again.html")) == 0
    assert (tmp_path / "again.html").read_bytes() == page
    assert called("corpus", "summary", str(output), "--lang", "en", "-o", str(tmp_path / "en.html")) == 0
    assert "What the corpus suffers from" in (tmp_path / "en.html").read_text(encoding="utf-8")
