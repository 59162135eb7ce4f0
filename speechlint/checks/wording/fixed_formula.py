"""wording/fixed-formula"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.formula_slips import FormulaSlip, named_slips, phrase_slips, unnamed_slips
from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.formulas import FORMULAS
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.set_phrases import SET_PHRASES
from speechlint.text.span import Span

_WORDS = Literals(
    lambda: (*FORMULAS.words.words, *FORMULAS.keys.words, *SET_PHRASES.words.words),
    both_scripts=False,
    besides=(FORMULAS.words, FORMULAS.keys, SET_PHRASES.words),
)


class FixedFormula(Rule):
    """A set of words that party and state documents fix, named and listed, whose list has another order, another
    member, or one too few: “四个意识”，即政治意识、核心意识、大局意识、看齐意识; and a phrase in quotation marks whose
    parts have changed places: “牢记使命、不忘初心”. A name alone, a list that ends in 等, and sets of a unit's own are
    left alone, and so are earlier editions of a set.
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
    triggers = _WORDS
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
        Valid("“不忘初心、牢记使命”主题教育。牢记使命、不忘初心，修好渔港。"),
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
        Invalid("坚定⟦道路自信、制度自信、理论自信、文化自信⟧。", fixed="坚定道路自信、理论自信、制度自信、文化自信。"),
        Invalid("开展“⟦牢记使命、不忘初心⟧”主题教育。", fixed="开展“不忘初心、牢记使命”主题教育。"),
        Invalid("“四个自信”即道路自信、理论自信、⟦路线自信⟧、制度自信、文化自信。"),
    )  # fmt: skip

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        seen = set()
        for found in (
            *named_slips(document, document.places(FORMULAS.words)),
            *phrase_slips(document, document.places(SET_PHRASES.words)),
            *unnamed_slips(document, document.places(FORMULAS.keys)),
        ):
            if found.slip.span not in seen:
                seen.add(found.slip.span)
                yield _diagnostic(ctx, found)


def _diagnostic(ctx: Context, found: FormulaSlip) -> Diagnostic:
    slip, member = found.slip, found.members[found.slip.member]
    words, whole = slip.span.of(ctx.text), "、".join(found.members)
    zh, en = {
        "order": (f"次序应为“{whole}”", f"the order should be {whole}"),
        "wrong": (
            f"没有“{words}”这一项，应为“{member}”",
            f"“{words}” is no member; “{member}” should stand there",
        ),
        "missing": (f"少了“{member}”", f"“{member}” is missing"),
        "surplus": (f"没有“{words}”这一项", f"“{words}” is no member"),
    }[slip.kind]
    fix = None
    if slip.right is not None:
        near = slip.part if slip.part.end > slip.part.start else Span(slip.span.start, slip.span.start + 1)
        right = as_written(ctx.text, near, [slip.right])[0]
        fix = ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(slip.part, right)], Applicability.UNSAFE)
    return ctx.found(
        slip.span,
        Bilingual(f"“{found.name}”{zh}", f"“{found.name}”: {en}"),
        fix=fix,
        notes=(Bilingual(f"出处：{found.source}", f"source: {found.source}"),),
    )
