"""Which histories this process has open.

On POSIX to close any handle of a file takes away every lock the process has on it. The next program
to close the history would believe it was the last, and delete the journal that this one writes. So
a file that is open here may not be opened by anything but SQLite, nor those it keeps beside it.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_connections: Counter[str] = Counter()
_counting = threading.Lock()
"""The window and its worker open and close connections of their own."""


def count_in(path: Path) -> None:
    """One connection more to ``path``."""
    with _counting:
        _connections[_key(path)] += 1


def count_out(path: Path) -> None:
    """One connection less."""
    with _counting:
        _connections[_key(path)] -= 1


def is_open_here(path: Path) -> bool:
    """Whether ``path`` is such a file, or one that SQLite keeps beside it."""
    name = _key(path)
    return any(_connections[name.removesuffix(end)] > 0 for end in ("", "-shm", "-wal", "-journal"))


@contextmanager
def unopened(path: Path) -> Iterator[bool]:
    """Whether this process has ``path`` not open; meanwhile no other thread opens it.

    For a short look at a file that may be the history.
    """
    with _counting:
        yield not is_open_here(path)


def _key(path: Path) -> str:
    return os.path.realpath(path)
