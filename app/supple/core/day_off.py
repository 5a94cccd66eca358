"""Days on which nobody expects a session: they freeze the streak and never add to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


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
