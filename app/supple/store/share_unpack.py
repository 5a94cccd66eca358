"""Unpacking in small pieces, counted: what an archive says of its sizes is never relied on."""

from __future__ import annotations

import zlib
from typing import Final

from supple.core.problem import Problem, ProblemsFound
from supple.store.share_zip import DEFLATED, Entry, shown_name

MOST_UNPACKED: Final = 50_000_000
"""Bytes of all entries together."""
PIECE: Final = 64 * 1024
LOOKED_AT_RATIO: Final = 1_000_000
"""Bytes from which it counts how tightly an entry is packed."""
TIGHTEST: Final = 200
"""Text seldom shrinks to a twentieth, and a deflated bomb to a thousandth."""
_AGAIN: Final = "Zip the files anew, or ask the sender for the file again."


class Unpacker:
    """Hands out the entries of one archive, and keeps count."""

    def __init__(self, data: bytes, most: int = MOST_UNPACKED) -> None:
        """``most``: bytes that all entries may have together."""
        self._data = memoryview(data)
        self._most = most
        self._left = most

    def bytes_of(self, entry: Entry, most: int) -> bytes:
        """The bytes of ``entry``, which may have ``most``. Raises ProblemsFound."""
        packed = self._data[entry.start : entry.start + entry.packed]
        allowed = min(most, self._left)
        if entry.method == DEFLATED:
            content = self._inflated(entry, packed, allowed, most)
        else:
            if len(packed) > allowed:
                raise self._too_large(entry, most)
            content = bytes(packed)
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise _no(entry, "It is damaged: its bytes are not those that were packed.", _AGAIN)
        self._left -= len(content)
        return content

    def _inflated(self, entry: Entry, packed: memoryview, allowed: int, most: int) -> bytes:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        found = bytearray()
        given = 0
        try:
            while not inflate.eof:
                rest = inflate.unconsumed_tail
                piece = rest or packed[given : given + PIECE]
                if not rest:
                    given += len(piece)
                some = inflate.decompress(piece, PIECE)
                found += some
                if len(found) > allowed:
                    raise self._too_large(entry, most)
                used = given - len(inflate.unconsumed_tail)
                if len(found) > LOOKED_AT_RATIO and len(found) > TIGHTEST * used:
                    raise _bomb(entry)
                if not some and not piece:
                    raise _no(entry, "It is cut off.", _AGAIN)
        except zlib.error:
            raise _no(entry, "It is damaged and cannot be unpacked.", _AGAIN) from None
        if inflate.unused_data or inflate.unconsumed_tail or given < len(packed):
            raise _no(entry, "Behind its bytes stand more that are not packed.", _AGAIN)
        return bytes(found)

    def _too_large(self, entry: Entry, most: int) -> ProblemsFound:
        if most <= self._left:
            what = f"It is larger than {size_text(most)}, the most there is room for."
            return _no(entry, what, "Make it smaller.")
        what = f"All the files together are larger than {size_text(self._most)} unpacked."
        return _no(entry, what, "Share fewer pictures in one file.")


def size_text(count: int) -> str:
    """``count`` bytes as ``250 kB`` or ``50 MB``."""
    return f"{count / 1e6:g} MB" if count >= 1_000_000 else f"{count / 1e3:g} kB"


def _bomb(entry: Entry) -> ProblemsFound:
    what = "It unpacks to far more than a file of its size can honestly hold."
    return _no(entry, what, "Such a file is not opened. Ask its sender for a sound one.")


def _no(entry: Entry, what: str, mend: str) -> ProblemsFound:
    return ProblemsFound((Problem("", what, mend, file=shown_name(entry.name)),))
