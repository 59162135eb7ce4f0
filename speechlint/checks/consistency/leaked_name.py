"""consistency/leaked-name"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.document.mask_signs import MASK_SIGNS
from speechlint.document.people import find_listed_people
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.occurrences import occurrences
from speechlint.text.span import Span

# A name this long is looked for without its title, too, in code points.
WHOLE = 3
FEW = 20  # names that are sooner looked for one by one


class LeakedName(Rule):
    """XX书记和王强市长: the draft hides who and where it is, and one name was forgotten. Holders of national offices
    and people whom everybody may quote are named in such drafts, too; a draft that masks nobody is not looked at.
    """

    id = "consistency/leaked-name"
    title = Bilingual("隐去名称的稿子里漏了真实姓名", "A real name in a draft that masks its names")
    why = Bilingual(
        "别处的人名、地名都用X、某代替，这里的真名会让人认出是哪里、是谁。",
        "Names are masked elsewhere in the draft; a real one tells who and where it is about.",
    )
    severity = Severity.ERROR
    presets = {"template": None}
    triggers = MASK_SIGNS
    whole = True
    VALID = (
        Valid("X市渔业工会开会，XX书记和XX市长到会，X县也派了代表。"),
        Valid("周海明书记和林汉生市长到会，舟山的船工也来了。"),
        Valid("X市要学习贯彻习近平总书记重要讲话精神，X县先行，X镇跟上。"),
        Valid("X市、X县、X镇都要学习雷锋同志的精神。毛泽东同志讲过这句话。"),
        Valid("20xx年X月X日，周海明书记到会。"),
        Valid("X市、X县、X镇的高粱、白菜、石榴等三种作物丰收，蔡元培先生说过，要重农。"),
        Valid("X县、X镇、X村的渔工们：全国总工会周海明主席专程来看望。"),
        Valid("X市车间主任、X县党委书记、X镇常务副主席、有关同志都到了，党员同志带头。"),
        Valid("王某某、李某某、赵某某三人盗采海砂，审判长周海明宣读判决。"),
        Valid("镇X委、县X委、市X委都派人到会，周海明书记讲了话。"),
        Valid("X市、X县、X镇的高级教师、公安局长、于主席台就座。"),
    )
    INVALID = (
        Invalid("XX书记和⟦周海明⟧市长到X县看望船工，X镇的渔民都来了。"),
        Invalid("X市、X县、X镇的渔工们：特别是⟦林汉生⟧书记听了汇报，⟦林汉生⟧又走访了码头。"),
        Invalid("X市渔港办、X县海事处：请县委书记⟦周海明⟧主持会议，X镇镇长参加。"),
        Invalid("请××市长和⟦周书记⟧讲话，××县、××镇参加。"),
        Invalid("X市、X县：省渔工会⟦陆志远⟧副主席、XX主任都在场，X镇也来了。"),
        Invalid("X縣的漁工們：⟦陳國梁⟧主席、X鎮XX鎮長率隊到X村。"),
        Invalid("X市、X县、X镇：⟦周海明⟧、⟦林汉生⟧、⟦陈小帆⟧三位同志作了发言。"),
        Invalid("X市、X县、X镇：昨天我和⟦越松⟧、⟦林汉生⟧一起出海。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        hidden = ctx.document.hidden
        if not hidden.hides_people:
            return
        people = ctx.document.people
        people += tuple(find_listed_people(ctx.document))
        public = {person.name for person in people if person.public}
        leaked = {person.span: person for person in reversed(people) if person.name not in public}
        for span, person in leaked.items():
            yield _report(ctx, span, Severity.ERROR if person.parallel and hidden.people else Severity.WARNING)
        names = {person.name for person in leaked.values() if len(person.name) >= WHOLE}
        for start, end in _places(sorted(names), ctx.document.folded):
            if Span(start, end) not in leaked:
                yield _report(ctx, Span(start, end), Severity.WARNING)


def _places(names: list[str], folded: str) -> Iterable[tuple[int, int]]:
    """Where the names stand."""
    if len(names) > FEW:
        return Literals(names, both_scripts=False).places(folded)
    return ((start, start + len(name)) for name in names for start in occurrences(name, folded))


def _report(ctx: Context, span: Span, severity: Severity) -> Diagnostic:
    words = span.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(
            f"全文已用占位隐去名称，这里却留着真名“{words}”，应同样隐去，或把占位都补成真名",
            f"The draft masks its names, but “{words}” is a real one; mask it too, or fill in the others",
        ),
        severity=severity,
    )
