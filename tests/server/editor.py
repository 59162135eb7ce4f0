"""An editor as the tests need one: it starts the server, keeps texts, and waits for what the server says."""

from __future__ import annotations

import asyncio
import itertools
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.exceptions import JsonRpcMethodNotFound
from pytest_lsp import LanguageClient, client_capabilities

PATIENCE = 60  # seconds that a machine under load may take
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
NEWLINE = re.compile(r"\r\n|\r|\n")


class Editor:
    """One editor with one server. `published` holds what was pushed, `messages` what was shown, in order."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.published: list[types.PublishDiagnosticsParams] = []
        self.messages: list[types.ShowMessageParams] = []
        self.questions: list[types.ShowMessageRequestParams] = []
        self.registered: list[types.Registration] = []
        self.refreshed = 0
        self.answer: str | None = None  # what is clicked when something is asked
        self.result: types.InitializeResult
        self.texts: dict[str, str] = {}
        self._news = asyncio.Condition()

    @classmethod
    async def start(
        cls,
        folder: Path,
        *,
        capabilities: types.ClientCapabilities | None = None,
        options: Any = None,
        here: Path | None = None,
        program: Sequence[str] = ("-m", "speechlint", "server"),
    ) -> Editor:
        """An editor whose conversation about the workspace `folder` has begun.

        `options` are the initialization options; `here` is where the server is started, `program` what Python runs.
        """
        client = LanguageClient(converter_factory=_converter)
        editor = cls(client)
        editor._listen()
        await client.start_io(sys.executable, *program, cwd=str(here or folder))
        params = types.InitializeParams(
            capabilities=capabilities or pushing(),
            initialization_options=options,
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        )
        editor.result = await asyncio.wait_for(client.initialize_session(params), PATIENCE)
        return editor

    async def stop(self) -> int:
        """Say goodbye; gives the server's exit status."""
        await asyncio.wait_for(self.client.shutdown_session(), PATIENCE)
        assert self.client._server is not None
        status = self.client._server.returncode
        await self.client.stop()
        assert status is not None
        return status

    @property
    def encoding(self) -> str:
        encoding = self.result.capabilities.position_encoding
        return str(getattr(encoding, "value", encoding))

    # --- drafts -----------------------------------------------------------------------------------------------------

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> None:
        self.texts[uri] = text
        item = types.TextDocumentItem(uri, language, version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def replace(self, uri: str, start: int, end: int, content: str, version: int) -> None:
        """Put `content` in the place of the code points from `start` to `end`, as an incremental change."""
        text = self.texts[uri]
        where = types.Range(position(text, start, self.encoding), position(text, end, self.encoding))
        self.texts[uri] = text[:start] + content + text[end:]
        change = types.TextDocumentContentChangePartial(where, content)
        name = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(name, [change]))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def save(self, uri: str) -> None:
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))

    # --- what the server says ---------------------------------------------------------------------------------------

    async def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until something that the server says makes the condition hold."""

        async def waiting() -> Any:
            async with self._news:
                while not (found := holds()):
                    await self._news.wait()
                return found

        return await asyncio.wait_for(waiting(), PATIENCE)

    async def pushed(self, uri: str, version: int | None, since: int = 0) -> list[types.Diagnostic]:
        """The diagnostics that were pushed for a version of a draft, after the first `since` messages."""

        def find() -> list[types.PublishDiagnosticsParams]:
            return [params for params in self.published[since:] if (params.uri, params.version) == (uri, version)]

        return list((await self.until(find))[-1].diagnostics)

    async def shown(self, part: str) -> types.ShowMessageParams:
        """The message to the user that holds these words."""
        found = await self.until(lambda: [message for message in self.messages if part in message.message])
        return found[-1]

    def marked(self, uri: str, diagnostics: Sequence[types.Diagnostic]) -> list[tuple[str | int | None, str]]:
        """The rule of each diagnostic with the words that its range marks in the editor's text."""
        text = self.texts[uri]
        return [(one.code, text[slice(*span(text, one.range, self.encoding))]) for one in diagnostics]

    def asked(self, method: str, params: Any, name: str) -> asyncio.Future[Any]:
        """A question that was sent under a name of its own, to be waited for."""
        future = asyncio.wrap_future(self.client.protocol.send_request(method, params, msg_id=name))
        return asyncio.ensure_future(asyncio.wait_for(future, PATIENCE))

    async def heard(self) -> None:
        """Wait until the server has read all that was sent: it answers in order, and does not know this request."""
        with pytest.raises(JsonRpcMethodNotFound):
            await self.ask("tests/heard", None)

    async def ask(self, method: str, params: Any) -> Any:
        return await asyncio.wait_for(self.client.protocol.send_request_async(method, params), PATIENCE)

    async def actions(
        self, uri: str, start: int, end: int | None = None, only: Sequence[str] | None = None
    ) -> list[types.CodeAction]:
        """The code actions for a stretch of code points."""
        text = self.texts[uri]
        places = [position(text, at, self.encoding) for at in (start, start if end is None else end)]
        context = types.CodeActionContext([], only=only)
        document = types.TextDocumentIdentifier(uri)
        params = types.CodeActionParams(document, types.Range(*places), context)
        return list(await self.ask(types.TEXT_DOCUMENT_CODE_ACTION, params))

    async def execute(self, command: str, *arguments: Any) -> Any:
        return await self.ask(types.WORKSPACE_EXECUTE_COMMAND, types.ExecuteCommandParams(command, list(arguments)))

    def after(self, edit: types.WorkspaceEdit | None, uri: str) -> str:
        """The draft with a workspace edit carried out."""
        assert edit is not None
        edits = [each for changed in edit.document_changes or () for each in changed.edits]
        edits += (edit.changes or {}).get(uri, ())
        return applied(self.texts[uri], edits, self.encoding)

    def _listen(self) -> None:
        client = self.client

        async def tell(change: Callable[[], Any]) -> None:
            async with self._news:
                change()
                self._news.notify_all()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def published(params: types.PublishDiagnosticsParams) -> None:
            await tell(lambda: self.published.append(params))

        @client.feature(types.WINDOW_SHOW_MESSAGE)
        async def message(params: types.ShowMessageParams) -> None:
            await tell(lambda: self.messages.append(params))

        @client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
        async def question(params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
            await tell(lambda: self.questions.append(params))
            return next((item for item in params.actions or () if item.title == self.answer), None)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        async def register(params: types.RegistrationParams) -> None:
            await tell(lambda: self.registered.extend(params.registrations))

        @client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        async def refresh(_params: None) -> None:
            await tell(lambda: setattr(self, "refreshed", self.refreshed + 1))


def pushing(encoding: str = "utf-16") -> types.ClientCapabilities:
    """An editor that waits for diagnostics, and counts columns in these units."""
    found = client_capabilities("visual-studio-code")
    assert found.text_document is not None and found.general is not None
    found.text_document.diagnostic = None
    found.general.position_encodings = [types.PositionEncodingKind(encoding)]
    return found


def pulling() -> types.ClientCapabilities:
    """An editor that asks for diagnostics, and does so again when it is told to."""
    found = pushing()
    assert found.text_document is not None and found.workspace is not None
    found.text_document.diagnostic = types.DiagnosticClientCapabilities()
    found.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    return found


def applied(text: str, edits: Sequence[Any], encoding: str) -> str:
    """The text with the edits carried out, as an editor does it: from the last to the first."""
    spans = sorted(((*span(text, edit.range, encoding), edit.new_text) for edit in edits), reverse=True)
    for (start, _, _), (_, before, _) in itertools.pairwise(spans):
        assert before <= start, "edits must not overlap"
    for start, end, content in spans:
        text = text[:start] + content + text[end:]
    return text


def span(text: str, found: types.Range, encoding: str) -> tuple[int, int]:
    return offset(text, found.start, encoding), offset(text, found.end, encoding)


def offset(text: str, found: types.Position, encoding: str) -> int:
    """The code point at a position, counted in the plainest way."""
    codec, size = UNITS[encoding]
    start = [0, *(match.end() for match in NEWLINE.finditer(text))][found.line]
    before = text[start:].encode(codec)[: found.character * size].decode(codec)
    assert not NEWLINE.search(before), "a position must lie in its line"
    return start + len(before)


def position(text: str, at: int, encoding: str) -> types.Position:
    codec, size = UNITS[encoding]
    starts = [0, *(match.end() for match in NEWLINE.finditer(text) if match.end() <= at)]
    return types.Position(len(starts) - 1, len(text[starts[-1] : at].encode(codec)) // size)


def _converter() -> Any:
    """lsprotocol's own takes every action that has a command for a bare command."""
    converter = get_converter()

    def structure(value: Any, _kind: Any) -> Any:
        return converter.structure(value, types.Command if isinstance(value.get("command"), str) else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, structure)
    return converter
