"""FLAC and M4A files by PyAV, which carries FFmpeg. Loaded by who writes one, never by a window."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.codec.context import Flags

from supple.voice.guide_mix import RATE, WIDTH
from supple.voice.sound_file import AAC_CODER, ARTIST, KBIT, Kind, Tags, chapter_comments

_MS = Fraction(1, 1000)
MUXERS = {Kind.FLAC: "flac", Kind.M4A: "ipod"}
CODECS = {Kind.FLAC: "flac", Kind.M4A: "aac"}


class AvWriter:
    """See ``sound_file.Writer``."""

    def __init__(self, path: Path, kind: Kind, tags: Tags) -> None:
        """Raises OSError."""
        # Equal sessions give equal files: neither date nor version is written.
        options = {"fflags": "+bitexact"}
        self._box: Any = av.open(str(path), "w", format=MUXERS[kind], options=options)
        stream: Any = self._box.add_stream(CODECS[kind], rate=RATE, layout="mono")
        stream.codec_context.flags |= Flags.bitexact
        if kind is Kind.M4A:
            stream.options = {"aac_coder": AAC_CODER}
            stream.bit_rate = KBIT[kind] * 1000
        self._box.metadata.update(title=tags.title, artist=ARTIST)
        if kind is Kind.FLAC:
            self._box.metadata.update(chapter_comments(tags))
        else:
            self._box.set_chapters([_chapter(*span) for span in enumerate(tags.spans())])
        self._stream = stream
        self._at = 0

    def write(self, samples: bytes) -> None:
        """See ``sound_file.Writer``."""
        count = len(samples) // WIDTH
        frame: Any = av.AudioFrame(format="s16", layout="mono", samples=count)
        frame.planes[0].update(samples)
        frame.sample_rate = RATE
        frame.time_base = Fraction(1, RATE)
        frame.pts = self._at
        self._at += count
        self._box.mux(self._stream.encode(frame))

    def finish(self) -> None:
        """See ``sound_file.Writer``."""
        self._box.mux(self._stream.encode(None))
        self._box.close()

    def abandon(self) -> None:
        """See ``sound_file.Writer``."""
        self._box.close()


def _chapter(number: int, span: tuple[float, float, str]) -> Any:
    start_s, end_s, title = span
    return {
        "id": number,
        "start": round(start_s * 1000),
        "end": round(end_s * 1000),
        "time_base": _MS,
        "metadata": {"title": title},
    }
