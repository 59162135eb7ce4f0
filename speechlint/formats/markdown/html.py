"""HTML inside Markdown. The names are those of the HTML standard and of CommonMark's section on HTML blocks."""

from __future__ import annotations

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

_BLOCK = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    "track|ul"
)
_INLINE = (
    "a|abbr|audio|b|bdi|bdo|big|br|button|canvas|cite|code|data|datalist|del|dfn|em|embed|font|i|img|input|ins|kbd|"
    "label|mark|math|meter|nobr|object|output|picture|pre|progress|q|rp|rt|ruby|s|samp|script|select|slot|small|source|"
    "span|strike|strong|style|sub|sup|svg|template|textarea|time|tt|u|var|video|wbr"
)
_ATTRIBUTE = r"""\s+[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?"""
# A name that HTML does not have makes no tag here: `<XX>` is a blank that somebody left open.
TAG = Pattern(
    rf"(?i)<(?:(?:{_BLOCK}|{_INLINE}|[a-z][a-z0-9]*-[a-z0-9-]*)(?![a-z0-9-])(?:{_ATTRIBUTE})*+\s*+/?>"
    rf"|/(?:{_BLOCK}|{_INLINE}|[a-z][a-z0-9]*-[a-z0-9-]*)\s*+>)"
)
ENTITY = Pattern(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")

_COMMENT = (Pattern(r"<!--"), Pattern(r"-->"))
_RAW = (
    (Pattern(r"(?i)<(?:script|pre|style|textarea)(?:[\s>]|$)"), Pattern(r"(?i)</(?:script|pre|style|textarea)>")),
    (Pattern(r"<\?"), Pattern(r"\?>")),
    (Pattern(r"<![A-Za-z]"), Pattern(r">")),
    (Pattern(r"<!\[CDATA\["), Pattern(r"\]\]>")),
)
_BLOCK_TAG = Pattern(rf"(?i)</?(?:{_BLOCK})(?:\s|/?>|$)")
_LONE_TAG = Pattern(rf"{TAG.source}[ \t]*+$")


class HtmlBlock(NamedTuple):
    """How a block of HTML ends: at the line with `end`, or at a blank line; in `raw` ones there is nothing to read."""

    end: Pattern | None
    raw: bool = False


def begin_html(text: str, at: int, end: int, *, interrupts: bool) -> HtmlBlock | None:
    """The block of HTML that begins at `at`, None where none does; `interrupts` says that a paragraph is open there."""
    if at >= end or text[at] != "<":
        return None
    if _COMMENT[0].match(text, at, end) is not None:
        return HtmlBlock(_COMMENT[1])
    for begin, close in _RAW:
        if begin.match(text, at, end) is not None:
            return HtmlBlock(close, raw=True)
    if _BLOCK_TAG.match(text, at, end) is not None:
        return HtmlBlock(None)
    return HtmlBlock(None) if not interrupts and _LONE_TAG.match(text, at, end) is not None else None
