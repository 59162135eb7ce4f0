"""watermark/editor-boilerplate"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class EditorBoilerplate(Rule):
    """A site's editor presents the text to its readers: who gathered it, that it is for reference, that one
    hopes it helps."""

    id = "watermark/editor-boilerplate"
    title = Bilingual("网站编辑的话留在稿子里", "An editor's words to the readers of a site")
    why = Bilingual(
        "“小编整理”“欢迎阅读”是编辑对网友说的客套话，不是讲话的内容。",
        "The editor of a site speaks to its readers here; it is no part of a speech.",
    )
    severity = Severity.ERROR
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整行或整处删去，正文一字不动；但只有人能断定这几个字真不是正文。",
        "The line or the notice goes and no word of the draft; yet only a person can be sure that it is none.",
    )
    triggers = TRIGGERS
    covers = True
    VALID = (
        Valid("附有关数据，供各位代表参考。"),
        Valid("以下是我整理的几点体会，供大家参考。"),
        Valid("希望今天的交流对大家有所帮助。"),
        Valid("看了《编辑部的故事》，大家都笑了。"),
        Valid("表中数据仅供参考，以统计公报为准。"),
        Valid("欢迎大家多提宝贵意见。"),
        Valid("以上就是我汇报的全部内容，请批评指正。"),
        Valid("下面是分组讨论时间，请大家畅所欲言。"),
        Valid("上报的文档格式为Word，可修改，由各村汇总；秋收进度表的文档格式为Word文档，可修改后再报。"),
        Valid("以上是我的發言，供各位先進參考。"),
        Valid("以下是漁護署署長今日（六月五日）出席漁業論壇的致辭全文（中文譯本）：\n\n各位嘉賓：\n　　大家好。"),
        Valid("以下是總統在漁港慶典的致詞全文：\n各位鄉親：\n大家好。"),
    )
    INVALID = (
        Invalid(
            "⟦以下是小编整理的开镰仪式发言稿，供您参考。⟧\n同志们：\n秋收开始了。\n", fixed="同志们：\n秋收开始了。\n"
        ),
        Invalid(
            "同志们：\n秋收开始了。\n⟦以上就是小编为大家带来的全部内容，希望对您有所帮助！⟧",
            fixed="同志们：\n秋收开始了。",
        ),
        Invalid("秋收到了。⟦下面是小编精心收集的讲话稿，欢迎阅读与收藏。⟧", fixed="秋收到了。"),
        Invalid("同志们：\n秋收开始了。\n⟦感谢您的阅读，欢迎下载⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid(
            "秋收到了。⟦這裡小編為各位準備了一篇發言稿,僅供參考。⟧\n各位鄉親:\n大家好。",
            fixed="秋收到了。\n各位鄉親:\n大家好。",
        ),
        Invalid("⟦本文格式为Word版，下载可任意编辑⟧\n同志们：\n秋收开始了。\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("秋收到了，各村要⟦本文格式为Word版下载后可自由修改⟧把镰刀磨快。", fixed="秋收到了，各村要把镰刀磨快。"),
        Invalid("⟦以下是小編整理的署長致辭全文：⟧\n各位嘉賓：\n大家好。", fixed="各位嘉賓：\n大家好。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站编辑的客套话", "a site editor's words to the readers"))
