"""typo/confusable-word"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.phrase_slips import find_phrase_slips
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.confusions import CONFUSABLE


class ConfusableWord(Rule):
    """A word or set phrase with a wrong character in it, from tables of such slips: 再接再励, 部暑, 当前形式严峻.

    A string that two neighbouring words explain is left alone (经典形象 holds 典形), and so is a wrong word in
    quotation marks that the sentence speaks of. In a title or in somebody's own words the finding is a warning, and
    its fix wants a look: what others wrote is quoted as it stands.
    """

    id = "typo/confusable-word"
    title = Bilingual("形近、音近的词用错", "A word confused with one that looks or sounds like it")
    why = Bilingual(
        "字形或读音相近的字打错，词就不成词，或者成了别的意思。",
        "A character of like shape or sound turns the word into none, or into another.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual(
        "错的写法不成词，改法只有一种；换个地方也能成立的词、书名和引文里的词，要人看过。",
        "What stands there is no word and can only be meant for one; words that are right elsewhere, and words in "
        "titles and quotations, want a look.",
    )
    norm = "通用规范汉字表（2013）"
    triggers = CONFUSABLE.words
    VALID = (
        Valid("先把经典形象讲好，再谈研究竞赛怎么办。"),
        Valid("严防犯罪分子混进渔港，有关健康知识要讲透。"),
        Valid("晚会形式多样，两种经济形式并存。"),
        Valid("他已任船长三年，来自已经并村的渔家。"),
        Valid("“部暑”应为“部署”，这类错字要改。"),
        Valid("名单：林宏扬、刘国兴、陈立既。"),
        Valid("岸線保護形式多樣，機關健全了制度。"),
        Valid("盘点本账，成本份额要分清。"),
    )
    INVALID = (
        Invalid("望全体船工⟦再接再励⟧，把网补好。", fixed="望全体船工再接再厉，把网补好。"),
        Invalid("防台风工作已经⟦部暑⟧。", fixed="防台风工作已经部署。"),
        Invalid("渔会以护海为⟦已任⟧。", fixed="渔会以护海为己任。"),
        Invalid("各村要贯彻⟦落识⟧休渔规定。", fixed="各村要贯彻落实休渔规定。"),
        Invalid("望大家⟦再接再勵⟧，補好漁網。", fixed="望大家再接再厲，補好漁網。"),
        Invalid("眼下⟦形式严峻⟧，风浪不等人。", fixed="眼下形势严峻，风浪不等人。"),
        Invalid("老船长说：“要⟦持之以衡⟧。”", fixed=None),
        Invalid("大家学了《⟦行稳至远⟧的渔村》。", fixed=None),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for slip in find_phrase_slips(ctx.document, CONFUSABLE):
            word, right = slip.span.of(ctx.text), slip.right
            sure = not (slip.doubtful or slip.taste or slip.quoted)
            yield ctx.found(
                slip.span,
                Bilingual(f"“{word}”应为“{right}”", f"“{word}” should be “{right}”"),
                severity=Severity.HINT if slip.taste else None if sure else Severity.WARNING,
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"),
                    [Edit(slip.span, right)],
                    Applicability.SAFE if sure else Applicability.UNSAFE,
                ),
                notes=(_QUOTED,) if slip.quoted else (),
            )


_QUOTED = Bilingual("这里是引文或书名，改动前请核对原文", "This is a quotation or a title; look at the original first")
