"""watermark/markup-residue"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS, HAN
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

# What publishing programs put where a page is to end.
_PAGE_TAGS = ("[nextpage", "[NextPage", "[page]", "[!--", "_ueditor_page_break", "#p#")
_MARKUP_SIGNS = Literals(
    ("&", "<", "{", "**", "# ", "](", "```", "[/", "MERGEFORMAT", "HYPERLINK", *_PAGE_TAGS), both_scripts=False
)
LONGEST = 400
_NAMES = (
    "nbsp|ensp|emsp|thinsp|hellip|ldquo|rdquo|lsquo|rsquo|laquo|raquo|mdash|ndash|middot|bull|times|divide|amp|lt|gt|quot|apos"
    "|copy|reg|trade|deg|permil|yen|sect|para|zwnj|zwj|rarr|larr"
)
# Sites escape what was escaped before: &amp;nbsp; too. Without its semicolon a name ends where no letter follows.
_ENTITY = rf"&(?:amp;)*(?:(?:{_NAMES})(?:;|(?![A-Za-z0-9=;]))|#[0-9]{{2,6}};|#[xX][0-9a-fA-F]{{2,5}};)"
_ENTITIES = Pattern(rf"(?:{_ENTITY})+(?:[ \u3000]*{_ENTITY})*")
_ONE_ENTITY = Pattern(r"&(?:amp;)*(#?[A-Za-z0-9]+);?")
_TAG = Pattern(
    r"</?(?:a|abbr|article|b|blockquote|body|br|center|code|div|em|font|h[1-6]|head|html|hr|i|iframe|img|input|li|link|meta|o:p|ol|p|pre"
    r"|script|section|small|span|st1:[a-z]+|strike|strong|style|sub|sup|table|tbody|td|th|thead|title|tr|u|ul|v:[a-z]+|w:[a-z]+)"
    r"(?:\s+[^<>]{0,300})?\s*/?>|<!--[\s\S]{0,300}?-->|<!\[[^>]{0,40}>"
)
_SELECTOR = Pattern(r"[@.#]?[A-Za-z*][\w .,#:>@*-]{0,60}")
_DECLARATION = Pattern(r"(?<![a-z-])[a-z-]{3,30} ?:")
_NEXT_RULE = Pattern(r"\s{0,4}[@.#]?[A-Za-z*][\w .,#:>@*-]{0,60}\{")
_BOLD_LINE = Pattern(rf"\*\*(?P<words>[^*\n\r]*[{HAN}][^*\n\r]*)\*\*")
_BOLD_OPENING = Pattern(r"[一二三四五六七八九十（(0-9第]|.*[：:。]$")
# What a mask of asterisks stands before: **县委书记 is a masked place.
_MASKED = frozenset("省市县縣区區州旗盟镇鎮乡鄉村局厅廳委院校厂廠年月日同学學公集街社部组組")
_HASHES = Pattern("#{1,6} +")
_LINK = Pattern(r"!?\[(?P<words>[^\[\]\n\r]{0,80})\]\((?P<address>(?:https?:|/|www\.|mailto:)[^()\s]{0,200})\)")
_FORUM_TAG = Pattern(
    r"\[/?(?:b|i|u|s|url|img|size|color|font|quote|align|hide|table|tr|td|p|email|list)(?:=[^\[\]\n\r]{0,80})?\]"
)
_PAGE_TAG = Pattern(r"\[(?i:nextpage|page)\]|\[!--[a-z.]{3,40}--\]|_ueditor_page_break_tag_|#p#[^#\n\r]{0,30}#e#")
_FIELD = Pattern(
    r"(?:PAGE|NUMPAGES|HYPERLINK|INCLUDEPICTURE|EMBED|TOC)\s*(?:\\\*\s*MERGEFORMAT|\\[a-z]\s*)*(?:\"[^\"\n\r]{0,200}\")?(?:\s*\\\*\s*MERGEFORMAT)?"
)


# Who writes about web pages names what stands in them, or puts it in quotation marks.
_ABOUT_CODE = ("网页代码", "網頁代碼", "源代码", "原始碼", "转义", "轉義", "字符实体", "字元實體")
# As a word of the sentence: not the end of an address, and no tag itself.
_LANGUAGE = Pattern(rf"(?<![A-Za-z0-9./<_-])(?:HTML|html|XML|xml)5? ?(?=[{HAN}、，。）”])")
_NAMED_BEHIND = Pattern(
    r"[”\"’」』]? ?(?:(?:这个|這個|一类|一類|等)?(?:标签|標籤|标记|標記|元素|实体|實體|符号|符號|代码|代碼)"
    r"|表示|代表|意为|意思是|指的是|用来|用來)"
)
_QUOTED = ("“”", "‘’", "「」", "『』", '""', "``")
VICINITY = 60


class _Residue(NamedTuple):
    span: Span
    content: str
    certain: bool


class MarkupResidue(Rule):
    """What a web page or a word processor writes for the machine was copied as text: &nbsp; and &hellip, <p>, @page
    {…}, **heading**, # heading, [/size], [nextpage]. In a Markdown draft its own marks and the tags of HTML are no
    residue.
    """

    id = "watermark/markup-residue"
    title = Bilingual("网页代码留在正文里", "Markup left in the text")
    why = Bilingual(
        "实体、标签、样式和排版记号是写给浏览器的，留在稿子里会被当作文字念出、印出。",
        "Entities, tags, styles and layout marks are meant for a browser; left in, they are read out and printed.",
    )
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual(
        "只有实体换成它所代表的那个字符才是安全的；标签、样式和记号删去前要由人看过。",
        "Only an entity that becomes the character it stands for is safe; a person should see what else goes.",
    )
    triggers = _MARKUP_SIGNS
    covers = True
    VALID = (
        Valid("研发投入R&D占比提高，AT&T参会。"),
        Valid("若a<b且c>d，则成立；b<5（h-6）。"),
        Valid("《关于修改<公路条例>的决定》"),
        Valid("会议由**县委书记主持，**县长出席。"),
        Valid("**和**都到了会。"),
        Valid("# 一、工作回顾\n**要点：**抓好[落实](https://example.org)。\n第二段&nbsp;在此。", format="markdown"),
        Valid("集合{1, 2, 3}有三个元素。"),
        Valid("编号为#12的楼，C# 语言课。"),
        Valid("见https://example.org/?a=1&copy=2。"),
        Valid("课上讲了&nbsp;表示空格，“&lt;”是小于号，<br>標籤用來換行。"),
        Valid("HTML里写作<p>、<b>，空格写作&nbsp;。"),
        Valid("# 说明\n<details>\n<summary>展开</summary>\n内容&nbsp;在此。\n</details>", format="markdown"),
        Valid("[附]、[注]和（见附件）都保留。"),
        Valid("编辑器用“[nextpage]”分页，#p#是个话题，[page 3]也行。"),
    )
    INVALID = (
        Invalid("春风化雨⟦&hellip&hellip⟧大家都笑了。", fixed="春风化雨……大家都笑了。"),
        Invalid("⟦&nbsp;&nbsp;&nbsp;&nbsp;⟧同志們，⟦&ldquo;⟧開工⟦&rdquo;⟧了。", fixed="　　同志們，“開工”了。"),
        Invalid("⟦&#12288;&#12288;⟧同志们，请坐。", fixed="　　同志们，请坐。"),
        Invalid('⟦<a href="/a/1.html">⟧同志们⟦</a>⟧，请坐。'),
        Invalid("甲组⟦&amp;nbsp;⟧乙组", fixed="甲组 乙组"),
        Invalid('⟦<p style="x">⟧同志们：⟦</p>⟧\n大家好。⟦<br/>⟧'),
        Invalid("⟦@page { margin: 2cm } P { margin-bottom: 0.2cm }⟧\n同志们：今天开会。"),
        Invalid("⟦**⟧一、工作回顾⟦**⟧\n⟦## ⟧二、下步打算\n渠要修好。"),
        Invalid("大家好。⟦[/size]⟧"),
        Invalid("详见⟦[⟧公告⟦](https://example.org/a)⟧。"),
        Invalid("渠要修好。⟦[nextpage]⟧路也要通。⟦#p#分页标题#e#⟧\n⟦_ueditor_page_break_tag_⟧"),
        Invalid("渠要修好。⟦[!--empirenews.page--]⟧路也要通。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        seen = 0
        for start, end in ctx.places:
            if start < seen:
                continue
            for residue in _read(ctx, start, end):
                seen = max(seen, residue.span.end)
                yield _report(ctx, residue)


def _report(ctx: Context, residue: _Residue) -> Diagnostic:
    word = residue.span.of(ctx.text)
    shown = word if len(word) <= 30 else f"{word[:24]}……"
    lines = ctx.document.lines
    line = lines.index_of(residue.span.start)
    alone = not residue.content and lines[line] == residue.span
    wanted = f"应为“{residue.content}”" if residue.content.strip() else "应换成空格" if residue.content else "应删去"
    return ctx.found(
        residue.span,
        Bilingual(
            f"“{shown}”是网页或排版代码，不是文字；{wanted}", f"“{shown}” is markup, not text; put “{residue.content}”"
        ),
        fix=ctx.fix(
            Bilingual(
                "换成它代表的字符" if residue.content else "删去代码",
                "Put what it stands for" if residue.content else "Delete it",
            ),
            [Edit(lines.whole(line) if alone else residue.span, residue.content)],
            Applicability.SAFE if residue.certain else Applicability.UNSAFE,
        ),
    )


def _read(ctx: Context, start: int, end: int) -> Iterator[_Residue]:
    """What the sign from `start` to `end` belongs to; nothing where it is ordinary text."""
    text, sign = ctx.text, ctx.text[start]
    limit = min(len(text), start + LONGEST)
    if sign == "{":
        yield from _style(text, start)
        return
    if ctx.document.source.format == "markdown":
        return
    if text.startswith(_PAGE_TAGS, start):
        match = _PAGE_TAG.match(text, start, limit)
        if match is not None and not _is_spoken_of(text, *match.span()):
            yield _Residue(Span(*match.span()), "", False)
    elif sign == "&":
        match = _ENTITIES.match(text, start)
        if match is not None and not _is_spoken_of(text, *match.span()):
            yield _entity(text, Span(*match.span()))
    elif sign == "<":
        match = _TAG.match(text, start, limit)
        if match is not None and not _is_spoken_of(text, *match.span()):
            yield _Residue(Span(*match.span()), "", False)
    elif sign == "[":
        match = _FORUM_TAG.match(text, start, limit)
        if match is not None:
            yield _Residue(Span(*match.span()), "", False)
    elif sign == "]":
        yield from _link(text, start)
    elif sign in "*#`":
        yield from _mark(text, start, end, limit)
    elif (match := _FIELD.search(text, max(0, start - 20), limit)) is not None:
        yield _Residue(Span(*match.span()), "", False)


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the text speaks of the entity or tag: it is quoted alone, called a tag, or stands near the word HTML."""
    if _NAMED_BEHIND.match(text, end, end + 10) is not None or text[start - 1 : start] + text[end : end + 1] in _QUOTED:
        return True
    around = text[max(0, start - VICINITY) : start] + "\n" + text[end : end + VICINITY]
    return holds_any(around, _ABOUT_CODE) or _LANGUAGE.search(around) is not None


