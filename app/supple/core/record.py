"""What history keeps of a session."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from supple.core.ended import Ended
    from supple.core.routine import Side
    from supple.core.step_kind import StepKind


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One visit of a hold or reps step. Seconds."""

    kind: StepKind
    stretch: str
    side: Side
    set: int
    planned_s: float
    held_s: float
    completed: bool
    hurt: bool = False
    """True when something hurt in it, whether it went on, was eased, cut or skipped."""
    id: str = ""
    """Random; "" before it is written."""
    ended_at: datetime | None = None
    """Aware; None before it is written."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session as it really went."""

    id: str
    routine: str
    routine_name: str
    started_at: datetime
    """Aware; keeps the local offset it was started in."""
    ended: Ended | None
    """None while it runs."""
    steps: tuple[StepRecord, ...] = field(default=())
    ended_at: datetime | None = None
    pain_before: int | None = None
    """0 to 10, None when not asked."""
    pain_after: int | None = None
    note: str = ""
    planned_s: float = 0.0
    """Seconds of hold and repetitions the routine planned."""
    plan_level: int | None = None
    """The plan's level at the time; None when no plan had chosen it."""
    corrected_s: float | None = None
    """Seconds held as the person corrected them; None when left as measured."""
    device: str = ""
    """Random id of the computer it was done at."""
    changed_at: datetime | None = None
    """When anything of it was changed last; aware, None before it is written."""
    deleted_at: datetime | None = None
    """When the person deleted it; it is kept so that other computers learn of it."""

    @property
    def held_s(self) -> float:
        """Seconds really held, or what the person corrected them to."""
        if self.corrected_s is not None:
            return self.corrected_s
        return sum(s.held_s for s in self.steps)

    @property
    def day(self) -> date:
        """The local date it was started on."""
        return self.started_at.date()
