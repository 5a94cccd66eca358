"""A mark that a process is alive, which the system itself takes away when it dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path

from supple.store.paths import make_private

if sys.platform == "win32":
    import msvcrt

    _BUSY = (PermissionError,)

    def _lock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    _BUSY = (BlockingIOError, PermissionError)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Life(Enum):
    """Whether the process behind a lock lives."""

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"
    """The disk cannot lock files, as on some network drives."""


class Runs:
    """Lock files in one folder, each held by one process for as long as it lives."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}

    def take(self, run: str) -> bool:
        """Hold the lock of ``run``; False where the folder or the disk does not allow it."""
        handle = -1
        try:
            make_private(self._folder)
            handle = os.open(self._path(run), os.O_RDWR | os.O_CREAT, 0o600)
            _lock(handle)
            stays = _is_at(self._path(run), handle)
        except OSError:
            if handle >= 0:
                os.close(handle)
            return False
        if not stays:
            # Its last holder removed it meanwhile, so that nobody else would see this lock.
            os.close(handle)
            return self.take(run)
        self._held[run] = handle
        return True

    def life(self, run: str) -> Life:
        """Whether the process that took ``run`` still holds it."""
        if run in self._held:
            return Life.ALIVE
        try:
            handle = os.open(self._path(run), os.O_RDWR)
        except FileNotFoundError:
            return Life.DEAD
        except OSError:
            return Life.UNKNOWN
        try:
            _lock(handle)
        except _BUSY:
            return Life.ALIVE
        except OSError:
            return Life.UNKNOWN
        finally:
            os.close(handle)
        return Life.DEAD

    def bury(self, run: str) -> None:
        """Remove the lock file of a dead process."""
        if run not in self._held:
            with suppress(OSError):
                self._path(run).unlink()

    def release(self) -> None:
        """Let go of every lock of this process."""
        for run, handle in self._held.items():
            # Once the lock is free the file may be another's. Windows removes no open file.
            if sys.platform == "win32":
                os.close(handle)
            with suppress(OSError):
                self._path(run).unlink()
            if sys.platform != "win32":
                os.close(handle)
        self._held.clear()

    def _path(self, run: str) -> Path:
        if not run.isalnum():
            raise ValueError(f"not the id of a run: {run!r}")
        return self._folder / f"{run}.lock"


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
