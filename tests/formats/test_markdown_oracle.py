"""The mask against a full Markdown parser: its code is never prose here, and its prose is never code."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from speechlint.formats.markdown.mask import find_quiet

# A first-line indent makes no code block in a draft.
PARSER = MarkdownIt("commonmark").enable("table").disable("code")

# Every word is written once, so that it can be found again: the parser does not say where its words stand.
WORD = "词{}词"
INLINE = [
    "{w}",
    "`{w}`",
    "`` {w}`{w} ``",
    "**{w}**",
    "*{w}*",
    "**{w}：**{w}",
    "[{w}](a/b.md)",
    "<b>{w}</b>",
    "{w}`{w}",
    "**{w}",
    "``{w}`",
]
FENCE = ["```", "~~~", "````", "``` x", "   ```"]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Paragraphs, lists, quotes, tables and fences, with words in all of them."""
    blocks = draw(st.lists(st.one_of(paragraphs(), fences(), tables(), headings()), min_size=1, max_size=5))
    text = draw(st.sampled_from(["\n", "\n\n"])).join(blocks)
    parts = text.split("{w}")
    return "".join(part + (WORD.format(i) if i + 1 < len(parts) else "") for i, part in enumerate(parts))


def lines() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(INLINE), min_size=1, max_size=4).map("，".join)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    first, rest = draw(
        st.sampled_from([("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("> ", "")])
    )
    return ("\n" + rest).join([first + draw(lines()), *draw(st.lists(lines(), max_size=2))])


@st.composite
def fences(draw: st.DrawFn) -> str:
    first, rest = draw(st.sampled_from([("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   ")]))
    opening = draw(st.sampled_from(FENCE))
    closing = draw(st.sampled_from([opening.split()[0], "```", "~~~~", "{w}"]))
    inside = draw(st.lists(st.sampled_from(["{w}", "", "    {w}", "# {w}", "- {w}"]), max_size=3))
    return first + ("\n" + rest).join([opening, *inside, closing])


@st.composite
def tables(draw: st.DrawFn) -> str:
    rows = draw(st.lists(st.tuples(st.sampled_from(INLINE), st.sampled_from(INLINE)), min_size=1, max_size=3))
    return "\n".join(["| {w} | {w} |", "|---|:-:|", *(f"| {one} | {two} |" for one, two in rows)])


def headings() -> st.SearchStrategy[str]:
    return st.one_of(lines().map("## {} ##".format), lines().map("{}\n---".format), lines().map("# {}".format))


def words_of(tokens: list[Token], types: tuple[str, ...]) -> Iterator[str]:
    """The numbered words in the tokens of the given types."""
    for token in tokens:
        if token.type in types:
            yield from (word for word in token.content.split("词") if word.isdecimal())
        yield from words_of(token.children or [], types)


@settings(max_examples=400)
@given(documents())
def test_code_is_quiet_and_prose_is_not(text: str) -> None:
    quiet = [False] * len(text)
    for span, _ in find_quiet(text)[0]:
        quiet[span.start : span.end] = [True] * (span.end - span.start)
    tokens = PARSER.parse(text)
    for number in words_of(tokens, ("fence", "code_inline")):
        assert quiet[text.index(WORD.format(number))], f"code is prose: {number}"
    for number in words_of(tokens, ("text",)):
        assert not quiet[text.index(WORD.format(number))], f"prose is quiet: {number}"
