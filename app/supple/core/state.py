"""The one value that says where a session stands. Seconds, on the session's clock."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.event import Ended, PauseReason


@dataclass(frozen=True, slots=True)
class Ready:
    """Not started."""


@dataclass(frozen=True, slots=True)
class Running:
    """In step ``index``, whose clock showed 0 at ``started_at``."""

    index: int
    started_at: float
    resumes_at: float
    """Until then the step's clock stands still: the lead-in after a pause."""
    visit_from_s: float
    """Where in the step this visit began."""

    def elapsed(self, now: float) -> float:
        """Seconds of the step that are over at ``now``."""
        return max(now, self.resumes_at) - self.started_at


@dataclass(frozen=True, slots=True)
class Paused:
    """Standing still in step ``index``."""

    index: int
    elapsed_s: float
    visit_from_s: float
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Done:
    """Over, in step ``index``."""

    index: int
    how: Ended


State = Ready | Running | Paused | Done
