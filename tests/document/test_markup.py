"""Markdown drafts: markup round a heading hides it from no view, and code holds no headings."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.document.kinds import LineKind
from speechlint.document.model import Document
from speechlint.engine.linter import Linter

SPEECH = """\
---
title: 一、不是标题
---

# 在全镇护林会上的讲话

同志们：

## 一、把火源管住

### （一）入山登记
进山的人都要登记。**一是**登姓名；**二是**登去处；**三是**登时辰。

**（二）收缴火种**

火种一律留在卡口。

```text
二、代码里的不是标题
```

## 二、把队伍练强 ##

- 一、列表里的也算一行
- 二、列表里的第二行

| 三、表格 | 格 |
| --- | --- |
| 四、表格 | 格 |

__三、把林子看牢。__

> 四、引文里的照读
"""


def document(text: str) -> Document:
    return Document(Linter(Config()).decode(text.encode(), "draft.md"))  # type: ignore[arg-type]


def test_headings_are_read_through_their_markup() -> None:
    text = SPEECH
    read = [(marker.span.of(text), marker.words.of(text)) for marker in document(text).markers]
    assert read[:8] == [
        ("一、", "把火源管住"),
        ("（一）", "入山登记"),
        ("一是", "登姓名；**二是**登去处；**三是**登时辰"),
        ("二是", "登去处；**三是**登时辰"),
        ("三是", "登时辰"),
        ("（二）", "收缴火种"),
        ("二、", "把队伍练强"),
        ("三、", "把林子看牢"),
    ]
    assert not any("代码" in words or "不是标题" in words for _, words in read)


def test_lines_are_of_their_kind() -> None:
    kinds = document(SPEECH).kinds
    assert [line for line, kind in enumerate(kinds) if kind is LineKind.TITLE] == [4]
    assert kinds[8] is kinds[10] is kinds[13] is LineKind.HEADING
    assert kinds[18] is not LineKind.HEADING


def test_plain_text_keeps_its_lines() -> None:
    from speechlint.formats.source import Source

    plain = Document(Source("## 一、修堤\n**二、清淤**"))
    assert plain.bare_lines.starts is plain.lines.starts
    assert plain.markers == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["## 一、修堤", "## 二、清淤", "## 四、巡查"], ["numbering/sequence-gap"]),
        (["**一、修堤**", "**二、清淤**", "**四、巡查**"], ["numbering/sequence-gap"]),
        (["## 一、修堤", "## 二、清淤", "## 三、巡查"], []),
        (["1. 修堤", "1. 清淤", "1. 巡查"], []),
        (["```", "一、修堤", "二、清淤", "四、巡查", "```"], []),
        (["## 一、修堤", "## 二、清淤", "```\n三、备料\n```", "## 四、巡查"], ["numbering/sequence-gap"]),
        (["讲三点意见。", "## 一、修堤", "## 二、清淤", "## 三、巡查"], []),
        (
            ["我讲四点意见。", "## 一、修堤", "堤要修好。", "## 二、清淤", "渠要清好。", "## 三、巡查", "天天要看。"],
            ["numbering/announced-count"],
        ),
    ],
)
def test_numbering_of_markdown(lines: list[str], expected: list[str]) -> None:
    linter = Linter(Config(select=("numbering",)))
    source = linter.decode("\n\n".join(lines).encode(), "draft.md")
    assert [finding.rule for finding in linter.check(source).kept] == expected  # type: ignore[arg-type]
