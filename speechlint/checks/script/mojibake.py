"""script/mojibake"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import is_han
from speechlint.text.misread import Misread, find_misread, find_shifted
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Characters that UTF-8 gives when it is read as GBK and that prose has not; the first three are marks (“ ” — 。、 ，).
_BROKEN_MARKS = "鈥銆锛"
_READ_AS_GBK = _BROKEN_MARKS + "鐨鍦鏄鍥鍙鍔鍜鏀鍏鍒杩浼璁鍚鍖鍐闈搴鎶鐢淇鎸鏉鎴浗佸傚屽拰殑笟繘彂姞睍瀹缁鍗紝"
# The same read as Big5.
_READ_AS_BIG5 = "銝嚗鈭蝏憭雿撟韐隞隡靽霈閬撌蝘銵撱蝷餈啣"
# What GBK gives when it is read as Latin-1: letters that Chinese prose has in names at most.
_READ_AS_LATIN = "µ¸¹º»¼¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ"


def _signs() -> Iterator[str]:
    """Single characters and words that tell; of UTF-8 read as Latin-1 or Windows-1252, the beginnings of Han."""
    yield from (*_READ_AS_GBK, *_READ_AS_BIG5, *_READ_AS_LATIN, "锟斤拷", "烫烫烫", "屯屯屯", "葺葺葺", "???")
    # 。縣, 。總結, 。總體 without the first byte of the mark, in GBK
    yield from (mark + sign for mark in "？?" for sign in "h偨傮")
    yield from ("â€", "ï¼", "ã€", "ï»¿")
    for lead in range(0xE4, 0xEA):
        for byte in range(0x80, 0xC0):
            for codec in ("latin-1", "cp1252"):
                word = bytes((lead, byte)).decode(codec, "ignore")
                if len(word) == 2:
                    yield word


_MISREAD_SIGNS = Literals(_signs, both_scripts=False)
# What stands for bytes that could not be read (U+FFFD in GBK), and for memory that was never written.
_FILLING = Pattern("(?=[斤拷\ufffd]*+锟)[锟斤拷\ufffd]{3,}+|烫{3,}|屯{3,}|葺{3,}")
_LOST = Pattern(r"\?{3,}")
_ASKING = Pattern(
    "[吗嗎呢吧啊么麼]|什[么麼]|怎|何|[谁誰]|哪|几个|幾個|多少|是不是|能否|是否|有[没沒]有|难道|難道|[为為]什"
)
_BROKEN = Pattern("[鈥銆][斺?€\ufffd]*|锛[?€\ufffd]+")  # 锛 alone is an adze
_GONE = Bilingual("处的字在转码时丢了", "stands for characters that an encoding lacks")
_AS_BIG5 = Bilingual("像是 UTF-8 按 Big5 读成的", "looks like UTF-8 read as Big5")
_TRACES = (
    (_FILLING, Bilingual("是丢了字的编码残迹", "is what is left of lost characters")),
    (_BROKEN, Bilingual("是标点按 GBK 误读的残迹", "is what is left of a mark read as GBK")),
    (_LOST, _GONE),
)
_SHARE = 8  # of so many characters one of a line misread as Big5 is telling
FEWEST, MANY = 3, 6
REACH = 14
SHOWN = 30


class Mojibake(Rule):
    """Text that was read in the wrong encoding: 锟斤拷, 鍏ㄥ浗, å·¥ä¼š, µÄ; and ??? in place of characters that an
    encoding lacks. Where the bytes make common Chinese in the right encoding, that is the proposed fix.

    What stands inside such a stretch is no finding of any other rule. 烫伤, 屯田, the names 宸 and 骞, and question
    marks behind a question are none.
    """

    id = "script/mojibake"
    title = Bilingual("乱码", "Mojibake")
    why = Bilingual(
        "文件按错误的编码打开又存了盘，字变成了乱码，要换编码重开或查原稿。",
        "The file was opened in a wrong encoding and saved; reopen it in the right one, or go to the original.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "按另一种编码还原的字要由人看过；还原不了的不改。",
        "A person should read what another encoding makes of it; what cannot be restored is left.",
    )
    norm = "GB 18030-2022; Unicode 3.9"
    triggers = _MISREAD_SIGNS
    covers = True
    VALID = (
        Valid("员工烫伤后及时就医，部队屯田戍边，修葺一新。"),
        Valid("涓涓细流汇成江海，陈宸、王骞两位同志到会。"),
        Valid("怎么办???大家想一想，是吗???请举手。"),
        Valid("café、naïve、Škoda和São Paulo是外文。"),
        Valid("售价£5，误差±3，温度25°C，面积3×4²。"),
        Valid("“锟铻”是古剑名，拷贝留存，斤两要足。"),
        Valid("这是谁的主意？h指数高不高？s形弯道在哪？偨字怎么读？"),
        Valid("浓度µg/m³超标怎么办？请A组汇报，轴孔配合到µm级行不行？孔H7、轴g6。"),
        Valid("粥烫，慢慢喝；斧、锛、凿、锯都备好，锛子要磨。"),
    )
    INVALID = (
        Invalid("⟦宸ヤ綔鎶ュ憡⟧已印发。", fixed="工作报告已印发。"),
        Invalid("⟦å·¥ä½œæŠ¥å‘Š⟧已印发。", fixed="工作报告已印发。"),
        Invalid("⟦¹¤×÷±¨¸æ⟧已印发。", fixed="工作报告已印发。"),
        Invalid("⟦锟斤拷锟斤拷⟧会议照常举行。"),
        Invalid("名单：⟦烫烫烫烫⟧"),
        Invalid("漁會支持漁港的事業⟦？h⟧總工會大樓落成。", fixed="漁會支持漁港的事業。縣總工會大樓落成。"),
        Invalid("安排漁汛的工作⟦？偨Y⟧是回顧過去。", fixed="安排漁汛的工作。總結是回顧過去。"),
        Invalid("会议⟦???⟧召开。"),
        Invalid("通知⟦鈥?⟧明日停工。"),
        Invalid("本縣⟦???⟧鄉長到會。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        lines, done = ctx.document.lines, -1
        for start, _ in ctx.places:
            line = lines.index_of(start)
            if line != done:
                done = line
                yield from _of_line(ctx, lines[line])


def _of_line(ctx: Context, line: Span) -> Iterator[Diagnostic]:
    """Findings of a line with a telling sign, in order; of two that overlap the first one."""
    words = line.of(ctx.text)
    found: list[tuple[Span, Misread | Bilingual]] = [
        (misread.span, misread) for misread in (*find_misread(words), *find_shifted(words))
    ]
    signs = sum(words.count(sign) for sign in _READ_AS_BIG5)
    if signs >= FEWEST and signs * _SHARE >= len(words.strip()):
        found = [(Span(0, len(words)), _AS_BIG5)]
    found += ((Span(*match.span()), said) for pattern, said in _TRACES for match in pattern.finditer(words))
    end = 0
    for span, what in sorted(found, key=lambda each: each[0]):
        if span.start < end or (what is _GONE and not _is_lost(words, span)):
            continue
        end = span.end
        here = Span(line.start + span.start, line.start + span.end)
        yield _readable(ctx, what, here) if isinstance(what, Misread) else _unreadable(ctx, here, what)


def _readable(ctx: Context, misread: Misread, span: Span) -> Diagnostic:
    was, read = misread.reading.split("/")
    how = Bilingual(f"{was} 按 {read} 误读", f"{was} read as {read}")
    if was == read:
        how = Bilingual(f"{was} 少了一个字节", f"{was} that has lost a byte")
    said = Bilingual(
        f"“{_shown(span.of(ctx.text))}”是乱码（{how.zh}），原文像是“{_shown(misread.says)}”",
        f"“{_shown(span.of(ctx.text))}” is mojibake ({how.en}); it says “{_shown(misread.says)}”",
    )
    title = Bilingual(f"还原为“{_shown(misread.says)}”", f"Put “{_shown(misread.says)}” back")
    fix = ctx.fix(title, [Edit(span, misread.says)], Applicability.UNSAFE) if misread.whole else None
    return ctx.found(span, said, fix=fix)


def _unreadable(ctx: Context, span: Span, said: Bilingual) -> Diagnostic:
    words = _shown(span.of(ctx.text))
    return ctx.found(
        span,
        Bilingual(f"“{words}”{said.zh}，应查原稿补上", f"“{words}” {said.en}; restore the words from the original"),
    )


def _shown(words: str) -> str:
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"


def _is_lost(words: str, span: Span) -> bool:
    """Whether the question marks stand for characters, and ask nothing."""
    if not words.strip("? \u3000\t"):
        return span.end - span.start > FEWEST
    before, after = words[span.start - 1 : span.start], words[span.end : span.end + 1]
    asks = _ASKING.search(words, max(0, span.start - REACH), span.start) is not None
    return not asks and ((is_han(before) and is_han(after)) or span.end - span.start >= MANY)
