"""The history of sessions: written as they happen, read as records.

The session's types take 10 ms to load; they are imported where a session is really read.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from supple.store.database import Database
from supple.store.instants import columns, from_columns, offset_min, utc_text
from supple.store.lock import Life, Runs
from supple.store.values import read_day_totals, understood, whole

if TYPE_CHECKING:
    from supple.core.event import Ended
    from supple.core.record import SessionRecord, StepRecord

CHECK_EVERY = timedelta(days=7)
STALE_S = 24 * 3600.0
"""After this long an open session is over even where the disk cannot tell who runs it."""


def random_id() -> str:
    """24 hexadecimal digits that no other computer has drawn."""
    return os.urandom(12).hex()


def local_now() -> datetime:
    """The computer's clock with its present offset from UTC."""
    return datetime.now(UTC).astimezone()


def check_pain(*answers: int | None) -> None:
    """Raises ValueError for an answer that is neither 0 to 10 nor None."""
    for answer in answers:
        if answer is not None and answer not in range(11):
            raise ValueError(f"pain goes from 0 to 10: {answer}")


class History:
    """Sessions in one database. Every method raises UserError when the disk refuses."""

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
        self._number, self.device = self._this_device()

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
            db.execute(
                """
                INSERT INTO session (id, device, run, routine, routine_name, plan_level, planned_s,
                    started_utc, started_offset_min, local_date, changed_utc)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                (*values, *columns(started_at), utc_text(started_at)),
            )

    def add_step(
        self, session: str, step: StepRecord, at: datetime, row_id: str | None = None
    ) -> str:
        """Append what was held, ending ``at``; returns the row's id, drawn when not given.

        Raises LookupError for a session that was never opened.
        """
        row_id = row_id or self._new_id()
        with self._db.transaction() as db:
            found = db.execute("SELECT number FROM session WHERE id = ?", (session,)).fetchone()
            if found is None:
                raise LookupError(session)
            number = found[0]
            db.execute(
                "UPDATE session SET held_s = held_s + ?, changed_utc = ? WHERE number = ?",
                (step.held_s, utc_text(at), number),
            )
            db.execute(
                """
                INSERT INTO step (session, position, id, device, kind, stretch, side, set_number,
                    planned_s, held_s, completed, hurt, ended_utc, ended_offset_min, local_date)
                VALUES (?1, (SELECT count(*) FROM step WHERE session = ?1),
                    ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                """,
                (
                    *(number, row_id, self._number, step.kind.value, step.stretch),
                    *(step.side.value, step.set, step.planned_s, step.held_s),
                    *(step.completed, step.hurt, *columns(at)),
                ),
            )
        return row_id

    def mark_hurt(self, step_id: str) -> None:
        """Say of a row already written that it hurt."""
        with self._db.transaction() as db:
            db.execute("UPDATE step SET hurt = 1 WHERE id = ?", (step_id,))

    def close_session(self, session: str, ended: Ended, at: datetime) -> None:
        """End a session that is open; one that has ended keeps its end."""
        with self._db.transaction() as db:
            db.execute(
                """
                UPDATE session SET ended = ?, ended_utc = ?, ended_offset_min = ?, changed_utc = ?
                WHERE id = ? AND ended IS NULL
                """,
                (ended.value, utc_text(at), offset_min(at), utc_text(self._now()), session),
            )
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
            db.execute(
                """
                UPDATE session SET pain_before = coalesce(?, pain_before),
                    pain_after = coalesce(?, pain_after), note = coalesce(?, note), changed_utc = ?
                WHERE id = ?
                """,
                (pain_before, pain_after, note, utc_text(self._now()), session),
            )

    def discard(self, session: str) -> None:
        """Leave a session out from now on; :meth:`restore` brings it back."""
        self._set_deleted(session, utc_text(self._now()))

    def restore(self, session: str) -> None:
        """Undo :meth:`discard`."""
        self._set_deleted(session, None)

    def sessions(self, limit: int | None = None, since: date | None = None) -> list[SessionRecord]:
        """Sessions, newest first; ``since`` is a local date, itself included."""
        from supple.store.rows import read_sessions

        day = "" if since is None else "AND local_date >= ?"
        values = [] if since is None else [since.isoformat()]
        return read_sessions(
            self._db,
            f"WHERE deleted_utc IS NULL {day} ORDER BY started_utc DESC, number DESC LIMIT ?",
            [*values, -1 if limit is None else limit],
        )

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

    def stretches_done(self) -> frozenset[str]:
        """Ids of the stretches of which something was ever held, in deleted sessions as well."""
        rows = self._db.rows("SELECT DISTINCT stretch FROM step WHERE held_s > 0")
        return frozenset(str(row[0]) for row in rows)

    def day_totals(self) -> list[tuple[date, float, int]]:
        """Local date, seconds held and sessions of each day on which anything was held."""
        return read_day_totals(self._db)

    def check_when_due(self, now: datetime) -> None:
        """Read the whole file once a week. Raises UserError when it is damaged."""
        today = now.astimezone(UTC).date()
        last = self._db.rows("SELECT value FROM meta WHERE key = 'checked'")
        if last and str(last[0][0]) > (today - CHECK_EVERY).isoformat():
            return
        self._db.check()
        with self._db.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES ('checked', ?)", (today.isoformat(),))

    def repair(self, now: datetime) -> list[SessionRecord]:
        """Close what a crash of this computer left open, at the last instant known of it.

        A session that another living process records is left alone.
        """
        rows = self._db.rows(
            """
            SELECT s.id, s.run, coalesce(t.ended_utc, s.started_utc),
                   coalesce(t.ended_offset_min, s.started_offset_min)
            FROM session AS s LEFT JOIN step AS t ON t.session = s.number
                AND t.position = (SELECT max(position) FROM step WHERE session = s.number)
            WHERE s.ended IS NULL AND s.device = ? ORDER BY s.started_utc
            """,
            (self._number,),
        )
        if not rows:
            return []
        from supple.core.event import Ended
        from supple.store.rows import read_sessions

        repaired: list[SessionRecord] = []
        for session, run, utc, minutes in rows:
            with understood(self._db):
                last = from_columns(str(utc), whole(minutes))
            if self._is_over(run, last, now):
                self.close_session(str(session), Ended.CRASHED, last)
                repaired += read_sessions(
                    self._db, "WHERE id = ? AND deleted_utc IS NULL", (str(session),)
                )
        for run in {row[1] for row in rows}:
            if self._life(run) is Life.DEAD:
                self._runs.bury(str(run))
        return repaired

    def _is_over(self, run: object, last: datetime, now: datetime) -> bool:
        life = self._life(run)
        if life is Life.UNKNOWN:
            return (now - last).total_seconds() > STALE_S
        return life is Life.DEAD

    def _life(self, run: object) -> Life:
        known = isinstance(run, str) and run.isalnum()
        return self._runs.life(str(run)) if known else Life.UNKNOWN

    def _my_run(self) -> str | None:
        if self._run is None:
            run = random_id()
            self._run = run if self._runs.take(run) else None
        return self._run

    def _this_device(self) -> tuple[int, str]:
        query = "SELECT number, id FROM device JOIN meta ON key = 'device' AND value = id"
        if not self._db.rows(query):
            with self._db.transaction() as db:
                # Another process may have been faster.
                if not self._db.rows(query):
                    device = self._new_id()
                    db.execute("INSERT INTO device (id) VALUES (?)", (device,))
                    db.execute("INSERT OR REPLACE INTO meta VALUES ('device', ?)", (device,))
        ((number, device_id),) = self._db.rows(query)
        return int(str(number)), str(device_id)

    def _set_deleted(self, session: str, deleted: str | None) -> None:
        with self._db.transaction() as db:
            db.execute(
                "UPDATE session SET deleted_utc = ?, changed_utc = ? WHERE id = ?",
                (deleted, utc_text(self._now()), session),
            )
