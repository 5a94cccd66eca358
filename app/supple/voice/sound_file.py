"""Sound files of four kinds: which there are, what is written into them, who writes them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from supple.voice.guide_script import Chapter

ARTIST = "Supple"
KBIT = {"mp3": 64, "m4a": 96}
"""A second, of the kinds that lose something: plenty for one voice, 0.5 MB a minute and less. With
fewer, FFmpeg's AAC lets the loudest syllables clip."""
AAC_CODER = "fast"
"""FFmpeg's other one takes three times as long, and was 11 dB further from what went in."""
INSTALL = "pip install 'supple[sound]'"


class CannotWrite(Exception):
    """This kind of file cannot be made, or not here; says why and what to do."""


class Kind(StrEnum):
    """The kinds of files, by their endings."""

    WAV = "wav"
    FLAC = "flac"
    MP3 = "mp3"
    M4A = "m4a"

    @staticmethod
    def of(path: Path) -> Kind:
        """What the ending of ``path`` asks for. Raises ``CannotWrite``."""
        ending = path.suffix.lower().lstrip(".")
        try:
            return Kind(ending)
        except ValueError:
            known = ", ".join(f".{kind}" for kind in Kind)
            raise CannotWrite(
                f"{path} does not say which kind of file it is to be. Let it end in one of {known}."
            ) from None


@dataclass(frozen=True, slots=True)
class Tags:
    """What a player shows. Seconds."""

    title: str
    chapters: tuple[Chapter, ...]
    total_s: float

    def spans(self) -> list[tuple[float, float, str]]:
        """Start, end and title of every chapter."""
        ends = [*(chapter.start_s for chapter in self.chapters[1:]), self.total_s]
        return [(c.start_s, end, c.title) for c, end in zip(self.chapters, ends, strict=True)]


class Writer(Protocol):
    """Takes samples (``guide_mix.RATE``, one channel, 16 bits) and puts them into a file."""

    def write(self, samples: bytes) -> None:
        """Raises OSError or ``CannotWrite``."""
        ...

    def finish(self) -> None:
        """Completes the file and closes it. Raises OSError or ``CannotWrite``."""
        ...

    def abandon(self) -> None:
        """Closes the file as it is; whoever named it removes it."""
        ...


def open_writer(path: Path, kind: Kind, tags: Tags) -> Writer:
    """A writer of ``kind`` for the file ``path``, which is replaced.

    Raises OSError, or ``CannotWrite`` where something has to be installed for it.
    """
    if kind is Kind.WAV:
        from supple.voice.sound_wav import WavWriter

        return WavWriter(path, tags)
    if kind is Kind.MP3:
        from supple.voice.sound_mp3 import Mp3Writer

        return Mp3Writer(path, tags)
    return _open_ffmpeg(path, kind, tags)


def chapter_comments(tags: Tags) -> dict[str, str]:
    """The chapters as comments, the way players of FLAC and Ogg read them."""
    comments = {}
    for number, chapter in enumerate(tags.chapters, 1):
        seconds, ms = divmod(round(chapter.start_s * 1000), 1000)
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"
        comments[f"CHAPTER{number:03}"] = clock
        comments[f"CHAPTER{number:03}NAME"] = chapter.title
    return comments


def kinds_here() -> tuple[Kind, ...]:
    """The kinds that can be written here. Loads nothing."""
    found = []
    for kind in (Kind.MP3, Kind.M4A, Kind.FLAC, Kind.WAV):
        with suppress(CannotWrite):
            check_able(kind)
            found.append(kind)
    return tuple(found)


def check_able(kind: Kind) -> None:
    """Raises ``CannotWrite`` where ``kind`` cannot be written here."""
    if kind is Kind.WAV or _has("lameenc" if kind is Kind.MP3 else "av"):
        return
    if kind is Kind.MP3 or not _program():
        raise CannotWrite(missing(kind))


def _open_ffmpeg(path: Path, kind: Kind, tags: Tags) -> Writer:
    """FFmpeg writes both, as a package or as a program."""
    # A package that is there and cannot be loaded is as good as none.
    with suppress(ImportError):
        from supple.voice.sound_av import AvWriter

        return AvWriter(path, kind, tags)
    if program := _program():
        from supple.voice.sound_ffmpeg import FfmpegWriter

        return FfmpegWriter(path, kind, tags, program)
    raise CannotWrite(missing(kind))


def missing(kind: Kind) -> str:
    """What to install for ``kind``."""
    if kind is Kind.MP3:
        return "MP3 files need the package lameenc. Install it with: pip install lameenc"
    return (
        f"{kind.upper()} files need one more package. Install it with: {INSTALL} "
        "The program ffmpeg does as well. WAV and MP3 need neither."
    )


def _has(package: str) -> bool:
    from importlib.util import find_spec

    return find_spec(package) is not None


def _program() -> str:
    from shutil import which

    return which("ffmpeg") or ""
