"""Take out of shared libraries the folders of the machine they were built on.

A library looks for others where its RPATH or RUNPATH says. In a package those are folders of a
stranger's home, which somebody else could make and fill. Places relative to the library stay.
"""

from __future__ import annotations

import struct
from pathlib import Path

RPATH, RUNPATH, STRTAB, NULL = 15, 29, 5, 0
_LOAD, _DYNAMIC = 1, 2
_ENTRY = struct.Struct("<qQ")
_PROGRAM = struct.Struct("<IIQQQQQQ")


def clean(path: Path) -> str:
    """Take a foreign path out of ``path`` in place; what it was, "" for none.

    Only little-endian 64-bit ELF files are looked at.
    """
    content = bytearray(path.read_bytes())
    if content[:6] != b"\x7fELF\x02\x01":
        return ""
    segments = list(_segments(content))
    place = next((s for s in segments if s[0] == _DYNAMIC), None)
    if place is None:
        return ""
    start, size = place[2], place[5]
    entries = [_ENTRY.unpack_from(content, start + at) for at in range(0, size, _ENTRY.size)]
    kept: list[tuple[int, int, str]] = []
    gone: list[tuple[int, int, str]] = []
    for tag, value in entries:
        found = _text(content, segments, entries, value) if tag in (RPATH, RUNPATH) else ""
        (gone if found and not _is_relative(found) else kept).append((tag, value, found))
    if not gone:
        return ""
    # The rest moves up and the end is empty, which leaves every other place as it was.
    kept += [(NULL, 0, "")] * len(gone)
    for number, (tag, value, _) in enumerate(kept):
        _ENTRY.pack_into(content, start + number * _ENTRY.size, tag, value)
    path.write_bytes(content)
    return gone[0][2]


def _is_relative(text: str) -> bool:
    return all(part.startswith("$ORIGIN") for part in text.split(":") if part)


def _segments(content: bytearray) -> list[tuple[int, ...]]:
    (start,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    return [_PROGRAM.unpack_from(content, start + n * size) for n in range(count)]


def _text(
    content: bytearray,
    segments: list[tuple[int, ...]],
    entries: list[tuple[int, int]],
    offset: int,
) -> str:
    address = next(value for tag, value in entries if tag == STRTAB)
    for kind, _, place, base, _, size, *_ in segments:
        if kind == _LOAD and base <= address < base + size:
            start = place + address - base + offset
            return content[start : content.index(0, start)].decode()
    return ""
