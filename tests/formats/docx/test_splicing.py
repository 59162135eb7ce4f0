"""Edits of the text into edits of the bytes."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.findings.fix import apply_edits
from speechlint.formats.docx.edits import Trace, least
from speechlint.formats.errors import EncodeError
from speechlint.formats.registry import DOCX, edited
from speechlint.text.span import Span
from tests.formats.docx.making import MC, document, paragraph, run
from tests.formats.docx.test_numbering import SPEECH, lists, numbered

MARKUP = re.compile(r"<w:t(?: [^>]*)?>[^<]*</w:t>")
PICTURE = '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId9"/></w:drawing></w:r>'


def edit(before: str, old: str, new: str, **keys: object) -> str:
    """The document's body after one replacement, as markup."""
    data = document(before, **keys)  # type: ignore[arg-type]
    source = DOCX.read(data, "a.docx", None)
    start = source.text.index(old)
    after = DOCX.render(source, [(Span(start, start + len(old)), new)])
    assert DOCX.read(after, "a.docx", None).text == source.text.replace(old, new, 1)
    part = zipfile.ZipFile(io.BytesIO(after)).read("word/document.xml").decode()
    return re.sub(r".*<w:body>|</w:body>.*", "", part, flags=re.DOTALL)


CASES = {
    "one character": ((paragraph("再接再励。"), "励", "厉"), paragraph("再接再厉。")),
    "least of the words changes": (
        (paragraph("再接", run("再励", "<w:b/>"), "。"), "再接再励", "再接再厉"),
        paragraph("再接", run("再厉", "<w:b/>"), "。"),
    ),
    "into the first run": (
        (paragraph("甲", run("乙", "<w:b/>"), run("丙", "<w:i/>"), "丁"), "乙丙", "天地人"),
        paragraph("甲", run("天地人", "<w:b/>"), run("", "<w:i/>"), "丁"),
    ),
    "across a picture": (
        (paragraph("甲乙", PICTURE, "丙丁"), "乙丙", "和"),
        paragraph("甲和", PICTURE, "丁"),
    ),
    "entities": ((paragraph("甲&乙"), "&乙", "<>&"), "<w:p><w:r><w:t xml:space=\"preserve\">甲&lt;&gt;&amp;</w:t></w:r></w:p>"),
    "blanks that would be lost": (
        ("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>", "乙", "乙 "),
        '<w:p><w:r><w:t xml:space="preserve">甲乙 </w:t></w:r></w:p>',
    ),
    "blanks that were lost before": (
        ("<w:p><w:r><w:t> 甲乙</w:t></w:r></w:p>", "乙", "乙 "),
        '<w:p><w:r><w:t xml:space="preserve">甲乙 </w:t></w:r></w:p>',
    ),
    "blanks said to be default": (
        ('<w:p><w:r><w:t xml:space="default">甲乙</w:t></w:r></w:p>', "甲", " "),
        '<w:p><w:r><w:t xml:space="preserve"> 乙</w:t></w:r></w:p>',
    ),
    "a tab goes": ((paragraph("甲", "<w:r><w:tab/></w:r>", "乙"), "\t", ""), paragraph("甲", "<w:r></w:r>", "乙")),
    "a line break becomes a mark": (
        (paragraph("甲", "<w:r><w:br/></w:r>", "乙"), "\n", "，"),
        paragraph("甲", run("，"), "乙"),
    ),
    "a line goes with its paragraph": (
        (paragraph("甲") + paragraph("网站") + paragraph("乙"), "网站\n", ""),
        paragraph("甲") + paragraph("乙"),
    ),
    "the last line goes": (
        (paragraph("甲") + paragraph("网站"), "网站\n", ""),
        paragraph("甲"),
    ),
    "the last line goes, by its beginning": (
        (paragraph("甲") + paragraph("网站") + paragraph("乙"), "\n网站", ""),
        paragraph("甲") + paragraph("乙"),
    ),
    "the last line of a cell": (
        ("<w:tbl><w:tr><w:tc>" + paragraph("甲") + paragraph("乙") + "</w:tc></w:tr></w:tbl>" + paragraph("丙"), "乙\n", ""),
        "<w:tbl><w:tr><w:tc>" + paragraph("甲") + "</w:tc></w:tr></w:tbl>" + paragraph("丙"),
    ),
    "two paragraphs become one": (
        (paragraph("工", properties='<w:ind w:left="1"/>') + "\n" + paragraph("作", properties="<w:keepNext/>"), "\n", ""),
        paragraph("工", "作", properties='<w:ind w:left="1"/>'),
    ),
    "with those between": (
        (paragraph("工。") + paragraph() + paragraph("12") + paragraph("。作"), "。\n\n12\n。", "，"),
        paragraph("工，", "作"),
    ),
    "one paragraph becomes two": (
        (paragraph("标题", run("正文", "<w:b/>"), properties="<w:keepNext/>"), "题正", "题\n　　正"),
        paragraph("标题", run("", "<w:b/>"), properties="<w:keepNext/>").replace("正文", "")[:-6]
        + "</w:p>" + paragraph(run("　　正文", "<w:b/>"), properties="<w:keepNext/>"),
    ),
    "inside a link": (
        (paragraph(f'<w:hyperlink r:id="x">{run("甲乙")}</w:hyperlink>'), "乙", "丙"),
        paragraph(f'<w:hyperlink r:id="x">{run("甲丙")}</w:hyperlink>'),
    ),
    "behind an automatic number": ((numbered("甲乙"), "乙", "丙"), numbered("甲丙")),
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in CASES if name != "one paragraph becomes two"])
def test_markup(name: str) -> None:
    given, wanted = CASES[name]
    assert edit(*given, parts={"numbering": lists(SPEECH)}) == wanted


