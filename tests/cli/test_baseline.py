"""`baseline`: what is known is not reported again, and follows its file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIG, Call

NAME = ".speechlint-baseline.json"
# The words around a finding are part of its name: here they stay the same while the rest changes.
DRAFT = "　　今年秋天各队照常出发，收购红荼，运走烟媒，回程装满。\n　　山下俩个仓库都满了，还要再租一处才够用。\n"


@pytest.fixture(autouse=True)
def drafts() -> None:
    Path("sub").mkdir()
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    Path("sub/b.txt").write_text("红荼\n", encoding="utf-8")
    Path("c.txt").write_text("入库\n", encoding="utf-8")


def found(call: Call, *arguments: str) -> list[str]:
    return [line.split(" ")[0] for line in call("check", "--output-format", "concise", *arguments).out.splitlines()]


def known() -> dict[str, int]:
    data = json.loads(Path(NAME).read_text(encoding="utf-8"))
    return {path: len(names) for path, names in data["findings"].items()}


def test_only_new_findings_are_reported(call: Call) -> None:
    assert call("baseline") == (0, f"写入 {NAME}：2 个文件，4 处问题。以后只报新的。\n", "")
    assert known() == {"a.txt": 3, "sub/b.txt": 1}
    assert found(call) == []
    assert call("check").out == "检查了 3 个文件，没有发现问题。\n另有 4 处已在基线中（--show-suppressed 可看）。\n"
    Path("a.txt").write_text("新的一段，烟媒。\n" + DRAFT + "红荼入库。\n", encoding="utf-8")
    assert found(call) == ["a.txt:1:6:", "a.txt:4:1:"]
    assert len(found(call, "--show-suppressed")) == 6
    assert found(call, "--isolated", "--select", "typo") == []


def test_the_repeat_that_was_known_is_the_first_one(call: Call) -> None:
    Path("a.txt").write_text("红荼\n" * 30, encoding="utf-8")
    call("baseline")
    Path("a.txt").write_text("红荼\n" * 31, encoding="utf-8")
    assert len(found(call, "a.txt")) == 1


def test_what_is_known_is_not_mended(call: Call) -> None:
    call("baseline")
    Path("a.txt").write_text(DRAFT + "另收红荼。\n", encoding="utf-8")
    call("check", "--fix")
    assert Path("a.txt").read_text(encoding="utf-8") == DRAFT + "另收红茶。\n"


def test_entries_follow_a_file_that_was_moved(call: Call) -> None:
    call("baseline")
    Path("a.txt").rename("sub/moved.txt")
    assert found(call) == []
    Path("sub/moved.txt").write_text("红荼也来了。\n" + DRAFT, encoding="utf-8")
    assert found(call) == ["sub/moved.txt:1:1:"]


def test_of_several_successors_one_inherits(call: Call) -> None:
    call("baseline")
    shutil.copy("a.txt", "x.txt")
    assert found(call) == ["x.txt:1:16:", "x.txt:1:21:", "x.txt:2:5:"]  # a.txt is still there: x.txt is a copy
    Path("a.txt").rename("y.txt")
    assert found(call) == ["y.txt:1:16:", "y.txt:1:21:", "y.txt:2:5:"]


def test_a_partial_run_leaves_the_other_entries(call: Call) -> None:
    call("baseline")
    Path("sub/b.txt").write_text("入库\n", encoding="utf-8")
    call("baseline", "sub")
    assert known() == {"a.txt": 3}
    Path("a.txt").unlink()
    call("baseline", "c.txt")
    assert known() == {}


def test_the_configuration_may_place_it(call: Call) -> None:
    Path("speechlint.toml").write_text(CONFIG + 'baseline = "old.json"\n', encoding="utf-8")
    assert call("check").status == 2
    assert call("baseline", "--select", "toy/tea").out == "写入 old.json：2 个文件，2 处问题。以后只报新的。\n"
    assert found(call) == ["a.txt:1:21:", "a.txt:2:5:"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 9, "findings": {}}', '{"version": 1, "findings": []}'])
def test_a_damaged_baseline_is_an_error_and_can_be_written_anew(text: str, call: Call) -> None:
    Path(NAME).write_text(text, encoding="utf-8")
    status, out, err = call("check")
    assert (status, out) == (2, "")
    assert NAME in err
    assert call("check", "--lang", "en").err.startswith("error: ")
    assert call("baseline").status == 0
    assert call("check").status == 0


def test_what_cannot_be_read_is_said(call: Call) -> None:
    status, out, err = call("baseline", ".", "gone.txt")
    assert status == 2
    assert out.startswith(f"写入 {NAME}：2 个文件")
    assert err == "错误：gone.txt：没有这个文件，请检查路径\n"


def test_a_file_that_cannot_be_read_keeps_its_entries(call: Call) -> None:
    call("baseline")
    Path("a.txt").write_bytes(b"\x00\x01\x02")
    assert call("baseline").status == 2
    assert known() == {"a.txt": 3, "sub/b.txt": 1}


def test_nothing_is_written_where_nothing_could_be_checked(call: Call) -> None:
    status, out, err = call("baseline", "gone.txt")
    assert (status, out) == (2, "")
    assert err == "错误：gone.txt：没有这个文件，请检查路径\n"
    assert not Path(NAME).exists()


def test_what_became_unnecessary_is_said(call: Call) -> None:
    call("baseline")
    Path("a.txt").write_text(DRAFT.replace("红荼", "红茶"), encoding="utf-8")
    Path("sub/b.txt").unlink()
    assert call("check").err == "基线里有 2 处已经不在了（a.txt、sub/b.txt）。用 speechlint baseline 更新。\n"
    assert call("check", "a.txt").err == "基线里有 1 处已经不在了（a.txt）。用 speechlint baseline 更新。\n"
    assert call("check", "--lang", "en").err == (
        "2 findings of the baseline are gone (a.txt, sub/b.txt). Update it with speechlint baseline.\n"
    )
    for narrower in (["--select", "toy/coal"], ["--ignore", "toy/tea"], ["--quiet"], ["--isolated"], ["c.txt"]):
        assert call("check", *narrower).err == "", narrower
    call("baseline")
    assert call("check").err == ""


def test_paragraphs_move_and_change(call: Call) -> None:
    call("baseline")
    first, second = DRAFT.splitlines()
    moved = [second.replace("才够用", "再说"), "新来的一段。", first.replace("今年秋天", "去年")]
    Path("a.txt").write_text("\n".join(moved) + "\n", encoding="utf-8")
    assert found(call) == []
