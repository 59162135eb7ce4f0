"""truncation/starts-mid-sentence"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.starts import find_broken_starts
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_TEXT = (
    "今年的渠修得早，水来得也早，秧苗一插下去就返了青。各村的渠长天天在渠上走，哪里有漏，当天就堵上；"
    "哪里缺水，夜里就调过来。老把式说，这样的年景多少年没有见过了。"
)


class StartsMidSentence(Rule):
    """The draft, or the text behind a site's notice that something is left out, begins with a comma, with a closing
    mark whose partner is missing, or with a character that only follows others (的, 了, 们).

    Words that begin with such a character (的确, 了解, 着力) begin a sentence well enough.
    """

    id = "truncation/starts-mid-sentence"
    title = Bilingual("正文从句子中间开始", "Text begins inside a sentence")
    why = Bilingual(
        "句子的前半截丢了，接着念不成话。", "The first half of the sentence was lost; what is left cannot be spoken."
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    whole = True
    VALID = (
        Valid(_TEXT),
        Valid(f"“开闸！”{_TEXT}"),
        Valid(f"的确，{_TEXT}"),
        Valid(f"了解渠情的人都知道，{_TEXT}"),
        Valid(f"并非所有的渠都漏。{_TEXT}"),
        Valid(f"……{_TEXT}"),
        Valid("，好。"),
        Valid(f"{_TEXT}\n（此处省略512字）\n{_TEXT}"),
    )
    INVALID = (
        Invalid(f"⟦，⟧并提出要求。{_TEXT}"),
        Invalid(f"⟦的⟧修渠办法很管用。{_TEXT}"),
        Invalid(f"{_TEXT}\n（此处省略512字）\n⟦渠段包干⟧”制度。{_TEXT}"),
        Invalid(f"{_TEXT}\n（此处省略512字）\n⟦、⟧管护和养护。{_TEXT}"),
        Invalid(f"⟦渠段包幹⟧」制度。{_TEXT}"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for span in find_broken_starts(ctx.document):
            words = span.of(ctx.text)
            yield ctx.found(
                span,
                Bilingual(
                    f"这里从“{words}”开始，前面的半句丢了；应从原文补全",
                    f"the text begins here with “{words}”, inside a sentence; complete it from the original",
                ),
            )
