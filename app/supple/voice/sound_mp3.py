"""MP3 files by LAME, with what a player needs to begin and end at the right sample."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

from supple.voice import id3
from supple.voice.guide_mix import RATE, WIDTH
from supple.voice.sound_file import KBIT, CannotWrite, Kind, Tags, missing

SPEED = KBIT[Kind.MP3]
"""Thousands of bits a second, at all times."""
QUALITY = 2
"""LAME's own scale, 0 the best and slowest to 9."""
DELAY = 576
"""Samples LAME puts in front of the first one."""
FRAME = 1152
"""Samples of one frame."""
FRAME_BYTES = 144 * SPEED * 1000 // RATE
"""Of a frame without padding."""
SIDE_BYTES = 17
"""Between the head of a frame with one channel and the table of contents in it."""
_VERSION = b"LAME3.100"
_CONSTANT_RATE = 1


class Mp3Writer:
    """See ``sound_file.Writer``."""

    def __init__(self, path: Path, tags: Tags) -> None:
        """Raises OSError, or ``CannotWrite`` where LAME is missing."""
        self._lame: Any = _lame().Encoder()
        self._lame.set_channels(1)
        self._lame.set_bit_rate(SPEED)
        self._lame.set_in_sample_rate(RATE)
        self._lame.set_out_sample_rate(RATE)
        self._lame.set_quality(QUALITY)
        self._lame.silence()
        self._file = path.open("wb")
        self._file.write(id3.head(tags))
        self._first_at = self._file.tell()
        self._file.write(bytes(FRAME_BYTES))
        self._samples = self._size = 0
        self._head = b""

    def write(self, samples: bytes) -> None:
        """See ``sound_file.Writer``."""
        self._samples += len(samples) // WIDTH
        self._put(self._lame.encode(samples))

    def finish(self) -> None:
        """See ``sound_file.Writer``."""
        self._put(self._lame.flush())
        with self._file as file:
            file.seek(self._first_at)
            file.write(first_frame(self._head, self._samples, self._size))

    def abandon(self) -> None:
        """See ``sound_file.Writer``."""
        self._file.close()

    def _put(self, sound: bytes) -> None:
        self._head = self._head or bytes(sound[:4])
        self._size += len(sound)
        self._file.write(sound)


def first_frame(head: bytes, samples: int, size: int) -> bytes:
    """A silent frame that tells players how much of the sound is to be left out at either end.

    ``head``: the first four bytes of a frame; ``size``: bytes of all frames. LAME would write it
    itself, but its Python package has no call for that.
    """
    frames = -(-(samples + DELAY) // FRAME)
    frames += (frames * FRAME - DELAY - samples) < DELAY  # as its decoder lags, too
    padding = frames * FRAME - DELAY - samples
    contents = bytes(256 * n // 100 for n in range(100))
    whole = size + FRAME_BYTES
    info = struct.pack(">4sIII100sI", b"Info", 0xF, frames, whole, contents, 100 - 10 * QUALITY)
    lame = struct.pack(
        ">9sBB4s2s2sBB3sBBHIH",
        *(_VERSION, _CONSTANT_RATE, 0, bytes(4), bytes(2), bytes(2), 0, SPEED),
        *((DELAY << 12 | padding).to_bytes(3, "big"), 0, 0, 0, whole, 0),
    )
    plain = bytes([head[0], head[1], head[2] & ~2, head[3]])
    frame = plain + bytes(SIDE_BYTES) + info + lame
    return (frame + checksum(frame).to_bytes(2, "big")).ljust(FRAME_BYTES, b"\0")


def checksum(data: bytes) -> int:
    """CRC-16 as LAME has it."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


def _lame() -> Any:
    try:
        import lameenc
    except ImportError as error:
        raise CannotWrite(missing(Kind.MP3)) from error
    return lameenc
