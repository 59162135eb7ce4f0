"""spacing/cjk-latin-space"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from speechlint.checks.spacing.strays import LONGEST_PIECE, ends_dateline
from speechlint.document.blanks import Beside, Blanks
from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import HAN, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

# A draft that puts blanks round this share of its numbers and Latin words does so on purpose; technical texts in
# Markdown do it by rule.
SHARE = 0.8
SAMPLE = 20_000  # code points
SHORTEST_YEAR = 4
_UNITS = frozenset(
    "年月日号时点分秒个位名家项次元万亿千百余多人岁户亩吨斤克米里台辆套件份条款届期批类种章节级所座栋间层天周倍成"
)
_LABEL = Pattern("(?:图|表|式|附件|附录|附表|例|注|案例|方案|版本|专栏|编号|序号|第)$")
_NUMBER = frozenset("0123456789.,%０１２３４５６７８９")
_DATE = Pattern("(?:[0-9]{2,4} ?年 ?)?[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]|[0-9]{4} ?年 ?[0-9]{1,2} ?月(?! ?[0-9])")
_JOINT = Pattern("(?<=[0-9])( ?)(?=[年月日号])|(?<=[年月])( ?)(?=[0-9])")
_DATE_UNITS = frozenset("年月日号")
_LONGEST_DATE, MOST_JOINTS = 20, 5
_NEAR = 3 * LONGEST_PIECE
_JOINED = Pattern(f"[{HAN}] [{HAN}]")
# The blank behind 第一条 is none of a list's.
_ARTICLE = Pattern("^(?:.*[\r\n])?[ \u3000]*第.{1,8}?[条章节條節款项項][ \u3000]")
_NAMED_BY_NUMBER = frozenset("号级类组区班队號級類組區隊")
_OPENING = frozenset("，。；：、！？,;:!?\r\n") | {""}
_CLAUSE_MARK = Pattern("[，。；：、！？,;:!?\r\n]")
_CLOSE_BEHIND, _CLOSE_BEFORE = Sweep(f"[0-9A-Za-z](?=[{HAN}])"), Sweep(f"[0-9A-Za-z](?<=[{HAN}].)")


class CjkLatinSpace(Rule):
    """A blank between a Chinese character and a number or a Latin word. Inside a date (4月 3 日), or between a number
    and its unit where none stands before the number (共18 位), it is a slip; elsewhere it is a matter of style, hinted
    at where the draft does not do so throughout. Columns, list entries and labels (表 1) are left alone.
    """

    id = "spacing/cjk-latin-space"
    title = Bilingual("汉字与数字、字母之间的空格不一致", "Blanks beside numbers and Latin words are not consistent")
    why = Bilingual(
        "公文中汉字与数字、字母之间不加空格；同一个日期、数量里一边空一边不空，一定是误留。",
        "Official texts have no blank there; a date or a quantity with a blank on one side only is a slip.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只删空格。", "Only the blank goes.")
    norm = "GB/T 9704-2012 7.3.3"
    VALID = (
        Valid("9月3日开仓，收稻谷18车。"),
        Valid("9 月 3 日开仓，当天收稻谷 18 车、玉米 6 车。"),
        Valid("9 月 3 日开仓，收稻谷 18 车、玉米 6 车。", preset="zh-hant"),
        Valid("用 Python 写的脚本，把 GDP 增长 5% 的数据导入 Excel 表格。"),
        Valid("表 1为各站收购量，附件 2列有电话，请查收。"),
        Valid("早班 8时 中班 16时 晚班 24时，轮流值守。"),
        Valid("1 号仓装稻谷，2 号仓装玉米。"),
        Valid("2012年9月3日会议通过 2018年6月1日会议修订"),
        Valid("第 1 條 本法所稱糧食，指稻穀。"),
        Valid("新华社柳湾9月8日电 9月8日，全县粮食工作会议召开。"),
    )
    INVALID = (
        Invalid("⟦9月 3 日⟧开仓，当天就收了稻谷。", fixed="9月3日开仓，当天就收了稻谷。"),
        Invalid("柳湾乡⟦ ⟧18位社员送来新稻，当场过秤。", fixed="柳湾乡18位社员送来新稻，当场过秤。"),
        Invalid("柳灣鄉共18⟦ ⟧位社員送來新稻，當場過秤。", fixed="柳灣鄉共18位社員送來新稻，當場過秤。"),
        Invalid("去年收粮达到⟦ ⟧83%，入库5车，出库6车。", fixed="去年收粮达到83%，入库5车，出库6车。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document, text, blanks = ctx.document, ctx.text, ctx.document.blanks
        found = [
            span
            for span in blanks.beside(Beside.LATIN)
            if span.end - span.start == 1 and text[span.start] == " " and not blanks.ends_marker(span)
        ]
        hinted: bool | None = None
        reported = 0
        for index, span in enumerate(found):
            if span.start < reported:
                continue
            number, unit = _number_beside(text, span)
            date = _uneven_date(text, span) if unit in _DATE_UNITS or text[span.start - 1] in _DATE_UNITS else None
            label = date is None and _is_label(text, number, span)
            slip = date is not None or (_is_one_sided(text, span, number, unit) and not label)
            if not slip and hinted is None:
                hinted = ctx.preset == "strict" or not _is_style(document, found)
            if label or not (slip or hinted) or not blanks.in_prose(span) or _is_listed(blanks, span):
                continue
            if ends_dateline(blanks, span):
                continue
            if date is not None:
                reported = date.end
                yield _finding(ctx, date, list(takewhile(date.covers, islice(found, index, index + MOST_JOINTS))), None)
            else:
                parts_unit = slip and number.end == span.start
                yield _finding(ctx, span, [span], None if parts_unit else Severity.HINT)


def _finding(ctx: Context, span: Span, blanks: list[Span], severity: Severity | None) -> Diagnostic:
    words = ctx.text[max(0, blanks[0].start - 3) : blanks[-1].end + 3].strip()
    return ctx.found(
        span,
        Bilingual(f"“{words}”处多了空格，应连写", f"A blank too many at “{words}”; join the two sides"),
        severity=severity,
        fix=ctx.fix(
            Bilingual("删去空格", "Delete the blank"), [Edit(blank, "") for blank in blanks], Applicability.SAFE
        ),
    )


def _number_beside(text: str, span: Span) -> tuple[Span, str]:
    """The number at the blank's one side, empty where letters stand there, and the character of its unit."""
    start, end = span
    if is_han(text[start - 1]):
        last = end
        while last < len(text) and last - end < LONGEST_PIECE and text[last] in _NUMBER:
            last += 1
        return Span(end, last), text[last : last + 1]
    first = start
    while first and start - first < LONGEST_PIECE and text[first - 1] in _NUMBER:
        first -= 1
    return Span(first, start), text[end]


