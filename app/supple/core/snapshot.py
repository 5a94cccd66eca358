"""Everything a view may draw of a session at one instant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supple.core.event import Ended, PauseReason
from supple.core.step import Step, StepKind


class Phase(StrEnum):
    """The session's state as a view needs it."""

    READY = "ready"
    LEAD_IN = "lead-in"
    """Going on after a pause: the few seconds before the clock runs again."""
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Band:
    """The words of the side band; "" where a half stays empty."""

    main: str
    """Such as ``LEFT LEG``, ``BOTH LEGS``, or ``Left leg next`` during rest."""
    ghost: str = ""
    """Such as ``Right leg next`` or ``Left leg done``."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One instant of a session. Seconds throughout."""

    phase: Phase
    step: Step
    figure: str
    """Id of the drawn figure; "" where there is none."""
    duration_s: float
    """The step's length now, after any change of ten seconds."""
    elapsed_s: float
    left_s: float
    lead_in_left_s: float
    session_left_s: float
    blocks: tuple[float, ...]
    """Planned seconds of each stretch of the routine, for the progress bar."""
    block: int
    block_fraction: float
    """How much of the current stretch is done, 0 to 1."""
    title: str
    """The stretch's name."""
    label: str
    """The word in the ring: Get ready, Hold, Switch, Rest, Paused, ..."""
    cue: str
    """The one instruction to show: what was last said, or what is done where only the way was."""
    then: str
    """What comes after this step, without the word "Then"; "" at the end."""
    band: Band
    then_kind: StepKind | None = None
    """What kind of step comes after this one; None at the end."""
    rep: int = 0
    """The current repetition from 1; 0 outside a reps step and before its first one."""
    reps: int = 0
    """How many repetitions the step has; 0 outside a reps step."""
    rep_word: str = ""
    """The part of the repetition that runs now, such as ``point``."""
    rep_fraction: float = 0.0
    """How far the current repetition has come, 0 to 1."""
    pause_reason: PauseReason | None = None
    ended: Ended | None = None
    next_stretch: str = ""
    """Name of the following stretch; "" in the last one."""
    ease_s: float = 0.0
    """How long the stretch would go on for if eased off; 0 where nothing hurts or is held."""
    eased: bool = False
    """True for the rest of a stretch that hurt and is now done half as far."""
