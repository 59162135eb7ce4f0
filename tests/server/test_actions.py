"""What the user may do: fixes, for one finding, one rule or the whole draft; and formatting."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from speechlint.findings.fix import apply_edits
from speechlint.server.edits import edits_between
from tests.server.conftest import Start
from tests.server.editor import applied, position, pushing

pytestmark = pytest.mark.asyncio
TEXT = "𠮷林收购红荼，运走烟媒。\n𠮷林再收红荼，又运烟媒。\n　　俩个仓库都满了。\n"
OPTIONS = types.FormattingOptions(4, True)


def bare() -> types.ClientCapabilities:
    """An editor that takes edits only with the action, and by file."""
    found = pushing()
    assert found.text_document is not None and found.workspace is not None
    assert found.text_document.code_action is not None and found.workspace.workspace_edit is not None
    found.text_document.code_action.resolve_support = None
    found.workspace.workspace_edit.document_changes = None
    return found


async def test_the_actions_for_a_finding(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    actions = await editor.actions(draft, TEXT.index("红荼"))
    assert [(action.title, action.kind, action.is_preferred) for action in actions] == [
        ("改为“红茶”", "quickfix", True),
        ("改好全文 2 处 toy/tea", "quickfix", None),
        ("“红荼”没有错：加入 words.allow", "quickfix", None),
        ("“红荼”这一处不再报告：记入基线", "quickfix", None),
        ("改好全文有把握的地方（speechlint）", "source.fixAll.speechlint", None),
    ]
    assert editor.after(actions[0].edit, draft) == TEXT.replace("红荼", "红茶", 1)
    (marked,) = actions[0].diagnostics or ()
    assert marked.code == "toy/tea"


async def test_an_unsafe_fix_says_so(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    first, whole, *_ = await editor.actions(draft, TEXT.index("烟媒") + 1)
    assert (first.title, first.is_preferred) == ("改为“烟煤”（须过目）", None)
    assert whole.title == "改好全文 2 处 toy/coal（须过目）"
    resolved = await editor.ask(types.CODE_ACTION_RESOLVE, whole)
    assert editor.after(resolved.edit, draft) == TEXT.replace("烟媒", "烟煤")


async def test_a_suggestion_says_so(start: Start, draft: str, folder: Path) -> None:
    rule = (folder / "pack" / "toy" / "coal.toml").read_text(encoding="utf-8")
    (folder / "pack" / "toy" / "coal.toml").write_text(rule.replace('"unsafe"', '"display"'), encoding="utf-8")
    editor = await start()
    editor.open(draft, TEXT)
    first, second, *_ = await editor.actions(draft, TEXT.index("烟媒"))
    assert first.title == "改为“烟煤”（仅供参考）"
    assert "words.allow" in second.title, "suggestions are not for the whole file"
    assert editor.after(first.edit, draft) == TEXT.replace("烟媒", "烟煤", 1)


async def test_edits_come_with_the_action_where_the_editor_cannot_ask_for_them(start: Start, draft: str) -> None:
    editor = await start(capabilities=bare())
    editor.open(draft, TEXT)
    actions = await editor.actions(draft, TEXT.index("红荼"))
    assert editor.after(actions[1].edit, draft) == TEXT.replace("红荼", "红茶")
    assert editor.after(actions[-1].edit, draft) == TEXT.replace("红荼", "红茶")
    assert all(action.edit.changes and not action.edit.document_changes for action in actions if action.edit)


async def test_edits_are_for_the_version_that_was_checked(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT, version=4)
    editor.replace(draft, 0, 0, "𠮷", 5)
    first, *_ = await editor.actions(draft, TEXT.index("红荼") + 1)
    (change,) = first.edit.document_changes  # type: ignore[union-attr]
    assert isinstance(change, types.TextDocumentEdit) and change.text_document.version == 5
    assert editor.after(first.edit, draft) == "𠮷" + TEXT.replace("红荼", "红茶", 1)


async def test_only_the_kinds_that_are_asked_for(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    at = TEXT.index("红荼")
    for only, count in (["quickfix"], 4), (["source"], 1), (["source.fixAll"], 1), (["refactor"], 0), ([""], 5):
        assert len(await editor.actions(draft, at, only=only)) == count, only
    assert [action.kind for action in await editor.actions(draft, 0)] == ["source.fixAll.speechlint"]


async def test_a_cursor_behind_a_finding_still_means_it(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    end = TEXT.index("红荼") + 2
    assert len(await editor.actions(draft, end, only=["quickfix"])) == 4
    assert await editor.actions(draft, end + 1, only=["quickfix"]) == []


async def test_a_clean_draft_needs_nothing(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, "收购红茶。\n")
    assert await editor.actions(draft, 0, 5) == []


async def test_formatting_does_what_fix_does(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    params = types.DocumentFormattingParams(types.TextDocumentIdentifier(draft), OPTIONS)
    edits = await editor.ask(types.TEXT_DOCUMENT_FORMATTING, params)
    assert [(edit.range.start.line, edit.range.start.character, edit.new_text) for edit in edits] == [
        (0, 6, "茶"),
        (1, 6, "茶"),
    ]
    assert applied(TEXT, edits, editor.encoding) == TEXT.replace("红荼", "红茶")


async def test_formatting_a_range_leaves_the_rest(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    where = types.Range(types.Position(1, 0), position(TEXT, len(TEXT), editor.encoding))
    params = types.DocumentRangeFormattingParams(types.TextDocumentIdentifier(draft), where, OPTIONS)
    edits = await editor.ask(types.TEXT_DOCUMENT_RANGE_FORMATTING, params)
    assert applied(TEXT, edits, editor.encoding) == TEXT.replace("再收红荼", "再收红茶")


async def test_formatting_goes_on_until_nothing_is_left(start: Start, draft: str, folder: Path) -> None:
    """One fix makes room for the next: what comes of all rounds is given as edits of the text that the editor has."""
    rule = (folder / "pack" / "toy" / "tea.toml").read_text(encoding="utf-8")
    again = rule.replace('"红荼" = "红茶"', '"红荼" = "红茶", "茶叶叶" = "茶叶"')
    (folder / "pack" / "toy" / "tea.toml").write_text(again, encoding="utf-8")
    editor = await start()
    text = "第一段。\r\n𠮷林红荼叶叶，好。\r\n第三段。\r\n"
    editor.open(draft, text)
    params = types.DocumentFormattingParams(types.TextDocumentIdentifier(draft), OPTIONS)
    edits = await editor.ask(types.TEXT_DOCUMENT_FORMATTING, params)
    assert applied(text, edits, editor.encoding) == "第一段。\r\n𠮷林红茶叶，好。\r\n第三段。\r\n"
    assert all(edit.range.start.line == edit.range.end.line == 1 for edit in edits), "other lines are left alone"


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("甲\n乙\n丙\n", "甲\n丙\n", 1),
        ("甲乙丙丁戊\n", "甲己丙丁\n", 2),
        ("", "甲", 1),
        ("甲\r\n乙", "甲\r\n", 1),
        ("同\n", "同\n", 0),
    ],
)
async def test_edits_between_two_texts(before: str, after: str, count: int) -> None:
    edits = list(edits_between(before, after))
    assert apply_edits(before, edits) == after
    assert len(edits) == count
