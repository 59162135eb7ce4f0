"""Every option of `check`: the arguments, the exit status, what is printed, what becomes of the draft."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from speechlint.reporters.registry import BUILTIN as FORMATS
from tests.cli.conftest import DRAFT, MENDED, MENDED_HINT, MENDED_UNSAFE, Call

TEXT = """\
a.txt
  3 处：toy 3
  1:3  错误 “红荼”应为“红茶”  [toy/tea]
       收购红荼，运走烟媒。
           ^^^^ → 改为“红茶”（--fix）
  1:8  警告 “烟媒”应为“烟煤”  [toy/coal]
       收购红荼，运走烟媒。
                     ^^^^ → 改为“烟煤”（--fix --unsafe-fixes）
  2:3  提示 “俩个”应为“两个”  [toy/pair]
       俩个仓库都满了。
       ^^^^ → 改为“两个”

共 3 处：错误 1、警告 1、提示 1。
--fix 可改 1 处，加 --unsafe-fixes 还可改 1 处（改后请过目），其余 1 处要由人来改。
"""
QUIET = "".join(TEXT.splitlines(keepends=True)[i] for i in (0, *range(2, 12)))
ENGLISH = """\
a.txt
  3 findings: toy 3
  1:3  error   '红荼' should be '红茶'  [toy/tea]
       收购红荼，运走烟媒。
           ^^^^ → use '红茶' (--fix)
  1:8  warning '烟媒' should be '烟煤'  [toy/coal]
       收购红荼，运走烟媒。
                     ^^^^ → use '烟煤' (--fix --unsafe-fixes)
  2:3  hint    '俩个' should be '两个'  [toy/pair]
       俩个仓库都满了。
       ^^^^ → use '两个'

3 findings: 1 error, 1 warning, 1 hint.
--fix mends 1; --unsafe-fixes another 1 (look at them afterwards); 1 needs a person.
"""
TEA = "a.txt:1:3: error toy/tea “红荼”应为“红茶”\n"
COAL = "a.txt:1:8: warning toy/coal “烟媒”应为“烟煤”\n"
PAIR = "a.txt:2:3: hint toy/pair “俩个”应为“两个”\n"
STATISTICS = """\
1  警告  toy/coal  错误煤
1  提示  toy/pair  错误俩
1  错误  toy/tea   错误茶
"""
DIFF = """\
--- a.txt
+++ a.txt
@@ -1,2 +1,2 @@
-收购红荼，运走烟媒。
+收购红茶，运走烟媒。
 　　俩个仓库都满了。
"""
FIXED = """\
a.txt
  2 处：toy 2
  已改 1 处：toy 1
  1:8  警告 “烟媒”应为“烟煤”  [toy/coal]
       收购红茶，运走烟媒。
                     ^^^^ → 改为“烟煤”（--fix --unsafe-fixes）
  2:3  提示 “俩个”应为“两个”  [toy/pair]
       俩个仓库都满了。
       ^^^^ → 改为“两个”

