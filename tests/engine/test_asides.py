"""What stands beside the body of a Word file is checked by itself."""

from __future__ import annotations

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.formats.registry import DOCX
from tests.formats.docx.making import document, paragraph

HEADED = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'


def test_words_decide_between_merged_characters_in_headers_and_notes_too() -> None:
    note = f'<w:footnote w:id="1">{paragraph("天氣幹燥，漁港要註意防火。")}</w:footnote>'
    parts = {"header1": paragraph("漁港管理規范"), "footnotes": note}
    source = DOCX.read(document(paragraph("各位鄉親：漁港的聯系電話在牆上。") + HEADED, parts), "a.docx", None)
    found = Linter(Config(select=("script/one-to-many-char",))).check(source).kept
    assert [finding.span.of(source.text) for finding in found] == ["系", "范", "幹", "註"]


def test_what_is_about_a_whole_text_is_not_asked_of_them() -> None:
    source = DOCX.read(
        document(paragraph("各位乡亲：大家好。") + HEADED, {"header1": paragraph("渔港动员会，")}), "a.docx", None
    )
    found = Linter(Config(select=("truncation",))).check(source).kept
    assert [finding for finding in found if finding.span.start > source.text.index("渔港")] == []
