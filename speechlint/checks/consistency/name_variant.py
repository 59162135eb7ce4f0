"""consistency/name-variant"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from speechlint.document.name_spellings import find_other_spellings
from speechlint.document.people import TITLES, Person
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.likeness import sound_alike
from speechlint.text.span import Span

BESIDE = 12  # two names so close, in code points, stand in one list and are two people


class NameVariant(Rule):
    """李国华主任 and later 李国化主任: same surname, same title, and one character in place of another that sounds
    alike. A form that comes once is reported, the later one where both do. Names in one list are two people's.
    A full name with another form of one of its characters (张建囯 for 张建国) is reported with a title or without.
    """

    id = "consistency/name-variant"
    title = Bilingual("同一人名前后用字不同", "One name in two spellings")
    why = Bilingual(
        "职务相同、读音相同，只差一个字，多半是同一个人写错了一处。",
        "Same title, same sound, one character apart: most likely one person, misspelt once.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("两种写法哪一个对，要问本人。", "Which of the two is right has to be asked.")
    triggers = TITLES
    whole = True
    VALID = (
        Valid("周海明主任先讲，周海明主任讲完，林汉生主任接着讲。"),
        Valid("周海明主任、周海鸣主任都到了。"),
        Valid("周海明主任先讲渔港，讲完以后大家鼓掌，周海青主任接着讲航道。"),
        Valid("周海明主任先讲渔港，讲完以后大家鼓掌，周海鸣局长接着讲航道。"),
        Valid("周海峰主任、周海峯主任都到了。"),
        Valid("周海峰主任讲完，周海峯接着讲。周海峰主任又讲，周海峯又讲。"),
        Valid("周海峰主任讲完，周海风接着讲。陈峰主任来了，陈峯也来了。"),
        Valid("学习贯彻总书记讲话精神，书记带头，主任跟上。"),
    )
    INVALID = (
        Invalid(
            "周海明主任先讲渔港。周海明主任讲完以后，大家鼓掌。请⟦周海鸣⟧主任再讲一讲航道。",
            fixed="周海明主任先讲渔港。周海明主任讲完以后，大家鼓掌。请周海明主任再讲一讲航道。",
        ),
        Invalid(
            "請陳國華局長講渔港的事，大家歡迎。休會十分鐘後，請⟦陳國驊⟧局長接著講航道。",
            fixed="請陳國華局長講渔港的事，大家歡迎。休會十分鐘後，請陳國華局長接著講航道。",
        ),
        Invalid(
            "渔会主任周建国主持会议，大家鼓掌。随后⟦周建囯⟧又讲了航道，周建国最后作了小结。",
            fixed="渔会主任周建国主持会议，大家鼓掌。随后周建国又讲了航道，周建国最后作了小结。",
        ),
        Invalid(
            "請陳國峰局長講渔港的事，大家歡迎。休會十分鐘後，請⟦陳國峯⟧局長接著講航道。",
            fixed="請陳國峰局長講渔港的事，大家歡迎。休會十分鐘後，請陳國峰局長接著講航道。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        people = [person for person in ctx.document.people if len(person.name) > 1]
        listed = _listed_together(people)
        told: set[Span] = set()
        groups: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        for person in people:
            for at in range(1, len(person.name)):
                groups[person.title, person.name[:at], person.name[at + 1 :]].append(person)
        for group in groups.values():
            names = Counter(person.name for person in group)
            if len(names) == 2:
                for diagnostic in _variants(ctx, group, names, listed):
                    told.add(diagnostic.span)
                    yield diagnostic
        for usual, other in find_other_spellings(ctx.document):
            if other not in told:
                yield _found(ctx, other, usual, "另一处", "elsewhere")


def _variants(
    ctx: Context, people: list[Person], names: Counter[str], listed: frozenset[frozenset[str]]
) -> Iterator[Diagnostic]:
    """The findings among people of one title whose names, two in all, differ in one character."""
    (usual, often), (other, seldom) = names.most_common()
    differing = next(pair for pair in zip(usual, other, strict=True) if pair[0] != pair[1])
    if not sound_alike(*differing) or frozenset(names) in listed or (often > 1 and seldom > 1):
        return
    wanted = next(person.span.of(ctx.text) for person in people if person.name == usual)
    for person in people:
        if person.name != other:
            continue
        yield _found(ctx, person.span, wanted, "同样职务的别处", "with the same title elsewhere")


def _found(ctx: Context, span: Span, wanted: str, where: str, where_en: str) -> Diagnostic:
    words = span.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(
            f"这里是“{words}”，{where}作“{wanted}”，像是同一个人，应核对用字",
            f"“{words}” here, “{wanted}” {where_en}; see which is right",
        ),
        fix=ctx.fix(Bilingual(f"改为“{wanted}”", f"Write “{wanted}”"), [Edit(span, wanted)], Applicability.UNSAFE),
    )


def _listed_together(people: list[Person]) -> frozenset[frozenset[str]]:
    """The pairs of names that stand side by side somewhere."""
    return frozenset(
        frozenset((first.name, second.name))
        for first, second in pairwise(people)
        if second.span.start - first.span.start < BESIDE
    )
