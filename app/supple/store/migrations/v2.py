"""Corrections, flexibility checks, days off, and what other computers have yet to learn.

``session.held_s`` is what counts: ``corrected_s`` where the person corrected it, else the sum
over its steps. ``local_minute`` counts from local midnight to the start, so that a day may end
at four in the morning without any instant being read. ``outbox`` names the rows changed since
they were last sent; a session is not in it before it has ended. ``stretch_done`` says in how many
sessions something of a stretch was held, which would else mean to read all steps. Triggers keep
these three, so that no way of writing can forget them.
"""

from supple.store.migrations.v1 import _date, _instant, _offset

# Computed by a column of its own it would keep SQLite from reading the indexes alone.
_SET_MINUTE = """
    UPDATE session SET local_minute = (
        CAST(substr(started_utc, 12, 2) AS INTEGER) * 60
        + CAST(substr(started_utc, 15, 2) AS INTEGER) + started_offset_min + 1440
    ) % 1440
"""


def _sends(kind: str, row: str = "NEW.id") -> str:
    return f"INSERT INTO outbox VALUES ('{kind}', {row}) ON CONFLICT DO NOTHING"


def _watch(table: str, event: str, only: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} {only} "
        f"BEGIN {_sends(table)}; END"
    )


def _watch_steps(event: str, row: str) -> str:
    return f"""
    CREATE TRIGGER step_{event.lower()} AFTER {event} ON step
    WHEN (SELECT ended FROM session WHERE number = {row}.session) IS NOT NULL
    BEGIN {_sends("session", f"(SELECT id FROM session WHERE number = {row}.session)")}; END
    """


def _set_minute(event: str) -> str:
    name = f"session_minute_{event.split()[0].lower()}"
    return (
        f"CREATE TRIGGER {name} AFTER {event} ON session "
        f"BEGIN {_SET_MINUTE} WHERE number = NEW.number; END"
    )


def _count_stretch(event: str, row: str, change: int) -> str:
    """Count a session when its first step of a stretch comes, and its last one goes."""
    return f"""
    CREATE TRIGGER stretch_{event.lower()} AFTER {event} ON step
    WHEN {row}.held_s > 0 AND NOT EXISTS (
        SELECT 1 FROM step WHERE session = {row}.session AND position != {row}.position
            AND stretch = {row}.stretch AND held_s > 0
    )
    BEGIN
        INSERT INTO stretch_done VALUES ({row}.stretch, {change})
        ON CONFLICT DO UPDATE SET sessions = sessions + {change};
    END
    """


CUT = "hurt = 1 OR (held_s > 0 AND completed = 0 AND held_s < planned_s)"
"""A step the person broke off, or that hurt."""
_OWN = f"""
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        device INTEGER NOT NULL REFERENCES device (number),
        changed_utc TEXT NOT NULL {_instant("changed_utc")},
        deleted_utc TEXT {_instant("deleted_utc")},
"""
_LIVE = "WHERE deleted_utc IS NULL"

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE session ADD COLUMN corrected_s REAL CHECK (corrected_s >= 0)",
    "ALTER TABLE session ADD COLUMN local_minute INTEGER CHECK (local_minute BETWEEN 0 AND 1439)",
    _SET_MINUTE,
    f"""
    CREATE TABLE assessment ({_OWN}
        kind TEXT NOT NULL CHECK (kind IN ('leg-raise', 'sit-and-reach', 'toe-touch')),
        at_utc TEXT NOT NULL {_instant("at_utc")},
        at_offset_min INTEGER NOT NULL {_offset("at_offset_min")},
        local_date TEXT NOT NULL {_date("local_date")},
        left_deg REAL CHECK (left_deg BETWEEN 0 AND 110),
        right_deg REAL CHECK (right_deg BETWEEN 0 AND 110),
        feel TEXT CHECK (feel IN ('easy', 'tight', 'sharp')),
        note TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    f"""
    CREATE TABLE day_off ({_OWN}
        day TEXT NOT NULL {_date("day")},
        off TEXT NOT NULL CHECK (off IN ('rest', 'ill', 'travel'))
    ) STRICT
    """,
    """
    CREATE TABLE outbox (
        kind TEXT NOT NULL CHECK (kind IN ('session', 'assessment', 'day_off')),
        id TEXT NOT NULL,
        PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE stretch_done (
        stretch TEXT PRIMARY KEY,
        sessions INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # Each index holds all that its questions want, so that they need no look into the table.
    "DROP INDEX session_by_start",
    f"""
    CREATE INDEX session_by_start
    ON session (started_utc, local_date, local_minute, held_s, deleted_utc) {_LIVE}
    """,
    "DROP INDEX session_by_day",
    f"""
    CREATE INDEX session_by_day
    ON session (local_date, local_minute, held_s, deleted_utc) {_LIVE}
    """,
    f"""
    CREATE INDEX session_by_routine
    ON session (routine, started_utc, local_date, local_minute, held_s, deleted_utc) {_LIVE}
    """,
    f"""
    CREATE INDEX session_by_pain
    ON session (started_utc, local_date, local_minute, pain_before, pain_after, deleted_utc)
    {_LIVE} AND pain_before IS NOT NULL AND pain_after IS NOT NULL
    """,
    f"CREATE INDEX assessment_by_time ON assessment (at_utc) {_LIVE}",
    "CREATE INDEX day_off_by_day ON day_off (day)",
    f"CREATE INDEX step_cut ON step (session) WHERE {CUT}",
    """
    INSERT INTO stretch_done
    SELECT stretch, count(DISTINCT session) FROM step WHERE held_s > 0 GROUP BY stretch
    """,
    "INSERT INTO outbox SELECT 'session', id FROM session WHERE ended IS NOT NULL",
    _watch("session", "INSERT", "WHEN NEW.ended IS NOT NULL"),
    _watch("session", "UPDATE", "WHEN NEW.ended IS NOT NULL"),
    _watch("assessment", "INSERT"),
    _watch("assessment", "UPDATE"),
    _watch("day_off", "INSERT"),
    _watch("day_off", "UPDATE"),
    _watch_steps("INSERT", "NEW"),
    _watch_steps("UPDATE", "NEW"),
    _watch_steps("DELETE", "OLD"),
    _set_minute("INSERT"),
    _set_minute("UPDATE OF started_utc, started_offset_min"),
    _count_stretch("INSERT", "NEW", +1),
    _count_stretch("DELETE", "OLD", -1),
)
