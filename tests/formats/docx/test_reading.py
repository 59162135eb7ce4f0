"""What the text of a Word file is."""

from __future__ import annotations

import pytest

from speechlint.formats.registry import DOCX
from tests.formats.docx.making import STRICT, W, document, paragraph, root, run

TAB = "<w:r><w:tab/></w:r>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = "<w:txbxContent>{}</w:txbxContent>"
TWICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
INSERTED, DELETED = '<w:ins w:id="1" w:author="甲">{}</w:ins>', '<w:del w:id="2" w:author="甲">{}</w:del>'
GONE = "<w:rPr><w:del w:id='3' w:author='甲'/></w:rPr>"

TEXTS = {
    "runs inside a word": (paragraph("再", run("接再", "<w:b/>"), "励"), "再接再励\n"),
    "entities": ('<w:p><w:r><w:t>&#x4e00;&amp;&lt;二&gt;&#20108;</w:t></w:r></w:p>', "一&<二>二\n"),
    "blanks that Word drops": ("<w:p><w:r><w:t> 甲 乙 </w:t></w:r></w:p>", "甲 乙\n"),
    "blanks that are kept": (paragraph(" 甲 "), " 甲 \n"),
    "blanks kept above": ('<w:p xml:space="preserve"><w:r><w:t> 甲</w:t></w:r></w:p>', " 甲\n"),
    "ideographic blanks": ("<w:p><w:r><w:t>　　甲</w:t></w:r></w:p>", "　　甲\n"),
    "a line end in the markup": ("<w:p><w:r><w:t>甲\n乙</w:t></w:r></w:p>", "甲 乙\n"),
    "a comment and CDATA": ("<w:p><w:r><w:t>甲<!-- x -->乙<![CDATA[<丙>]]></w:t></w:r></w:p>", "甲乙<丙>\n"),
    "signs": (
        paragraph("甲", TAB, "乙", "<w:r><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/></w:r>", "丙"),
        "甲\t乙\n\n-丙\n",
    ),
    "tab stops": (paragraph("甲", properties='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>'), "甲\n"),
    "page breaks": (paragraph('<w:r><w:br w:type="page"/></w:r>', "甲", '<w:r><w:br w:type="page"/></w:r>', "乙"), "甲\n乙\n"),
    "signs of symbol fonts": (paragraph("甲", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "甲√\n"),
    "links, smart tags, controls": (
        paragraph(
            f'<w:hyperlink r:id="x">{run("甲")}</w:hyperlink><w:smartTag>{run("乙")}</w:smartTag>'
            f"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt>"
        ),
        "甲乙丙\n",
    ),
    "a block control": (f"<w:sdt><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>", "甲\n"),
    "a reading above": (
        paragraph(f"<w:r><w:ruby><w:rt>{run('yī')}</w:rt><w:rubyBase>{run('一')}</w:rubyBase></w:ruby></w:r>", "二"),
        "一二\n",
    ),
    "hidden text": (paragraph("甲", run("乙", "<w:vanish/>"), run("丙", '<w:vanish w:val="0"/>')), "甲丙\n"),
    "a field": (paragraph("第", FIELD.format("REF a", run("三")), "条"), "第三条\n"),
    "a field in a field's code": (
        paragraph(FIELD.format("IF " + "</w:instrText></w:r>" + FIELD.format("X", run("不见")) + "<w:r><w:instrText>", run("见"))),
        "见\n",
    ),
    "a simple field": (paragraph(f'<w:fldSimple w:instr="DATE">{run("今天")}</w:fldSimple>'), "今天\n"),
    "tracked changes": (
        paragraph("甲", DELETED.format("<w:r><w:delText>乙</w:delText></w:r>"), INSERTED.format(run("丙"))),
        "甲丙\n",
    ),
    "moved text": (
        paragraph(f"<w:moveFrom>{run('旧')}</w:moveFrom>") + paragraph(f"<w:moveTo>{run('新')}</w:moveTo>"),
        "\n新\n",
    ),
    "a deleted paragraph end": (paragraph("甲", properties=GONE) + paragraph("乙") + paragraph("丙"), "甲乙\n丙\n"),
    "a deleted paragraph": (
        paragraph(DELETED.format("<w:r><w:delText>甲</w:delText></w:r>"), properties=GONE) + paragraph("乙"),
        "乙\n",
    ),
    "older properties": (
        paragraph("甲", properties='<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'),
        "甲\n",
    ),
    "a table, cell by cell": (
        "<w:tbl><w:tr><w:tc>" + paragraph("一") + "</w:tc><w:tc>" + paragraph("二") + paragraph("三") + "</w:tc></w:tr></w:tbl>",
        "一\n二\n三\n",
    ),
    "a text box, once": (paragraph("甲", TWICE.format(BOX.format(paragraph("框"))), "乙"), "甲乙\n框\n"),
    "an old text box": (paragraph(f"<w:r><w:pict><v:textbox>{BOX.format(paragraph('框'))}</v:textbox></w:pict></w:r>", "乙"), "乙\n框\n"),
    "empty paragraphs": ("<w:p/>" + paragraph("甲") + "<w:p></w:p>", "\n甲\n\n"),
    "no paragraph at all": ("", ""),
    "a character beyond the basic plane": (paragraph("𠮷", "野"), "𠮷野\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_text(name: str) -> None:
    body, text = TEXTS[name]
    assert DOCX.read(document(body), "a.docx", None).text == text


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("shape", ["strict", "other prefix", "utf-16-le", "utf-16-be", "utf-8 with a mark"])
def test_text_in_other_shapes(name: str, shape: str) -> None:
    body, text = TEXTS[name]
    part = root("document", f"<w:body>{body}</w:body>", STRICT if shape == "strict" else W)
    data = part.encode()
    if shape == "other prefix":
        data = (
            part.replace("<w:", "<x:")
            .replace("</w:", "</x:")
            .replace("xmlns:w=", "xmlns:x=")
            .replace(" w:", " x:")
            .encode()
        )
    elif shape.startswith("utf-16"):
        data = ("\ufeff" + part.replace('"UTF-8"', '"UTF-16"')).encode(shape)
    elif shape.startswith("utf-8"):
        data = ("\ufeff" + part).encode()
    assert DOCX.read(document(data), "a.docx", None).text == text


def test_what_stands_beside_the_body() -> None:
    references = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    note = '<w:footnote w:type="separator" w:id="-1">{}</w:footnote><w:footnote w:id="1">{}{}</w:footnote>'
    data = document(
        paragraph("正文") + paragraph("第二段", TWICE.format(BOX.format(paragraph("框里")))) + references,
        {
            "header1": paragraph("页眉"),
            "header2": paragraph("没有用到"),
            "footer1": paragraph(FIELD.format("PAGE", run("12"))) + paragraph("页脚"),
            "footnotes": note.format(paragraph("线"), paragraph("脚注一"), paragraph("脚注二")),
            "endnotes": f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>',
            "comments": f'<w:comment w:id="1">{paragraph("批注")}</w:comment>',
        },
    )
    source = DOCX.read(data, "a.docx", None)
    assert source.text == "正文\n第二段\n页眉\n页脚\n脚注一\n脚注二\n尾注\n框里\n"
    assert source.origin is not None
    assert source.text[source.origin.aside :].startswith("页眉")
    assert [(source.text[block.start], block.number, block.place) for block in source.blocks] == [
        ("正", 1, "body"),
        ("第", 2, "body"),
        ("页", 1, "header"),
        ("页", 1, "footer"),
        ("脚", 1, "footnote"),
        ("脚", 2, "footnote"),
        ("尾", 1, "endnote"),
        ("框", 1, "textbox"),
    ]
