"""placeholder/missing-number"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.redaction.blanks_wanted import wants_blanks
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_BEFORE_PERCENT = "的达到约近了长率比降升超过占高增减至成于"
_UNITS = (
    "万元", "亿元", "人次", "万人", "名", "户", "家", "场", "项", "件", "个", "条", "篇", "期", "台", "套", "份",
    "公里", "亩", "吨",
)  # fmt: skip
_VERBS = (
    "累计脱贫", "累计培训", "累计走访", "累计慰问", "累计帮扶", "累计救助", "累计发放", "累计投入", "累计举办",
    "累计开展", "累计排查", "累计整改", "累计受理", "累计化解", "累计完成", "累计新增", "共计投入", "共投入资金",
    "投入资金", "发放资金", "救助资金", "筹集资金", "争取资金", "发放慰问金", "补助资金", "实现销售收入",
    "实现营业收入", "实现产值", "实现利润", "完成投资", "总投资", "到位资金", "落实资金", "拨付资金", "募集资金",
    "募集善款", "共脱贫", "实现脱贫", "减贫", "新增就业", "转移就业", "安置就业", "惠及群众", "受益群众",
    "慰问困难群众", "慰问困难职工", "救助困难群众", "培训职工", "培训党员", "培训干部", "发展党员", "新发展党员",
)  # fmt: skip
_MARKS = "，。；、"
_WORKS = Pattern("(?:新建|改建|扩建|修建|改造|硬化|铺设|整治|疏浚|清淤|绿化|贯通)[一-鿿]{0,8}$")
_FOLKS = Pattern("(?:群众|人口|居民|职工|惠及|涉及|受益|脱贫|搬迁|安置|覆盖|救助)$")
# Words between which a count, a year or an ordinal is gone, with what must stand behind them.
_COUNTED = ("共有个", "下辖个", "共辖个", "现辖个", "共计个", "总计个")
_POINTS = tuple(f"{before}个百分点" for before in "长高升降加少点快低落缩于、")
_SESSIONS = ("第次", "第届")
_YEARS = tuple(f"年{whose}{place}" for whose in "全我" for place in "省市县区镇乡")
_GAPS = {
    **dict.fromkeys(_COUNTED, Pattern("(?![人体性别]|(?:小|巧|大)?(?:不|里))")),
    "现有个": Pattern("(?=行政|自然|乡|镇|村民|社区|街道|党支部|部门|科室|小组)"),
    **dict.fromkeys(_POINTS, Pattern("")),
    **dict.fromkeys(
        _SESSIONS, Pattern("(?:全体|全会|全委|代表|常委|常务|党组|会议|大会|主席|人大|人民|党代|职代|团代)")
    ),
    **dict.fromkeys(("人口万人", "人口万，"), Pattern("(?!以|左|大)")),
    "近名": Pattern("(?:师生|职工|群众|干部|党员|代表|学生|学员|选手|村民|居民|志愿者|教师|游客|农民|演员|队员|同志)"),
    "共有名": Pattern(
        "(?:师生|职工|群众|干部|党员|代表|学生|学员|教师(?![工0-9一二三四五六七八九十])|村民|居民|志愿者|队员)"
    ),
    **dict.fromkeys([f"{before}个工作日" for before in "的后起在于"], Pattern("")),
    "面积平方米": Pattern("[，。；、]"),
    "〔〕": Pattern("[0-9]{1,4} ?号"),  # a document's number without its year
    "年来，": Pattern("(?:我们|我[省市县区镇乡校局]|全|在|各|按|围|面对|经)"),
    **dict.fromkeys(_YEARS, Pattern("(?!之|人均)")),
}
# 单位：面积平方米 is the head of a table.
_MEASURED, _IN_HEAD = ("面积平方米",), Pattern("单位[为是：:][^。]*$")
# A year is gone only where a sentence or a clause begins; 附近名胜 and 最近名单 have no gap.
_OPEN = frozenset(("", "\n", "\r", " ", "\u3000", "，", "。", "；", "：", "“"))
_NEAR_PLACE = frozenset("附最亲靠邻临接远")
_ERRORS = ("#VALUE!", "#REF!", "#N/A", "#DIV/0!", "#NAME?", "#NUM!")
# What speaks of a table's errors does not suffer from them.
_OF_TABLES = Pattern("错误|报错|出错|显示为|公式|函数|单元格|表格|返回|(?i:excel|vlookup)")
_HOLES = Literals(
    (
        *(before + percent for before in _BEFORE_PERCENT for percent in "%％"),
        *(more + unit for more in ("余", "多") for unit in ("万元", "亿元", "人次", "万人", "公里", "亩", "吨")),
        *(f"余{unit}" for unit in ("名", "户", "家", "场", "件", "台", "套", "份")),
        *_VERBS,
        *(f"{unit}{mark}" for unit in ("公里", "户人") for mark in _MARKS),
        *_GAPS,
        *_ERRORS,
        *("截至年月", "截止年月"),
        *("年月日", "于月日", "今年月日", "月日上午", "月日下午"),
    )
)
_UNIT = Pattern("(?:万元|亿元|元|人次|人|名|户|家|场|项|件|个|次|份)(?=[，。；、,;])")
_NUMBER = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十百千万亿兆两零〇几数半%％％XxＸｘ×*＊_＿○NnＮ某上"
)
_YEAR_FRONT = _NUMBER | frozenset("近这那当去今明历每余多来往")
_HAN = Pattern(f"[{HAN}]")
_VAGUE = frozenset("每长总里短若干数")
_AFTER_ERROR = frozenset("%％，。；、,;")
# How far a verb before its count, and words about tables, are looked for, in code points.
WORK, NEAR = 12, 60
_AFTER_PERCENT = Pattern("[。，；、,;以左]|[\r\n]|的|和|（")
_AFTER_DATE = Pattern("[召举在上下，]|印发|起|至")
# 其余, 剩余, 许多, and surnames and words that end in 余 or 多.
_NO_REST = frozenset("其剩盈结富残节业之公课许很更不太众诸较最颇好繁许甚过增已差繁")


class MissingNumber(Rule):
    """A number is gone and left no mark: 任务的%, 投入资金万元, 慰问余户, 于月日召开. Only where nothing else can
    be meant.
    """

    id = "placeholder/missing-number"
    title = Bilingual("数字不见了，没有留下记号", "A number is gone without a mark")
    why = Bilingual("套用时删了数字却没有补，单位前面是空的。", "The number was taken out; its unit stands alone.")
    severity = Severity.ERROR
    presets = {"template": None}
    triggers = _HOLES
    VALID = (
        Valid("完成任务的98%，其余万元以上的项目照旧，剩余亩数不变。"),
        Valid("出生年月日要写明，数字后的百分号写成“的%”。"),
        Valid("投入资金三百余万元，走访50余户，近十余年来。"),
        Valid("累计培训渔工，累计投入资金20亿元，累计完成项目。"),
        Valid("增速为X%，慰问XX余户，几余万元。"),
        Valid("表中数值的单位为%，比重为％。"),
        Valid("許多人次年返鄉，眾多家庭受益。"),
        Valid("走访企业家，绕行数公里，家家户户人人动手。"),
        Valid("公式出错时单元格显示#N/A。"),
        Valid("近年来，我们修渠不止；2023年全镇通了水，一年来，各村都得了利。"),
        Valid("附近名胜多，最近名单已定，共有个人账户，现有个问题要说，辖区人口万人以上。"),
        Valid("增长3个百分点，降低两个百分点，第三次全体会议开过了，第几届也记得。"),
        Valid("共有名单三份，建筑面积（平方米）见表，五个工作日后个个到岗，〔〕是六角括号。"),
        Valid("全县共有名教师12人、名校长三人，共有名教师工作室八个。"),
        Valid("表中计量单位：面积平方米，水深米；面积平方米、体积立方米都是法定单位。"),
        Valid("试题\n本县森林覆盖率达%。"),
    )
    INVALID = (
        Invalid("完成全年任务⟦的%⟧，超过预期。"),
        Invalid("清淤投入⟦余万元⟧，慰问船工⟦余户⟧。"),
        Invalid("今年⟦完成投资亿元⟧，疏浚河道⟦公里⟧，受益群众⟦户人⟧。"),
        Invalid("渔获增长⟦#VALUE!⟧，占全县⟦#REF!⟧%。"),
        Invalid("全镇⟦累计脱贫人⟧，个个有账。"),
        Invalid("县里⟦投入资金万元⟧，修好了渠。"),
        Invalid("全县⟦共有个⟧乡镇，⟦近名⟧干部上了堤。"),
        Invalid("成活率提⟦高个百分点⟧，⟦第次⟧全体会议作了通报。"),
        Invalid("⟦年来，⟧我们修渠不止。⟦年全县⟧通了水，总⟦人口万人⟧都受益。"),
        Invalid("渔港办发⟦〔〕⟧12号文要求，款项于收件⟦后个工作日⟧内付清。"),
        Invalid("新码头⟦面积平方米⟧，⟦共有名⟧职工，应在开港⟦的个工作日⟧内交钥匙。"),
        Invalid("會議⟦于月日⟧召開，森林覆蓋率⟦達%⟧。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        taken = 0
        for start, end in ctx.places:
            if start < taken:
                continue
            span = _hole(text, ctx.document.folded, start, end)
            if span is None:
                continue
            if taken == 0 and wants_blanks(text):
                return
            taken = span.end
            words = span.of(text)
            yield ctx.found(
                span,
                Bilingual(f"“{words}”里少了数字，应查原稿补上", f"A number is missing in “{words}”; restore it"),
            )


def _table_error(text: str, folded: str, start: int, end: int) -> Span | None:
    """The error value of a table that was pasted between words."""
    before, after = text[start - 1 : start], text[end : end + 1]
    beside = _HAN.match(before) is not None and (after in _AFTER_ERROR or _HAN.match(after) is not None)
    told = _OF_TABLES.search(folded, max(0, start - NEAR), end + NEAR) is not None
    return Span(start, end) if beside and not told else None


def _hole(text: str, folded: str, start: int, end: int) -> Span | None:
    """The words round the place where the number was, or None where nothing is missing."""
    before, words = text[start - 1 : start], folded[start:end]
    behind = _GAPS.get(words)
    if behind is not None:
        if words in _MEASURED:
            sure = _IN_HEAD.search(folded, max(0, start - NEAR), start) is None and folded[end : end + 2] != "、体"
        elif words[0] == "年":
            # 2023 at the end of one line and 年 at the start of the next are one year.
            sure = before in _OPEN and text[max(0, start - 6) : start].rstrip()[-1:] not in _YEAR_FRONT
        else:
            sure = before not in _NEAR_PLACE
        return Span(start, end) if sure and behind.match(folded, end, end + 4) is not None else None
    if words[0] == "#":
        return _table_error(text, folded, start, end)
    if words[:2] in ("截至", "截止"):
        return Span(start, end)
    if words[-1] in _MARKS:
        lost = before not in _NUMBER and before not in _VAGUE
        pattern = _WORKS if words[0] == "公" else _FOLKS
        lost = lost and pattern.search(folded[max(0, start - WORK) : start]) is not None
        return Span(start, end - 1) if lost else None
    if words[-1] in "%％":
        sure = (
            _HAN.match(before) is not None
            and before not in _NUMBER
            and (end == len(text) or _AFTER_PERCENT.match(text, end))
        )
        return Span(start, end) if sure else None
    if words.endswith("月日") or "月日" in words:
        if words == "年月日":
            return None
        return Span(start, end) if _AFTER_DATE.match(folded, end, end + 2) is not None or len(words) > 3 else None
    if words[0] in "余多":
        sure = _HAN.match(before) is not None and before not in _NUMBER and before not in _NO_REST
        # 余家 is a surname's, 多亩 a plain word's, unless a sentence goes on behind it as behind a count.
        return Span(start, end) if sure and words[0] == "余" and folded[end : end + 1] in "，。；、,;" else None
    match = _UNIT.match(folded, end, end + 4)
    return None if match is None else Span(start, match.end())
