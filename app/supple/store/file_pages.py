"""The pages of a history file and of the journal beside it, whatever state they are in.

SQLite refuses a file from the first page on that it cannot follow. This reads every page for
itself, as bytes: https://www.sqlite.org/fileformat.html. Of a page that the journal holds as
well, both are given: the older one may be the one that can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

USUAL_SIZE = 4096
"""Bytes of a page: what SQLite chooses, and Supple never changes it."""
_SIZES = frozenset(2**power for power in range(9, 17))
_FRAME_HEAD = 24
WAL_HEAD = 32
_WAL_MARKS = (0x377F0682, 0x377F0683)


class Pages:
    """``main`` and its write-ahead journal ``wal`` (empty when there is none), cut into pages."""

    def __init__(self, main: bytes, wal: bytes = b"", size: int = USUAL_SIZE) -> None:
        self.size = size
        self._main = main
        self._wal = wal

    def __iter__(self) -> Iterator[tuple[int, memoryview]]:
        """Number, from 1, and content of each; those of the journal last, oldest first."""
        return chain(self._of_main(), self._of_wal())

    def newest(self, number: int) -> memoryview | None:
        """The page of that number as it was written last."""
        found = self._newest_in_wal.get(number)
        if found is not None:
            return found
        start = (number - 1) * self.size
        page = memoryview(self._main)[start : start + self.size]
        return page if number >= 1 and len(page) == self.size else None

    @cached_property
    def _newest_in_wal(self) -> dict[int, memoryview]:
        return dict(self._of_wal())

    def _of_main(self) -> Iterator[tuple[int, memoryview]]:
        whole = memoryview(self._main)
        for number, start in enumerate(range(0, len(whole), self.size), 1):
            # The last one may be cut short: its beginning names the rows, and some are whole.
            page = whole[start : start + self.size]
            yield number, page if len(page) == self.size else _filled(page, self.size)

    def _of_wal(self) -> Iterator[tuple[int, memoryview]]:
        whole = memoryview(self._wal)
        for start in range(WAL_HEAD, len(whole) - _FRAME_HEAD, _FRAME_HEAD + self.size):
            page = whole[start + _FRAME_HEAD : start + _FRAME_HEAD + self.size]
            number = int.from_bytes(whole[start : start + 4], "big")
            yield number, page if len(page) == self.size else _filled(page, self.size)


def page_size(main: bytes) -> int:
    """What the first page says; the usual size where that cannot be."""
    size = int.from_bytes(main[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size in _SIZES else USUAL_SIZE


def lost_in_journal(wal: bytes) -> bool:
    """Whether ``wal`` holds finished writes that SQLite passes over, as part of it is damaged.

    A journal may end in a write that a crash cut short: that was never finished, so nothing
    is lost with it.
    """
    if len(wal) <= WAL_HEAD:
        return False
    size = int.from_bytes(wal[8:12], "big")
    if int.from_bytes(wal[:4], "big") not in _WAL_MARKS or size not in _SIZES:
        return True
    if not _head_is_sound(wal):
        return True
    frames = [wal[at : at + _FRAME_HEAD] for at in range(WAL_HEAD, len(wal), _FRAME_HEAD + size)]
    whole = (len(wal) - WAL_HEAD) // (_FRAME_HEAD + size)
    salt = wal[16:24]
    finished = [n for n, head in enumerate(frames[:whole]) if head[8:16] == salt and any(head[4:8])]
    return bool(finished) and finished[-1] >= _sound_frames(wal, size, whole)


def _sound_frames(wal: bytes, size: int, whole: int) -> int:
    """How many frames from the first on have the sum and the mark they ought to have."""
    order = _order(wal)
    sums = _sums_of(wal[24:32])
    for frame in range(whole):
        start = WAL_HEAD + frame * (_FRAME_HEAD + size)
        head = wal[start : start + _FRAME_HEAD]
        content = head[:8] + wal[start + _FRAME_HEAD : start + _FRAME_HEAD + size]
        sums = _sum(content, order, sums)
        if head[8:16] != wal[16:24] or _sums_of(head[16:24]) != sums:
            return frame
    return whole


def _head_is_sound(wal: bytes) -> bool:
    return _sum(wal[:24], _order(wal), (0, 0)) == _sums_of(wal[24:32])


def _order(wal: bytes) -> str:
    return "big" if wal[3] & 1 else "little"


def _sum(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    import array
    import sys

    words = array.array("I", content)
    if order != sys.byteorder:
        words.byteswap()
    first, second = sums
    pairs = iter(words)
    for word in pairs:
        first = (first + word + second) & 0xFFFFFFFF
        second = (second + next(pairs) + first) & 0xFFFFFFFF
    return first, second


def _sums_of(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")


def _filled(page: memoryview, size: int) -> memoryview:
    return memoryview(bytes(page) + bytes(size - len(page)))
