"""watermark/anti-copy-noise"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import END_MARKS, FULL_WIDTH_MARKS, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_SYMBOLS = "#~^@&$`|\\=+{}[]!"
_FILLERS = "▒░▓█▌▐▄▀㈱￼◘◙◤◥◢◣"
# Rare characters that jammers put for the common one beside which they look alike.
_LOOKALIKES = {
    "仩": "上",
    "丄": "上",
    "亾": "人",
    "芣": "不",
    "哋": "的",
    "囯": "国",
    "倁": "知",
    "卟": "不",
    "丅": "下",
    "玍": "生",
}
_NOISE_SIGNS = Literals((*_SYMBOLS, *_FILLERS, *_LOOKALIKES), both_scripts=False)
SHORTEST = 6
LONGEST = 120
LONGEST_WORD = 5
FEWEST_CLASSES = 5
FEWEST_SIGNS = 3
# Look-alikes per thousand characters, and how many there must be at all.
DENSITY = 0.003
FEWEST_LOOKALIKES = 3
# Four letters in a row are a word, a name or a command.
_WORD = Pattern("[A-Za-z]{4}")
_BOXES = ("- [ ] ", "- [x] ", "* [ ] ", "* [x] ")  # a list of tasks
# The number of a heading right behind the noise is the draft's.
_MARKER = Pattern(r"(?<= )(?:[0-9]{1,2}[.]|\([0-9]{1,2}\))$")
_MATHS = frozenset("+-*/=<>().,%:;'\"")


class AntiCopyNoise(Rule):
    """Forums spoil copies on purpose: runs of random letters, digits and signs between sentences, blocks or rare signs
    inside words, rare characters that look like common ones. A formula, an address or a piece of code is made of words
    and is left alone.
    """

    id = "watermark/anti-copy-noise"
    title = Bilingual("防复制的乱码", "Noise that a site mixed in against copying")
    why = Bilingual(
        "论坛为防复制在文字间插入随机字符、方块或形近的怪字，正文因此读不通。",
        "Forums mix random characters, blocks or odd look-alikes into a text to spoil copies.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "删去的可能含有作者的代号或公式，要由人看过。",
        "A code name or a formula of the author's may be among what goes.",
    )
    triggers = _NOISE_SIGNS
    covers = True
    VALID = (
        Valid("公式是a*b+c=d，代入即可。"),
        Valid("待办如下。\n- [ ] Tom: v2, ok\n排完再报。"),
        Valid("水位按 $h = h_0 + (v - v_0) / k, k > 0$ 推算。"),
        Valid("登录 https://example.org/a?b=1&c=2#top 查看。"),
        Valid('运行 git commit -m "x" && git push 提交。'),
        Valid("初始口令为k3@Tw~9 p#vR2，登录后要改。"),
        Valid("价格为$1,200.50，合8,600元。"),
        Valid("邮箱是zhang_san+a1@example.org，请来信。"),
        Valid("按照“8+N”模式和C#语言要求，A&B两组各出一人。"),
        Valid("进度：████ 已完成四成。"),
        Valid("代码如下。\na[0] = b & c; d |= 1\ne = f(a) ^ 2; g -= 1\n以上即是。"),
        Valid("玉茬儿长势好，茬口安排得当。"),
        Valid("安全生产！！！一定要抓好!!! 大家记住!"),
    )
    INVALID = (
        Invalid("加强领导⟦& k9 X! q# ~ 5 ⟧落实责任。", fixed="加强领导落实责任。"),
        Invalid("會議開得好。\n⟦* D3 }( a0 W, S8 @ v⟧\n散會。", fixed="會議開得好。\n散會。"),
        Invalid("渠要修好。⟦q8*Lm %2 r; Zp] 0x& +v1 ⟧路也要通。", fixed="渠要修好。路也要通。"),
        Invalid("渠修好了。⟦k3@Tw~9 p#vR2⟧路也通了。", fixed="渠修好了。路也通了。"),
        Invalid(
            "渠要修好。\n⟦* D3 }( a0 W, S8 @ v⟧\n⟦6 m& K! t0 ]9 q* B⟧\n路也要通。⟦8 p& m( M) p5 b2 O. R⟧",
            fixed="渠要修好。\n路也要通。",
        ),
        Invalid("⟦& k9 X! q# ~ 5 ⟧1.渠要修好。", fixed="1.渠要修好。"),
        Invalid("会议强⟦▒⟧调安全。", fixed="会议强调安全。"),
        Invalid("⟦仩⟧级要求⟦亾⟧⟦亾⟧都到。", fixed="上级要求人人都到。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        odd = sum(ctx.text[start] in _LOOKALIKES for start, _ in ctx.places)
        dense = odd >= FEWEST_LOOKALIKES and odd > DENSITY * len(ctx.text)
        seen = 0
        waiting: list[Span] = []
        certain = False
        for start, _ in ctx.places:
            character = ctx.text[start]
            if start < seen:
                continue
            if character in _LOOKALIKES:
                if dense:
                    yield _lookalike(ctx, start)
                continue
            if character in _FILLERS:
                splits, seen = _filler(ctx.text, start)
                span = Span(start, seen) if splits else None
            else:
                span, seen, waits = _noise(ctx.text, start)
                if waits and span is not None:
                    waiting.append(span)
                    continue
                certain = certain or span is not None
            if span is not None:
                yield _foreign(ctx, span)
        # Below a line of noise stands another: only where the text has noise for sure.
        if certain:
            yield from (_foreign(ctx, span) for span in waiting)


def _foreign(ctx: Context, span: Span) -> Diagnostic:
    word = span.of(ctx.text).strip()
    lines = ctx.document.lines
    line = lines.index_of(span.start)
    cut = lines.whole(line) if lines[line] == span else span
    return ctx.found(
        span,
        Bilingual(f"“{word}”是网站为防复制混入的乱码，应删去", f"“{word}” is noise that a site mixed in; delete it"),
        fix=ctx.fix(Bilingual("删去乱码", "Delete the noise"), [Edit(cut, "")], Applicability.UNSAFE),
    )


def _lookalike(ctx: Context, start: int) -> Diagnostic:
    span = Span(start, start + 1)
    wanted = _LOOKALIKES[ctx.text[start]]
    return ctx.found(
        span,
        Bilingual(
            f"“{ctx.text[start]}”是防复制用的形近字，应为“{wanted}”", f"“{ctx.text[start]}” stands for “{wanted}”"
        ),
        fix=ctx.fix(Bilingual(f"改为“{wanted}”", f"Put “{wanted}”"), [Edit(span, wanted)], Applicability.UNSAFE),
    )


def _filler(text: str, start: int) -> tuple[bool, int]:
    """Whether one or two fillers stand between two Han characters, and where their run ends."""
    end = start
    while end < len(text) and text[end] in _FILLERS and end - start < LONGEST:
        end += 1
    return end - start <= 2 and is_han(text[start - 1 : start]) and is_han(text[end : end + 1]), end


def _noise(text: str, at: int) -> tuple[Span | None, int, bool]:
    """The run of printable ASCII around `at` where it is random, between Chinese or alone in its line; and its end.

    The third says that it is alone in its line and that the lines beside it are no Chinese.
    """
    start = end = at
    while start > 0 and at - start < LONGEST and " " <= text[start - 1] <= "~":
        start -= 1
    while end < len(text) and end - at < LONGEST and " " <= text[end] <= "~":
        end += 1
    left, right = text[start - 1 : start], text[end : end + 1]
    alone = left in "\r\n" and right in "\r\n"
    if not (_borders(left) and _borders(right)):
        return None, end, False
    between = left != "" and left in END_MARKS and is_han(right)
    if not _is_random(text[start:end], between):
        return None, end, False
    marker = _MARKER.search(text, start, end) if is_han(right) else None
    span = Span(start, end if marker is None else marker.start())
    return span, end, alone and not _among_chinese(text, start, end)


def _borders(character: str) -> bool:
    return character in ("", "\r", "\n", "\u3000") or is_han(character) or character in FULL_WIDTH_MARKS


def _among_chinese(text: str, start: int, end: int) -> bool:
    """Whether the lines around a line are Chinese; a listing of a program has its like around it."""
    before, after = text[max(0, start - 40) : start].rstrip(), text[end : end + 40].lstrip()
    return bool(before) and bool(after) and _borders(before[-1]) and _borders(after[0])


def _is_random(run: str, between: bool) -> bool:
    """Whether the run mixes signs, letters and digits as nobody writes them: many kinds, and no word among them.

    `between` two sentences, where nobody puts a code or a password, longer words and fewer blanks will do.
    """
    words = run.split()
    if len(run.strip()) < SHORTEST or len(words) < (2 if between else 3):
        return False
    signs = {character for character in run if not character.isalnum() and character != " "}
    kinds = any(map(str.isupper, run)) + any(map(str.islower, run)) + any(map(str.isdigit, run))
    if run.lstrip().startswith(_BOXES):
        return False
    if run.strip().startswith("$") and run.strip().endswith("$"):
        return False  # a formula between dollar signs
    if kinds < 2 or len(signs) < 2 or not signs - _MATHS or kinds + len(signs) < FEWEST_CLASSES:
        return False
    if _WORD.search(run) is not None:
        return False
    if between and kinds == 3 and len(signs - _MATHS) >= FEWEST_SIGNS:
        return True
    return len(words) >= 3 and max(map(len, words)) <= LONGEST_WORD and len(words) * 4 >= len(run.strip())
