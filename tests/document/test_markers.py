"""Numbering markers: what is one, where it stands, and what only looks like one."""

from __future__ import annotations

import pytest

from speechlint.document.marker_grammar import read_marker
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Where
from tests.document.draft import Draft

LINE, SALUTATION, INLINE = Where.LINE, Where.SALUTATION, Where.INLINE


def read(text: str, residue: tuple[int, ...] = ()) -> list[tuple[str, str, int | None]]:
    return [(marker.span.of(text), marker.style, marker.ordinal) for marker in Draft(text, residue).markers]


AT_LINE_STARTS = [
    ("十二、守好海堤", "十二、", "一、", 1, 12),
    ("一 、守好海堤", "一 、", "一、", 1, 1),
    ("三，守好海堤", "三，", "一、", 1, 3),
    ("四　守好海堤", "四　", "一、", 1, 4),
    ("二.守好海堤", "二.", "一、", 1, 2),
    ("（三）疏浚航道", "（三）", "（一）", 2, 3),
    ("（ 三 ）、疏浚航道", "（ 三 ）、", "（一）", 2, 3),
    ("(十一)疏浚航道", "(十一)", "（一）", 2, 11),
    ("（一）款项收付", "（一）", "（一）", 2, 1),
    ("（二）项目建设", "（二）", "（一）", 2, 2),
    ("（三）目的意义", "（三）", "（一）", 2, 3),
    ("㈢疏浚航道", "㈢", "㈠", 2, 3),
    ("3.修补渔网", "3.", "1.", 3, 3),
    ("１２．修补渔网", "１２．", "1.", 3, 12),
    ("3.2025年渔网账", "3.", "1.", 3, 3),
    ("3 、修补渔网", "3 、", "1.", 3, 3),
    ("⒊修补渔网", "⒊", "⒈", 3, 3),
    ("（2）清点船只", "（2）", "（1）", 4, 2),
    ("2)清点船只", "2)", "1）", 4, 2),
    ("⑵清点船只", "⑵", "⑴", 4, 2),
    ("㉑ 登记船员", "㉑", "①", 5, 21),
    ("b. 登记船员", "b.", "a.", 5, 2),
    ("第三章　渔船检验", "第三章", "第一章", 0, 3),
    ("第 二 節　漁船檢驗", "第 二 節", "第一节", 0, 2),
    ("第一百二十条　渔船检验", "第一百二十条", "第一条", 0, 120),
    ("第十七条之一　渔船检验", "第十七条", "第一条", 0, None),
    ("第二部分 航道", "第二部分", "第一部分", 0, 2),
    ("第一，船要检。", "第一，", "第一，", 6, 1),
    ("第二、船要检。", "第二、", "第一，", 6, 2),
    ("第三是船要检。", "第三是", "第一是", 6, 3),
    ("其二，网要补", "其二，", "其一，", 6, 2),
    ("首先是网要补", "首先是", "首先，", 6, 1),
    ("最後，港要清！", "最後，", "首先，", 6, None),
    ("二是网要补。", "二是", "一是", 7, 2),
    ("一要快补网", "一要", "一要", 7, 1),
    ("三來，航標要亮", "三來", "一来", 7, 3),
    ("另一方面，航标要亮", "另一方面，", "一方面", 7, 2),
]


@pytest.mark.parametrize(("line", "marker", "style", "level", "ordinal"), AT_LINE_STARTS, ids=lambda value: str(value))
def test_at_line_starts(line: str, marker: str, style: str, level: int, ordinal: int | None) -> None:
    text = f"𠮷一是一，二是二。\r\n\u3000\u3000{line}\r\n"
    # The words that an uncommon line start is let in by stand below.
    text += "（一）\r\n"
    found = Draft(text).markers
    assert [(one.span.of(text), one.level, one.ordinal, one.line, one.where) for one in found[:-1]] == [
        (marker, level, ordinal, 1, LINE)
    ]
    assert found[0].number.of(text) == found[0].word
    if style != "首先，":
        assert found[0].style == style


