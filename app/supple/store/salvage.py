"""Rows read out of a damaged history file, one by one.

Every page that can be read is looked at, those of the journal too. A row is taken for what it
says when the tables of a sound history would take it: their checks tell it from nonsense.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from supple.core.contents import Contents
from supple.core.problem import UserError
from supple.store.checkup import in_memory
from supple.store.database import Database
from supple.store.file_pages import USUAL_SIZE, Pages, page_size
from supple.store.migrations import MIGRATIONS
from supple.store.page_rows import Found, Value, rows_on
from supple.store.taking import everything
from supple.store.whole_rows import whole_session

_NUMBERED = ("device", "session", "assessment", "day_off")
_LASTING = _NUMBERED[1:]
_BY_KEY = "step"
"""A table without row numbers: SQLite keeps it as it keeps an index."""
_START, _OLD_START = 6, 2
"""Values in an entry of the index by beginning, and in one of the first version's."""
_PLACE = 3
"""Values in an entry of the index of steps by id."""
LONGEST_HELD_S = 6 * 3600.0


@dataclass
class Salvage:
    """What could be read of a file. The rows stand in tables of their own, in memory."""

    database: Database
    begun: dict[int, datetime] = field(default_factory=dict)
    """When sessions that are not deleted began, by number, whether their rows were read or not."""
    device: str | None = None
    """The id of the computer the file belongs to."""

    def contents(self, ids: Collection[str] | None = None) -> Contents:
        """Everything, or the rows of ``ids``; sessions without an end get that of a crash."""
        try:
            found = everything(self.database, ids)
        except UserError:
            found = self._one_by_one(ids)
        return Contents(
            tuple(whole_session(session) for session in found.sessions),
            found.assessments,
            found.days_off,
        )

    @property
    def rows(self) -> int:
        """How many rows a person would miss."""
        return sum(1 for table in _LASTING for _ in self._ids(table))

    def close(self) -> None:
        """Let the memory go."""
        self.database.close()

    def _ids(self, table: str) -> Iterator[str]:
        return (str(row[0]) for row in self.database.rows(f"SELECT id FROM {table}"))

    def _one_by_one(self, ids: Collection[str] | None) -> Contents:
        if ids is None:
            ids = [row for table in _LASTING for row in self._ids(table)]
        parts: list[Contents] = []
        for row in ids:
            # A date such as the 31st of February passes the tables' checks.
            with suppress(UserError):
                parts.append(everything(self.database, [row]))
        return Contents(
            tuple(s for part in parts for s in part.sessions),
            tuple(a for part in parts for a in part.assessments),
            tuple(d for part in parts for d in part.days_off),
        )


def salvage(
    main: bytes, wal: bytes, path: Path, devices: Mapping[int, str] | None = None
) -> Salvage:
    """Read what can be read of a history file and its journal, named ``path`` in messages.

    ``devices``: the computers by number as a sound copy of the file knows them.
    """
    size = page_size(main)
    found = _read(Pages(main, wal, size), path, devices or {})
    if size == USUAL_SIZE:
        return found
    usual = _read(Pages(main, wal), path, devices or {})
    better, worse = (found, usual) if found.rows >= usual.rows else (usual, found)
    worse.close()
    return better


def _read(pages: Pages, path: Path, devices: Mapping[int, str]) -> Salvage:
    tables = _Tables()
    begun: dict[int, datetime] = {}
    old_begun: dict[int, datetime] = {}
    device: str | None = None
    for number, page in pages:
        for row in rows_on(number, page, pages.newest):
            count = len(row.values)
            if row.number is not None or count not in (_START, _OLD_START, _PLACE):
                tables.put(row)
            elif count == _PLACE:
                tables.note_place(row.values)
            elif row.values[0] == "device" and isinstance(row.values[1], str):
                device = row.values[1]
            else:
                _note_start(row.values, begun if count == _START else old_begun)
    tables.finish(devices)
    # Since the second version entries of checks look as those of sessions did before.
    return Salvage(Database(tables.connection, path), begun or old_begun, device)


