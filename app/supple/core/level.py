"""How long and how often: the dose grows with practice and steps back when it has to.

Levels after source document 001_5fe7733dc174ca87: weeks 1 and 2 twice a week 15 s, weeks 3 and 4
three times 20 s, from week 5 on three to four times 30 s. Steps back are general practice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from supple.core.days import MONDAY, week_start
from supple.core.stats import LEAST_HELD_S

GAP = timedelta(days=10)
"""After so long without a session the next one is a level lower."""
WEEKS_PER_LEVEL = 2
PAIN_STEP = 2
"""Pain, 0 to 10, up by so much after a session steps back."""
SOURCE = "001_5fe7733dc174ca87"
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Level:
    """One stage of the plan."""

    number: int
    days_a_week: int
    hold_s: float | None
    """The longest hold, in seconds; None for the stretch's own."""


LEVELS: tuple[Level, ...] = (Level(1, 2, 15.0), Level(2, 3, 20.0), Level(3, 3, None))
"""The third holds what each stretch asks for, mostly 30 s."""


class Reason(StrEnum):
    """Why the level is what it is."""

    NEW = "new"
    STAY = "stay"
    GROWN = "grown"
    GAP = "gap"
    CUT = "cut"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the plan stands."""

    level: Level
    weeks_met: int
    """Weeks with the goal met at this level, without more pain; 0 to 1."""
    reason: Reason
    gentler: bool
    """True when pain rose after the last session: the next one is held shorter."""
    why: str
    """The reason in one sentence."""

    @property
    def hold_s(self) -> float | None:
        """The longest hold for the next session, in seconds; None for the stretch's own."""
        if not self.gentler:
            return self.level.hold_s
        return LEVELS[max(0, self.level.number - 2)].hold_s


@dataclass(frozen=True, slots=True)
class Fact:
    """What of one session the level depends on."""

    day: date
    pain_rise: int
    """Points up (positive) or down; 0 when not asked."""
    cut: bool
    """Whether a hold was begun and let go early by the person, or hurt."""
    counts: bool = True
    """Whether enough was held for the day to count towards the goal."""


def fact(
    day: date, pain_before: int | None, pain_after: int | None, *, cut: bool, held_s: float
) -> Fact:
    """What counts of one session; pain 0 to 10, None when not asked."""
    asked = pain_before is not None and pain_after is not None
    rise = (pain_after or 0) - (pain_before or 0) if asked else 0
    return Fact(day, rise, cut, held_s >= LEAST_HELD_S)


def progress(known: Sequence[Fact], today: date, first_weekday: int = MONDAY) -> Progress:
    """Where the plan stands on ``today``, from ``known`` facts, oldest first.

    The same facts always give the same answer. Facts after ``today`` do not count.
    """
    past = [f for f in known if f.day <= today]
    walk = _Walk()
    last: date | None = None
    week: date | None = None
    for one in past:
        start = week_start(one.day, first_weekday)
        if week is not None and start != week:
            walk.end_week()
        if last is not None and one.day - last >= GAP:
            walk.back(Reason.GAP)
        week, last = start, one.day
        walk.take(one)
    if week is not None and week_start(today, first_weekday) != week:
        walk.end_week()
    if last is not None and today - last >= GAP:
        walk.back(Reason.GAP)
    gentler = bool(past) and past[-1].pain_rise > 0
    return Progress(
        LEVELS[walk.level],
        walk.met,
        walk.reason,
        gentler,
        _why(walk.reason, LEVELS[walk.level], gentler),
    )


class _Walk:
    """Goes through the weeks in order."""

    def __init__(self) -> None:
        self.level = 0
        self.met = 0
        self.reason = Reason.NEW
        self._days: set[date] = set()
        self._calm = True
        self._stepped_back = False

    def take(self, one: Fact) -> None:
        if one.counts:
            self._days.add(one.day)
        self._calm = self._calm and one.pain_rise <= 0
        if one.pain_rise >= PAIN_STEP:
            self.back(Reason.PAIN)
        elif one.cut:
            self.back(Reason.CUT)

    def back(self, reason: Reason) -> None:
        """One level lower, at most once a week; no level below the first."""
        if self._stepped_back and reason is not Reason.GAP:
            return
        self._stepped_back = True
        self.met = 0
        self.level = max(0, self.level - 1)
        self.reason = reason

    def end_week(self) -> None:
        enough = len(self._days) >= LEVELS[self.level].days_a_week
        if enough and self._calm and not self._stepped_back:
            self.met += 1
            if self.level + 1 < len(LEVELS) and self.met >= WEEKS_PER_LEVEL:
                self.level, self.met, self.reason = self.level + 1, 0, Reason.GROWN
            else:
                self.met = min(self.met, WEEKS_PER_LEVEL - 1)
                self.reason = Reason.STAY
        self._days, self._calm, self._stepped_back = set(), True, False


def _why(reason: Reason, level: Level, gentler: bool) -> str:
    holds = (
        "holds as long as each stretch asks"
        if level.hold_s is None
        else f"holds of up to {level.hold_s:g} s, more where a stretch asks for it"
    )
    if gentler and reason is not Reason.PAIN:
        return "Your pain went up after the last session, so this one is gentler."
    return {
        Reason.NEW: f"The first weeks begin with {holds}.",
        Reason.STAY: f"Until two good weeks are full you keep {holds}.",
        Reason.GROWN: f"Two good weeks without more pain: now {holds}.",
        Reason.GAP: f"After a longer break it starts a little lower: {holds}.",
        Reason.CUT: f"You let go early, so it is a little easier now: {holds}.",
        Reason.PAIN: f"Your pain went up by 2 or more, so it is easier now: {holds}.",
    }[reason]
