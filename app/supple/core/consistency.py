"""How regular the practice is, from 0 to 100, in a way that forgives.

Each week moves the score towards the part of the goal it reached: half of the way in three
good weeks, but only half of the way down in six weeks without a session. So a steady person is
above 90 after ten weeks, and a missed week takes at most eleven points of a full score. Days
off take their share of the week out: a week that is off altogether leaves the score where it
was, a week half off moves it as half a week does and wants half as much.

The unfinished week only ever raises the score; what it lacks counts once it is over. All weeks
are measured by the goal as it is now.
"""

from __future__ import annotations

from supple.core.weeks import WEEK, Weeks

RISES_HALF_IN = 3.0
"""Weeks at the goal in which the score goes half of the way up to 100."""
FALLS_HALF_IN = 6.0
"""Weeks without a session in which it goes half of the way down to 0."""
FULL = 100.0


def consistency(weeks: Weeks, goal: int, ago: int = 0) -> float:
    """The score, 0 to 100, at the end of the week ``ago`` weeks before this one."""
    scores = trail(weeks, goal)
    return scores[-1 - ago] if ago < len(scores) else 0.0


def trail(weeks: Weeks, goal: int) -> list[float]:
    """The score at the end of every week from the first with something done to this one."""
    scores: list[float] = []
    score = 0.0
    for week in weeks.all():
        moved = _moved(score, weeks.done(week), weeks.free(week), goal)
        score = max(score, moved) if week == weeks.this else moved
        scores.append(score)
    return scores


def _moved(score: float, done: int, free: int, goal: int) -> float:
    """``score`` after one week with ``done`` of ``goal`` and ``free`` days off.

    A mark never lowers it: where fewer free days would have come to more, so many count.
    """
    return max(_after(score, done, off, goal) for off in range(free + 1))


def _after(score: float, done: int, free: int, goal: int) -> float:
    share = (WEEK - free) / WEEK
    if not share:
        return score
    reached = FULL * min(1.0, done / (goal * share))
    half_in = RISES_HALF_IN if reached > score else FALLS_HALF_IN
    kept: float = 0.5 ** (share / half_in)
    return score * kept + reached * (1.0 - kept)
