"""Flexibility checks in the history."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from supple.core.assessment import Assessment, Check, Feel
from supple.store.database import Database, Row
from supple.store.devices import device_number
from supple.store.instants import columns, from_columns, utc_text
from supple.store.values import instant, seconds, understood, whole

_SELECT = """
    SELECT id, kind, at_utc, at_offset_min, left_deg, right_deg, feel, note,
           (SELECT d.id FROM device AS d WHERE d.number = assessment.device),
           changed_utc, deleted_utc
    FROM assessment
"""


def read_assessments(
    database: Database, clause: str, values: Sequence[object] = ()
) -> list[Assessment]:
    """The checks that ``clause`` (SQL after FROM) picks, in its order.

    Raises UserError when the disk refuses or a row cannot be understood.
    """
    rows = database.rows(f"{_SELECT} {clause}", values)
    with understood(database):
        return [_assessment(row) for row in rows]


def put_assessment(db: sqlite3.Connection, row: Assessment) -> None:
    """Write a complete row, in place of one with its id. Raises ValueError when it is none."""
    if row.changed_at is None:
        raise ValueError("it does not say when it was changed")
    deleted = None if row.deleted_at is None else utc_text(row.deleted_at)
    db.execute(
        """
        INSERT INTO assessment (id, device, kind, at_utc, at_offset_min, local_date, left_deg,
            right_deg, feel, note, changed_utc, deleted_utc)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET (device, kind, at_utc, at_offset_min, local_date, left_deg,
            right_deg, feel, note, changed_utc, deleted_utc) =
            (excluded.device, excluded.kind, excluded.at_utc, excluded.at_offset_min,
            excluded.local_date, excluded.left_deg, excluded.right_deg, excluded.feel,
            excluded.note, excluded.changed_utc, excluded.deleted_utc)
        """,
        (
            *(row.id, device_number(db, row.device), row.check.value, *columns(row.at)),
            *(row.left, row.right, None if row.feel is None else row.feel.value, row.note),
            *(utc_text(row.changed_at), deleted),
        ),
    )


def _assessment(row: Row) -> Assessment:
    row_id, kind, utc, minutes, left, right, feel, note, device, changed, deleted = row
    return Assessment(
        id=str(row_id),
        check=Check(str(kind)),
        at=from_columns(str(utc), whole(minutes)),
        left=None if left is None else seconds(left),
        right=None if right is None else seconds(right),
        feel=None if feel is None else Feel(str(feel)),
        note=str(note),
        device=str(device),
        changed_at=instant(changed),
        deleted_at=None if deleted is None else instant(deleted),
    )
