"""watermark/disclaimer"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class Disclaimer(Rule):
    """A site disclaims what it shows: sent in by users, not its own view, tell us and we take it down; its
    licence numbers and its copyright line."""

    id = "watermark/disclaimer"
    title = Bilingual("网站的声明留在稿子里", "A site's disclaimer")
    why = Bilingual(
        "来源和免责声明是网站为自己写的，与稿子无关。",
        "The site wrote it for its own protection; it has nothing to do with the draft.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整行或整处删去，正文一字不动；但只有人能断定这几个字真不是正文。",
        "The line or the notice goes and no word of the draft; yet only a person can be sure that it is none.",
    )
    triggers = TRIGGERS
    covers = True
    VALID = (
        Valid("平台不得以“文档由网友上传，不代表本站立场”为由推卸责任。"),
        Valid("本办法所称版权，是指著作权。"),
        Valid("网站未履行审查义务的，应当承担责任。"),
        Valid("数据来源于全国人口普查。"),
        Valid("建立侵权投诉快速处理机制，及时删除侵权链接。"),
        Valid("政府网站转载文件应当注明来源。"),
        Valid("本文件由市总工会办公室负责解释。"),
        Valid("版权登记数量增长两成。"),
        Valid("資料來源：行政院主計總處"),
    )
    INVALID = (
        Invalid(
            "同志们：\n秋收开始了。\n⟦声明：本文由网友上传，不代表本站观点，如有侵权请联系我们删除。⟧\n",
            fixed="同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "同志们：\n秋收开始了。\n⟦免责声明：本站所有资料均来自网络，版权归原作者所有。⟧\n",
            fixed="同志们：\n秋收开始了。\n",
        ),
        Invalid("同志们：\n秋收开始了。\n⟦（本文来自麦田文库网）⟧\n", fixed="同志们：\n秋收开始了。\n"),
        Invalid("秋收到了。⟦（来源网络，侵删）⟧各村早做准备。", fixed="秋收到了。各村早做准备。"),
        Invalid(
            "各位鄉親：\n收成好。\n⟦版權聲明:本站內容均由網友上傳,如有侵權請與我們聯繫刪除⟧\n"
            "⟦© 2016-2024 麥田文苑 All Rights Reserved⟧",
            fixed="各位鄉親：\n收成好。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网站的声明", "a site's disclaimer"))
