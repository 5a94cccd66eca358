"""The history as the program finds it at a start."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from supple.core.problem import UserError
from supple.store.database import Database
from supple.store.history import History, local_now, random_id
from supple.store.lock import Life, Runs
from supple.store.paths import Paths
from supple.store.regular import is_other

if TYPE_CHECKING:
    from supple.core.record import SessionRecord
    from supple.store.recovered import Recovered

_MENDED = "Open Supple, or run: supple history restore"


class Opened(NamedTuple):
    """The open history and what had to be done to it."""

    history: History
    taken_in: tuple[SessionRecord, ...]
    """Sessions an earlier run had to keep in files."""
    repaired: tuple[SessionRecord, ...]
    """Sessions a crash had cut; the last one may be offered again."""
    failed: tuple[str, ...]
    """Kept sessions that could not be taken in, in words."""
    recovered: Recovered | None = None
    """What was done about a damaged file; told until ``recovered.forget`` is called."""


def open_history(
    paths: Paths,
    new_id: Callable[[], str] = random_id,
    now: Callable[[], datetime] = local_now,
    *,
    mend: bool = False,
) -> Opened:
    """Open, migrate and repair the history of ``paths``.

    ``mend`` lets a damaged file be replaced by the best that can be had of it. It is for who
    holds the mark of the window, so that nobody else has the file open meanwhile. Raises
    UserError, with the reason, when the file cannot be used.
    """
    found = _look(paths, mend)
    if found and not mend:
        raise UserError(found)
    if found:
        _mend(paths, new_id, now)
    try:
        return _open(paths, new_id, now)
    except UserError:
        if not mend or not _is_damaged(paths):
            raise
    _mend(paths, new_id, now)
    return _open(paths, new_id, now)


def _open(paths: Paths, new_id: Callable[[], str], now: Callable[[], datetime]) -> Opened:
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
    return Opened(history, tuple(taken), tuple(repaired), tuple(failed), _remembered(paths))


def _look(paths: Paths, mend: bool) -> str:
    """What SQLite would not see by itself, in words; "" when nothing is.

    Five looks at the folder, as long as nothing is wrong. Raises UserError where something
    else than a file stands in its place.
    """
    if what := is_other(paths.history_db):
        raise UserError(
            f"{paths.history_db} is {what}, not a file. Move it away and start Supple again. "
            "A new history begins then; a backup of yours can be restored in the settings, "
            "under Data."
        )
    if paths.ready_db.is_file():
        return f"The history was being restored when Supple was stopped. {_MENDED}"
    if mend and paths.suspect_file.exists():
        if _is_damaged(paths):
            return _damaged(paths)
        _trust(paths)
    size, writes = (_size(paths.history_db.name + end, paths) for end in ("", "-wal"))
    if size is None or (size and not writes):
        return ""
    from supple.store import recovery

    alone = mend or Runs(paths.runs_dir).life("window") is Life.DEAD
    if recovery.is_emptied(paths) or (alone and recovery.loses_writes(paths)):
        return _damaged(paths)
    return ""


def suspect(paths: Paths) -> None:
    """Let the next start read the whole file, as damage was met while it was in use."""
    with suppress(OSError):
        paths.suspect_file.touch()


def _trust(paths: Paths) -> None:
    with suppress(OSError):
        paths.suspect_file.unlink(missing_ok=True)


def _damaged(paths: Paths) -> str:
    return f"{paths.history_db} is damaged and was left as it is. {_MENDED}"


def _size(name: str, paths: Paths) -> int | None:
    try:
        return (paths.data / name).stat().st_size
    except OSError:
        return None


def _is_damaged(paths: Paths) -> bool:
    from supple.store.recovery import is_damaged

    return is_damaged(paths)


def _mend(paths: Paths, new_id: Callable[[], str], now: Callable[[], datetime]) -> None:
    from supple.store import recovery

    if paths.ready_db.is_file():
        recovery.finish(paths)
    else:
        recovery.recover(paths, new_id, now())
    _trust(paths)


def _remembered(paths: Paths) -> Recovered | None:
    if not paths.recovered_file.exists():
        return None
    from supple.store.recovered import remembered

    return remembered(paths)


def _take_in(paths: Paths, history: History) -> tuple[list[SessionRecord], list[str]]:
    if not paths.unsaved_dir.exists():
        return [], []
    from supple.store.unsaved import Unsaved  # what it needs is slow to load

    return Unsaved(paths.unsaved_dir).take_in(history)
