"""placeholder/sample-identity"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.placeholder.values import BECAUSE, value_fix
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_NAMES = ("张三", "李四", "王五", "赵六")
_NUMBERS = ("12345678", "13800138000", "13800000000", "13888888888", "10000000000", "00000000", "11111111", "88888888")
_STARS = ("****", "＊＊＊＊")
_MAILS = ("example.com", "test.com", "xxx.com", "abc@", "xxx@", "test@")
_SAMPLES = Literals((*_NAMES, *_NUMBERS, *_STARS, *_MAILS))
_PERSON_BEFORE = Pattern(
    "(?:联系人|负责人|姓名|经办人|主持人|发言人|报告人|收件人|署名|同志|主任|书记|局长|由|请|是|我叫|感谢)[：: ]?$"
)
_PERSON_AFTER = Pattern("[ ]?(?:同志|先生|女士|书记|主任|局长|经理|教授|老师|师傅|主持|发言|作|汇报|（签名）)")
_IDIOM = Pattern("[“‘]?(?:张三|李四|王五)")
_PHONE = Pattern(
    "(?<![0-9])1[3-9][0-9][*＊]{4}[0-9]{4}(?![0-9])|(?<![0-9])[0-9]{6}[*＊]{4,12}[0-9]{2,4}[0-9Xx]?(?![0-9])"
)
# Notices hide the numbers of those whom they name.
_NOTICE = Pattern("公示|公告|名单|中奖|开奖|抽奖|获奖|低保|摇号|隐名|脱敏|录取|领取|退费|判决|被告|涉嫌|案件|失信|通报")
_NOTICE_WINDOW, _BEGINNING = 40, 200
_LABEL_BEFORE = Pattern("[：:][ \u3000]{0,2}$")
_CALL_BEFORE = Pattern(
    "(?:电话|手机|热线|传真|号码|联系方式|邮编|身份证|账号|微信|QQ)[号码]{0,2}(?:为|是)?[：: ]*[0-9]{0,4}[-－ ]?$"
)
_DIGITS = Pattern("[0-9-]{6,18}")
_MAIL = Pattern(
    r"[A-Za-z0-9._-]*@?(?:example|test|xxx)\.com"
    r"|(?:test|xxx|abc)@(?:(?:www\.)?(?:example|test|xxx|abc|qq|[0-9]{3}|126|sina|gmail|mail|email|company|xx)\b[A-Za-z.]*)"
)
REACH = 14


class SampleIdentity(Rule):
    """A name, a number or an address that only stands for one: 联系人：张三, 电话：12345678, 138****0000."""

    id = "placeholder/sample-identity"
    title = Bilingual("样例中的姓名、号码没有换", "A sample name or number was left in")
    why = Bilingual("“张三”“12345678”是举例用的，照发出去联系不到人。", "A sample name or number reaches nobody.")
    severity = Severity.WARNING
    presets = {"template": None, "scraped": Severity.ERROR}
    fixes = Applicability.SAFE
    because = BECAUSE
    triggers = _SAMPLES
    VALID = (
        Valid("张三丰故里办起了渔家乐，王五哥讲李四光的故事。"),
        Valid("不能今天张三说、明天李四改，谁都不认账。"),
        Valid("产值突破12345678元，编号00000000起。"),
        Valid("5****评级，**重点****强调**的写法。"),
        Valid("興張三四線鐵路通車。"),
        Valid("来信寄abc@yugang.gov.cn，或test@hangdao.org。"),
    )
    INVALID = (
        Invalid("联系人：⟦张三⟧\n电话：⟦138****0000⟧"),
        Invalid("請⟦李四⟧同志發言。"),
        Invalid("值班电话：⟦12345678⟧"),
        Invalid("来信寄⟦abc@example.com⟧。"),
        Invalid("来信寄⟦test@qq.com⟧，或⟦xxx@163.com⟧。"),
        Invalid("身份证号：⟦350100********1234⟧"),
        Invalid("联系人：⟦张三⟧", fixed="联系人：方河", values={"张三": "方河"}),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        taken = 0
        for start, end in ctx.places:
            if start < taken:
                continue
            span = _sample(ctx, start, end)
            if span is None or span.start < taken:
                # Stars and digits are found again at every place of a run.
                taken = _run_end(ctx.text, start, end)
                continue
            taken = span.end
            words = span.of(ctx.text)
            yield ctx.found(
                span,
                Bilingual(f"“{words}”是举例用的，应换成真实的", f"“{words}” is a sample; put the real one"),
                severity=Severity.HINT if _may_be_hidden(ctx, span) else None,
                fix=value_fix(ctx, span) if ctx.values else None,
            )


def _sample(ctx: Context, start: int, end: int) -> Span | None:
    """The sample round the trigger, if it stands where a real one is wanted."""
    text, folded = ctx.text, ctx.document.folded
    if folded[start:end] in _NAMES:
        if _is_idiom(folded, start, end):
            return None
        wanted = _PERSON_AFTER.match(folded, end, end + 5) or _PERSON_BEFORE.search(folded[max(0, start - 6) : start])
        return Span(start, end) if wanted else None
    if text[start] in "*＊":
        for offset in (3, 6):
            match = _PHONE.match(text, max(0, start - offset), end + 14)
            if match is not None and match.end() > end:
                return Span(*match.span())
        return None
    if text[start].isdigit():
        first = start
        while first > max(0, start - 5) and text[first - 1] in "0123456789-":
            first -= 1
        match = _DIGITS.match(text, first, first + 18)
        called = _CALL_BEFORE.search(folded[max(0, first - REACH) : first]) is not None
        return Span(*match.span()) if called and match is not None else None
    first = start
    while (
        first > max(0, start - 30)
        and text[first - 1].isascii()
        and (text[first - 1].isalnum() or text[first - 1] in "._-@")
    ):
        first -= 1
    match = _MAIL.match(text, first, first + 60)
    return Span(*match.span()) if match is not None and "@" in match.group() else None


def _may_be_hidden(ctx: Context, span: Span) -> bool:
    """Whether stars in a number may guard a real one: it follows no label, or a notice names winners or parties."""
    if not any(sign in "*＊" for sign in span.of(ctx.text)):
        return False
    folded = ctx.document.folded
    if _LABEL_BEFORE.search(folded[max(0, span.start - 3) : span.start]) is None:
        return True
    return (
        _NOTICE.search(folded, max(0, span.start - _NOTICE_WINDOW), span.end + _NOTICE_WINDOW) is not None
        or _NOTICE.search(folded, 0, _BEGINNING) is not None
    )


def _run_end(text: str, start: int, end: int) -> int:
    sign = text[start]
    while text[end : end + 1] == sign:
        end += 1
    return end if sign in "*＊" or sign.isdigit() else start


def _is_idiom(folded: str, start: int, end: int) -> bool:
    """张三李四 speaks of anybody; 张三丰 and 李四光 are others."""
    around = folded[max(0, start - 6) : start] + "|" + folded[end : end + 6]
    return folded[end : end + 1] in ("丰", "光", "峰", "四", "哥", "爷") or _IDIOM.search(around) is not None
