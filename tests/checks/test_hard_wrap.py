"""Line ends inside sentences: what is joined and how, and what is never glued together."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text

LEFT = "今年春旱来得早，全镇上下一条心，白天看渠，夜里守闸，水一滴也没有白流。"
RIGHT = "老百姓说，这样的干部信得过。渠修到哪里，水就流到哪里；水流到哪里，庄稼就绿到哪里。"
SELECT = ("spacing/hard-wrap",)

JOINED = [
    (f"{LEFT}各村召开座\n谈会，把办法说透。{RIGHT}", f"{LEFT}各村召开座谈会，把办法说透。{RIGHT}"),
    (f"{LEFT}各村召开座\r\n谈会，把办法说透。{RIGHT}", f"{LEFT}各村召开座谈会，把办法说透。{RIGHT}"),
    (f"{LEFT}各村召开座 \n谈会，把办法说透。{RIGHT}", f"{LEFT}各村召开座谈会，把办法说透。{RIGHT}"),
    (f"{LEFT}各村召開座\n談會，把辦法說透。{RIGHT}", f"{LEFT}各村召開座談會，把辦法說透。{RIGHT}"),
]


@pytest.mark.parametrize(("text", "fixed"), JOINED)
def test_torn_words_are_joined_safely(text: str, fixed: str) -> None:
    assert fix_text(text, select=SELECT).text == fixed


LOOSE = [
    (f"{LEFT}各村要认真贯彻\n落实春灌方案，一天也不能等。{RIGHT}", "贯彻\n落实"),
    (f"{LEFT}各村按照县里规定\n的办法办，一天也不能等。{RIGHT}", "规定\n的"),
    (f"{LEFT}各村都要守好“渠在人\n在”的规矩，一天也不能等。{RIGHT}", "人\n在"),
    (f"{LEFT}石桥村修渠199\n8米，一天也没有等。{RIGHT}", "9\n8"),
    (f"{LEFT}今年，通过走访\n农户、查看水表、翻看账本等办法，各村都摸清了家底。{RIGHT}", "走访\n农户"),
    (f"{LEFT}各村走访农户，\n查看水表，翻看账本，请来老把式，把家底都摸清了。{RIGHT}", "，\n查看"),
    (f"{LEFT}各村都摸清了家底，并且\n查看了水表，翻看了账本，请来了老把式。{RIGHT}", "并且\n查看"),
]


@pytest.mark.parametrize(("text", "words"), LOOSE)
def test_torn_sentences_are_for_a_person(text: str, words: str) -> None:
    assert [found.span.of(text) for found in check_text(text, select=SELECT)] == [words]
    assert fix_text(text, select=SELECT).text == text
    assert fix_text(text, select=SELECT, unsafe=True).text == text.replace("\n", "")


def wrapped(paragraph: str, width: int, indent: str = "") -> str:
    text = indent + paragraph
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


LONG = [
    "今年春旱来得早，全镇上下一条心，白天看渠，夜里守闸，水一滴也没有白流，老百姓都说这样的干部信得过，这样的日子有盼头。",
    "各村的渠长把自己那一段渠走了三遍，哪里漏水、哪里塌了边，都记在本子上，当天报给水利站，水利站排出先后，急的当天就修。",
    "老把式说，水是田的命，渠是水的路，人是渠的主，三样缺了哪一样，庄稼都长不好，这句话要记在每一个渠长的心里，天天想一遍。",
    "下一步，要把修好的渠段交给会管的人，把管水的办法写成条文贴到墙上，让每一户都看得见、看得懂，有不合适的地方随时再改。",
]


@pytest.mark.parametrize("width", [30, 36, 40])
@pytest.mark.parametrize(("indent", "between"), [("　　", "\n"), ("", "\n\n"), ("    ", "\n")])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_wrapped_file_comes_back_whole(width: int, indent: str, between: str, newline: str) -> None:
    plain = between.join(indent + paragraph for paragraph in LONG * 3).replace("\n", newline)
    text = between.join(wrapped(paragraph, width, indent) for paragraph in LONG * 3).replace("\n", newline)
    assert fix_text(text, select=SELECT).text == text
    assert fix_text(text, select=SELECT, unsafe=True).text == plain
    assert check_text(plain, select=SELECT) == []


def test_in_markdown_lines_end_where_they_like() -> None:
    text = "\n\n".join(wrapped(paragraph, 36) for paragraph in LONG)
    assert check_text(text, filename="a.md", select=SELECT) == []


SILENT = [
    f"{LEFT}各村都摸清了家底\n，也拿出了办法。{RIGHT}",
    f"{LEFT}\n{RIGHT}",
    f"{LEFT}各村召开座\n\n谈会。{RIGHT}",
    f"　　{LEFT}召开了大会\n　　议程有三项。{RIGHT}",
    "远看青山层层绿，近看渠水日日清\n老牛犁田不用鞭，渠长守夜不用灯\n春种一粒饱满籽，秋收万担黄金谷",
    "渠长：周大河，电话：略，住址：石桥村东头第三户\n长渠：李长水，电话：略，住址：柳树村西头第五户",
    "石桥村、柳树村、青山村、河湾村、沙坪村、枣林村、白杨村\n民主村、团结村、前进村、胜利村",
    "一、2025年春灌工作回顾与展望，兼谈守渠护水的办法\n过去的一年，水来得早。",
    "关于进一步加强全镇渠道管护和用水管理工作的若干\n意见",
    "尊敬的各位领导、各位来宾，亲爱的全镇父老乡亲、渠长同志们，\n大家好！今年的水来得早。",
    f"{LEFT}\n青石镇人民政府办公室、青石镇水利站、青石镇农技站联合\n发布",
    "爱渠如家，护水如命，不徇私情，不怕辛苦\n渠在人在，人在渠通，一心为民，守土尽责\n永不松懈",
    "要人员到位、责任到位、工具到位、物资到位、经费到位\n大力宣传节水，让人人会算水账，家家有本水账",
    f"{LEFT}\n（此处省略512字）\n{RIGHT}",
    "周大河　石桥村渠长，男，汉族，一九六二年三月生\n人大代表，连任三届，管渠二十年",
]


@pytest.mark.parametrize("text", SILENT)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_ends_its_lines_itself_is_never_glued(text: str, newline: str) -> None:
    assert check_text(text.replace("\n", newline), select=SELECT) == []
