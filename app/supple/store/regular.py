"""Reading what is a file: to open a named pipe waits for who writes to it, maybe for ever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


class NotAFile(OSError):
    """Something else stands there. ``strerror`` says what, such as ``it is a folder``."""


def status_of(path: Path) -> os.stat_result:
    """What the disk says of the file ``path``, or of what it leads to; it is not opened.

    Raises NotAFile, and OSError as a look at it does.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        what = f"it is {_kind(status.st_mode)}, not a file"
        raise NotAFile(errno.EINVAL, what, str(path))
    return status


def is_other(path: Path) -> str:
    """What stands there that is no file, such as ``a folder``; "" for a file and for nothing."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return ""
    return "" if stat.S_ISREG(mode) else _kind(mode)


def read_file(path: Path, most: int = -1) -> bytes:
    """The first ``most`` bytes of the file ``path``, or all of them.

    Raises NotAFile for what may never end, and OSError as reading does.
    """
    status_of(path)
    with path.open("rb") as file:
        return file.read(most)


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
