"""The browser, and reports opened in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from speechlint.reporters.registry import Run
from tests.reporters.formats import written

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; left out where there is none, but for continuous integration."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None and "CI" not in os.environ:
        pytest.skip("chromium is missing")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        started.close()


Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens the report of a run (or a file that holds one); keywords are those of a browser's context.

    Whatever the page asks for, complains of or says in a box is a failure.
    """
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_report(run: Run | Path, **keys: Any) -> Page:
        file = run if isinstance(run, Path) else tmp_path / f"report-{len(contexts)}.html"
        if isinstance(run, Run):
            file.write_text(written("html", run), encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | keys)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("console", lambda message: troubles.append(f"console: {message.text}"))
        page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: (
                request.url.startswith(("file:", "blob:file:")) or troubles.append(f"request: {request.url}")
            ),
        )
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_report
    for context in contexts:
        context.close()
    assert troubles == []