def test_one_paragraph_becomes_two() -> None:
    found = edit(paragraph("标题", run("正文", "<w:b/>"), properties="<w:keepNext/>"), "题正", "题\n　　正")
    assert found == paragraph("标题\n　　", run("正文", "<w:b/>"), properties="<w:keepNext/>").replace(
        "\n", '</w:t></w:r></w:p><w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">'
    )


FIELD = '<w:fldSimple w:instr="{}">{}</w:fldSimple>'
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
SECTION = "<w:sectPr/>"
NOT_OURS = {
    "an automatic number": (numbered("甲"), "一", "二"),
    "a numbered paragraph": (numbered("甲") + numbered("乙"), "一、甲\n", ""),
    "joining a numbered paragraph": (numbered("甲") + numbered("乙"), "\n", ""),
    "a field": (paragraph(FIELD.format("REF x", run("甲"))), "甲", "乙"),
    "a bound control": (paragraph(CONTROL.format("<w:dataBinding/>", run("甲"))), "甲", "乙"),
    "a locked control": (paragraph(CONTROL.format('<w:lock w:val="contentLocked"/>', run("甲"))), "甲", "乙"),
    "a sign of a symbol font": (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "√", "甲"),
    "CDATA": ("<w:p><w:r><w:t><![CDATA[甲]]></w:t></w:r></w:p>", "甲", "乙"),
    "a paragraph with a picture": (paragraph("甲") + paragraph("乙", PICTURE) + paragraph("丙"), "乙\n", ""),
    "a paragraph with a bookmark": (paragraph("甲") + paragraph('<w:bookmarkStart w:id="1" w:name="x"/>', "乙") + paragraph("丙"), "乙\n", ""),
    "the end of a section": (paragraph("甲", properties=SECTION) + paragraph("乙"), "\n", ""),
    "paragraphs round a table": (paragraph("甲") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + paragraph("乙"), "甲\n", "丙"),
    "the only paragraph of a cell": ("<w:tbl><w:tr><w:tc>" + paragraph("甲") + "</w:tc></w:tr></w:tbl>" + paragraph("乙"), "甲\n", ""),
    "from cell to cell": ("<w:tbl><w:tr><w:tc>" + paragraph("甲") + "</w:tc><w:tc>" + paragraph("乙") + "</w:tc></w:tr></w:tbl>", "\n", ""),
    "an empty paragraph": (paragraph() + paragraph("甲"), "", "乙"),
    "a control character": (paragraph("甲"), "甲", "\x0b"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_OURS)
def test_what_is_not_ours_to_change(name: str) -> None:
    body, old, new = NOT_OURS[name]
    source = DOCX.read(document(body, {"numbering": lists(SPEECH)}), "a.docx", None)
    start = source.text.index(old)
    edits = [(Span(start, start + len(old)), new)]
    assert source.origin is not None
    assert source.origin.refusal(edits) is not None
    with pytest.raises(EncodeError):
        DOCX.render(source, edits)


def test_a_box_that_is_stored_twice_stays() -> None:
    box = f"<w:txbxContent>{paragraph('甲')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    source = DOCX.read(document(paragraph(f"<w:r>{both}</w:r>")), "a.docx", None)
    assert source.text == "\n甲\n"
    assert source.origin is not None
    assert source.origin.refusal([(Span(1, 2), "乙")]) is not None
    assert MC in "".join(source.origin.layout.parts[0].data.decode())  # type: ignore[attr-defined]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_other_encodings_stay(codec: str) -> None:
    from tests.formats.docx.making import root

    def part(text: str) -> bytes:
        body = f"<w:body>{paragraph(text)}</w:body>"
        return ("\ufeff" + root("document", body).replace('"UTF-8"', '"UTF-16"')).encode(codec)

    source = DOCX.read(document(part("𠮷甲&乙")), "a.docx", None)
    after = DOCX.render(source, [(Span(1, 3), "丙<")])
    assert zipfile.ZipFile(io.BytesIO(after)).read("word/document.xml") == part("𠮷丙<乙")


# --- at random ----------------------------------------------------------------------------------------------------

CHARACTERS = st.text(alphabet="同志们好，。 &<>𠮷a1", max_size=6)
PROPERTIES = st.sampled_from(["", "<w:b/>", '<w:sz w:val="32"/>', '<w:rFonts w:eastAsia="仿宋"/>'])


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs of runs cut anywhere, with tabs, breaks and pictures between them, some in a table."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        runs = [
            draw(st.one_of(st.builds(run, CHARACTERS, PROPERTIES), st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", PICTURE])))
            for _ in range(draw(st.integers(0, 4)))
        ]  # fmt: skip
        one = paragraph(*runs, properties=draw(st.sampled_from(["", '<w:jc w:val="both"/>'])))
        found.append(f"<w:tbl><w:tr><w:tc>{one}</w:tc></w:tr></w:tbl>" if draw(st.integers(0, 5)) == 0 else one)
    return "".join(found)


@st.composite
def edits_of(draw: st.DrawFn, text: str, most: int = 3) -> list[tuple[Span, str]]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=2 * most).filter(lambda cuts: len(cuts) % 2 == 0)))
    return [(Span(*pair), draw(CHARACTERS)) for pair in zip(cuts[::2], cuts[1::2], strict=True)]


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_random_edits(data: st.DataObject) -> None:
    """The text is the edited text; python-docx reads the file; all markup but the w:t and all other members stay."""
    body = data.draw(bodies())
    before = document(body, {"header1": paragraph("页眉")})
    source = DOCX.read(before, "a.docx", None)
    assert DOCX.render(source, ()) == before
    edits = data.draw(edits_of(source.text))
    assert source.origin is not None
    possible = [edit for edit in edits if source.origin.refusal([edit]) is None]
    try:
        after = DOCX.render(source, possible)
    except EncodeError:
        # Edits that are possible one by one may not be so together where paragraphs end.
        assert "\n" in "".join(span.of(source.text) for span, _ in possible)
        return
    assert DOCX.read(after, "b.docx", None).text == apply_edits(source.text, possible)  # type: ignore[arg-type]
    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert new.testzip() is None
    assert old.namelist() == new.namelist()
    for name in old.namelist():
        if name != "word/document.xml":
            assert new.read(name) == old.read(name)
    if not any("\n" in span.of(source.text) for span, _ in possible) and "\t" not in source.text:
        strip = [MARKUP.sub("", archive.read("word/document.xml").decode()) for archive in (old, new)]
        assert strip[0] == strip[1]
    assert len(docx.Document(io.BytesIO(after)).paragraphs) <= body.count("<w:p>")


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_edits_upon_edits(data: st.DataObject) -> None:
    """Round by round or at once: the same text, and the trace leads from the first to the last."""
    first = text = data.draw(CHARACTERS) + data.draw(CHARACTERS) + data.draw(CHARACTERS)
    trace = Trace(len(first))
    for _ in range(data.draw(st.integers(0, 4))):
        edits = data.draw(edits_of(text))
        trace = trace.then(edits)
        text = apply_edits(text, edits)  # type: ignore[arg-type]
        assert apply_edits(first, trace.edits) == text  # type: ignore[arg-type]
        assert apply_edits(first, least(first, trace.edits)) == text  # type: ignore[arg-type]
        starts = [span.start for span, _ in trace.edits]
        assert starts == sorted(set(starts))
    one = data.draw(edits_of(text, 1))
    if one:
        known = set(trace.edits)
        assert set(trace.traced(one[0])) == {change for change in trace.then(one).edits if change not in known}


def test_rounds_of_edits_are_spliced_once() -> None:
    source = DOCX.read(document(paragraph("甲乙", run("丙丁", "<w:b/>"))), "a.docx", None)
    once = edited(DOCX, source, [(Span(1, 3), "一二三")])
    twice = edited(DOCX, once, [(Span(2, 5), "四")])
    assert twice.text == "甲一四\n"
    assert DOCX.read(DOCX.render(twice, ()), "a.docx", None).text == "甲一四\n"
