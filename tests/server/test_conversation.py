"""The conversation itself: what stands on standard output, what is cancelled, how it ends."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.server.conftest import Start
from tests.server.editor import PATIENCE, pulling

# The server with a rule that prints, as a plugin may: to Python's standard output and to that of the process.
PRINTING = """
import os, sys
from speechlint.engine.linter import Linter
check = Linter.check
def printing(self, source):
    print("printed by a rule")
    os.write(1, b"written by a library")
    return check(self, source)
Linter.check = printing
from speechlint.cli.main import main
sys.exit(main(["server", "--stdio"]))
"""

# The server whose checks, of a draft with a certain word, tell of themselves and wait for leave, each through a pipe.
WAITING = """
import sys
from speechlint.engine.linter import Linter
check = Linter.check
def waiting(self, source):
    if "等" in source.text:
        with open(sys.argv[1], "w", encoding="utf-8") as pipe:
            pipe.write(source.text)
        with open(sys.argv[2]) as pipe:
            pipe.read()
    return check(self, source)
Linter.check = waiting
from speechlint.cli.main import main
sys.exit(main(["server"]))
"""

# The server with a check that fails, as a plugin's format may make it.
FAILING = """
import sys
from speechlint.engine.linter import Linter
check = Linter.check
def failing(self, source):
    if "坏" in source.text:
        raise KeyError("no such line")
    return check(self, source)
