"""placeholder/bracket-prompt"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.placeholder.values import BECAUSE, value_fix
from speechlint.checks.redaction.blanks_wanted import wants_blanks
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import FULL_WIDTH_MARKS, HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_ROUND, _SQUARE = "（(", "【[［〔{｛<＜〈"
_CLOSERS = dict(zip(_ROUND + _SQUARE, "）)】]］〕}｝>＞〉", strict=True))
# What only an instruction begins or ends with.
_ORDERS = (
    "此处", "这里填", "这里写", "请填", "请输", "请插", "请补", "请写", "请在此", "请替换", "填写", "填入", "填上",
    "插入", "输入", "待填", "根据实际", "视情况", "结合实际", "具体填", "可填", "自行",
)  # fmt: skip
_ENDINGS = (
    "填写", "填入", "替换", "插入", "补充", "自行修改", "酌情修改", "情况修改", "自拟", "实际情况",
)  # fmt: skip
# What a field is called; in round brackets many of them may stand in a law.
_FIELDS = (
    "姓名", "名字", "人名", "单位", "公司", "部门", "职务", "职位", "时间", "日期", "地点", "地名", "数字", "数据",
    "金额", "名称", "链接", "标题", "标签", "城市", "学校", "年份", "主题", "活动名", "会议名", "领导",
    "省名", "市名", "县名", "区名", "乡名", "镇名", "村名", "局名", "校名",
)  # fmt: skip
_NAMED_FIELDS = (
    "单位名称", "公司名称", "学校名称", "部门名称", "活动名称", "会议名称", "项目名称", "具体时间", "具体地点",
    "具体数字", "具体数据", "具体名称", "领导姓名", "你的名字", "您的姓名", "地名", "人名", "填空",
)  # fmt: skip
_LATIN_FIELDS = (
    "name", "Name", "NAME", "date", "DATE", "title", "TITLE", "company", "COMPANY", "city", "unit", "amount",
    "number", "year", "position", "location", "department",
)  # fmt: skip
_BARE = ("请在此处填写", "请在此处插入", "请在这里填写", "请在此填写")
_PROMPTS = Literals(
    (
        *(opener + order for opener in _ROUND + _SQUARE for order in _ORDERS),
        *(opener + field for opener in _SQUARE for field in _FIELDS),
        *(opener + field for opener in _ROUND for field in _NAMED_FIELDS),
        *(opener + field for opener in _ROUND for field in ("姓名", "单位", "地名", "人名")),
        *_BARE,
        *(opener + field for opener in ("{", "{{", "${", "[") for field in _LATIN_FIELDS),
        *(ending + closer for ending in _ENDINGS for closer in ("）", ")", "】", "]", "］", "｝", "}")),
    )
)
_INSIDE = Pattern(
    r"[（(【\[［〔{｛<＜〈]{1,2}(?P<words>[^（(【\[［〔{｛<＜〈）)】\]］〕}｝>＞〉\r\n]{1,20})[）)】\]］〕}｝>＞〉]{1,2}"
)
# （此处播放音乐） tells the stage what to do; 由双方填写 tells who fills a form.
_ORDER = Pattern(
    "^(?!.*(?:[见見]|由.{1,8}填))(?:(?:"
    + "|".join(order for order in _ORDERS if order != "此处")
    + "|此处.*(?:填|写明|补|插|添|替换|输入|改[为成写])"
    + ")|.*(?:"
    + "|".join(_ENDINGS)
    + ")$)"
)
_NAMED = Pattern("^(?:" + "|".join(_NAMED_FIELDS) + ")$")
_FIELD = Pattern(
    "^(?:你的|您的|贵|本|我|主要|具体|所在|主办|承办|参会|与会|发言|演讲|主持|联系)?(?:"
    + "|".join(_FIELDS)
    + ")(?:名称?|全称|简称|人|姓名|称|/[一-鿿]{2,4}|[:：][一-鿿]{2,4})?$"
)
_LATIN_FIELD = Pattern(
    r"^(?:[$]?\{?)?(?:[a-z]+[_ ]?)?(?i:"
    + "|".join(sorted({field.lower() for field in _LATIN_FIELDS}))
    + r")(?:_[a-z]+)?$"
)
_COMPANY = Pattern(f"[{HAN}{FULL_WIDTH_MARKS}]")
# （姓名）同志 and （单位）召开 speak of somebody; 申请人（姓名） names a column.
_SPEAKS = {
    "姓名": Pattern("(?:同志|先生|女士|书记|主任|局长|[市县区乡镇]长|老师|作|主持|讲话|发言)"),
    "单位": Pattern("(?:召开|组织|举办|开展|举行|党委|党组|党支部|领导班子|全体)"),
}
_SPOKEN_BEFORE = frozenset("由请是在，。；：！、,;:\r\n\u3000")
_BARE_PROMPT = Pattern(
    "请在(?:此处|这里|此)(?:填写|插入)(?:本|贵|你|主办|承办)?(?:"
    + "|".join(_NAMED_FIELDS + _FIELDS)
    + ")(?:名称|全称|姓名)?"
)
# What speaks of forms and screens tells a reader where to write.
_OF_FORMS = Pattern("点击|系统|页面|表格|申请|登录|窗口|栏|登记|问卷|信封|注册|考生|[“‘「『][^”’」』]{0,12}$")
_FORM_NEAR = 40
# 姓名（单位名称）: either the one or the other.
_OTHER_NAMES = frozenset("名称稱人者方")
# The longest prompt, in code points.
REACH = 24


class BracketPrompt(Rule):
    """Instructions and field names in brackets that a template puts where the writer has to put words:
    （此处填写金额）, 【单位名称】, {name}, [标签:标题]. （单位：万元）, 【摘要】 and a label with its value behind
    it are the text's own.
    """

    id = "placeholder/bracket-prompt"
    title = Bilingual("括号里的填写提示没有替换", "A prompt in brackets was left in")
    why = Bilingual(
        "“（此处填写金额）”“【单位名称】”是模板给写稿人看的，不是正文。",
        "The prompt is for the writer, not for the audience.",
    )
    severity = Severity.ERROR
    presets = {"template": None}
    fixes = Applicability.SAFE
    because = BECAUSE
    triggers = _PROMPTS
    VALID = (
        Valid("（单位：万元）【摘要】渔港建设（以姓氏笔画为序）。"),
        Valid("【时间】5月8日\n【地点】二号码头\n【主题】清港"),
        Valid("申请书应当写明申请人（姓名）和事由。"),
        Valid("申请表\n单位（此处填写全称）：\n金额（此处填写大写）："),
        Valid("协议一式两份（详见补充）。"),
        Valid("把{name}换成变量即可。", format="markdown"),
        Valid("模板写作 `{单位}`，正文不出现。", format="markdown"),
        Valid("升旗（此处奏乐），（此处应有喝彩），（此处指内港）。"),
        Valid("第四条（编号由船东填写）照旧。"),
        Valid("申请人（姓名）和（单位）盖章处，请在此处填写姓名并点击提交。"),
        Valid("数组用a[number]取值，标签是<title>。"),
    )
    INVALID = (
        Invalid("共投入⟦（此处填写金额）⟧万元。"),
        Invalid("尊敬的⟦【单位名称】⟧各位渔友：大家好。"),
        Invalid("欢迎⟦[姓名]⟧同志和⟦{公司}⟧的朋友。"),
        Invalid("感謝⟦【公司名稱】⟧的支持，⟦（請填寫金額）⟧元已到賬。"),
        Invalid("今天是⟦<日期>⟧，我代表⟦{{name}}⟧讲几句。"),
        Invalid("请⟦（姓名）⟧同志讲话，⟦（单位）⟧召开了会，增产⟦{number}⟧%。"),
        Invalid("今天，⟦请在此处填写单位名称⟧的渔工都到了，⟦{{单位名称}}⟧也来了。"),
        Invalid("渔港清淤方案⟦（名称替换）⟧"),
        Invalid("⟦[标签:标题]⟧，码头换了新颜。"),
        Invalid("一年来成绩不少⟦（结合实际补充）⟧。"),
        Invalid("共投入⟦（此处填写金额）⟧元。", fixed="共投入三万元。", values={"（此处填写金额）": "三万"}),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        taken = 0
        for start, end in ctx.places:
            if start < taken:
                continue
            span = _prompt(ctx, start, end)
            if span is None or span.start < taken:
                continue
            if taken == 0 and wants_blanks(text):
                return
            taken = span.end
            words = span.of(text)
            yield ctx.found(
                span,
                Bilingual(
                    f"“{words}”是留给写稿人的提示，应换成实际内容，或删去",
                    f"“{words}” is a prompt; put the real words, or delete it",
                ),
                fix=value_fix(ctx, span) if ctx.values else None,
            )


def _prompt(ctx: Context, start: int, end: int) -> Span | None:
    """The bracket round the trigger, if its words are an instruction or the name of a field to fill."""
    text, folded = ctx.text, ctx.document.folded
    opener = start
    if folded[start:end] in _BARE:
        return _bare_prompt(folded, start)
    if text[start] not in _CLOSERS and text[start] != "$":
        opener = max(text.rfind(sign, max(0, end - REACH), start) for sign in _ROUND + _SQUARE)
        if opener < 0:
            return None
    if text[opener] == "$":
        opener += 1
    elif text[opener] in "{[【<" and text[opener - 1 : opener] == text[opener]:
        opener -= 1
    match = _INSIDE.match(folded, opener, opener + REACH)
    if match is None or match.end() < end - 1:
        return None
    span, words = Span(*match.span()), match["words"].strip()
    if _ORDER.search(words) is not None:
        return span
    if text[opener] in _ROUND:
        if words in _SPEAKS:
            return span if _speaks(folded, span, words) else None
        return span if _NAMED.match(words) is not None and _in_sentence(text, span) else None
    if _FIELD.match(words) is not None:
        return span if _in_sentence(text, span) or ":" in words or "：" in words else None
    if ctx.document.source.format == "plain" and _LATIN_FIELD.match(words) is not None:
        return span if _in_sentence(text, span) else None
    return None


def _speaks(folded: str, span: Span, words: str) -> bool:
    """Whether a sentence goes on behind the bracket as it does behind a name."""
    before = folded[span.start - 1 : span.start]
    return (not before or before in _SPOKEN_BEFORE) and _SPEAKS[words].match(folded, span.end, span.end + 5) is not None


def _bare_prompt(folded: str, start: int) -> Span | None:
    """The prompt without brackets: 请在此处填写单位名称."""
    match = _BARE_PROMPT.match(folded, start, start + REACH)
    near = folded[max(0, start - _FORM_NEAR) : start].rpartition("\n")[2]
    if match is None or _OF_FORMS.search(near) is not None or _OF_FORMS.search(folded, match.end(), match.end() + 20):
        return None
    return Span(*match.span())


def _in_sentence(text: str, span: Span) -> bool:
    """Whether words or marks stand right on both sides; a label opens its line, and its value follows."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before and before in _OTHER_NAMES and text[span.start] in _ROUND:
        return False
    left = _COMPANY.match(before) is not None or (before in ("", "\n", "\r") and after in ("：", ":", "，", "的"))
    right = _COMPANY.match(after) is not None or after in (",", ".", ":", "%", "％", "", "\n", "\r")
    return left and right
