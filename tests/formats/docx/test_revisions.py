"""Fixes as tracked changes and comments: accepted they are the mended text, rejected the old one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from speechlint.findings.fix import apply_edits
from speechlint.formats.docx.xml import WORD
from speechlint.formats.errors import EncodeError
from speechlint.formats.registry import DOCX, edited
from speechlint.text.span import Span
from tests.formats.docx.making import STRICT, document, packed, paragraph, root, run
from tests.formats.docx.test_numbering import SPEECH, lists, numbered
from tests.formats.docx.test_splicing import bodies, edits_of

DATE = "2026-03-02T10:30:00Z"
SIGNED = f'w:author="speechlint" w:date="{DATE}"'


def revised(data: bytes, edits: Sequence[tuple[Span, str]], notes: Sequence[tuple[Span, str]] = ()) -> bytes:
    source = edited(DOCX, DOCX.read(data, "a.docx", None), edits)
    return DOCX.revised(source, notes, DATE)


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def settled(data: bytes, *, accept: bool) -> str:
    """The text with all tracked changes accepted or rejected, read without any of our code."""
    tree = etree.fromstring(part(data))
    space = f"{{{next(iter(set(tree.nsmap.values()) & WORD))}}}"
    drop = f"{space}{'del' if accept else 'ins'}"
    for element in list(tree.iter(drop)):
        if element.getparent().tag != f"{space}rPr":
            element.getparent().remove(element)
    found = ""
    for each in tree.iter(f"{space}p"):
        for element in each.iter():
            name = etree.QName(element).localname
            if name in ("t", "delText"):
                found += element.text or ""
            elif element.getparent().tag == f"{space}r":
                found += {"tab": "\t", "br": "\n"}.get(name, "")
        if each.find(f"{space}pPr/{space}rPr/{drop}") is None:
            found += "\n"
    return found


def test_markup() -> None:
    data = document(paragraph("再接", run("再励", "<w:b/>"), "。"))
    body = re.sub(r".*<w:body>|</w:body>.*", "", part(revised(data, [(Span(3, 4), "厉")])).decode(), flags=re.DOTALL)
    bold = "<w:rPr><w:b/></w:rPr>"
    assert body == paragraph(
        "再接",
        f'<w:r>{bold}<w:t xml:space="preserve">再</w:t></w:r>'
        f'<w:del w:id="1" {SIGNED}><w:r>{bold}<w:delText xml:space="preserve">励</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {SIGNED}><w:r>{bold}<w:t xml:space="preserve">厉</w:t></w:r></w:ins>'
        f'<w:r>{bold}<w:t xml:space="preserve"></w:t></w:r>',
        "。",
    )


CASES = {
    "an insertion": (paragraph("甲乙"), "甲", "甲，"),
    "an insertion in front": (paragraph("甲乙"), "甲", "一、甲"),
    "a deletion over runs": (paragraph("甲", run("乙", "<w:b/>"), "丙"), "甲乙丙", "甲丙"),
    "entities": (paragraph("甲&amp乙"), "&amp", "&"),
    "a tab": (paragraph("甲", "<w:r><w:tab/></w:r>", "乙"), "\t", "　"),
    "a line": (paragraph("甲") + paragraph("网站") + paragraph("乙"), "网站\n", ""),
    "a line with properties": (paragraph("甲") + paragraph("网站", properties="<w:jc w:val='both'/>") + paragraph("乙"), "网站\n", ""),
    "a line with properties of its end": (
        paragraph("甲") + paragraph("网站", properties="<w:rPr><w:b/></w:rPr>") + paragraph("乙"), "网站\n", "",
    ),
    "a line with empty properties": (paragraph("甲") + "<w:p><w:pPr/>" + run("网站") + "</w:p>" + paragraph("乙"), "网站\n", ""),
    "the last line": (paragraph("甲") + paragraph("网站"), "网站\n", ""),
    "a line, by its beginning": (paragraph("甲") + paragraph("网站") + paragraph("乙"), "\n网站", ""),
    "two lines become one": (paragraph("工") + paragraph("作"), "工\n作", "工作"),
    "three lines become one": (paragraph("工。") + paragraph("12") + paragraph("。作"), "。\n12\n。", "，"),
    "one line becomes three": (paragraph("题正文", properties="<w:keepNext/>"), "题正", "题\n　　\n正"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_accepted_and_rejected(name: str) -> None:
    body, old, new = CASES[name]
    data = document(body)
    text = DOCX.read(data, "a.docx", None).text
    start = text.index(old)
    after = revised(data, [(Span(start, start + len(old)), new)])
    assert settled(after, accept=True) == DOCX.read(after, "a.docx", None).text == text.replace(old, new, 1)
    assert settled(after, accept=False) == text
    docx.Document(io.BytesIO(after))


@pytest.mark.parametrize("properties", ["", "<w:keepNext/>", "<w:rPr><w:b/></w:rPr>"])
@pytest.mark.parametrize(
    ("edits", "wanted"),
    [
        ([(Span(2, 2), "\n"), (Span(3, 3), "\n")], "前文\n题\n正文\n后文\n"),
        ([(Span(2, 2), "\n"), (Span(5, 6), "")], "前文\n题正文后文\n"),
        ([(Span(2, 2), "\n一\n"), (Span(3, 3), "\n二"), (Span(5, 6), "，")], "前文\n一\n题\n二正文，后文\n"),
        ([(Span(5, 6), "，\n　")], "前文题正文，\n　后文\n"),
        ([(Span(1, 3), "\n")], "前\n正文\n后文\n"),
        ([(Span(1, 2), "\n"), (Span(3, 4), "\n题\n")], "前\n题\n题\n文\n后文\n"),
        ([(Span(4, 7), "，\n一")], "前文题正，\n一文\n"),
        ([(Span(2, 2), "\n"), (Span(5, 6), ""), (Span(7, 7), "\n")], "前文\n题正文后\n文\n"),
    ],
)
def test_paragraphs_that_are_cut_and_joined(edits: list[tuple[Span, str]], wanted: str, properties: str) -> None:
    data = document(paragraph("前文题正文", properties=properties) + paragraph("后文", properties=properties))
    after = revised(data, edits)
    assert settled(after, accept=True) == DOCX.read(after, "a.docx", None).text == wanted
    assert settled(after, accept=False) == "前文题正文\n后文\n"
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', part(after).decode())
    assert len(set(ids)) == len(ids)
    docx.Document(io.BytesIO(after))


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_random_revisions(data: st.DataObject) -> None:
    before = document(data.draw(bodies()))
    source = DOCX.read(before, "a.docx", None)
    assert source.origin is not None
    edits = [edit for edit in data.draw(edits_of(source.text)) if source.origin.refusal([edit]) is None]
    notes = [(Span(start, min(start + 3, len(source.text))), "看") for start in (0, len(source.text) // 2)]
    after = revised(before, edits, notes if not edits else [])
    assert settled(after, accept=False) == source.text
    # What could not be tracked has become a comment.
    if "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(after)).namelist():
        wanted = apply_edits(source.text, edits)  # type: ignore[arg-type]
        assert settled(after, accept=True) == DOCX.read(after, "a.docx", None).text == wanted
    docx.Document(io.BytesIO(after))


def test_what_cannot_be_tracked_is_a_comment() -> None:
    theirs = f'<w:ins w:id="7" w:author="甲">{run("乙")}</w:ins>'
    after = revised(document(paragraph("甲", theirs)), [(Span(1, 2), "丙")])
    assert DOCX.read(after, "a.docx", None).text == "甲乙\n"
    assert [(comment.author, comment.text) for comment in docx.Document(io.BytesIO(after)).comments] == [
        ("speechlint", "应改为“丙”")
    ]


def comments(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


def test_comments() -> None:
    body = (
        paragraph("甲乙", run("丙", "<w:b/>"), "丁")
        + numbered("戊")
        + "<w:p/>"
        + paragraph("<w:fldSimple w:instr='REF a'>" + run("己") + "</w:fldSimple>")
    )
    data = document(body, {"numbering": lists(SPEECH)})
    text = DOCX.read(data, "a.docx", None).text
    assert text == "甲乙丙丁\n一、戊\n\n己\n"
    notes = [
        (Span(1, 3), "<一> & @二"),
        (Span(5, 7), "三"),
        (Span(9, 9), "空段"),
        (Span(10, 11), "四"),
        (Span(4, 4), "段尾"),
    ]
    after = revised(data, [], notes)
    assert DOCX.read(after, "a.docx", None).text == text
    assert comments(after) == ["<一> & @二", "三", "四", "段尾"]
    # A second run says nothing twice; a further one comes to those that are there.
    assert revised(after, [], notes) == after
    assert comments(revised(after, [], [*notes, (Span(0, 1), "三")])) == ["<一> & @二", "三", "四", "段尾", "三"]


@pytest.mark.parametrize("existing", [f'<w:comment w:id="3" w:author="甲">{paragraph("旧")}</w:comment>', ""])
def test_comments_beside_others(existing: str) -> None:
    after = revised(document(paragraph("甲"), {"comments": existing}), [], [(Span(0, 1), "新")])
    assert comments(after) == (["旧", "新"] if existing else ["新"])
    ids = re.findall(r'<w:comment(?:RangeStart|RangeEnd|Reference) w:id="(\d+)"', part(after).decode())
    assert ids == ["4" if existing else "1"] * 3


def test_an_empty_part_of_comments() -> None:
    data = document(
        paragraph("甲"),
        {"comments": ""},
        extra={"word/comments.xml": root("comments", "").replace("></w:comments>", "/>").encode()},
    )
    assert comments(revised(data, [], [(Span(0, 1), "新")])) == ["新"]


@pytest.mark.parametrize("place", ["header1", "footnotes"])
def test_fixes_beside_the_body(place: str) -> None:
    content = paragraph("页眉") if place == "header1" else f'<w:footnote w:id="1">{paragraph("脚注")}</w:footnote>'
    body = paragraph("甲") + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    data = document(body, {place: content})
    after = revised(data, [(Span(2, 3), "一")], [(Span(3, 4), "不作批注")])
    assert DOCX.read(after, "a.docx", None).text in ("甲\n一眉\n", "甲\n一注\n")
    assert b"<w:del w:id=" in part(after, f"word/{place}.xml")
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(after)).namelist()


def test_strict_files() -> None:
    data = document(root("document", f"<w:body>{paragraph('甲乙')}</w:body>", STRICT).encode())
    after = revised(data, [(Span(0, 1), "丙")], [(Span(1, 2), "看")])
    assert settled(after, accept=True) == "丙乙\n"
    assert STRICT.encode() in part(after, "word/comments.xml")


@pytest.mark.parametrize(
    ("settings_part", "plain", "tracked"),
    [
        ("", True, True),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', False, False),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', True, True),
        ('<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>', False, True),
    ],
)
def test_restricted_editing(settings_part: str, plain: bool, tracked: bool) -> None:
    data = document(paragraph("甲"), {"settings": settings_part})
    edits = [(Span(0, 1), "乙")]
    for allowed, write in (
        (plain, lambda: DOCX.render(DOCX.read(data, "a", None), edits)),
        (tracked, lambda: revised(data, edits)),
    ):
        if allowed:
            assert DOCX.read(write(), "a", None).text == "乙\n"
        else:
            with pytest.raises(EncodeError):
                write()


def test_signed_files_stay() -> None:
    data = document(paragraph("甲"), extra={"_xmlsignatures/sig1.xml": b"<x/>"})
    for write in (
        lambda: DOCX.render(DOCX.read(data, "a", None), [(Span(0, 1), "乙")]),
        lambda: revised(data, [(Span(0, 1), "乙")]),
    ):
        with pytest.raises(EncodeError, match="签名"):
            write()


def test_nothing_to_say_changes_nothing() -> None:
    data = document(paragraph("甲"))
    assert revised(data, []) == data


def test_no_relations_yet() -> None:
    members = {
        name: part(document(paragraph("甲")), name)
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    }
    assert comments(revised(packed(members), [], [(Span(0, 1), "新")])) == ["新"]
