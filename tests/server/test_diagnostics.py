"""What is pushed and what is pulled."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from lsprotocol import types

from speechlint.config.resolve import Resolver
from speechlint.engine.linter import Linter
from tests.server.conftest import Start
from tests.server.editor import pulling, pushing

pytestmark = pytest.mark.asyncio
TEXT = "𠮷林收购红荼，\n𠮷𠮷运走烟媒。\n"
FOUND = [("toy/tea", "红荼"), ("toy/coal", "烟媒")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_ranges_are_exact_in_every_encoding(start: Start, draft: str, encoding: str) -> None:
    editor = await start(capabilities=pushing(encoding))
    assert editor.encoding == encoding
    editor.open(draft, TEXT)
    assert editor.marked(draft, await editor.pushed(draft, 1)) == FOUND


async def test_columns_are_utf16_where_nothing_is_agreed(start: Start, draft: str) -> None:
    capabilities = pushing()
    capabilities.general = None
    editor = await start(capabilities=capabilities)
    editor.open(draft, TEXT)
    first, second = await editor.pushed(draft, 1)
    assert first.range == types.Range(types.Position(0, 5), types.Position(0, 7))
    assert second.range == types.Range(types.Position(1, 6), types.Position(1, 8))


async def test_a_diagnostic_says_all_there_is_to_say(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    first, second = await editor.pushed(draft, 1)
    assert (first.code, first.source, first.message) == ("toy/tea", "speechlint", "“红荼”应为“红茶”")
    assert [first.severity, second.severity] == [types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning]
    assert first.data["fix"] == "safe" and second.data["fix"] == "unsafe" and len(first.data["fingerprint"]) == 16
    assert first.tags is None and first.code_description is None, "a rule of one's own has no page"


async def test_our_own_rules_have_a_page_and_site_residue_is_faded(start: Start, draft: str, folder: Path) -> None:
    (folder / "speechlint.toml").write_text('select = ["watermark", "typo/confusable-word"]\n', encoding="utf-8")
    editor = await start()
    editor.open(draft, "　　我们要再接再励。\n开通会员后可下载全部资料，立享全年更新\n")
    typo, residue = await editor.pushed(draft, 1)
    assert typo.code_description is not None and typo.tags is None
    page = Path(types_path(typo.code_description.href))
    assert page.read_text(encoding="utf-8").startswith("# typo/confusable-word\n")
    assert list(residue.tags or ()) == [types.DiagnosticTag.Unnecessary]


def types_path(uri: str) -> str:
    from pygls.uris import to_fs_path

    return to_fs_path(uri) or ""


async def test_a_hint_is_told_as_information(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, "俩个仓库\n")
    (hint,) = await editor.pushed(draft, 1)
    assert hint.severity is types.DiagnosticSeverity.Information


async def test_every_change_is_followed(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    await editor.pushed(draft, 1)
    editor.replace(draft, 0, 0, "𠮷\r\n", 2)
    assert editor.marked(draft, await editor.pushed(draft, 2)) == FOUND
    at = editor.texts[draft].index("红荼")
    editor.replace(draft, at, at + 2, "红茶", 3)
    assert editor.marked(draft, await editor.pushed(draft, 3)) == FOUND[1:]


@pytest.mark.parametrize("mark", ["\u2028", "\x0b", "\x0c", "\x85", "\x1c"])
async def test_only_the_protocols_line_ends_end_lines(start: Start, draft: str, mark: str) -> None:
    editor = await start()
    editor.open(draft, f"甲{mark}乙\n丙红荼\n")
    assert editor.marked(draft, await editor.pushed(draft, 1)) == FOUND[:1]
    editor.replace(draft, 4, 5, "𠮷烟媒", 2)
    assert editor.marked(draft, await editor.pushed(draft, 2)) == [FOUND[1], FOUND[0]]


async def test_the_last_of_many_changes_counts(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, "")
    for version in range(2, 102):
        editor.replace(draft, 0, 0, "红荼" if version % 2 else "烟媒", version)
    await editor.pushed(draft, 101)
    versions = [params.version for params in editor.published]
    assert versions == sorted(versions), "never an older version after a newer one"
    assert len(versions) < 100, "versions that were overtaken are not checked"
    assert len(editor.published[-1].diagnostics) == 100


async def test_closing_takes_the_findings_back(start: Start, draft: str) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    await editor.pushed(draft, 1)
    editor.close(draft)
    assert await editor.pushed(draft, None) == []
    editor.open(draft, "红荼", version=1)
    assert editor.marked(draft, await editor.pushed(draft, 1, since=len(editor.published))) == FOUND[:1]


async def test_a_long_paragraph_is_marked_by_the_character(start: Start, draft: str) -> None:
    editor = await start()
    paragraph = "　　" + "各级工会要把服务送到一线。" * 50 + "收购红荼，" + "各级工会要把服务送到一线。" * 50
    assert len(paragraph) > 1300
    editor.open(draft, f"标题\n{paragraph}\n")
    (found,) = await editor.pushed(draft, 1)
    assert (found.range.start.line, found.range.end.line) == (1, 1)
    assert found.range.end.character - found.range.start.character == 2
    assert editor.marked(draft, [found]) == FOUND[:1]


async def test_an_editor_that_asks_is_not_told_besides(start: Start, draft: str) -> None:
    editor = await start(capabilities=pulling())
    editor.open(draft, TEXT)
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(draft))
    full = await editor.ask(types.TEXT_DOCUMENT_DIAGNOSTIC, params)
    assert editor.marked(draft, full.items) == FOUND
    params.previous_result_id = full.result_id
    again = await editor.ask(types.TEXT_DOCUMENT_DIAGNOSTIC, params)
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport) and again.result_id == full.result_id
    editor.replace(draft, 0, len("𠮷林收购红荼"), "", 2)
    changed = await editor.ask(types.TEXT_DOCUMENT_DIAGNOSTIC, params)
    assert editor.marked(draft, changed.items) == FOUND[1:] and changed.result_id != full.result_id
    assert editor.published == []


async def test_an_editor_that_asks_is_called_when_the_configuration_changes(
    start: Start, draft: str, folder: Path
) -> None:
    editor = await start(capabilities=pulling())
    editor.open(draft, TEXT)
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(draft))
    assert len((await editor.ask(types.TEXT_DOCUMENT_DIAGNOSTIC, params)).items) == 2
    config = folder / "speechlint.toml"
    config.write_text(config.read_text(encoding="utf-8") + 'ignore = ["toy/tea"]\n', encoding="utf-8")
    event = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await editor.until(lambda: editor.refreshed)
    assert editor.marked(draft, (await editor.ask(types.TEXT_DOCUMENT_DIAGNOSTIC, params)).items) == FOUND[1:]


async def test_an_editor_that_cannot_be_called_is_told(start: Start, draft: str, folder: Path) -> None:
    """Neovim 0.11 asks of itself when the text changes, and at no other time."""
    capabilities = pulling()
    assert capabilities.workspace is not None
    capabilities.workspace.diagnostics = None
    editor = await start(capabilities=capabilities)
    assert editor.result.capabilities.diagnostic_provider is None
    editor.open(draft, TEXT)
    assert editor.marked(draft, await editor.pushed(draft, 1)) == FOUND
    await editor.ask(
        types.WORKSPACE_EXECUTE_COMMAND, types.ExecuteCommandParams("speechlint.allowWord", [draft, "红荼"])
    )
    assert editor.marked(draft, await editor.pushed(draft, 1, since=1)) == FOUND[1:]


async def test_a_draft_without_a_file_is_read_in_its_language(start: Start) -> None:
    editor = await start()
    text = "收购红荼\n\n```\n收购红荼\n```\n"
    editor.open("untitled:Untitled-1", text, "markdown")
    editor.open("untitled:Untitled-2", text, "plaintext")
    assert len(await editor.pushed("untitled:Untitled-1", 1)) == 1
    assert len(await editor.pushed("untitled:Untitled-2", 1)) == 2


async def test_a_file_is_read_as_the_command_line_reads_it(start: Start, folder: Path) -> None:
    editor = await start()
    text = "收购红荼\n\n```\n收购红荼\n```\n"
    for name, language, count in (("稿.md", "plaintext", 1), ("稿.txt", "markdown", 2), ("稿.docx", "plaintext", 0)):
        uri = (folder / name).as_uri()
        editor.open(uri, text, language)
        assert len(await editor.pushed(uri, 1)) == count, name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
async def test_after_many_edits_both_sides_have_the_same_text(
    start: Start, draft: str, folder: Path, encoding: str
) -> None:
    """Whatever was typed, pasted and deleted: the findings are those of the text that the editor ended with."""
    editor = await start(capabilities=pushing(encoding))
    stock = random.Random(7)
    pieces = ["红荼", "烟媒", "俩个", "𠮷", "林", "\n", "\r\n", "\u2028", "\x0c", "　　", "茶叶。", ""]
    editor.open(draft, "")
    for version in range(2, 302):
        text = editor.texts[draft]
        start_at = stock.randint(0, len(text))
        end = min(len(text), start_at + stock.choice([0, 0, 0, 1, 2, 9]))
        if "\r\n" in (text[start_at - 1 : start_at + 1] if start_at else "", text[end - 1 : end + 1] if end else ""):
            start_at = end = len(text)
        editor.replace(draft, start_at, end, "".join(stock.choices(pieces, k=3)), version)
    found = await editor.pushed(draft, 301)
    text = editor.texts[draft]
    linter = Linter(Resolver().for_path(folder / "a.txt"))
    wanted = [(one.rule, one.span.of(text)) for one in linter.check_text(text).kept]
    assert editor.marked(draft, found) == wanted
    assert len(wanted) > 50
