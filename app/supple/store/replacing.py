"""Puts another file in the place of the history, so that a crash at any point loses nothing.

The new file is made whole in a folder of its own and then named ``history-ready.db``. From then
on it is the history: whoever finds it finishes what was begun. What it replaces is given another
name before.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from supple.store import atomic
from supple.store.paths import Paths, make_private

BESIDE = ("-wal", "-journal", "-shm")
"""Files SQLite keeps beside a database; the last one holds nothing of worth."""
_STAMP = "%Y-%m-%dT%H%M%S.%fZ"


def workshop(paths: Paths) -> Path:
    """An empty folder to make a new history in. Raises OSError."""
    folder = paths.data / "recovering"
    if folder.exists():
        shutil.rmtree(folder)
    make_private(folder)
    return folder


def clear_workshop(paths: Paths) -> None:
    """Remove it with what is in it."""
    shutil.rmtree(paths.data / "recovering", ignore_errors=True)


def keep_aside(paths: Paths, now: datetime) -> Path:
    """Give the history and its journal a second name, ``history-damaged-…``; return it.

    What was kept aside by an earlier try is not kept twice. Raises OSError.
    """
    history = paths.history_db
    for known in sorted(history.parent.glob("history-damaged-*.db")):
        if _same(history, known):
            _keep_journals(history, known)
            return known
    kept = _free_name(paths, now)
    # The journal first: a crash in between then leaves nothing that looks complete.
    _keep_journals(history, kept)
    _second_name(history, kept)
    atomic.sync_folder(history.parent)
    return kept


def make_ready(made: Path, paths: Paths) -> None:
    """Declare ``made``, closed and without journals, to be the history. Raises OSError."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.replace(paths.ready_db)
    atomic.sync_folder(paths.data)


def put_in_place(paths: Paths) -> None:
    """Let the ready file take its place. Raises OSError; it can then be tried again."""
    clear_workshop(paths)
    # A journal left beside would be taken for one of the new file.
    for end in BESIDE:
        paths.history_db.with_name(paths.history_db.name + end).unlink(missing_ok=True)
    atomic.sync_folder(paths.data)
    paths.ready_db.replace(paths.history_db)
    atomic.sync_folder(paths.data)


def _free_name(paths: Paths, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime(_STAMP)
    path = paths.data / f"history-damaged-{stamp}.db"
    number = 1
    while any(path.with_name(path.name + end).exists() for end in ("", *BESIDE)):
        number += 1
        path = paths.data / f"history-damaged-{stamp}-{number}.db"
    return path


def _keep_journals(history: Path, kept: Path) -> None:
    for end in BESIDE[:2]:
        journal = history.with_name(history.name + end)
        second = kept.with_name(kept.name + end)
        if journal.exists() and journal.stat().st_size and not second.exists():
            # Not a link: SQLite begins a journal anew in the same file.
            _copy(journal, second)


def _second_name(path: Path, second: Path) -> None:
    """A link where the disk knows them, as it needs no room; a copy elsewhere."""
    try:
        os.link(path, second)
    except OSError:
        _copy(path, second)


def _copy(path: Path, second: Path) -> None:
    beside = second.with_name(f".{second.name}.new")
    try:
        shutil.copy2(path, beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(second)
    finally:
        with suppress(OSError):
            beside.unlink()


def _same(history: Path, kept: Path) -> bool:
    with suppress(OSError):
        if history.samefile(kept):
            return True
        ours, theirs = history.stat(), kept.stat()
        same = (ours.st_size, ours.st_mtime_ns) == (theirs.st_size, theirs.st_mtime_ns)
        return same and history.read_bytes() == kept.read_bytes()
    return False