Linter.check = failing
from speechlint.cli.main import main
sys.exit(main(["server"]))
"""


class Gate:
    """Where checks wait."""

    def __init__(self, folder: Path) -> None:
        self._told, self._leave = folder / "told", folder / "leave"
        os.mkfifo(self._told)
        os.mkfifo(self._leave)
        self.program = ("-c", WAITING, str(self._told), str(self._leave))

    async def arrived(self) -> str:
        """The text of the next check that comes; it waits."""
        return await asyncio.wait_for(asyncio.to_thread(self._told.read_text, "utf-8"), PATIENCE)

    async def let_pass(self) -> None:
        """Let the check that waits go on."""
        await asyncio.wait_for(asyncio.to_thread(self._leave.write_text, "", "utf-8"), PATIENCE)


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    return Gate(tmp_path)


def message(method: str, params: Any = None, id: int | None = None) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params} | ({} if id is None else {"id": id}))
    return f"Content-Length: {len(body)}\r\n\r\n{body}".encode()


def messages(data: bytes) -> list[dict[str, Any]]:
    """Every message; what is none fails here."""
    found = []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        fields = dict(line.split(b": ") for line in head.split(b"\r\n"))
        length = int(fields[b"Content-Length"])
        found.append(json.loads(rest[:length]))
        data = rest[length:]
    return found


BEGIN = message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1) + message("initialized", {})
ITEM = {"uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": "　　我们再接再励。\n"}
DOCUMENT = {"textDocument": {"uri": "file:///a.txt"}}
OPEN = message("textDocument/didOpen", {"textDocument": ITEM})
HOVER = message("textDocument/hover", {**DOCUMENT, "position": {"line": 0, "character": 6}}, 2)
END = message("shutdown", None, 9) + message("exit")


def serve(*said: bytes, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """A whole conversation at once: the process, when it is over."""
    command = [sys.executable, "-m", "speechlint", "server"]
    return subprocess.run(command, input=b"".join(said), capture_output=True, cwd=folder, timeout=PATIENCE, check=False)


def test_nothing_but_messages_stands_on_standard_output(folder: Path) -> None:
    command = [sys.executable, "-c", PRINTING]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
    ) as server:
        assert server.stdin is not None and server.stdout is not None and server.stderr is not None
        server.stdin.write(BEGIN + OPEN + HOVER)
        server.stdin.flush()
        said = b""
        while b"typo/confusable-word\\n" not in said:  # the answer to the question, and so after the check
            said += server.stdout.read1()
        server.stdin.write(END)
        server.stdin.close()
        said += server.stdout.read()
        aside = server.stderr.read()
    answers = [one["id"] for one in messages(said) if "id" in one and "result" in one]
    assert answers == [1, 2, 9]
    assert b"printed by a rule" in aside and b"written by a library" in aside
    assert server.returncode == 0


def test_who_leaves_without_a_word_leaves_with_1(folder: Path) -> None:
    assert serve(BEGIN, message("exit"), folder=folder).returncode == 1
    assert serve(BEGIN, OPEN, folder=folder).returncode == 1, "the editor is gone"
    assert serve(BEGIN, END, folder=folder).returncode == 0


def test_a_message_that_is_none_is_answered_and_passed_over(folder: Path) -> None:
    done = serve(BEGIN, message("speechlint/unheardOf", {}, 5), b"Content-Length: 3\r\n\r\n{]}", END, folder=folder)
    answers = {one["id"]: one for one in messages(done.stdout) if "id" in one}
    assert answers[5]["error"]["code"] == -32601
    assert answers[9]["result"] is None and done.returncode == 0


def test_the_server_alone_imports_the_protocol() -> None:
    program = "import sys, speechlint.cli.main, speechlint.cli.check, speechlint.cli.server as s; "
    asked = "print([name for name in ('pygls', 'lsprotocol', 'speechlint.server') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program + asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.asyncio
async def test_a_check_holds_up_nobody(start: Start, draft: str, gate: Gate) -> None:
    """While a draft is checked its editor types on, takes questions back, and asks others."""
    editor = await start(capabilities=pulling(), program=gate.program)
    editor.open(draft, "收购红荼。等\n")
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(draft))
    asked = editor.asked(types.TEXT_DOCUMENT_DIAGNOSTIC, params, "taken-back")
    assert await gate.arrived() == "收购红荼。等\n"
    editor.client.cancel_request(types.CancelParams("taken-back"))
    with pytest.raises(JsonRpcException) as caught:
        await asked
    assert caught.value.code == types.LSPErrorCodes.RequestCancelled
    asked_again = []
    for version in range(2, 5):
        editor.replace(draft, 0, 0, "红荼", version)
        asked_again.append(editor.asked(types.TEXT_DOCUMENT_DIAGNOSTIC, params, f"for {version}"))
    idle = types.CodeAction("什么也不做")
    answer = await editor.ask(types.CODE_ACTION_RESOLVE, idle)
    assert answer.title == idle.title, "what needs no check is answered meanwhile"
    await gate.let_pass()
    assert await gate.arrived() == "红荼红荼红荼收购红荼。等\n", "what was overtaken is not checked"
    await gate.let_pass()
    found = [len((await question).items) for question in asked_again]
    assert found == [4, 4, 4], "each question is answered for the newest text"


@pytest.mark.asyncio
async def test_what_was_overtaken_is_not_published(start: Start, draft: str, gate: Gate) -> None:
    editor = await start(program=gate.program)
    editor.open(draft, "收购红荼。等\n")
    await gate.arrived()
    editor.replace(draft, 0, 0, "红荼", 2)
    await editor.heard()
    await gate.let_pass()
    await gate.arrived()
    editor.close(draft)
    await editor.heard()
    assert await editor.pushed(draft, None) == []
    await gate.let_pass()
    editor.open(draft, "红荼", version=9)
    assert len(await editor.pushed(draft, 9)) == 1
    assert [params.version for params in editor.published] == [None, 9]


@pytest.mark.asyncio
async def test_no_check_outlives_the_editor(folder: Path, gate: Gate) -> None:
    item = {**ITEM, "text": "等\n"}
    server = await asyncio.create_subprocess_exec(
        sys.executable, *gate.program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
    )
    assert server.stdin is not None
    server.stdin.write(BEGIN + message("textDocument/didOpen", {"textDocument": item}))
    assert await gate.arrived() == "等\n"
    server.stdin.close()
    await asyncio.wait_for(server.communicate(), PATIENCE)
    assert server.returncode == 1


@pytest.mark.asyncio
async def test_a_check_that_fails_says_so_and_the_next_one_passes(start: Start, draft: str) -> None:
    editor = await start(program=("-c", FAILING))
    editor.open(draft, "收购红荼。坏\n")
    (found,) = await editor.pushed(draft, 1)
    assert found.code == "speechlint/unreadable-file" and "no such line" in found.message
    editor.replace(draft, 5, 6, "", 2)
    assert editor.marked(draft, await editor.pushed(draft, 2)) == [("toy/tea", "红荼")]
    assert editor.messages == []


@pytest.mark.asyncio
async def test_a_question_about_a_closed_draft_is_refused(start: Start, draft: str) -> None:
    editor = await start()
    params = types.HoverParams(types.TextDocumentIdentifier(draft), types.Position(0, 0))
    with pytest.raises(JsonRpcException) as caught:
        await editor.ask(types.TEXT_DOCUMENT_HOVER, params)
    assert caught.value.code == types.ErrorCodes.InvalidParams
    editor.open(draft, "收购红荼。\n")
    assert len(await editor.pushed(draft, 1)) == 1, "and the conversation goes on"


@pytest.mark.asyncio
async def test_it_stands_in_the_workspace(start: Start, draft: str, tmp_path: Path) -> None:
    """Names in the report are relative to the workspace, wherever the editor was started."""
    editor = await start(here=tmp_path)
    editor.open(draft, "收购红荼。\n")
    assert (await editor.execute("speechlint.report", draft, "concise")).startswith("讲话 稿.txt:1:3: error toy/tea")