def _entity(text: str, span: Span) -> _Residue:
    """A run of entities and the characters they stand for; at the start of a line blanks become the indent."""
    from html import unescape

    content = _ONE_ENTITY.sub(lambda match: unescape(f"&{match[1]};"), span.of(text)).replace("\xa0", " ")
    certain = "&" not in content and all(character.isprintable() or character == "\u3000" for character in content)
    if not content.strip():
        line_start = span.start == 0 or text[span.start - 1] in "\r\n"
        content = "\u3000\u3000" if line_start and len(content) > 1 else content[0]
    return _Residue(span, content, certain)


def _style(text: str, at: int) -> Iterator[_Residue]:
    """The rules of a style sheet around the brace at `at`, with those that follow."""
    start = at
    while start > 0 and at - start < 60 and text[start - 1].isascii() and text[start - 1] not in "{}\r\n":
        start -= 1
    while start < at and text[start] in BLANKS:
        start += 1
    end = text.find("}", at, at + LONGEST) + 1
    if not end or _SELECTOR.fullmatch(text, start, at) is None or _DECLARATION.search(text, at, end) is None:
        return
    while (match := _NEXT_RULE.match(text, end, end + 80)) is not None:
        close = text.find("}", match.end(), match.end() + LONGEST) + 1
        if not close:
            break
        end = close
    yield _Residue(Span(start, end), "", False)


