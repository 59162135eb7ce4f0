"""Words that a filter took: whole drafts, and what the guesses are."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity

FAMILY = Config(select=("redaction",))


def findings(text: str, filename: str = "draft.txt") -> list[Diagnostic]:
    return list(Linter(FAMILY).check_text(text, filename).kept)


def seen(text: str, filename: str = "draft.txt") -> list[tuple[str, str]]:
    return [(finding.rule.partition("/")[2], finding.span.of(text)) for finding in findings(text, filename)]


SCRUBBED = """\
在渔业工会会议上的讲话
同志们：
强调，“时代在变，渔港的管法也要变。”
以为核心的党中央牵挂渔民。要学习贯彻系列重要讲话和党的、二十届二中全会精神。
落实“”工程，畅通职工_渠道，防止群_性事件，做好_工作。
各级D委要走qun众路线，反对腐bai。
"""


def test_a_scrubbed_draft() -> None:
    assert seen(SCRUBBED) == [
        ("missing-speaker", "强调"),
        ("scrubbed-name", "以为核心"),
        ("scrubbed-owner", "系列重要讲话"),
        ("scrubbed-term", "党的、"),
        ("emptied-quotation", "“”"),
        ("scrubbed-word", "_"),
        ("scrubbed-word", "_"),
        ("scrubbed-word", "_"),
        ("letters-in-word", "D委"),
        ("letters-in-word", "qun众"),
        ("letters-in-word", "腐bai"),
    ]


@pytest.mark.parametrize(
    ("text", "guesses"),
    [
        ("各站点要协助渔工_讨薪。", ["维权"]),
        ("聚焦船工等重点_、零散船工。", ["人群", "群体"]),
        ("严肃查处贪_受贿。", ["污"]),
        ("乡镇政_府要支持。", [""]),
        ("要化解_積案,讓漁民滿意。", ["信訪"]),
    ],
)
def test_guesses_are_suggestions_and_never_a_fix(text: str, guesses: list[str]) -> None:
    (finding,) = findings(text)
    assert finding.fix is None
    assert [fix.edits[0].content for fix in finding.suggestions][: len(guesses)] == guesses


@pytest.mark.parametrize(
    ("text", "filename"),
    [
        ("*要点* 与 _强调_ 都是 Markdown 的写法，`user_id` 是字段。", "a.md"),
        ("这里的_海堤_是重点，那里的*航道*也是。", "a.md"),
        ("体积=长*宽*高，单位：米。", "a.txt"),
        ("总价按单价*数量计算。", "a.txt"),
        ("实行5*8小时值班。", "a.txt"),
        ("* 海堤\n* 航道\n*注：数据为快报数。", "a.txt"),
        ("船名*　吨位*　（带*为必填项）", "a.txt"),
        ("登记表：□船主　□船员　□家属", "a.txt"),
        ("渔船：□有□无　航标：□有□无", "a.txt"),
        ("表 order_item 的主键是 item_id。", "a.txt"),
        ("海堤志_终稿.docx 已发邮箱。", "a.txt"),
        ("渔港讲话稿_某某文库", "a.txt"),
        ("要求：\n一、守好海堤\n二、疏浚航道", "a.txt"),
        ("强调三点意见。", "a.txt"),
        ("要求各镇按时报送，强调纪律，指出不足。", "a.txt"),
        ("林书记多次强调，“海堤是命脉”。", "a.txt"),
        ("民主的、科学的、大众的文化。", "a.txt"),
        ("中英文标点：“”‘’《》（）都要成对。", "a.txt"),
        ("总书记发表一系列重要讲话，作出一系列重要指示。", "a.txt"),
        ("深入贯彻习近平总书记关于安全生产的重要论述。", "a.txt"),
        ("传达省委书记重要批示精神，研究贯彻重要批示精神的措施。", "a.txt"),
        ("有人以为核心问题是钱，其实以人为核心才对。", "a.txt"),
        ("同志们在港口看望老同志。", "a.txt"),
        ("出口口岸增至三个，人口口径一致，渔民口口相传。", "a.txt"),
        ("ZF公司的变速器装在D级船上，A组先行。", "a.txt"),
        ("上传照片，文件名格式为“单位_姓名”。", "a.txt"),
        ("文件名统一为：街道_社区_姓名。", "a.txt"),
        ("请把材料压缩后以“县区_单位.zip”命名。", "a.txt"),
        ("邮件标题：复赛_队名_队长。", "a.txt"),
        ("请将回执（命名为“单位名_回执”）发至邮箱。", "a.txt"),
        ("带*的为必填项。", "a.txt"),
        ("标*号的科目为必考科目。", "a.txt"),
        ("加“*”的条目已经废止。", "a.txt"),
        ("表中“*”代表初步核算数。", "a.txt"),
        ("请在对应选项的□内打√。", "a.txt"),
        ("在□中填写代码。", "a.txt"),
        ("□表示未完成，■表示已完成。", "a.txt"),
        ("图中用□表示村委会，用○表示学校。", "a.txt"),
        ("按*键返回，按#键确认。", "a.txt"),
        ("用*表示保密号码。", "a.txt"),
        ("凡标☆的为选讲内容。", "a.txt"),
        ("民国□年大水，堤决三十余丈。", "a.txt"),
        ("碑文曰：“知县□公重修□□桥。”", "a.txt"),
        ("宣统□年，□姓迁居于此。", "a.txt"),
        ("要求，不是束缚，是爱护。", "a.txt"),
        ("强调，再强调，还要强调：安全第一。", "a.txt"),
        ("指出：“天道酬勤。”这句话刻在厂门口。", "a.txt"),
        ("请在“□”处签字。", "a.txt"),
        ("标点“”和《》都要成对使用。", "a.txt"),
        ("空引号“”在公文中不应出现。", "a.txt"),
        ("书名号《》内不要空格。", "a.txt"),
        ("“*”号后的文字为说明。", "a.txt"),
    ],
)
def test_look_alikes_are_silent(text: str, filename: str) -> None:
    assert seen(text, filename) == []


def test_the_owner_may_stand_in_the_sentence_before() -> None:
    text = "林书记来港发表重要讲话。全港认真学习重要讲话精神，抓好落实。"
    assert seen(text) == []


def test_a_paragraph_without_quotation_is_a_warning() -> None:
    (finding,) = findings("海堤在此。\n强调，要守好海堤。\n")
    assert finding.severity is Severity.WARNING


def test_marks_cost_no_more_than_their_number() -> None:
    text = "海堤_航道，" * 20_000
    assert len(findings(text)) == 20_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本月无人jin京_访。", ["jin京", "_"]),
        ("船工依法wei权，未见越级sf。", ["wei权", "越级sf"]),
        ("航道shehui稳ding。", ["shehui", "稳ding"]),
        ("讲政zhi4、守规矩，學習黨zy精神。", ["政zhi4", "黨zy"]),
        ("D委会议研究了海堤。", ["D委"]),
    ],
)
def test_letters_for_characters(text: str, found: list[str]) -> None:
    assert [finding.span.of(text) for finding in findings(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "He会说中文，she会说英文，主讲限10 min主持人提醒。",
        "登录www.zhengfu.gov.cn，公众号gongan港区可查。",
        "汉语拼音：min主、zheng府；群(qún)众(zhòng)。",
        "腐fu败bai是注音读物的写法。",
        "A股、B超、C位、D区、T台、Q众筹、S访谈、D风险、输入D级参数。",
        "yyds、打call、get到、emo了、国chao、vlog大赛。",
        "党建dangjian_终稿.docx",
        "ETC车道、LED灯、CEO、MBA、COVID-19、PM2.5和wifi。",
    ],
)
def test_letters_that_belong(text: str) -> None:
    assert seen(text) == []


def test_a_disguise_of_two_words_is_not_mended() -> None:
    (finding,) = findings("渔港jian察组进驻。")
    assert finding.fix is None
    assert [fix.edits[0].content for fix in finding.suggestions] == ["检察", "监察"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("渔协要坚持党的、党的群众路线。", "党的、"),
        ("深入贯彻、精神实质，护好岸线。", "贯彻、精神"),
        ("以理论和“三个代表”重要思想为指导。", "以理论和"),
        ("在的關心支持下，漁港建成。", "在的關心"),
        ("团结在以为首的党中央周围。", "以为首的"),
        ("系列重要论述为渔港治理提供了根本遵循。", "系列重要论述"),
    ],
)
def test_what_a_filter_leaves_on_either_side(text: str, found: str) -> None:
    assert [finding.span.of(text) for finding in findings(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "在思想、学习、精神上互帮互助，工作、学习、精神面貌一新。",
        "认真学习、广泛宣传省委全会精神，学习、贯彻、落实到码头。",
        "气候温和，渔民参与、支持，海况缓和。",
        "所以，“三个代表”重要思想写进了教材；以和平方式解决争端。",
        "大家不要以为重点工程完了，人人都以为首都最热闹，误以为指导员没来。",
        "现在的领导班子有力，存在的领导不力已改，在同志们的支持下渔港变样。",
        "以思想、理论、作风建设为抓手，以理论、实践两线推进。",
        "系列重要讲话精神学习材料",
        "林书记来港讲话。重要讲话精神是做好工作的指南。",
        "船名漫漶之处以“□”代之，一字一“□”，两字即“□□”，不足一字的也写“□”。",
    ],
)
def test_whole_sentences_are_silent(text: str) -> None:
    assert seen(text) == []
