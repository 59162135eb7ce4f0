"""The rules about the order, the style and the levels of lists, together."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source

RULES = (
    "inline-run",
    "level-order",
    "mixed-siblings",
    "ordinal-word-mix",
    "sequence-duplicate",
    "sequence-gap",
    "sequence-start",
    "singleton-enumeration",
    "toc-body-mismatch",
)
LINTER = Linter(Config(select=tuple(f"numbering/{name}" for name in RULES)))


def found(text: str) -> list[tuple[str, str]]:
    return [(one.rule.partition("/")[2], one.span.of(text)) for one in LINTER.check(Source(text)).kept]


def fixed(text: str) -> str:
    outcome = fix_source(LINTER, Source(text), Applicability.UNSAFE)
    assert outcome.unsettled == ()
    assert fix_source(LINTER, outcome.source, Applicability.UNSAFE).source.text == outcome.source.text
    return outcome.source.text


MISTAKES = [
    ("一、堤\n二、渠\n四、人\n五、料", [("sequence-gap", "四、")], "一、堤\n二、渠\n三、人\n四、料"),
    ("讲三点：一是堤；三是渠；三是人。", [("inline-run", "三是")], "讲三点：一是堤；二是渠；三是人。"),
    (
        "讲三点。第一，堤。第二，渠。第二，人。",
        [("sequence-duplicate", "第二，")],
        "讲三点。第一，堤。第二，渠。第三，人。",
    ),
    ("①堤；②渠；④人。", [("sequence-gap", "④")], "①堤；②渠；③人。"),
    ("１．堤\n２．渠\n４．人", [("sequence-gap", "４．")], "１．堤\n２．渠\n３．人"),
    (
        "一、堤\n（一）石\n（三）土\n二、渠\n（一）挖\n（二）运",
        [("sequence-gap", "（三）")],
        "一、堤\n（一）石\n（二）土\n二、渠\n（一）挖\n（二）运",
    ),
    (
        "一、堤\n（一）石\n（二）土\n三、渠\n（一）挖\n（二）运",
        [("sequence-gap", "三、")],
        "一、堤\n（一）石\n（二）土\n二、渠\n（一）挖\n（二）运",
    ),
    ("要办的事有这些：\n2.渠\n3.人\n4.料", [("sequence-start", "2.")], None),
    ("一、堤\n五、渠\n六、人", [("sequence-gap", "五、")], "一、堤\n二、渠\n三、人"),
    ("一、堤。1.石。2.土。4.木。\n二、渠", [("sequence-gap", "4.")], "一、堤。1.石。2.土。3.木。\n二、渠"),
    ("1.堤\n2.渠\n3）人\n4.料", [("mixed-siblings", "3）")], "1.堤\n2.渠\n3.人\n4.料"),
    (
        "第一，堤要牢\n第二，渠要清\n三、人要到\n第四，料要足",
        [("mixed-siblings", "三、")],
        "第一，堤要牢\n第二，渠要清\n第三，人要到\n第四，料要足",
    ),
    ("首先，築堤。其次，清渠。第三，巡查。", [("ordinal-word-mix", "第三，")], "首先，築堤。其次，清渠。再次，巡查。"),
    ("一、築堤\n二、清渠\n四、巡查", [("sequence-gap", "四、")], "一、築堤\n二、清渠\n三、巡查"),
    (
        "一、堤\n二、渠\n二、人\n三、料\n（一）石\n（二）土\n（二）木",
        [("sequence-duplicate", "二、"), ("sequence-duplicate", "（二）")],
        "一、堤\n二、渠\n三、人\n四、料\n（一）石\n（二）土\n（三）木",
    ),
    (
        "第一，堤。一是石，二是土，四是木。第三，渠。一是挖，二是运。",
        [("inline-run", "四是"), ("sequence-gap", "第三，")],
        "第一，堤。一是石，二是土，三是木。第二，渠。一是挖，二是运。",
    ),
    (
        "一是修堤护岸\n堤要牢。\n二、清淤疏渠\n渠要清。\n三、巡查\n人要到。",
        [("mixed-siblings", "一是")],
        "一、修堤护岸\n堤要牢。\n二、清淤疏渠\n渠要清。\n三、巡查\n人要到。",
    ),
    (
        "一、堤\n二、渠\n三、人\n（一）名单\n（二）排班\n三、换班\n（四）值守\n四、料",
        [("mixed-siblings", "三、")],
        "一、堤\n二、渠\n三、人\n（一）名单\n（二）排班\n（三）换班\n（四）值守\n四、料",
    ),
    ("一 是修堤。\n二是清淤。\n四是巡查。", [("inline-run", "四是")], "一 是修堤。\n二是清淤。\n三是巡查。"),
    ("（一）堤\n一、石\n二、土\n（二）渠\n一、挖\n二、运", [("level-order", "一、")], None),
    ("主要抓了一件事，一是堤。群众满意。", [("singleton-enumeration", "一是")], None),
    ("一方面修了堤。群众满意。\n谢谢大家。", [("singleton-enumeration", "一方面")], None),
    ("一、堤\n堤要牢。\n（此处省略863字，会员可阅读全文）\n三、渠\n渠要清。", [("sequence-gap", "三、")], None),
]


@pytest.mark.parametrize(("text", "wanted", "right"), MISTAKES)
def test_mistakes(text: str, wanted: list[tuple[str, str]], right: str | None) -> None:
    assert found(text) == wanted
    assert fixed(text) == (text if right is None else right)


RIGHT = [
    "一是修堤护岸，二是清淤疏渠，三 是值班守夜，四是备料。",
    "一是修堤护岸，二是清淤疏渠，三\n是值班守夜，四是备料。",
    "第一，修堤。第 二，清淤。第三，巡查。",
    "一 是堤不牢。\n二是渠不清。\n三 是人不齐。",
    "一要修堤。\n二要清淤。\n三 要巡查。",
    "一、修堤\n一 是备料。料要足。\n二　是备人。人要够。\n二、清淤\n三、巡查",
    "第一、第二产业增加值分别增长3%和5%。第三产业增长7%。",
    "会议定于9.3举行，彩排8.28开始。1.5万人到场，2.3万人观看。",
    "1.1 总则\n1.2 范围\n1.4 附则\n2.1 职责",
    "一、将第三条修改为：“第三条　堤由村管。”\n二、将第九条修改为：“第九条　渠由镇管。”\n三、删去第十二条。",
    "第一编　总则\n第一章　目的\n第二章　范围\n第二编　分则\n第三章　职责\n第四章　罚则",
    "一、选择题\n1. 堤用什么修？\nA. 土 B. 石 C. 草 D. 木\n2. 渠用什么清？\nA. 锹 B. 船\n二、判断题\n3. 堤要年年修。（ ）",
    "参考答案\n1. A 2. B 3. C 4. D 5. A\n6. B 7. C 8. D 9. A 10. B\n11. C 12. D",
    "1. 堤\n1. 渠\n1. 人\n1. 料",
    "上午9:30，地址10.0.0.1，比分3:2。",
    "堤修好了〔１〕。渠清好了〔３〕。\n〔１〕指北堤。\n〔３〕指东渠。",
    "堤修好了。⑴渠清好了。⑶人到齐了。\n⑴北堤。\n⑵西堤。\n⑶东渠。",
    "附件1\n工作分工\n1.修堤组\n2.清淤组\n附件2\n经费安排\n1.料钱\n2.工钱",
    "会议议程\n1.签到\n2.讨论\n会议纪要\n1.通过了方案。\n2.推迟了清淤。",
    "首先，感谢大家。第一，堤要修。第二，渠要清。第三，人要到。最后，祝大家平安。",
    "我们一要修堤，二要清淤。这是第一次，第二次再说，第三方评估已经做完。",
    "第一，第二和第三小组留下，第四小组回村。",
    "（一）修堤。（二）清淤。（三）巡查。\n（一）再修。（二）再清。",
    "引用原文如下：\n（三）不得取土；\n（四）不得放牧。",
    "“一是修堤，三是清淤”，他这样写道。",
    "一\n天黑了。\n二\n雨来了。\n四\n堤垮了。",
    "得分：1. 张华 98\n2. 李梅 97\n2. 王强 97\n4. 赵云 95",
    "二、三十个人上了堤，四、五十个人下了渠。一、二、三号泵站都通了电。",
    "全镇一盘棋：一是一把手抓，二是二把手管。",
    "会议强调，一要修堤。要备料。二要清淤。三要巡查。会议要求，一要早，二要快。会议决定，一、成立专班；二、拨付专款。",
    "问：第一，堤谁修？第二，渠谁清？\n答：第一，村里修。第二，镇里清。第三，县里查。",
    "1.修堤①；2.清淤②；3.巡查③。\n注：①北堤；②东渠；③全线。",
    "（一）（二）（三）项由村里办，（四）项由镇里办。依照第（一）、（三）项办理。",
    "刚才讲了两点。第三，人要到。第四，料要足。",
    "壹、總則\n一、目的\n二、範圍\n貳、職責\n一、修堤\n二、清淤",
    "一、 修堤\r\n二、 清淤\r\n三、 巡查\r\n",
    "一、二年级修堤，三、四年级清淤，五、六年级巡查。",
    "第一是快；第一是稳；第一是好。",
    "一是修堤二是清淤，三是巡查。",
    "当前一是要修堤，二是要清淤，三是要巡查。",
    "首先，修堤。重点一是备料，二是备人。",
    "一方面，堤要修，重点一是备料，二是备人；另一方面，渠要清。",
    "第一，修堤。第二，清淤。重点一是排班，二是开工，三是验收。",
    "工作安排一、修堤\n二、清淤\n三、巡查",
    "一、修堤\n堤要牢。二、清淤三、巡查\n四、值守",
    "第一要修堤，第二清淤，第三要巡查。",
    "措施：(1)修堤(2)清淤；(3)巡查；(4)值守。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_stays_untouched(text: str) -> None:
    assert found(text) == []
    assert fixed(text) == text


def test_the_message_shows_the_evidence() -> None:
    (finding,) = LINTER.check(Source("一、修堤护坡\n二、清淤\n四、巡查")).kept
    assert finding.message == "上一条是“二、清淤”（第2行），这一条应为“三”，写的是“四”"
    assert finding.notes == ("如果是漏了一条，应补上，不要改号",)


def test_a_cut_is_named_and_nothing_is_renumbered() -> None:
    (finding,) = LINTER.check(Source("一、修堤\n堤要牢。\n……\n三、清淤\n渠要清。")).kept
    assert finding.fix is None
    assert finding.severity is Severity.HINT
    assert finding.notes == ("中间用省略号略去了几条；若非有意节录，应补齐原文",)


def test_a_fix_numbers_the_whole_list() -> None:
    (finding,) = LINTER.check(Source("一、甲堤\n三、乙堤\n四、丙堤\n五、丁堤")).kept
    assert finding.fix is not None
    assert [edit.content for edit in finding.fix.edits] == ["二", "三", "四"]


@pytest.mark.parametrize("width", [10, 12, 19])
def test_long_lists_are_counted_in_their_own_way(width: int) -> None:
    numbers = [
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        *(f"十{n}" for n in "一二三四五六七八九"),
        "二十",
    ]
    wrong = [*numbers[:4], *numbers[5 : width + 1]]
    text = "\n".join(f"{number}、第甲{i}条堤" for i, number in enumerate(wrong))
    right = "\n".join(f"{number}、第甲{i}条堤" for i, number in enumerate(numbers[:width]))
    assert found(text) == [("sequence-gap", "六、")]
    assert fixed(text) == right
