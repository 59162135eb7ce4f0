"""Which configuration counts, whether it is trusted, and what happens when it changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tests.cli.conftest import CONFIG
from tests.server.conftest import Start
from tests.server.editor import Editor, pulling

pytestmark = pytest.mark.asyncio
TEXT = "收购红荼，运走烟媒。\n"
ISOLATED = ["typo/confusable-word"]  # what is found in this text where no configuration counts
MIXED = "收购红荼，我们再接再励。\n"


def rules(found: list[types.Diagnostic]) -> list[Any]:
    return [one.code for one in found]


def changed(editor: Editor, file: Path) -> None:
    """The editor saw that a file changed."""
    event = types.FileEvent(file.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))


# --- trust ----------------------------------------------------------------------------------------------------------


async def test_a_configuration_counts_when_the_user_says_so(start: Start, draft: str, folder: Path) -> None:
    editor = await start(options=None)
    editor.answer = "信任"
    editor.open(draft, MIXED)
    assert rules(await editor.pushed(draft, 1)) == ISOLATED
    await editor.until(lambda: editor.questions)
    (question,) = editor.questions
    assert str(folder / "speechlint.toml") in question.message
    assert [choice.title for choice in question.actions or ()] == ["信任", "不信任"]
    await editor.until(lambda: rules(list(editor.published[-1].diagnostics)) == ["toy/tea"])


@pytest.mark.parametrize("answer", ["不信任", None])
async def test_a_configuration_does_not_count_before(start: Start, draft: str, answer: str | None) -> None:
    editor = await start(options=None)
    editor.answer = answer
    editor.open(draft, MIXED)
    await editor.until(lambda: editor.questions)
    for version in range(2, 5):
        editor.replace(draft, 0, 0, "茶", version)
        assert rules(await editor.pushed(draft, version)) == ISOLATED
    assert len(editor.questions) == 1, "it is asked once"


async def test_the_editor_may_answer_beforehand(start: Start, draft: str) -> None:
    for trusted, wanted in ((True, ["toy/tea"]), (False, ISOLATED)):
        editor = await start(options={"trusted": trusted})
        editor.open(draft, MIXED)
        assert rules(await editor.pushed(draft, 1)) == wanted
        assert await editor.stop() == 0
        assert editor.questions == []


async def test_where_there_is_no_configuration_nothing_is_asked(start: Start, draft: str, folder: Path) -> None:
    (folder / "speechlint.toml").unlink()
    editor = await start(options=None)
    editor.open(draft, MIXED)
    assert rules(await editor.pushed(draft, 1)) == ISOLATED
    assert await editor.stop() == 0
    assert editor.questions == []


async def test_a_setting_cannot_give_trust(start: Start, draft: str) -> None:
    """A workspace may bring settings of its own."""
    editor = await start(options=None)
    editor.open(draft, MIXED)
    await editor.until(lambda: editor.questions)
    params = types.DidChangeConfigurationParams({"speechlint": {"trusted": True, "lang": "en"}})
    editor.client.workspace_did_change_configuration(params)
    found = await editor.until(
        lambda: [p for p in editor.published if p.diagnostics and "should" in p.diagnostics[0].message]
    )
    assert rules(list(found[-1].diagnostics)) == ISOLATED


# --- settings of the editor -----------------------------------------------------------------------------------------


async def test_the_editors_settings_win(start: Start, draft: str, folder: Path) -> None:
    (folder / "speechlint.toml").write_text('preset = "gongwen"\n', encoding="utf-8")
    for preset, count in (("gongwen", 1), ("template", 0)):
        editor = await start(options={"trusted": True, "preset": preset})
        editor.open(draft, "　　近日，X市召开大会。\n")
        assert len(await editor.pushed(draft, 1)) == count, preset


async def test_messages_come_in_the_language_of_the_editor(start: Start, draft: str) -> None:
    editor = await start(options={"trusted": True, "lang": "en"})
    editor.open(draft, TEXT)
    assert (await editor.pushed(draft, 1))[0].message == "'红荼' should be '红茶'"
    assert (await editor.actions(draft, 5))[-1].title == "mend everything that is safe (speechlint)"


async def test_a_setting_that_nobody_knows_is_told(start: Start, draft: str) -> None:
    editor = await start(options={"trusted": True, "preset": "gongwn"})
    message = await editor.shown("preset")
    assert message.type is types.MessageType.Error and "gongwen" in message.message
    editor.open(draft, TEXT)
    assert rules(await editor.pushed(draft, 1)) == ["toy/tea", "toy/coal"], "the rest counts all the same"


# --- changes --------------------------------------------------------------------------------------------------------


async def test_every_open_draft_follows_a_configuration(start: Start, draft: str, folder: Path) -> None:
    editor = await start()
    other = (folder / "另一份.txt").as_uri()
    for uri in (draft, other):
        editor.open(uri, TEXT)
        assert rules(await editor.pushed(uri, 1)) == ["toy/tea", "toy/coal"]
    since = len(editor.published)
    (folder / "speechlint.toml").write_text(CONFIG + 'ignore = ["toy/tea"]\n', encoding="utf-8")
    changed(editor, folder / "speechlint.toml")
    for uri in (draft, other):
        assert rules(await editor.pushed(uri, 1, since)) == ["toy/coal"]


async def test_the_files_to_watch_are_named(start: Start) -> None:
    editor = await start()
    await editor.until(lambda: editor.registered)
    (registration,) = editor.registered
    assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    patterns = {watcher["globPattern"] for watcher in _plain(registration.register_options)["watchers"]}
    assert patterns == {"**/*.toml", "**/.speechlint-baseline.json"}


async def test_an_editor_that_watches_nothing_is_followed_when_it_saves(start: Start, draft: str, folder: Path) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    assert len(await editor.pushed(draft, 1)) == 2
    since = len(editor.published)
    (folder / ".speechlint.toml").write_text('select = ["typo"]\n', encoding="utf-8")
    editor.save(draft)
    assert await editor.pushed(draft, 1, since) == []


async def test_a_faulty_configuration_is_told_and_the_last_good_one_holds(
    start: Start, draft: str, folder: Path
) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    assert len(await editor.pushed(draft, 1)) == 2
    (folder / "speechlint.toml").write_text(CONFIG + "ignor = []\n", encoding="utf-8")
    changed(editor, folder / "speechlint.toml")
    message = await editor.shown("ignor")
    assert message.type is types.MessageType.Error and "ignore" in message.message
    editor.replace(draft, 0, 0, "茶", 2)
    assert rules(await editor.pushed(draft, 2)) == ["toy/tea", "toy/coal"]
    assert len(editor.messages) == 1, "it is told once"
    since = len(editor.published)
    (folder / "speechlint.toml").write_text(CONFIG + 'ignore = ["toy/tea"]\n', encoding="utf-8")
    changed(editor, folder / "speechlint.toml")
    assert rules(await editor.pushed(draft, 2, since)) == ["toy/coal"]


async def test_a_rule_pack_that_changed_is_read_again(start: Start, draft: str, folder: Path) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    await editor.pushed(draft, 1)
    since = len(editor.published)
    rule = folder / "pack" / "toy" / "tea.toml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("红荼", "红茶树"), encoding="utf-8")
    changed(editor, rule)
    assert rules(await editor.pushed(draft, 1, since)) == ["toy/coal"]


async def test_excluded_drafts_are_left_alone(start: Start, folder: Path) -> None:
    (folder / "speechlint.toml").write_text(CONFIG + 'exclude = ["旧稿/"]\n', encoding="utf-8")
    editor = await start()
    uri = (folder / "旧稿" / "一.txt").as_uri()
    editor.open(uri, TEXT)
    assert await editor.pushed(uri, 1) == []
    assert await editor.actions(uri, 0, 5) == []


async def test_the_nearest_configuration_counts(start: Start, folder: Path) -> None:
    (folder / "近").mkdir()
    (folder / "近" / "speechlint.toml").write_text('select = ["typo"]\n', encoding="utf-8")
    editor = await start()
    for name, wanted in (("远.txt", ["toy/tea"]), ("近/近.txt", ["typo/confusable-word"])):
        uri = (folder / name).as_uri()
        editor.open(uri, MIXED)
        assert rules(await editor.pushed(uri, 1)) == wanted


# --- words and baseline ---------------------------------------------------------------------------------------------


async def test_a_word_is_allowed(start: Start, draft: str, folder: Path) -> None:
    editor = await start()
    editor.open(draft, TEXT)
    await editor.pushed(draft, 1)
    since = len(editor.published)
    action = next(one for one in await editor.actions(draft, 2) if "words.allow" in one.title)
    assert action.command is not None
    await editor.execute(action.command.command, *action.command.arguments or ())
    assert rules(await editor.pushed(draft, 1, since)) == ["toy/coal"]
    config = (folder / "speechlint.toml").read_text(encoding="utf-8")
    assert config == CONFIG + '\n[words]\nallow = ["红荼"]\n'
    assert str(folder / "speechlint.toml") in (await editor.shown("words.allow")).message


async def test_a_word_makes_a_configuration_where_there_is_none(start: Start, draft: str, folder: Path) -> None:
    (folder / "speechlint.toml").unlink()
    editor = await start(options=None)
    editor.open(draft, MIXED)
    assert rules(await editor.pushed(draft, 1)) == ISOLATED
    since = len(editor.published)
    await editor.execute("speechlint.allowWord", draft, "再接再励")
    assert await editor.pushed(draft, 1, since) == []
    assert (folder / "speechlint.toml").read_text(encoding="utf-8") == '[words]\nallow = ["再接再励"]\n'
    assert editor.questions == [], "who asks for it trusts it"


async def test_nothing_is_written_beside_a_configuration_without_trust(start: Start, draft: str, folder: Path) -> None:
    editor = await start(options=None)
    editor.answer = "不信任"
    editor.open(draft, MIXED)
    await editor.until(lambda: editor.questions)
    await editor.execute("speechlint.allowWord", draft, "再接再励")
    await editor.shown("没有写入")
    assert (folder / "speechlint.toml").read_text(encoding="utf-8") == CONFIG


async def test_a_finding_goes_into_the_baseline(start: Start, draft: str, folder: Path) -> None:
    editor = await start()
    text = "收购红荼。\n收购红荼。\n"
    editor.open(draft, text)
    assert len(await editor.pushed(draft, 1)) == 2
    since = len(editor.published)
    action = next(one for one in await editor.actions(draft, text.rindex("红荼")) if "基线" in one.title)
    assert action.command is not None
    await editor.execute(action.command.command, *action.command.arguments or ())
    (left,) = await editor.pushed(draft, 1, since)
    assert left.range.start.line == 0, "the other one of the two is still reported"
    assert (folder / ".speechlint-baseline.json").is_file()
    since = len(editor.published)
    await editor.execute("speechlint.addToBaseline", draft, left.data["fingerprint"])
    assert await editor.pushed(draft, 1, since) == []
    params = types.DocumentFormattingParams(types.TextDocumentIdentifier(draft), types.FormattingOptions(4, True))
    assert not await editor.ask(types.TEXT_DOCUMENT_FORMATTING, params), "what is known is not mended"


async def test_the_report_and_a_rules_page(start: Start, draft: str) -> None:
    editor = await start(capabilities=pulling())
    editor.open(draft, TEXT)
    report = await editor.execute("speechlint.report", draft)
    assert "讲话 稿.txt" in report and "“红荼”应为“红茶”" in report and "共 2 处" in report
    concise = await editor.execute("speechlint.report", None, "concise")
    assert concise == (
        "讲话 稿.txt:1:3: error toy/tea “红荼”应为“红茶”\n讲话 稿.txt:1:8: warning toy/coal “烟媒”应为“烟煤”\n"
    )
    assert (await editor.execute("speechlint.explain", "toy/tea", draft)).startswith("# toy/tea\n")


def _plain(value: Any) -> Any:
    """What the client could not put into a type: an object with attributes, or a table."""
    return value if isinstance(value, dict) else {key: _plain(each) for key, each in vars(value).items()}