已改 1 处，1 个文件。
共 2 处：警告 1、提示 1。
加 --unsafe-fixes 可改 1 处（改后请过目），其余 1 处要由人来改。
"""
FIX_ONLY = "a.txt\n  已改 1 处：toy 1\n\n已改 1 处，1 个文件。\n"


class Row(NamedTuple):
    """`out` and `err` None: not compared; `draft`: what the file holds afterwards."""

    arguments: str
    status: int = 1
    out: str | None = None
    err: str | None = ""
    draft: str = DRAFT


ROWS = [
    Row("a.txt", out=TEXT),
    Row("a.txt --output-format text", out=TEXT),
    Row("a.txt --output-format concise", out=TEA + COAL + PAIR),
    Row("a.txt --quiet", out=QUIET),
    Row("a.txt -q --output-format concise", out=TEA + COAL + PAIR),
    Row("a.txt --lang en", out=ENGLISH),
    Row("a.txt --statistics", out=STATISTICS),
    Row("a.txt --severity warning --output-format concise", out=TEA + COAL),
    Row("a.txt --severity error --output-format concise", out=TEA),
    Row("a.txt --severity error --ignore toy/tea --output-format concise", 0, out=""),
    Row("a.txt --select toy/pair --output-format concise", 0, out=PAIR),
    Row("a.txt --select toy/pair,toy/tea --output-format concise", out=TEA + PAIR),
    Row("a.txt --select toy/pair --select toy/tea --output-format concise", out=TEA + PAIR),
    Row("a.txt --ignore toy/tea,toy/coal --output-format concise", 0, out=PAIR),
    Row("a.txt --select toy/tea --extend-select toy/coal --output-format concise", out=TEA + COAL),
    Row("a.txt --exit-zero --output-format concise", 0, out=TEA + COAL + PAIR),
    Row("a.txt --preset minimal --config select=[] --output-format concise", 0, out=""),
    Row("a.txt --config severity.toy='hint' --output-format concise --statistics", 0),
    Row("a.txt --config ignore=['toy/tea'] --config lang='en' --output-format concise",
        out="a.txt:1:8: warning toy/coal '烟媒' should be '烟煤'\na.txt:2:3: hint toy/pair '俩个' should be '两个'\n"),
    Row("a.txt --isolated --select typo", 0, out="检查了 1 个文件，没有发现问题。\n"),
    Row("a.txt --isolated --select toy", 2, out="", err=None),
    Row("a.txt --color always --output-format concise --select toy/tea",
        out="\x1b[1ma.txt\x1b[0m:1:3: \x1b[1;31merror\x1b[0m toy/tea “红荼”应为“红茶”\n"),
    Row("a.txt --color never", out=TEXT),
    Row("a.txt --color auto", out=TEXT),
    Row("a.txt --no-cache", out=TEXT),
    Row("a.txt --jobs 1", out=TEXT),
    Row("a.txt --encoding utf-8", out=TEXT),
    Row("a.txt --encoding nonesuch", 2, out="",
        err="错误：--encoding nonesuch：没有这种编码。常用：utf-8、gb18030、gbk、big5、utf-16。\n"),
    Row("a.txt --force-exclude --config exclude=['a.*']", 0, out="", err="警告：文件都被排除了，没有检查什么。\n"),
    Row("a.txt --force-exclude --config exclude=['a.*'] --output-format json", 0, out="[]\n",
        err="警告：文件都被排除了，没有检查什么。\n"),
    Row("a.txt --force-exclude --config exclude=['a.*'] --output-format jsonl", 0, out="", err=None),
    Row("a.txt --force-exclude --config exclude=['a.*'] --statistics --output-format json", 0, out="[]\n", err=None),
    Row("a.txt --force-exclude --config exclude=['a.*'] --statistics", 0, out="", err=None),
    Row("a.txt --force-exclude --config exclude=['a.*'] --fix-only --output-format json", 0, out="[]\n", err=None),
    Row("a.txt --force-exclude --config exclude=['a.*'] --diff", 0, out="", err=None),
    Row("a.txt --config exclude=['a.*']", out=TEXT),
    Row("a.txt --unsafe-fixes", out=TEXT),
    Row("a.txt --fix", out=FIXED, draft=MENDED),
    Row("a.txt --fix --unsafe-fixes --output-format concise", 0, out=PAIR, draft=MENDED_UNSAFE),
    Row("a.txt --fix --select toy/pair --output-format concise", 0, out="", draft=MENDED_HINT),
    Row("a.txt --fix --ignore toy/coal,toy/pair", 0, out=FIX_ONLY + "没有剩下的问题。\n", draft=MENDED),
    Row("a.txt --fix-only", 0, out=FIX_ONLY, draft=MENDED),
    Row("a.txt --fix-only --output-format concise", 0, out="", draft=MENDED),
    Row("a.txt --fix-only --select toy/coal", 0, out="没有改动；1 处问题没有列出（--fix 会列出）。\n"),
    Row("a.txt --fix-only --select toy/coal --lang en", 0, out="Nothing was mended; 1 finding not listed (--fix lists them).\n"),
    Row("a.txt --fix-only --ignore toy", 0, out="检查了 1 个文件，没有发现问题。\n"),
    Row("a.txt --diff", out=DIFF),
    Row("a.txt --diff --unsafe-fixes", out=DIFF.replace("+收购红茶，运走烟媒", "+收购红茶，运走烟煤")),
    Row("a.txt --diff --fix", out=DIFF),
    Row("a.txt --diff --select toy/coal", 0, out=""),
    Row("a.txt --config words.allow=['红荼'] --output-format concise", out=COAL + PAIR),
    Row("a.txt --config words.allow=['红荼'] --output-format concise --show-suppressed",
        out=TEA.rstrip("\n") + " [配置中允许的词]\n" + COAL + PAIR),
    Row("a.txt --select nonesuch", 2, out="", err="错误：--select：没有规则或类别“nonesuch”。用 speechlint rules 看全部规则。\n"),
    Row("a.txt --output-format pdf", 2, out="",
        err=f"错误：--output-format pdf：没有这种格式，可用：{'、'.join(sorted(FORMATS))}。\n"),
    Row("a.txt --statistics --output-format sarif", 2, out="",
        err="错误：--statistics 没有 sarif 格式，可用：text、concise、json、jsonl。\n"),
    Row("a.txt --jobs 0", 2, out="", err="错误：--jobs/-j 的值应为正整数。\n用法见 speechlint check --help\n"),
    Row("a.txt --severity bad", 2, out="",
        err="错误：--severity 的值不认识，可用：hint、warning、error。\n用法见 speechlint check --help\n"),
    Row("a.txt --zzzz", 2, out="", err="错误：没有选项 --zzzz。\n用法见 speechlint check --help\n"),
    Row("a.txt --sele x", 2, out="", err="错误：没有选项 --sele，是不是 --select？\n用法见 speechlint check --help\n"),
    Row("a.txt --jobs x --lang=en", 2, out="",
        err="error: Invalid value for '--jobs' / '-j': 'x' is not a valid integer range.\nSee speechlint check --help\n"),
    Row("a.txt -", 2, out="", err="错误：标准输入（-）不能与别的路径一起检查。\n"),
    Row("a.txt --stdin-filename b.txt", 2, out="", err="错误：--stdin-filename 只用于标准输入：路径请写 -。\n"),
    Row("- --watch", 2, out="", err="错误：--watch 不能用于标准输入。\n"),
    Row("a.txt --config nix.toml", 2, out="",
        err="错误：--config nix.toml：没有这个文件；改一个键请写成 'key=value'。\n"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.arguments for row in ROWS])
def test_option(row: Row, call: Call) -> None:
    draft = Path("a.txt")
    draft.write_text(DRAFT, encoding="utf-8")
    status, out, err = call("check", *row.arguments.split(" "))
    assert (out, err) == (out if row.out is None else row.out, err if row.err is None else row.err)
    assert status == row.status
    assert draft.read_text(encoding="utf-8") == row.draft


def test_json(call: Call) -> None:
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    status, out, err = call("check", "a.txt", "--output-format", "json", "--select", "toy/tea")
    finding: dict[str, object] = {
        "code": "toy/tea",
        "family": "toy",
        "severity": "error",
        "message": "“红荼”应为“红茶”",
        "filename": "a.txt",
        "location": {"row": 1, "column": 3},
        "end_location": {"row": 1, "column": 5},
        "text": "红荼",
        "fix": {
            "applicability": "safe",
            "message": "改为“红茶”",
            "edits": [
                {"location": {"row": 1, "column": 3}, "end_location": {"row": 1, "column": 5}, "content": "红茶"}
            ],
        },
        "suggestions": [],
        "notes": [],
        "fingerprint": "572ee9c6af365d22",
        "url": None,
    }
    line = json.dumps(finding, ensure_ascii=False)
    assert (status, out, err) == (1, f"[\n  {line}\n]\n", "")
    assert call("check", "a.txt", "--output-format", "jsonl", "--select", "toy/tea").out == line + "\n"
    assert call("check", "a.txt", "--output-format", "json", "--select", "typo").out == "[]\n"
    assert call("check", "a.txt", "--output-format", "jsonl", "--select", "typo").out == ""


def test_encoding_that_cannot_be_found_out(call: Call) -> None:
    Path("a.txt").write_bytes("红荼\n".encode("gb18030"))
    assert call("check", "a.txt").status == 2
    assert call("check", "a.txt", "--encoding", "gb18030", "--output-format", "concise") == (
        1,
        "a.txt:1:1: error toy/tea “红荼”应为“红茶”\n",
        "",
    )


def test_output_file(call: Call) -> None:
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    assert call("check", "a.txt", "--output-file", "report.txt", "--color", "always") == (1, "", "")
    assert Path("report.txt").read_text(encoding="utf-8") == TEXT
    status, out, err = call("check", "a.txt", "--output-file", "no/report.txt")
    assert (status, out) == (2, "")
    assert err.startswith("错误：--output-file no/report.txt：无法写入：")


def test_configuration_file_of_the_users_choice(call: Call, tmp_path: Path) -> None:
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    other = tmp_path / "work" / "other.toml"
    other.write_text('rule-packs = ["pack"]\nselect = ["toy/coal"]\n', encoding="utf-8")
    assert call("check", "a.txt", "--output-format", "concise", "--config", "other.toml") == (1, COAL, "")


def test_isolated_reads_no_configuration_and_no_baseline(call: Call) -> None:
    Path("speechlint.toml").write_text("broken = [", encoding="utf-8")
    Path(".speechlint-baseline.json").write_text("broken", encoding="utf-8")
    Path("a.txt").write_text("通知\n", encoding="utf-8")
    assert call("check", "a.txt", "--isolated").status == 0
    assert call("check", "a.txt").status == 2


def test_no_cache_writes_nothing(call: Call, tmp_path: Path) -> None:
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    call("check", "a.txt", "--no-cache")
    assert not (tmp_path / "cache").exists()
    call("check", "a.txt")
    assert len(list((tmp_path / "cache").glob("*.bin"))) == 1
