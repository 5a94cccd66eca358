"""Files that are either the old one or the new one, never half of both."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from supple.store.regular import NotAFile, status_of

LEFT_FOR_S = 3600.0
"""Seconds after which nobody is at work on a file any more."""


def write_bytes(path: Path, content: bytes, at_last: Callable[[], object] = lambda: None) -> None:
    """Replace ``path`` by ``content`` in one step, keeping its permissions.

    A link is followed, so that the file it names is replaced and not the link. A new file can
    be read by this user only. ``at_last`` is called just before the old file goes. Raises OSError,
    NotAFile for a pipe, a device or a folder, or what ``at_last`` does, and then leaves ``path``
    as it was.
    """
    with suppress(FileNotFoundError):
        status_of(path)
    import tempfile  # 3 ms that a start without a change does not need

    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".new")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, beside)
        at_last()
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    sync_folder(target.parent)


def write_out(path: Path, content: bytes) -> None:
    """:func:`write_bytes` where somebody named ``path``: a pipe or a device is written to."""
    try:
        write_bytes(path, content)
    except NotAFile:
        path.write_bytes(content)


def write_text(path: Path, content: str) -> None:
    """:func:`write_bytes` in UTF-8, with the line ends as they are in ``content``."""
    write_bytes(path, content.encode("utf-8"))


def sweep(path: Path) -> None:
    """Remove what writes of ``path`` that were cut short have left beside it. Raises nothing."""
    target = Path(os.path.realpath(path))
    # As tempfile names them: nobody else's file is to go, in whatever folder this one is.
    left = re.compile(rf"\.{re.escape(target.name)}\.[a-z0-9_]{{8}}\.new")
    with suppress(OSError):
        for found in target.parent.iterdir():
            # A younger one may be written to just now, by another process.
            if left.fullmatch(found.name) and time.time() - found.stat().st_mtime > LEFT_FOR_S:
                found.unlink()


def _keep_mode(old: Path, new: Path) -> None:
    with suppress(FileNotFoundError):
        new.chmod(stat.S_IMODE(old.stat().st_mode))


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` safe from a power cut, where the system can."""
    # The new name is only safe from a power cut once its folder is. Windows cannot open one.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
