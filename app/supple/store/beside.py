"""A large file that is written piece by piece, and is either the old one or the new one."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from supple.core.problem import UserError
from supple.store.atomic import sync_folder

LEFT_S = 300.0
"""What was not written to for so long will not be finished."""


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A file to write beside ``target``, which then takes its place, or goes as if never there.

    Raises UserError where the disk refuses.
    """
    real = Path(os.path.realpath(target))
    try:
        if real.exists() and not real.is_file():
            raise UserError(f"{target} is not a plain file. Name another one.")
        _sweep(real)
        part = beside_of(target, os.getpid())
        # As private as what it replaces; a new one is passed on, and gets the usual permissions.
        mode = 0o600 if real.exists() else 0o666
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
    except OSError as error:
        raise UserError(_refused(target, error)) from error
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            part.chmod(real.stat().st_mode & 0o7777)
        part.replace(real)
    except OSError as error:
        raise UserError(_refused(target, error)) from error
    finally:
        with suppress(OSError):
            part.unlink()
    sync_folder(real.parent)


def beside_of(target: Path, process: int) -> Path:
    """What ``process`` writes until it is whole and can take the place of ``target``."""
    real = Path(os.path.realpath(target))
    return real.with_name(f".{real.stem}.{process}.new{real.suffix}")


def _sweep(real: Path) -> None:
    """Remove what was left when somebody's power went; what is being written is younger."""
    # As ``beside_of`` names them: nobody else's file is to go.
    left = re.compile(rf"\.{re.escape(real.stem)}\.\d+\.new{re.escape(real.suffix)}")
    for path in real.parent.iterdir():
        with suppress(OSError):
            if left.fullmatch(path.name) and time.time() - path.stat().st_mtime > LEFT_S:
                path.unlink()


def _refused(target: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"{target} cannot be written: the disk is full. Make room, or name another place."
    return (
        f"{target} cannot be written: {error.strerror or error}. "
        "Name a file in a folder that is there and that you may write to."
    )