def _is_one_sided(text: str, span: Span, number: Span, unit: str) -> bool:
    """Whether a number hangs on the words before it or on its unit, and the blank parts it from the other."""
    if number.empty or unit not in _UNITS:
        return False
    if number.start == span.end:
        return not (unit == "年" and number.end - number.start >= SHORTEST_YEAR)
    return is_han(text[number.start - 1 : number.start])


def _is_label(text: str, number: Span, span: Span) -> bool:
    """表 1, and a number that opens a clause as a list's does: ，2 号仓."""
    if number.empty:
        return False
    before = span.start if number.start == span.end else number.start
    opens = number.end == span.start and text[span.end] in _NAMED_BY_NUMBER and text[before - 1 : before] in _OPENING
    return opens or _LABEL.search(text, max(0, before - 3), before) is not None


def _uneven_date(text: str, span: Span) -> Span | None:
    """The date about the blank, where it has blanks in some of its joints and none in others."""
    for match in _DATE.finditer(text, max(0, span.start - _LONGEST_DATE), span.end + _LONGEST_DATE):
        if match.start() < span.start and span.end < match.end():
            joints = {bool(joint[1] or joint[2]) for joint in _JOINT.finditer(match.group())}
            return Span(*match.span()) if len(joints) > 1 else None
    return None


def _is_listed(blanks: Blanks, span: Span) -> bool:
    """Whether the clause sets its parts apart with blanks: 早班 8时 中班 16时."""
    text, (start, end) = blanks.text, span
    if text.find(" ", max(0, start - _NEAR), start) < 0 and text.find(" ", end, end + _NEAR) < 0:
        return False
    before = _ARTICLE.sub("", blanks.before(span)[-_NEAR:])
    after = blanks.after(span)[:_NEAR]
    clause = _CLAUSE_MARK.split(before)[-1] + " " + _CLAUSE_MARK.split(after, maxsplit=1)[0]
    return _JOINED.search(clause) is not None


def _is_style(document: Document, spaced: list[Span]) -> bool:
    """Whether the draft puts blanks round its numbers and Latin words on purpose; its beginning tells."""
    if document.source.format != "plain":
        return True
    close = sum(len(side.findall(document.text, 0, SAMPLE)) for side in (_CLOSE_BEHIND, _CLOSE_BEFORE))
    count = sum(span.start < SAMPLE for span in spaced)
    return count >= SHARE * (count + close)
