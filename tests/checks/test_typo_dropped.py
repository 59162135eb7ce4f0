"""Missing characters and doubled ones: what is mended, what stays silent, and both scripts."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text

# The draft, and the text after the unsafe fixes.
SLIPS = [
    ("要推动经济社高质量发展，建好渔港。", "要推动经济社会高质量发展，建好渔港。"),
    ("渔港要全面贯彻实党的各项政策。", "渔港要全面贯彻落实党的各项政策。"),
    ("漁港要全面貫徹實黨的各項政策。", "漁港要全面貫徹落實黨的各項政策。"),
    ("建设中国特社会主义渔港。", "建设中国特色社会主义渔港。"),
]
SILENT = [
    *("渔会干部深入基层，听取群众意见。", "按规定办，依法管，为民办实事。", "稳粮扩油、促改惠民，优教强医。"),
    *("“中国特社会主义”漏了一个字。", "《经济社高质量》是一家报社的栏目。", "经济社是渔村的经济合作社。"),
    *("经济社高价收鱼，经济社高兴。", "", "众", "The harbour.", "俄军、美军、以军都在演习。"),
    *("副镇长王建设、渔会主席李社会到会。", "贯彻、落实、执行。"),
]


@pytest.mark.parametrize(("text", "fixed"), SLIPS)
def test_missing_character_is_put_back(text: str, fixed: str) -> None:
    assert fix_text(text, select=["typo/dropped-character"], unsafe=True).text == fixed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SLIPS[0][0], "“经济社高质量”疑为“经济社会高质量”，漏了“会”"),
        (SLIPS[2][0], "“貫徹實黨”疑为“貫徹落實黨”，漏了“落”"),
        ("渔港要加强生态 文建设。", "“生态 文建设”疑为“生态 文明建设”，漏了“明”"),
        ("渔港要加强生态文建设。", "“生态文建设”疑为“生态文明建设”，漏了“明”"),
        ("我们要密切联系众。", "“密切联系众”疑为“密切联系群众”，漏了“群”"),
    ],
)
def test_whole_words_are_quoted(text: str, said: str) -> None:
    assert [found.message for found in check_text(text, select=["typo/dropped-character"])] == [said]


@pytest.mark.parametrize("text", SILENT)
def test_good_text_stays_silent(text: str) -> None:
    assert check_text(text, select=["typo/dropped-character"]) == []


TWICE = [
    ("学习贯彻总书记记重要讲话精神。", "学习贯彻总书记重要讲话精神。"),
    ("學習貫徹總書記記重要講話精神。", "學習貫徹總書記重要講話精神。"),
    ("要维护社会社会稳定，守好渔港。", "要维护社会稳定，守好渔港。"),
    ("加快建设设现代化渔港。", "加快建设现代化渔港。"),
]
NOT_TWICE = [
    *("合议组组成人员到齐，委员会会议如期召开。", "中国国际进口博览会，人民民主专政，事业业绩突出。"),
    *("这件事要研究研究再定，大家讨论讨论。", "天天出海，年年有余，渔民们高高兴兴。", "一架架飞机，一艘艘渔船。"),
    *(
        "自驾游游客多，渔家乐乐趣多。",
        "禁止从事有有害物的作业。",
        "",
        "渔渔",
        "深入深入深入",
        "他说：“总书记记得渔民。”",
    ),
    *("渔船编号11、22、33。", "哈哈", "好好好，对对对。"),
]


@pytest.mark.parametrize(("text", "fixed"), TWICE)
def test_second_of_two_goes(text: str, fixed: str) -> None:
    assert fix_text(text, select=["typo/surplus-character"], unsafe=True).text == fixed


@pytest.mark.parametrize("text", NOT_TWICE)
def test_meant_doubling_stays(text: str) -> None:
    assert check_text(text, select=["typo/surplus-character"]) == []
