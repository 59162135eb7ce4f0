"""The placeholder family: the shapes that drafts leave open, in many makes, and what must be left alone."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text
from speechlint.config.schema import Config, Placeholders
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source


def marked(text: str, preset: str = "gongwen") -> list[str]:
    """The words that the family marks as an error or a warning."""
    found = check_text(text, preset=preset)
    return [
        diagnostic.span.of(text)
        for diagnostic in found
        if diagnostic.family == "placeholder" and diagnostic.severity > Severity.HINT
    ]


FOUND = [
    # dates and years
    ("X月X日，船进了港。", ["X", "X"]),
    ("20XX年X月X日上午X时，开闸放水。", ["20XX", "X", "X", "X"]),
    ("19XX年建站，20**年改造，20__年扩容。", ["19XX", "20**", "20__"]),
    ("二〇XX年和2O××年的水情", ["二〇XX", "2O××"]),
    ("20xx工作总结", ["20xx"]),
    ("〔20XX〕X号文", ["20XX", "X"]),
    ("XX年代的老渔船", ["XX"]),
    ("201×年、202x年、200*年都修过", ["201×", "202x", "200*"]),
    ("##年渔汛，¥¥年也一样", ["##", "¥¥"]),
    ("××××年××月××日", ["××××", "××", "××"]),
    # numbers
    ("增产X%，增收XX万元，总值x.x亿元。", ["X", "XX", "x.x"]),
    ("占比X.X%，有X多户、XX余人、X名船工。", ["X.X", "X", "XX", "X"]),
    ("百分之X的渔船装了北斗。", ["X"]),
    ("开会X次，发船票XX张（共XX字）。", ["X", "XX", "XX"]),
    ("值班电话XXXXXXXX，手机138XXXX1234。", ["XXXXXXXX", "XXXX"]),
    ("引进*个项目，投入**万元", ["*", "**"]),
    # places and organisations
    ("XX省XX市XX县XX镇", ["XX"] * 4),
    ("×市×县，×某市，××某县", ["×", "×", "×某", "××某"]),
    ("**县、***市、＊＊镇", ["**", "***", "＊＊"]),
    ("○○局、△△公司、■■厂、□□县", ["○○", "△△", "■■", "□□"]),
    ("XX大学和xx公司在XX签约。", ["XX", "xx", "XX"]),
    ("在__总站集合，《__日报》登了。", ["__", "__"]),
    ("OO局和oo公司", ["OO", "oo"]),
    ("(xx市)、[XX]、<XX>、{XX}，都没填", ["xx", "XX", "XX", "XX"]),
    # people
    ("XX局长、XX先生、XXX同志、x老师", ["XX", "XX", "XXX", "x"]),
    ("由XX主持，请XXX致辞，我是XXX。", ["XX", "XXX", "XXX"]),
    ("王××、李**，张某某同志", ["××", "**"]),
    ("某某同志介绍了做法。", ["某某"]),
    ("團委書記XXX和xx老師", ["XXX", "xx"]),
    # terms, titles, clauses, halves of words
    ("以“XX”为抓手，“X”字头工程", ["XX", "X"]),
    ("《X市水库志》《XX》", ["X", "XX"]),
    ("做法被XX，荣获XX。", ["XX", "XX"]),
    ("推进“智慧X”建设，返X人员包车", ["X", "X"]),
    # blanks
    ("____年__月__日", ["____", "__", "__"]),
    ("2024年　月　日，第    号，（　　）同志到会", ["　月　", "    ", "（　　）"]),
    ("于——年月日集合", ["——年月日"]),
    ("完成任务的%，投入余万元，累计脱贫人，", ["的%", "余万元", "累计脱贫人"]),
    ("同志主持了点验。", ["同志"]),
    # prompts, notes, samples, letters
    ("请[姓名]和【公司名称】、{单位}、<日期>报到", ["[姓名]", "【公司名称】", "{单位}", "<日期>"]),
    ("投入（此处填写金额）元[此处插入姓名]（名称替换）", ["（此处填写金额）", "[此处插入姓名]", "（名称替换）"]),
    ("[标签:标题]，码头换了颜。", ["[标签:标题]"]),
    ("数据（待核），名单【待补】", ["（待核）", "【待补】"]),
    ("联系人：张三，电话：138****0000", ["张三", "138****0000"]),
    ("X月，A县、B县都来了", ["X", "A", "B"]),
    ("慰问船工N名", ["N"]),
    # a lone letter beside masks that are sure
    ("X县去年服务X职工，根据X实际拉动X经济。", ["X"] * 4),
    ("就X而言，XX书记说，疫情在X得到控制。", ["X", "XX", "X"]),
    ("X的“X”，即收入低于X元的家庭，20XX年减少。", ["X", "X", "X", "20XX"]),
    ("X市搞“1+X”试点，“X”是各县自选，XX是试点县，X是大县。", ["X", "XX", "X"]),
    ("落实X市方案，设立X个站点，解决X个问题，实现圆满收官。", ["X", "X", "X"]),
    ("设立X个站点，解决X个问题，实现圆满收官。", ["X", "X"]),
    ("就业×万人，来自××县。", ["×", "××"]),
    ("解决X市的第X类问题，运来物资XX车。", ["X", "X", "XX"]),
    ("走访x户渔家，发放补贴x万元。", ["x", "x"]),
    ("镇里请*副县长和**副镇长讲话。", ["*", "**"]),
    # 某
    ("某市渔业局工作总结\n渔汛过了。", ["某"]),
    ("渔汛总结\n一年过去了。\n渔港修好了。\n今年，某县开闸早，某县修渠快。大家满意。", ["某", "某"]),
]

LEFT_ALONE = [
    # letters of plans, of sums, of names
    "推行“4+X”护林法，“4”是四级林长，“X”是各村自选的做法；X包括修枝、清沟。",
    "实施“1＋N＋X”规划，“X”意味着余地，推出X项便民措施、“X件套”礼包。",
    "中标基准价取X，补贴总额=X×Y，其中X为亩数，Y为每亩标准。",
    "令船速为x，水速为y，设x小时后两船相遇，每斤鱼售价为x元，利润是（x-8）元。",
    "若年均增长率为x，当x<0时，|x|=-x，求x的值并检验。",
    "方案甲投资X元，方案乙投资Y元，比较X与Y的大小。",
    "掷骰子n次，六点有m次；n名渔工修m条船，抽查n户渔家。",
    "灯塔X书店、“龙舟X灯会”开张，陶匠X染匠联名款上新。",
    "他在X上晒出新船，智能船小X唱起渔歌，“X一代”爱钓鱼，“X计划”不公开。",
    "凝血因子X缺乏者不宜出海，X线片附后，XX型与XO型决定性别，详见附录X。",
    "X国与Y国签署渔业协定，X先生和Y女士合买了一条船，X代表未知。",
    "重看《X档案》，歌曲《X》好听。",
    "卷IX为诗，卷X为文，第Ⅲ组与第X组合练，第XI章与第XX章另册。",
    "X年之后，这里会变成什么样？",
    # names and numbers that notices hide, parties of cases and studies
    "公示\n入围人员：陈**、吴*芳、欧阳**。身份证号：3501**********0012，电话：138****5555",
    "审判员　何××\n书记员　林××\n本院判决如下。",
    "李xx因涉嫌盗窃渔具被拘留。",
    "致某某老师的回信\n某某老师：\n寄来的鱼干很香。\n×××",
    "主持人喊：“某某同志请起立。”满场都笑了。",
    "案例\n村里出过这样的事。\n年前水脏了。\n那年夏天，某公司排了废水，某公司被罚了款。大家拍手。",
    "从前有两个村，A村种茶，B村种桑；甲公司把船卖给乙公司。",
    "原告○○○主張，被告陳○○於○年○月○日行經○○路，○○縣政府應訂定○○計畫。",
    "碑上的缺字用□代替，如“□□县令”。",
    # what a writer says of signs, and to the stage
    "加**的是本地品种，标“**”的为引进品种，TBD是未定的意思。",
    "升旗（此处奏乐），（此处应有喝彩）。",
    "推进“数据要素×”行动，壮大“4×4”产业体系，建设“1+N+X”规划体系。",
    "值守7×24小时，跑完4×100米，做完4x100米接力，场地20×20米。",
    "X光、X 射线、X－射线、X轴、X染色体、XX染色体、XXY综合征都要查。",
    "XL码、XXL码、5G-A、O2O、iOS、SpaceX、C919、H7N9、歼-20、BX-20、500kV、维生素K。",
    "设X为整数，方程中的X是未知数，X+Y=5，f(x)随x增大，变量x的值大于0。",
    "iPhone X手机、Model X汽车、社交平台X发文、宝马iX上市。",
    "文旅×体育，科技×市场，打×的不算，宽x高，长×宽×高。",
    "An X mark on the box. The x axis, X Windows and x-ray film.",
    "某些单位、某个环节、某项工作、某种程度、某年某月某日。",
    "记者说他去过海边。\n船靠岸了。\n人都下船了。\n今年夏天，有人在某县见过他。风很大。",
    "案例通报\n张某任某局局长期间受贿，某局副局长李某某另案处理，某局干部王某作证。",
    "一九八○年、二○○○年、二〇二四年、○○后、九○后。",
    "**要抓紧**护林，再**抓落实**。\n* 第一项\n* 第二项\n# 标题\n## 县里的事\n***\n----",
    "※※通知※※\n★★★★★\n□ 是　□ 否\n⑴ 〔１〕 ●船　●港",
    "国发〔2025〕5号；2025年1月1日；（一）指导思想。1.坚持党的领导。（1）加强",
    "见 https://example.org/xx/x_y?x=1 和 user__id、a_b、__init__。",
    "甲方、乙方各执一份，甲公司与乙公司和解，A股上涨，B类证书有效，展馆A区开放。",
    "GB/T 9704、PM_2.5、CO₂、Wi-Fi名为XH-5G，密码另告。",
    "Ⅹ级、第Ⅹ章、XIX世纪与XX世纪之交。",
    "……他没有说下去……",
    "出生年月日、填写年月日，2024年 5 月 3 日，5月 日本客人来访。",
    "剩余万元以上的项目照旧，其余户数不变，完成任务的98%。",
    "老同志主持了点验，同志之间要坦诚，同志们在会上发言。",
    "【时间】5月8日\n【地点】二号码头\n（单位：万元）",
    "时间待定，待定的议程已公布，附件：平面图（略）",
    "张三丰故里，李四光旧居，不能张三说了算、李四又改。",
    "队里有N种办法，参加“8+N”活动，第N次出海。",
    "央视网讯**（早间新闻）：**港口复航",
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_found(text: str, wanted: list[str]) -> None:
    assert marked(text) == wanted


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert marked(text) == []
    assert fix_text(text).text == text


def test_template_wants_placeholders() -> None:
    text = "某市总结\nX市20xx年（此处填写金额）____年N名A县B县，联系人：张三，（待核）的%，同志主持。"
    assert [d for d in check_text(text, preset="template") if d.family == "placeholder"] == []


def test_scraped_text_has_errors() -> None:
    found = check_text("某市渔业局总结\n打开iX办事，（待核）", preset="scraped")
    assert [d.severity.word for d in found if d.family == "placeholder" and d.severity > Severity.HINT] == ["error"] * 3


def test_a_quotation_of_another_text_is_a_hint() -> None:
    found = check_text("以“中部××水文站”名义行文。")
    assert [(d.rule, d.severity) for d in found] == [("placeholder/symbol-mask", Severity.HINT)]


def test_years_that_may_be_meant() -> None:
    (first,) = [d for d in check_text("20xx年是“十四五”规划的开局之年。") if d.rule == "placeholder/masked-year"]
    assert first.notes == ("紧挨着的规划期指向 2021",)
    (first,) = [d for d in check_text("20xx年的水情好于2019年。") if d.rule == "placeholder/masked-year"]
    assert first.notes == ("附近写明的年份有 2019",)


VALUES = [
    ("X市和XX市", {"X市": "江城市"}, "江城市和XX市"),
    ("X市和XX市", {"XX市": "山城市", "X市": "江城市"}, "江城市和山城市"),
    ("水协X届X次会议", {"X届X次": "三届五次"}, "水协三届五次会议"),
    ("20xx年，xx年", {"20xx": "2024"}, "2024年，xx年"),
    ("X市X县", {"X市X县": "江城市清水县", "X市": "江城市"}, "江城市清水县"),
    ("“X”字，X字", {"“X”": "“清”"}, "“清”字，X字"),
    ("某市渔业局总结", {"某市": "江城市"}, "江城市渔业局总结"),
    ("**县（此处填写金额）", {"**县": "清水县", "（此处填写金额）": "三万"}, "清水县三万"),
    ("X光检查，X市", {"X": "江"}, "X光检查，江市"),
    ("X市", {"X市": "X市区"}, "X市"),
]


@pytest.mark.parametrize(("text", "values", "wanted"), VALUES)
def test_the_writer_s_own_words(text: str, values: dict[str, str], wanted: str) -> None:
    linter = Linter(Config(select=("placeholder",), placeholders=Placeholders(values=values)))
    assert fix_source(linter, Source(text), Applicability.SAFE).source.text == wanted


def test_nothing_is_filled_without_values() -> None:
    text = "X市20xx年XX书记（此处填写金额）____年"
    assert fix_text(text).text == text
