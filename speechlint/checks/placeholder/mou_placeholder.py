"""placeholder/mou-placeholder"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.rule import Invalid, Valid


class MouPlaceholder(MaskRule):
    """某市, 某某单位 in a title, or again and again. A single 某县 in a report, 某种 and 某项, and the 张某某 of a
    case are honest words.
    """

    id = "placeholder/mou-placeholder"
    title = Bilingual("用“某”代替的名称没有填", "A name is still written 某")
    why = Bilingual(
        "“某市”“某某局”是范文隐去的名称，自己的稿子要写真名。",
        "A model text hides names behind 某; a real text names them.",
    )
    severity = Severity.WARNING
    whole = True
    kind = Kind.MOU
    VALID = (
        Valid("记者在海边采访渔船，走了一周。\n船老大说，他听某县的亲戚提过。"),
        Valid("某些单位重视不够，某个环节出了问题，某项工作滞后。"),
        Valid("典型案例\n某局干部张某因受贿被判刑，某局另一干部李某另案处理。"),
        Valid("在首页写明“于某年某月某日收到”，并签名。"),
        Valid("對某種意見，要聽某些人的話。"),
    )
    INVALID = (
        Invalid("⟦某⟧市水利局工作总结\n一年来，渠修好了。"),
        Invalid("清淤动员会发言\n同志们：\n今天请⟦某某⟧单位介绍做法。大家听好。"),
        Invalid("⟦某⟧縣漁業局工作總結\n船都回港了。"),
        Invalid("⟦某⟧市水利局工作总结", fixed="江城市水利局工作总结", values={"某市": "江城市"}),
    )
