"""wording/organ-name"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.renamed_organs import OldName, old_names
from speechlint.document.model import Document
from speechlint.document.script import ScriptName, as_written
from speechlint.document.strait_side import StraitSide
from speechlint.document.wording_slips import WordingSlip, find_wording_slips
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.organs import ORGANS
from speechlint.lexicon.wordings import GAP, OFFICES
from speechlint.text.pattern import Pattern

_HINT, _NOW = "hint", "now"
# Before 1988 there were 村长, and in stories there are.
_OLD_DAYS = Pattern(
    "1[89][0-8][0-9]年|[三四五六七八]十年代|民国|解放|抗战|抗日|旧社会|土改|清末|剧|小说|电影|扮演|饰演|故事"
)
_AROUND = 60
# Both kinds of deputies in one clause: whose paper it is cannot be told.
_BOTH = ("人大", "政协", "代表", "委员", "提案", "议案", "建议")
_NEAR = 14
_WORDS = Literals(
    lambda: (*OFFICES.words.words, *ORGANS.words.words), both_scripts=False, besides=(OFFICES.words, ORGANS.words)
)


class OrganName(Rule):
    """An office, a paper or an organ under a name that is not its own: 村长 for 村委会主任, 议案 of a member of the
    consultative conference, 检察院院长, 法人 for the person who signs; and organs under the name that they had before a
    reform, where the draft's date line or title is later. Quotations and sentences about the past are left alone.
    """

    id = "wording/organ-name"
    title = Bilingual("机构、职务或文书名称不对", "The name of an organ, an office or a paper is not the right one")
    why = Bilingual(
        "机构和职务的名称由法律和机构改革方案规定，用了俗称或旧称，公文就不准确。",
        "Laws and reforms fix what organs and offices are called; a popular or former name makes a paper inexact.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "改的是名称，要与实际的机构、职务核对。", "This changes a name; compare it with the organ itself."
    )
    norm = "村民委员会组织法；全国人民代表大会组织法；民法典第六十一条；党和国家机构改革方案"
    triggers = _WORDS
    VALID = (
        Valid("下湾村村委会主任到会，各村长期坚持巡堤，亚运村村长来访。"),
        Valid("小说里的“村长”说话风趣，1952年，下湾村村长带人修堤。"),
        Valid("人大代表议案建议和政协委员提案都已办结。"),
        Valid("党代表提出提案，职工代表的提案也有回音。"),
        Valid("企业法人营业执照已经换发，法人和非法人组织都可申请。"),
        Valid("检察院检察长、法院院长到港普法。镇人大主席团开会。"),
        Valid("原国家卫计委的文件仍在用。\n2024年5月6日"),
        Valid("国家工商总局开展检查。\n2017年5月6日"),
        Valid("国家工商总局开展检查。2017年5月，国家工商总局发布公告。"),
        Valid("2016年，市环保局立案查处。\n2024年5月6日"),
        Valid("國家市場監督管理總局開展檢查。\n2024年5月6日", preset="zh-hant"),
        Valid("里長和村長都到場，環保局也派員，市府支持。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("下湾村⟦村长⟧带着渔民修堤。", fixed="下湾村村委会主任带着渔民修堤。"),
        Invalid("⟦政协委员就渔港提出议案⟧。", fixed="政协委员就渔港提出提案。"),
        Invalid("市⟦检察院院长⟧到港普法。", fixed="市检察院检察长到港普法。"),
        Invalid("合同须由公司⟦法人签字⟧。", fixed="合同须由公司法定代表人签字。"),
        Invalid("⟦县人大主席⟧看了渔港。", fixed="县人大常委会主任看了渔港。"),
        Invalid("⟦国家工商总局⟧开展检查。\n2024年5月6日", fixed="国家市场监督管理总局开展检查。\n2024年5月6日"),
        Invalid("2024年5月，⟦国家工商总局⟧发布公告。", fixed="2024年5月，国家市场监督管理总局发布公告。"),
        Invalid(
            "鄉鎮黨支部請縣⟦總工會主任⟧慰問職工，黨員幹部、群團工作抓落實。",
            fixed="鄉鎮黨支部請縣總工會主席慰問職工，黨員幹部、群團工作抓落實。",
            preset="zh-hant",
        ),
    )  # fmt: skip

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        for slip in find_wording_slips(document, OFFICES):
            if slip.wording.note == _NOW and _is_of_old(document.folded, slip):
                continue
            if not _is_mixed(document.folded, slip) and _is_mainland(document):
                yield _office(ctx, slip)
        for old in old_names(document):
            if not old.organ.local or _is_mainland(document):
                yield _organ(ctx, old)


def _is_mainland(document: Document) -> bool:
    """Whether the offices are those of the mainland: elsewhere there are 村長 and 環保局."""
    simplified = document.script.name in (ScriptName.HANS, ScriptName.UNKNOWN)
    return simplified or document.strait_side is StraitSide.MAINLAND


def _is_of_old(folded: str, slip: WordingSlip) -> bool:
    return _OLD_DAYS.search(folded, max(0, slip.span.start - _AROUND), slip.span.end + _AROUND) is not None


def _is_mixed(folded: str, slip: WordingSlip) -> bool:
    if slip.gap.start == slip.gap.end:
        return False
    near = folded[max(0, slip.span.start - _NEAR) : slip.span.start] + slip.gap.of(folded)
    return any(word in near for word in _BOTH)


def _office(ctx: Context, slip: WordingSlip) -> Diagnostic:
    word = slip.span.of(ctx.text)
    rights = [
        right.replace(GAP, slip.gap.of(ctx.text)) for right in as_written(ctx.text, slip.span, slip.wording.rights)
    ]
    fixes = [
        ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(slip.span, right)], Applicability.UNSAFE)
        for right in rights
    ]
    return ctx.found(
        slip.span,
        Bilingual(f"“{word}”名称不对，应为“{rights[0]}”", f"“{word}” is not its name; it should be “{rights[0]}”"),
        severity=Severity.HINT if slip.wording.note == _HINT else Severity.WARNING,
        fix=fixes[0],
        suggestions=tuple(fixes[1:]),
    )


def _organ(ctx: Context, old: OldName) -> Diagnostic:
    word, first = old.span.of(ctx.text), old.organ.stages[0]
    right = as_written(ctx.text, old.span, [old.stage.name])[0]
    return ctx.found(
        old.span,
        Bilingual(
            f"“{word}”是{first.year}年{first.month}月以前的名称，应为“{right}”",
            f"“{word}” was the name until {first.year}-{first.month:02}; it should be “{right}”",
        ),
        severity=Severity.HINT if old.organ.local else Severity.WARNING,
        # What a local organ is called now differs from place to place.
        fix=ctx.fix(
            Bilingual(f"改为“{right}”", f"write “{right}”"),
            [Edit(old.span, right)],
            Applicability.DISPLAY if old.organ.local else Applicability.UNSAFE,
        ),
        notes=(Bilingual(f"出处：{old.organ.source}", f"source: {old.organ.source}"),),
    )
