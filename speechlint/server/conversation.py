"""The state of one conversation with an editor: its open drafts, what was published, what was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import cached_property
from pathlib import Path
from typing import Any

from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, PyglsError
from pygls.lsp.server import LanguageServer

from speechlint import __version__
from speechlint.findings.bilingual import Bilingual
from speechlint.server.actions import Client
from speechlint.server.checks import Checked, Checks
from speechlint.server.marks import marks_of
from speechlint.server.protocol import Protocol
from speechlint.server.settings import ServerSettings, Wishes

DEBOUNCE = 0.005  # seconds without a keystroke before a draft is checked
PATIENCE = 0.1  # seconds after which it is checked although the keys go on
YES, NO = Bilingual("信任", "Trust"), Bilingual("不信任", "Do not trust")


class NotOpenError(JsonRpcInvalidParams):
    """A question about a draft that is not open, or no longer."""


class Server(LanguageServer):
    """Everything but the checks happens in the event loop."""

    checks: Checks

    def __init__(self, lang: str | None = None) -> None:
        super().__init__(
            "speechlint", __version__, protocol_cls=Protocol, converter_factory=get_converter, max_workers=2
        )
        self.lang = lang  # of messages, where the client names none
        self.ended = False  # the client said goodbye as it should
        self._said: set[Bilingual] = set()
        self._asked: set[Path] = set()
        self._due: dict[str, tuple[asyncio.TimerHandle, float]] = {}
        self._published: dict[str, Checked] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, wishes: Wishes) -> None:
        """Start with what the client wishes."""
        self.checks = Checks(ServerSettings(wishes))

    def end(self) -> None:
        """The client is about to leave."""
        self.ended = True
        self.checks.close()

    @cached_property
    def client(self) -> Client:
        return Client(self.client_capabilities)

    @cached_property
    def pulls(self) -> bool:
        """Whether the client asks for diagnostics itself; it would show those pushed to it a second time.

        One that cannot be told to ask again would show what a changed configuration made wrong; diagnostics are pushed
        to it, and it is not offered to ask.
        """
        document, workspace = self.client_capabilities.text_document, self.client_capabilities.workspace
        asks = document is not None and document.diagnostic is not None
        return asks and bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)

    # --- diagnostics ------------------------------------------------------------------------------------------------

    def check_soon(self, uri: str) -> None:
        """Check and publish when the keys rest, or after a while even if they do not."""
        if self.pulls:
            return
        loop = asyncio.get_running_loop()
        timer, since = self._due.pop(uri, (None, loop.time()))
        if timer is not None:
            timer.cancel()
        self._due[uri] = (loop.call_at(min(loop.time() + DEBOUNCE, since + PATIENCE), self.check_now, uri), since)

    def check_now(self, uri: str) -> None:
        """Check and publish, where the client does not ask of itself."""
        timer, _ = self._due.pop(uri, (None, 0.0))
        if timer is not None:
            timer.cancel()
        if not self.pulls:
            self.spawn(self._publish(uri))

    def take_back(self, uri: str) -> None:
        """A closed draft has no findings."""
        self._published.pop(uri, None)
        timer, _ = self._due.pop(uri, (None, 0.0))
        if timer is not None:
            timer.cancel()
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def _publish(self, uri: str) -> None:
        try:
            checked = await self.checked(uri)
        except NotOpenError:  # closed meanwhile
            return
        if self._published.get(uri) is not checked:
            self._published[uri] = checked
            marks, version = marks_of(checked), checked.draft.version
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, marks, version))

    async def checked(self, uri: str) -> Checked:
        """What the newest version of a draft holds; what its configuration needs to have said is said.

        Raises NotOpenError for a draft that is not open.
        """
        try:
            checked = await self.checks.of(uri)
        except KeyError as error:
            if uri in self.checks.drafts:  # something else was missing
                raise
            raise NotOpenError(f"not open: {uri}") from error
        fault, doubtful = checked.choice.fault, checked.choice.doubtful
        if fault is not None and fault not in self._said:
            self._said.add(fault)
            self.say(fault, types.MessageType.Error)
        if doubtful is not None and doubtful not in self._asked:
            self.spawn(self.ask(doubtful))
        return checked

    # --- configurations ---------------------------------------------------------------------------------------------

    async def renew(self, wishes: Wishes | None = None) -> None:
        """Read the configurations again and check every draft anew."""
        await self.checks.renew(wishes)
        self._said.clear()
        for uri in list(self.checks.drafts):
            self.check_now(uri)
        if self.pulls:
            self.workspace_diagnostic_refresh(None)

    async def renew_if_stale(self) -> None:
        """The same where a file that decides what is checked changed since it was read."""
        if await self.checks.run(self.checks.settings.stale):
            await self.renew()

    async def ask(self, file: Path) -> None:
        """Ask whether a configuration file may count. Until somebody says so, it does not."""
        self._asked.add(file)
        question = Bilingual(
            f"{file} 要改变 speechlint 的检查（规则、放行的词、插件）。信任它吗？",
            f"{file} changes what speechlint checks (rules, allowed words, plugins). Do you trust it?",
        )
        language = self.checks.settings.wishes.language
        choices = [types.MessageActionItem(choice.into(language)) for choice in (YES, NO)]
        asked = types.ShowMessageRequestParams(types.MessageType.Warning, question.into(language), choices)
        answer = await self.window_show_message_request_async(asked)
        if answer is None:
            return
        self.checks.settings.trust[file] = answer.title in YES
        if answer.title in YES:
            await self.renew()

    # --- words ------------------------------------------------------------------------------------------------------

    def say(self, said: Bilingual, kind: types.MessageType = types.MessageType.Info) -> None:
        """A message to the user."""
        message = said.into(self.checks.settings.wishes.language)
        self.window_show_message(types.ShowMessageParams(kind, message))

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nobody waits for; where it fails, the user is told."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and isinstance(error := task.exception(), Exception):
            kind = JsonRpcException if isinstance(error, JsonRpcException) else PyglsError
            self._report_server_error(error, kind)
