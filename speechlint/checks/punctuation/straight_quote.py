"""punctuation/straight-quote"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.punctuation.mark_names import NAMES
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import is_han
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

_QUOTE = Sweep("[\"'＂＇]")
_HOME, _TRADITIONAL = {'"': "“”", "'": "‘’"}, {'"': "「」", "'": "『』"}
_HALF = {"＂": '"', "＇": "'"}
# What stands before the quotation marks of code: =" {" [" (".
_CODE = frozenset("={[<")
_STOPS = frozenset("，、；。")
# How far back a quotation is looked for that the mark may stand in, in code points.
NEAR = 200


class StraightQuote(Rule):
    """Straight quotation marks round Chinese words; one finding for each mark.

    In a line whose marks do not come in pairs only those between Han characters (and a ' before a stop, which sites put
    in against copying) are reported, without a fix. Feet and
    inches, apostrophes, code, and words of other languages are left alone.
    """

    id = "punctuation/straight-quote"
    title = Bilingual("引号用了直引号", "Straight quotation marks")
    why = Bilingual(
        "中文引号分前引号“和后引号”（GB/T 15834-2011 第4.8条），直引号分不出前后。",
        "Chinese quotation marks are “ and ”; straight ones do not tell which is which.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "前后是按次序推断的，要人看过。", "Which mark opens and which closes is inferred from their order."
    )
    norm = "GB/T 15834-2011, 4.8"
    VALID = (
        Valid("开展“四好水渠”评比，设‘能手’两名。"),
        Valid("用时5'30\"，管径6\"，西安Xi'an。"),
        Valid('他说了一句"Time is money"就走了。'),
        Valid('<a href="水渠.html">水渠</a>'),
        Valid('{"村": "渠头", "户": 30}'),
        Valid("歌名I'm here，'90年代流行。"),
        Valid('运行`print("渠")`即可。', format="markdown"),
    )
    INVALID = (
        Invalid('开展⟦"⟧四好水渠⟦"⟧评比。', fixed="开展“四好水渠”评比。"),
        Invalid("设⟦'⟧能手⟦'⟧两名。", fixed="设‘能手’两名。"),
        Invalid('⟦"⟧好渠⟦"⟧⟦"⟧好水⟦"⟧都要。', fixed="“好渠”“好水”都要。"),
        Invalid('学习“⟦"⟧好渠⟦"⟧经验”。', fixed="学习“‘好渠’经验”。"),
        Invalid('評出⟦"⟧護渠能手⟦"⟧十名。', fixed="評出「護渠能手」十名。", preset="zh-hant"),
        Invalid('抓好⟦"⟧5G+水利⟦"⟧，今年見效。', fixed="抓好“5G+水利”，今年見效。"),
        Invalid('⟦"⟧863⟦"⟧计划', fixed="“863”计划"),
        Invalid('开展四好⟦"⟧水渠评比。'),
        Invalid("这是全村人的⟦'⟧共同愿望。"),
        Invalid("凡要换闸门的⟦'⟧，先找渠长。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, lines = ctx.text, ctx.document.lines
        here: dict[str, list[int]] = {}
        taken: set[int] | None = None
        end = -1
        home = _TRADITIONAL if ctx.preset == "zh-hant" and "“" not in text else _HOME
        for match in _QUOTE.finditer(text):
            at = match.start()
            if at >= end:
                for marks in here.values():
                    yield from self._of_line(ctx, marks, home)
                here = {}
                end = lines.ends[lines.index_of(at)]
            if taken is None:
                taken = {slip.at for slip in ctx.document.pair_slips}
            if at not in taken and not self._is_other(ctx, at):
                here.setdefault(match[0], []).append(at)
        for marks in here.values():
            yield from self._of_line(ctx, marks, home)

    def _is_other(self, ctx: Context, at: int) -> bool:
        """Whether the mark is an apostrophe, a foot or an inch."""
        text = ctx.text
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if ctx.document.foreign.holds(at):
            return True
        if text[at] == "'" and (_is_latin(before) or (after.isdigit() and not is_han(before))):
            return _is_latin(after) or not is_han(after)
        return False

    def _of_line(self, ctx: Context, marks: list[int], home: dict[str, str]) -> Iterator[Diagnostic]:
        text = ctx.text
        if any(text[at - 1 : at] in _CODE for at in marks):
            return
        if len(marks) % 2:
            marks = [
                at for at in marks if not (text[at - 1 : at].isdigit() and text[at + 1 : at + 2] not in ("，", "。"))
            ]
        if len(marks) % 2:
            for at in marks:
                after = text[at + 1 : at + 2]
                if is_han(text[at - 1 : at]) and (is_han(after) or (text[at] == "'" and after in _STOPS)):
                    yield self._found(ctx, at, "")
            return
        for opener, closer in zip(marks[::2], marks[1::2], strict=True):
            around = text[opener - 1 : opener] + text[opener + 1] + text[closer - 1] + text[closer + 1 : closer + 2]
            inside = text[opener + 1 : min(closer, opener + 100)]
            if not (any(map(is_han, inside)) or inside.isalnum()) or not any(map(is_han, around)):
                continue
            pair = self._pair(ctx, opener, home)
            yield self._found(ctx, opener, pair[0])
            yield self._found(ctx, closer, pair[1])

    def _pair(self, ctx: Context, at: int, home: dict[str, str]) -> str:
        """The marks that belong there; inside a quotation the inner ones."""
        mark = _HALF.get(ctx.text[at], ctx.text[at])
        if mark == '"':
            begin = ctx.text.rfind(home[mark][0], max(0, at - NEAR), at)
            if begin >= 0 and ctx.document.pairs.partner.get(begin, -1) > at:
                return home["'"]
        return home[mark]

    def _found(self, ctx: Context, at: int, right: str) -> Diagnostic:
        mark, span = ctx.text[at], Span(at, at + 1)
        if not right:
            # Sites put one ' into a sentence against copying.
            stray = Bilingual("，或删去", ", or should go") if mark == "'" else Bilingual("", "")
            return ctx.found(
                span,
                Bilingual(
                    f"直引号 {mark} 不成对，应改为前引号或后引号{stray.zh}",
                    f"straight {mark} has no partner; it opens or closes{stray.en}",
                ),
            )
        name = NAMES[right]
        return ctx.found(
            span,
            Bilingual(f"直引号 {mark} 应为{name.zh}".rstrip(), f"straight {mark} should be {name.en}"),
            fix=ctx.fix(
                Bilingual(f"改为{name.zh}".rstrip(), f"write {name.en}"), [Edit(span, right)], Applicability.UNSAFE
            ),
        )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
