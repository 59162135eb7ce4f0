"""wording/fixed-formula"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.member_slips import Slip, agreement, is_exact, slip_in
from speechlint.document.formula_lists import MemberList, lists_beside
from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.formulas import FORMULAS, Formula
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_BACK, _AHEAD = 80, 20  # code points round a name in which the past may be mentioned
_PAST = Pattern("20[01][0-9]|十[六七八]大|十[一二三]五|当时|曾|最初|首次|当年|那时|先后")


class FixedFormula(Rule):
    """A set of words that party and state documents fix, named and listed, whose list has another order, another
    member, or one too few: “四个意识”，即政治意识、核心意识、大局意识、看齐意识. A name alone, a list that ends in 等,
    and sets of a unit's own are left alone, and so are earlier editions of a set.
    """

    id = "wording/fixed-formula"
    title = Bilingual("固定提法的内容或次序不对", "The members or the order of a fixed formula are wrong")
    why = Bilingual(
        "固定提法的内容和次序都有出处，错一项、颠倒一项都是政治性差错。",
        "What such a formula consists of is laid down in documents, and its order too; to change it is a serious slip.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("改的是内容，应对照原文核实。", "This changes what is said; compare it with the document.")
    norm = "各提法的出处见 rules/wording/formulas.tsv"
    triggers = FORMULAS.words
    VALID = (
        Valid("渔港党员增强“四个意识”，整治“四风”，落实“六稳”“六保”。"),
        Valid("“四个意识”，即政治意识、大局意识、核心意识、看齐意识。"),
        Valid("“四个意识”特别是核心意识、看齐意识要强。"),
        Valid("反对“四风”，包括形式主义、官僚主义等。"),
        Valid("增强政治、大局、核心、看齐“四个意识”。"),
        Valid("“四个全面”指全面建成小康社会、全面深化改革、全面依法治国、全面从严治党。"),
        Valid("渔港“四化”即清洁化、绿化、亮化、美化。"),
        Valid("一丝不苟、精益求精的工匠精神。"),
        Valid("基本医疗、养老、工伤“五险”都上了。"),
        Valid("坚持自治、法治、德治相结合，海陆相结合。"),
        Valid("五位一体總體布局，即經濟建設、政治建設、文化建設、社會建設、生態文明建設。", preset="zh-hant"),
        Valid("推进新型工业化、信息化、城镇化、农业现代化“四化同步”。"),
    )
    INVALID = (
        Invalid(
            "“四个意识”，即⟦政治意识、核心意识、大局意识、看齐意识⟧。",
            fixed="“四个意识”，即政治意识、大局意识、核心意识、看齐意识。",
        ),
        Invalid("坚持⟦自治、德治、法治⟧相结合，管好渔村。", fixed="坚持自治、法治、德治相结合，管好渔村。"),
        Invalid(
            "“四个意识”就是政治、大局、核心、⟦全局意识⟧。", fixed="“四个意识”就是政治、大局、核心、看齐意识。"
        ),
        Invalid("创新、协调、绿色、⟦开发⟧、共享的新发展理念。", fixed="创新、协调、绿色、开放、共享的新发展理念。"),
        Invalid(
            "纠治“四风”：⟦形式主义、官僚主义、奢靡之风⟧，久久为功。",
            fixed="纠治“四风”：形式主义、官僚主义、享乐主义、奢靡之风，久久为功。",
        ),
        Invalid(
            "⟦崇尚劳动、热爱劳动、诚实劳动、辛勤劳动⟧的劳动精神。",
            fixed="崇尚劳动、热爱劳动、辛勤劳动、诚实劳动的劳动精神。",
        ),
        Invalid(
            "“四個自信”（⟦道路自信、制度自信、理論自信、文化自信⟧）。",
            fixed="“四個自信”（道路自信、理論自信、制度自信、文化自信）。",
            preset="zh-hant",
        ),
        Invalid(
            "“四个全面”即⟦全面建成小康社会⟧、全面深化改革、全面依法治国、全面从严治党。\n2023年6月2日",
            fixed="“四个全面”即全面建设社会主义现代化国家、全面深化改革、全面依法治国、全面从严治党。\n2023年6月2日",
        ),
        Invalid("“四个自信”即道路自信、理论自信、⟦路线自信⟧、制度自信、文化自信。"),
    )  # fmt: skip

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        seen = set()
        for start, end in ctx.places:
            slip, formula = _slip_beside(ctx, start, end)
            if slip is not None and formula is not None and slip.span not in seen:
                seen.add(slip.span)
                yield _diagnostic(ctx, folded[start:end], slip, formula)


def _slip_beside(ctx: Context, start: int, end: int) -> tuple[Slip | None, Formula | None]:
    """What is wrong beside one name, by the edition of the set that the list is nearest to."""
    folded = ctx.document.folded
    lists: list[tuple[MemberList, Formula]] = []
    for formula in FORMULAS.editions(folded[start:end]):
        for found in lists_beside(folded, start, end, formula):
            if is_exact(found, formula):
                return _outdated(ctx, start, end, formula)
            lists.append((found, formula))
    for found, formula in sorted(lists, key=lambda pair: -agreement(pair[0])):
        slip = slip_in(folded, found, formula)
        if slip is not None:
            return slip, formula
    return None, None


def _outdated(ctx: Context, start: int, end: int, formula: Formula) -> tuple[Slip | None, Formula | None]:
    """A set that had another member when the draft was written, by its date line; text about the past may have it."""
    own = ctx.document.own_date
    if formula.until is None or own is None or own.month is None or own.year <= formula.until:
        return None, None
    folded = ctx.document.folded
    if _PAST.search(folded, max(0, start - _BACK), end + _AHEAD) is not None:
        return None, None
    for later in FORMULAS.editions(folded[start:end]):
        for found in lists_beside(folded, start, end, later) if later.since >= formula.until else ():
            slip = slip_in(folded, found, later)
            if slip is not None:
                return slip, later
    return None, None


def _diagnostic(ctx: Context, label: str, slip: Slip, formula: Formula) -> Diagnostic:
    whole = "、".join(forms[0] for forms in formula.members)
    words = slip.span.of(ctx.text)
    zh = {
        "order": f"次序应为“{whole}”",
        "wrong": f"没有“{words}”这一项，应为“{formula.members[slip.member][0]}”",
        "missing": f"少了“{formula.members[slip.member][0]}”",
        "surplus": f"没有“{words}”这一项",
    }[slip.kind]
    en = {
        "order": f"the order should be {whole}",
        "wrong": f"“{words}” is no member; “{formula.members[slip.member][0]}” should stand there",
        "missing": f"“{formula.members[slip.member][0]}” is missing",
        "surplus": f"“{words}” is no member",
    }[slip.kind]
    fix = None
    if slip.right is not None:
        near = slip.part if slip.part.end > slip.part.start else Span(slip.span.start, slip.span.start + 1)
        right = as_written(ctx.text, near, [slip.right])[0]
        fix = ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(slip.part, right)], Applicability.UNSAFE)
    return ctx.found(
        slip.span,
        Bilingual(f"“{label}”{zh}", f"“{label}”: {en}"),
        fix=fix,
        notes=(Bilingual(f"出处：{formula.source}", f"source: {formula.source}"),),
    )
