"""The whole history out, and rows of another file or computer in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from supple.core.assessment import Assessment
from supple.core.contents import Contents
from supple.core.day_off import DayOff
from supple.core.merge import (
    canonical,
    merge_assessment,
    merge_day_off,
    merge_session,
    merge_steps,
)
from supple.core.record import SessionRecord
from supple.store.assessments import put_assessment, read_assessments
from supple.store.changes import Kind
from supple.store.database import Database
from supple.store.days_off import put_day_off, read_days_off
from supple.store.outbox import drop, waits
from supple.store.putting import put_session, with_own_steps
from supple.store.rows import read_sessions
from supple.store.sqlite_errors import DatabaseError

AT_A_TIME = 500
"""Rows read together."""
_IDS = "id IN (SELECT value FROM json_each(?))"


RowT = TypeVar("RowT", bound=SessionRecord | Assessment | DayOff)


def everything(database: Database, ids: Collection[str] | None) -> Contents:
    """Every row, or those of ``ids``, deleted ones included; of sessions only ended ones.

    Rows stand by time, then by id; steps in the order that merging gives them.
    """
    picked, values = ("", ()) if ids is None else (f"AND {_IDS}", (json.dumps([*ids]),))
    sessions = read_sessions(
        database, f"WHERE ended IS NOT NULL {picked} ORDER BY started_utc, id", values
    )
    return Contents(
        tuple(_in_order(session) for session in sessions),
        tuple(read_assessments(database, f"WHERE 1 {picked} ORDER BY at_utc, id", values)),
        tuple(read_days_off(database, f"WHERE 1 {picked} ORDER BY day, id", values)),
    )


@dataclass(frozen=True, slots=True)
class _Table(Generic[RowT]):
    """How rows of one kind are read, merged and written."""

    kind: Kind
    read: Callable[[Database, str, tuple[str]], list[RowT]]
    merge: Callable[[RowT, RowT], RowT]
    put: Callable[[sqlite3.Connection, RowT], None]
    fit: Callable[[sqlite3.Connection, RowT], RowT] = lambda _, row: row
    """A row of another as it can stand here."""


class Taking:
    """Takes rows in. ``device``: this computer; a row that names none is counted as its own."""

    def __init__(
        self, database: Database, device: str, *, keep_ours: bool, from_journal: bool
    ) -> None:
        self._database = database
        self._device = device
        self._keep_ours = keep_ours
        self._from_journal = from_journal

    def take_in(self, contents: Contents) -> int:
        """How many rows are new or other than before. All are taken in, or none.

        Raises UserError when the disk refuses or a row cannot be kept.
        """
        sessions = [_in_order(s) for s in contents.sessions if s.ended is not None]
        with self._database.transaction() as db:
            return (
                self._rows(
                    db,
                    _Table(
                        "session",
                        _read_in_order,
                        self._merge_session,
                        put_session,
                        with_own_steps,
                    ),
                    sessions,
                )
                + self._rows(
                    db,
                    _Table("assessment", read_assessments, merge_assessment, put_assessment),
                    contents.assessments,
                )
                + self._rows(
                    db,
                    _Table("day_off", read_days_off, merge_day_off, put_day_off),
                    contents.days_off,
                )
            )

    def _rows(self, db: sqlite3.Connection, table: _Table[RowT], rows: Iterable[RowT]) -> int:
        changed: set[str] = set()
        theirs = [*rows]
        for start in range(0, len(theirs), AT_A_TIME):
            part = theirs[start : start + AT_A_TIME]
            ids = json.dumps([row.id for row in part])
            ours = {row.id: row for row in table.read(self._database, f"WHERE {_IDS}", (ids,))}
            for row in part:
                with _named(table.kind, row.id):
                    new = self._row(db, table, ours.get(row.id), row)
                if new is not None:
                    ours[row.id] = new
                    changed.add(row.id)
        return len(changed)

    def _row(
        self, db: sqlite3.Connection, table: _Table[RowT], ours: RowT | None, theirs: RowT
    ) -> RowT | None:
        """What was written; None when nothing had to be."""
        if ours is not None and self._keep_ours:
            return None
        if not theirs.device:
            theirs = replace(theirs, device=self._device)
        theirs = table.fit(db, theirs)
        new = theirs if ours is None else table.merge(ours, theirs)
        if ours is not None and canonical(new) == canonical(ours):
            return None
        waited = waits(db, table.kind, new.id)
        table.put(db, new)
        if self._from_journal and not waited:
            drop(db, table.kind, new.id)
        return new

    def _merge_session(self, ours: SessionRecord, theirs: SessionRecord) -> SessionRecord:
        if ours.ended is not None:
            return merge_session(ours, theirs)
        # What this computer records it knows best. Another's open session is an old copy of it.
        return ours if ours.device == self._device else theirs


def _in_order(session: SessionRecord) -> SessionRecord:
    return replace(session, steps=merge_steps(session.steps))


def _read_in_order(database: Database, clause: str, values: tuple[str]) -> list[SessionRecord]:
    return [_in_order(session) for session in read_sessions(database, clause, values)]


@contextmanager
def _named(kind: Kind, row: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, OverflowError, sqlite3.IntegrityError) as error:
        name = kind.replace("_", " ")
        raise DatabaseError(
            f"The {name} {row!r} cannot be taken in: {error}. Nothing of this was taken in."
        ) from error
