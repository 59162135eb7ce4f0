"""Results of earlier runs, for files that did not change.

A damaged, old, foreign or read-only cache never changes a result, and never fails a run.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
import zlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from speechlint.engine.beside import sweep
from speechlint.engine.kept import LARGEST, read_kept, write_kept
from speechlint.engine.place import digest_of
from speechlint.engine.program import program
from speechlint.engine.setting import Setting
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.report import FileReport, Suppressed
from speechlint.formats.bounded import DRAFT, RULE, is_given, read_bytes
from speechlint.formats.source import Source
from speechlint.reporters.parts import LEVEL, Part, by_file
from speechlint.reporters.registry import Manner

MAGIC = b"speechlint cache 3\n"
HEAD = len(MAGIC) + 32
SHARES = 8  # stores for the drafts of one folder: a run over one draft reads one of them, and writes no more
KEPT_DAYS = 30
UNTOUCHED = 86400  # seconds that a store may be read before its time is set anew
MEGABYTE = 1024 * 1024
MOST_FOUND = 256 * MEGABYTE  # of the findings of one draft, unpacked: of forged ones no more is read
MOST = 500  # megabytes, unless SPEECHLINT_CACHE_MB says otherwise

FORMS = 2  # parts of reports that are kept for one file, the latest ones

# What is ours in the folder, the words of earlier versions too: it is the user's, and may be shared with others.
_OURS = re.compile(r"[0-9a-f]{64}\.(bin|words)")


class Found(msgspec.Struct, frozen=True, array_like=True):
    """The findings of one file, as they are stored."""

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What is stored of one file: the digest of its bytes, its findings as `pack` gives them, and the parts of reports
    that were made of them, each packed and with the name of its form. Nothing is undone before it is asked for.
    """

    digest: bytes
    packed: bytes
    parts: tuple[tuple[bytes, bytes], ...] = ()

    @property
    def size(self) -> int:
        return len(self.packed) + sum(len(part) + 32 for _, part in self.parts)

    def having(self, form: bytes, part: bytes) -> Entry:
        """The same with one more part."""
        others = [each for each in self.parts if each[0] != form]
        return Entry(self.digest, self.packed, ((form, part), *others[: FORMS - 1]))


Entries = dict[str, Entry]


