"""Small files that another program reads: whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from supple.desk.capability import Unavailable


def read_bytes(path: Path) -> bytes | None:
    """What is in ``path``; None where there is no such file. Raises Unavailable."""
    try:
        if path.exists() and not path.is_file():  # to open a pipe would wait for ever
            raise OSError(errno.EINVAL, "it is not a file")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refused(path, "read", error) from error


def read_text(path: Path) -> str | None:
    """The same as text; what is none is replaced."""
    raw = read_bytes(path)
    return None if raw is None else raw.decode("utf-8", "replace")


def write_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of what was there, with its folder. Raises Unavailable."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _refused(path, "written", error) from error


def write_text(path: Path, text: str) -> None:
    """The same for a text."""
    write_bytes(path, text.encode())


def remove(path: Path) -> None:
    """Remove ``path``; fine where it is not. Raises Unavailable."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, "removed", error) from error


def _refused(path: Path, done: str, error: OSError) -> Unavailable:
    return Unavailable(f"{path} cannot be {done}: {error.strerror or error}")
