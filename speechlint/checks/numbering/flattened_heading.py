"""numbering/flattened-heading"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.flattened import FlatHeading, body_indent, find_flat_headings
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span

_BODY = (
    "各村的渠长要把自己那一段走上三遍，哪里漏水、哪里塌了边、哪里被杂物堵住，都记在本子上，当天报给水利站；"
    "水利站排出先后，急的当天修，不急的排进月底的工单，修完由用水的农户签字。"
)
_SHORT = "各村要把渠段分到人头，哪里漏水记在本子上，当天报给水利站，月底一起结账。"


class FlattenedHeading(Rule):
    """A heading that lost the line break before it stands in the middle of a paragraph: ……谢谢大家。二、修好支渠。

    It is one where the numbers count on and each has a text of its own behind it, or where its siblings begin lines. A
    list inside a paragraph, whose items are short, and what numbers only sentences are left alone.
    """

    id = "numbering/flattened-heading"
    title = Bilingual("小标题并进了段落", "Heading run into a paragraph")
    why = Bilingual(
        "小标题前的换行丢了，层次埋在段落里，读稿的人找不到下一部分从哪里开始。",
        "The line break before a heading was lost; nobody at the rostrum sees where the next part begins.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "只加换行，文字不动；但要人看一眼这里确是小标题、正文从哪里接起。",
        "Only line breaks are added; but somebody should look whether a heading stands here and where it ends.",
    )
    norm = "GB/T 9704-2012, 7.3.3"
    triggers = MARKER_SIGNS
    VALID = (
        Valid(f"一、修好干渠\n{_BODY}\n二、修好支渠\n{_BODY}"),
        Valid(f"（一）修好干渠。{_BODY}\n（二）修好支渠。{_BODY}"),
        Valid(f"现将办法公布如下：一、{_SHORT}二、{_SHORT}三、{_SHORT}"),
        Valid(f"（一）修好干渠。{_SHORT}（二）修好支渠。{_SHORT}\n（三）装好水表。{_SHORT}（四）管好账目。{_SHORT}"),
        Valid(f"（一）1号渠：{_BODY}（二）2号渠：{_BODY}（三）3号渠：{_BODY}"),
        Valid("重点办好三件事。1.修干渠。2.修支渠。3.装水表。年底前都要办完。"),
        Valid(f"{_BODY}详见一、二两部分。"),
        Valid(f"{_BODY}一是修好干渠。{_BODY}二是修好支渠。{_BODY}"),
        Valid(f"{_BODY}有下列情形之一的：（一）擅自开口的；（二）私自截水的；（三）损坏闸门的，由水利站处理。"),
        Valid(
            "1.各村要在月底前把去年修渠的账目贴到墙上，让农户都看得见、看得懂。2.水利站要在下月初把今年的用水计划送到各村，"
            "由渠长逐户说明白。3.镇里要在秋收前把验收的标准定下来，发到每一个渠长的手上。"
        ),
    )
    INVALID = (
        Invalid(
            f"同志们：\n渠是田的命。⟦一、修好干渠。⟧{_BODY}⟦二、修好支渠。⟧{_BODY}",
            fixed=f"同志们：\n渠是田的命。\n一、修好干渠。{_BODY}\n二、修好支渠。{_BODY}",
        ),
        Invalid(
            f"　　1.修好干渠。{_BODY}⟦2.修好支渠。⟧{_BODY}\n　　3.装好水表。{_BODY}",
            fixed=f"　　1.修好干渠。{_BODY}\n　　2.修好支渠。{_BODY}\n　　3.装好水表。{_BODY}",
        ),
        Invalid(
            f"同志们：\n下面讲两点。⟦一、把渠修到田头⟧今年雨水少，{_BODY}⟦二、把水管到户头⟧我们有水表，{_BODY}",
            fixed=f"同志们：\n下面讲两点。\n一、把渠修到田头\n今年雨水少，{_BODY}\n二、把水管到户头\n我们有水表，{_BODY}",
        ),
        Invalid(
            f"同志们：\n讲两点。 ⟦一、修渠到田，送水下地⟧ 各村要早动手，{_BODY} ⟦二、管水到户⟧ 水表要装好，{_BODY}",
            fixed=f"同志们：\n讲两点。\n一、修渠到田，送水下地\n各村要早动手，{_BODY}\n二、管水到户\n水表要装好，{_BODY}",
        ),
        Invalid(
            f"同志们：\n渠是田的命。 ⟦（一）修好幹渠。⟧{_BODY}⟦（二）修好支渠。⟧{_BODY}",
            fixed=f"同志们：\n渠是田的命。\n（一）修好幹渠。{_BODY}\n（二）修好支渠。{_BODY}",
        ),
        Invalid(
            f"各村：\n有关事项通知如下：⟦一、修好干渠。⟧{_SHORT}⟦二、修好支渠。⟧{_SHORT}⟦三、装好水表。⟧{_SHORT}",
            fixed=f"各村：\n有关事项通知如下：\n一、修好干渠。{_SHORT}\n二、修好支渠。{_SHORT}\n三、装好水表。{_SHORT}",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        headings = find_flat_headings(ctx.document)
        if not headings:
            return
        newline = "\n" + body_indent(ctx.document)
        for heading in headings:
            yield self._report(ctx, heading, newline)

    def _report(self, ctx: Context, heading: FlatHeading, newline: str) -> Diagnostic:
        words = heading.span.of(ctx.text)
        edits = [] if heading.seam is None else [Edit(heading.seam, newline)]
        if heading.behind is not None:
            edits.append(Edit(Span(heading.span.end, heading.behind), newline))
        if heading.seam is None:
            message = Bilingual(
                f"小标题“{words}”后面直接接着正文，正文应另起一段",
                f"the text runs on behind the heading “{words}”; it should begin a paragraph",
            )
        else:
            message = Bilingual(
                f"“{words}”是小标题，却接在上一段后面，应另起一行",
                f"“{words}” is a heading that runs on behind the paragraph before it; it should begin a line",
            )
        return ctx.found(
            heading.span,
            message,
            fix=ctx.fix(Bilingual("另起一行", "begin a new line"), edits, Applicability.UNSAFE),
        )
