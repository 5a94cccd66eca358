"""The kinds of steps. Apart from the steps, so that reading the history needs no timeline."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    """What the person does during a step."""

    PREPARE = "prepare"
    HOLD = "hold"
    REPS = "reps"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"

    @property
    def is_work(self) -> bool:
        """True for the kinds whose time counts as held."""
        return self in (StepKind.HOLD, StepKind.REPS)
