"""The history as the program finds it at a start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from supple.store.database import Database
from supple.store.history import History, local_now, random_id
from supple.store.paths import Paths

if TYPE_CHECKING:
    from supple.core.record import SessionRecord


class Opened(NamedTuple):
    """The open history and what had to be done to it."""

    history: History
    taken_in: tuple[SessionRecord, ...]
    """Sessions an earlier run had to keep in files."""
    repaired: tuple[SessionRecord, ...]
    """Sessions a crash had cut; the last one may be offered again."""
    failed: tuple[str, ...]
    """Kept sessions that could not be taken in, in words."""


def open_history(
    paths: Paths,
    new_id: Callable[[], str] = random_id,
    now: Callable[[], datetime] = local_now,
) -> Opened:
    """Open, migrate and repair the history of ``paths``.

    Raises UserError, with the reason, when the file cannot be used.
    """
    database = Database.open(paths.history_db, paths.backups_dir)
    try:
        history = History(database, new_id, now)
        history.check_when_due(now())
        # First the files: repair would end their sessions as crashed.
        taken, failed = _take_in(paths, history)
        repaired = history.repair(now())
    except BaseException:
        database.close()
        raise
    return Opened(history, tuple(taken), tuple(repaired), tuple(failed))


def _take_in(paths: Paths, history: History) -> tuple[list[SessionRecord], list[str]]:
    if not paths.unsaved_dir.exists():
        return [], []
    from supple.store.unsaved import Unsaved  # what it needs is slow to load

    return Unsaved(paths.unsaved_dir).take_in(history)
