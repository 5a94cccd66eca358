"""What the Today page says: the day in a title, what is up next and why, and the week."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supple.core import labels
from supple.core.assessment import Assessment
from supple.core.choice import Choice
from supple.core.days import MONDAY, counted_day
from supple.core.ended import Ended
from supple.core.flexibility import CHECK_WEEKS, is_due, next_check
from supple.core.goal import GoalCounts
from supple.core.offer import Offer, offers_of
from supple.core.record import SessionRecord
from supple.core.routine import Catalogue
from supple.core.safety import MUCH_PAIN
from supple.core.stats import LEAST_HELD_S, DayTotal, Week, week_of

if TYPE_CHECKING:
    from supple.core.day_rows import DayRows, DayTimes, PlanRow

LONG_AWAY = timedelta(days=10)
"""After so many days without a session the page is glad to see the person."""
REST = "Rest for today"
ADVICE = "Your back comes first"
"""The title above an advice: nothing cheerful."""
BEGUN = "A start is made"
"""The title of a day on which everything was broken off."""
ALL_DONE = "All done for today"
REST_LINE = "Something hurt today. Rest is a good choice; see a doctor if it stays."
OWN_LINE = "It is one of your own: its holds stay as they were written."
"""In the place of what the plan says, which leaves one's own routines alone."""
ROWS = 3
"""Rows in the list below what is up next."""
MOST_ROWS = 12
"""Offers looked through for them: as many as there may be times in a plan."""


@dataclass(frozen=True, slots=True)
class Done:
    """A session of today."""

    at: str
    """Such as ``10:30``."""
    name: str
    detail: str
    """Such as ``3 min held``."""
    hurt: bool = False
    """Whether it ended because something hurt."""
    early: bool = False
    """Whether it ended before its end for another reason."""

    @property
    def whole(self) -> bool:
        """Whether it went to its end."""
        return not (self.hurt or self.early)

    @property
    def how(self) -> str:
        """How it ended, in a few words."""
        return "Stopped, it hurt" if self.hurt else "Stopped early" if self.early else "Done"


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything the Today page shows."""

    day: str
    """Such as ``Thursday 22 October``."""
    title: str
    up_next: Offer | None
    """None only when there is no routine at all."""
    done: tuple[Done, ...]
    """Today's sessions, the newest last; of many only the last ``ROWS``."""
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
    plan: str = ""
    """Why it is held as long as it is, in one sentence; "" where no plan sets that."""
    advice: tuple[str, str] | None = None
    """What is to be done before any session: a title and a text; None where one may begin."""
    legs: tuple[float, float] | None = None
    """Degrees of the left and the right leg at the last leg raise; None without one."""
    next_check: str = ""
    """When the legs are to be checked again, such as ``in 6 days``; "" without a first check."""
    check_due: bool = False
    """True when the legs are to be checked again."""
    breaks: bool = False
    """Whether breaks at the desk are asked for."""
    rest: bool = False
    """True when something hurt today: nothing is pressed upon the person."""
    unanswered: bool = False
    """True when the safety questions were put off: only the gentlest is offered."""
    schedule: tuple[PlanRow, ...] = ()
    """The times of the plan with what was done; () without any. It takes the place of ``done``."""