class Cache:
    """The results of one run and of those before it: some files for each folder of drafts and setting."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._stores: dict[tuple[Setting, str, int], Store] = {}
        self._stamps: dict[Setting, bytes] = {}

    def found(self, setting: Setting, path: str, form: bytes = b"") -> FileReport | Part | None:
        """What an earlier run found in the file as it is now, as a part of a report where there is one of this form;
        None where there is no such run.
        """
        if is_given(path):  # what stands there can be read once only
            return None
        try:
            return self._found(setting, path, form)
        except (OSError, MemoryError):  # whoever checks it will say so
            return None

    def _found(self, setting: Setting, path: str, form: bytes) -> FileReport | Part | None:
        data = read_bytes(path, DRAFT)
        store, name, digest = self._store(setting, path), os.path.basename(path), digest_of(data)
        part = store.part(name, digest, form)
        if part is not None:
            return part
        found = store.get(name, digest)
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
            self.keep(setting, path, digest, pack(report))

    def keep(
        self, setting: Setting, path: str, digest: bytes, packed: bytes, form: bytes = b"", part: Part | None = None
    ) -> None:
        """Remember packed findings, and the part of a report that was made of them."""
        store, name = self._store(setting, path), os.path.basename(path)
        store.put(name, digest, packed)
        if part is not None:
            self.keep_part(setting, path, form, part)

    def keep_part(self, setting: Setting, path: str, form: bytes, part: Part) -> None:
        """Remember the part of a report for a file whose findings are known; an empty one is as quickly made."""
        if part.packed:
            with contextlib.suppress(UnicodeEncodeError):
                self._store(setting, path).put_part(os.path.basename(path), form, msgspec.msgpack.encode(part))

    def save(self) -> None:
        """Write what changed; where that cannot be done, nothing is said: the next run is slower, that is all."""
        written = False
        for store in self._stores.values():
            with contextlib.suppress(OSError):
                written = store.save() or written
        if written:
            tidy(self.root)

    def _store(self, setting: Setting, path: str) -> Store:
        folder, name = os.path.split(os.path.abspath(path))
        share = zlib.crc32(os.fsencode(name)) % SHARES
        if (setting, folder, share) not in self._stores:
            if setting not in self._stamps:
                self._stamps[setting] = stamp(setting)
            key = digest_of(self._stamps[setting], os.fsencode(folder), bytes([share])).hex()
            self._stores[setting, folder, share] = Store(self.root / f"{key}.bin", folder)
        return self._stores[setting, folder, share]


class Store:
    """One file of the cache: what is known of the drafts of one `folder`, or of some of them, by their names."""

    def __init__(self, file: Path, folder: str) -> None:
        self.file = file
        self.folder = folder
        self.entries = _read(file)
        self._used: set[str] = set()
        self._changed = False

    def get(self, name: str, digest: bytes) -> Found | None:
        entry = self.entries.get(name)
        if entry is None or entry.digest != digest:
            return None
        try:
            found = unpacked(entry.packed)
        except (msgspec.MsgspecError, zlib.error):
            return None
        self._used.add(name)
        return found

    def part(self, name: str, digest: bytes, form: bytes) -> Part | None:
        """The part of a report of this form, if the draft is still the same."""
        entry = self.entries.get(name)
        if not form or entry is None or entry.digest != digest:
            return None
        for known, packed in entry.parts:
            if known == form:
                with contextlib.suppress(msgspec.MsgspecError):
                    part = _parts().decode(packed)
                    self._used.add(name)
                    return part
        return None

    def put(self, name: str, digest: bytes, packed: bytes) -> None:
        self.entries[name] = Entry(digest, packed)
        self._used.add(name)
        self._changed = True

    def put_part(self, name: str, form: bytes, part: bytes) -> None:
        self.entries[name] = self.entries[name].having(form, part)
        self._changed = True

    def save(self) -> bool:
        """Whether something was written. Raises OSError."""
        if not self._changed:
            return False
        data = msgspec.msgpack.encode(dict(self._worth_keeping()))
        write_kept(self.file, MAGIC + digest_of(data) + data)
        self._changed = False
        return True

    def _worth_keeping(self) -> list[tuple[str, Entry]]:
        """The entries of this run first, then those of drafts that are still there, as far as there is room."""
        found = []
        room = LARGEST.most - HEAD
        for name in sorted(self.entries, key=lambda name: name not in self._used):
            room -= self.entries[name].size + 4 * len(name) + 64
            if room < 0:
                break
            if _is_text(name) and (name in self._used or os.path.lexists(os.path.join(self.folder, name))):
                found.append((name, self.entries[name]))
        return found


def stamp(setting: Setting) -> bytes:
    """The name of all that decides a result beside the file: the configuration, the rules, the program.

    Not the baseline: it is applied afterwards, for it may follow a file that was moved.
    """
    parts = [setting.shape[0], sys.version.encode(), program()]
    root = setting.config.root or Path.cwd()
    for name in setting.config.rule_packs:
        # Those that are loaded, and no others: what lies deeper may be a pipe, or a link to anywhere.
        parts += [_content(file) for file in sorted((root / name).glob("*/*.toml"))]
    if setting.config.plugins:
        parts.append(repr(_distributions()).encode())
    return digest_of(*parts)


def unpack(found: Found, source: Source) -> FileReport:
    """The report on a source with the stored findings."""
    return FileReport(source, found.kept, found.suppressed)


def pack(report: FileReport) -> bytes:
    """The findings of a report. Raises UnicodeEncodeError for a lone surrogate."""
    return zlib.compress(msgspec.msgpack.encode(Found(report.kept, report.suppressed)), LEVEL)


def unpacked(packed: bytes) -> Found:
    """What `pack` packed. Raises MsgspecError or zlib.error for anything else."""
    press = zlib.decompressobj()
    data = press.decompress(packed, MOST_FOUND)
    if not press.eof:
        raise zlib.error("cut short, or too long")
    return _findings().decode(data)


def form_of(manner: Manner) -> bytes:
    """The name of all that decides a part of a report beside the findings; empty for counts, which need none."""
    if not manner.format:
        return b""
    keys: tuple[object, ...] = (by_file(manner.format).form, manner.show_suppressed, manner.least)
    if keys[0] != "json":
        width = find_spec("wcwidth")  # which says how wide a character is
        status = os.stat(width.origin) if width is not None and width.origin else None
        keys += manner[1:], status and (status.st_size, status.st_mtime_ns)
    return digest_of(repr(keys).encode())


def tidy(root: Path) -> None:
    """Delete what nobody has used for a month, what killed runs left, and the oldest of what is too much."""
    sweep(str(root))
    found = []
    with contextlib.suppress(OSError), os.scandir(root) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                with contextlib.suppress(OSError):  # another run is tidying too
                    status = entry.stat(follow_symlinks=False)
                    found.append((status.st_mtime, status.st_size, entry.path))
    room = allowed()
    oldest = time.time() - KEPT_DAYS * 86400
    for changed, size, path in sorted(found, reverse=True):
        room -= size
        if room < 0 or changed < oldest:
            with contextlib.suppress(OSError):
                os.unlink(path)


def allowed() -> int:
    """How many bytes the cache may hold."""
    wanted = os.environ.get("SPEECHLINT_CACHE_MB", "")
    return (int(wanted) if wanted.isdecimal() else MOST) * MEGABYTE


def _read(file: Path) -> Entries:
    """What an earlier run stored in the file; nothing where it cannot be trusted."""
    try:
        data = read_kept(file)
        if data[:HEAD] != MAGIC + digest_of(memoryview(data)[HEAD:]):
            return {}
        entries = msgspec.msgpack.decode(memoryview(data)[HEAD:], type=Entries)
        if file.stat().st_mtime < time.time() - UNTOUCHED:
            with contextlib.suppress(OSError):
                os.utime(file)  # the oldest go first when there are too many
    except (OSError, MemoryError, msgspec.MsgspecError):
        return {}
    return entries


@lru_cache(maxsize=1)
def _findings() -> msgspec.msgpack.Decoder[Found]:
    return msgspec.msgpack.Decoder(Found)


@lru_cache(maxsize=1)
def _parts() -> msgspec.msgpack.Decoder[Part]:
    return msgspec.msgpack.Decoder(Part)


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
