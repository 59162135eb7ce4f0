"""`outline`: the tree, its JSON, where a draft comes from, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call, start

DRAFT = """\
在夜校开学典礼上的讲话

各位学员：
夜校开学了。下面，我讲三点意见。
一、把课排好
课要排到下班后。一是排得早，二是排得巧。
三、把人请来
（一）请老师傅
（二）请新学员
"""
TREE = """\
draft.txt
   1  在夜校开学典礼上的讲话
   3  ├─ 各位学员：
   5  ├─ 一、把课排好  2 项
   6  │  ├─ 一是排得早
   6  │  └─ 二是排得巧
   7  └─ 三、把人请来  2 项
         │  错误 上一条是“一、把课排好”（第5行），这一条应为“二”，写的是“三”
   8     ├─ （一）请老师傅
   9     └─ （二）请新学员

1 篇，6 个条目，结构上有 1 处问题。
"""


@pytest.fixture
def draft(folder: Path) -> Path:
    (folder / "speechlint.toml").unlink()
    path = folder / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def names(symbols: list[dict[str, Any]]) -> list[Any]:
    return [[symbol["kind"], symbol["name"], *names(symbol["children"])] for symbol in symbols]


def test_the_tree(draft: Path, call: Call) -> None:
    outcome = call("outline", draft.name)
    assert outcome == (0, TREE, "")


def test_json(draft: Path, call: Call) -> None:
    outcome = call("outline", str(draft), "--output-format", "json")
    value = json.loads(outcome.out)
    assert (outcome.status, value["filename"]) == (0, "draft.txt")
    assert names(value["symbols"]) == [
        [
            "speech",
            "在夜校开学典礼上的讲话",
            ["salutation", "各位学员："],
            ["heading", "一、把课排好", ["item", "一是排得早"], ["item", "二是排得巧"]],
            ["heading", "三、把人请来", ["heading", "（一）请老师傅"], ["heading", "（二）请新学员"]],
        ]
    ]
    third = value["symbols"][0]["children"][2]
    assert [third[key] for key in ("items", "ordinal", "style", "level")] == [2, 3, "一、", 1]
    salutation = value["symbols"][0]["children"][0]
    assert [salutation[key] for key in ("items", "ordinal", "style", "level")] == [0, None, None, None]
    assert third["range"] == {"start": {"row": 7, "column": 1}, "end": {"row": 10, "column": 1}}
    assert third["selectionRange"] == {"start": {"row": 7, "column": 1}, "end": {"row": 7, "column": 7}}
    assert [finding["code"] for finding in third["findings"]] == ["numbering/sequence-gap"]
    assert third["findings"][0]["range"]["start"] == {"row": 7, "column": 1}


def test_a_wrong_count_stands_at_the_speech_that_says_it(draft: Path, call: Call) -> None:
    draft.write_text(DRAFT.replace("三、把人", "二、把人") + "大家加油。\n", encoding="utf-8")
    lines = call("outline", draft.name).out.split("\n")
    assert "".join(line[8:].strip() for line in lines[2:4]) == (
        "错误 这里说“三点意见”，后面列了两项：一、把课排好（第5行），二、把人请来（第7行）；应改为“两点意见”，或补上缺的条目 [4:12]"
    )


def test_a_collection_has_a_tree_for_each_speech(draft: Path, call: Call) -> None:
    speech = "各位学员：\n一、把课排好\n二、把人请来\n谢谢大家。\n"
    draft.write_text(f"篇一：\n{speech}篇二：\n{speech}", encoding="utf-8")
    value = json.loads(call("outline", draft.name, "--output-format", "json").out)
    assert [(symbol["name"], len(symbol["children"])) for symbol in value["symbols"]] == [("篇一：", 3), ("篇二：", 3)]


def test_speeches_of_a_collection_go_by_their_titles(draft: Path, call: Call) -> None:
    speech = "各位学员：\n一、把课排好\n二、把人请来\n谢谢大家。\n"
    draft.write_text(f"篇一：在夜校开学时的讲话\n{speech}篇二：\n在夜校结业时的讲话\n{speech}", encoding="utf-8")
    value = json.loads(call("outline", draft.name, "--output-format", "json").out)
    assert [(symbol["name"], symbol["mark"], symbol["items"]) for symbol in value["symbols"]] == [
        ("在夜校开学时的讲话", "篇一：", 2),
        ("在夜校结业时的讲话", "篇二：", 2),
    ]
    assert "在夜校开学时的讲话  篇一：\n" in call("outline", draft.name).out


def test_markdown(draft: Path, call: Call) -> None:
    path = draft.with_suffix(".md")
    lines = ["# 在夜校开学典礼上的讲话", "## 一、把课排好", "**（一）排得早**", "**（二）排得巧**", "## 二、把人请来"]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    value = json.loads(call("outline", path.name, "--output-format", "json").out)
    assert names(value["symbols"]) == [
        [
            "speech",
            "在夜校开学典礼上的讲话",
            ["heading", "一、把课排好", ["heading", "（一）排得早"], ["heading", "（二）排得巧"]],
            ["heading", "二、把人请来"],
        ]
    ]


def test_what_the_user_ignores_is_no_finding(draft: Path, call: Call) -> None:
    (draft.parent / "speechlint.toml").write_text('ignore = ["numbering/sequence-gap"]\n', encoding="utf-8")
    assert call("outline", draft.name).out.endswith("6 个条目，结构上没有发现问题。\n")


def test_a_preset(draft: Path, call: Call) -> None:
    draft.write_text("一、把课排好\n（一）排得早\n二、把人请来\n（一）请老师傅\n（二）请新学员\n", encoding="utf-8")
    assert "提示" not in call("outline", draft.name).out
    assert "提示 这一层只有“（一）”一条，可以不编号" in call("outline", draft.name, "--preset", "strict").out


def test_what_is_no_numbered_part_is_left_out(draft: Path, call: Call) -> None:
    draft.write_text("关于征订的通知\n一、征订书目\n二、征订办法\n\n附件：1.新书目录\n2.征订回执\n", encoding="utf-8")
    lines = call("outline", draft.name).out.split("\n")
    assert lines[1:4] == ["   1  关于征订的通知", "   2  ├─ 一、征订书目", "   3  └─ 二、征订办法"]


def test_english(draft: Path, call: Call) -> None:
    out = call("outline", draft.name, "--lang", "en").out
    assert "  5  ├─ 一、把课排好  2 items\n" in out
    assert out.endswith("\nSpeeches: 1, numbered parts: 6; in the structure, findings: 1.\n")


def test_colours_and_long_words(draft: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    draft.write_text("一、" + "把课排到每一个学员都方便的时候" * 2 + "\n二、\x1b[31m把人请来\n", encoding="utf-8")
    out = call("outline", draft.name).out
    assert "├─ 一、把课排到每一个学员…\n" in out
    assert "\x1b" not in out
    assert "└─ 二、\\x1b[31m把人请来\n" in out
    assert "\x1b[2m   1\x1b[0m" in call("outline", draft.name, "--color", "always").out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_standard_input(draft: Path, encoding: str) -> None:
    process = start("outline", "-", "--stdin-filename", "draft.txt", "--isolated", stdin=-1)
    out, err = process.communicate(DRAFT.encode(encoding), timeout=60)
    assert (out.decode(), err, process.returncode) == (TREE, b"", 0)


TROUBLE = [
    (["outline", "nope.txt"], "错误：nope.txt：没有这个文件，请检查路径\n"),
    (["outline", "nope.txt", "--lang", "en"], "error: nope.txt: there is no such file; check the path\n"),
    (["outline", "raw.txt"], "错误：raw.txt："),
    (["outline", "."], "错误：.：这是文件夹，请给出一个文件\n"),
    (["outline", "draft.txt", "more.txt"], "错误：多出了参数 more.txt，请去掉。\n"),
    (["outline", "draft.txt", "--preset", "nonesuch"], "错误：--preset 的值不认识"),
    (["outline", "draft.txt", "--config", "nope.toml"], "错误："),
    (["outline", "draft.txt", "--encoding", "nonesuch"], "错误："),
    (["outline"], "错误："),
]


@pytest.mark.parametrize(("arguments", "said"), TROUBLE, ids=[" ".join(arguments) for arguments, _ in TROUBLE])
def test_what_cannot_be_read(draft: Path, call: Call, arguments: list[str], said: str) -> None:
    (draft.parent / "raw.txt").write_bytes(b"\x00\x01\x02")
    outcome = call(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(said)


def test_an_empty_draft(draft: Path, call: Call) -> None:
    draft.write_text("", encoding="utf-8")
    assert call("outline", draft.name).out == "draft.txt\n   1  （没有标题）\n\n1 篇，0 个条目，结构上没有发现问题。\n"