INSIDE = [
    ("任务有两项：一是修堤；二是清淤。", ["一是", "二是"]),
    ("任务有两项，一是修堤，二是清淤。", ["一是", "二是"]),
    ("一要修堤、二要清淤、三要巡查。", ["一要", "二要", "三要"]),
    ("堤修好了。一、清淤。二、巡查。", ["一、", "二、"]),
    ("堤修好了。（一）清淤。（二）巡查。", ["（一）", "（二）"]),
    ("堤修好了：1.清淤；2.巡查；12.值守。", ["1.", "2.", "12."]),
    ("堤修好了：（1）清淤，（2）巡查，（12）值守。", ["（1）", "（2）", "（12）"]),
    ("堤修好了：①清淤，②巡查。", ["①", "②"]),
    ("堤要修，第一，清淤；第二，巡查。", ["第一，", "第二，"]),
    ("首先，清淤。其次，巡查。再次，值守。最后，总结。", ["首先，", "其次，", "再次，", "最后，"]),
    ("他说“修得好。”一是清淤，二是巡查。", ["一是", "二是"]),
    ("有兩層意思。 第一是清淤。 第十二是巡查。", ["第一是", "第十二是"]),
    ("同志们，一、堤要修。", ["一、"]),
    ("有两句话,一是修堤;二是清淤.三是巡查。", ["一是", "二是", "三是"]),
]


@pytest.mark.parametrize(("text", "markers"), INSIDE)
def test_inside_paragraphs(text: str, markers: list[str]) -> None:
    assert [marker for marker, _, _ in read(text)] == markers


NONE = [
    "一是一，二是二。",
    "说一是一二是二。",
    "农历十一是大日子。",
    "第一、第二产业齐头并进。",
    "去年一、二季度雨多。",
    "一、二、三等奖各有其人。",
    "三、四月份风大。",
    "这是第一次、第一书记、第一线。",
    "发展是第一要务，人才是第一资源。",
    "增长1.5个百分点，2024.3和9.3都是日期。",
    "1.1 总则",
    "堤修好了。1.5米的水位没有过。",
    "见附件（2），也见第（三）项。",
    "（三）项所列的船。",
    "（一）、（二）两处都要修。",
    "由第三方来查。",
    "本法第三条、第五条所列的船。",
    "地址是10.0.0.1，比分3:1，时间9:30。",
    "他问：“第一，船在哪里？第二，人在哪里？”",
    "一要…也要…",
    "不管三七二十一、也不问缘由。",
    "一方面军渡过了江。",
    "1. B 2. C 3. A",
]


@pytest.mark.parametrize("text", NONE)
def test_no_markers(text: str) -> None:
    found = read(text + "\n（一）")
    # An answer key's line begins with a number; nothing else in these lines does.
    assert [marker for marker, _, _ in found[:-1]] in ([], ["1."] if text.startswith("1. B") else [])


def test_a_salutation_in_front() -> None:
    text = "同志们，一、堤要修。\n各位代表：1.网要补。\n"
    assert [marker.where for marker in Draft(text).markers] == [SALUTATION, SALUTATION]


def test_residue_holds_no_markers() -> None:
    text = "一、修堤\n二、加客服微信\n二、清淤\n"
    assert read(text, residue=(1,)) == [("一、", "一、", 1), ("二、", "一、", 2)]


WORDS = (
    "沿河各村的排水沟已经清到了底，淤泥装车运走，护坡上补种的柳条也都活了，乡里请老把式看过，说再来一场那样的雨，"
    "水也能顺着沟走，进不了院子；入户排查的名册放在村部，谁家住的是老屋，谁家有行动不便的老人，上面记得清清楚楚，夜里"
)


