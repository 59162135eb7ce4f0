"""What stands behind a mask and so tells what the mask stands for. Patterns are for text in simplified characters."""

from __future__ import annotations

from functools import cache

from speechlint.document.mask_signs import ALL
from speechlint.text.choice import Choice
from speechlint.text.pattern import Pattern

_SIGN = rf"[{ALL}0-9]".replace("#", r"\#")
_BLANKS = frozenset(" \u3000")
# ×政发〔2024〕
_NUMBER_SIGNS = frozenset("政党府办字民发函〔［")
_DOCUMENT_NUMBER = Pattern("[政党府办字民]{0,2}[发函字]?[〔［]")

TITLES = (
    "总书记|书记(?!处|员)|主席(?!台|团)|主任(?!委员会)|秘书长|董事长|理事长|委员长|检察长|常委(?!会)|委员(?!会)"
    "|代表(?!团|大会|会|性|队|处|作|着|了|队伍)|同志(?!们)|先生|女士|老师|教授|博士|院士|师傅|同学(?!会)|经理|总裁|总监|总工程师"
    "|总经理|厂长|会长|社长|院长|校长(?!期)|馆长|台长|行长|园长|所长|站长|队长|班长|组长|团长|连长|营长|师长|司令|政委"
    "|[省市县区镇乡村州盟旗](?:委书记|长(?![期效远久江假途城春安]))|[部厅局处科股](?:级干部|长(?![期效远久江]))"
    "|参赞|大使|总理|助理|干事|参谋|法官|检察官|民警|律师|主持人|记者|支书"
)
_RANK = "(?:常务副|名誉|首席|副|原|老|正)?"
_PLACES = (
    "自治[区州县旗]|特别行政区|开发区|园区|新区|城区|市(?![场民值面价井容盈占])|县|区(?![域分间别块隔])|省(?![略钱吃心力亲下去])"
    "|镇(?![静定痛])|乡(?![亲愁音])|村(?![落])|州|盟(?![友约])|旗(?![帜下])|街道|社区|屯|港|湾|岛|路|街|巷|江|河|湖|山|地区|地(?=[召举])"
)
_ORGANISATIONS = (
    "总工会|工会|公司|集团|大学|学院|中学|小学|学校|幼儿园|医院|银行|法院|检察院|公安|派出所|局|厅|委员会|委(?![托员派屈婉])"
    "|办公|办事处|部门|支部|支队|大队|协会|商会|联合会|研究|企业|工厂|厂|单位|电视台|日报|晚报|晨报|时报|报社|杂志|网站"
    "|分局|分公司|部(?![队分长署])|党委|政府|街道|车站|项目部|工程局"
)
_UNITS = (
    "[多余几来]?(?:百分点|个|名|人次|人(?![民大社力才事格情生类文员])|元(?![旦素首])|万|亿|千|百|家(?![庭属乡园])|项(?!目)|条|批|座|场(?![所地])|岁|户|件"
    "|间|处(?![长理置])|篇|部(?![署门队位])|辆|套|支(?![部持队撑])|张|份|层|级|天|周年|种|倍|折|成(?=[以左，。；])|平方米|公里|米|亩|公顷|顷|吨|公斤|千克|斤"
    "|立方米|千瓦|兆瓦|度|栋|幢|株|棵|头|只|口|艘|架|门|册|段|字(?![形型架路])|句|秒|届|年|号|多|余|台|期|本(?![地市省县区院会次来])|幅|对|轮|片|根"
    "|位|车(?=[，。、；,;])|[金银铜](?![融属行])|小时|分钟|学时|课时|人份|个月|次)|[%％‰]|(?:km|kg|mm|cm|m|g|t|MW|GW|kW|KW|kV|kWh|GB|MB|TB|h|℃)(?![A-Za-z])|分之|分(?![公局行会支部管校])"
)
_ORDINALS = "届|次(?=[全常会执代理](?:委|体|会|[大小务议]|执|表)|主席|党组|大会|扩大|例会|联席|工作会|职代|团|理事)"
_DATES = (
    "月(?![饼亮球子薪嫂])|日(?![报本常新益夜均])|号(?=[召上下，。至晚早])|季度|时(?=[0-9许整左])|"
    f"点(?=[半整钟许左]|{_SIGN}+分)|时(?={_SIGN}+分)|上旬|中旬|下旬|周(?=[一二三四五六日])"
)

# One look behind a run; the label of what stands there is the answer.
AFTER = Choice(
    {
        "year": "年(?:代|度|底|初|末|中|来|以来)|年(?!级|前后|轮)",
        "ordinal": _ORDINALS,
        "date": _DATES,
        "name": f"{_RANK}(?:{TITLES})",
        "organisation": _ORGANISATIONS,
        "place": _PLACES,
        "number": _UNITS,
    }
)
# Signs that have other uses count as masks only in front of what can hardly follow anything else.
STRICT = Choice(
    r"年(?:度|底|初|末|来|以来|代)?(?![级轮华纪龄])|[届次](?=[全常会执代理，。])|月(?:份|底|初|末)?(?![饼亮球子薪嫂])|日(?![报本常新益夜均])|季度"
    rf"|{_RANK}(?:{TITLES})"
    r"|(?:总工会|自治[区州县旗]|市委|县委|区委|省委|镇委|党委|街道|社区|公司|集团|大学|学院|中学|小学|医院|企业|单位|日报|晚报|派出所)"
    r"|市(?![场民值面价井容盈占集])|县(?![域城级])|区(?![域分间别块隔位])|省(?![略钱吃心力亲下去得时事级])|镇(?![静定痛压])|乡(?![亲愁音村土镇情])"
    r"|村(?![落民庄居级两干])|局(?![部面限势促])|厅(?![堂级])|路(?![径线由过上])|某"
    r"|[多余]?(?:个|名|万|亿|元(?![旦素首])|人次|人(?=[，。；、,;参次以])|家(?=[企单户、，])|户|项(?!目)|场(?=[次，培宣])|条(?=[，。])|[%％])"
)


def slot_after(folded: str, end: int) -> tuple[str, int, int]:
    """`(kind, start, end)` of the word behind the mask that ends at `end`; `("", end, end)` where nothing tells.

    The kinds are the labels of AFTER. A blank or two may stand before the word.
    """
    start = end
    if folded[start : start + 1] in _BLANKS:
        start += 1
        if folded[start : start + 1] in _BLANKS:
            start += 1
    found = AFTER.told(folded, start)
    return ("", end, end) if found is None else (found[0], start, found[1])


def has_strict_slot(folded: str, end: int) -> bool:
    """Whether a word stands behind `end` that only a name, a number or a date can stand before."""
    if folded[end : end + 1] in _BLANKS:
        end += 1
    if STRICT.told(folded, end) is not None:
        return True
    return folded[end : end + 1] in _NUMBER_SIGNS and _DOCUMENT_NUMBER.match(folded, end, end + 4) is not None


def ends_in_title(words: str) -> bool:
    """Whether the words end in a title or an office: 县委书记."""
    return words.endswith(_titles())


@cache
def _titles() -> tuple[str, ...]:
    return Choice(TITLES).words
