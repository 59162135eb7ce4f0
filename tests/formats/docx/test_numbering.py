"""Automatic numbers, as Word shows them."""

from __future__ import annotations

import pytest

from speechlint.formats.docx.numerals import written
from speechlint.formats.registry import DOCX
from tests.formats.docx.making import document, paragraph

Levels = list[tuple[str, str]]
SPEECH: Levels = [
    ("chineseCounting", "%1、"),
    ("japaneseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
]


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(levels: Levels, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', more: str = "") -> str:
    inner = "".join(level(depth, form, text, more) for depth, (form, text) in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{nums}'


def numbered(text: str, depth: int = 0, id: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{id}"/></w:numPr>')


def shown(body: str, numbering: str, styles: str = "") -> list[str]:
    parts = {"numbering": numbering} | ({"styles": styles} if styles else {})
    return DOCX.read(document(body, parts), "a.docx", None).text.rstrip("\n").split("\n")


def test_levels_of_a_speech() -> None:
    depths = [0, 1, 1, 2, 3, 3, 2, 0, 1, 2]
    found = shown("".join(numbered("甲", depth) for depth in depths) + paragraph("乙"), lists(SPEECH))
    assert found == [
        "一、甲", "（一）甲", "（二）甲", "1.甲", "（1）甲", "（2）甲", "2.甲", "二、甲", "（一）甲", "1.甲", "乙",
    ]  # fmt: skip


def test_numbers_of_several_levels() -> None:
    body = numbered("a") + numbered("a", 1) + numbered("a", 1) + numbered("a") + numbered("a", 1)
    levels = [("upperRoman", "第%1章"), ("decimal", "%1.%2")]
    assert shown(body, lists(levels)) == ["第I章 a", "I.1 a", "I.2 a", "第II章 a", "II.1 a"]
    assert shown(body, lists(levels, more="<w:isLgl/>"))[1:3] == ["1.1 a", "1.2 a"]


def test_a_level_that_begins_deep() -> None:
    assert shown(numbered("甲", 2), lists([("decimal", "%1"), ("decimal", "%2"), ("decimal", "%1.%2.%3、")])) == [
        "1.1.1、甲"
    ]


def test_what_stands_between_number_and_text() -> None:
    for form, text, words, wanted in [
        ("decimal", "%1.", "甲", "1.甲"),
        ("decimal", "%1.", "2026年", "1. 2026年"),
        ("decimal", "%1", "甲", "1 甲"),
        ("decimal", "%1、", "2026年", "1、2026年"),
        ("bullet", "", "甲", "甲"),
        ("none", "注：", "甲", "甲"),
    ]:
        assert shown(numbered(words), lists([(form, text)])) == [wanted]
    assert shown(numbered("甲"), lists([("decimal", "%1")], more='<w:suff w:val="nothing"/>')) == ["1甲"]


def test_lists_that_share_a_count_and_begin_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        f'<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride></w:num>'
    )
    body = "".join(numbered("甲", 0, id) for id in (1, 1, 2, 3, 3, 4))
    assert shown(body, lists(SPEECH, nums)) == ["一、甲", "二、甲", "三、甲", "一、甲", "二、甲", "3)甲"]


@pytest.mark.parametrize(
    ("restart", "last"),
    [("", "（一）甲"), ('<w:lvlRestart w:val="0"/>', "（三）甲"), ('<w:lvlRestart w:val="1"/>', "（一）甲")],
)
def test_when_a_level_begins_anew(restart: str, last: str) -> None:
    body = numbered("甲") + numbered("甲", 1) + numbered("甲", 1) + numbered("甲") + numbered("甲", 1)
    assert shown(body, lists(SPEECH[:2], more=restart))[-1] == last


def test_numbers_from_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="x"/></w:style>'
    )
    numbering = lists([], "").replace(
        "</w:abstractNum>",
        level(0, *SPEECH[0], '<w:pStyle w:val="h1"/>')
        + level(1, *SPEECH[1], '<w:pStyle w:val="h2"/>')
        + "</w:abstractNum>",
    )
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = "".join(
        paragraph("甲", properties=f'<w:pStyle w:val="{style}"/>') for style in ("h1", "h2", "a", "x", "h2", "h1")
    )
    body += paragraph(
        "甲", properties='<w:pStyle w:val="h1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    )
    assert shown(body, numbering, styles) == ["一、甲", "（一）甲", "甲", "甲", "（二）甲", "二、甲", "甲"]


def test_lists_that_take_their_levels_from_a_style() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, *SPEECH[0])}<w:styleLink w:val="S"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert shown(numbered("甲") + numbered("甲"), numbering) == ["一、甲", "二、甲"]


def test_deleted_items_are_not_counted() -> None:
    gone = '<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>'
    deleted = '<w:del w:id="2" w:author="甲"><w:r><w:delText>乙</w:delText></w:r></w:del>'
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{gone}'
    body = numbered("甲") + paragraph(deleted, properties=properties) + numbered("丙")
    assert shown(body, lists(SPEECH)) == ["一、甲", "二、丙"]


@pytest.mark.parametrize(
    ("form", "wanted"),
    {
        "decimal": "1 10 11 20 21 99 100 101",
        "decimalZero": "01 10 11 20 21 99 100 101",
        "chineseCounting": "一 十 十一 二十 二十一 九十九 一○○ 一○一",
        "chineseCountingThousand": "一 十 十一 二十 二十一 九十九 一百 一百零一",
        "japaneseCounting": "一 十 十一 二十 二十一 九十九 一百 一百零一",
        "ideographDigital": "一 一〇 一一 二〇 二一 九九 一〇〇 一〇一",
        "chineseLegalSimplified": "壹 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹",
        "ideographTraditional": "甲 癸 11 20 21 99 100 101",
        "ideographZodiac": "子 酉 戌 20 21 99 100 101",
        "decimalEnclosedCircle": "① ⑩ ⑪ ⑳ 21 99 100 101",
        "decimalEnclosedParen": "⑴ ⑽ ⑾ ⒇ 21 99 100 101",
        "decimalFullWidth": "１ １０ １１ ２０ ２１ ９９ １００ １０１",
        "lowerLetter": "a j k t u uuuu vvvv wwww",
        "upperRoman": "I X XI XX XXI XCIX C CI",
        "unheardOf": "1 10 11 20 21 99 100 101",
    }.items(),
)  # fmt: skip
def test_numerals(form: str, wanted: str) -> None:
    assert [written(number, form) for number in (1, 10, 11, 20, 21, 99, 100, 101)] == wanted.split()


def test_damaged_numbers_count_as_they_can() -> None:
    assert written(0, "chineseCounting") == "0"
    assert written(123456, "japaneseCounting") == "一二三四五六"
    assert shown(numbered("甲", 0, 1), level(0, "decimal", "%1.") + lists([])) == ["甲"]
    assert shown(numbered("甲", 0, 7) + numbered("乙", 5), lists(SPEECH)) == ["甲", "乙"]
