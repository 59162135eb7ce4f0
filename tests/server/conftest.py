"""A working folder with rules of the tests' own, and editors in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.cli.conftest import CONFIG, write_pack
from tests.server.editor import Editor

Start = Callable[..., Awaitable[Editor]]
TRUSTED = {"trusted": True}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace: a configuration that selects the toy rules, and no draft."""
    work = tmp_path / "文稿"
    write_pack(work / "pack")
    (work / "speechlint.toml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    return work


@pytest_asyncio.fixture
async def start(folder: Path) -> AsyncIterator[Start]:
    """Starts editors in the workspace, and sends them home."""
    editors: list[Editor] = []

    async def begin(**keys: Any) -> Editor:
        editor = await Editor.start(folder, **{"options": TRUSTED, **keys})
        editors.append(editor)
        return editor

    yield begin
    for editor in editors:
        if editor.client._server is not None and editor.client._server.returncode is None:
            await editor.stop()


@pytest.fixture
def draft(folder: Path) -> str:
    """The address of a draft in the workspace; the file need not exist."""
    return (folder / "讲话 稿.txt").as_uri()
