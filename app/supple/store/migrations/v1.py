"""Sessions and their steps.

Every row has a random id and says which computer wrote it, so the histories of two computers
can be laid together; the plain numbers are for this file only and keep it small. Instants
are UTC text of fixed width, which sorts by time; beside each stand the local offset in minutes
and the local date, which never move when the person travels. A session that is not wanted any
more keeps its row with ``deleted_utc`` set, so that another computer learns of it.
``session.held_s`` is the sum over its steps, kept in the same transaction, because the year
view sums thousands of sessions.
"""

_DIGIT = "[0-9]"
_DAY = "-".join(_DIGIT * n for n in (4, 2, 2))
_TIME = ":".join(_DIGIT * n for n in (2, 2, 2))


def _instant(column: str) -> str:
    """Damage to it is found when the file is opened, not when it is read."""
    return f"CHECK ({column} GLOB '{_DAY}T{_TIME}.{_DIGIT * 6}Z')"


def _date(column: str) -> str:
    return f"CHECK ({column} GLOB '{_DAY}')"


def _offset(column: str) -> str:
    return f"CHECK ({column} BETWEEN -1439 AND 1439)"


STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE device (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    f"""
    CREATE TABLE session (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        device INTEGER NOT NULL REFERENCES device (number),
        run TEXT,
        routine TEXT NOT NULL,
        routine_name TEXT NOT NULL,
        plan_level INTEGER,
        planned_s REAL NOT NULL CHECK (planned_s >= 0),
        held_s REAL NOT NULL DEFAULT 0 CHECK (held_s >= 0),
        started_utc TEXT NOT NULL {_instant("started_utc")},
        started_offset_min INTEGER NOT NULL {_offset("started_offset_min")},
        local_date TEXT NOT NULL {_date("local_date")},
        ended TEXT CHECK (ended IN ('finished', 'stopped', 'hurt', 'crashed')),
        ended_utc TEXT {_instant("ended_utc")},
        ended_offset_min INTEGER {_offset("ended_offset_min")},
        pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
        pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
        note TEXT NOT NULL DEFAULT '',
        changed_utc TEXT NOT NULL {_instant("changed_utc")},
        deleted_utc TEXT {_instant("deleted_utc")},
        CHECK ((ended IS NULL) = (ended_utc IS NULL)),
        CHECK ((ended_utc IS NULL) = (ended_offset_min IS NULL))
    ) STRICT
    """,
    f"""
    CREATE TABLE step (
        session INTEGER NOT NULL REFERENCES session (number),
        position INTEGER NOT NULL CHECK (position >= 0),
        id TEXT NOT NULL UNIQUE,
        device INTEGER NOT NULL REFERENCES device (number),
        kind TEXT NOT NULL CHECK (kind IN ('hold', 'reps')),
        stretch TEXT NOT NULL,
        side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
        set_number INTEGER NOT NULL CHECK (set_number >= 1),
        planned_s REAL NOT NULL CHECK (planned_s >= 0),
        held_s REAL NOT NULL CHECK (held_s >= 0),
        completed INTEGER NOT NULL CHECK (completed IN (0, 1)),
        hurt INTEGER NOT NULL CHECK (hurt IN (0, 1)),
        ended_utc TEXT NOT NULL {_instant("ended_utc")},
        ended_offset_min INTEGER NOT NULL {_offset("ended_offset_min")},
        local_date TEXT NOT NULL {_date("local_date")},
        PRIMARY KEY (session, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX session_by_start ON session (started_utc) WHERE deleted_utc IS NULL",
    # deleted_utc stands in it so that the sums of the days need no look into the table.
    """
    CREATE INDEX session_by_day ON session (local_date, held_s, deleted_utc)
    WHERE deleted_utc IS NULL
    """,
    "CREATE INDEX session_open ON session (device) WHERE ended IS NULL",
)
