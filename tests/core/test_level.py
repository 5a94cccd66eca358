"""The dose grows with practice and steps back when it has to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.level import GAP, LEVELS, Fact, Reason, fact, progress

MONDAY = date(2026, 6, 1)


def days(*numbers: int, pain: int = 0, cut: bool = False) -> list[Fact]:
    """Facts by days after the first Monday."""
    return [Fact(MONDAY + timedelta(days=n), pain, cut) for n in numbers]


def on(day: int) -> date:
    return MONDAY + timedelta(days=day)


TWO_WEEKS = days(0, 3, 7, 10)
FOUR_WEEKS = [*TWO_WEEKS, *days(14, 16, 18, 21, 23, 25)]


def test_the_levels_are_those_of_the_source() -> None:
    assert [(lv.days_a_week, lv.hold_s) for lv in LEVELS] == [(2, 15.0), (3, 20.0), (3, None)]


def test_it_begins_at_the_first_level() -> None:
    first = progress([], MONDAY)
    assert (first.level.number, first.reason, first.hold_s) == (1, Reason.NEW, 15.0)


def test_two_weeks_with_the_goal_met_raise_it() -> None:
    assert progress(TWO_WEEKS, on(13)).level.number == 1, "the second week is not over"
    risen = progress(TWO_WEEKS, on(14))
    assert (risen.level.number, risen.reason) == (2, Reason.GROWN)
    assert progress(FOUR_WEEKS, on(28)).level.number == 3


def test_a_week_below_the_goal_keeps_it() -> None:
    assert progress(days(0, 3, 7), on(14)).level.number == 1
    assert progress(days(0, 3, 7, 14, 17), on(21)).level.number == 2, "it costs no more than that"


def test_it_never_grows_past_the_last_level() -> None:
    known = [*FOUR_WEEKS, *days(*(28 + 7 * w + d for w in range(9) for d in (0, 2, 4)))]
    assert progress(known, on(28 + 63)).level.number == 3


def test_a_week_with_more_pain_does_not_count() -> None:
    known = [*days(0, 3, 7), *days(10, pain=1)]
    assert progress(known, on(14)).level.number == 1


def test_a_gap_steps_back_once() -> None:
    assert progress(FOUR_WEEKS, on(25) + GAP - timedelta(days=1)).level.number == 3
    back = progress(FOUR_WEEKS, on(25) + GAP)
    assert (back.level.number, back.reason) == (2, Reason.GAP)
    assert progress(FOUR_WEEKS, on(25) + 9 * GAP).level.number == 2
    again = [*FOUR_WEEKS, *days(60)]
    assert progress(again, on(60)).level.number == 2


def test_after_a_step_back_two_good_weeks_are_asked_for_anew() -> None:
    known = [*days(0, 3), *days(7, pain=2), *days(14, 17)]
    back = progress(known, on(21))
    assert (back.level.number, back.weeks_met) == (1, 1)


@pytest.mark.parametrize(
    ("after", "reason"),
    [(days(28, pain=2), Reason.PAIN), (days(28, cut=True), Reason.CUT)],
)
def test_pain_and_a_cut_hold_step_back(after: list[Fact], reason: Reason) -> None:
    back = progress([*FOUR_WEEKS, *after], on(29))
    assert (back.level.number, back.reason) == (2, reason)
    assert progress([*FOUR_WEEKS, *after, *after], on(29)).level.number == 2, "once a week"


def test_a_little_more_pain_makes_the_next_session_gentler() -> None:
    sore = progress([*FOUR_WEEKS, *days(28, pain=1)], on(29))
    assert sore.level.number == 3
    assert sore.gentler
    assert sore.hold_s == 20.0
    assert "gentler" in sore.why
    calm = progress([*FOUR_WEEKS, *days(28, pain=1), *days(30)], on(31))
    assert not calm.gentler
    assert calm.hold_s is None


def test_the_first_level_cannot_get_lower() -> None:
    assert progress(days(0, pain=5), on(1)).level.number == 1
    assert progress(days(0, pain=1), on(1)).hold_s == 15.0


some_facts = st.lists(
    st.builds(
        Fact,
        st.dates(date(2026, 1, 1), date(2026, 6, 30)),
        st.integers(-5, 5),
        st.booleans(),
    ),
    max_size=60,
).map(lambda found: sorted(found, key=lambda f: f.day))


@given(some_facts, st.dates(date(2026, 1, 1), date(2026, 8, 1)), st.integers(0, 6))
def test_the_same_history_gives_the_same_plan(known: list[Fact], today: date, first: int) -> None:
    one, other = progress(known, today, first), progress(tuple(known), today, first)
    assert one == other
    assert one.level in LEVELS
    assert one.why.endswith(".")


@given(some_facts, st.dates(date(2026, 1, 1), date(2026, 6, 30)))
def test_what_comes_later_changes_nothing(known: list[Fact], today: date) -> None:
    past = [f for f in known if f.day <= today]
    assert progress(known, today) == progress(past, today)


@given(some_facts, st.dates(date(2026, 1, 1), date(2026, 6, 30)))
def test_more_pain_never_raises_the_level(known: list[Fact], today: date) -> None:
    sore = [Fact(f.day, 5, f.cut) for f in known]
    assert progress(sore, today).level.number == 1
    assert progress(known, today).level.number >= 1


def test_what_counts_of_a_session() -> None:
    assert fact(MONDAY, 3, 5, cut=False, held_s=30) == Fact(MONDAY, 2, False)
    assert fact(MONDAY, 5, 3, cut=True, held_s=15) == Fact(MONDAY, -2, True)
    assert fact(MONDAY, None, 3, cut=False, held_s=14) == Fact(MONDAY, 0, False, counts=False)
    assert fact(MONDAY, 3, None, cut=False, held_s=30) == Fact(MONDAY, 0, False)
    assert fact(MONDAY, 0, 2, cut=False, held_s=30).pain_rise == 2


def test_a_session_too_short_to_count_still_steps_back() -> None:
    short = Fact(on(28), 0, cut=True, counts=False)
    back = progress([*FOUR_WEEKS, short], on(29))
    assert (back.level.number, back.reason) == (2, Reason.CUT)
    seconds = [Fact(on(n), 0, cut=False, counts=False) for n in (0, 3, 7, 10)]
    assert progress(seconds, on(14)).level.number == 1
