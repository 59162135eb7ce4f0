"""typo/homophone-word"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern

_HAN = Pattern("[\u4e00-\u9fff]")


class HomophoneWord(Rule):
    """Two characters, both wrong, that sound like the word that belongs there: 维护职工全意 for 权益.

    An input method gives them in one go. None of the short sequences over them is known to official prose, and those
    with the other word are; the words about the place and other candidates count too. Names, transcribed foreign names
    and what a draft writes again and again are spared; in titles and quotations a finding is one level lower.
    """

    id = "typo/homophone-word"
    title = Bilingual("疑似同音词误用", "A word of the same sound for another")
    why = Bilingual(
        "拼音输入时选错了词，两个字都错，读音相同而前后连不上。",
        "The input method gave another word of the same sound, and it does not fit its neighbours.",
    )
    severity = Severity.ERROR
    infers = True
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "由官方文稿中的词语搭配推断，人名、地名、新词可能不在其中，要人看过。",
        "It is inferred from sequences of characters in official prose; names and new words may be missing there.",
    )
    VALID = (
        Valid("依法维护职工合法权益，全意为渔民服务。"),
        Valid("他在国家机关工作，读过郭嘉的传。"),
        Valid("起夜的老人要有人照看，企业要担起责任。"),
        Valid("会议由渔会主席郑泽远主持，陈果然、李守业参加。"),
        Valid("“全意渔家”品牌店开张，全意渔家的鱼干很好卖。"),
        Valid("法国总统马克龙和夫人布丽吉特到访渔港。"),
    )
    INVALID = (
        Invalid("要依法维护职工合法⟦全意⟧，解决实际困难。", fixed="要依法维护职工合法权益，解决实际困难。"),
        Invalid("各级人民⟦征服⟧要加强组织领导。", fixed="各级人民政府要加强组织领导。"),
        Invalid("要⟦罐车⟧落实党的二十大精神，推动渔港发展。", fixed="要贯彻落实党的二十大精神，推动渔港发展。"),
        Invalid("推動經濟社會高質量⟦罰站⟧，守護漁港平安。", fixed="推動經濟社會高質量發展，守護漁港平安。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if _HAN.search(ctx.text) is None:
            return  # nothing to look at, so nothing need be imported
        text = ctx.text
        for slip in ctx.document.homophone_slips:
            wrong, around = slip.span.of(text), slip.around.of(text)
            yield ctx.found(
                slip.span,
                Bilingual(
                    f"“{around}”疑为“{slip.phrase}”：“{wrong}”与“{slip.right}”同音",
                    f"“{around}” is likely meant for “{slip.phrase}”: “{wrong}” sounds like “{slip.right}”",
                ),
                severity=Severity.ERROR if slip.certain else Severity.WARNING,
                fix=ctx.fix(
                    Bilingual(f"改为“{slip.right}”", f"write “{slip.right}”"),
                    [Edit(slip.span, slip.right)],
                    Applicability.UNSAFE,
                ),
            )
