"""The head of an MP3 file: title, artist and chapters, as ID3v2.3."""

from __future__ import annotations

import struct

from supple.voice.sound_file import ARTIST, Tags

_ORDERED_TOP = 3
"""Flags of a table of contents: the outermost one, its chapters in order."""
_BY_TIME = b"\xff" * 8
"""Instead of places in the file: chapters are found by their time."""
MOST_CHAPTERS = 255
"""A table of contents counts them in one byte."""


def head(tags: Tags) -> bytes:
    """What stands in front of the sound."""
    spans = tags.spans()[:MOST_CHAPTERS]
    names = [f"chp{n}".encode() + b"\0" for n in range(len(spans))]
    table = b"toc\0" + bytes([_ORDERED_TOP, len(names)]) + b"".join(names)
    body = _text("TIT2", tags.title) + _text("TPE1", ARTIST)
    body += _text("TLEN", str(round(tags.total_s * 1000)))
    body += _frame("CTOC", table)
    for name, (start_s, end_s, title) in zip(names, spans, strict=True):
        times = struct.pack(">II", round(start_s * 1000), round(end_s * 1000))
        body += _frame("CHAP", name + times + _BY_TIME + _text("TIT2", title))
    return b"ID3\x03\x00\x00" + _seven_bits(len(body)) + body


def _text(name: str, text: str) -> bytes:
    return _frame(name, b"\x01" + text.encode("utf-16"))


def _frame(name: str, body: bytes) -> bytes:
    return name.encode("ascii") + struct.pack(">IH", len(body), 0) + body


def _seven_bits(size: int) -> bytes:
    """A size without any byte that could be taken for the start of sound."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