def build_today(
    today: date,
    catalogue: Catalogue,
    durations: Mapping[str, float],
    choices: Sequence[Choice],
    sessions: Sequence[SessionRecord],
    day_totals: Iterable[DayTotal],
    goal: int,
    first_weekday: int = MONDAY,
    goal_counts: GoalCounts = GoalCounts.DAYS,
    day_ends_h: int = 0,
    days_off: Collection[date] = (),
    plan: str = "",
    advice: tuple[str, str] | None = None,
    last_check: Assessment | None = None,
    unanswered: bool = False,
    breaks: bool = False,
    answered: bool = False,
    own: Collection[str] = (),
    check_weeks: int = CHECK_WEEKS,
    times: DayTimes | None = None,
) -> TodayView:
    """The page for one moment.

    ``today`` is the counted day of the moment; ``durations`` are seconds by routine id;
    ``choices`` are what may be offered, the best first; ``sessions`` are the latest ones in
    any order; ``plan`` says why it is as long as it is; ``advice`` is a title and a text that
    stand in the place of every offer; ``last_check`` is the newest leg raise of both legs;
    ``unanswered``: whether the safety questions were put off; ``breaks``: whether breaks at the
    desk are asked for; ``answered``: whether the safety questions were, so that what is offered
    needs no reading first; ``own``: ids of the person's own, which ``plan`` leaves alone;
    ``check_weeks``: weeks between two checks of the legs, 0 for never; ``times``: those of the
    daily plan, None without any.
    ``day_totals`` are held seconds and sessions of all days, counted with the same
    ``day_ends_h``. Raises ``ValueError`` for a goal outside 2 to 7.
    """
    past = sorted((s for s in sessions if s.held_s > 0), key=lambda s: s.started_at)
    totals = list(day_totals)
    of_today = [s for s in past if counted_day(s.started_at, day_ends_h) == today]
    # Also one in which nothing was held yet.
    hurt = any(
        s.ended is Ended.HURT or (s.pain_after or 0) >= MUCH_PAIN
        for s in sessions
        if counted_day(s.started_at, day_ends_h) == today
    )
    counted = [s for s in of_today if s.held_s >= LEAST_HELD_S]
    done = tuple(_done(s) for s in counted)
    rows = _schedule(times, today, counted, done) if advice is None else None
    shown = len(rows.rows) if rows else len(done)
    week = week_of(totals, today, goal, first_weekday, goal_counts, days_off)
    if rows is not None and times is not None and times.leads and not hurt:
        choices = rows.led(choices)
    offers = offers_of(choices[: MOST_ROWS + 1], catalogue, durations, own, answered=answered)
    mine = bool(offers) and offers[0].routine in own
    return TodayView(
        day=labels.day(today),
        title=_title(today, done, totals, rows, hurt=hurt, advised=advice is not None),
        up_next=offers[0] if offers else None,
        done=done[-ROWS:],
        more=(rows.besides(offers[1:]) if rows else offers[1:])[: max(1, ROWS - shown)],
        week=week,
        week_line=_week_line(week, new=not totals),
        streak=labels.plural(week.in_a_row, "week") if week.in_a_row else "",
        pain=_last_pain(past),
        first_time=not past and not totals,
        plan=REST_LINE if hurt else OWN_LINE if plan and mine else plan,
        advice=advice,
        legs=_legs(last_check),
        next_check=next_check(last_check.day, today, check_weeks) if last_check else "",
        check_due=last_check is not None and is_due(last_check.day, today, check_weeks),
        unanswered=unanswered,
        breaks=breaks,
        rest=hurt,
        schedule=rows.rows if rows else (),
    )


def _schedule(
    times: DayTimes | None, today: date, counted: Sequence[SessionRecord], done: Sequence[Done]
) -> DayRows | None:
    if times is None:
        return None
    from supple.core.day_rows import day_rows  # only where somebody has a plan

    return day_rows(times, today, counted, done)


def _title(
    today: date,
    done: Sequence[Done],
    totals: Sequence[DayTotal],
    rows: DayRows | None,
    *,
    hurt: bool,
    advised: bool,
) -> str:
    if advised:
        return ADVICE
    if hurt:
        return REST
    whole = sum(not session.early for session in done)
    if done and whole and rows and rows.rows:
        if not rows.open:
            return ALL_DONE
        if rows.to_come:
            return f"{labels.number(whole)} done, {labels.number(rows.to_come).lower()} to go"
    if done:
        return f"{labels.number(whole)} done today" if whole else BEGUN
    earlier = [total[0] for total in totals if total[1] > 0 and total[0] < today]
    if not earlier:
        return "A good day to start"
    if today - max(earlier) >= LONG_AWAY:
        return "Good to see you"
    return "A fresh day"


def _done(session: SessionRecord) -> Done:
    return Done(
        at=f"{session.started_at:%H:%M}",
        name=session.routine_name,
        detail=f"{labels.minutes(session.held_s)} held",
        hurt=session.ended is Ended.HURT,
        early=session.ended in (Ended.STOPPED, Ended.CRASHED),
    )


def _week_line(week: Week, *, new: bool) -> str:
    free = sum(week.off)
    off = f" {labels.plural(free, 'day')} off." if free else ""
    return f"{_goal_line(week, new=new)}{off}"


def _goal_line(week: Week, *, new: bool) -> str:
    if not week.left:
        return "Your goal for this week is met."
    if not week.in_reach and not new:
        begins = labels.weekday(week.start)
        return f"{week.done} of {week.goal} so far. A new week begins on {begins}."
    units = week.unit.removesuffix("s") if week.left == 1 else week.unit
    if not week.done:
        return f"{labels.number(week.left)} {units} make your goal."
    return f"{labels.number(week.left)} more {units} to your goal."


def _legs(check: Assessment | None) -> tuple[float, float] | None:
    if check is None or check.left is None or check.right is None:
        return None
    return check.left, check.right


def _last_pain(past: Sequence[SessionRecord]) -> tuple[int, int] | None:
    for session in reversed(past):
        if session.pain_before is not None and session.pain_after is not None:
            return session.pain_before, session.pain_after
    return None
