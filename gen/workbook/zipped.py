"""A zip as it lies: bytes in, its files still packed out, and back to bytes.

`zipfile` reads the directory, but cannot copy what is packed: what is written here keeps the packed
bytes, names, dates and attributes of every file that nobody has changed (APPNOTE 6.3).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Collection
from dataclasses import dataclass

from gen.opc import MAX_UNPACKED, DamagedError

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_UTF8, _DESCRIPTOR, _ENCRYPTED = 0x800, 0x08, 0x01
_FIRST_DAY = (0, 1 << 5 | 1)
"""1 January 1980, the first that a zip can tell: what gen adds has no other date."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the zip as it lies there: `data` is packed, `stamp` the DOS time and date."""

    name: bytes
    flags: int
    method: int
    data: bytes
    crc: int
    size: int
    stamp: tuple[int, int]
    made_by: int
    attributes: int


def unzipped(content: bytes) -> dict[str, Entry]:
    """The files by name, in the zip's order. DamagedError when the bytes are no whole zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
        if sum(info.file_size for info in infos) > MAX_UNPACKED or len(infos) > 0xFFFF:
            raise DamagedError("den är orimligt stor uppackad")
        return {
            # Some writers on Windows put backslashes.
            info.filename.replace("\\", "/").lstrip("/"): _entry(content, info)
            for info in infos
        }
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, struct.error) as error:
        raise DamagedError("den är ingen Excel-arbetsbok eller är skadad") from error


def _entry(content: bytes, info: zipfile.ZipInfo) -> Entry:
    start = info.header_offset
    if content[start : start + 4] != b"PK\3\4":
        raise DamagedError("den är skadad")
    *_, name, extra = _LOCAL.unpack_from(content, start)
    start += _LOCAL.size + name + extra
    year, month, day, hour, minute, second = info.date_time
    return Entry(
        name=info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437"),
        flags=info.flag_bits & ~_DESCRIPTOR,  # sizes and sum stand in the header that is written
        method=info.compress_type,
        data=content[start : start + info.compress_size],
        crc=info.CRC,
        size=info.file_size,
        stamp=(hour << 11 | minute << 5 | second >> 1, (year - 1980) << 9 | month << 5 | day),
        made_by=info.create_system << 8 | info.create_version,
        attributes=info.external_attr,
    )


def packed(name: str, content: bytes) -> Entry:
    """A file made by gen: the same bytes on every machine and day."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    return Entry(
        name=name.encode(),
        flags=0 if name.isascii() else _UTF8,
        method=zipfile.ZIP_DEFLATED,
        data=data,
        crc=zlib.crc32(content),
        size=len(content),
        stamp=_FIRST_DAY,
        made_by=3 << 8 | 20,  # Unix, whatever the machine: else Windows would give other bytes
        attributes=0o644 << 16,
    )


def unpacked(entry: Entry) -> bytes:
    """The content of a file. DamagedError when it cannot be had whole."""
    if entry.flags & _ENCRYPTED:
        raise DamagedError("den har lösenord")
    if entry.method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DamagedError("den är packad på ett sätt som inte kan läsas")
    content = entry.data
    if entry.method == zipfile.ZIP_DEFLATED:
        try:
            # Never more than declared: a zip of 100 kB can hold gigabytes.
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, entry.size + 1)
        except zlib.error as error:
            raise DamagedError("den är skadad") from error
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise DamagedError("den är skadad")
    return content


def zipped(entries: Collection[Entry]) -> bytes:
    """The zip of these files, in this order."""
    body, directory = io.BytesIO(), io.BytesIO()
    for entry in entries:
        common = (entry.flags, entry.method, *entry.stamp, entry.crc, len(entry.data), entry.size)
        offset, length = body.tell(), len(entry.name)
        body.write(_LOCAL.pack(b"PK\3\4", 20, *common, length, 0))
        body.write(entry.name + entry.data)
        directory.write(
            _CENTRAL.pack(
                b"PK\1\2", entry.made_by, 20, *common, length, 0, 0, 0, 0, entry.attributes, offset
            )
        )
        directory.write(entry.name)
    size, count = directory.tell(), len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, body.tell(), 0)
    return body.getvalue() + directory.getvalue() + end
