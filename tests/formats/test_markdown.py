"""The mask over Markdown: `{ }` stand around what is no prose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.formats.markdown.mask import find_quiet
from speechlint.formats.source import Directive
from speechlint.text.span import Span

BLOCKS = {
    "front matter": "{---\ntitle: 讲话\ntags: [甲]\n---}\n正文",
    "front matter with comment": "{---\n# 注\n\n'键': 1\n...}\n正文",
    "toml": '{+++\ntitle = "讲话"\n+++}\n正文',
    "prose between rules": "{---}\n今天开会：好\n{---}\n正文",
    "front matter never closed": "{---}\ntitle: 讲话\n正文",
    "front matter further down": "开头\n\n{---}\n",
    "fence": "前\n{```python\nx市 = 1\n```}\n后",
    "fence interrupts": "前\n{```\n码\n```}\n后",
    "tildes": "{~~~\n```\n码\n~~~~}\n后",
    "longer fence": "{````\n```\n````}\n后",
    "no closing with words": "{```\n码\n``` 码\n```}\n后",
    "fence unclosed": "前\n\n{```\n码\n\n码}",
    "indented fence": "   {```\n码\n  ```}\n后",
    "fence in quote": "{> }{```\n> 码\n> ```}\n{> }文",
    "fence in quote ends with it": "{> }{```\n> 码}\n文",
    "fence in list": "{- }文\n\n{  }{```\n  码\n  ```}\n{  }文",
    "fence in numbered list": "1.{ }文\n\n{   }{```\n   码\n   ```}\n2.{ }文",
    "ticks with ticks behind are no fence": "{``` 码 ```} 文",
    "first-line indent": "    今天开会。\n\n\t今天开会。\n\n　　今天开会。",
    "indented code": "文：\n\n{    app.log:12: 错误: 超时(30s)\n    x = f(1, 2)}\n\n后",
    "indented code ends with the text": "文：\n\n{\tls -la /渠}",
    "indented paragraphs": "    CEO,都是本村人,很好。\n\n    CEO(首席)讲话\n\n    2024年(1,2)\n    x = f(1, 2)\n文",
    "heading": "{## }标题{ ##}\n正文",
    "empty heading": "{##}\n",
    "hashes without a blank": "##年#月",
    "underlined headings": "标题\n{===}\n标题\n{---}\n正文",
    "rule": "文\n\n{* * *}\n{___}\n文",
    "bullets": "{- }甲\n{* }乙\n{+ }丙",
    "nested bullets": "{- }甲\n{  }{- }乙\n{    }丙",
    "numbers are prose": "1.{ }甲\n2){ }乙",
    "number without a blank": "1.甲\n2.乙",
    "number in running text": "甲\n2. 乙",
    "tasks": "{- [x] }甲\n{- [ ] }乙\n{- }[丙] 丁",
    "quote": "{> }甲\n{> > }乙\n丙",
    "table": "{| }甲{ | }乙{ |}\n{|:--|--:|}\n{| }X市{ | }丙{ |}\n\n文|文",
    "table without outer pipes": "甲{ | }乙\n{--- | ---}\n`a{|}b`\n",
    "table under prose": "今天\n甲{|}乙\n{-|-}\n丙\\|丁{|}戊",
    "no table": "甲|乙\n--|--|--\n丙|丁",
    "reference": "{[文]: https://a.cn/b '题'}\n见{[}这里{][文]}和{[}文{]}、[别处]。",
    "a blank is no reference": "[姓名]: 待定",
    "note": "文{[^1]}。\n\n{[^1]: }说明。",
    "hard breaks": "一{  }\n二{\\}\n三 \n四  ",
    "html block": "{<div align='center'>}\n讲话\n{</div>}\n\n文",
    "script": "{<script>\nX = 1\n\n</script>}\n文",
    "comment over lines": "{<!-- 甲\n\n乙 -->}丙\n丁",
    "comment never closed": "{<!-- 甲\n\n乙}",
    "windows line ends": "{## }标题\r\n\r\n{```\r\n码\r\n```}\r\n甲{  }\r\n乙\r\n",
    "old line ends": "{## }标题\r{```\r码\r```}\r甲",
}
INLINES = {
    "code": "在{`x`}中{``a`b``}",
    "code over a line end": "在{`x\ny`}中",
    "maths": "产量{$x_1(一),2$}和{\\(f(x),甲\\)}，{$$\n产量(一),产量(二)\n$$}完",
    "prices": "$5和$6，US$7,HK$8",
    "signs": "谢谢大家 {:smile:} 我们:(一:2:3)",
    "code stops at the paragraph": "在`x\n\n在`y",
    "lone ticks": "在`x``y",
    "escaped tick": "\\`x{`y`}",
    "strong": "{**}粗体{**}，{__}粗体{__}",
    "emphasis": "{*}斜体{*} {_}斜体{_} {***}都{**}是{*}",
    "strike": "{~~}删去{~~}一~二~三",
    "strong beside punctuation": "{**}重点：{**}内容",
    "strong around quotation marks": "抓{**}“重点”{**}工作",
    "strong around brackets": "按{**}（一）款{**}办",
    "strong twice": "{**}甲{**}{**}乙{**}",
    "mask at the beginning": "**县委",
    "mask in a word": "由***书记主持",
    "mask before a comma": "张**，男；李**，女。",
    "mask before a bracket": "张**（男），李某（女）",
    "underscores in a word": "县__决定，在__处",
    "snake": "a_b_c",
    "escaped stars": "\\*\\*县\\*\\*",
    "paragraphs part marks": "**县\n\n县**",
    "cells part marks": "a{|}b\n{-|-}\n**甲{|}乙**",
    "link": "见{[}文件{](a/b.md)}。",
    "link with title": '见{[}文件{](<a b> "题（一）")}。',
    "link with brackets": "见{[}文件{](a(b).md)}。",
    "image": "{![}照片{](a.png)}",
    "mark in link": "{[}{**}文{**}{](#甲)}",
    "blank with a remark": "[姓名](此处填写)",
    "blank in brackets": "[姓名]、【单位】、国发[2024]3号",
    "address": "见https://a.cn/b_c?d=1_，和www.a_b_.cn。",
    "address in a word": "xhttps://a.cn",
    "strong address": "{**}http://a.cn{**}",
    "autolink": "{<https://a.cn/甲>}{<b@a.cn>}",
    "tags": "{<b>}甲{</b>}{<br/>}{<a href='x>y'>}乙{</a>}",
    "blank like a tag": "<XX>市<姓名>a<b",
    "comment": "甲{<!-- ** -->}乙",
    "entities": "{&nbsp;}甲{&#12288;}&乙;",
}


@pytest.mark.parametrize("marked", [*BLOCKS.values(), *INLINES.values()], ids=[*BLOCKS, *INLINES])
def test_masks(marked: str) -> None:
    text = marked.replace("{", "").replace("}", "")
    # Neighbours are one stretch here, however many the reader made of them.
    assert show(text) == marked.replace("}{", "")


def test_attributes_are_markup() -> None:
    text = "# 标题 {#id,甲}\n\n![图](b.png){width=50%,甲}，{{姓名,单位}}和{一,二}"
    quiet = [span.of(text) for span, _ in find_quiet(text)[0]]
    assert quiet == ["# ", "{#id,甲}", "![", "](b.png)", "{width=50%,甲}"]


def show(text: str) -> str:
    shown, at = "", 0
    for span, _ in find_quiet(text)[0]:
        shown += text[at : span.start] + "{" + span.of(text) + "}"
        at = span.end
    return (shown + text[at:]).replace("}{", "")


@pytest.mark.parametrize(
    ("comment", "wanted"),
    [
        ("<!-- speechlint: disable -->", ("disable", ())),
        ("<!-- speechlint: enable -->", ("enable", ())),
        ("<!--speechlint:disable-file-->", ("disable-file", ())),
        ("<!-- Speechlint：disable-next-line a/b c -->", ("disable-next-line", ("a/b", "c"))),
        ("<!-- speechlint: disable a/b, c/d，e/f -->", ("disable", ("a/b", "c/d", "e/f"))),
        ("<!-- speechlint: disable\n  a/b\n-->", ("disable", ("a/b",))),
        ("<!-- speechlint: disabel a/b -->", ("disabel", ("a/b",))),
        ("<!-- speechlint: -->", ("", ())),
        ("<!-- speechlint-disable a/b -->", ("speechlint-disable", ("a/b",))),
        ("<!-- speechlint disable a/b -->", ("speechlint", ("disable", "a/b"))),
        ("<!-- speechlint 查过了 -->", None),
        ("<!-- 关于 speechlint: disable -->", None),
        ("<!---->", None),
        ("<!-->", None),
        ("`<!-- speechlint: disable -->`", None),
    ],
)
@pytest.mark.parametrize("before", ["", "今天开会。", "> ", "- 甲\n  ", "甲\n\n"])
def test_reads_directives(before: str, comment: str, wanted: tuple[str, tuple[str, ...]] | None) -> None:
    if "\n" in comment and before in ("> ", "- 甲\n  "):
        return  # the next line is not inside
    text = f"{before}{comment}\n今天。"
    span = Span(len(before), len(before) + len(comment))
    assert find_quiet(text)[1] == ((Directive(span, *wanted),) if wanted else ())


def test_code_speaks_to_nobody() -> None:
    assert find_quiet("```\n<!-- speechlint: disable -->\n```")[1] == ()


@given(st.text(alphabet="县X *_`~<>![]()|\\&#-+=:1.\n\r\t　，“", max_size=80))
def test_any_text_has_a_mask(text: str) -> None:
    quiet, _ = find_quiet(text)
    spans = [stretch.span for stretch in quiet]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            ["今天开会。", "　　各位代表：", "（一）加强领导，", "2024年3月，", "X市、某县", "\n", "\n\n", "。"]
        )
    )
)
def test_plain_prose_has_no_mask(pieces: list[str]) -> None:
    assert find_quiet("".join(pieces)) == ((), ())


MANY = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "`" * MANY * 2,
        "` " * MANY,
        "".join("`" * length + " " for length in range(600)),
        "[" * MANY,
        "[](a " * MANY,
        "[a](<" * MANY,
        '[a](b "' * MANY,
        "[a](" + "(" * MANY,
        "*" * MANY,
        "*a " * MANY,
        "a* " * MANY,
        "*_ " * MANY + "_a* " * MANY,
        "**a *b __c _d " * (MANY // 4),
        "<a " * MANY,
        '<a b="' * MANY,
        "a<!--\n" * MANY,
        ">" * MANY,
        "* " * MANY + "x",
        "|a" * MANY + "\n" + "|-" * MANY + "\n" + "|b" * MANY,
        " " * MANY + "\n" + " " * MANY + "|",
        "# " * MANY,
        "[^" * MANY,
        "&a" * MANY,
        "www." * MANY,
        "https://a,,,," * MANY,
        "\\" * MANY,
        "```\n" * MANY,
        "---\na: b\n" * MANY,
        "今天开会，" * MANY * 3,
    ],
    ids=lambda text: text[:8],
)
def test_work_grows_with_the_text_only(text: str) -> None:
    """None of these would end within the patience of a test run if anything were read twice for each of its parts."""
    quiet, _ = find_quiet(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(quiet))
