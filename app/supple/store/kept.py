"""Work saved for the next start. Any file may be missing, spoiled or old: it is made anew."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from supple.store.paths import make_private
from supple.store.regular import read_file

LARGEST = 4_000_000
"""Bytes beyond which a file is not one of ours."""


class Kept:
    """Small files in one folder, thrown away as soon as the ``stamp`` is another one.

    The stamp names what the work was made with, such as the program's version. Nothing here
    raises: without a disk the work is simply done again.
    """

    def __init__(self, folder: Path, stamp: str) -> None:
        self._folder = folder
        self._stamp = stamp

    def read(self, name: str) -> bytes | None:
        """What was kept under ``name``, or None."""
        try:
            content = read_file(self._path(name), LARGEST + 1)
        except OSError:
            return None
        return content if len(content) <= LARGEST else None

    def write(self, name: str, content: bytes) -> None:
        """Keep ``content``; what was kept with another stamp goes."""
        path = self._path(name)
        # Another start may write the same file. No fsync: a torn file is only work to do again.
        beside = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            make_private(self._folder)
            beside.write_bytes(content)
            beside.replace(path)
            self._forget_others()
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def _path(self, name: str) -> Path:
        return self._folder / f"{self._stamp}-{name}"

    def _forget_others(self) -> None:
        for path in self._folder.iterdir():
            if not path.name.startswith(f"{self._stamp}-"):
                path.unlink()
