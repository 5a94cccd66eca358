"""What happens with breaks, as values. ``at`` is in seconds of the monotonic clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supple.core.breaks.look import Busy


class Reason(StrEnum):
    """Why there is a break now."""

    INTERVAL = "interval"
    FIXED = "fixed"
    ASKED = "asked"


class Wait(StrEnum):
    """What else holds a prompt back."""

    LOCKED = "locked"
    AWAY = "away"
    TYPING = "typing"


Hold = Busy | Wait


class How(StrEnum):
    """How a prompt left the screen."""

    STARTED = "started"
    SNOOZED = "snoozed"
    UNANSWERED = "unanswered"
    SKIPPED = "skipped"
    WITHDRAWN = "withdrawn"
    """It no longer makes sense."""


class Why(StrEnum):
    """Why a break that was due is let go without an answer."""

    RESTED = "rested"
    SESSION = "session"
    """Another session was begun."""
    HOURS = "hours"
    PAUSED = "paused"
    OFF = "off"
    MISSED = "missed"
    """Nobody was there for too long."""
    UNANSWERED = "unanswered"
    NOT_BEGUN = "not-begun"
    """Start was pressed, but no session came of it."""


class Rest(StrEnum):
    """What made the count of work start anew."""

    AWAY = "away"
    SLEEP = "sleep"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the prompt shows."""

    reason: Reason
    why: str
    """The sentence that says why now."""
    occasion: str
    """What the routine is for: "", ``rising`` or ``bedtime``."""
    short: bool
    """Whether to offer one minute, after two snoozes."""
    quiet: bool
    """Whether only a silent notification is fit, as it was held back for so long."""
    shows_s: float
    """Seconds it stays without an answer."""
    closes_at: float
    """When it goes, in seconds of the monotonic clock."""
    snooze_min: int
    clock: str = ""
    """The time of day that was chosen, such as ``10:30``; "" without one."""
    routine: str = ""
    """Id of the routine that was chosen for it; "" for what fits."""


@dataclass(frozen=True, slots=True)
class Soon:
    """A break comes at ``due_at`` if nothing changes: time to make it ready."""

    at: float
    due_at: float
    occasion: str
    short: bool
    routine: str = ""
    """See ``Prompt``."""


@dataclass(frozen=True, slots=True)
class Held:
    """A break is due and held back; told whenever the reasons change."""

    at: float
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class Prompted:
    at: float
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Closed:
    """The prompt leaves the screen; follows every ``Prompted``."""

    at: float
    how: How


@dataclass(frozen=True, slots=True)
class Started:
    """The routine is to begin."""

    at: float
    reason: Reason
    occasion: str
    short: bool
    routine: str = ""
    """See ``Prompt``."""


@dataclass(frozen=True, slots=True)
class Snoozed:
    at: float
    until: float
    asked: bool
    """False when the prompt was not answered."""


@dataclass(frozen=True, slots=True)
class Skipped:
    at: float


@dataclass(frozen=True, slots=True)
class LetGo:
    at: float
    why: Why


@dataclass(frozen=True, slots=True)
class Rested:
    """The count of work starts anew."""

    at: float
    rest: Rest


Event = Soon | Held | Prompted | Closed | Started | Snoozed | Skipped | LetGo | Rested
Events = tuple[Event, ...]
