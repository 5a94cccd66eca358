"""What the History page shows, ready to be drawn: values and sentences, no rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.core.day_off import Off
    from supple.core.stats import Week


class Chart(StrEnum):
    """The charts of the Overview tab."""

    DAYS = "days"
    """The heat map of a year."""
    WEEKS = "weeks"
    """Minutes a week."""
    ANGLES = "angles"
    PAIN = "pain"
    DOSES = "doses"
    """Minutes of this week for each muscle."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the strip at the top."""

    value: str
    """Such as ``6 weeks``, ``1 h 46``, ``98``."""
    label: str
    """Such as ``in a row, best is 9``."""
    tip: str = ""
    """One sentence on what it counts, for a tooltip and for screen readers."""


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the heat map."""

    day: date
    level: int
    """0 nothing held, 1 under 5 min, 2 under 10, 3 under 20, 4 for 20 min or more."""
    text: str
    """Such as ``Tue 20 Oct, 8 min, 2 sessions``; names a day off as well."""
    off: Off | None = None
    held_s: float = 0.0
    """Seconds held."""
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class WeekBar:
    """Minutes held in one week."""

    start: date
    minutes: float
    text: str
    """Such as ``Week of 19 October, 25 min so far``."""
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class AnglePoint:
    """One leg-raise check. Degrees; None for a leg not measured."""

    day: date
    left: float | None
    right: float | None
    text: str


@dataclass(frozen=True, slots=True)
class PainPair:
    """Pain 0 to 10 before and after one session."""

    day: date
    before: int
    after: int
    text: str


@dataclass(frozen=True, slots=True)
class MuscleDose:
    """Minutes a muscle group was stretched this week, against the published dose."""

    muscle: str
    """As shown, such as ``Hamstrings``."""
    minutes: float
    """Those of the side that got less: the dose is one for each muscle, left and right."""
    goal_min: float
    text: str
    """Such as ``Hamstrings, 6 of 10 min, left 6, right 8``."""
    left_min: float = 0.0
    right_min: float = 0.0


@dataclass(frozen=True, slots=True)
class Sum:
    """What was done in a span of time."""

    held_s: float
    """Seconds really held."""
    sessions: int
    """Those long enough to count."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What was done up to now."""

    today: Sum
    week: Sum
    month: Sum
    all: Sum
    """Everything there is."""


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Everything the Overview tab shows. All charts run from old to new."""

    week: Week
    goal: Figure
    """This week against the goal, such as ``3 of 5 days``, ``this week``."""
    figures: tuple[Figure, ...]
    """Weeks in a row, this month, sessions in all, consistency."""
    cells: tuple[DayCell, ...]
    """Whole weeks but the last, which ends today; each week begins on the first weekday chosen."""
    today: date
    first_weekday: int
    """0 Monday to 6 Sunday."""
    bars: tuple[WeekBar, ...]
    """The last twelve weeks, this one last."""
    angles: tuple[AnglePoint, ...]
    angle_error: float
    """Degrees a reading may be off by; smaller differences say nothing."""
    angle_line: str
    """One sentence on what changed, or that nothing did beyond the error."""
    pain: tuple[PainPair, ...]
    """The pairs drawn, at most the last twelve."""
    pain_count: int
    """All pairs there are."""
    pain_line: str
    """What they say; "Not enough data yet" and how many more are needed under eight."""
    doses: tuple[MuscleDose, ...]
    dose_source: str
    """Where the weekly dose was published."""
    consistency: int
    """0 to 100."""
    consistency_line: str
    sums: Sums
    empty: bool
    """True while there is no session at all."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One line of the Sessions tab."""

    id: str
    day: str
    """Such as ``Tue 20 Oct``."""
    time: str
    """Such as ``20:10``."""
    routine: str
    """Its name."""
    length: str
    """Such as ``9 min``."""
    pain: str
    """Such as ``4 to 2``, or ``Not rated``."""
    note: str
    """How it ended when that was early, and the person's note."""
    spoken: str = ""
    """The whole line as one sentence, for screen readers."""


@dataclass(frozen=True, slots=True)
class SessionsView:
    """The Sessions tab under its filters."""

    rows: tuple[SessionRow, ...]
    total: int
    """Sessions that match; ``rows`` may be only the first of them."""
    summary: str
    """Such as ``18 sessions, 1 h 46 min``."""
    routines: tuple[tuple[str, str], ...]
    """Id and name of every routine there are sessions of."""
    any_session: bool = True
    """False while there is none at all, whatever the filters are."""
