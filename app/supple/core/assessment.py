"""What history keeps of a flexibility check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


class Check(StrEnum):
    """The flexibility checks."""

    LEG_RAISE = "leg-raise"
    """Straight-leg raise, lying, each leg by itself; degrees from flat."""
    SIT_AND_REACH = "sit-and-reach"
    TOE_TOUCH = "toe-touch"


class Feel(StrEnum):
    """How a check without an angle went."""

    EASY = "easy"
    TIGHT = "tight"
    SHARP = "sharp"
    """A sharp pull: it ends the check."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One check, or both legs of one."""

    id: str
    check: Check
    at: datetime
    """Aware; keeps the local offset."""
    left: float | None = None
    """Degrees, 0 to 110; None when not measured."""
    right: float | None = None
    feel: Feel | None = None
    """None for a check that measures degrees."""
    note: str = ""
    device: str = ""
    """Random id of the computer it was done at."""
    changed_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def day(self) -> date:
        """The local date of it."""
        return self.at.date()
