"""What the History page asks for and gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_MIN = 600
"""Minutes a corrected session may have at most."""


class Period(StrEnum):
    """The spans of time the sessions can be filtered by."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    """The last three months."""
    YEAR = "year"
    ALL = "all"


class Export(StrEnum):
    """What can be written for other programs."""

    CSV = "csv"
    """Sessions for a spreadsheet."""
    JSON = "json"
    """Everything."""
    ICS = "ics"
    """Sessions for a calendar."""


@dataclass(frozen=True, slots=True)
class EditableSession:
    """A session as the person may correct it."""

    id: str
    routine: str
    """Its name."""
    started_at: datetime
    """Aware, in the offset it was started in."""
    held_s: float
    """Seconds."""
    pain_before: int | None
    """0 to 10, None when not rated."""
    pain_after: int | None
    note: str
    now: datetime
    """The present moment, aware: a session cannot have been in the future."""
    ended: str = ""
    """How it ended when that was early, such as ``Stopped early``."""


@dataclass(frozen=True, slots=True)
class SessionChanges:
    """What the person made of it."""

    started_at: datetime | None
    """Aware; None leaves it."""
    held_s: float | None
    """Seconds, 0 to 36,000; None leaves what was measured."""
    pain_before: int | None
    """What it is now: 0 to 10, None for not rated."""
    pain_after: int | None
    note: str
    """What it is now."""
