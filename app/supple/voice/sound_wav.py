"""WAV files with chapter marks: cue points and their labels."""

from __future__ import annotations

import struct
from pathlib import Path

from supple.voice.guide_mix import RATE, WIDTH
from supple.voice.sound_file import ARTIST, CannotWrite, Tags

MOST_BYTES = 0xFFFFFFFF - 1_000_000
"""The length of a WAV is written in four bytes; the marks need some of them."""
_HEAD = struct.Struct("<4sI4s4sIHHIIHH4sI")


class WavWriter:
    """See ``sound_file.Writer``."""

    def __init__(self, path: Path, tags: Tags) -> None:
        """Raises OSError, and ``CannotWrite`` for more than a WAV holds, which is 13 hours."""
        if tags.total_s * RATE * WIDTH > MOST_BYTES:
            raise CannotWrite("A WAV file holds at most 13 hours. Choose FLAC or MP3.")
        self._tags = tags
        self._file = path.open("wb")
        self._size = 0
        self._file.write(self._head(0, 0))

    def write(self, samples: bytes) -> None:
        """See ``sound_file.Writer``."""
        self._file.write(samples)
        self._size += len(samples)

    def finish(self) -> None:
        """See ``sound_file.Writer``."""
        marks = _marks(self._tags)
        with self._file as file:
            file.write(marks)
            file.seek(0)
            file.write(self._head(self._size, len(marks)))

    def abandon(self) -> None:
        """See ``sound_file.Writer``."""
        self._file.close()

    @staticmethod
    def _head(size: int, behind: int) -> bytes:
        sound = (16, 1, 1, RATE, RATE * WIDTH, WIDTH, WIDTH * 8)
        whole = _HEAD.size - 8 + size + behind
        return _HEAD.pack(b"RIFF", whole, b"WAVE", b"fmt ", *sound, b"data", size)


def _marks(tags: Tags) -> bytes:
    """What stands behind the samples, whose length is even."""
    places = [round(chapter.start_s * RATE) for chapter in tags.chapters]
    points = b"".join(
        struct.pack("<II4sIII", n, at, b"data", 0, 0, at) for n, at in enumerate(places, 1)
    )
    labels = b"".join(
        _chunk(b"labl", struct.pack("<I", n) + _text(chapter.title))
        for n, chapter in enumerate(tags.chapters, 1)
    )
    info = _chunk(b"INAM", _text(tags.title)) + _chunk(b"IART", _text(ARTIST))
    return (
        _chunk(b"cue ", struct.pack("<I", len(places)) + points)
        + _chunk(b"LIST", b"adtl" + labels)
        + _chunk(b"LIST", b"INFO" + info)
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _text(text: str) -> bytes:
    return text.encode("utf-8", "replace") + b"\0"
