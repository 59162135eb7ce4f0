"""Hover, outline, folding: what the server knows of a place and of the draft's shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from tests.server.conftest import Start
from tests.server.editor import pushing

pytestmark = pytest.mark.asyncio
SPEECH = """在灌区工作会上的讲话
同志们：
　　一、𠮷林修渠
　　渠要年年修。
　　（一）清淤
　　人人动手。
　　二、护林
　　树要年年种。
　　护好每一片林。
"""


def hover(uri: str, line: int, character: int) -> types.HoverParams:
    return types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))


async def test_hover_is_the_rules_page(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, "𠮷林收购红荼。\n")
    found = await editor.ask(types.TEXT_DOCUMENT_HOVER, hover(draft, 0, 6))
    assert found.contents.kind is types.MarkupKind.Markdown
    assert found.contents.value.startswith("**“红荼”应为“红茶”**\n\n---\n\n# toy/tea\n\n**错误茶**\n")
    assert editor.marked(draft, [types.Diagnostic(found.range, "")]) == [(None, "红荼")]
    assert await editor.ask(types.TEXT_DOCUMENT_HOVER, hover(draft, 0, 1)) is None


async def test_hover_names_the_norm(start: Start, draft: str, folder: Path) -> None:
    (folder / "speechlint.toml").write_text('select = ["number/zero-form"]\n', encoding="utf-8")
    editor = await start()
    editor.open(draft, "　　二○二四年，全县粮食丰收。二〇二三年也是。\n")
    (found, *_) = await editor.pushed(draft, 1)
    place = types.HoverParams(types.TextDocumentIdentifier(draft), found.range.start)
    page = (await editor.ask(types.TEXT_DOCUMENT_HOVER, place)).contents.value
    assert "- 依据: GB/T 15835" in page
    assert page.count("```text") <= 8, "a few examples, not all"


async def test_hover_without_marks_for_an_editor_that_shows_none(start: Start, draft: str) -> None:
    capabilities = pushing()
    assert capabilities.text_document is not None
    capabilities.text_document.hover = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    editor = await start(capabilities=capabilities)
    editor.open(draft, "收购红荼。\n")
    found = (await editor.ask(types.TEXT_DOCUMENT_HOVER, hover(draft, 0, 3))).contents
    assert found.kind is types.MarkupKind.PlainText
    assert found.value.startswith("“红荼”应为“红茶”\n") and "toy/tea\n\n错误茶\n" in found.value
    assert not any(mark in found.value for mark in ("**", "```", "# ", "`"))


async def test_the_outline_is_a_tree(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, SPEECH)
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(draft))
    (speech,) = await editor.ask(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params)
    assert speech.name == "在灌区工作会上的讲话"
    assert [child.name for child in speech.children] == ["同志们：", "一、𠮷林修渠", "二、护林"]
    heading = speech.children[1]
    assert [child.name for child in heading.children] == ["（一）清淤"]
    assert heading.selection_range == types.Range(types.Position(2, 2), types.Position(2, 9)), "𠮷 counts twice"
    for one in (speech, *speech.children, *heading.children):
        inner, outer = one.selection_range, one.range
        assert (outer.start.line, outer.start.character) <= (inner.start.line, inner.start.character)
        assert (inner.end.line, inner.end.character) <= (outer.end.line, outer.end.character)


async def test_the_outline_is_a_list_for_an_editor_without_trees(start: Start, draft: str) -> None:
    capabilities = pushing()
    assert capabilities.text_document is not None
    capabilities.text_document.document_symbol = None
    editor = await start(capabilities=capabilities)
    editor.open(draft, SPEECH)
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(draft))
    found = await editor.ask(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params)
    assert [(one.name, one.container_name) for one in found[2:4]] == [
        ("一、𠮷林修渠", "在灌区工作会上的讲话"),
        ("（一）清淤", "一、𠮷林修渠"),
    ]


async def test_parts_can_be_folded(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, SPEECH)
    params = types.FoldingRangeParams(types.TextDocumentIdentifier(draft))
    found = await editor.ask(types.TEXT_DOCUMENT_FOLDING_RANGE, params)
    assert [(one.start_line, one.end_line) for one in found] == [(2, 5), (4, 5), (6, 8)]


async def test_an_empty_draft_has_no_shape(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, "")
    document = types.TextDocumentIdentifier(draft)
    assert not await editor.ask(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams(document))
    assert not await editor.ask(types.TEXT_DOCUMENT_FOLDING_RANGE, types.FoldingRangeParams(document))
    assert await editor.ask(types.TEXT_DOCUMENT_HOVER, hover(draft, 0, 0)) is None
    assert await editor.pushed(draft, 1) == []
