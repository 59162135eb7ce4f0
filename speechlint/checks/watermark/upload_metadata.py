"""watermark/upload-metadata"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.watermark.reporting import report_residue
from speechlint.document.residue import TRIGGERS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class UploadMetadata(Rule):
    """The data sheet of a page: when it was put up, by whom, how often it was seen, its format and size. An
    agenda and minutes name time, place and chair too: they need a field that only a site has, or an author who
    is nobody."""

    id = "watermark/upload-metadata"
    title = Bilingual("网页的发布信息留在稿子里", "A page's data sheet")
    why = Bilingual(
        "上传时间、浏览次数、文档编号说的是网页，不是稿子。",
        "Upload time, number of views and file number describe a page, not the draft.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整行或整处删去，正文一字不动；但只有人能断定这几个字真不是正文。",
        "The line or the notice goes and no word of the draft; yet only a person can be sure that it is none.",
    )
    triggers = TRIGGERS
    whole = True
    covers = True
    VALID = (
        Valid("时间：2024年5月1日上午9时\n地点：县会议中心三楼\n主持人：王建国"),
        Valid("时间：2024年5月1日　地点：三楼会议室　记录：李小梅"),
        Valid("责任编辑：王建国　校对：李小梅"),
        Valid("来源：新华社"),
        Valid("作者：王建国"),
        Valid("填表须知：格式、页数按要求填写。"),
        Valid("中图分类号：S512　　文献标识码：A　　文章编号：1000-0001(2024)02-0011-06\n收稿日期：2024-03-01"),
        Valid(
            "数据更新于3天前，已经滞后；通知发布于2个月前，仍有村没有回音。材料长，预计阅读时间约20分钟，请大家慢慢看。"
        ),
        Valid("版本号：V2.1　大小：33 MB　更新时间：2024年6月2日"),
        Valid("項目名稱：堤防修繕　編號：A12"),
    )
    INVALID = (
        Invalid(
            "在开镰仪式上的讲话\n⟦发布时间：2024-03-18  来源：麦田网  作者：佚名  浏览次数：486⟧\n"
            "同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "⟦上传人：秋水 文档编号：880123 上传时间：2023-09-10 格式：DOC 页数：6⟧\n"
            "在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "在开镰仪式上的讲话\n⟦作者：佚名　来源：本站整理　点击：332⟧\n同志们：\n秋收开始了。\n",
            fixed="在开镰仪式上的讲话\n同志们：\n秋收开始了。\n",
        ),
        Invalid(
            "在開鐮儀式上的講話\n⟦發布時間:2024-03-18 10:22:31 瀏覽次數:12⟧\n同志們:\n開始吧。",
            fixed="在開鐮儀式上的講話\n同志們:\n開始吧。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        return report_residue(ctx, Bilingual("网页的发布信息", "a page's data sheet"))
