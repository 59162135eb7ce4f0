"""Results of earlier runs, for files that did not change. A damaged, old or read-only cache never changes a result."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from speechlint.engine.place import digest_of
from speechlint.engine.program import program
from speechlint.engine.setting import Setting
from speechlint.engine.write import write_new
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport, Suppressed
from speechlint.formats.bounded import DRAFT, RULE, is_given, read_bytes
from speechlint.formats.source import Source
from speechlint.text.span import Span

MAGIC = b"speechlint cache 1\n"
LIMIT = 20_000  # files remembered in one folder
KEPT_DAYS = 30


class Found(msgspec.Struct, frozen=True, array_like=True):
    """The findings of one file, as they are stored: plain values only."""

    kept: list[Any]
    suppressed: list[tuple[Any, str]]


class Cache:
    """The results of one run and of those before it, a file a folder of drafts and setting."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._stores: dict[tuple[Setting, str], Store] = {}
        self._stamps: dict[Setting, bytes] = {}

    def report(self, setting: Setting, path: str) -> FileReport | None:
        """What an earlier run found in the file as it is now; None where there is no such run."""
        if is_given(path):  # what stands there can be read once only
            return None
        try:
            data = read_bytes(path, DRAFT)
        except (OSError, MemoryError):  # whoever checks it will say so
            return None
        found = self._store(setting, path).get(os.path.basename(path), digest_of(data))
        if found is None:
            return None
        if not found.kept and not found.suppressed:
            return FileReport(Source("", path))
        source = setting.linter().decode(data, path)
        return None if isinstance(source, FileReport) else unpack(found, source)

    def put(self, setting: Setting, path: str, digest: bytes, report: FileReport) -> None:
        """Remember a report whose file had this digest; one with failures is not worth it."""
        if report.failures:
            return
        # A lone surrogate cannot be stored.
        with contextlib.suppress(UnicodeEncodeError):
            self._store(setting, path).put(os.path.basename(path), digest, pack(report))

    def save(self) -> None:
        """Write what changed; where that cannot be done, nothing is said: the next run is slower, that is all."""
        with contextlib.suppress(OSError):
            for store in self._stores.values():
                store.save()
            _forget_old(self.root)

    def _store(self, setting: Setting, path: str) -> Store:
        folder = os.path.dirname(os.path.abspath(path))
        if (setting, folder) not in self._stores:
            if setting not in self._stamps:
                self._stamps[setting] = stamp(setting)
            key = digest_of(self._stamps[setting], os.fsencode(folder)).hex()
            self._stores[setting, folder] = Store(self.root / f"{key}.bin")
        return self._stores[setting, folder]


class Store:
    """One file of the cache: by the name of a draft, the digest of its bytes and its packed findings."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._used: set[str] = set()
        self._changed = False

    @cached_property
    def entries(self) -> dict[str, tuple[bytes, bytes]]:
        try:
            data = self.file.read_bytes()
            size = len(MAGIC) + 32
            if data[:size] != MAGIC + digest_of(data[size:]):
                return {}
            return msgspec.msgpack.decode(data[size:], type=dict[str, tuple[bytes, bytes]])
        except (OSError, msgspec.MsgspecError):
            return {}

    def get(self, name: str, digest: bytes) -> Found | None:
        known, packed = self.entries.get(name, (b"", b""))
        if known != digest:
            return None
        try:
            found = msgspec.msgpack.decode(packed, type=Found)
        except msgspec.MsgspecError:
            return None
        self._used.add(name)
        return found

    def put(self, name: str, digest: bytes, packed: bytes) -> None:
        self.entries[name] = (digest, packed)
        self._used.add(name)
        self._changed = True

    def save(self) -> None:
        """Raises OSError."""
        if not self._changed:
            return
        entries = self.entries
        if len(entries) > LIMIT:
            order = sorted(entries, key=lambda name: name not in self._used)[:LIMIT]
            entries = {name: entries[name] for name in order}
        data = msgspec.msgpack.encode({name: entry for name, entry in entries.items() if _is_text(name)})
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(str(self.file), MAGIC + digest_of(data) + data, durable=False)
        self._changed = False


def stamp(setting: Setting) -> bytes:
    """The name of all that decides a result beside the file: the configuration, the rules, the program.

    Not the baseline: it is applied afterwards, for it may follow a file that was moved.
    """
    parts = [setting.shape[0], sys.version.encode(), *map(str.encode, program())]
    root = setting.config.root or Path.cwd()
    for name in setting.config.rule_packs:
        # Those that are loaded, and no others: what lies deeper may be a pipe, or a link to anywhere.
        parts += [_content(file) for file in sorted((root / name).glob("*/*.toml"))]
    if setting.config.plugins:
        parts.append(repr(_distributions()).encode())
    return digest_of(*parts)


def unpack(found: Found, source: Source) -> FileReport:
    """The report on a source with the stored findings."""
    return FileReport(
        source,
        tuple(_diagnostic(value) for value in found.kept),
        tuple(Suppressed(_diagnostic(value), reason) for value, reason in found.suppressed),
    )


def pack(report: FileReport) -> bytes:
    return msgspec.msgpack.encode(
        Found(
            [_values(diagnostic) for diagnostic in report.kept],
            [(_values(diagnostic), reason) for diagnostic, reason in report.suppressed],
        )
    )


def _values(diagnostic: Diagnostic) -> list[Any]:
    return [
        diagnostic.rule,
        diagnostic.span,
        diagnostic.message,
        int(diagnostic.severity),
        None if diagnostic.fix is None else _fix_values(diagnostic.fix),
        [_fix_values(fix) for fix in diagnostic.suggestions],
        diagnostic.notes,
    ]


def _fix_values(fix: Fix) -> list[Any]:
    return [fix.title, [(edit.span, edit.content) for edit in fix.edits], int(fix.applicability)]


def _diagnostic(value: list[Any]) -> Diagnostic:
    rule, span, message, severity, fix, suggestions, notes = value
    return Diagnostic(
        rule,
        Span(*span),
        message,
        Severity(severity),
        None if fix is None else _fix(fix),
        tuple(_fix(value) for value in suggestions),
        tuple(notes),
    )


def _fix(value: list[Any]) -> Fix:
    title, edits, applicability = value
    return Fix(title, tuple(Edit(Span(*span), content) for span, content in edits), Applicability(applicability))


def _content(file: Path) -> bytes:
    try:
        return read_bytes(file, RULE)
    except OSError:
        return b""


def _distributions() -> list[tuple[str, str]]:
    """What is installed, with its version: a plugin's findings may depend on any of it."""
    from importlib.metadata import distributions

    return sorted((distribution.name, distribution.version) for distribution in distributions())


def _is_text(name: str) -> bool:
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def _forget_old(root: Path) -> None:
    oldest = time.time() - KEPT_DAYS * 86400
    for file in (*root.glob("*.bin"), *root.glob("*.words")):
        if file.stat().st_mtime < oldest:
            file.unlink()
