"""What is told when a session is over, and what the person answers."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.ended import Ended
from supple.core.goal import GoalCounts
from supple.core.safety import MUCH_PAIN
from supple.core.stats import LEAST_HELD_S
from supple.core.wording import FINISHED, NOTHING_DONE

_DOCTOR = "see a doctor if it stays."


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The facts of the page after a session."""

    done: int
    """Days or sessions of this week, this one included; see ``goal_counts``."""
    goal: int
    """How many a week the person set out for; 1 to 7."""
    weeks_in_a_row: int
    """Weeks up to now that met the goal."""
    held_s: float
    """Seconds held and moved in this session."""
    stretches_done: int
    stretches: int
    """How many stretches the routine has."""
    pain_before: int | None
    """0 to 10 as last answered, or None."""
    ended: Ended
    goal_counts: GoalCounts = GoalCounts.DAYS
    asks_pain: bool = True
    """Whether the person wants to be asked how the back feels."""
    new_week_on: str = ""
    """The day the next week begins on, where the goal is out of reach in this one."""
    length_s: float = 0.0
    """Seconds from its start to its end, with all that is no hold; 0 where that is not known."""
    shares: tuple[float, ...] = ()
    """How much of each stretch was done, 0 to 1; nothing of those that are missing."""
    gets_gentler: bool = False
    """Whether the plan will hold shorter after more pain; nothing else is to be promised."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The answer to "How does your back feel now?"."""

    pain: int | None
    """0 none to 10 worst; None when not answered."""
    note: str = ""


def headline(view: SummaryView) -> str:
    """The first words after a session."""
    if view.ended is Ended.FINISHED:
        return FINISHED if view.stretches_done else NOTHING_DONE
    if view.ended is Ended.HURT:
        return "Stopped. Rest a little."
    some = view.held_s >= LEAST_HELD_S or view.stretches_done > 0
    return "Stopped here. It counts." if some else "Stopped here. Another time."


def goal_line(
    done: int, goal: int, counts: GoalCounts = GoalCounts.DAYS, new_week_on: str = ""
) -> str:
    """What the week still holds, in days or sessions; see ``SummaryView.new_week_on``."""
    left = goal - done
    if left <= 0:
        return "Goal met this week"
    if new_week_on:
        return f"New week on {new_week_on}"
    unit = counts.value
    if left == 1:
        return f"One more {unit.removesuffix('s')} to go"
    words = ("Two", "Three", "Four", "Five", "Six", "Seven")
    return f"{words[min(left, 7) - 2]} more {unit} to go"


def weeks_line(weeks: int) -> str:
    """How long the goal has been met; "" for less than two weeks, which are no row yet."""
    return f"{weeks} weeks in a row" if weeks > 1 else ""


def is_better(before: int | None, now: int | None) -> bool:
    """Whether the pain is less than before, and no longer much."""
    return before is not None and now is not None and now < before and now < MUCH_PAIN


def verdict(before: int | None, now: int | None, *, gets_gentler: bool = False) -> str:
    """How the pain changed; "" where there is nothing to say.

    ``gets_gentler``: whether the plan holds shorter next time where it is more.
    """
    if now is None:
        return ""
    much = now >= MUCH_PAIN
    if before is None:
        return f"That is a lot. Rest, and {_DOCTOR}" if much else ""
    if now > before:
        return f"Up from {before} to {now}. {_after_more(much, gets_gentler)}"
    change = f"Down from {before} to {now}." if now < before else f"The same as before: {now}."
    return f"{change} {_DOCTOR.capitalize()}" if much else change


def _after_more(much: bool, gets_gentler: bool) -> str:
    if much:
        return f"Rest, and {_DOCTOR}"
    if gets_gentler:
        return "Next time will be gentler."
    return "Go easier next time, or rest tomorrow."
