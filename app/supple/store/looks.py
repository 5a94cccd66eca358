"""What the pages ask of the history: sums and short lists, never all of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from supple.core.ended import Ended
from supple.core.routine import Side
from supple.core.session_head import SessionHead
from supple.store.database import Database, Row
from supple.store.instants import from_columns
from supple.store.values import person_day, seconds, understood, whole, whole_or_none

_STRETCHES = """
    SELECT s.local_date, s.local_minute < ?1, t.stretch, t.side,
        sum(CASE WHEN s.corrected_s IS NULL THEN t.held_s ELSE t.held_s * s.corrected_s
            / (SELECT sum(held_s) FROM step WHERE session = s.number) END)
    FROM session AS s JOIN step AS t ON t.session = s.number
    WHERE s.deleted_utc IS NULL AND (s.local_date, s.local_minute) >= (?2, ?1) AND t.held_s > 0
    GROUP BY 1, 2, 3, 4
"""
_PAIN = """
    SELECT {} FROM session
    WHERE deleted_utc IS NULL AND pain_before IS NOT NULL AND pain_after IS NOT NULL
"""
_HEADS = """
    SELECT id, routine, routine_name, started_utc, started_offset_min, ended, held_s, ended_utc,
           ended_offset_min, pain_before, pain_after, note, plan_level, corrected_s IS NOT NULL
    FROM session WHERE number IN
        (SELECT number FROM session WHERE {} ORDER BY started_utc DESC, number DESC
         LIMIT ? OFFSET ?)
    ORDER BY started_utc DESC, number DESC
"""
_ROUTINES = """
    WITH RECURSIVE done (routine) AS (
        SELECT min(routine) FROM session WHERE deleted_utc IS NULL
        UNION ALL
        SELECT (SELECT min(routine) FROM session
                WHERE deleted_utc IS NULL AND routine > done.routine)
        FROM done WHERE done.routine IS NOT NULL
    )
    SELECT routine, (SELECT routine_name FROM session
        WHERE deleted_utc IS NULL AND routine = done.routine ORDER BY started_utc DESC LIMIT 1)
    FROM done WHERE routine IS NOT NULL
"""


class SessionPage(NamedTuple):
    """A stretch of the list of sessions, and what the whole list comes to."""

    sessions: list[SessionHead]
    """Newest first."""
    total: int
    """How many match, on this page or not."""
    held_s: float
    """Seconds held in all of them."""


def stretch_totals(
    database: Database, since: date, day_ends_h: int
) -> list[tuple[date, str, Side, float]]:
    """Seconds held of each stretch and side on each day from ``since`` on."""
    rows = database.rows(_STRETCHES, (day_ends_h * 60, since.isoformat()))
    totals: dict[tuple[date, str, str], float] = {}
    with understood(database):
        for text, early, stretch, side, held in rows:
            key = (person_day(text, early), str(stretch), str(side))
            totals[key] = totals.get(key, 0.0) + seconds(held)
        return [
            (day, stretch, Side(side), totals[day, stretch, side])
            for day, stretch, side in sorted(totals)
        ]


def pain_pairs(database: Database, limit: int, day_ends_h: int) -> list[tuple[date, int, int]]:
    """Day, pain before and pain after of the last ``limit`` sessions that say both."""
    rows = database.rows(
        _PAIN.format("local_date, local_minute < ?, pain_before, pain_after")
        + "ORDER BY started_utc DESC LIMIT ?",
        (day_ends_h * 60, limit),
    )
    with understood(database):
        return [(person_day(d, early), whole(b), whole(a)) for d, early, b, a in reversed(rows)]


def pain_count(database: Database) -> int:
    """How many sessions say both."""
    ((count,),) = database.rows(_PAIN.format("count(*)"))
    return whole(count)


def session_page(
    database: Database,
    routine: str | None,
    since: date | None,
    until: date | None,
    window: tuple[int, int],
    day_ends_h: int,
) -> SessionPage:
    """Sessions of one routine between two days, both included; ``window``: limit and offset."""
    clause, values = _matching(routine, since, until, day_ends_h)
    ((total, held),) = database.rows(
        f"SELECT count(*), total(held_s) FROM session WHERE {clause}", values
    )
    near, bounds = _nearby(since, until)
    rows = database.rows(_HEADS.format(f"{clause} {near}"), (*values, *bounds, *window))
    with understood(database):
        return SessionPage([_head(row) for row in rows], whole(total), seconds(held))


def routines_done(database: Database) -> list[tuple[str, str]]:
    """Id and latest name of every routine there are sessions of, by name."""
    rows = [(str(routine), str(name)) for routine, name in database.rows(_ROUTINES)]
    return sorted(rows, key=lambda row: (row[1].casefold(), row[0]))


def _matching(
    routine: str | None, since: date | None, until: date | None, day_ends_h: int
) -> tuple[str, Sequence[object]]:
    clauses, values = ["deleted_utc IS NULL"], list[object]()
    if routine is not None:
        clauses.append("routine = ?")
        values.append(routine)
    if since is not None:
        clauses.append("(local_date, local_minute) >= (?, ?)")
        values += [since.isoformat(), day_ends_h * 60]
    if until is not None and until < date.max:
        clauses.append("(local_date, local_minute) < (?, ?)")
        values += [(until + timedelta(days=1)).isoformat(), day_ends_h * 60]
    return " AND ".join(clauses), values


def _nearby(since: date | None, until: date | None) -> tuple[str, Sequence[object]]:
    """Wider bounds in UTC, so that no session far from the days is looked at."""
    clauses, values = "", list[object]()
    if since is not None and since > date.min:
        clauses += " AND started_utc >= ?"
        values.append((since - timedelta(days=1)).isoformat())
    if until is not None and until < date.max - timedelta(days=3):
        clauses += " AND started_utc < ?"
        values.append((until + timedelta(days=3)).isoformat())
    return clauses, values


def _head(row: Row) -> SessionHead:
    session, routine, name, utc, minutes, ended, held, ended_utc, ended_min, *rest = row
    before, after, note, level, corrected = rest
    return SessionHead(
        id=str(session),
        routine=str(routine),
        routine_name=str(name),
        started_at=from_columns(str(utc), whole(minutes)),
        ended=None if ended is None else Ended(str(ended)),
        held_s=seconds(held),
        ended_at=None if ended_utc is None else from_columns(str(ended_utc), whole(ended_min)),
        pain_before=whole_or_none(before),
        pain_after=whole_or_none(after),
        note=str(note),
        plan_level=whole_or_none(level),
        corrected=bool(corrected),
    )
