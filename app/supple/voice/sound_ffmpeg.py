"""FLAC and M4A files by the program ffmpeg, where it is installed and the package is not."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from supple.voice.guide_mix import RATE
from supple.voice.sound_file import (
    AAC_CODER,
    ARTIST,
    KBIT,
    CannotWrite,
    Kind,
    Tags,
    chapter_comments,
)

MUXERS = {Kind.FLAC: "flac", Kind.M4A: "ipod"}
END_LIMIT_S = 120.0
_CODECS = {
    Kind.FLAC: ["-c:a", "flac"],
    Kind.M4A: ["-c:a", "aac", "-aac_coder", AAC_CODER, "-b:a", f"{KBIT[Kind.M4A]}k"],
}


class FfmpegWriter:
    """See ``sound_file.Writer``."""

    def __init__(self, path: Path, kind: Kind, tags: Tags, program: str) -> None:
        """Raises OSError."""
        self._notes = tempfile.TemporaryDirectory(prefix="supple-")
        try:
            self._process = self._start(path, kind, tags, program)
        except OSError:
            self._notes.cleanup()
            raise

    def _start(self, path: Path, kind: Kind, tags: Tags, program: str) -> subprocess.Popen[bytes]:
        about = Path(self._notes.name, "about.txt")
        about.write_text(_about(kind, tags), encoding="utf-8", newline="\n")
        command = [program, "-hide_banner", "-loglevel", "error", "-y"]
        command += ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0"]
        command += ["-f", "ffmetadata", "-i", str(about), "-map", "0:a", "-map_metadata", "1"]
        command += ["-map_chapters", "1" if kind is Kind.M4A else "-1", *_CODECS[kind]]
        # Equal sessions give equal files: neither date nor version is written.
        command += ["-fflags", "+bitexact", "-flags:a", "+bitexact"]
        command += ["-f", MUXERS[kind], f"file:{path}"]
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def ended(self) -> bool:
        """Whether the program has come to its end."""
        return self._process.poll() is not None

    def write(self, samples: bytes) -> None:
        """See ``sound_file.Writer``."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(samples)
        except OSError as error:
            # Closed by its end, which left a reason behind.
            raise CannotWrite(self._why(str(error))) from error

    def finish(self) -> None:
        """See ``sound_file.Writer``."""
        why = self._why("it did not come to an end", END_LIMIT_S)
        self._notes.cleanup()
        if self._process.returncode:
            raise CannotWrite(why)

    def abandon(self) -> None:
        """See ``sound_file.Writer``."""
        self._process.kill()
        self._why("")
        self._notes.cleanup()

    def _why(self, otherwise: str, limit_s: float = 1.0) -> str:
        """Ends it; what it said last, or ``otherwise``."""
        said = b""
        with suppress(OSError, ValueError):
            try:
                _, said = self._process.communicate(timeout=limit_s)
            except subprocess.TimeoutExpired:
                self._process.kill()
                # Once more, which closes its pipes.
                _, said = self._process.communicate()
        lines = said.decode("utf-8", "replace").strip().splitlines()
        return f"The program ffmpeg could not write the file: {lines[-1] if lines else otherwise}."


def _about(kind: Kind, tags: Tags) -> str:
    """Title and chapters the way ffmpeg reads them from a file."""
    values = {"title": tags.title, "artist": ARTIST}
    if kind is Kind.FLAC:
        values |= chapter_comments(tags)
    lines = [";FFMETADATA1", *(f"{name}={_escaped(value)}" for name, value in values.items())]
    if kind is Kind.M4A:
        for start_s, end_s, title in tags.spans():
            times = f"START={round(start_s * 1000)}\nEND={round(end_s * 1000)}"
            lines += ["[CHAPTER]", "TIMEBASE=1/1000", times, f"title={_escaped(title)}"]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    for letter in "\\=;#\n":
        text = text.replace(letter, f"\\{letter}")
    return text
