"""numbering/announced-count"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.announcement_evidence import Evidence, JudgedCount, Verdict
from speechlint.document.announcement_grammar import COUNTED
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.numerals import written_like
from speechlint.text.span import Span

# How many items a message names, and how much of each, in code points.
MOST_NAMED, LONGEST_NAME = 9, 9
# How far from a count the same words are looked for, in code points.
FAR = 5_000


class AnnouncedCount(Rule):
    """讲四点意见, and five follow. The list is looked for right behind the count: numbered headings, a run 一是……二是,
    第一句话……第二句话, a list in words, or the outline in front of a text whose parts are missing. 以上三点 looks back.

    Slogans and names without their list (两个维护, 六大工程), quantities, open counts (几点, 等) and lists that may be
    cut or may go on without a marker are left alone.
    """

    id = "numbering/announced-count"
    title = Bilingual("说的项数与列的不符", "Announced count does not match the list")
    why = Bilingual(
        "先报项数、再逐项展开，两者不符时听的人等着没有的一条，或者被多出的一条弄糊涂；增删条目后项数最容易忘改。",
        "Listeners wait for an item that never comes, or lose count; the number is easily forgotten when items change.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "是项数写错，还是条目有增有漏，只有写稿人知道。",
        "Only the writer knows whether the count is wrong, or an item is missing or one too many.",
    )
    triggers = COUNTED
    VALID = (
        Valid("下面，我讲三点意见。\n一、疏浚河道\n二、加固堤坝\n三、备足沙袋"),
        Valid("汛前要抓好两件事：一是清淤，二是巡堤。"),
        Valid("清淤一举三得：一是行洪快了，二是水质好了，三是淤泥还了田。"),
        Valid("今年走访了三家企业、十二户船工，建成五个泵站。一是东闸站，二是西闸站。"),
        Valid("坚决做到“两个维护”，落实三年规划。一、抓堤防\n二、抓泵站\n三、抓队伍"),
        Valid("下面讲几点意见。\n一、疏浚河道\n二、加固堤坝"),
        Valid("讲两点意见。\n一、疏浚河道。要把握三个环节：一是摸底，二是施工，三是验收。\n二、加固堤坝。"),
        Valid("重点巡查闸门、涵管等五个部位。"),
        Valid("讲三点意见。\n一、疏浚河道\n二、加固堤坝\n（此处省略512字）"),
        Valid("抓住三个环节：一是摸底，二是施工。此外，验收也不能松。"),
        Valid("“摸底、施工、验收”三个环节环环相扣。"),
        Valid("一、疏浚河道\n二、加固堤坝\n以上两点，请各站落实。"),
        Valid("下午三点。\n一、签到\n二、开会"),
        Valid("我讲三点。一是要快，二是要好，三是要稳。另外再补充一点，四是要省。"),
        Valid("今年办成五件大事：一是修堤、清淤，二是添泵，三是架桥、铺路。"),
        Valid("講兩點意見。\n一、疏濬河道\n二、加固堤壩"),
    )
    INVALID = (
        Invalid(
            "下面，我讲⟦三点意见⟧。\n一、疏浚河道\n二、加固堤坝\n三、备足沙袋\n四、练好队伍",
            fixed="下面，我讲四点意见。\n一、疏浚河道\n二、加固堤坝\n三、备足沙袋\n四、练好队伍",
        ),
        Invalid("关于防汛的三点意见\n同志们：\n我讲⟦三点意见⟧。\n一、疏浚河道\n二、加固堤坝\n大家辛苦了。"),
        Invalid("我讲⟦三点意见⟧。\n一、疏浚河道\n二、加固堤坝\n我的这三点意见，请大家研究。"),
        Invalid(
            "汛前要抓好⟦三件事⟧：一是清淤，二是巡堤。大家辛苦了。",
            fixed="汛前要抓好两件事：一是清淤，二是巡堤。大家辛苦了。",
        ),
        Invalid(
            "这项工程⟦一举三得⟧：一是行洪快了，二是水质好了，三是淤泥还了田，四是岸边添了绿。",
            fixed="这项工程一举四得：一是行洪快了，二是水质好了，三是淤泥还了田，四是岸边添了绿。",
        ),
        Invalid(
            "怎么过汛期，我从⟦5个方面⟧谈些想法。\n（一）疏浚河道\n（二）加固堤坝\n（三）备足沙袋\n（四）练好队伍",
            fixed="怎么过汛期，我从4个方面谈些想法。\n（一）疏浚河道\n（二）加固堤坝\n（三）备足沙袋\n（四）练好队伍",
        ),
        Invalid(
            "一、疏浚河道\n二、加固堤坝\n三、备足沙袋\n以上⟦两点⟧，请各站落实。",
            fixed="一、疏浚河道\n二、加固堤坝\n三、备足沙袋\n以上三点，请各站落实。",
        ),
        Invalid(
            "做到“⟦三个到位⟧”：人员到位、物资到位、责任到位、预案到位。",
            fixed="做到“四个到位”：人员到位、物资到位、责任到位、预案到位。",
        ),
        Invalid(
            "把住“摸底、施工、验收、管护”⟦三个环节⟧，一环也不能松。",
            fixed="把住“摸底、施工、验收、管护”四个环节，一环也不能松。",
        ),
        Invalid(
            "送大家⟦三句话⟧。第一句话，水情要勤看。\n第二句话，堤要勤走。\n谢谢大家。",
            fixed="送大家两句话。第一句话，水情要勤看。\n第二句话，堤要勤走。\n谢谢大家。",
        ),
        Invalid(
            "藉此機會，我講⟦三點意見⟧。\n一、疏濬河道\n二、加固堤壩\n大家辛苦了。",
            fixed="藉此機會，我講兩點意見。\n一、疏濬河道\n二、加固堤壩\n大家辛苦了。",
        ),
        Invalid(
            "提纲：\n一、疏浚河道\n二、加固堤坝\n三、备足沙袋\n……\n在防汛会议上的讲话\n我讲⟦两点意见⟧。\n一、疏浚河道\n渠要清。\n"
            "……（此处省略600字）……\n三、备足沙袋\n袋要干。",
            fixed="提纲：\n一、疏浚河道\n二、加固堤坝\n三、备足沙袋\n……\n在防汛会议上的讲话\n我讲三点意见。\n一、疏浚河道\n渠要清。\n"
            "……（此处省略600字）……\n三、备足沙袋\n袋要干。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        judged = ctx.document.announced_counts
        own = {one.announcement.span for one in judged if one.verdict in (Verdict.MATCH, Verdict.MISMATCH)}
        for found in judged:
            if found.verdict is Verdict.MISMATCH:
                yield _report(ctx, found, _said_again(ctx, found.announcement.span, own))


def _report(ctx: Context, found: JudgedCount, again: Span | None) -> Diagnostic:
    announcement = found.announcement
    said = announcement.span.of(ctx.text)
    number = _written(ctx, announcement.number, announcement.span, len(found.items))
    right = ctx.text[announcement.span.start : announcement.number.start] + number
    right += ctx.text[announcement.number.end : announcement.span.end]
    items, places = _listed(ctx, found.items), len(found.items)
    many = "两" if places == 2 else written_like("一", places)
    fewer = places < (announcement.amount or 0)
    where = _WHERE_BACK if announcement.back or announcement.these else _WHERE[found.evidence]
    remedy = (
        Bilingual("补上缺的条目", "add what is missing")
        if fewer
        else Bilingual("删并多的条目", "take out what is too many")
    )
    return ctx.found(
        announcement.span,
        Bilingual(
            f"这里说“{said}”，{where.zh}{many}项：{items.zh}；应改为“{right}”，或{remedy.zh}",
            f"“{said}” is announced, but {where.en} {places}: {items.en}; write “{right}”, or {remedy.en}",
        ),
        severity=Severity.ERROR if found.evidence in (Evidence.SIBLINGS, Evidence.PREVIEW) else Severity.WARNING,
        fix=ctx.fix(
            Bilingual(f"改为“{right}”", f"Write “{right}”"),
            [Edit(announcement.number, number)],
            Applicability.UNSAFE if again is None else Applicability.DISPLAY,
        ),
        notes=() if again is None else (_also(ctx, again),),
    )


def _said_again(ctx: Context, said: Span, own: set[Span]) -> Span | None:
    """The same words near the count, in the title too, that are not the count of a list of `own`, nor known to be
    wrong; None for none. Who changes one changes both.
    """
    folded = ctx.document.folded
    words, start, end = said.of(folded), max(0, said.start - FAR), said.end + FAR
    at = folded.find(words, start, end)
    while at >= 0:
        found = Span(at, at + len(words))
        if found not in own:
            return found
        at = folded.find(words, found.end, end)
    return None


def _also(ctx: Context, again: Span) -> Bilingual:
    said, there = again.of(ctx.text), ctx.where(again.start)
    return Bilingual(f"{there.zh}也说“{said}”，要改一并改", f"{there.en} says “{said}” too; change both together")


_WHERE = {
    Evidence.SIBLINGS: Bilingual("后面列了", "the list behind it has"),
    Evidence.RUN: Bilingual("后面列了", "the list behind it has"),
    Evidence.WORDS: Bilingual("列出的是", "the list beside it has"),
    Evidence.PREVIEW: Bilingual("提纲列了", "the outline has"),
    None: Bilingual("列了", "the list has"),
}
_WHERE_BACK = Bilingual("前面列了", "the list before it has")


def _written(ctx: Context, number: Span, words: Span, count: int) -> str:
    """The count in the way the draft writes it; 2 of something is 两, and 兩 in traditional text."""
    word = number.of(ctx.text)
    if word.isdecimal() or count != 2:
        return written_like(word if word not in ("两", "兩") else "二", count)
    traditional = words.of(ctx.text) != words.of(ctx.document.folded) or ctx.document.script.is_traditional
    return "兩" if traditional else "两"


def _listed(ctx: Context, items: tuple[Span, ...]) -> Bilingual:
    """The items by their first words, each line's with its place."""
    text, places = ctx.text, [ctx.where(item.start) for item in items]
    shown: list[Bilingual] = []
    for index, item in enumerate(items):
        if MOST_NAMED - 1 <= index < len(items) - 1:
            if index == MOST_NAMED - 1:
                shown.append(Bilingual("……", "…"))
            continue
        words = " ".join(item.of(text).split())
        words = words if len(words) <= LONGEST_NAME else words[:LONGEST_NAME] + "……"
        last = index + 1 == len(items) or places[index + 1] != places[index]
        there = places[index]
        shown.append(Bilingual(f"{words}（{there.zh}）", f"{words} ({there.en})") if last else Bilingual(words, words))
    return Bilingual("，".join(item.zh for item in shown), ", ".join(item.en for item in shown))
