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
    f"{LEFT}各村召开\n\n座谈会。{RIGHT}",
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


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\n\n　　", " \n\n\n"])
def test_a_word_may_be_torn_by_a_blank_line(gap: str, newline: str) -> None:
    text = f"{LEFT}各村召开座{gap}谈会。{RIGHT}".replace("\n", newline)
    (found,) = check_text(text, select=SELECT)
    assert "“座谈会”被拆开" in found.message
    # Whether two paragraphs are one, somebody should see.
    assert fix_text(text, select=SELECT).text == text
    assert "各村召开座谈会。" in fix_text(text, select=SELECT, unsafe=True).text


@pytest.mark.parametrize("text", SILENT)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_ends_its_lines_itself_is_never_glued(text: str, newline: str) -> None:
    assert check_text(text.replace("\n", newline), select=SELECT) == []


# Lines of nearly one width that end as they like: poems, lists, addresses, headings, names, titles.
EVEN = [
    "渠上的柳条还没有抽出新的芽来\n守闸的老人已经听见水的声响\n他把手里的烟袋轻轻磕在石头上\n说今年的春天会比去年来得早些",
    "一把铁锹挖开千年不醒的冻土地\n两行脚印通向山那边的小学校舍\n三盏马灯照亮半夜浇地的乡亲们\n四面红旗插在刚刚合龙的大坝上",
    "青石镇水利站负责干渠日常管护\n柳树镇农机站负责机械调度使用\n枣林镇供电所负责泵站电力保障\n沙坪镇卫生院负责工地医疗救护",
    "收件单位：青石镇人民政府水利站办公室（三楼）\n通信地址：青石镇河堤路一号院内东侧第二排平房\n联系电话：请在工作日上午拨打总机转水利站值班\n投递说明：包裹请放在传达室并在登记簿上签上字",
    "周大河 李长水 王有田 赵满仓 钱丰收 孙得雨 吴看水 郑修堤\n陈守闸 冯护林 褚清淤 卫开渠 蒋巡坝 沈测流 韩架桥 杨打井\n朱引泉 秦蓄洪 尤排涝 许灌田 何育秧 吕施肥 施收粮 张晒谷",
    "在全镇春季水利工程建设推进会暨渠长责任制\n落实情况通报会和先进集体表彰大会上的讲话\n提纲（征求意见稿，请各单位于本周五前反馈）",
    "关于进一步加强汛期水库安全管理工作的实施方案\n关于建立健全农村饮水工程长效管护机制的意见\n关于开展河道非法采砂专项整治行动情况的报告",
    "春灌用水计划表由各村渠长填写后报水利站汇总\n渠系巡查记录由巡查人员每天填写并由站长签字\n设备维修台账由机电班负责登记并按月核对一次",
    "上联：一渠清水千家乐业家家夸政策\n下联：万亩良田百姓安居户户唱丰年\n横批：水到渠成",
    "问：渠里的水什么时候能够放到我们村\n答：干渠清淤月底结束以后就可以放水\n问：放水的次序是按什么样的办法来定\n答：先下游后上游先高田后低田轮着来",
    "　　春风吹过河湾的时候我在修渠\n　　夏雨落满池塘的时候我在守闸\n　　秋阳晒黄稻谷的时候我在记账\n　　冬雪盖住田埂的时候我在开会",
    "第一组讨论题目：怎样把渠长制的经验总结推广到全镇\n第二组讨论题目：怎样把水费收缴和用水计量结合起来\n第三组讨论题目：怎样把管护经费落实到每一段渠道上",
    "歌词：太阳出来照山坡，修渠的人儿多又多\n你挖土来我挑担，一条大渠绕山过哟嗬\n水到田头人心暖，家家户户唱新歌哟嗬",
    "主办：青石镇人民政府、青石镇农业合作联社总社\n承办：青石镇水利站、青石镇文化站、青石镇广播站\n协办：柳树村村民委员会、枣林村村民委员会筹备组",
    "08:30 签到并领取会议材料（一楼大厅服务台）\n09:00 全体人员步行前往干渠工地现场观摩学习\n10:30 返回会场听取三个村的渠长代表交流发言\n11:30 午餐（凭餐券在二楼食堂按桌号就座用餐）",
    "石桥村三组 清淤一千二百米 用工三百八十个 已完工\n柳树村一组 清淤八百五十米 用工二百四十个 已完工\n青山村五组 清淤九百三十米 用工二百七十个 未验收",
    "人心齐，泰山移，众人拾柴火焰才能高\n一根筷子易折断，十根筷子抱成团不断\n渠水长流靠大家，你一锹来我一锹相帮",
    "要像爱护眼睛一样爱护每一条渠道\n要像珍惜粮食一样珍惜每一滴清水\n要像照顾老人一样照顾每一台水泵",
    "特等奖：石桥村渠长周大河同志及其带领的巡渠小分队\n一等奖：柳树村渠长李长水同志及其带领的清淤突击队\n二等奖：青山村渠长王有田同志及其带领的护林小分队",
    "各村党支部书记、村委会主任、渠长、会计\n镇水利站、农机站、供电所、卫生院负责人\n镇中心小学、镇供销社、镇信用社有关同志",
]


@pytest.mark.parametrize("text", EVEN)
def test_even_lines_that_are_no_wrapped_prose(text: str) -> None:
    assert check_text(text, select=SELECT) == []


PROSE = (
    "去年冬天的那场雪下得很大，山里的三个村断了路。镇里的干部带头上山，一户一户地看，把米和药送到老人手里，没有出一起事故。"
    "群众说，雪再大也不怕，有人惦记着呢。"
)


@pytest.mark.parametrize("width", [26, 27, 30, 31, 36, 40])
def test_a_short_file_of_one_wrapped_paragraph_or_two(width: int) -> None:
    """Two breaks that tear a word, or one where sentences end in the middle of lines."""
    text = f"{wrapped(PROSE, width)}\n{wrapped(LONG[1], width)}"
    found = check_text(text, select=SELECT)
    assert len(found) >= text.count("\n") - 2
    assert fix_text(text, select=SELECT).text == text


def test_a_paragraph_of_three_lines_alone() -> None:
    text = (
        "今年以来，各村在清淤护渠上下了真功夫，汛期之前把干渠支渠都走了一遍。镇里的干\n"
        "部包段到人，白天巡渠，夜里守闸，水情一有变化就往上报，全镇没有发生一起事\n"
        "故。"
    )
    assert [found.span.of(text) for found in check_text(text, select=SELECT)] == ["干\n部", "事\n故"]
