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
    # single signs in the company of others
    ("××船队出海××次，遇险×人，失联×人，停航×家。", ["××", "××", "×", "×", "×"]),
    ("遇险×人，失联×人，停航×家。", ["×", "×", "×"]),
    ("巡堤×次、排险×处，××镇有功。", ["×", "×", "××"]),
    ("**镇*月底前清完河道", ["**", "*"]),
    ("办夜校*次、拉练*次，慰问船工*人，**村有*家商户出力。", ["*", "*", "*", "**", "*"]),
    ("渔汛拿下全县第*位，**镇开会*次。", ["*", "**", "*"]),
    ("产量增长#%，产值###亿元，#月底前入账。", ["#", "###", "#"]),
    ("船价上涨#%以上，##县受益。", ["#", "##"]),
    ("听了○书记的话，○○局马上动手。", ["○", "○○"]),
    ("遇險×人，失聯×人，××鎮全力搜救，張×同志帶隊。", ["×", "×", "××", "×"]),
    ("局长张×，××县渔工李×同志", ["×", "××", "×"]),
    ("**镇的高*同志，镇长何*。", ["**", "*", "*"]),
    ("检修船只*艘，更换缆绳*条，添置灯具*个。", ["*", "*", "*"]),
    ("同比增长*%，**镇最快。", ["*", "**"]),
    ("共出动＊次，＊＊县领先。", ["＊", "＊＊"]),
    # the speaker's name under the title
    ("在护岸会上的讲话\n（2024年5月3日）\n***\n\n同志们：\n渔汛到了。", ["***"]),
    ("在护岸会上的讲话\n○○○\n（2024年5月3日）\n同志们：\n渔汛到了。", ["○○○"]),
    ("在护岸会上的讲话\n***\n\n各位渔友：\n**县的船都到了。", ["***", "**"]),
    ("主持人：区渔协副主席○○○\n渔友们：", ["○○○"]),
    ("主持人：县渔业局局长***\n渔友们：", ["***"]),
    ("主持：镇长○○○", ["○○○"]),
    # gaps and numbers without a mark
    ("走访渔家    户，发放油料款　　　元。", ["    ", "　　　"]),
    ("全年清淤　　公里，添船   艘，用工　　人次。", ["　　", "　　"]),
    ("于——年——月开闸", ["——年——月"]),
    ("完成投资亿元，疏浚河道公里。", ["完成投资亿元", "公里"]),
    ("改造船坞公里、硬化道路公里，惠及群众人。", ["公里", "公里", "惠及群众人"]),
    ("搬迁群众户人，新增就业人，培训党员人次。", ["户人", "新增就业人", "培训党员人次"]),
    ("拨付资金万元，募集善款元。", ["拨付资金万元", "募集善款元"]),
    ("截至年月底，船都修好了。", ["截至年月"]),
    ("產值增長#VALUE!，佔比#N/A。", ["#VALUE!", "#N/A"]),
    ("渔获#REF!万吨，比去年#DIV/0!%", ["#REF!", "#DIV/0!"]),
    ("请副县长同志讲话，涌现出了、等一批能手。", ["同志", "、等"]),
    ("由我市市长同志作报告。", ["同志"]),
    # years and places in other signs
    ("20—年动工，20－年验收，20——年扩建。", ["20—", "20－", "20——"]),
    ("202?年和201？年两次大修", ["202?", "201？"]),
    ("到？？村、向??县取经", ["？？", "??"]),
    ("$$县、@@乡、&&镇都来了。", ["$$", "@@", "&&"]),
    ("來自$$縣的船隊", ["$$"]),
    # more prompts
    ("欢迎【市名】的朋友，到[村名]看船。", ["【市名】", "[村名]"]),
    ("我代表{{单位名称}}讲几句，增产{number}%。", ["{{单位名称}}", "{number}"]),
    ("请（姓名）同志讲话，（单位）召开动员会。", ["（姓名）", "（单位）"]),
    ("由(姓名)主持，(单位)组织清淤。", ["(姓名)", "(单位)"]),
    ("今天，请在此处填写单位名称，渔友们到齐了。", ["请在此处填写单位名称"]),
    ("写信到test@qq.com、xxx@163.com", ["test@qq.com", "xxx@163.com"]),
    # 某
    ("护林聚民心\n某县某镇护林材料\n\n某镇位于某县东部。张某、王某为界线争吵。", ["某"] * 4),
    ("某县渔汛总结\n何某、林某两家有矛盾，经劝和好。\n与某某公司合作，靠着某某山。", ["某", "某某", "某某"]),
    ("某局汛期工作汇报\n船工张某迟到，已谈话。", ["某"]),
    ("护岸故事多\n\n\n一年\n两年\n三年\n某村地处海边，张某种树。某村人多，某村船少。大家笑。", ["某"] * 3),
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
    "人的性别由一对染色体决定：女性为XX，男性为XY。",
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
    # single signs that stand alone, or are something else
    "值班实行5×8小时制，接力赛跑4×100米，×光机一台。",
    "推进数据要素×行动，做好文旅×渔业、科技×海洋。",
    "产量*，单价*数量，带*的栏目由船东填写，*注：快报数。",
    "会用C#和F#的渔工，住在1#楼，2#楼是仓库。",
    "#渔汛来了#，#今晚开渔#，欢迎转发。",
    "渔工死亡×，其余安好。",
    "一九八○年建站，○后的船工，二○一○年扩建。",
    "**要抓紧**护林，*家庭*很重要。",
    "渔讯\n\n***\n\n船都进港了，大家休息。",
    "上篇\n***\n各位渔友：\n船都进港了。",
    "渔火\n●●●\n渔友们：\n开船了。",
    "矩形的长×宽，长*宽*高，单价×个数。",
    "评级：书记★★★，班长●●●",
    # gaps of tables, names and forms
    "姓名　　户籍　　人数\n何海　　男　　　户\n合计　　　　　元",
    "林　海　　何　江　　高　山\n护林聚合力　　渔村谱新篇",
    "渔船　　　　数量\n甲港        3个\n乙港        5个",
    "　　人多力量大。\n　　户外工作要防晒。\n　　家家有船。",
    # numbers that are not missing
    "走访企业家，绕行数公里，长百公里，每公里设一灯。",
    "千家万户人人动手，家家户户，人都来了。",
    "出海三十公里，离岸二十公里，返航十余公里。",
    "过亿元村，总投资亿元以上，亿元大关在望。",
    "截至月底，船都修好了；截至2024年月度考核时。",
    "公式返回#VALUE!错误，单元格显示为#N/A。",
    "县长同志很关心，请刘县长同志讲话，请市长、局长同志们入座。",
    "涌现出林海、何江等一批能手，出水、等船、靠岸。",
    # question marks, dollars, addresses
    "真的吗？？村里人都笑了。怎么会这样？？县里也不知道。",
    "2019—2020年，20-30年，20年后，202号船。",
    "写信到a@@b，US$$，if a && b: 市区",
    "来信寄abc@yugang.gov.cn，或test@hangdao.org。",
    # brackets
    "申请人（姓名）和经办人（单位）都要签字。",
    "请在此处填写姓名，点击提交；“请在此处填写单位名称”是提示语。",
    "【村名由来】海边的村子。",
    "报名者（单位）与（姓名）均须如实。",
    # 某 in cases
    "某县渔业局原局长张某受贿案\n张某在某县任职多年，某县渔港归他管。",
    "典型案例\n张某在某县开船，李某在某镇卖鱼。\n某县渔政扣了船。某县又罚了款。",
    "警示教育材料\n某局干部王某失职被处分，某局李某同责。",
    "某县沉船事故调查\n船主张某出海，某县渔政搜救，某县医院救治。",
    "邻里故事\n张某、王某争地，某村调解，某天和好。",
    # names that notices hide
    "公示\n居民王*兰，女，李*明已领取鱼汛补贴。",
    "中奖名单\n用户何*海、职工林*，均已登船。",
    "央视网讯**（早间新闻）：**港口复航",
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_found(text: str, wanted: list[str]) -> None:
    assert marked(text) == wanted


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert marked(text) == []
    assert fix_text(text, select=("placeholder", "redaction", "watermark")).text == text


def test_template_wants_placeholders() -> None:
    text = "某市总结\nX市20xx年（此处填写金额）____年N名A县B县，联系人：张三，（待核）的%，同志主持。"
    assert [d for d in check_text(text, preset="template") if d.family == "placeholder"] == []


def test_scraped_text_has_errors() -> None:
    found = check_text("某市渔业局总结\n打开iX办事，（待核）", preset="scraped")
    assert [d.severity.word for d in found if d.family == "placeholder" and d.severity > Severity.HINT] == ["error"] * 3


def test_a_quotation_of_another_text_is_a_hint() -> None:
    found = check_text("以“中部××水文站”名义行文。")
    assert [(d.rule, d.severity) for d in found] == [("placeholder/symbol-mask", Severity.HINT)]


def test_a_date_below_seal_and_signature_is_a_hint() -> None:
    text = "甲方（盖章）：　　　　乙方（盖章）：\n代表人：　　　　代表人：\n日期：　　年　　月　　日"
    assert [each.severity for each in check_text(text)] == [Severity.HINT]


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
