"""What the plan reads of each session. Without the session's types: it is read at every start."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from supple.store.database import Database
from supple.store.migrations.v2 import CUT
from supple.store.values import ONE_DAY, person_day, seconds, understood, whole, whole_or_none

_PRACTICE = f"""
    SELECT local_date, local_minute < ?1, routine, held_s, pain_before, pain_after,
        coalesce(ended, '') != 'crashed'
            AND EXISTS (SELECT 1 FROM step INDEXED BY step_cut WHERE session = number AND ({CUT}))
    FROM session
    WHERE deleted_utc IS NULL AND (local_date, local_minute) >= (?2, ?1) AND started_utc >= ?3
    ORDER BY started_utc DESC LIMIT ?4
"""


class Practice(NamedTuple):
    """One session, in short."""

    day: date
    routine: str
    held_s: float
    pain_before: int | None
    """0 to 10, None when not asked."""
    pain_after: int | None
    cut: bool
    """Whether a step was broken off or hurt; never of a session that a crash ended."""


def read_practice(database: Database, since: date, day_ends_h: int, limit: int) -> list[Practice]:
    """The newest ``limit`` sessions (all when negative) from ``since`` on, oldest first.

    Raises UserError when the disk refuses or a row cannot be understood.
    """
    near = (since - ONE_DAY if since > date.min else since).isoformat()
    rows = database.rows(_PRACTICE, (day_ends_h * 60, since.isoformat(), near, limit))
    with understood(database):
        return [
            Practice(
                person_day(day, early),
                str(routine),
                seconds(held),
                whole_or_none(before),
                whole_or_none(after),
                bool(whole(cut)),
            )
            for day, early, routine, held, before, after, cut in reversed(rows)
        ]
