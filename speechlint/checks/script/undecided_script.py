"""script/undecided-script"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import ScriptName, count_deciding, deciding_characters, name_script
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span

# So many characters of the other script make a paragraph one of its own; so many different ones must be in the text.
FEWEST, FEWEST_KINDS = 12, 8
_NAMES = {ScriptName.HANS: ("简体", "simplified"), ScriptName.HANT: ("繁体", "traditional")}
_QUOTED = '“「『《"‘'


class UndecidedScript(Rule):
    """A paragraph in the other script than the larger part of the draft.

    What stands in quotation marks throughout (an inscription, a poem, a letter) is left alone, and short lines too.
    """

    id = "script/undecided-script"
    title = Bilingual("整段文字的简繁与全文不同", "A paragraph in the other script")
    why = Bilingual(
        "多半是两处文字拼在一起，没有统一转换。", "Most likely two texts were joined without converting one."
    )
    severity = Severity.WARNING
    whole = True
    VALID = (
        Valid("渔港的发展离不开渔民的团结，各级干部要为渔民办实事。"),
        Valid("漁港的發展離不開漁民的團結，各級幹部要為漁民辦實事。"),
        Valid("他写下几个字：\n漁火長明\n大家都说写得好，渔业队还把它刻在门楼上，让来往的船员都能看见。"),
        Valid(
            "碑文是这样写的：\n“漁港開發於宣統年間，鄉賢集資築堤，歷時數載，風濤不驚，後人勒石記之，以傳久遠。”\n"
            "今天我们读它，更应该把渔港建设好，让渔业发展起来，让乡亲们过上好日子。"
        ),
    )
    INVALID = (
        Invalid(
            "渔港建设已经进入关键时期，各级干部要团结渔民，把码头、冷库、道路一项一项建起来。\n"
            "⟦漁港的發展離不開漁民的團結，各級幹部要為漁民辦實事，讓鄉親們過上好日子。⟧\n"
            "渔业发展了，渔村就会热闹起来，学校、医院、商店都会办起来，乡亲们的日子也会越过越红火。"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        simplified, traditional = deciding_characters()
        present = set(text)
        if len(present & simplified) < FEWEST_KINDS or len(present & traditional) < FEWEST_KINDS:
            return
        paragraphs = [paragraph for paragraph in ctx.document.paragraphs if text[paragraph.start] not in _QUOTED]
        counts = [count_deciding(paragraph.of(text)) for paragraph in paragraphs]
        larger = sum(count[1] for count in counts) > sum(count[0] for count in counts)
        own, other = (ScriptName.HANT, ScriptName.HANS) if larger else (ScriptName.HANS, ScriptName.HANT)
        for paragraph, count in zip(paragraphs, counts, strict=True):
            if sum(count) < FEWEST or name_script(*count) is not other:
                continue
            yield ctx.found(
                Span(*paragraph),
                Bilingual(
                    f"这一段是{_NAMES[other][0]}字，全文是{_NAMES[own][0]}字，应统一",
                    f"This paragraph is in {_NAMES[other][1]} characters, the text in {_NAMES[own][1]} ones",
                ),
            )