class _Tables:
    """Empty tables of the newest version that take each row which fits."""

    def __init__(self) -> None:
        self.connection = in_memory(MIGRATIONS)
        triggers = self.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            self.connection.execute(f"DROP TRIGGER {name}")
        self.connection.execute("BEGIN")
        self._steps = 0
        self.places: dict[int, set[int]] = {}
        """The places of the steps of each session, by number, as an index knows them."""
        self._inserts: dict[tuple[bool, int], list[str]] = {}
        for version in range(1, len(MIGRATIONS) + 1):
            self._learn(version)

    def put(self, row: Found) -> None:
        """Add a row to the table it fits in, if there is one."""
        numbered = row.number is not None
        values = list(row.values)
        if numbered and values:
            # The first column is the row's number, which is not written twice.
            values[0] = row.number
        elif len(values) > 1:
            # Pages not used any more know other places: their order is that of their ends.
            self._steps += 1
            values[1] = self._steps
        for insert in self._inserts.get((numbered, len(values)), ()):
            with suppress(sqlite3.Error, OverflowError):
                self.connection.execute(insert, values)
                return

    def note_place(self, values: tuple[Value, ...]) -> None:
        """Take note of a step that an index names: its id, session and place."""
        _, session, place = values
        if isinstance(session, int) and isinstance(place, int):
            self.places.setdefault(session, set()).add(place)

    def finish(self, devices: Mapping[int, str]) -> None:
        """Give every row a computer, and every session that has none an end."""
        execute = self.connection.execute
        for number, device in devices.items():
            read = execute("SELECT id FROM device WHERE number = ?", (number,)).fetchone()
            if read is None or read[0] not in devices.values():
                execute("INSERT OR REPLACE INTO device VALUES (?, ?)", (number, device))
        for table in ("session", "step", "assessment", "day_off"):
            unknown = f"SELECT DISTINCT device, 'lost-' || device FROM {table}"
            execute(f"INSERT OR IGNORE INTO device {unknown}")
        self._count_held()
        execute(
            """
            UPDATE session SET ended = 'crashed',
                ended_utc = coalesce((SELECT max(ended_utc) FROM step
                    WHERE session = session.number), started_utc),
                ended_offset_min = started_offset_min
            WHERE ended IS NULL
            """
        )
        execute("COMMIT")

    def _count_held(self) -> None:
        """Let a session count for what its row says where its steps do not come to that.

        Where steps are lost it was held all the same; where none is lost and they come to more,
        one of them was damaged, and nothing is counted that was not held.
        """
        sums = self.connection.execute(
            """
            SELECT number, s.held_s, total(step.held_s), count(step.id), s.ended IS NOT NULL
            FROM (SELECT number, held_s, ended FROM session WHERE corrected_s IS NULL) AS s
            LEFT JOIN step ON step.session = number GROUP BY number
            """
        ).fetchall()
        for number, held, of_steps, count, over in sums:
            some_lost = count < max(1, len(self.places.get(number, ())))
            if over and (of_steps < held <= LONGEST_HELD_S if some_lost else held < of_steps):
                self.connection.execute(
                    "UPDATE session SET corrected_s = ? WHERE number = ?", (held, number)
                )

    def _learn(self, version: int) -> None:
        old = in_memory(MIGRATIONS[:version])
        try:
            for table in (*_NUMBERED, _BY_KEY):
                columns = [str(row[1]) for row in old.execute(f"PRAGMA table_info({table})")]
                if columns:
                    key = (table in _NUMBERED, len(columns))
                    known = self._inserts.setdefault(key, [])
                    insert = _insert(table, columns)
                    if insert not in known:
                        known.append(insert)
        finally:
            old.close()


def _insert(table: str, columns: list[str]) -> str:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    insert = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT"
    # A page that is not used any more, or the journal, may hold an older state of a row.
    if "changed_utc" in columns:
        news = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        return f"{insert} (number) DO UPDATE SET {news} WHERE excluded.changed_utc > changed_utc"
    if table == _BY_KEY:
        return f"{insert} (id) DO UPDATE SET hurt = max(hurt, excluded.hurt)"
    return f"{insert} DO NOTHING"


def _note_start(values: tuple[Value, ...], begun: dict[int, datetime]) -> None:
    started, number = values[0], values[-1]
    if not isinstance(started, str) or not isinstance(number, int) or not started.endswith("Z"):
        return
    with suppress(ValueError, OverflowError):
        begun[number] = _local(started, values)


def _local(started: str, values: tuple[Value, ...]) -> datetime:
    """The beginning in its own offset, where the entry of the index says the local time too."""
    instant = datetime.fromisoformat(started)
    day, minute = (values[1], values[2]) if len(values) > 2 else (None, None)
    if not isinstance(day, str) or not isinstance(minute, int):
        return instant.astimezone()
    local = datetime.fromisoformat(day) + timedelta(minutes=minute)
    utc = instant.replace(second=0, microsecond=0, tzinfo=None)
    return instant.astimezone(timezone(local - utc))
