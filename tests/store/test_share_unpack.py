"""Unpacking by counting."""

from __future__ import annotations

import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.problem import ProblemsFound
from supple.store.share_unpack import Unpacker, size_text
from supple.store.share_zip import DEFLATED, STORED, Entry


def deflated(content: bytes) -> bytes:
    pack = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return pack.compress(content) + pack.flush()


def entry(packed: bytes, content: bytes, method: int = DEFLATED, size: int = -1) -> Entry:
    """An entry at the beginning of its data."""
    told = len(content) if size < 0 else size
    crc = zlib.crc32(content)
    return Entry("routines.json", method, crc, 0, 0, len(packed), told, after=False)


@given(st.binary(max_size=200_000), st.booleans())
def test_what_was_packed_is_unpacked(content: bytes, deflates: bool) -> None:
    packed = deflated(content) if deflates else content
    method = DEFLATED if deflates else STORED
    found = Unpacker(packed).bytes_of(entry(packed, content, method), 1_000_000)
    assert found == content


@pytest.mark.parametrize("method", [STORED, DEFLATED])
def test_more_than_there_is_room_for_is_refused(method: int) -> None:
    content = bytes(range(256)) * 8
    packed = deflated(content) if method == DEFLATED else content
    with pytest.raises(ProblemsFound, match="larger than 1 kB"):
        Unpacker(packed).bytes_of(entry(packed, content, method), 1000)


def test_all_entries_together_have_a_bound() -> None:
    content = bytes(range(256)) * 8
    unpacker = Unpacker(content, most=3000)
    unpacker.bytes_of(entry(content, content, STORED), 2500)
    with pytest.raises(ProblemsFound, match="All the files together"):
        unpacker.bytes_of(entry(content, content, STORED), 2500)


def test_a_size_that_is_told_too_small_does_not_help_a_bomb() -> None:
    content = bytes(40_000_000)
    packed = deflated(content)
    tracemalloc.start()
    try:
        with pytest.raises(ProblemsFound, match="far more"):
            Unpacker(packed).bytes_of(entry(packed, content, size=10), 45_000_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


def test_a_bomb_stops_at_the_bound_of_its_kind() -> None:
    content = bytes(30_000_000)
    packed = deflated(content)
    tracemalloc.start()
    try:
        with pytest.raises(ProblemsFound, match="larger than 256 kB"):
            Unpacker(packed).bytes_of(entry(packed, content), 256_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize(
    ("packed", "says"),
    [
        (deflated(b"abc" * 50)[:-4], "cut off"),
        (deflated(b"abc" * 50) + b"more", "stand more"),
        (b"\xff\xff\xff\xff", "cannot be unpacked"),
        (b"", "cut off"),
    ],
)
def test_damaged_bytes_are_refused(packed: bytes, says: str) -> None:
    with pytest.raises(ProblemsFound, match=says) as caught:
        Unpacker(packed).bytes_of(entry(packed, b"abc" * 50), 1000)
    assert caught.value.problems[0].file == "routines.json"


def test_bytes_that_are_not_those_that_were_packed_are_refused() -> None:
    with pytest.raises(ProblemsFound, match="damaged"):
        Unpacker(b"abd").bytes_of(entry(b"abd", b"abc", STORED), 1000)


def test_sizes_are_said_in_short() -> None:
    assert size_text(256_000) == "256 kB"
    assert size_text(50_000_000) == "50 MB"
