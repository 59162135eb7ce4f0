"""`words`: the list, its JSON, and what is written into the configuration."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call, start

DRAFT = "建好螺屿站，请邵柳生同志发言。\n螺屿的用处多。看护螺屿！\n看护螺屿，看护人人有责。\n"
LIST = """\
词语（1）
  螺屿       4  1:3  2:1  2:10  …
人名（1）
  邵柳生     1  1:8

共 2 个。写得对的，用 --add 螺屿,… 写进配置，以后不再报告；--add all 写进全部。
"""


@pytest.fixture
def draft(folder: Path) -> Path:
    (folder / "speechlint.toml").unlink()
    path = folder / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_the_list(draft: Path, call: Call) -> None:
    assert call("words", draft.name) == (0, LIST, "")


def test_names_only(draft: Path, call: Call) -> None:
    assert call("words", draft.name, "--names").out.startswith("人名（1）\n  邵柳生     1  1:8\n")


def test_how_often(draft: Path, call: Call) -> None:
    assert "螺屿" in call("words", draft.name, "--min-count", "4").out
    assert "螺屿" not in call("words", draft.name, "--min-count", "5").out


def test_json(draft: Path, call: Call) -> None:
    value = json.loads(call("words", draft.name, "--output-format", "json").out)
    assert [(word["text"], word["kind"], word["count"]) for word in value["words"]] == [
        ("螺屿", "word", 4),
        ("邵柳生", "name", 1),
    ]
    assert value["words"][1]["places"] == [
        {"filename": "draft.txt", "location": {"row": 1, "column": 8}, "end_location": {"row": 1, "column": 11}}
    ]
    assert len(value["words"][0]["places"]) == 4


def test_a_folder_is_counted_as_one(draft: Path, call: Call) -> None:
    (draft.parent / "more.txt").write_text("螺屿也要修。\n", encoding="utf-8")
    assert "  螺屿       5  draft.txt:1:3  draft.txt:2:1  draft.txt:2:10  …\n" in call("words", ".").out


def test_english(draft: Path, call: Call) -> None:
    out = call("words", draft.name, "--lang", "en").out
    assert out.startswith("Words (1)\n  螺屿")
    assert out.endswith("they are reported no more; --add all writes every one.\n")


def test_nothing_to_list(draft: Path, call: Call) -> None:
    draft.write_text("加强渔港建设。\n", encoding="utf-8")
    assert call("words", draft.name).out == "没有生僻的词。\n"


def test_colours(draft: Path, call: Call) -> None:
    assert "\x1b[1m词语（1）\x1b[0m" in call("words", draft.name, "--color", "always").out


def test_standard_input(draft: Path) -> None:
    process = start("words", "-", "--stdin-filename", draft.name, "--encoding", "gb18030", stdin=-1)
    out, err = process.communicate(DRAFT.encode("gb18030"), timeout=60)
    assert (out.decode(), err, process.returncode) == (LIST, b"", 0)


def test_what_the_configuration_knows_is_left_out(draft: Path, call: Call) -> None:
    (draft.parent / "speechlint.toml").write_text('[words]\nallow = ["螺屿"]\nnames = ["邵柳生"]\n', encoding="utf-8")
    assert call("words", draft.name).out == "没有生僻的词。\n"
    assert call("words", draft.name, "--isolated").out == LIST
    assert "螺屿" not in call("words", draft.name, "--isolated", "--config", 'words.allow=["螺屿"]').out


def test_words_are_added_to_a_new_file(draft: Path, call: Call) -> None:
    outcome = call("words", draft.name, "--add", "螺屿,邵柳生", "--add", "别的词")
    assert outcome == (
        0,
        "speechlint.toml：words.allow 加了 2 个：螺屿、别的词\nspeechlint.toml：words.names 加了 1 个：邵柳生\n",
        "",
    )
    written = (draft.parent / "speechlint.toml").read_text(encoding="utf-8")
    assert written == '[words]\nallow = ["螺屿", "别的词"]\nnames = ["邵柳生"]\n'


def test_all_are_added_and_no_more(draft: Path, call: Call) -> None:
    file = draft.parent / "speechlint.toml"
    file.write_bytes(b"\xef\xbb\xbf" + '# 本室\r\nlang = "en" # 英文\r\n'.encode())
    call("words", draft.name, "--add", "all")
    written = '# 本室\r\nlang = "en" # 英文\r\n\r\n[words]\r\nallow = ["螺屿"]\r\nnames = ["邵柳生"]\r\n'
    assert file.read_bytes() == b"\xef\xbb\xbf" + written.encode()
    outcome = call("words", draft.name, "--add", "all")
    assert outcome == (0, "没有要加的词：配置里都有了。\n", "")
    assert file.read_bytes() == b"\xef\xbb\xbf" + written.encode()


def test_names_are_added_by_hand(draft: Path, call: Call) -> None:
    call("words", draft.name, "--names", "--add", "螺屿")
    assert (draft.parent / "speechlint.toml").read_text(encoding="utf-8") == '[words]\nnames = ["螺屿"]\n'


def test_the_nearest_file_is_written(draft: Path, call: Call) -> None:
    (draft.parent / "pyproject.toml").write_text('[tool.speechlint]\nlang = "zh"\n', encoding="utf-8")
    assert call("words", draft.name, "--add", "螺屿").out == "pyproject.toml：words.allow 加了 1 个：螺屿\n"
    assert not (draft.parent / "speechlint.toml").exists()
    assert call("words", draft.name, "--names", "--add", "all", "--config", "pyproject.toml").status == 0


def test_a_list_that_is_extended_goes_on_counting(draft: Path, call: Call) -> None:
    (draft.parent / ".git").mkdir()
    (draft.parent / "base.toml").write_text('[words]\nallow = ["总词"]\n', encoding="utf-8")
    file = draft.parent / "speechlint.toml"
    file.write_text('extend = "base.toml"\n', encoding="utf-8")
    call("words", draft.name, "--add", "螺屿")
    assert file.read_text(encoding="utf-8") == 'extend = "base.toml"\n\n[words]\nallow = ["总词", "螺屿"]\n'


def test_allowed_words_and_names_are_not_reported(draft: Path, call: Call) -> None:
    draft.write_text("卞再接再励同志说，要再接再励。\n", encoding="utf-8")
    check = ("check", draft.name, "--no-cache", "--select", "typo/confusable-word", "--output-format", "concise")
    assert call(*check).out.count("再接再励”") == 2
    (draft.parent / "speechlint.toml").write_text('[words]\nnames = ["卞再接再励"]\n', encoding="utf-8")
    assert call(*check).out.count("再接再励”") == 1
    call("words", draft.name, "--add", "再接再励")
    assert call(*check).out.count("再接再励”") == 0


TROUBLE = [
    (["words"], "错误："),
    (["words", "nope.txt"], "错误：nope.txt："),
    (["words", "raw.txt"], "错误：raw.txt："),
    (["words", "draft.txt", "--min-count", "0"], "错误："),
    (["words", "draft.txt", "--add", "螺屿", "--isolated"], "错误：--isolated 不读也不写配置文件"),
    (["words", "draft.txt", "sub/other.txt", "--add", "螺屿"], "错误：这些文稿用的不是同一份配置"),
]


@pytest.mark.parametrize(("arguments", "said"), TROUBLE, ids=[" ".join(arguments) for arguments, _ in TROUBLE])
def test_trouble(draft: Path, call: Call, arguments: list[str], said: str) -> None:
    (draft.parent / "raw.txt").write_bytes(b"\x00\x01\x02")
    (draft.parent / "sub").mkdir()
    (draft.parent / "sub" / "other.txt").write_text(DRAFT, encoding="utf-8")
    (draft.parent / "sub" / "speechlint.toml").write_text('words = { names = ["丁"] }\n', encoding="utf-8")
    outcome = call(*arguments)
    assert outcome.status == 2
    assert (outcome.out, outcome.err.startswith(said)) == ("", True)
    assert not (draft.parent / "speechlint.toml").exists()