def _link(text: str, at: int) -> Iterator[_Residue]:
    opener = text.rfind("[", max(0, at - 80), at)
    match = None if opener < 0 else _LINK.match(text, opener - (text[opener - 1 : opener] == "!"), at + LONGEST)
    if match is not None:
        yield _Residue(Span(match.start(), match.start("words")), "", False)
        yield _Residue(Span(match.end("words"), match.end()), "", False)


def _mark(text: str, start: int, end: int, limit: int) -> Iterator[_Residue]:
    """Marks of Markdown at the start of a line: hashes, asterisks around a heading, the fence of a listing."""
    line = start
    while line > 0 and text[line - 1] in BLANKS + "#" and start - line < 12:
        line -= 1
    if line > 0 and text[line - 1] not in "\r\n":
        return
    if text.startswith("```", start):
        yield _Residue(Span(start, start + 3), "", False)
    elif text[start] == "#":
        while line < start and text[line] in BLANKS:
            line += 1
        match = _HASHES.match(text, line, limit)
        if match is not None and match.end() < len(text) and text[match.end()] not in "\r\n":
            yield _Residue(Span(*match.span()), "", False)
    elif text.startswith("**", start) and (match := _BOLD_LINE.match(text, start, limit)) is not None:
        # A heading in bold has its number, its end mark or the line for itself.
        words, whole = match["words"], text[match.end() : match.end() + 1] in ("", "\r", "\n")
        if words[0] not in _MASKED and (_BOLD_OPENING.match(words) is not None or (whole and len(words) >= 4)):
            yield _Residue(Span(start, end), "", False)
            yield _Residue(Span(match.end("words"), match.end()), "", False)
