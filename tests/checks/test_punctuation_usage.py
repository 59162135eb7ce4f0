"""How marks are used: lists, questions, quotations, titles, ranges. What is mended, and what stays as it is."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source

USAGE = (
    "colon-use",
    "doc-number-bracket",
    "dunhao-conj",
    "dunhao-scope",
    "guillemets",
    "interpunct",
    "list-end-deng",
    "list-intro",
    "question-mark",
    "range-connector",
    "salutation-mark",
    "title-mark",
)
LINTER = Linter(Config(select=tuple(f"punctuation/{name}" for name in USAGE)))
STRICT = Linter(Config(preset="strict"))


def seen(text: str) -> list[tuple[str, str]]:
    found = LINTER.check_text(text).kept
    return [(finding.rule.partition("/")[2], finding.span.of(text)) for finding in found]


def mended(text: str) -> str:
    return fix_source(LINTER, Source(text), Applicability.UNSAFE).source.text


DRAFT = """\
在秋粮入库动员会上的讲话
同志们，
今天讲三点，一是早收。二是早晒。三是早入库。站长强调，“颗粒归仓，一粒不丢。”9月3日，人民日报头版报道了我们的做法。
粮站、乃至全乡都动了起来，清仓、扫场、晒粮，等等，样样都干。人手这样少，我们如何守得住仓？靠大家。
柳粮发[2024]05号要落实，每组10——15人。
"""


def test_a_draft() -> None:
    assert seen(DRAFT) == [
        ("salutation-mark", "，"),
        ("list-intro", "，"),
        ("colon-use", "，"),
        ("guillemets", "人民日报"),
        ("dunhao-conj", "、乃至"),
        ("list-end-deng", "，等等"),
        ("doc-number-bracket", "[2024]05号"),
        ("range-connector", "——"),
    ]


def test_its_mending() -> None:
    assert mended(DRAFT) == (
        "在秋粮入库动员会上的讲话\n同志们：\n"
        "今天讲三点：一是早收。二是早晒。三是早入库。"
        "站长强调：“颗粒归仓，一粒不丢。”9月3日，《人民日报》头版报道了我们的做法。\n"
        "粮站乃至全乡都动了起来，清仓、扫场、晒粮等等，样样都干。人手这样少，我们如何守得住仓？靠大家。\n"
        "柳粮发〔2024〕5号要落实，每组10—15人。\n"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("粮站、以及各收购点都到了。", "粮站以及各收购点都到了。"),
        ("稻谷、玉米、和大豆都入库了。", "稻谷、玉米和大豆都入库了。"),
        ("站长、或者会计要在场。", "站长或者会计要在场。"),
        ("稻谷、玉米、及其副产品都要登记。", "稻谷、玉米及其副产品都要登记。"),
        ("早收、早晒、早储,等等。", "早收、早晒、早储等等。"),
        ("早收、早晒、等等。", "早收、早晒等等。"),
        ("会计问道，“今年的账怎么还没有结清？”", "会计问道：“今年的账怎么还没有结清？”"),
        ("要做好以下工作，第一，清仓；第二，扫场。", "要做好以下工作：第一，清仓；第二，扫场。"),
        ("守粮有四个要点，一要勤。二要细。", "守粮有四个要点：一要勤。二要细。"),
        ("仓房老旧，人手不够，粮站怎样守得住粮。", "仓房老旧，人手不够，粮站怎样守得住粮？"),
        ("光明日报刊登了柳湾的经验。", "《光明日报》刊登了柳湾的经验。"),
        ("文章发表在经济日报上。", "文章发表在《经济日报》上。"),
        ("他在农民日报上发了篇“我在粮站三十年”的文章。", "他在《农民日报》上发了篇《我在粮站三十年》的文章。"),
        ("举办《颗粒归仓》座谈会", "举办《颗粒归仓》座谈会"),
        ("举办《颗粒归仓座谈会》", "举办“颗粒归仓座谈会”"),
        ("路易•巴斯德来过。", "路易·巴斯德来过。"),
        ("纪念“一二．九”运动。", "纪念“一二·九”运动。"),
        ("柳府办〔2023〕008号", "柳府办〔2023〕8号"),
        ("柳府办(2023)18號", "柳府办〔2023〕18號"),
        ("亩产800--900斤，早稻收了两车。", "亩产800--900斤，早稻收了两车。"),
        ("每天8——10小时，轮流守夜。", "每天8—10小时，轮流守夜。"),
        ("同志们\n今天开会，说说守粮的事。", "同志们：\n今天开会，说说守粮的事。"),
    ],
)
def test_what_is_mended(text: str, wanted: str) -> None:
    assert mended(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "和谐、和平、和睦；及时、及早；与时俱进、与会；或许、或多或少。",
        "落实责任、与农户同心，守好仓、与仓为伴。",
        "一、与上级对接\n二、和农户谈心\n三、及时上报",
        "法律、法规，以及规章，都要遵守。",
        "产地、等级、等候区都标清楚了。",
        "守什么，怎么守，谁来守，等等，都有规定。",
        "问题不少：一些人收粮拖拉、过秤马虎的毛病还没有改，等等。",
        "站长说，“守好粮”就是守好饭碗。",
        "老人常说“一粥一饭，当思来处不易”。",
        "他说：“秤准。”又说：“心安。”",
        "会议指出，“十五五”时期是关键期。",
        "要研究粮站如何守好粮。",
        "谁来守、怎么守、守到什么时候，都要讲清楚。",
        "这关系到农户的粮能不能卖得掉。",
        "无论收成如何，价钱如何，秤都要准。",
        "如何守好粮，是粮站的一道考题。",
        "粮站怎样守粮的故事传遍全乡。",
        "培养什么人、怎样培养人、为谁培养人是根本问题。",
        "人民日报社、新华社的同志来了，人民日报记者作了采访。",
        "《人民日报》第一版、《光明日报》头版都刊登了消息。",
        "据《工人日报》报道，今年收成好。",
        "生产日报表、财务日报按时上报。",
        "新华社、河畔日报报道过粮站，广播电台和农民日报刊发了照片。",
        "粮站的做法被人民日报报道了两次。",
        "要做足“一粒米”文章，写好“大粮仓”文章，做强“好品牌”文章。",
        "他发表了题为《守好粮仓》的讲话。",
        "召开颗粒归仓动员大会，开展“早收早晒”活动。",
        "• 清仓\n• 扫场\n•晒粮",
        "一．清仓\n二．扫场\n（一）．晒粮",
        "列夫·托尔斯泰、“一二·九”运动、“五四”运动。",
        "（2024）柳0102民初123号、（2023）最高法民终5号。",
        "柳府办〔2024〕5号、国发〔2025〕1号、柳政〔2024〕10号。",
        "2024—2025年、9月—10月、8时30分—10时、20%—30%、5万—6万人。",
        "电话：0571-8888-1234；型号：LX-20-3；日期：2024-09-03；第3-5页。",
        "尊敬的各位领导、各位来宾，\n同志们：\n今天开会，说说守粮的事。",
        "同志们，朋友们！\n今天开会，说说守粮的事。",
        "最后，\n同志们\n",
        "守好粮仓\n——在秋粮入库动员会上的讲话\n同志们：",
        "粮从哪里来？\n守粮要靠大家。",
        "他收粮，他晒粮，他守粮；爱农民、爱土地、爱粮食。",
        "有两条路，一是早收，二是早晒，都走得通。",
        "秋收在即，一是人手少。二是天要下雨。",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_stays_as_it_is(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    assert seen(text) == []
    assert mended(text) == text


def test_the_dots_of_traditional_text_are_the_writers() -> None:
    text = "糧站今日公佈「守糧基金・鄉里新苗」計劃，邀請威廉・湯普森先生擔任顧問，鄉親們都很歡迎。"
    report = Linter().check_text(text)
    assert {(each.rule, each.severity) for each in report.kept} == {("punctuation/interpunct", Severity.HINT)}
    assert {each.fix.applicability for each in report.kept if each.fix is not None} == {Applicability.UNSAFE}


def test_strict_alone_speaks_of_dunhao_between_quotes() -> None:
    text = "开展“早收”、“早晒”活动，学习中华人民共和国粮食法。"
    assert not [finding for finding in Linter().check_text(text).kept if finding.rule.startswith("punctuation/")]
    rules = [finding.rule for finding in STRICT.check_text(text).kept]
    assert {"punctuation/dunhao-between-quotes", "punctuation/guillemets"} <= set(rules)


@pytest.mark.parametrize(
    "piece",
    [
        "、和稻",
        "稻、和",
        "，等等",
        "、稻，等等",
        "强调，“稻",
        "如何",
        "人民日报",
        "”的文章“",
        "三点，一是",
        "3月—",
        "•稻",
        "[2024]",
        "同志们\n",
        "”、“",
    ],
)
def test_a_long_text_of_one_piece_is_checked(piece: str) -> None:
    """What is quadratic would not come back from this."""
    assert LINTER.check_text(piece * 20_000).failures == ()
    assert STRICT_FEW.check_text(piece * 20_000).failures == ()


STRICT_FEW = Linter(Config(select=("punctuation/dunhao-between-quotes",), preset="strict"))
