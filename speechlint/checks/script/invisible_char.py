"""script/invisible-char"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Kinds of characters that nobody sees, each with what it is called. A run of one kind is one finding.
_KINDS = {
    "control": Bilingual("控制字符", "control character"),
    "old": Bilingual("控制字符", "control character"),
    "break": Bilingual("换行控制符", "break character"),
    "page": Bilingual("换页控制符", "form feed"),
    "width": Bilingual("零宽字符", "zero-width character"),
    "mark": Bilingual("文件中间的字节序标记", "byte-order mark inside the text"),
    "hyphen": Bilingual("软连字符", "soft hyphen"),
    "direction": Bilingual("文字方向控制符", "bidirectional control"),
    "object": Bilingual("图片或对象的占位符", "placeholder of a picture or object"),
    "filler": Bilingual("空白填充符", "blank filler"),
    "selector": Bilingual("异体选择符", "variation selector"),
    "tag": Bilingual("标签字符", "tag character"),
}
_CODES = {
    "control": (*range(0x09), *range(0x0E, 0x20), 0x7F),
    "old": tuple(range(0x80, 0xA0)),
    "break": (0x0B, 0x2028, 0x2029),
    "page": (0x0C,),
    "width": (0x034F, 0x180E, 0x200B, 0x200C, 0x200D, *range(0x2060, 0x2065), *range(0x206A, 0x2070)),
    "mark": (0xFEFF,),
    "hyphen": (0xAD,),
    "direction": (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    "object": tuple(range(0xFFF9, 0xFFFD)),
    "filler": (0x2800, 0x3164, 0xFFA0),
    "selector": (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)),
    "tag": tuple(range(0xE0000, 0xE0080)),
}
_KIND_OF = {chr(code): kind for kind, codes in _CODES.items() for code in codes}
_INVISIBLE_SIGNS = Literals(tuple(_KIND_OF), both_scripts=False)

# Scripts that join, turn and part their letters with such characters: Hebrew to Myanmar, Khmer, Mongolian, braille.
_JOINING = Pattern(r"[\u0590-\u109f\u1780-\u18af\u2801-\u28ff\ufb1d-\ufdff\ufe70-\ufefe]")
_PICTURE = Pattern(r"[\u00a9\u00ae\u203c-\u3299\u200d\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f#*0-9\u20e3]")
_IDEOGRAPHIC_SELECTOR = 0xE0100
NEAR = 40
SHOWN = 4
_WINDOWS = "cp1252"


class InvisibleChar(Rule):
    """Characters that show nothing and spoil searching, counting and sorting: controls, zero-width characters, a
    byte-order mark inside the text, soft hyphens, marks of direction, fillers.

    Emoji are joined and coloured by some of them, Arabic, Mongolian and Indic scripts need others, and a name may fix
    its variant by a selector; there they stay. So does the mark at the very beginning of a file, and a form feed
    between pages. Two or more zero-width characters between Chinese words are watermark/invisible-fingerprint's, which
    covers what this rule says of them; U+FFFD is script/private-use-or-replacement's.
    """

    id = "script/invisible-char"
    title = Bilingual("看不见的字符", "An invisible character")
    why = Bilingual(
        "看不见的字符多是从网页或别的软件带来的，使查找、统计和排版出错。",
        "Invisible characters come from web pages and other programs; searching, counting and layout suffer.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual(
        "删去看不见的字符不动文字；换行符和图片占位符之类可能另有所指，要由人看过。",
        "Nothing that can be read goes; breaks and placeholders of pictures may mean something, so a person looks.",
    )
    norm = "Unicode 23; GB/T 9704-2012 7"
    triggers = _INVISIBLE_SIGNS
    VALID = (
        Valid("家和万事兴👨\u200d👩\u200d👧，平安❤\ufe0f到家，旗手🏴\U000e0067\U000e0062\U000e007f入场。"),
        Valid("序号1\ufe0f\u20e3和*\ufe0f\u20e3都是键帽。"),
        Valid("维吾尔文\u200f\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\u200f在此。"),
        Valid("蒙古文\u182e\u1823\u180e\u182d\u1823\u182f在此。"),
        Valid("第一页\n\f第二页\n\f"),
        Valid("渡\U000e0100边先生到会。"),
        Valid("表头\t数量\t单位\r\n合计\t3\t个"),
        Valid("盲文\u2801\u2800\u2803在此。"),
    )
    INVALID = (
        Invalid("水⟦\u200b⟧库工地", fixed="水库工地"),
        Invalid("開⟦\ufeff⟧會，請準時。", fixed="開會，請準時。"),
        Invalid("档案⟦\x08⟧室和文件⟦\x7f⟧柜", fixed="档案室和文件柜"),
        Invalid("版本号a⟦\u200b⟧b", fixed="版本号ab"),
        Invalid("截至⟦\u202d⟧5月⟦\u202c⟧底", fixed="截至5月底"),
        Invalid("渔⟦\xad⟧港", fixed="渔港"),
        Invalid("渔⟦\ufe00⟧港", fixed="渔港"),
        Invalid("项目⟦\u3164⟧名称", fixed="项目名称"),
        Invalid("见下图⟦\ufffc⟧。"),
        Invalid("安排如下：⟦\x0b⟧一、查堤防"),
        Invalid("他说⟦\x93⟧好⟦\x94⟧。"),
        Invalid("全文完⟦\x1a⟧", fixed="全文完"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, seen = ctx.text, 0
        for start, end in ctx.places:
            if start < seen:
                continue
            kind = _KIND_OF[text[start]]
            while end < len(text) and _KIND_OF.get(text[end]) == kind:
                end += 1
            seen = end
            span = Span(start, end)
            if not _is_needed(text, span, kind):
                yield _found(ctx, span, kind)


def _is_needed(text: str, span: Span, kind: str) -> bool:
    """Whether the run does its work there."""
    start, end = span
    before, after = text[start - 1 : start], text[end : end + 1]
    if kind == "mark":
        return start == 0
    if kind == "page":
        return before in "\r\n" or after in "\r\n"
    if kind == "selector" and ord(text[start]) >= _IDEOGRAPHIC_SELECTOR:
        return is_han(before)
    if kind in ("width", "selector", "tag"):
        joins = before and _PICTURE.match(before) is not None and not before.isdigit()
        keycap = kind == "selector" and after == "\u20e3"
        if joins or keycap:
            return True
    if kind in ("width", "direction", "selector", "filler"):
        around = text[max(0, start - NEAR) : start].rpartition("\n")[2] + text[end : end + NEAR].partition("\n")[0]
        return _JOINING.search(around) is not None
    return False


def _found(ctx: Context, span: Span, kind: str) -> Diagnostic:
    words = span.of(ctx.text)
    codes = "、".join(f"U+{ord(character):04X}" for character in words[:SHOWN]) + ("…" if len(words) > SHOWN else "")
    name = _KINDS[kind]
    wanted, applicability = _in_place(ctx, words, kind)
    if wanted:
        shown = "换行" if kind == "break" else f"“{wanted}”"
        said = Bilingual(
            f"{codes} 是{name.zh}，这里应是{shown}",
            f"{codes} is a {name.en}; put {'a line end' if kind == 'break' else shown}",
        )
        title = Bilingual(f"换成{shown}", "Put a line end" if kind == "break" else f"Put {shown}")
    elif kind == "object":
        said = Bilingual(
            f"{codes} 是{name.zh}，原来的图片或对象没有带过来，应补上或删去",
            f"{codes} is a {name.en} that did not come along; restore it or delete the placeholder",
        )
        title = Bilingual("删去占位符", "Delete the placeholder")
    else:
        said = Bilingual(f"{codes} 是看不见的{name.zh}，应删去", f"{codes} is an invisible {name.en}; delete it")
        title = Bilingual("删去看不见的字符", "Delete the invisible characters")
    return ctx.found(span, said, fix=ctx.fix(title, [Edit(span, wanted)], applicability))


def _in_place(ctx: Context, words: str, kind: str) -> tuple[str, Applicability]:
    """What should stand there instead, "" for nothing; and how sure that is."""
    if kind in ("break", "page"):
        return ctx.document.source.newline, Applicability.UNSAFE
    if kind == "old":
        # Windows-1252 has quotation marks and dashes where Latin-1 has these controls.
        signs = "".join(chr(byte) for byte in map(ord, words)).encode("latin-1").decode(_WINDOWS, "ignore")
        return signs, Applicability.UNSAFE
    return "", Applicability.UNSAFE if kind == "object" else Applicability.SAFE
