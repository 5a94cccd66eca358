"""Spoken sentences kept on disk, so that nothing is synthesised twice."""

from __future__ import annotations

import contextlib
import os
from array import array
from pathlib import Path

from supple.voice import pcm

FORMAT = 1
"""Raised when the treatment of the samples changes, so that old files are not used."""
LIMIT_BYTES = 48 * 1024 * 1024
SPARE_BYTES = 8 * 1024 * 1024
"""The disk is left alone when less than this is free."""


class NoRoom(Exception):
    """The cache cannot be written; says why."""


def key(engine: str, voice: str, rate: int, text: str) -> str:
    """The name a sentence is kept under: 32 hexadecimal digits."""
    # FNV-1a with 128 bits: hashlib would load OpenSSL, 3 MB, for this one use.
    value = 0x6C62272E07BB014262B821756295C58D
    for byte in f"{FORMAT}\0{engine}\0{voice}\0{rate}\0{text}".encode("utf-8", "replace"):
        value = ((value ^ byte) * 0x0000000001000000000000000000013B) & ((1 << 128) - 1)
    return f"{value:032x}"


class Cache:
    """A folder of finished WAVs, the least recently used removed first."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit = limit_bytes
        self._size = -1
        self._is_private = False

    def load(self, name: str) -> tuple[array[int], int] | None:
        """Samples and rate of a kept sentence; None where there is none, or a broken one."""
        path = self._path(name)
        if not path.is_file():  # to open a pipe would wait for ever
            return None
        try:
            found = pcm.read_wav(path)
        except pcm.BadSound:
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return found

    def scratch(self) -> Path:
        """A file inside the folder for an engine to write. Raises ``NoRoom``."""
        path = self._folder / f"{os.getpid()}.part"
        try:
            self._make_folder()
            path.write_bytes(b"")
        except OSError as error:
            raise NoRoom(f"{self._folder} cannot be written: {error.strerror}.") from error
        if _free_bytes(self._folder) < SPARE_BYTES:
            path.unlink()
            raise NoRoom(f"The disk that holds {self._folder} is full.")
        return path

    def keep(self, name: str, samples: array[int], rate: int) -> None:
        """Moves a finished sentence into place, whole or not at all. Raises ``NoRoom``."""
        part = self._folder / f"{os.getpid()}.{name}.part"
        try:
            pcm.write_wav(part, samples, rate)
            part.replace(self._path(name))
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink()
            raise NoRoom(f"{self._folder} cannot be written: {error.strerror}.") from error
        self._grow(len(samples) * 2)

    def _make_folder(self) -> None:
        """What is said tells what hurts: it is nobody else's to read."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._is_private:
            self._is_private = True
            with contextlib.suppress(OSError):  # not every disk knows of such things
                self._folder.chmod(0o700)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.wav"

    def _grow(self, size: int) -> None:
        self._size = self._size + size if self._size >= 0 else self._measure()
        if self._size > self._limit:
            self._size = self._shrink()

    def _measure(self) -> int:
        return sum(size for _, size, _ in self._files())

    def _files(self) -> list[tuple[float, int, str]]:
        """Time of last use, size and path of everything kept, oldest first."""
        found = []
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.endswith((".wav", ".part")):
                    with contextlib.suppress(OSError):
                        stat = entry.stat()
                        found.append((stat.st_mtime, stat.st_size, entry.path))
        return sorted(found)

    def _shrink(self) -> int:
        """Removes the longest unused until three quarters of the limit are left."""
        files = self._files()
        size = sum(s for _, s, _ in files)
        for _, length, path in files:
            if size <= self._limit * 3 // 4:
                break
            with contextlib.suppress(OSError):
                Path(path).unlink()
                size -= length
        return size


def _free_bytes(folder: Path) -> int:
    if not hasattr(os, "statvfs"):
        return SPARE_BYTES
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize
