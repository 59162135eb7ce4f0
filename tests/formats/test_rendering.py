"""Text into bytes: what is not edited comes out as it was, byte for byte."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.formats.decoding import decode
from speechlint.formats.errors import EncodeError
from speechlint.formats.plain import render
from speechlint.formats.registry import BUILTIN, DOCX, MARKDOWN, PLAIN, format_for
from speechlint.formats.source import Source
from speechlint.text.span import Span

MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
SHAPES = [
    *((codec, mark) for codec in MARKS for mark in (False, True)),
    *((codec, False) for codec in ("gb18030", "gbk", "big5", "cp950", "big5hkscs")),
]
# Characters that all of the encodings have.
PROSE = st.text(alphabet="今天大家在市中心召集各位好人民一二，。：（）　 aX7*-#`", max_size=12)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\r\n"])


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """A text of a few lines with ends of one kind or of several, with and without a final one."""
    ends = draw(st.one_of(NEWLINES.map(lambda end: st.just(end)), st.just(NEWLINES)))
    lines = draw(st.lists(PROSE, min_size=1, max_size=5))
    text = "".join(line + draw(ends) for line in lines[:-1]) + lines[-1]
    return text + draw(ends) if draw(st.booleans()) else text


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[tuple[Span, str]]:
    """Sorted and disjoint."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6).filter(lambda cuts: len(cuts) % 2 == 0)))
    return [(Span(*pair), draw(PROSE)) for pair in zip(cuts[::2], cuts[1::2], strict=True)]


@pytest.mark.parametrize(("codec", "mark"), SHAPES)
@given(text=drafts())
def test_unedited_files_come_out_as_they_were(codec: str, mark: bool, text: str) -> None:
    data = (MARKS[codec] if mark else b"") + text.encode(codec)
    for kind in (PLAIN, MARKDOWN):
        source = kind.read(data, "a", None if mark else codec)
        assert (source.text, source.mark, source.exact) == (text, mark, True)
        assert kind.render(source, ()) == data


@pytest.mark.parametrize(("codec", "mark"), SHAPES)
@given(data=st.data())
def test_edits_change_their_spans_and_nothing_else(codec: str, mark: bool, data: st.DataObject) -> None:
    text = data.draw(drafts())
    edits = data.draw(edits_of(text))
    wanted, at = "", 0
    for span, content in edits:
        wanted += text[at : span.start] + content
        at = span.end
    wanted += text[at:]
    source = Source(text, "a.txt", "plain", codec, mark)
    assert render(source, edits) == (MARKS[codec] if mark else b"") + wanted.encode(codec)


@given(st.binary(max_size=60), st.sampled_from(["utf-8", "gb18030", "gbk", "big5", "utf-16-le", "latin-1"]))
def test_whatever_is_read_exactly_is_written_exactly(data: bytes, codec: str) -> None:
    try:
        source = PLAIN.read(data, None, codec)
    except Exception as error:
        assert type(error).__name__ == "DecodeError"
        return
    if source.exact:
        assert render(source) == data


@given(st.binary(max_size=200))
def test_decoding_gives_the_bytes_back_or_says_that_it_cannot(data: bytes) -> None:
    try:
        text, codec, mark, exact = decode(data)
    except Exception as error:
        assert type(error).__name__ == "DecodeError"
        return
    assert (MARKS.get(codec, b"") * mark + text.encode(codec) == data) is exact


def test_what_was_not_read_exactly_is_never_written() -> None:
    with pytest.raises(EncodeError) as caught:
        render(Source("十", encoding="cp950", exact=False))
    assert "Big5" in caught.value.zh
    assert "Big5" in caught.value.en


@pytest.mark.parametrize(
    ("codec", "content", "zh"),
    [
        ("gbk", "𠮷", "GBK 编码里没有字符 “𠮷”（U+20BB7）"),
        ("cp950", "们", "Big5 编码里没有字符 “们”（U+4EEC）"),
        ("gbk", "\u200b", "GBK 编码里没有字符 U+200B"),
        ("utf-8", "\ud800", "UTF-8 编码里没有字符 U+D800"),
    ],
)
def test_names_the_character_that_has_no_place(codec: str, content: str, zh: str) -> None:
    with pytest.raises(EncodeError) as caught:
        render(Source("今天", encoding=codec), [(Span(1, 2), content)])
    assert caught.value.zh.startswith(zh)
    assert f"U+{ord(content):04X}" in caught.value.en


@pytest.mark.parametrize(
    "edits",
    [
        [(Span(2, 3), "a"), (Span(0, 1), "b")],
        [(Span(0, 2), "a"), (Span(1, 3), "b")],
        [(Span(3, 5), "a")],
        [(Span(2, 1), "a")],
    ],
)
def test_refuses_edits_out_of_order(edits: list[tuple[Span, str]]) -> None:
    with pytest.raises(ValueError, match="sorted, disjoint"):
        render(Source("一二三四"), edits)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.txt", "plain"),
        ("a.text", "plain"),
        ("a.md", "markdown"),
        ("b/讲话.MARKDOWN", "markdown"),
        ("a.rst", "plain"),
        ("README", "plain"),
        (".md", "plain"),
        ("-", "plain"),
        (None, "plain"),
    ],
)
def test_format_for(path: str | None, name: str) -> None:
    assert format_for(path).name == name


def test_formats_have_names() -> None:
    assert {kind.name: kind for kind in BUILTIN} == {"plain": PLAIN, "markdown": MARKDOWN, "docx": DOCX}


def test_reparse_keeps_the_file_and_renews_the_mask() -> None:
    before = MARKDOWN.read("`甲`乙".encode("gbk"), "a.md", "gbk")
    after = MARKDOWN.reparse(before, "甲`乙丙`")
    assert (after.path, after.format, after.encoding) == ("a.md", "markdown", "gbk")
    assert [quiet.span for quiet in before.quiet + after.quiet] == [Span(0, 3), Span(1, 5)]


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("", "\n"),
        ("一", "\n"),
        ("一\n二\r\n", "\n"),
        ("一\r\n二\n", "\r\n"),
        ("一\r二\n", "\r"),
        ("一\r", "\r"),
        ("\r\n", "\r\n"),
    ],
)
def test_newline_is_the_first_one(text: str, newline: str) -> None:
    assert Source(text).newline == newline
