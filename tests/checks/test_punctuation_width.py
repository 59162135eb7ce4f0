"""Marks in the wrong form: half-width ones, straight quotation marks, ellipses, dashes, repeated marks."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for

FORMS = ("halfwidth-punct", "straight-quote", "ellipsis-form", "dash-form", "repeated-mark", "mixed-width-pair")
RULES = tuple(f"punctuation/{name}" for name in FORMS)


def linter(preset: str = "gongwen") -> Linter:
    return Linter(Config(preset=preset, select=RULES))  # type: ignore[arg-type]


def seen(text: str, preset: str = "gongwen", filename: str = "draft.txt") -> list[tuple[str, str]]:
    report = linter(preset).check_text(text, filename)
    assert report.failures == ()
    return [(found.rule.partition("/")[2], found.span.of(report.source.text)) for found in report.kept]


def mended(text: str, preset: str = "gongwen", filename: str = "draft.txt") -> str:
    source = format_for(filename).read(text.encode(), filename, None)
    return fix_source(linter(preset), source, Applicability.UNSAFE).source.text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("渠修好了,水也来了.", "渠修好了，水也来了。"),
        ("渠修好了,水也来了.人都笑了.\n比尔.盖茨也笑了.", "渠修好了，水也来了。人都笑了。\n比尔.盖茨也笑了。"),
        ("会议强调:一要修渠;二要引水!", "会议强调：一要修渠；二要引水！"),
        ("渠头村(含两个组)共300户.", "渠头村（含两个组）共300户。"),
        ("谁来管水?怎么管?大家说:“轮着管!”", "谁来管水？怎么管？大家说：“轮着管！”"),
        ("增长5%,其中早稻增长3.5%;晚稻增长2%。", "增长5%，其中早稻增长3.5%；晚稻增长2%。"),
        ("增长5%,2024年再增3%,好于预期。", "增长5%，2024年再增3%，好于预期。"),
        ("请了CEO,都是本村人;用上了5G,真快!", "请了CEO，都是本村人；用上了5G，真快！"),
        ("开展“双送”,编成《手册》;发到户(人手一册),很管用。", "开展“双送”，编成《手册》；发到户（人手一册），很管用。"),
        ("渠头村、渠尾村,X市和××县,□镇,都去了。", "渠头村、渠尾村，X市和××县，□镇，都去了。"),
        ("联系电话:0571-88880000,联系人:老周", "联系电话：0571-88880000，联系人：老周"),
        ("时间:9:30,地点:村部(二楼);比分3:2,大家都来!", "时间：9:30，地点：村部（二楼）；比分3:2，大家都来！"),
        ("详见https://a.example.cn/x?a=1,b=2,请自行下载。", "详见https://a.example.cn/x?a=1,b=2，请自行下载。"),
        ("加入世贸组织(WTO)后,茶叶好卖了", "加入世贸组织（WTO）后，茶叶好卖了"),
        ("鎮長說:「渠修好了,水也來了!」", "鎮長說：「渠修好了，水也來了！」"),
        ("第一,修渠;第二,引水;", "第一，修渠；第二，引水；"),
        ("他说了三个字：“不,不要!”", "他说了三个字：“不，不要！”"),
        ("推进Digital Village, Smart Water等项目,提升水平.", "推进Digital Village, Smart Water等项目，提升水平。"),
        ("加油China!手机号为138****0000;达98.6,居首", "加油China！手机号为138****0000；达98.6，居首"),
        ("20xx年,X月X日,第X届;**县,某某镇:都在", "20xx年，X月X日，第X届；**县，某某镇：都在"),
        ("水来了 ,人笑了 ;", "水来了 ，人笑了 ；"),
        ("水来了!!太好了", "水来了！！太好了"),
        ("水来了!!!!太好了,人笑了?!", "水来了！！！太好了，人笑了？！"),
        ('开展"好渠好水"活动,评"能手"', "开展“好渠好水”活动，评“能手”"),
        ("水利局（以下简称\"局\")", "水利局（以下简称“局”）"),
        ("修渠、引水...样样有人管。。。", "修渠、引水……样样有人管……"),
        ("最要紧的是--人人出力,处处用心", "最要紧的是——人人出力，处处用心"),
        ("水来了。。人笑了，，歌声起了,,", "水来了。人笑了，歌声起了，"),
        ("水来了,，人笑了！！！！！", "水来了，人笑了！！！"),
        ("主题: 修渠动员\n时间: 上午", "主题： 修渠动员\n时间： 上午"),
        ("编了规划(2021-2025),学制(3+2),执行标准(GB/T 9704)", "编了规划（2021-2025），学制（3+2），执行标准（GB/T 9704）"),
        ("修渠､引水都好｡", "修渠、引水都好。"),
        ("老周（组长)和老吴(副组长）到会", "老周（组长）和老吴（副组长）到会"),
    ],
)  # fmt: skip
def test_mended(text: str, right: str) -> None:
    assert mended(text) == right
    assert mended(right) == right


@pytest.mark.parametrize(
    "text",
    [
        "会议于9:30开始，比分3:2，得票1,024张，占12.5%，坡度1:3。",
        "请登录https://www.example.gov.cn/a/b?x=1&y=2;z=3查询，或写信到li,si@example.com。",
        "执行GB/T 9704-2012、ISO 9001:2015，版本V2.1.3，自2024.5.1起。",
        "函数y=f(x)，当x>0时，f(x)=x^2;g(a, b)=1，坐标(120.15,30.28)，区间[0,1)。",
        "歌名《Let's Go!》《Yes, I Do》，口号“Better City, Better Life”。",
        "他说：“Hello, everyone! Nice to meet you.”大家都笑了。",
        "The Ministry of Water Resources (水利部) issued a notice; it took effect on May 1, 2024.",
        "他说“OK!”和「Yes?」，又喊（Go!）。",
        "Dear Mr. Li,\nWe are glad to hear (at last) from you!",
        "化合物为2,4-二氯苯氧乙酸和1,2-二氯乙烷。",
        "第(3)式代入第(5)式，a)修渠；b)引水；1)护林。",
        "1)修渠\n2)引水\n(a)护林\n(b)种树",
        "变量user_name、路径C:\\docs\\a,b.txt和/data/a;b都在。",
        "版权&copy;和空格&nbsp;都是实体，表情:)和:-(都有。",
        "用时1:23:45，5'30\"，显示器27\"，Xi'an、Rock'n'Roll、90's。",
        "<a href=\"渠.html\">渠</a>和{\"村\": \"渠头\"}",
        "真的吗？！太好了！！！……他没有说完。",
        "目录\n第一章 总则......1\n第二章 水源..........12\n1，2，…，n",
        "让渠水流得更远——渠头村调查\n——在会上的讲话\n北京—上海，研发—验证—生产，2019—2021年",
        "国发〔2025〕5号，2025年1月1日，（一）指导思想。1.坚持党的领导。（1）加强；《中共中央　国务院关于××的意见》",
        "二期、?水灌区和獎?wù)拢都是坏字，不是问号。",
        "选项A,B,C都对，图1,2,3见附录。",
        "发件人: 柳青 <liu@example.cn>\n主题: Re: 渠首的图纸\n日期: Tue, 12 Mar 2024\n\n图纸收到了，请放心。\n",
        "图纸收到了，请放心。\n-- \n柳青 | 渠管站\n手机: 138-0000-1111\n",
        "［1］柳青，石磊．水渠衬砌三法［J］．水利学报，2019（3）：4－9．\n[2] 石磊. 渠史[M]. 上海: 春水书店, 2018.",
        "证：原式＝(a+b)(1/a+1/b)=2+b/a+a/b≥(1+1)²，因此Sₙ=a₁(1－qⁿ)/(1－q)。",
        "12．(x+3)(x－3)　13．2x＋3＝5(x－3)，向量b=(3,－1)，值域为(－∞,＋∞)。",
        "半开半闭区间记作(a,b]或[a,b)，点P(2,－1)和点P′(2,1)，样本(n=120)，强度约为(700/450)⁴。",
        "11月25日(六)開閘放水，請鄉親們來看。",
        "请打开“渠首图_v3(改).docx”和“水费(第二稿).xlsx”。",
        "——————\n..........\n----------",
        "The minutes were kept in English, and no word of them is Chinese but 渠首 and 渠长.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("preset", ["gongwen", "zh-hant"])
def test_left_alone(text: str, preset: str) -> None:
    assert seen(text, preset) == []
    assert mended(text, preset) == text


MARKDOWN = """\
---
title: 渠水,清清
tags: [水利,村庄]
---

