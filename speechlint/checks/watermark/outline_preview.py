"""watermark/outline-preview"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.lost_text import alone_tells
from speechlint.document.outlines import OUTLINE_WORDS, find_outlines, outline_spans
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_BODY = "一、修好路\n路修到了门口。\n二、通上水\n水也通了。\n三、点亮灯\n灯都亮了。"
_BODY_HANT = "在村民大會上的講話\n一、修好路\n好。\n二、通上水\n好。\n三、點亮燈\n好。"
_HEADINGS = "⟦一、修好路⟧\n⟦二、通上水⟧\n⟦三、点亮灯⟧"


class OutlinePreview(Rule):
    """A document site shows the headings of a text before the text: 提纲：…… and then every heading, closed by ……
    again. The block is no part of the draft; each of its lines is one finding.

    A table of contents with page numbers, the chapters at the head of a law, the contents of a work report and an
    agenda are the author's own.
    """

    id = "watermark/outline-preview"
    title = Bilingual("网站预览用的提纲留在稿子里", "Outline of a site's preview left in the text")
    why = Bilingual(
        "文档网站把全文标题列在正文前供人预览，下面的正文里还会再出现一次；它不是讲话稿的目录。",
        "A site lists the headings before the text for a preview; the same headings stand in the text below.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "提纲里的标题正文中都有，但也可能是作者自己的目录。",
        "The text has the headings again, but the list may be the author's.",
    )
    triggers = OUTLINE_WORDS
    whole = True
    covers = True
    VALID = (
        Valid(
            "水利年终报告\n目录：\n一、修堤\n二、清淤\n三、巡查\n四、值守\n\n一、修堤\n堤要修。\n二、清淤\n渠要清。\n"
            "三、巡查\n人要到。\n四、值守\n夜里有人。"
        ),
        Valid(
            "目录\n一、修堤\n二、清淤\n三、巡查\n四、值守\n\n一、修堤\n堤要修。\n二、清淤\n渠要清。\n三、巡查\n人要到。\n"
            "四、值守\n夜里有人。"
        ),
        Valid(f"乡村建设工作报告\n目录\n一、修好路\n二、通上水\n三、点亮灯\n各位代表：\n{_BODY}"),
        Valid(
            "目　录\n第一章　总则\n第二章　修路\n第三章　附则\n"
            "第一章　总则\n第一条　为了修路。\n第二章　修路\n第三章　附则"
        ),
        Valid("目录：\n一、修好路……1\n二、通上水……3\n三、点亮灯……5\n" + _BODY),
        Valid("会议议程\n一、修好路\n二、通上水\n三、点亮灯\n" + _BODY),
        Valid("讲话提纲：\n一、修好路\n二、通上水\n三、点亮灯\n请各位准备。"),
        Valid("搭好工作框架，列出项目目录。"),
    )
    INVALID = (
        Invalid(f"⟦提纲：……⟧\n{_HEADINGS}\n⟦……⟧\n在村民大会上的讲话\n{_BODY}", fixed=f"在村民大会上的讲话\n{_BODY}"),
        Invalid(
            f"在村民大会上的讲话\n⟦【目录】⟧\n{_HEADINGS}\n乡亲们：\n{_BODY}",
            fixed=f"在村民大会上的讲话\n乡亲们：\n{_BODY}",
        ),
        Invalid(
            f"⟦大綱/框架:⟧\n\n⟦一、修 好路⟧\n⟦二、通上水⟧\n⟦三、點亮燈⟧\n\n{_BODY_HANT}",
            fixed=f"\n\n{_BODY_HANT}",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document = ctx.document
        for outline in find_outlines(document):
            spans = outline_spans(document, outline)
            # Where the text has fewer headings than were announced, the outline alone tells which are lost.
            proof = alone_tells(document, spans[0].start, spans[-1].end)
            for line, span in zip(outline.lines, spans, strict=True):
                yield ctx.found(
                    span,
                    Bilingual(
                        f"“{span.of(ctx.text)}”属于网站的提纲预览，正文里另有这些标题；应整行删去",
                        f"“{span.of(ctx.text)}” is part of a site's outline of the text below; delete the line",
                    ),
                    fix=ctx.fix(
                        Bilingual("删去这一行", "Delete the line"),
                        [Edit(document.lines.whole(line), "")],
                        Applicability.DISPLAY if proof else Applicability.UNSAFE,
                    ),
                )
