"""The checks of the open drafts: one thread works, the newest version of a draft counts, each is checked once."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import count
from pathlib import Path, PurePath
from typing import Any, TypeVar

from speechlint.document.model import Document
from speechlint.engine.linter import Linter
from speechlint.engine.work import crash_of, failed
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.report import FileReport
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.reporters.findings import names_of
from speechlint.server.drafts import Draft
from speechlint.server.settings import Choice, ServerSettings, Wishes

T = TypeVar("T")
COLLECTED = (5_000, 5, 5)  # thresholds of the garbage collector

# What an editor shows of these is not their text; the command line reads them.
NOT_TEXT = frozenset({".doc", ".docm", ".docx", ".pdf", ".wps"})


class Checked:
    """What one version of a draft was found to hold, under one configuration. `number` is never given again."""

    def __init__(self, draft: Draft, choice: Choice, report: FileReport, number: int) -> None:
        self.draft = draft
        self.choice = choice
        self.report = report
        self.number = number

    @property
    def linter(self) -> Linter:
        return self.choice.linter

    @property
    def source(self) -> Source:
        return self.report.source

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What is to be shown, in reading order."""
        return self.report.kept

    @cached_property
    def names(self) -> dict[int, str]:
        """The fingerprint of each finding, by its identity."""
        return names_of(self.report)

    @cached_property
    def document(self) -> Document:
        return Document(self.source)


class Checks:
    """The open drafts, by URI, and what is known of them."""

    def __init__(self, settings: ServerSettings) -> None:
        self.settings = settings
        self.drafts: dict[str, Draft] = {}
        self._round = 0  # configurations that came and went
        self._latest: dict[str, tuple[Draft, int, asyncio.Future[Checked | None]]] = {}
        self._numbers = count(1)
        self._worker = ThreadPoolExecutor(1, "speechlint")

    async def of(self, uri: str) -> Checked:
        """What the newest version of a draft holds, newer ones that come meanwhile included.

        Raises KeyError for a draft that is not open, or no longer.
        """
        while True:
            checked = await asyncio.shield(self._check(self.drafts[uri]))
            if checked is not None and checked.draft is self.drafts[uri]:
                return checked

    def put(self, draft: Draft) -> None:
        self.drafts[draft.uri] = draft

    def drop(self, uri: str) -> None:
        self.drafts.pop(uri, None)
        self._latest.pop(uri, None)

    async def renew(self, wishes: Wishes | None = None) -> None:
        """Read all configurations again, and let every draft be checked anew."""
        await self.run(self.settings.renew, wishes)
        self._round += 1

    async def warm(self, text: str) -> None:
        """Check a text that nobody wrote, so that all is loaded when the first draft comes."""
        await self.run(lambda: self.settings.choice(str(Path.cwd() / "_.txt")).linter.check_text(text))
        # What is loaded now stays. Without it a search for cycles is cheap, and may be made often: a draft's views are
        # full of them, and a long session must not gather the views of a thousand versions.
        gc.freeze()
        gc.set_threshold(*COLLECTED)

    async def run(self, work: Callable[..., T], *arguments: Any) -> T:
        """Do some work where the checks are done: one thing at a time, and without holding up the conversation."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work, *arguments)

    def close(self) -> None:
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _check(self, draft: Draft) -> asyncio.Future[Checked | None]:
        known = self._latest.get(draft.uri)
        if known is not None and known[0] is draft and known[1] == self._round:
            return known[2]
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._worker, self._checked, draft)
        self._latest[draft.uri] = (draft, self._round, future)
        return future

    def _checked(self, draft: Draft) -> Checked | None:
        """In the worker's thread. None for a version that is no longer the newest: nobody wants to know."""
        if self.drafts.get(draft.uri) is not draft:
            return None
        choice = self.settings.choice(draft.name)
        return Checked(draft, choice, _report(draft, choice), next(self._numbers))


def _report(draft: Draft, choice: Choice) -> FileReport:
    """The report on a draft. Never raises: a check that fails is a finding that says so."""
    linter = choice.linter
    try:
        kind = format_for(draft.name, linter.catalogue.formats)
        source = Source(draft.text, draft.name, kind.name)
        if choice.leave or PurePath(draft.name).suffix.lower() in NOT_TEXT:
            return FileReport(source)
        return linter.check(kind.reparse(source, draft.text))
    except Exception as error:  # a plugin's format: the next version of the draft may pass
        return failed(linter, draft.name, crash_of(error)).report
