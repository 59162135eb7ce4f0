"""placeholder/author-note"""

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

_WAITING = ("待定", "待核", "待补", "待填", "待查", "存疑", "请核", "需核实", "需补充", "待更新", "待确认", "待完善")
_TOKENS = ("TODO", "TBD", "FIXME", "此处略", "（略）", "(略)", "？？", "??")
_NOTES = Literals((*_WAITING, *_TOKENS))
_OPEN, _CLOSE = r"[（(【\[［]", r"[）)】\]］]"
_NOTE = (
    "(?:数据|数字|名单|人名|姓名|时间|日期|地点|金额|名称|此处|这里|出处|来源|具体|内容|情况)*[，,：:]?"
    "(?:还|尚|仍|有)?(?:待(?:定|核实?|补充?|填写?|查实?|更新|确认|完善)|存疑|请(?:再)?核实?对?|需(?:再)?(?:核实|补充))"
    "(?:一下|后补|后填|数据|数字|确认|后定)?"
)
_BRACKETED = Pattern(rf"{_OPEN}(?:{_NOTE}|TODO|TBD|FIXME|此处略|[?？]{{2,}})[!！?？。]?{_CLOSE}")
_ISOLATED = Pattern(r"(?:待定|待核实?|待补充?|待填写?|待查|待更新|待确认|存疑)(?=[。；;，,]|\s*(?:[\r\n]|\Z))")
# A token that is explained or quoted is spoken of, not used.
_TOKEN = Pattern(
    r"(?:TODO|TBD|FIXME)(?![A-Za-z0-9_])(?![”’」』\"' ]{0,2}(?:[是即指]|表示|代表|意为|的(?:意思|含义|缩写|全称)))"
)
# A table, a map or a list may be left out on purpose.
_LEFT_OUT = Pattern("[图表單单录錄件信号號式文][（(]?$|附")
REACH = 16


class AuthorNote(Rule):
    """Notes to oneself that were meant to go: （数据待核）, TBD, （？？）. 待定 in a sentence (时间待定,
    待定的议程) is a fact.
    """

    id = "placeholder/author-note"
    title = Bilingual("写稿时的备注没有清理", "A note to oneself was left in")
    why = Bilingual(
        "“待核”“TBD”是写稿过程的记号，说明这一处还没有写定。", "The note says that this place is not finished."
    )
    severity = Severity.WARNING
    presets = {"template": None, "scraped": Severity.ERROR}
    fixes = Applicability.SAFE
    because = BECAUSE
    triggers = _NOTES
    VALID = (
        Valid("待定的议程已经公布，时间待定，地点待确认后通知。"),
        Valid("侵略战略都带“略”字，要待补给船靠岸。"),
        Valid("为什么？？这里的疑问不少。"),
        Valid("附件：码头平面图（略）"),
        Valid("他请核电站的师傅讲课，TODOS是一个词。"),
        Valid("經費待核定後撥付。"),
        Valid("船期表上的TBD表示未定，“TODO”是待办的意思。"),
    )
    INVALID = (
        Invalid("去年捕捞量增长两成⟦（数据待核）⟧。"),
        Invalid("出席人员：⟦TBD⟧"),
        Invalid("主持人：⟦待定⟧\n记录人：老周"),
        Invalid("⟦TODO⟧：补一段渔港的例子。"),
        Invalid("補助標準⟦（待補充）⟧，名單⟦【待定】⟧。"),
        Invalid("共有渔船⟦（？？）⟧艘。"),
        Invalid("第二部分⟦（此处略）⟧。"),
        Invalid("出席人员：⟦TBD⟧", fixed="出席人员：全体船工", values={"TBD": "全体船工"}),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        taken = 0
        for start, _ in ctx.places:
            if start < taken:
                continue
            span = _note(ctx, start)
            if span is None:
                continue
            taken = span.end
            words = span.of(ctx.text)
            left_out = words[1:-1] == "略"
            yield ctx.found(
                span,
                Bilingual(
                    f"“{words}”是写稿时的备注，应补上内容后删去",
                    f"“{words}” is a note to oneself; put the words, then delete it",
                ),
                severity=Severity.HINT if left_out else None,
                fix=value_fix(ctx, span) if ctx.values else None,
            )


def _note(ctx: Context, start: int) -> Span | None:
    text, folded = ctx.text, ctx.document.folded
    if text[start] in "（(":
        return None if _LEFT_OUT.search(text, max(0, start - REACH), start) else Span(start, start + 3)
    opener = max(text.rfind(sign, max(0, start - REACH), start) for sign in "（(【[［")
    if opener >= 0:
        match = _BRACKETED.match(folded, opener, start + REACH)
        if match is not None and match.end() > start:
            return Span(*match.span())
    before = text[start - 1 : start]
    match = _TOKEN.match(text, start, start + 8)
    if match is not None and not (before.isascii() and (before.isalnum() or before == "_")):
        return Span(*match.span()) if _is_chinese_around(text, start) else None
    match = _ISOLATED.match(folded, start, start + REACH) if before in ("：", ":") else None
    return None if match is None else Span(*match.span())


def _is_chinese_around(text: str, start: int) -> bool:
    return any("一" <= character <= "鿿" for character in text[max(0, start - 12) : start + 16])
