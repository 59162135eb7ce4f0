"""The mask against a full Markdown parser where containers nest, links have targets and HTML stands in between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from speechlint.formats.markdown.mask import find_quiet

# Addresses must come out as they were written, so that the words in them are found again.
PARSER = MarkdownIt("commonmark").enable("table").disable("code")
PARSER.normalizeLink = lambda address: address  # type: ignore[method-assign]
PARSER.validateLink = lambda _: True  # type: ignore[method-assign]

# Every word is written once, so that it can be found again.
WORD = "Q{}Q"
NUMBERED = re.compile(r"Q([0-9]+)Q")
INLINE = [
    "字{w}字",
    "字`{w}`字",
    "[字{w}](a/{w}.md)",
    "[字{w}](<a {w}> '题{w}')",
    '[字{w}](https://a.cn/{w} "题{w}")',
    "![字{w}](a/{w}.png)",
    "[`{w}`字](#{w})",
    "<https://a.cn/{w}>",
    '<span class="{w}">字{w}</span>',
    "<!-- {w} -->字",
    "字\\`{w}\\`",
    "**字{w}**",
]
BLOCKS = [
    "字{w}，{i}。",
    "{i}\n{i}",
    "# {i}",
    "字{w}\n===",
    "```\n{w}\n\n# {w}\n```",
    "~~~ x\n{w}",
    "| {i} | 字{w} |\n|---|---|\n| {i} | {i} |",
    "***",
    '[标]: /a/{w} "题{w}"',
    '<div id="{w}">\n字{w}\n</div>',
    "<!-- {w}\n\n{w} -->",
    "<script>\n{w}\n\n{w}\n</script>",
]
PREFIXES = [("> ", "> "), ("- ", "  "), ("* ", "  "), ("1. ", "   "), ("12) ", "    "), (">", ">")]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Blocks, each within up to four containers, with words in all that they hold."""
    text = "\n\n".join(draw(st.lists(nested(), min_size=1, max_size=4)))
    while "{i}" in text:
        text = text.replace("{i}", draw(st.sampled_from(INLINE)), 1)
    parts = text.split("{w}")
    return "".join(part + (WORD.format(i) if i + 1 < len(parts) else "") for i, part in enumerate(parts))


@st.composite
def nested(draw: st.DrawFn) -> str:
    block = "\n\n".join(draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=2)))
    for first, rest in draw(st.lists(st.sampled_from(PREFIXES), max_size=4)):
        lines = block.split("\n")
        block = "\n".join([first + lines[0], *((rest + line).rstrip() for line in lines[1:])])
    return block


def spoken(tokens: list[Token]) -> Iterator[tuple[str, bool]]:
    """Each numbered word that the parser places, and whether it is prose; an address in `<>` is none."""
    address = False
    for token in tokens:
        if token.type in ("fence", "code_inline", "text"):
            prose = token.type == "text" and not address
            yield from ((number, prose) for number in NUMBERED.findall(token.content))
        if token.type in ("link_open", "image"):
            values = (str(token.attrs.get(name, "")) for name in ("href", "src", "title"))
            yield from ((number, False) for value in values for number in NUMBERED.findall(value))
        address = token.markup == "autolink" and token.type == "link_open"
        yield from spoken(token.children or [])


def in_html(tokens: list[Token]) -> Iterator[tuple[str, bool]]:
    """The words of HTML: those in tags, comments and scripts are no prose, what stands between tags is."""
    for token in tokens:
        if token.type in ("html_block", "html_inline"):
            bare = re.sub(r"(?s)<!--.*?(?:-->|$)|<script>.*?(?:</script>|$)|<[^>]*>", "", token.content)
            prose = set(NUMBERED.findall(bare))
            yield from ((number, number in prose) for number in NUMBERED.findall(token.content))
        yield from in_html(token.children or [])


@settings(max_examples=600, deadline=None)
@given(documents())
def test_words_are_prose_where_the_parser_says_so(text: str) -> None:
    quiet = [False] * len(text)
    for span, _ in find_quiet(text)[0]:
        quiet[span.start : span.end] = [True] * (span.end - span.start)
    tokens = PARSER.parse(text)
    # What the parser keeps silent about stands in definitions of links, where nothing is prose.
    said = dict.fromkeys(NUMBERED.findall(text), False) | dict(spoken(tokens)) | dict(in_html(tokens))
    for number, prose in said.items():
        word = WORD.format(number)
        start = text.index(word)
        # Exact to the column: all of the word or nothing of it.
        assert quiet[start : start + len(word)] == [not prose] * len(word), (word, prose)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(INLINE), min_size=1, max_size=4), st.lists(st.sampled_from(PREFIXES), max_size=4))
def test_chinese_beside_markup_is_prose(pieces: list[str], prefixes: list[tuple[str, str]]) -> None:
    """What is quiet ends where the markup does: no character of the prose beside it is."""
    text = "".join(first for first, _ in prefixes) + "，".join(pieces).replace("{w}", "w")
    quiet = [False] * len(text)
    for span, _ in find_quiet(text)[0]:
        quiet[span.start : span.end] = [True] * (span.end - span.start)
    for match in re.finditer("[字，]", text):
        assert not quiet[match.start()], (text, match.start())
