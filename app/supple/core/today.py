"""What the Today page says: the day in a title, what is up next and why, and the week."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from supple.core import labels
from supple.core.days import MONDAY, counted_day
from supple.core.goal import GoalCounts
from supple.core.outline import has_red_caution, stretches_of
from supple.core.record import SessionRecord
from supple.core.routine import Catalogue, Routine
from supple.core.stats import LEAST_HELD_S, DayTotal, Week, week_of

WORK_HOURS = range(8, 18)
WORK_DAYS = range(5)
"""Monday to Friday."""
WORK_BREAK = "work-break"
RISING = "rising"
BEDTIME = "bedtime"
AFTER_TEST = "tested-tight"
"""Routines for this occasion are not offered by the way: the self-test leads to them."""
LONG_AWAY = timedelta(days=10)
"""After so many days without a session the page is glad to see the person."""
ROWS = 3
"""Rows in the list below what is up next."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine to start."""

    routine: str
    """Id."""
    name: str
    summary: str
    why: str
    """The reason it is offered, in a few words."""
    minutes: str
    """Such as ``4 min``."""
    place: str
    """Such as ``On your chair``; "" when nothing is known."""
    equipment: str
    """Such as ``Mat, strap``; "" for none."""
    figure: str
    """Id of the picture."""
    read_first: bool = False
    """True when one of its stretches has a red caution."""

    @property
    def detail(self) -> str:
        """Such as ``4 min, on your chair``."""
        where = self.place[:1].lower() + self.place[1:]
        return f"{self.minutes}, {where}" if where else self.minutes


@dataclass(frozen=True, slots=True)
class Done:
    """A session of today."""

    at: str
    """Such as ``10:30``."""
    name: str
    detail: str
    """Such as ``3 min held``."""


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything the Today page shows."""

    day: str
    """Such as ``Thursday 22 October``."""
    title: str
    up_next: Offer | None
    """None only when there is no routine at all."""
    done: tuple[Done, ...]
    """Today's sessions, the newest last."""
    more: tuple[Offer, ...]
    week: Week
    week_line: str
    """Such as ``Two more days to your goal.``"""
    streak: str
    """Weeks in a row that met the goal, such as ``6 weeks``; "" for none."""
    pain: tuple[int, int] | None
    """Before and after the last session that asked, 0 to 10."""
    first_time: bool
    """True while there is no history."""


def build_today(
    today: date,
    hour: int,
    catalogue: Catalogue,
    durations: Mapping[str, float],
    sessions: Sequence[SessionRecord],
    day_totals: Iterable[DayTotal],
    goal: int,
    first_weekday: int = MONDAY,
    goal_counts: GoalCounts = GoalCounts.DAYS,
    day_ends_h: int = 0,
    days_off: Collection[date] = (),
) -> TodayView:
    """The page for one moment.

    ``today`` is the counted day of the moment and ``hour`` its local hour, 0 to 23;
    ``durations`` are seconds by routine id; ``sessions`` are the latest ones in any order;
    ``day_totals`` are held seconds and sessions of all days, counted with the same
    ``day_ends_h``. Raises ``ValueError`` for a goal outside 2 to 7.
    """
    past = sorted((s for s in sessions if s.held_s > 0), key=lambda s: s.started_at)
    totals = list(day_totals)
    of_today = (s for s in past if counted_day(s.started_at, day_ends_h) == today)
    done = tuple(_done(s) for s in of_today if s.held_s >= LEAST_HELD_S)
    week = week_of(totals, today, goal, first_weekday, goal_counts, days_off)
    up_next = _up_next(today, hour, catalogue, past)
    offer = _offer(*up_next, catalogue, durations) if up_next else None
    return TodayView(
        day=labels.day(today),
        title=_title(today, len(done), [total[0] for total in totals if total[1] > 0]),
        up_next=offer,
        done=done,
        more=_more(hour, catalogue, durations, offer, ROWS - min(len(done), 1)),
        week=week,
        week_line=_week_line(week),
        streak=labels.plural(week.in_a_row, "week") if week.in_a_row else "",
        pain=_last_pain(past),
        first_time=not past and not totals,
    )


