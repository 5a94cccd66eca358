from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.event import Ended
from supple.core.goal import GoalCounts
from supple.core.safety import MUCH_PAIN
from supple.core.stats import LEAST_HELD_S
from supple.core.summary import (
    Rating,
    SummaryView,
    goal_line,
    headline,
    is_better,
    verdict,
    weeks_line,
)

VIEW = SummaryView(
    done=1,
    goal=3,
    weeks_in_a_row=0,
    held_s=120.0,
    stretches_done=1,
    stretches=3,
    pain_before=None,
    ended=Ended.FINISHED,
)


def test_headlines_never_blame() -> None:
    stopped = replace(VIEW, ended=Ended.STOPPED)
    assert headline(VIEW) == "Done. Well stretched."
    assert headline(stopped) == "Stopped here. It counts."
    assert headline(replace(stopped, stretches_done=0)) == "Stopped here. It counts."
    assert headline(replace(VIEW, ended=Ended.HURT)) == "Stopped. Rest a little."


def test_too_little_for_a_day_is_not_said_to_count() -> None:
    nothing = replace(VIEW, ended=Ended.STOPPED, held_s=LEAST_HELD_S - 1, stretches_done=0)
    assert headline(nothing) == "Stopped here. Another time."
    assert headline(replace(nothing, stretches_done=1)) == "Stopped here. It counts."


def test_skipping_to_the_end_is_not_praised() -> None:
    assert headline(replace(VIEW, stretches_done=0)) == "That is the end. Rest a little."


@pytest.mark.parametrize(
    ("done", "goal", "text"),
    [
        (5, 5, "Goal met this week"),
        (7, 5, "Goal met this week"),
        (4, 5, "One more day to go"),
        (3, 5, "Two more days to go"),
        (0, 7, "Seven more days to go"),
    ],
)
def test_goal_line(done: int, goal: int, text: str) -> None:
    assert goal_line(done, goal) == text


@pytest.mark.parametrize(
    ("done", "goal", "text"),
    [
        (5, 5, "Goal met this week"),
        (4, 5, "One more session to go"),
        (3, 5, "Two more sessions to go"),
    ],
)
def test_a_goal_in_sessions_speaks_of_sessions(done: int, goal: int, text: str) -> None:
    assert goal_line(done, goal, GoalCounts.SESSIONS) == text


def test_a_goal_out_of_reach_looks_to_the_next_week() -> None:
    assert goal_line(1, 3, new_week_on="Monday") == "New week on Monday"
    assert goal_line(3, 3, new_week_on="Monday") == "Goal met this week"


def test_one_week_is_no_row_yet() -> None:
    assert weeks_line(0) == ""
    assert weeks_line(1) == ""
    assert weeks_line(2) == "2 weeks in a row"


@pytest.mark.parametrize(
    ("before", "now", "text"),
    [
        (4, 2, "Down from 4 to 2."),
        (4, 4, "The same as before: 4."),
        (3, 5, "Up from 3 to 5. Go easier next time, or rest tomorrow."),
        (0, 0, "The same as before: 0."),
        (3, 9, "Up from 3 to 9. Rest, and see a doctor if it stays."),
        (10, 8, "Down from 10 to 8. See a doctor if it stays."),
        (8, 8, "The same as before: 8. See a doctor if it stays."),
        (None, 8, "That is a lot. Rest, and see a doctor if it stays."),
        (None, 7, ""),
        (3, None, ""),
    ],
)
def test_verdict(before: int | None, now: int | None, text: str) -> None:
    assert verdict(before, now) == text


PAIN = st.none() | st.integers(0, 10)


@given(before=PAIN, now=PAIN, gets_gentler=st.booleans())
def test_something_gentler_is_promised_only_after_more_pain_and_only_if_it_comes(
    before: int | None, now: int | None, gets_gentler: bool
) -> None:
    text = verdict(before, now, gets_gentler=gets_gentler)
    more = before is not None and now is not None and before < now
    promised = "Next time will be gentler." in text
    assert promised == (gets_gentler and more and now is not None and now < MUCH_PAIN)
    assert ("doctor" in text) == (now is not None and now >= MUCH_PAIN)
    assert not (promised and is_better(before, now))


def test_more_pain_says_what_the_plan_does() -> None:
    assert verdict(3, 5, gets_gentler=True) == "Up from 3 to 5. Next time will be gentler."
    assert verdict(5, 3, gets_gentler=True) == "Down from 5 to 3."
    assert verdict(5, 5, gets_gentler=True) == "The same as before: 5."


def test_a_rating_may_be_empty() -> None:
    assert Rating(None) == Rating(pain=None, note="")


def test_less_is_better_unless_it_is_still_much() -> None:
    assert is_better(4, 2)
    assert not is_better(4, 4)
    assert not is_better(10, 8)
    assert not is_better(None, 0)
    assert not is_better(4, None)
