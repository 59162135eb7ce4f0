"""speechlint beside the programs nearest to it: `python -m benchmarks.compare`.

In one run and on the same texts: one file of 5 MB, clean and damaged; 2,000 small drafts; one draft of 8 kB from cold.
Whole processes, in turn, as a user starts them; every default rule of each is on. Nobody saw a file before, but in the
second run over the small drafts; ours keeps what it keeps for its users, or nothing, as the rows say. It also asks
which kinds of mistake each finds, from one small mistake of each kind beside its right twin. Prints tables and writes
`docs/compare.svg`. The programs are installed from PyPI and npm into `--tools`. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from benchmarks.compare_picture import draw
from benchmarks.compare_tables import Row, kinds_table, table
from benchmarks.compare_texts import read, small_drafts
from benchmarks.defects import KINDS
from benchmarks.peers import PEERS, Peer, Tools
from benchmarks.processes import Cost, ProgramError, cost, middle

ROOT = Path(__file__).resolve().parents[1]
CLEARLY_SLOW = 20.0  # seconds: what takes so long is run once
OURS = "speechlint"
LESS = "speechlint, likelihoods off"
BARE = "speechlint, nothing kept"
AGAIN = "speechlint, again"
JSON = ["--output-format", "json"]
PARTS = ["one", "many", "cold", "kinds"]


class Bench:
    """The programs, and a folder for texts."""

    def __init__(self, tools: Tools, peers: Sequence[Peer], folder: Path, rounds: int) -> None:
        self._tools, self._peers, self._folder, self._rounds = tools, peers, folder, rounds
        self._env = {**os.environ, "SPEECHLINT_CACHE_DIR": str(folder / "cache")}
        self._env.pop("PYTHONDONTWRITEBYTECODE", None)

    def one_file(self, text: str) -> list[Row]:
        """Everybody on one file."""
        return self._unseen("one.txt", text, self._rounds)

    def many_files(self, folder: Path, count: int) -> list[Row]:
        """Everybody on a folder of small drafts; ours with a cache that is empty, and once more."""
        files = sorted(map(str, folder.iterdir()))
        theirs = self._commands(files)
        rows: list[Row] = []
        first: list[Cost] = []
        again: list[Cost] = []
        for _ in range(self._rounds):
            shutil.rmtree(self._folder / "cache", ignore_errors=True)
            first.append(self._cost([*speechlint(), str(folder)]))
            again.append(self._cost([*speechlint(), str(folder)]))
        rows += [Row(OURS, middle(first), f"{count} files"), Row(AGAIN, middle(again), "from the cache")]
        return rows + self._race(theirs, self._rounds, lambda: None)

    def cold(self, text: str) -> list[Row]:
        """One small draft, beside a Python that does nothing."""
        return self._unseen("cold.txt", text, self._rounds * 3, {"python -c pass": [sys.executable, "-c", "pass"]})

    def _unseen(
        self, name: str, text: str, rounds: int, more: Mapping[str, list[str]] = MappingProxyType({})
    ) -> list[Row]:
        """Everybody on a file that nobody saw before: in each round its last line is another, so that no result is
        known. Ours as it is used, with the patterns that an earlier run compiled; and with nothing kept at all.
        """
        draft = self._folder / name
        ours = [*speechlint(), str(draft)]
        numbers = itertools.count()

        def anew() -> None:
            draft.write_text(f"{text}\n此件第{next(numbers)}次印发。\n", encoding="utf-8")

        anew()
        self._cost(ours)
        less = ["--ignore", ",".join(inferring())]
        commands = {**more, OURS: ours, LESS: [*ours, *less], BARE: [*ours, "--no-cache"]}
        return self._race({**commands, **self._commands([str(draft)])}, rounds, anew)

    def kinds(self) -> dict[str, list[str]]:
        """The kinds of mistake that each program finds: where it reports more than in the twin."""
        found: dict[str, list[str]] = {OURS: []}
        for number, kind in enumerate(KINDS):
            files = {}
            for name, text in (("wrong", kind.wrong), ("right", kind.right)):
                files[name] = self._folder / name / f"{number}.txt"
                files[name].parent.mkdir(exist_ok=True)
                files[name].write_text(text, encoding="utf-8")
            if self._ours(files["wrong"]) > self._ours(files["right"]):
                found[OURS].append(kind.name)
            for peer in self._peers:
                if self._theirs(peer, files["wrong"]) > self._theirs(peer, files["right"]):
                    found.setdefault(peer.name, []).append(kind.name)
        return {name: found.get(name, []) for name in (OURS, *(peer.name for peer in self._peers))}

    def _ours(self, file: Path) -> int:
        out = self._folder / "printed"
        self._cost(
            [sys.executable, "-m", OURS, "check", "--isolated", "--output-format", "jsonl", "--quiet", str(file)], out
        )
        return out.read_text(encoding="utf-8").count('{"code"')

    def _theirs(self, peer: Peer, file: Path) -> int:
        out = self._folder / "printed"
        self._cost(self._tools.command(peer, [str(file)]), out)
        return peer.count(out.read_text(encoding="utf-8", errors="replace"), file.read_text(encoding="utf-8"))

    def _commands(self, files: Sequence[str]) -> dict[str, list[str]]:
        return {peer.name: self._tools.command(peer, files) for peer in self._peers if len(files) == 1 or peer.many}

    def _race(self, commands: Mapping[str, list[str]], rounds: int, before: Callable[[], None]) -> list[Row]:
        """Each command in turn, round after round; what is clearly slow only once. `before` prepares a round."""
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        failed: dict[str, str] = {}
        for _ in range(rounds):
            before()
            for name, command in commands.items():
                if name in failed or (costs[name] and costs[name][0].wall > CLEARLY_SLOW):
                    continue
                try:
                    costs[name].append(self._cost(command))
                except ProgramError as why:
                    failed[name] = str(why)
        return [
            Row(name, middle(runs) if runs and name not in failed else None, failed.get(name, ""))
            for name, runs in costs.items()
        ]

    def _cost(self, command: Sequence[str], out: Path | None = None) -> Cost:
        spent = cost(command, out=out or self._folder / "printed", env=self._env)
        if OURS in command and spent.status not in (0, 1):
            raise ProgramError(f"status {spent.status}: {(out or self._folder / 'printed').read_text()[-300:]}")
        return spent


def speechlint() -> list[str]:
    """The command, with the report that others give too."""
    return [sys.executable, "-m", OURS, "check", "--isolated", *JSON]


def inferring() -> list[str]:
    """The rules that go by likelihood; without them the other rules of words and forms remain."""
    from speechlint.plugins.manager import catalogue

    # The last one says where they are unsure, and asks them for it.
    return [*sorted(rule.id for rule in catalogue().rules if rule.infers), "typo/unknown-register"]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--clean", nargs="*", metavar="FILE", help="clean texts to measure with, in UTF-8")
    parser.add_argument("--drafts", nargs="*", metavar="FILE", help="damaged ones")
    parser.add_argument("--tools", type=Path, default=ROOT / ".peers", help="where the programs are installed")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--only", nargs="*", metavar="PROGRAM")
    parser.add_argument("--part", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--picture", type=Path, default=ROOT / "docs" / "compare.svg")
    asked = parser.parse_args(arguments)
    tools = Tools(asked.tools.absolute())
    peers = [peer for peer in PEERS if not asked.only or peer.name in asked.only]
    for peer in list(peers):
        if why := tools.install(peer):
            print(f"{peer.name} could not be installed: {why}", file=sys.stderr)
            peers.remove(peer)
    for peer in peers:
        print(f"- {peer.name} {tools.version(peer)}: {peer.what}")
    print()
    with tempfile.TemporaryDirectory() as folder:
        run(Bench(tools, peers, Path(folder), asked.rounds), Path(folder), asked)


def run(bench: Bench, folder: Path, asked: argparse.Namespace) -> None:
    """The parts that are asked for, each printed as soon as it is there."""
    size = int(asked.megabytes * 1_000_000)
    speeds: dict[str, list[Row]] = {}
    for name, files, damaged in (("clean text", asked.clean, False), ("drafts", asked.drafts, True)):
        text = read(files, damaged=damaged, size=size)
        if "one" in asked.part:
            speeds[name] = bench.one_file(text)
            print(table(f"One file of {asked.megabytes:g} MB, {name}", speeds[name], size), flush=True)
        if damaged:
            small = small_drafts(text, folder / "small", asked.files)
    if "many" in asked.part:
        rows = bench.many_files(folder / "small", asked.files)
        size = sum(file.stat().st_size for file in (folder / "small").iterdir())
        print(table(f"{asked.files} drafts of 8 kB", rows, size), flush=True)
    if "cold" in asked.part:
        print(table("One draft of 8 kB, cold", bench.cold(small), len(small.encode())), flush=True)
    found = bench.kinds() if "kinds" in asked.part else {}
    if found:
        print(kinds_table(found))
    if speeds and found:
        asked.picture.write_text(draw(speeds, found, len(KINDS), size), encoding="utf-8")


if __name__ == "__main__":
    main()
