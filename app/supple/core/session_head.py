"""A session without its steps, for long lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from supple.core.ended import Ended


@dataclass(frozen=True, slots=True)
class SessionHead:
    """One line of a list: what a SessionRecord says without its steps."""

    id: str
    routine: str
    routine_name: str
    started_at: datetime
    """Aware; keeps the local offset it was started in."""
    ended: Ended | None
    """None while it runs."""
    held_s: float
    """Seconds really held, or what the person corrected them to."""
    ended_at: datetime | None = None
    pain_before: int | None = None
    """0 to 10, None when not asked."""
    pain_after: int | None = None
    note: str = ""
    plan_level: int | None = None
    """The plan's level at the time; None when no plan had chosen it."""
    corrected: bool = False
    """Whether the person corrected ``held_s``."""

    @property
    def day(self) -> date:
        """The local date it was started on."""
        return self.started_at.date()
