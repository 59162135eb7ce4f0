"""punctuation/unbalanced-pair"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.punctuation.mark_names import NAMES
from speechlint.document.pair_slips import Slip, SlipKind
from speechlint.document.pairs import CLOSER_OF
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span

_SHOWN = 8


class UnbalancedPair(Rule):
    """A quotation mark or bracket without its partner, one that faces the wrong way, or a pair of two sorts: ‘…”.

    Lines that a soft break cuts are read as one. A quotation that runs over paragraphs may be opened again in each of
    them; list markers such as 1） and a), apostrophes, inches and faces are no pairs.
    """

    id = "punctuation/unbalanced-pair"
    title = Bilingual("引号或括号不成对", "A quotation mark or bracket without its partner")
    why = Bilingual(
        "引号、括号、书名号都成对使用，缺了一半，就不知道引文或附注到哪里为止（GB/T 15834-2011 第4.8、4.9、4.15条）。",
        "These marks come in pairs; without the other half nobody knows where the quotation or remark ends.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "只有方向打反，或者引语一直到段末的，才知道改在哪里；仍要有人看过。",
        "Only where a mark faces the wrong way, or a quotation goes to the paragraph's end, its place is known.",
    )
    norm = "GB/T 15834-2011, 4.8, 4.9, 4.15"
    VALID = (
        Valid("“守好海堤”是《港志〈卷一〉》（修订本）里的话。"),
        Valid("信上说：\n“渠修好了。\n“秧也插上了。\n“你们放心。”"),
        Valid("他写道：“渠修好了。\n　　秧也插上了。”"),
        Valid("1）修渠\n2）引水\na)查苗情，b)看墒情"),
        Valid("辦法有三：一）修渠；二）引水；三）護林。"),
        Valid("西安旧称Xi’an，管径5”，歌名I’m here。"),
        Valid("大家都笑了:) 谁都没走。"),
        Valid("沿河各村的排水沟已经清到了底，淤泥装车运走，护坡上补种的柳条也“都\n活了”，乡里请老把式看过。"),
        Valid("（2018年3月1日第一次会议通过\n2020年5月1日第二次会议修正）"),
        Valid("「守好『海堤』」，人人有責。"),
    )
    INVALID = (
        Invalid("县里开展⟦“⟧送农技活动，村村都去了。"),
        Invalid("按照⟦《⟧水渠管护办法执行。"),
        Invalid("形成了管水护林⟦”⟧双路径，效果很好。"),
        Invalid("老周⟦（⟧三组组长先说，老吴补充。"),
        Invalid("评上了“护渠能手⟦“⟧，又领了奖。", fixed="评上了“护渠能手”，又领了奖。"),
        Invalid("评上了⟦”⟧护渠能手”，又领了奖。", fixed="评上了“护渠能手”，又领了奖。"),
        Invalid("评上了⟦”⟧护渠能手⟦“⟧，又领了奖。", fixed="评上了“护渠能手”，又领了奖。"),
        Invalid("“护渠⟦“⟧、⟦”⟧护林”两支队伍", fixed="“护渠”、“护林”两支队伍"),
        Invalid("村长说：⟦“⟧先查泵，再开闸，夜里有人守。", fixed="村长说：“先查泵，再开闸，夜里有人守。”"),
        Invalid("鎮長說：⟦「⟧先查泵，再開閘，夜裡有人守。", fixed="鎮長說：「先查泵，再開閘，夜裡有人守。」"),
        Invalid("办好⟦‘⟧护渠夜校”，让青年有事干。", fixed="办好“护渠夜校”，让青年有事干。"),
        Invalid("老周（三组组长⟦】⟧先说，按照《管护办法⟦〉⟧办。", fixed="老周（三组组长）先说，按照《管护办法》办。"),
        Invalid("渠修好了⟦)⟧，水也来了。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for slip in ctx.document.pair_slips:
            if slip.kind is SlipKind.WRONG_WAY or slip.kind is SlipKind.MISMATCHED:
                yield self._turned(ctx, slip)
            elif slip.kind is SlipKind.ALONE:
                yield self._alone(ctx, slip)

    def _turned(self, ctx: Context, slip: Slip) -> Diagnostic:
        mark, right = NAMES[ctx.text[slip.at]], NAMES[slip.right]
        span = Span(slip.at, slip.at + 1)
        if slip.kind is SlipKind.MISMATCHED:
            other = NAMES[ctx.text[slip.partner]]
            message = Bilingual(
                f"{mark.zh}与{other.zh}不成一对，应为{right.zh}".rstrip(),
                f"{mark.en} and {other.en} are no pair; write {right.en}",
            )
        else:
            message = Bilingual(
                f"{mark.zh}方向打反了，应为{right.zh}".rstrip(),
                f"{mark.en} faces the wrong way; it should be {right.en}",
            )
        return ctx.found(
            span,
            message,
            fix=ctx.fix(
                Bilingual(f"改为{right.zh}".rstrip(), f"write {right.en}"),
                [Edit(span, slip.right)],
                Applicability.UNSAFE,
            ),
        )

    def _alone(self, ctx: Context, slip: Slip) -> Diagnostic:
        text, at = ctx.text, slip.at
        mark, right = NAMES[text[at]], NAMES[slip.right]
        if text[at] == "(" or text[at] in CLOSER_OF:
            words = text[at + 1 : at + 1 + _SHOWN].partition("\n")[0].rstrip("\r")
            side = Bilingual("前面", "before")
        else:
            words = text[max(0, at - _SHOWN) : at].rpartition("\n")[2]
            side = Bilingual("后面", "behind")
        fix = None
        if slip.insertion >= 0:
            fix = ctx.fix(
                Bilingual(f"在段末补上{right.zh}".rstrip(), f"put {right.en} at the paragraph's end"),
                [Edit(Span(slip.insertion, slip.insertion), slip.right)],
                Applicability.UNSAFE,
            )
        place = Bilingual(f"“{words}”{side.zh}的", f" {side.en} “{words}”") if words else Bilingual("", "")
        return ctx.found(
            Span(at, at + 1),
            Bilingual(
                f"{place.zh}{mark.zh}没有配对的{right.zh}，应补上或删去".replace(" ，", "，"),
                f"{mark.en}{place.en} has no {right.en}; put that in, or delete this one",
            ),
            fix=fix,
        )
