"""Sessions written into the history while they happen, and closed after a crash.

The session's types take 10 ms to load; they are imported where a session is really read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from supple.store import writing
from supple.store.changes import set_deleted
from supple.store.crashed import crashed
from supple.store.database import Database
from supple.store.devices import this_device
from supple.store.lock import Runs

if TYPE_CHECKING:
    from supple.core.event import Ended
    from supple.core.record import SessionRecord, StepRecord


def random_id() -> str:
    """24 hexadecimal digits that no other computer has drawn."""
    return os.urandom(12).hex()


def local_now() -> datetime:
    """The computer's clock with its present offset from UTC."""
    if hasattr(time, "tzset"):
        # Elsewhere than on Windows a process keeps the zone it started in.
        time.tzset()
    return datetime.now(UTC).astimezone()


def check_pain(*answers: int | None) -> None:
    """Raises ValueError for an answer that is neither 0 to 10 nor None."""
    for answer in answers:
        if answer is not None and answer not in range(11):
            raise ValueError(f"pain goes from 0 to 10: {answer}")


def _is_empty(session: SessionRecord) -> bool:
    """Whether nothing was held, rated or noted."""
    rated = (session.pain_before, session.pain_after) != (None, None)
    return session.held_s == 0 and not rated and not session.note


class Recording:
    """What recording a session needs of a history; ``History`` is the whole of it.

    Every method raises UserError when the disk refuses.
    """

    def __init__(
        self,
        database: Database,
        new_id: Callable[[], str] = random_id,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self._db = database
        self._new_id = new_id
        self._now = now
        self._runs = Runs(database.path.parent / "runs")
        self._run: str | None = None
        self._number, self.device = this_device(database, new_id)

    def close(self) -> None:
        """Let go of the file and of the mark that this process records."""
        self._runs.release()
        self._db.close()

    def open_session(
        self,
        session: str,
        routine: str,
        routine_name: str,
        started_at: datetime,
        *,
        planned_s: float = 0.0,
        plan_level: int | None = None,
    ) -> None:
        """Begin a session's row. ``planned_s``: seconds of hold and repetitions it plans."""
        run = self._my_run()
        values = (session, self._number, run, routine, routine_name, plan_level, planned_s)
        with self._db.transaction() as db:
            writing.open_session(db, values, started_at)

    def add_step(
        self, session: str, step: StepRecord, at: datetime, row_id: str | None = None
    ) -> str:
        """Append what was held, ending ``at``; returns the row's id, drawn when not given.

        Raises LookupError for a session that was never opened.
        """
        row_id = row_id or self._new_id()
        with self._db.transaction() as db:
            writing.add_step(db, session, self._number, step, row_id, at)
        return row_id

    def mark_hurt(self, step_id: str) -> None:
        """Say of a row already written that it hurt."""
        with self._db.transaction() as db:
            writing.mark_hurt(db, step_id, self._now())

    def close_session(self, session: str, ended: Ended, at: datetime) -> None:
        """End a session that is open; one that has ended keeps its end."""
        with self._db.transaction() as db:
            writing.close_session(db, session, ended, at)
        self._db.settle()

    def rate(
        self,
        session: str,
        pain_before: int | None = None,
        pain_after: int | None = None,
        note: str | None = None,
    ) -> None:
        """Keep answers, pain from 0 to 10; None leaves what was there."""
        check_pain(pain_before, pain_after)
        with self._db.transaction() as db:
            writing.rate(db, session, (pain_before, pain_after, note), self._now())

    def repair(self, now: datetime) -> list[SessionRecord]:
        """Close what a crash of this computer left open, at the last instant known of it.

        A session that another living process records is left alone. One in which nothing was
        held or said is deleted as well.
        """
        repaired: list[SessionRecord] = []
        for session, last in crashed(self._db, self._runs, self._number, now):
            from supple.core.ended import Ended
            from supple.store.rows import read_sessions

            self.close_session(session, Ended.CRASHED, last)
            found = read_sessions(self._db, "WHERE id = ? AND deleted_utc IS NULL", (session,))
            repaired += found
            if found and _is_empty(found[0]):
                # Nobody would know what such a line in the list is about.
                self.discard(session)
        return repaired

    def discard(self, session: str) -> None:
        """Leave a session out from now on; :meth:`restore` brings it back."""
        with self._db.transaction() as db:
            set_deleted(db, "session", session, self._now(), gone=True)

    def restore(self, session: str) -> None:
        """Undo :meth:`discard`."""
        with self._db.transaction() as db:
            set_deleted(db, "session", session, self._now(), gone=False)

    def session(self, session: str) -> SessionRecord | None:
        """One session, a discarded one too; None when there is none of that id."""
        from supple.store.rows import read_sessions

        found = read_sessions(self._db, "WHERE id = ?", (session,))
        return found[0] if found else None

    def step_ids(self, session: str) -> frozenset[str]:
        """Ids of the rows a session has."""
        rows = self._db.rows(
            "SELECT id FROM step WHERE session = (SELECT number FROM session WHERE id = ?)",
            (session,),
        )
        return frozenset(str(row[0]) for row in rows)

    def _my_run(self) -> str | None:
        if self._run is None:
            run = random_id()
            self._run = run if self._runs.take(run) else None
        return self._run
