"""Sessions a crash of this computer left without an end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from supple.store.database import Database, Row
from supple.store.instants import from_columns
from supple.store.lock import Life, Runs
from supple.store.values import understood, whole

STALE_S = 24 * 3600.0
"""After this long an open session is over even where the disk cannot tell who runs it."""


def crashed(
    database: Database, runs: Runs, device: int, now: datetime
) -> Iterator[tuple[str, datetime]]:
    """Id and last instant known of each; the marks of dead processes are removed at the end.

    A session that another living process records is left alone.
    """
    rows = database.rows(
        """
        SELECT s.id, s.run, coalesce(t.ended_utc, s.started_utc),
               coalesce(t.ended_offset_min, s.started_offset_min)
        FROM session AS s LEFT JOIN step AS t ON t.session = s.number
            AND t.position = (SELECT max(position) FROM step WHERE session = s.number)
        WHERE s.ended IS NULL AND s.device = ? ORDER BY s.started_utc
        """,
        (device,),
    )
    for session, run, utc, minutes in rows:
        with understood(database):
            last = from_columns(str(utc), whole(minutes))
        if _is_over(runs, run, last, now):
            yield str(session), last
    _bury(runs, rows)


def _bury(runs: Runs, rows: list[Row]) -> None:
    for run in {row[1] for row in rows}:
        if _life(runs, run) is Life.DEAD:
            runs.bury(str(run))


def _is_over(runs: Runs, run: object, last: datetime, now: datetime) -> bool:
    life = _life(runs, run)
    if life is Life.UNKNOWN:
        return (now - last).total_seconds() > STALE_S
    return life is Life.DEAD


def _life(runs: Runs, run: object) -> Life:
    known = isinstance(run, str) and run.isalnum()
    return runs.life(str(run)) if known else Life.UNKNOWN