def test_text_is_read_through_page_marks() -> None:
    words = f"{WORDS * 2}人要叫得应。第一是备料。第二是备人，{WORDS * 2}不漏一户。"
    size = words.index("第二") + 2
    pages = [words[at : at + size // 2] for at in range(0, len(words), size // 2)]
    text = "\n".join(f"{number}、{page}" for number, page in enumerate(pages, start=1))
    first, second = Draft(text).markers
    assert (first.span.of(text), first.ordinal, first.line) == ("第一是", 1, 1)
    assert (second.span.of(text), second.ordinal, second.number.of(text)) == ("第二\n3、是", 2, "二")
    assert text[second.span.end :].startswith("备人")


CONTENTS = (
    "目　录\n一、修堤……1\n二、清淤……4\n三、巡查……9\n\n一、修堤\n堤要修。\n二、清淤\n淤要清。\n三、巡查\n人要到。\n"
)


def test_tables_of_contents_hold_no_markers() -> None:
    assert [marker.line for marker in Draft(CONTENTS).markers] == [5, 7, 9]
    assert [table.lines for table in Draft(CONTENTS).contents] == [range(4)]


def test_an_outline_ends_where_the_text_begins() -> None:
    text = "提纲：\n一、修堤\n（一）备料\n（二）备人\n二、清淤\n一、修堤\n（一）备料\n（二）备人\n二、清淤\n"
    assert [marker.line for marker in Draft(text).markers] == [5, 6, 7, 8]


@pytest.mark.parametrize(
    ("marker", "ordinal", "written"),
    [
        ("一、", 12, "十二"),
        ("（一）", 99, "九十九"),
        ("１．", 12, "１２"),
        ("①", 21, "㉑"),
        ("a.", 3, "c"),
        ("首先，", 2, "其次"),
        ("⑴", 21, None),
        ("首先，", 4, None),
        ("一是", 100, None),
    ],
)
def test_another_ordinal(marker: str, ordinal: int, written: str | None) -> None:
    first = Draft(f"{marker}修堤，（一）清淤").markers[0]
    if written is None:
        with pytest.raises(ValueError):
            first.written(ordinal)
    else:
        assert first.written(ordinal) == written


BLANKS = [first + second for first in ("", " ", "　", "\xa0") for second in ("", " ", "　", "\xa0")]
NUMBERS = ["一", "四", "十二", "二十", "一百", "七", "３", "12", "9", "0１"]
# Every shape that the grammar knows, {n} a number and {b} blanks.
SHAPES = [
    *("{n}{b}" + mark for mark in ("、", "．", ".", "，", ",", "：", ":", "）", ")", "")),
    *(opener + "{b}{n}{b}" + closer for opener in "（(" for closer in "）)"),
    *("第{b}{n}{b}" + behind for behind in ("，", "、", "：", "是", "要", "章", "部分", "条")),
    *("其{n}{b}" + behind for behind in ("，", "是")),
    *("{n}" + behind for behind in ("是", "要", "来，")),
]
SIGNS = [
    "①",
    "⑴",
    "⒈",
    "㈠",
    "㉑",
    "㊱",
    "首先，",
    "其次：",
    "再次,",
    "最后是",
    "一方面",
    "另一方面",
    "最後，",
    "一來，",
]
LETTERED = [letter + mark for letter in "abmz" for mark in ".)．）"]


def test_no_marker_at_a_line_start_goes_unnoticed() -> None:
    """Where nothing is noticed, nobody looks for markers at all."""
    written = {shape.format(n=number, b=blanks) for shape in SHAPES for number in NUMBERS for blanks in BLANKS}
    texts = [f"{marker}{words}" for marker in (*written, *SIGNS, *LETTERED) for words in ("修堤清淤", "干渠")]
    read_as_markers = [text for text in texts if read_marker(text, 0, len(text), line_start=True) is not None]
    assert len(read_as_markers) > 4000
    assert [text for text in read_as_markers if not MARKER_SIGNS.places(text)] == []


@pytest.mark.parametrize(
    "form", ["{}.", "{}，", "{}：", "{}　", "（　{}　）", "（ {}）", "{} ．", "第　{}，", "{}\xa0、"]
)
def test_a_list_of_slips_is_a_list(form: str) -> None:
    words = ("修好堤坝", "清淤通渠", "巡查值守")
    text = "\n".join(form.format(number) + said for number, said in zip("一二四", words, strict=True))
    assert [fault.kind.value for fault in Draft(text).numbering_faults] == ["gap"]