# 说明(草稿)

运行`make build, test`后,见[手册](https://example.cn/a,b(1).html "册,子")和![图](a,b.png)。

- [ ] 查苗情
- **重点:** 水源
1. 修渠

| 村, 镇 | 户数:人 |
|:-------|--------:|
| 渠头   | 30      |

```python
print("渠,水", sep=",")  # 渠,水
```

An English paragraph, with its own marks: here (and there); done!
"""


def test_markdown_changes_in_prose_alone() -> None:
    assert seen(MARKDOWN, filename="draft.md") == [
        ("halfwidth-punct", "("),
        ("halfwidth-punct", ")"),
        ("halfwidth-punct", ","),
        ("halfwidth-punct", ":"),
        ("halfwidth-punct", ","),
        ("halfwidth-punct", ":"),
    ]
    assert mended(MARKDOWN, filename="draft.md") == (
        MARKDOWN.replace("说明(草稿)", "说明（草稿）")
        .replace("`后,", "`后，")
        .replace("重点:", "重点：")
        .replace("村, 镇", "村， 镇")
        .replace("户数:人", "户数：人")
    )


def test_one_finding_a_mark() -> None:
    text = "渠,水,人," * 3_000 + "都在。"
    assert seen(text) == [("halfwidth-punct", ",")] * 9_000


def test_marks_of_list_markers_are_left_to_numbering() -> None:
    assert seen("一,修渠\n二,引水") == []
    assert seen("(一)修渠\n(二)引水\n（三)护林") == []
    assert seen("按第(一)项执行") == [("halfwidth-punct", "("), ("halfwidth-punct", ")")]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("渠长行使下列职权:\n（一）开闸；\n（二）关闸。\n渠工的职责是:\n看水。", "hint"),
        ("渠长行使下列职权:\n（一）开闸；\n（二）关闸。", "warning"),
        ("渠长行使下列职权:\n（一）开闸,放水；\n（二）关闸。", "warning"),
    ],
)
def test_colons_that_close_a_line_are_a_hint_where_there_are_no_others(text: str, severity: str) -> None:
    assert {found.severity.word for found in linter().check_text(text).kept} == {severity}
