"""placeholder/letter-alias"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.placeholder.values import BECAUSE, value_fix
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import FULL_WIDTH_MARKS, HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_LETTERS = "ABCDEFGHIJKLMNPQRSTUVWYZ"
_STEMS = "甲乙丙"
_OWNERS = ("县", "市", "省", "镇", "乡", "村", "局", "公司", "企业", "单位", "集团", "同志", "书记", "区", "厂")
_COUNTS = ("名", "家", "人", "户", "万", "个", "次", "项", "余", "场", "亿", "元", "%", "年", "天", "批")
_ALIASES = Literals(
    (
        *(letter + owner for letter in _LETTERS for owner in _OWNERS),
        *(stem + owner for stem in _STEMS for owner in _OWNERS if owner not in ("同志", "书记", "单位", "村")),
        *(letter + count for letter in "Nn" for count in _COUNTS),
    )
)
# A市场, A区 and A县级 are other words; areas of a site and of a car park are called by letters.
_OTHER_WORD = Pattern(
    "[^县市省镇乡村局区厂].|市[场值面民级]|省[略级]|区[域块间分别]|乡[村镇]|村[级民]|局[部面]|厂[房家]|县[级域]"
)
_SURE_COUNTS = ("名", "家", "户", "万", "余", "场", "亿")
_BEFORE_COUNT = Pattern(f"[{HAN}，；：]")
_NOT_BEFORE_COUNT = frozenset("第种是为有近约前再又过")
_STEM_BEFORE = Pattern("[在与和及由对向从到是的、，。；：（“ \r\n]")
_BOUNDARY = Pattern(f'[{HAN}{FULL_WIDTH_MARKS} ,.;:()"\r\n]')


class LetterAlias(Rule):
    """A县, B公司, 职工N名: letters for names and numbers. They may be names in use (A股, T公司, 展馆B区) or stand for
    the parties of a case or a study, so they count beside another mask only.
    """

    id = "placeholder/letter-alias"
    title = Bilingual("用字母代称的名称或数字没有换", "A letter still stands for a name or a number")
    why = Bilingual(
        "“A县”“B公司”“N名”是范文隐去名称和数字后的代称。", "A model text hides names and numbers behind letters."
    )
    severity = Severity.WARNING
    presets = {"template": None, "scraped": Severity.ERROR}
    fixes = Applicability.SAFE
    because = BECAUSE
    triggers = _ALIASES
    whole = True
    VALID = (
        Valid("A股公司和B类证书，展馆A区与B区都开放。"),
        Valid("甲公司与乙公司订立合同，甲方违约。"),
        Valid("参加“8+N”活动，N年前的事有N个理由。"),
        Valid("APP市场火热，GDP县域排名上升，WTO企业注册。"),
        Valid("T公司在海外发布新车。"),
        Valid("這是N種辦法之一。"),
        Valid("A縣和B縣的漁會章程相同，課本拿它們作例子。"),
        Valid("假定A企业养鱼，B企业养虾，谁的水费高？"),
        Valid("n名船工补m张网，抽查n户渔家。"),
    )
    INVALID = (
        Invalid("X月，⟦A⟧县与⟦B⟧公司签约，共建渔港。"),
        Invalid("慰问船工⟦N⟧名，发放雨衣。"),
        Invalid("XX市、⟦YY⟧縣、⟦ZZ⟧鎮三級聯動。"),
        Invalid("X县的⟦甲⟧公司投了产，⟦N⟧人受益。"),
        Invalid("慰问船工⟦N⟧名。", fixed="慰问船工12名。", values={"N名": "12名"}),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        found = list(_aliases(ctx))
        if not found:
            return
        text = ctx.text
        masked = any(not mask.weak and mask.style for mask in ctx.document.masks) or any(
            slot in _SURE_COUNTS and text[span.start] == "N" for span, slot in found
        )
        if not masked:
            return
        for span, slot in found:
            words = span.of(text)
            zh, en = ("名称", "name") if slot in _OWNERS else ("数字", "number")
            yield ctx.found(
                span,
                Bilingual(
                    f"“{words}{slot}”里的“{words}”是代称，应换成实际的{zh}",
                    f"“{words}” before “{slot}” stands for a {en}; put the real one",
                ),
                fix=value_fix(ctx, span) if ctx.values else None,
            )


def _aliases(ctx: Context) -> Iterator[tuple[Span, str]]:
    """`(span, slot)` of letters that may stand for a name or a number; the slot is in simplified characters."""
    text, folded = ctx.text, ctx.document.folded
    for start, end in ctx.places:
        letter, slot = text[start], folded[start + 1 : end]
        if slot in _COUNTS:
            before = text[start - 1 : start]
            if _BEFORE_COUNT.match(before) is not None and before not in _NOT_BEFORE_COUNT:
                yield Span(start, start + 1), slot
            continue
        if len(slot) == 1 and _OTHER_WORD.match(folded, start + 1, start + 3) is not None:
            continue
        first = start
        while start - first < 2 and text[first - 1 : first] == letter and letter not in _STEMS:
            first -= 1
        # 花甲乡 is a name of its own.
        boundary = _STEM_BEFORE if letter in _STEMS else _BOUNDARY
        if first == 0 or boundary.match(text[first - 1]) is not None:
            yield Span(first, start + 1), slot
