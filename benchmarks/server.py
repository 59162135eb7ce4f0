"""How fast the language server answers: `python -m benchmarks.server`.

A client of its own starts the server and speaks with it over pipes, as an editor does: the time until `initialize` is
answered; from a keystroke in a draft of 15,000 characters to its diagnostics, the debounce included, for 200 edits;
and the server's memory over 10,000 edits. Nothing here is a test.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.texts import speeches

STARTS = 7
LENGTH = 15_000  # characters of the draft
EDITS = 200
MANY_EDITS = 10_000
EVERY = 10  # of the many edits, those whose diagnostics are waited for
URI = "file:///draft.txt"


class Client:
    """An editor in its plainest form: one message after the other."""

    def __init__(self, folder: Path) -> None:
        self.started = time.perf_counter()
        command = [sys.executable, "-m", "speechlint", "server"]
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        assert self.server.stdin is not None and self.server.stdout is not None
        self._to, self._from = self.server.stdin, self.server.stdout
        self.version = 0

    def send(self, method: str, params: Any, id: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if id is None else {"id": id})
        body = json.dumps(message).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._to.flush()

    def receive(self) -> dict[str, Any]:
        length = 0
        while line := self._from.readline().strip():
            name, _, value = line.partition(b":")
            if name == b"Content-Length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._from.read(length))
        return message

    def answer(self, id: int) -> dict[str, Any]:
        while (message := self.receive()).get("id") != id:
            pass
        return message

    def begin(self) -> float:
        """Seconds from the start of the process until the greeting is answered."""
        self.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
        self.answer(1)
        took = time.perf_counter() - self.started
        self.send("initialized", {})
        return took

    def open(self, text: str) -> None:
        self.version += 1
        item = {"uri": URI, "languageId": "plaintext", "version": self.version, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})
        self.diagnostics()

    def type(self, line: int, character: int, text: str) -> None:
        self.version += 1
        place = {"line": line, "character": character}
        change = {"range": {"start": place, "end": place}, "text": text}
        document = {"uri": URI, "version": self.version}
        self.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def take_back(self, line: int, character: int) -> None:
        self.version += 1
        where = {
            "start": {"line": line, "character": character},
            "end": {"line": line, "character": character + 1},
        }
        document = {"uri": URI, "version": self.version}
        change = {"range": where, "text": ""}
        self.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def diagnostics(self) -> list[Any]:
        """Those of the newest version."""
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if params.get("version") == self.version:
                    found: list[Any] = params["diagnostics"]
                    return found

    def memory(self) -> float:
        """Of the server, in MB."""
        status = Path(f"/proc/{self.server.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1000

    def end(self) -> None:
        self.send("shutdown", None, 2)
        self.answer(2)
        self.send("exit", None)
        self.server.wait()


def starts(folder: Path) -> None:
    times = []
    for _ in range(STARTS):
        client = Client(folder)
        times.append(client.begin())
        client.end()
    print(f"initialize answered in {_ms(statistics.median(times))} (median of {STARTS}; worst {_ms(max(times))})")


def keystrokes(folder: Path) -> None:
    for name, damaged in (("clean", False), ("damaged", True)):
        text = "\n".join(speeches(3 * 3 * LENGTH, damaged=damaged))[:LENGTH]
        lines = text.split("\n")
        long = [i for i, line in enumerate(lines) if len(line) > 40]
        stock = random.Random(1)
        client = Client(folder)
        client.begin()
        client.open(text)
        times, found = [], 0
        for i in range(EDITS):
            line = stock.choice(long)
            start = time.perf_counter()
            client.type(line, 20 + i % 10, "工")
            found = len(client.diagnostics())
            times.append(time.perf_counter() - start)
        print(
            f"{name} draft of {len(text)} characters, {found} findings, {EDITS} edits: keystroke to diagnostics"
            f" {_ms(statistics.median(times))} median, {_ms(sorted(times)[int(EDITS * 0.95)])} at 95 %, "
            f"{_ms(max(times))} worst"
        )
        client.end()


def memory(folder: Path) -> None:
    text = "\n".join(speeches(3 * 3 * LENGTH, damaged=True))[:LENGTH]
    client = Client(folder)
    client.begin()
    client.open(text)
    seen = []
    for i in range(MANY_EDITS):
        if i % 2:
            client.take_back(4, 5)
        else:
            client.type(4, 5, "工")
        if i % EVERY == 0:
            client.diagnostics()
        if i % (MANY_EDITS // 10) == MANY_EDITS // 20:
            seen.append(client.memory())
    print(f"memory over {MANY_EDITS} edits, in MB: " + " ".join(f"{each:.0f}" for each in seen))
    client.end()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        starts(Path(place))
        keystrokes(Path(place))
        memory(Path(place))


if __name__ == "__main__":
    main()
