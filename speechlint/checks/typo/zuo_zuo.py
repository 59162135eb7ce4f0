"""typo/zuo-zuo"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.phrase_slips import find_phrase_slips
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.confusions import ZUO_ZUO


class ZuoZuo(Rule):
    """做 where official prose writes 作 (作出贡献, 作风, 作报告), and 作 where it writes 做 (做好准备, 做到, 做实)."""

    id = "typo/zuo-zuo"
    title = Bilingual("“做”“作”混用", "做 and 作 confused")
    why = Bilingual(
        "抽象的事用“作”：作出贡献、作出决定、作报告；具体的事用“做”：做工作、做好、做到、做实。",
        "Official prose writes 作 before abstract nouns and 做 for what is done with one's hands or done well.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("两字的分工是习惯，个别说法两可。", "The division is a habit; some phrases have both.")
    norm = "现代汉语词典（第7版）“作”“做”"
    triggers = ZUO_ZUO.words
    VALID = (
        Valid("合作到位，写作好手多，工作好做。"),
        Valid("船工做风筝，做客渔家，做出一桌好菜。"),
        Valid("渔会作出表率，船长做好准备，说到做到。"),
        Valid("從不做為難漁民的事，為漁港做出貢獻。"),
    )
    INVALID = (
        Invalid("要为渔港⟦做出新贡献⟧。", fixed="要为渔港作出新贡献。"),
        Invalid("休渔前要⟦作好准备⟧。", fixed="休渔前要做好准备。"),
        Invalid("整治⟦不做为⟧。", fixed="整治不作为。"),
        Invalid("轉變⟦做風⟧，服務漁民。", fixed="轉變作風，服務漁民。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for slip in find_phrase_slips(ctx.document, ZUO_ZUO):
            if slip.quoted:
                continue
            word, right = slip.span.of(ctx.text), slip.right
            yield ctx.found(
                slip.span,
                Bilingual(f"“{word}”宜作“{right}”", f"“{word}” is better written “{right}”"),
                severity=Severity.HINT if slip.taste else None,
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(slip.span, right)], Applicability.UNSAFE
                ),
            )
