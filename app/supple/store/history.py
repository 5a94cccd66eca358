"""The history: sessions written as they happen, and everything read, corrected and exchanged.

One door to it; the work is done by the modules beside this one. Most of them are imported where
they are used: the session's types take 10 ms to load, and the first page needs none of them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from supple.store import editing
from supple.store.changes import set_deleted
from supple.store.editing import KEEP, Keep
from supple.store.recording import Recording, check_pain, local_now, random_id
from supple.store.values import read_day_totals, understood, whole

if TYPE_CHECKING:
    from supple.core.assessment import Assessment, Check, Feel
    from supple.core.contents import Contents
    from supple.core.day_off import DayOff, Off
    from supple.core.record import SessionRecord
    from supple.core.routine import Side
    from supple.store.looks import SessionPage
    from supple.store.practice import Practice

__all__ = ["KEEP", "History", "Keep", "check_pain", "local_now", "random_id"]

CHECK_EVERY = timedelta(days=7)


class History(Recording):
    """All that one database keeps. Every method raises UserError when the disk refuses.

    Days: ``day_ends_h``, 0 to 6, is the local hour up to which what begins belongs to the day
    before.
    """

    # -- sessions that are over

    def edit(
        self,
        session: str,
        *,
        started_at: datetime | None = None,
        held_s: float | None = None,
        pain_before: int | Keep | None = KEEP,
        pain_after: int | Keep | None = KEEP,
        note: str | None = None,
    ) -> None:
        """Correct a session; what is not given stays, None clears pain.

        A session that is moved lasts as long as before. ``held_s`` is what counts from now on;
        the steps stay as they were measured. Raises LookupError when there is no such session,
        UserError while it runs, ValueError for pain outside 0 to 10 or seconds that are none.
        """
        check_pain(*(p for p in (pain_before, pain_after) if p is not KEEP))
        if held_s is not None and not 0 <= held_s < float("inf"):
            raise ValueError(f"seconds held are 0 or more: {held_s}")
        with self._db.transaction() as db:
            editing.check_editable(db, session)
            if started_at is not None:
                editing.set_start(db, session, started_at)
            if held_s is not None:
                editing.set_held(db, session, held_s)
            editing.set_answers(db, session, pain_before, pain_after, note)
            editing.edited(db, session, self._now())

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

    # -- what the pages ask

    def stretches_done(self) -> frozenset[str]:
        """Ids of the stretches of which something was ever held, in deleted sessions as well."""
        return frozenset(self.stretch_times())

    def stretch_times(self) -> dict[str, int]:
        """In how many sessions, deleted ones included, something of each stretch was held."""
        rows = self._db.rows("SELECT stretch, sessions FROM stretch_done WHERE sessions > 0")
        with understood(self._db):
            return {str(stretch): whole(sessions) for stretch, sessions in rows}

    def practice(
        self, since: date, day_ends_h: int = 0, limit: int | None = None
    ) -> list[Practice]:
        """The sessions from the day ``since`` on, or the last ``limit`` of them, oldest first."""
        from supple.store.practice import read_practice

        return read_practice(self._db, since, day_ends_h, -1 if limit is None else limit)

    def day_totals(self, day_ends_h: int = 0) -> list[tuple[date, float, int]]:
        """Each day on which anything was held: its date, the seconds, and its sessions.

        Of sessions those count that held for ``supple.core.stats.LEAST_HELD_S`` seconds or more.
        """
        return read_day_totals(self._db, day_ends_h)

    def stretch_totals(
        self, since: date, day_ends_h: int = 0
    ) -> list[tuple[date, str, Side, float]]:
        """Day, stretch, side and seconds held, from the day ``since`` on.

        Where the person corrected a session its stretches share in that.
        """
        from supple.store import looks

        return looks.stretch_totals(self._db, since, day_ends_h)

    def pain_pairs(self, limit: int, day_ends_h: int = 0) -> list[tuple[date, int, int]]:
        """Day, pain before and pain after of the last ``limit`` sessions that say both."""
        from supple.store import looks

        return looks.pain_pairs(self._db, limit, day_ends_h)

    def pain_count(self) -> int:
        """How many sessions say both."""
        from supple.store import looks

        return looks.pain_count(self._db)

    def session_page(
        self,
        routine: str | None,
        since: date | None,
        until: date | None,
        limit: int,
        offset: int = 0,
        day_ends_h: int = 0,
    ) -> SessionPage:
        """Sessions newest first, of one routine and between two days (both included) if given."""
        from supple.store import looks

        window = (limit, offset)
        return looks.session_page(self._db, routine, since, until, window, day_ends_h)

    def routines_done(self) -> list[tuple[str, str]]:
        """Id and latest name of every routine there are sessions of, by name."""
        from supple.store import looks

        return looks.routines_done(self._db)

    # -- flexibility checks and days off

    def assessments(self) -> list[Assessment]:
        """Every check that is not deleted, oldest first."""
        from supple.store.assessments import read_assessments

        return read_assessments(self._db, "WHERE deleted_utc IS NULL ORDER BY at_utc, number")

    def add_assessment(
        self,
        check: Check,
        at: datetime,
        *,
        left: float | None = None,
        right: float | None = None,
        feel: Feel | None = None,
        note: str = "",
    ) -> Assessment:
        """Keep a check; degrees from 0 to 110."""
        from supple.core.assessment import Assessment
        from supple.store.assessments import put_assessment

        row = Assessment(
            self._new_id(), check, at, left, right, feel, note, self.device, self._now()
        )
        with self._db.transaction() as db:
            put_assessment(db, row)
        return row

    def discard_assessment(self, assessment: str) -> None:
        """Leave a check out from now on; :meth:`restore_assessment` brings it back."""
        with self._db.transaction() as db:
            set_deleted(db, "assessment", assessment, self._now(), gone=True)

    def restore_assessment(self, assessment: str) -> None:
        """Undo :meth:`discard_assessment`."""
        with self._db.transaction() as db:
            set_deleted(db, "assessment", assessment, self._now(), gone=False)

    def days_off(self) -> list[DayOff]:
        """The days that are off, by date: one row for each."""
        from supple.store.days_off import shown_days_off

        return shown_days_off(self._db)

    def set_day_off(self, day: date, off: Off | None) -> None:
        """Say why a day is off, or with None that it is not."""
        from supple.store.days_off import set_day_off

        with self._db.transaction() as db:
            set_day_off(db, day, off, self.device, self._new_id, self._now())

    # -- files and other computers

    def everything(self, ids: Collection[str] | None = None) -> Contents:
        """Every row with all it holds, or those of ``ids``; deleted ones too, running ones not.

        Rows stand by time, then id; steps in the order in which merging puts them.
        """
        from supple.store.taking import everything

        return everything(self._db, ids)

    def take_in(
        self, contents: Contents, *, keep_ours: bool = False, from_journal: bool = False
    ) -> int:
        """Merge rows into the history, all or none; how many are new or other than before.

        ``keep_ours`` only adds what is not there. ``from_journal``: what changes by this alone
        is not sent again. A session that runs is neither taken nor changed. Raises UserError
        when a row cannot be kept.
        """
        from supple.store.taking import Taking

        taking = Taking(self._db, self.device, keep_ours=keep_ours, from_journal=from_journal)
        changed = taking.take_in(contents)
        if changed:
            # What was written here is not for the next write of a session to wait for.
            self._db.settle()
        return changed

    def take_back(self, contents: Contents) -> int:
        """Undo :meth:`take_in` of rows that were all new; how many stay, as they were changed."""
        from supple.store.taking_back import take_back

        stay = take_back(self._db, contents, self._now())
        self._db.settle()
        return stay

    def outbox(self) -> tuple[tuple[str, str], ...]:
        """Kind (session, assessment, day_off) and id of what was changed and not sent since."""
        from supple.store.outbox import read_outbox

        return read_outbox(self._db)

    def unsent(self) -> Contents:
        """The rows of the outbox."""
        return self.everything([row for _, row in self.outbox()])

    def sent(self, contents: Contents) -> None:
        """``contents`` reached the others; what was changed after it was read stays."""
        from supple.store.outbox import take_out

        take_out(self._db, contents)

    def send_all(self) -> None:
        """Put everything into the outbox."""
        from supple.store.outbox import fill_outbox

        fill_outbox(self._db)

    def backup(self, target: Path) -> None:
        """Write a complete copy of the file."""
        self._db.backup(target)

    def note(self, key: str) -> str | None:
        """What a part of the program keeps for itself with the history; None when nothing."""
        found = self._db.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else None

    def keep_note(self, key: str, value: str) -> None:
        """Keep ``value`` for :meth:`note`."""
        with self._db.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def check_when_due(self, now: datetime, *, whole: bool = False) -> None:
        """Read the whole file once a week. Raises UserError when it is damaged.

        A large one only if ``whole`` says that nobody waits for it.
        """
        if self._db.is_large and not whole:
            return
        today = now.astimezone(UTC).date()
        last = self.note("checked")
        if last is not None and last > (today - CHECK_EVERY).isoformat():
            return
        self._db.check()
        self.keep_note("checked", today.isoformat())
