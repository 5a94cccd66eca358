"""The Overview tab: a year of totals turned into what is drawn and said.

Only totals come in, never sessions one by one, so that a long history costs no more than a
short one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supple.core import dose, labels, pain
from supple.core.angles import angle_line, angle_points
from supple.core.consistency import trail
from supple.core.days import MONDAY, week_start
from supple.core.flexibility import LEAST_CHANGE_DEG
from supple.core.goal import GoalCounts
from supple.core.history_view import DayCell, Figure, HistoryView, Sums, WeekBar
from supple.core.stats import LEAST_HELD_S, Week, days_done, week_among
from supple.core.sums import sums
from supple.core.weeks import Weeks

if TYPE_CHECKING:
    from supple.core.assessment import Assessment
    from supple.core.day_off import Off
    from supple.core.routine import Stretch

YEAR_WEEKS = 53
"""Weeks in the heat map, this one included."""
BARS = 12
"""Weeks in the chart of minutes, this one included."""
TREND_WEEKS = 4
"""How far back the consistency is compared."""
LEVEL_FROM_MIN = (5, 10, 20)
"""Minutes from which a day of the heat map is darker."""
_CONSISTENCY = "How steadily you keep to your goal, of 100."
_OFF = {"rest": "rest day", "ill": "ill", "travel": "travel"}


@dataclass(frozen=True, slots=True)
class Totals:
    """What the history adds up to. Days are counted days, all with the same end of the day."""

    days: Sequence[tuple[date, float, int]] = ()
    """Day, seconds held, sessions that count; in order of the days."""
    stretches: Sequence[dose.StretchTotal] = ()
    """Day, stretch, side, seconds held; of this week at least."""
    pain: Sequence[tuple[date, int, int]] = ()
    """Day, before and after, of the last twelve rated sessions at least; from old to new."""
    pain_count: int = 0
    """All sessions rated before and after."""
    assessments: Sequence[Assessment] = ()
    days_off: Mapping[date, Off] = field(default_factory=dict)
    sessions: int = 0
    """All there are, also those too short to count."""


def build_overview(
    totals: Totals,
    stretches: Mapping[str, Stretch],
    today: date,
    goal: int,
    first_weekday: int = MONDAY,
    goal_counts: GoalCounts = GoalCounts.DAYS,
) -> HistoryView:
    """The tab as it stands on the counted day ``today``.

    ``stretches`` is the catalogue's, to know the muscles. Raises ``ValueError`` for a goal
    outside 2 to 7.
    """
    off = totals.days_off
    done = days_done(totals.days)
    weeks = Weeks(done, today, first_weekday, goal_counts, off)
    week = week_among(weeks, done, today, goal, off)
    score, score_line = _consistency(weeks, goal)
    by_day = {day: (held_s, count) for day, held_s, count in totals.days}
    so_far = sums(by_day, today, first_weekday)
    angles = angle_points(totals.assessments, today)
    pairs = pain.pain_pairs(totals.pain, today)
    return HistoryView(
        week=week,
        goal=_goal(week),
        figures=(
            *_figures(week, so_far, totals, today),
            Figure(str(score), "consistency, of 100", f"{_CONSISTENCY} {score_line}"),
        ),
        cells=_cells(by_day, off, today, first_weekday),
        today=today,
        first_weekday=first_weekday,
        bars=_bars(by_day, today, first_weekday),
        angles=angles,
        angle_error=LEAST_CHANGE_DEG,
        angle_line=angle_line(angles, today),
        pain=pairs,
        pain_count=totals.pain_count,
        pain_line=pain.pain_line(pairs, totals.pain_count),
        doses=dose.doses(totals.stretches, stretches, week.start),
        dose_source=dose.SOURCE,
        consistency=score,
        consistency_line=score_line,
        sums=so_far,
        empty=not (totals.days or totals.sessions),
    )


def _figures(week: Week, so_far: Sums, totals: Totals, today: date) -> tuple[Figure, ...]:
    first = min((day for day, _, _ in totals.days), default=None)
    return _row(week), _month(so_far), _sessions(so_far, totals.sessions, first, today)


def _goal(week: Week) -> Figure:
    free = sum(week.off)
    label = f"this week, {labels.plural(free, 'day')} off" if free else "this week"
    one = "day" if week.counts is GoalCounts.DAYS else "session"
    least = labels.seconds_of(LEAST_HELD_S)
    tip = f"Your goal is {week.goal} {week.unit} a week. A {one} counts from {least} held."
    if week.done > week.goal:
        return Figure(f"{week.done} {week.unit}", f"{label}, goal of {week.goal} met", tip)
    return Figure(f"{week.done} of {week.goal} {week.unit}", label, tip)


def _row(week: Week) -> Figure:
    if week.best > week.in_a_row:
        label = f"in a row, best is {week.best}"
    else:
        label = "in a row, your best" if week.best else "in a row so far"
    tip = "Weeks in a row that reached your goal. Days off never end the row and never add to it."
    return Figure(labels.plural(week.in_a_row, "week"), label, tip)


def _month(so_far: Sums) -> Figure:
    month = so_far.month
    value = labels.hours(month.held_s) if month.held_s else "0 min"
    tip = f"Held in {labels.plural(month.sessions, 'session')} since the first of the month."
    return Figure(value, "this month", tip)


def _sessions(so_far: Sums, listed: int, first: date | None, today: date) -> Figure:
    """As many as the list has, so that the two tabs agree; the tip says which count."""
    whole = so_far.all
    number = max(listed, whole.sessions)
    label = "session in all" if number == 1 else "sessions in all"
    least = f"A session counts from {labels.seconds_of(LEAST_HELD_S)} held."
    if first is None:
        return Figure(str(number), label, least)
    tip = f"{labels.hours(whole.held_s)} held since {labels.date_of(first, today)}."
    if number > whole.sessions:
        one = "counts" if whole.sessions == 1 else "count"
        tip = f"{tip} {whole.sessions} of them {one}: {least[:1].lower()}{least[1:]}"
    return Figure(str(number), label, tip)


def _consistency(weeks: Weeks, goal: int) -> tuple[int, str]:
    """How steadily the goal is kept, 0 to 100, and what is to be said of it."""
    scores = [0.0] * (TREND_WEEKS + 1) + trail(weeks, goal)
    score, before = round(scores[-1]), round(scores[-1 - TREND_WEEKS])
    return score, _consistency_line(score, before)


def _consistency_line(score: int, before: int) -> str:
    how = "It rises with every week near your goal and falls slowly; days off leave it as it is."
    if not before:
        return how
    if score == before:
        return f"The same as {labels.number(TREND_WEEKS).lower()} weeks ago. {how}"
    went = "Up" if score > before else "Down"
    return f"{went} from {before} {labels.number(TREND_WEEKS).lower()} weeks ago. {how}"


def _cells(
    by_day: Mapping[date, tuple[float, int]], off: Mapping[date, Off], today: date, first: int
) -> tuple[DayCell, ...]:
    start = week_start(today, first) - timedelta(weeks=YEAR_WEEKS - 1)
    days = (start + timedelta(days=n) for n in range((today - start).days + 1))
    return tuple(_cell(day, *by_day.get(day, (0.0, 0)), off.get(day), today) for day in days)


def _cell(day: date, held_s: float, sessions: int, off: Off | None, today: date) -> DayCell:
    parts = [labels.short_day(day, today)]
    if off is not None:
        parts.append(_OFF[off])
    if held_s > 0:
        parts.append(labels.minutes(held_s))
    if sessions:
        parts.append(labels.plural(sessions, "session"))
    elif off is None and not held_s:
        parts.append("no session")
    return DayCell(day, _level(held_s), ", ".join(parts), off, held_s, sessions)


def _level(held_s: float) -> int:
    return 1 + sum(held_s >= 60 * least for least in LEVEL_FROM_MIN) if held_s > 0 else 0


def _bars(by_day: Mapping[date, tuple[float, int]], today: date, first: int) -> tuple[WeekBar, ...]:
    this = week_start(today, first)
    starts = (this - timedelta(weeks=ago) for ago in range(BARS - 1, -1, -1))
    return tuple(_bar(start, by_day, today) for start in starts)


def _bar(start: date, by_day: Mapping[date, tuple[float, int]], today: date) -> WeekBar:
    days = [start + timedelta(days=n) for n in range(7)]
    found = [by_day[day] for day in days if day in by_day and day <= today]
    held_s = sum(held_s for held_s, _ in found)
    length = labels.minutes(held_s) if held_s else "0 min"
    so_far = " so far" if start <= today < start + timedelta(days=7) else ""
    text = f"Week of {labels.date_of(start, today)}, {length}{so_far}"
    return WeekBar(start, held_s / 60, text, sum(sessions for _, sessions in found))
