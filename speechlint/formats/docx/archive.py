"""The zip file round a Word document: read within limits, and written with every byte of what did not change."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from speechlint.formats.docx.xml import damaged
from speechlint.formats.errors import DecodeError, EncodeError
from speechlint.text.named_tuple import NamedTuple

LARGEST_FILE = 200_000_000  # bytes
LARGEST_PART = 64_000_000  # bytes of one XML part, unpacked
MOST_MEMBERS = 20_000

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_HUGE = 0xFFFFFFFF
_DESCRIBED = 0x08  # flag: sizes stand behind the data
_STORED, _DEFLATED = 0, 8


class Archive:
    """The members of a zip file by name. Raises DecodeError for what is no zip file or is too large."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST_FILE:
            raise _too_large(f"{len(data) // 1_000_000} MB")
        self.data = data
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
            raise damaged(str(error)) from error
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise _too_large(f"{len(members)}")
        if any(member.flag_bits & 1 for member in members):
            raise DecodeError(
                "压缩包加了密码，无法读取；请去掉密码后再检查", "the archive is encrypted; remove the password first"
            )
        self._members = {member.filename.lower(): member for member in members}

    def named(self, name: str) -> str | None:
        """The member's own spelling of a name; None where there is none. Names compare without regard to case."""
        found = self._members.get(name.lower())
        return None if found is None else found.filename

    @property
    def names(self) -> list[str]:
        return [member.filename for member in self._members.values()]

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a member. Raises DecodeError where it is missing, damaged or too large."""
        member = self._members.get(name.lower())
        if member is None:
            raise damaged(f"{name}: missing")
        try:
            with self._zip.open(member) as file:
                data = file.read(LARGEST_PART + 1)
        except (BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
            raise damaged(f"{name}: {error}") from error
        if len(data) > LARGEST_PART:
            raise _too_large(name)
        return data

    def rewritten(self, changed: Mapping[str, bytes], added: Mapping[str, bytes] | None = None) -> bytes:
        """The zip file with other bytes in the changed members and with new members at its end.

        All else is copied as it lies there: packed bytes, order, dates, flags, extra fields, comments.
        Raises EncodeError for archives built in ways that this does not know.
        """
        members = {member.filename: member for member in self._zip.infolist()}
        directory = self._directory(len(members))
        pieces: list[bytes] = []
        moved: list[tuple[int, int]] = []  # from this old offset on, everything lies so much further on
        at = shift = 0
        fields: dict[str, tuple[int, int, int]] = {}
        for name in sorted(changed, key=lambda name: members[name].header_offset):
            old = _extent(self.data, members[name])
            new = _packed(self.data, members[name], old, changed[name])
            pieces += self.data[at : members[name].header_offset], new.data
            shift += len(new.data) - (old.end - members[name].header_offset)
            moved.append((members[name].header_offset + 1, shift))
            fields[name] = (new.crc, new.packed, len(changed[name]))
            at = old.end
        pieces.append(self.data[at : directory.start])
        size = directory.start + shift
        records = [
            _record(raw, member.header_offset + _shift(moved, member.header_offset), fields.get(member.filename))
            for raw, member in zip(directory.records, self._zip.infolist(), strict=True)
        ]
        for name, data in (added or {}).items():
            local, record = _new_member(name, data, size, self._zip.infolist()[0])
            pieces.append(local)
            records.append(record)
            size += len(local)
        return b"".join((*pieces, *records, _end(directory.end, len(records), sum(map(len, records)), size)))

    def _directory(self, count: int) -> _Directory:
        data, at = self.data, self._zip.start_dir
        records = []
        for member in self._zip.infolist():
            fields = _CENTRAL.unpack_from(data, at)
            size = _CENTRAL.size + fields[10] + fields[11] + fields[12]
            if fields[0] != b"PK\x01\x02" or fields[16] != member.header_offset or _HUGE in fields[8:10]:
                raise _unknown_shape()
            records.append(data[at : at + size])
            at += size
        if count != len(records) or data[at : at + 4] != b"PK\x05\x06" or len(data) - at < _END.size:
            raise _unknown_shape()
        return _Directory(self._zip.start_dir, records, data[at:])


class _Directory(NamedTuple):
    start: int
    records: list[bytes]
    end: bytes  # the record that closes the archive, with its comment


class _Extent(NamedTuple):
    """Where a member's packed bytes begin, and where it ends with what describes them."""

    content: int
    described: int  # bytes of the description behind the content
    end: int


class _Packed(NamedTuple):
    data: bytes
    crc: int
    packed: int


def _extent(data: bytes, member: ZipInfo) -> _Extent:
    fields = _LOCAL.unpack_from(data, member.header_offset)
    content = member.header_offset + _LOCAL.size + fields[9] + fields[10]
    end = content + member.compress_size
    if member.compress_type not in (_STORED, _DEFLATED) or _HUGE in fields[7:9]:
        raise _unknown_shape()
    if not fields[2] & _DESCRIBED:
        return _Extent(content, 0, end)
    described = 16 if data[end : end + 4] == b"PK\x07\x08" else 12
    if struct.unpack_from("<L", data, end + described - 12)[0] != member.CRC:
        raise _unknown_shape()
    return _Extent(content, described, end + described)


def _packed(data: bytes, member: ZipInfo, old: _Extent, content: bytes) -> _Packed:
    """The member's header, its new content packed as the old one was, and the description behind it."""
    packed = _deflated(content) if member.compress_type == _DEFLATED else content
    crc = zlib.crc32(content)
    sizes = struct.pack("<3L", crc, len(packed), len(content))
    head = bytearray(data[member.header_offset : old.content])
    if old.described:
        start = old.content + member.compress_size
        return _Packed(bytes(head) + packed + data[start : old.end - 12] + sizes, crc, len(packed))
    head[14:26] = sizes
    return _Packed(bytes(head) + packed, crc, len(packed))


def _record(raw: bytes, offset: int, fields: tuple[int, int, int] | None) -> bytes:
    record = bytearray(raw)
    if fields is not None:
        record[16:28] = struct.pack("<3L", *fields)
    record[42:46] = struct.pack("<L", offset)
    return bytes(record)


def _new_member(name: str, content: bytes, offset: int, like: ZipInfo) -> tuple[bytes, bytes]:
    """A member and its record in the directory, dated as `like` is."""
    packed, label = _deflated(content), name.encode("ascii")
    year, month, day, hour, minute, second = like.date_time
    date, time = (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
    shared = (20, 0, _DEFLATED, time, date, zlib.crc32(content), len(packed), len(content), len(label), 0)
    local = _LOCAL.pack(b"PK\x03\x04", *shared) + label + packed
    return local, _CENTRAL.pack(b"PK\x01\x02", 20, *shared, 0, 0, 0, 0, offset) + label


def _end(old: bytes, count: int, size: int, start: int) -> bytes:
    fields = _END.unpack_from(old)
    return _END.pack(fields[0], 0, 0, count, count, size, start, fields[7]) + old[_END.size :]


def _shift(moved: list[tuple[int, int]], offset: int) -> int:
    return next((shift for start, shift in reversed(moved) if offset >= start), 0)


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _too_large(what: str) -> DecodeError:
    return DecodeError(
        f"Word 文件过大（{what}），没有读；请拆成几个文件，或另存为文本文件",
        f"the Word file is too large ({what}) and was not read; split it, or save it as text",
    )


def _unknown_shape() -> EncodeError:
    return EncodeError(
        "这个 .docx 的压缩方式少见，没有改；请用 Word 或 WPS 打开，另存一次",
        "this .docx is packed in an unusual way and was left as it was; open it in Word and save it once more",
    )
