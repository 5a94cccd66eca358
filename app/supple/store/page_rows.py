"""The rows on one page of a history file, each read for itself.

A row that makes no sense is passed over; whether one that can be read means anything is for the
reader to judge.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

Value = None | int | float | str | bytes
GetPage = Callable[[int], memoryview | None]

TABLE_LEAF, INDEX_LEAF, INDEX_BRANCH = 0x0D, 0x0A, 0x02
_FIRST_HEAD = 100
"""Bytes before the first page begins like every other."""
_INT_BYTES = (0, 1, 2, 3, 4, 6, 8)


class Found(NamedTuple):
    """One row of a table, or one entry of an index or of a table without row numbers."""

    number: int | None
    """The row's number; None for an entry of an index."""
    values: tuple[Value, ...]


class _Nonsense(Exception):
    """These bytes are no row."""


def rows_on(number: int, page: memoryview, get_page: GetPage) -> Iterator[Found]:
    """Every row of page ``number`` that can be read.

    ``get_page`` gives another page by its number: a long row goes on there.
    """
    head = _FIRST_HEAD if number == 1 else 0
    kind = page[head]
    if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_BRANCH):
        return
    first = head + (12 if kind == INDEX_BRANCH else 8)
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for at in range(first, min(first + 2 * count, len(page) - 1), 2):
        start = int.from_bytes(page[at : at + 2], "big")
        try:
            yield _cell(page, start, kind, get_page)
        except (_Nonsense, IndexError, struct.error, UnicodeDecodeError):
            continue


def _cell(page: memoryview, at: int, kind: int, get_page: GetPage) -> Found:
    at += 4 if kind == INDEX_BRANCH else 0
    length, at = _varint(page, at)
    row: int | None = None
    if kind == TABLE_LEAF:
        row, at = _varint(page, at)
    return Found(row, _record(_payload(page, at, length, kind, get_page)))


def _payload(page: memoryview, at: int, length: int, kind: int, get_page: GetPage) -> bytes:
    size = len(page)
    most = size - 35 if kind == TABLE_LEAF else (size - 12) * 64 // 255 - 23
    if length <= most:
        return _exactly(bytes(page[at : at + length]), length)
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    here = here if here <= most else least
    parts = [bytes(page[at : at + here])]
    missing = length - here
    following = int.from_bytes(page[at + here : at + here + 4], "big")
    while missing > 0 and len(parts) <= length // (size - 4) + 1:
        more = get_page(following)
        if more is None:
            break
        following = int.from_bytes(more[:4], "big")
        parts.append(bytes(more[4 : 4 + min(missing, size - 4)]))
        missing -= len(parts[-1])
    return _exactly(b"".join(parts), length)


def _exactly(content: bytes, length: int) -> bytes:
    if len(content) != length:
        raise _Nonsense
    return content


def _record(content: bytes) -> tuple[Value, ...]:
    head, at = _varint(content, 0)
    body = head
    if not 0 < head <= len(content):
        raise _Nonsense
    values: list[Value] = []
    while at < head:
        kind, at = _varint(content, at)
        length = _length(kind)
        values.append(_value(kind, _exactly(content[body : body + length], length)))
        body += length
    if at != head or body != len(content):
        raise _Nonsense
    return tuple(values)


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return _INT_BYTES[kind] if kind <= 6 else 8 if kind == 7 else 0


def _value(kind: int, content: bytes) -> Value:
    if kind == 0:
        return None
    if kind <= 6:
        return int.from_bytes(content, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", content)[0])
    if kind in (8, 9):
        return kind - 8
    if kind < 12:
        raise _Nonsense
    return content.decode() if kind % 2 else content


def _varint(content: memoryview | bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = content[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    value = value << 8 | content[at]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 1
