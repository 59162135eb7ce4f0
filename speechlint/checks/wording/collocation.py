"""wording/collocation"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.wordings import COLLOCATIONS, Wording
from speechlint.text.charsets import is_han
from speechlint.text.span import Span

_NOUNS = (
    "工作", "科技", "技术", "人才", "资金", "政策", "财政", "金融", "业务", "思想", "专业", "综合", "整体", "自身",
    "党建", "队伍", "法治", "安全", "责任", "大局", "项目", "产业", "企业", "市场", "基层", "群众", "生活",
)  # fmt: skip
# These name what is done, and may be the verb themselves: 加快创新机制. Degrees are no object of theirs.
_DEEDS = (
    "宣传", "执法", "监管", "监督", "管理", "服务", "治理", "整治", "打击", "查处", "检查", "督查", "督办", "扶持",
    "支持", "帮扶", "招商", "招商引资", "开放", "对外开放", "改革", "创新", "培训", "教育", "培养", "引进", "投入",
    "投资", "保障", "建设", "生产", "发展", "组织", "领导", "统筹", "协调", "推广", "普及", "公开", "处罚", "惩治",
    "问责", "整改", "转化", "攻关", "研发", "学习", "调研",
)  # fmt: skip
_DEGREES = frozenset(("力度", "步伐", "速度", "进度", "进程", "水平", "质量", "效率", "效益", "规模", "范围"))
_ENDS = "，。；！？：,;!?:"  # or white space, or the end of the text
_ASPECTS = "了着"
CLAUSE = 12  # code points in front of the verb in which another one may stand that governs the noun


class Collocation(Rule):
    """A verb that the noun does not go with: 加快力度, 掀起水平, 起到贡献.

    Only where the noun ends its clause and stands right behind the verb, with one plain word between them at most, so
    that nothing else can be the object: 加快服务水平提升 and 提高水平的力度 are right.
    """

    id = "wording/collocation"
    title = Bilingual("动词与宾语不搭配", "A verb that its object does not go with")
    why = Bilingual(
        "“力度”用“加大”，“步伐”用“加快”，“水平”用“提高”；搭配不当，读来别扭，意思也含混。",
        "Each of these nouns goes with a verb of its own; another one jars and blurs the meaning.",
    )
    severity = Severity.HINT
    on = False
    fixes = Applicability.UNSAFE
    because = Bilingual("错的也可能是后面的名词。", "The noun may be wrong instead.")
    norm = "现代汉语词典（第7版）"
    triggers = COLLOCATIONS.words
    VALID = (
        Valid("加大宣传力度，加快建设步伐，提高服务水平。"),
        Valid("加快服务水平提升，加快提高水平的步伐。"),
        Valid("加大改造提高力度，加快、加大力度。"),
        Valid("要增加投入，扩大影响；基础是问题的关键。"),
        Valid("加快创新机制，形成合力。"),
        Valid("加快水平测试，掀起力度空前的热潮。"),
        Valid("加大執法力度，提高辦案質量。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("码头要⟦加快力度⟧，补齐短板。", fixed="码头要加大力度，补齐短板。"),
        Invalid("航运公司⟦掀起了服务水平⟧。", fixed="航运公司提高了服务水平。"),
        Invalid("引航员⟦起到贡献⟧，⟦加大工作步伐⟧。", fixed="引航员作出贡献，加快工作步伐。"),
        Invalid("全港⟦加强热潮⟧！", fixed="全港掀起热潮！"),
        Invalid("港務局⟦提高執法力度⟧。", fixed="港務局加大執法力度。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for start, end in ctx.places:
            if folded[end : end + 1].strip() not in _ENDS:
                continue
            entry = COLLOCATIONS.entry(folded[start:end])
            verb = _verb_before(folded, start, entry) if entry else None
            if entry is None or verb is None:
                continue
            wrong, noun = verb.of(ctx.text), ctx.text[start:end]
            right = as_written(ctx.text, verb, entry.rights)[0]
            yield ctx.found(
                Span(verb.start, end),
                Bilingual(f"“{wrong}”与“{noun}”不搭配，宜用“{right}”", f"“{noun}” goes with “{right}”, not “{wrong}”"),
                fix=ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(verb, right)], Applicability.UNSAFE),
            )


def _verb_before(folded: str, start: int, entry: Wording) -> Span | None:
    """The verb that does not go with the noun at `start` and governs it."""
    wrong = tuple(entry.note.split())
    for word in ("", *_NOUNS, *(_DEEDS if entry.word in _DEGREES else ())):
        if not folded.endswith(word, 0, start):
            continue
        end = start - len(word)
        stop = end - (folded[end - 1 : end] in _ASPECTS if end else 0)
        for verb in wrong:
            if folded.endswith(verb, 0, stop) and _governs(folded, stop - len(verb), entry):
                return Span(stop - len(verb), stop)
    return None


def _governs(folded: str, start: int, entry: Wording) -> bool:
    """Whether no other verb stands before this one, whose object all of it may be: 加大改造提高力度."""
    before = folded[start - 1 : start]
    if before and before in "的、和与及":
        return False
    clause = start
    while clause and start - clause < CLAUSE and is_han(folded[clause - 1]):
        clause -= 1
    return not any(right in folded[clause:start] for right in entry.rights)
