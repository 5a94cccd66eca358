"""A little room on the disk, kept free for what must not be lost when the disk is full."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from supple.store.regular import is_other

SIZE: Final = 131_072
"""Bytes; a long session takes a quarter, and while it is written anew there are two of it."""
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What a disk, or the share of it somebody may use, says when it has no room left."""


class Reserve:
    """A file of nothing that is there to be given up. None of this raises."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self) -> None:
        """Have it there, where there is room for it; its folder is there already."""
        with suppress(OSError):
            if is_other(self._path) or self._size() == SIZE:
                return
            try:
                # Not zeros: a disk that packs its files would give them no room at all.
                self._path.write_bytes(os.urandom(SIZE))
            except OSError:
                self._path.unlink()
                raise

    def _size(self) -> int:
        with suppress(FileNotFoundError):
            return self._path.stat().st_size
        return 0

    def spend(self) -> bool:
        """Give the room up; whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
