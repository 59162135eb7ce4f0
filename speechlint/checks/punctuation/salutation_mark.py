"""punctuation/salutation-mark"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS, HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_ADDRESSED = (
    "同志们", "朋友们", "乡亲们", "工友们", "战友们", "同学们", "老师们", "女士们", "先生们", "家长们", "伙伴们",
    "各位代表", "各位委员", "各位领导", "各位来宾", "各位同志", "各位同事", "各位朋友", "各位嘉宾",
)  # fmt: skip
_WORDS = Literals(_ADDRESSED)
_SALUTATION = Pattern(
    f"(?P<words>(?:(?:尊敬|敬爱|亲爱)的[{HAN}A-Za-z×*、， \u3000]{{0,25}}?)?(?:{'|'.join(_ADDRESSED)})"
    f"(?:[、， \u3000]{{1,2}}(?:{'|'.join(_ADDRESSED)})){{0,4}})(?P<mark>[，,、。；;]?)"
)
LONGEST, SHORTEST_BODY = 40, 12
REFRAIN = 8  # lines after which a refrain comes again


class SalutationMark(Rule):
    """A salutation that stands on a line of its own and does not end in a colon. Where the next line goes on addressing
    people, a comma is right; an exclamation mark is left as it is.
    """

    id = "punctuation/salutation-mark"
    title = Bilingual("称呼后没有用冒号", "A salutation without its colon")
    why = Bilingual(
        "讲话稿的称呼独占一行，后面用冒号，表示下文是对他们说的话。",
        "A salutation stands on a line of its own and ends in a colon.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只改称呼后的标点。", "Only the mark behind the salutation changes.")
    norm = "GB/T 15834-2011 4.7.3; GB/T 9704-2012 7.3.2"
    triggers = _WORDS
    VALID = (
        Valid("同志们：\n今天我们开个会，说说秋粮入库的事。"),
        Valid("尊敬的各位领导，\n各位来宾：\n今天我们开个会，说说秋粮入库的事。"),
        Valid("同志们！\n今天我们开个会，说说秋粮入库的事。"),
        Valid("最后，同志们，让我们一起把粮食守好。"),
        Valid("粮站感谢各位领导\n"),
        Valid("他们都是我们的同志们\n一起把粮食守好，把仓门看好。"),
        Valid("亲爱的朋友们\n来吧来吧"),
        Valid("朋友们，\n让我们看那满仓的粮食闪着金光。\n朋友们，\n让我们听那满场的锣鼓唱着丰年。"),
    )
    INVALID = (
        Invalid("同志们⟦，⟧\n今天我们开个会，说说秋粮入库的事。", fixed="同志们：\n今天我们开个会，说说秋粮入库的事。"),
        Invalid(
            "各位代表⟦⟧\n　　今天我们开个会，说说秋粮入库的事。",
            fixed="各位代表：\n　　今天我们开个会，说说秋粮入库的事。",
        ),
        Invalid(
            "尊敬的X书记、各位领导⟦⟧\n今天我们开个会，说说秋粮入库的事。",
            fixed="尊敬的X书记、各位领导：\n今天我们开个会，说说秋粮入库的事。",
        ),
        Invalid(
            "尊敬的各位領導、各位來賓⟦,⟧\n今天我們開個會，說說秋糧入庫的事。",
            fixed="尊敬的各位領導、各位來賓：\n今天我們開個會，說說秋糧入庫的事。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document, text = ctx.document, ctx.document.folded
        lines = document.lines
        reached = -1
        for start, _ in ctx.places:
            line = lines.index_of(start)
            if line == reached:
                continue
            reached = line
            first, last = lines.starts[line], lines.ends[line]
            if last - first > LONGEST:
                continue
            bare = text[first:last].strip(BLANKS)
            found = _SALUTATION.fullmatch(bare)
            if found is None or not _opens_speech(ctx, line):
                continue
            if found["mark"] in tuple("，,") and _recurs(ctx, line, bare):
                continue  # a refrain of what is recited
            at = first + len(text[first:last]) - len(text[first:last].lstrip(BLANKS)) + found.start("mark")
            span = Span(at, at + len(found["mark"]))
            yield ctx.found(
                span,
                Bilingual(f"称呼“{found['words']}”后应用冒号", f"A colon goes behind “{found['words']}”"),
                fix=ctx.fix(Bilingual("改为冒号", "write a colon"), [Edit(span, "：")], Applicability.SAFE),
            )


def _opens_speech(ctx: Context, line: int) -> bool:
    """Whether running text stands behind the salutation, and no other one."""
    text, lines = ctx.document.folded, ctx.document.lines
    for after in range(line + 1, min(line + 4, len(lines))):
        words = text[lines.starts[after] : lines.ends[after]][: 4 * LONGEST].strip(BLANKS)
        if words:
            return len(words) >= SHORTEST_BODY and words[-1] not in "：:" and any(mark in words for mark in "，。,")
    return False


def _recurs(ctx: Context, line: int, bare: str) -> bool:
    """Whether one of the lines around says the same."""
    lines, text = ctx.document.lines, ctx.document.folded
    around = range(max(0, line - REFRAIN), min(len(lines), line + 1 + REFRAIN))
    return any(text[lines.starts[at] : lines.ends[at]].strip(BLANKS) == bare for at in around if at != line)
