"""What the section "Data" of the settings asks for: copies, other computers, a new beginning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from supple.core import labels
from supple.core.data_view import BackupRow, Change, DataView, backup_row, moment
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.errands import Errands
from supple.shell.upkeep import Upkeep

if TYPE_CHECKING:
    from supple.store import restoring
    from supple.store.journal import Exchanged
    from supple.store.paths import Paths
    from supple.ui.settings.data import DataCards
    from supple.ui.window import MainWindow

COPYING = "Making a backup..."
RESTORING = "Restoring..."
EXCHANGING = "Exchanging with the shared folder..."
DELETING = "Deleting..."
NAMED = 3
"""Sessions named one by one before they are only counted."""
Result = TypeVar("Result")


class DataDesk:
    """Does it off the window's thread, and shows what came of it."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        errands: Errands,
        upkeep: Upkeep,
        reopen: Callable[[], None],
        in_session: Callable[[], bool],
    ) -> None:
        """``reopen`` opens the history that took the place of the closed one, and shows it."""
        self._deps = deps
        self._window = window
        self._errands = errands
        self._upkeep = upkeep
        self._reopen = reopen
        self._in_session = in_session

    def show(self) -> None:
        """Look at the copies and show them."""
        paths, now = self._deps.paths, self._deps.now()

        def look() -> tuple[tuple[BackupRow, ...], tuple[str, ...]]:
            return backup_rows(paths, now), what_goes(paths)

        self._errands.run(look, lambda found: self._show(*found), self._failed)

    def back_up(self) -> None:
        """Make a copy now."""
        paths, now = self._deps.paths, self._deps.now()

        def work() -> None:
            from supple.store.backups import make

            make(paths.history_db, paths.backups_dir, now)

        self._do(COPYING, work, lambda _: "A backup was made.")

    def compare(self, backup: str) -> None:
        """Show what restoring ``backup`` would change."""
        paths, now = self._deps.paths, self._deps.now()

        def work() -> tuple[str, ...]:
            from supple.store.restoring import compare

            return change_lines(compare(paths, paths.backups_dir / backup), now)

        cards = self._cards
        self._errands.run(
            work,
            lambda lines: cards.show_change(Change(backup, lines)),
            lambda error: cards.show_change(Change(backup, (str(error),), ok=False)),
        )

    def restore(self, backup: str) -> None:
        """Put ``backup`` in the place of the history."""
        paths, now = self._deps.paths, self._deps.now()

        def work() -> None:
            from supple.store.restoring import restore

            restore(paths, paths.backups_dir / backup, now)

        self._replace(RESTORING, work, "The backup is in place. What it replaced is kept as one.")

    def delete_all(self) -> None:
        """Begin an empty history; a last backup is made first."""
        paths, now = self._deps.paths, self._deps.now()

        def work() -> None:
            from supple.store.restoring import erase_all

            erase_all(paths, now)

        self._replace(DELETING, work, "Your history is empty. One last backup is kept.")

    def exchange(self) -> None:
        """Exchange with the shared folder now."""
        self._cards.set_busy(EXCHANGING)
        self._upkeep.exchange(self._exchanged, self._failed)

    def _exchanged(self, found: Exchanged) -> None:
        self._cards.set_busy(None)
        self._upkeep.take(found)
        self.show()

    def _replace(self, text: str, work: Callable[[], None], told: str) -> None:
        history = self._deps.history
        if self._in_session():
            self._failed(UserError("A session is running. Finish it first."))
            return
        if history is not None:
            history.close()
            self._deps.history = None

        def over(say: Callable[[], None]) -> None:
            self._cards.set_busy(None)
            self._reopen()
            say()
            self.show()

        self._cards.set_busy(text)
        self._errands.run(
            work,
            lambda _: over(lambda: self._window.toast(told)),
            lambda error: over(lambda: self._failed(error)),
        )

    def _do(self, text: str, work: Callable[[], Result], told: Callable[[Result], str]) -> None:
        def done(result: Result) -> None:
            self._cards.set_busy(None)
            self._window.toast(told(result))
            self.show()

        self._cards.set_busy(text)
        self._errands.run(work, done, self._failed)

    def _failed(self, error: UserError) -> None:
        self._cards.set_busy(None)
        self._window.notice("data", str(error), "care")

    def _show(self, backups: tuple[BackupRow, ...], deletes: tuple[str, ...]) -> None:
        line, ok = exchange_line(self._upkeep.last)
        view = DataView(str(self._deps.paths.data), backups, line, ok, deletes)
        self._cards.show_data(view)

    @property
    def _cards(self) -> DataCards:
        return self._window.pages.settings.get().data


def backup_rows(paths: Paths, now: datetime) -> tuple[BackupRow, ...]:
    """Every backup in words, newest first; each is read whole."""
    from supple.store.backups import check, listing

    rows = []
    for backup in listing(paths.backups_dir):
        found = check(backup)
        at = backup.made_at.astimezone(now.tzinfo)
        sessions = found.sessions if found.good else None
        why = "" if found.good else found.why
        name = backup.path.name
        rows.append(backup_row(name, at, now, sessions, backup.size, good=found.good, why=why))
    return tuple(rows)


def what_goes(paths: Paths) -> tuple[str, ...]:
    """What deleting everything would delete; nothing while there is nothing."""
    from supple.store.checkup import check_file

    if not paths.history_db.exists():
        return ()
    found = check_file(paths.history_db)
    if not found.good or not found.sessions:
        return ()
    return (f"{labels.plural(found.sessions, 'session')} with everything held in them.",)


def change_lines(change: restoring.Change, now: datetime) -> tuple[str, ...]:
    """What restoring would change, a sentence each."""
    lines = [
        *_named(change.going, "is not in it and would go", "are not in it and would go", now),
        *_named(change.coming, "would come back", "would come back", now),
        *_named(change.other, "would be as it was then", "would be as they were then", now),
    ]
    after = f"You would have {labels.plural(change.sessions, 'session')}."
    return (*(lines or ["No session would change."]), after)


def _named(sessions: Sequence[restoring.Session], one: str, many: str, now: datetime) -> list[str]:
    if len(sessions) > NAMED:
        return [f"{len(sessions)} sessions {many}."]
    return [f"“{s.name}”, {moment(s.started_at, now)}, {one}." for s in sessions]


def exchange_line(found: Exchanged | None) -> tuple[str, bool]:
    """What the last exchange came to, and whether it went well."""
    if found is None:
        return "", True
    if found.problems:
        return " ".join(found.problems), False
    if not found.sent and not found.taken:
        return "Everything is the same on both sides.", True
    sent, taken = (labels.plural(n, "entry", "entries") for n in (found.sent, found.taken))
    return f"{sent} sent, {taken} taken in.", True
