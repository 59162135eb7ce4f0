"""Confused words: what must be found and mended, and what looks like them and is right, in both scripts."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.testing import read_marks
from tests.checks.typo_tables import RULES, entries, examples

FAMILY = Linter(Config(select=("typo",)))


def source(text: str, filename: str) -> Source:
    return format_for(filename).reparse(Source("", filename), text)


def found(text: str, filename: str = "draft.txt") -> tuple[Diagnostic, ...]:
    return FAMILY.check(source(text, filename)).kept


# The draft with its wrong words in ⟦ ⟧, and the text after the safe fixes.
SAFE = [
    ("望全体队员⟦再接再励⟧，把堤守好。", "望全体队员再接再厉，把堤守好。"),
    ("各镇要认真贯彻⟦落识⟧，不等不靠。", "各镇要认真贯彻落实，不等不靠。"),
    ("防汛物资已经⟦部暑⟧到位。", "防汛物资已经部署到位。"),
    ("要以服务群众为⟦已任⟧。", "要以服务群众为己任。"),
    ("以筑坝为⟦已任⟧的老支书", "以筑坝为己任的老支书"),
    ("一是⟦按步就班⟧，二是⟦迫不急待⟧。", "一是按部就班，二是迫不及待。"),
    ("眼下⟦形式严峻⟧。\r\n要⟦众志成诚⟧。", "眼下形势严峻。\r\n要众志成城。"),
    ("乡村⟦震兴⟧的⟦关健⟧几步。", "乡村振兴的关键几步。"),
    ("⟦截止⟧10月底，⟦截止⟧目前，⟦截止⟧二〇二四年末", "截至10月底，截至目前，截至二〇二四年末"),
    ("⟦截止⟧１０月，水位回落。", "截至１０月，水位回落。"),
    ("要⟦防犯⟧风险，⟦题高⟧了成色。", "要防范风险，提高了成色。"),
    ("守土有责，⟦持之以衡⟧地干。", "守土有责，持之以恒地干。"),
    ("治理⟦能务⟧有待加强，⟦能务⟧不足。", "治理能力有待加强，能力不足。"),
    ("取得⟦显着成效⟧，产量大幅度增加。", "取得显著成效，产量大幅度增加。"),
    ("望各位⟦再接再勵⟧，⟦眾志成誠⟧。", "望各位再接再厲，眾志成城。"),
    ("防汛物資⟦部暑⟧完畢，⟦關健⟧在落實。", "防汛物資部署完畢，關鍵在落實。"),
    ("⟦截止⟧今年六月，已修渠九條。", "截至今年六月，已修渠九條。"),
]

# Warnings, and the text after the unsafe fixes.
UNSAFE = [
    ("这是为民服务的⟦应有之意⟧。", "这是为民服务的应有之义。"),
    ("村里的事，⟦一但⟧定了就办。", "村里的事，一旦定了就办。"),
    ("作用发挥⟦地⟧好，渔村也跟着好。", "作用发挥得好，渔村也跟着好。"),
    ("任务抓⟦地⟧很紧，工作落实⟦地⟧不够。", "任务抓得很紧，工作落实得不够。"),
    ("水库作用体现⟦地⟧越来越明显。", "水库作用体现得越来越明显。"),
    ("要切实⟦的⟧抓好，认真⟦的⟧做到位。", "要切实地抓好，认真地做到位。"),
    ("渔会圆满⟦的⟧完成了任务，下面简单⟦的⟧汇报一下。", "渔会圆满地完成了任务，下面简单地汇报一下。"),
    ("更好⟦的⟧为职工服务，更好⟦的⟧发挥作用。", "更好地为职工服务，更好地发挥作用。"),
    ("要关心船员的⟦心里健康⟧。", "要关心船员的心理健康。"),
    ("新码头上周⟦投入试用⟧。", "新码头上周投入使用。"),
    ("大坝加固⟦己完成⟧。", "大坝加固已完成。"),
    ("《防汛⟦部暑⟧方案》已印发。", "《防汛部署方案》已印发。"),
    ("要改进工作⟦做风⟧，整治⟦不做为⟧。", "要改进工作作风，整治不作为。"),
    ("汛前要⟦作到⟧有备无患。", "汛前要做到有备无患。"),
    ("書記強調：「要⟦持之以衡⟧。」", "書記強調：「要持之以恆。」"),
    ("大家传阅了《⟦行稳至远⟧的水乡》。", "大家传阅了《行稳致远的水乡》。"),
]

RIGHT = [
    "有关健康知识、相关健全制度都要讲。",
    "机关健身活动，海关健康申报。",
    "经典形象鲜明，庆典形式新颖，大典型号齐全。",
    "研究竞赛规则，讲究竞争有序。",
    "严防犯罪，预防犯错，消防犯难。",
    "他已任职三年，为已任命的干部办手续。",
    "来自已经脱贫的村，独自已到现场，各自已报名。",
    "以经济建设为中心，以经营为主。",
    "既要金山，又将绿水留住；既使群众满意，又使基层减负。",
    "要在次日前报到，在度假村集合，在三号闸集中。",
    "重大部署期间，各部暑期安排不变。",
    "形式多样，形式主义，组织形式，多种经济形式并存，国际形式要件。",
    "合法权力机关，国家权力机关，公民权利和义务。",
    "化学反应迅速，反映问题，不良反应情况。",
    "群众反映迅速传开。",
    "截至6月底，报名截止时间为6月30日，截止日期不变。",
    "报名6月底截止，截止到6月底也行，投标截止6月5日。",
    "截止阀漏水，截止频率不合。",
    "申报时间截止10月9日。",
    "合作到位，写作好手，工作好做，协作好比接力。",
    "他做风筝，做为民的事，做用料讲究的家具，做报告表。",
    "做客农家，做主人，做成一件件实事。",
    "土地好不好，当地很清楚，基地更好，驻地不够大。",
    "建设用地不够，举办地更好，处理地很远。",
    "因地制宜地更好发展，扎实地抓好。",
    "很好地完成了任务，简要地汇报如下，简单的介绍。",
    "漁會圓滿的完成了任務，很好的詮釋了漁家精神。",
    "更好的服务环境，更好的推动作用，更好的为人。",
    "认真的态度、扎实的做法、积极的推动作用。",
    "度过了一个祥和的春节，过渡期安排，过度开发要禁止。",
    "各部份额、成本份额、补充份额都要核对。",
    "名单：李宏扬、王震兴、刘建社、陈晋生。",
    "赵宏扬同志发言，张振新村长到会。",
    "“部暑”应为“部署”，“已任”系“己任”之误。",
    "他把“震兴”写成错字，实为“振兴”。",
    "企业入驻园区，旅客入住酒店，大桥合龙。",
    "老人笑得合不拢嘴。",
    "必须坚持，生活必需品，水是必需的。",
    "诸侯、气候、时候、问候、等候都写对了。",
    "渐渐、研究研究、一一列明。",
    "身体力行，力行节约，厉行法治。",
    "坚定不疑，莫不关心，永保平安。",
    "推进一部法律，引进一部收割机，双方立场又近一步。",
    "领导同志门前有棵树。",
    "負能量要不得，答覆及時，反覆核對，批覆下達。",
    "慰藉、憑藉、藉此、狼藉都寫對了。",
    "一目瞭然、瞭如指掌、利慾薰心、眼花撩亂。",
    "部份村莊、成份、水份，臺灣的寫法不動。",
    "佈署、計畫、記錄、紀錄，都是舊有寫法。",
    "為漁村做出貢獻，做出決定。",
    "經典形象鮮明，有關健康知識要講。",
    "駅の防犯カメラを記念館に付属させる。",
    "做為黨員，作到有備無患，是臺灣的寫法。",
    "镜头推近渔港，又慢慢拉远。",
    "逾期不于十日内补正的，退回申请。",
    "锦旗授于总结会当天，奖金给于散会以后。",
    "这是沉积类岩石，修渠不必处处须求人。",
    "村民凭证领道具，领道工段长的名单。",
    "他自己取得的证书，自己成为船长。",
    "要扩大开放试点，走过厂区和扬州。",
    "年末按规定结账，期末经批准放假。",
    "这不仅代表全体船员，也不仅向各位渔民。",
    "",
]


@pytest.mark.parametrize(("marked", "fixed"), SAFE)
def test_safe(marked: str, fixed: str) -> None:
    text, wanted = read_marks(marked)
    assert tuple(each.span for each in found(text)) == wanted
    assert {each.severity for each in found(text)} == {Severity.ERROR}
    assert fix_source(FAMILY, source(text, "draft.txt"), Applicability.SAFE).source.text == fixed


@pytest.mark.parametrize(("marked", "fixed"), UNSAFE)
def test_unsafe(marked: str, fixed: str) -> None:
    text, wanted = read_marks(marked)
    assert tuple(each.span for each in found(text)) == wanted
    assert all(each.severity <= Severity.WARNING for each in found(text))
    assert fix_source(FAMILY, source(text, "draft.txt"), Applicability.SAFE).source.text == text
    assert fix_source(FAMILY, source(text, "draft.txt"), Applicability.UNSAFE).source.text == fixed


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert [(each.rule, each.span.of(text)) for each in found(text)] == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("船员们们辛苦了。", "船员们辛苦了。"),
        ("工作的的落实", "工作的落实"),
        ("水閘的的鑰匙", "水閘的鑰匙"),
        ("船由出价高者的的。", "船由出价高者的的。"),
        ("县里决定决定修闸。", "县里决定决定修闸。"),
        ("为乡亲们办好事，要要办到位。", "为乡亲们办好事，要办到位。"),
        ("平平安安、和和美美，研究研究，一把把好手，目的的确明确，在在建工地。", None),
        ("坚持坚持再坚持，他喊“加强加强”。", None),
    ],
)
def test_doubled(text: str, fixed: str | None) -> None:
    assert len(found(text)) == (fixed is not None)
    if fixed is not None:
        linter = Linter(Config(select=("typo/doubled-token",)))
        assert fix_source(linter, source(text, "draft.txt"), Applicability.SAFE).source.text == fixed


def test_a_flood_is_linear() -> None:
    text = "“要持之以衡。”《部暑》再接再励\n" * 5_000
    assert sum(each.rule == "typo/confusable-word" for each in found(text)) == 15_000


def test_taste_is_a_hint() -> None:
    assert [each.severity for each in found("两地签定了协议，为治水做出贡献。")] == [Severity.HINT] * 2


def test_code_is_left_alone() -> None:
    assert found("写法：`部暑`\n\n```\n再接再励\n```\n", "draft.md") == ()


def test_no_entry_is_reported_by_two_rules() -> None:
    twice = []
    for table in RULES:
        for entry in entries(table):
            text, wanted = read_marks(examples(entry).bad)
            if len(found(text)) != len(wanted):
                twice.append(text)
    assert twice == []
