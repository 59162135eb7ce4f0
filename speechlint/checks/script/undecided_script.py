"""script/undecided-script"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import ScriptName, name_script
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid

FEWEST = 12  # characters of the other script that a paragraph must hold
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
            "今天我们读它，更应该把渔港建设好，让渔业发展起来，让乡亲们过上好日子。渔业队每年都来这里开会，"
            "把一年的账目摆出来，让大家评议，该表扬的表扬，该批评的批评，问题当场答复，责任当场认领。"
        ),
    )
    INVALID = (
        Invalid(
            "漁港建設已經進入關鍵時期，各級幹部要團結漁民，把碼頭、冷庫、道路一項一項建起來，讓鄉親們過上好日子。\n"
            "⟦渔业发展了，渔村就会热闹起来，学校、医院、商店都会办起来，乡亲们的日子会红火。⟧\n"
            "這是縣裡的決定，也是漁民的願望，請各位代表認真審議，提出寶貴的意見，謝謝大家。"
        ),
        Invalid(
            "渔港建设已经进入关键时期，各级干部要团结渔民，把码头、冷库、道路一项一项建起来。\n"
            "⟦漁港的發展離不開漁民的團結，各級幹部要為漁民辦實事，讓鄉親們過上好日子。⟧\n"
            "渔业发展了，渔村就会热闹起来，学校、医院、商店都会办起来，乡亲们的日子也会越过越红火。"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        script = ctx.document.script
        own, other = ScriptName.HANS, ScriptName.HANT
        if script.traditional > script.simplified:
            own, other = other, own
        runs = ctx.document.script_runs
        if other is ScriptName.HANT and not runs.has_traditional:
            return
        paragraphs = ctx.document.paragraphs
        for paragraph in map(paragraphs.__getitem__, runs.holders(paragraphs, other)):
            counts = runs.count(paragraph)
            if (
                counts[other is ScriptName.HANT] >= FEWEST
                and ctx.text[paragraph.start] not in _QUOTED
                and name_script(*counts) is other
            ):
                yield ctx.found(
                    paragraph,
                    Bilingual(
                        f"这一段是{_NAMES[other][0]}字，全文是{_NAMES[own][0]}字，应统一",
                        f"This paragraph is in {_NAMES[other][1]} characters, the text in {_NAMES[own][1]} ones",
                    ),
                )
