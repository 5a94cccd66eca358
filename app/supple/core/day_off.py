"""Days on which nobody expects a session: they freeze the streak and never add to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

_NEVER = datetime.min.replace(tzinfo=UTC)


class Off(StrEnum):
    """Why a day is off."""

    REST = "rest"
    ILL = "ill"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True)
class DayOff:
    """One day marked by the person. At most one for a date is shown: the one changed last."""

    id: str
    day: date
    off: Off
    device: str = ""
    changed_at: datetime | None = None
    deleted_at: datetime | None = None


def marked(rows: Iterable[DayOff]) -> dict[date, Off]:
    """What each day is marked as, in order of the days.

    Two computers may each have marked a day: the row changed last decides, a deletion as well.
    """
    last: dict[date, DayOff] = {}
    for row in rows:
        other = last.get(row.day)
        if other is None or _age(row) > _age(other):
            last[row.day] = row
    kept = (row for row in last.values() if row.deleted_at is None)
    return {row.day: row.off for row in sorted(kept, key=lambda row: row.day)}


def _age(row: DayOff) -> tuple[datetime, bool, str]:
    """Orders rows by their last change; at equal instants a mark outlives a deletion."""
    return row.changed_at or _NEVER, row.deleted_at is None, row.id