def _title(today: date, done: int, days: Sequence[date]) -> str:
    if done:
        return f"{labels.number(done)} done today"
    earlier = [day for day in days if day < today]
    if not earlier:
        return "A good day to start"
    if today - max(earlier) >= LONG_AWAY:
        return "Good to see you"
    return "A fresh day"


def _up_next(
    today: date, hour: int, catalogue: Catalogue, past: Sequence[SessionRecord]
) -> tuple[Routine, str] | None:
    """The routine to offer, and why.

    A break routine in working hours; else the routine done last; else one that
    suits the time of day; else the first there is.
    """
    routines = catalogue.routines
    at_work = today.weekday() in WORK_DAYS and hour in WORK_HOURS
    desk = _suiting(routines.values(), WORK_BREAK)
    if at_work and desk:
        return desk, "A break from the desk"
    for session in reversed(past):
        if session.routine in routines:
            return routines[session.routine], "The one you did last"
    occasion = _occasion(hour)
    fitting = _suiting(routines.values(), occasion) if occasion else None
    if fitting:
        return fitting, "To start the day" if occasion == RISING else "Before bed"
    first = desk or next(iter(routines.values()), None)
    return (first, "A good one to begin with") if first else None


def _occasion(hour: int) -> str:
    """What the hour suits, as routines name it; "" in the middle of the day."""
    if 4 <= hour < 11:
        return RISING
    return BEDTIME if hour >= 19 or hour < 4 else ""


def _suiting(routines: Iterable[Routine], occasion: str) -> Routine | None:
    return next((r for r in routines if occasion in r.suits), None)


def _more(
    hour: int,
    catalogue: Catalogue,
    durations: Mapping[str, float],
    up_next: Offer | None,
    rows: int,
) -> tuple[Offer, ...]:
    """Other routines: those that suit the time of day first, then short before long."""
    occasion = _occasion(hour) or WORK_BREAK
    others = (r for r in catalogue.routines.values() if AFTER_TEST not in r.suits)
    rest = [r for r in others if not up_next or r.id != up_next.routine]
    rest.sort(key=lambda r: (occasion not in r.suits, durations.get(r.id, 0.0)))
    return tuple(_offer(routine, "", catalogue, durations) for routine in rest[:rows])


def _offer(
    routine: Routine, why: str, catalogue: Catalogue, durations: Mapping[str, float]
) -> Offer:
    parts = stretches_of(routine, catalogue)
    return Offer(
        routine=routine.id,
        name=routine.name,
        summary=routine.summary,
        why=why,
        minutes=labels.minutes(durations.get(routine.id, 0.0)),
        place=labels.place([part.position for part in parts]) if parts else "",
        equipment=labels.equipment([e for part in parts for e in part.equipment]),
        figure=parts[0].figure if parts else "",
        read_first=any(has_red_caution(part) for part in parts),
    )


def _done(session: SessionRecord) -> Done:
    return Done(
        at=f"{session.started_at:%H:%M}",
        name=session.routine_name,
        detail=f"{labels.minutes(session.held_s)} held",
    )


def _week_line(week: Week) -> str:
    if not week.left:
        return "Your goal for this week is met."
    units = week.unit.removesuffix("s") if week.left == 1 else week.unit
    if not week.done:
        return f"{labels.number(week.left)} {units} make your goal."
    return f"{labels.number(week.left)} more {units} to your goal."


def _last_pain(past: Sequence[SessionRecord]) -> tuple[int, int] | None:
    for session in reversed(past):
        if session.pain_before is not None and session.pain_after is not None:
            return session.pain_before, session.pain_after
    return None
