"""What of the plan is done today, and what comes next."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supple.core.breaks.times import FixedTime, fixed_of
from supple.core.day_plan import EARLY_MIN, Held, Planned, day_plan, done_keys, to_come
from supple.core.days import counted_day

TODAY = date(2026, 10, 22)
"""A Thursday."""
WORK = (0, 1, 2, 3, 4)
OFFERED = ("desk-break", "lying-down")


def at(clock: str, day: date = TODAY) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def plan(
    times: str, now: str = "12:00", *done: str, ends: int = 0, today: date = TODAY
) -> list[tuple[str, int | None, bool]]:
    held = []
    for text in done:
        clock, _, routine = text.partition(" ")
        held.append(Held(at(clock), routine or "desk-break"))
    fixed = [fixed_of(text) for text in times.split("; ")]
    rows = day_plan(fixed, WORK, today, at(now, today), held, OFFERED, ends)
    return [(row.fixed.clock, row.done, row.next) for row in rows]


def test_what_is_done_is_ticked_and_the_first_to_come_is_next() -> None:
    found = plan("20:00 daily routine:lying-down; 10:30; 14:30", "12:00", "10:34")
    assert found == [("10:30", 0, False), ("14:30", None, True), ("20:00", None, False)]


def test_only_what_comes_today_is_there() -> None:
    assert plan("20:00 mon,wed; 10:30; 08:00 sat") == [("10:30", None, False)]
    saturday = date(2026, 10, 24)
    assert plan("10:30; 07:00 rising", today=saturday) == [("07:00", None, False)]


def test_what_went_by_is_neither_done_nor_next() -> None:
    assert plan("10:30; 11:00", "11:00") == [("10:30", None, False), ("11:00", None, True)]
    assert plan("10:30", "10:31") == [("10:30", None, False)]


def test_a_routine_counts_whenever_it_was_done() -> None:
    assert plan("20:00 daily routine:lying-down", "12:00", "06:10 lying-down") == [
        ("20:00", 0, False)
    ]
    twice = "08:00 daily routine:lying-down; 20:00 daily routine:lying-down"
    assert [row[1] for row in plan(twice, "21:00", "19:00 lying-down")] == [None, 0]


def test_another_session_counts_for_the_nearest_time_it_is_not_long_before() -> None:
    assert [row[1] for row in plan("10:30; 14:30", "15:00", "14:20")] == [None, 0]
    assert [row[1] for row in plan("10:30; 14:30", "15:00", "13:30")] == [0, None]
    assert [row[1] for row in plan("10:30", "15:00", "09:30")] == [None]
    assert [row[1] for row in plan("20:00 daily routine:lying-down", "21:00", "20:10")] == [None]


def test_what_came_in_place_of_a_routine_counts_for_it() -> None:
    assert [row[1] for row in plan("20:00 daily routine:left-out", "21:00", "20:10")] == [0]


def test_small_hours_belong_to_the_evening_before_for_whoever_is_up_late() -> None:
    rows = plan("00:30 bedtime; 22:00 bedtime; 10:30", "12:00", ends=4)
    assert [clock for clock, _, _ in rows] == ["10:30", "22:00", "00:30"]
    of_days = plan("00:30 fri; 01:00 thu; 04:00 thu", "12:00", ends=4)
    assert [clock for clock, _, _ in of_days] == ["04:00", "00:30"]


TIMES = st.lists(
    st.builds(
        FixedTime,
        st.integers(0, 1439),
        st.sampled_from(["", "bedtime"]),
        st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
        st.sampled_from(["", "lying-down", "left-out"]),
    ),
    max_size=6,
)
SPAN = st.integers(-60, 48 * 60).map(lambda n: at("00:00") + timedelta(minutes=n))


@st.composite
def days(draw: st.DrawFn) -> tuple[tuple[Planned, ...], list[Held], datetime]:
    ends, now = draw(st.integers(0, 6)), draw(SPAN)
    today = counted_day(now, ends)
    all_held = draw(
        st.lists(st.builds(Held, SPAN, st.sampled_from(["desk-break", "lying-down"])), max_size=5)
    )
    held = [one for one in all_held if counted_day(one.started_at, ends) == today]
    return day_plan(draw(TIMES), WORK, today, now, held, OFFERED, ends), held, now


@given(days())
def test_each_session_counts_once_and_only_where_it_may(
    found: tuple[tuple[Planned, ...], list[Held], datetime],
) -> None:
    rows, held, _ = found
    ticked = [row for row in rows if row.done is not None]
    assert len({row.done for row in ticked}) == len(ticked)
    for row in ticked:
        assert row.done is not None
        one = held[row.done]
        if row.fixed.routine in OFFERED:
            assert one.routine == row.fixed.routine
        started = one.started_at.hour * 60 + one.started_at.minute
        assert one.routine == row.fixed.routine or (
            started + 1440 * (started < 360) >= row.minute - EARLY_MIN
        )


@given(days())
def test_at_most_one_comes_next_and_nothing_before_it_is_to_come(
    found: tuple[tuple[Planned, ...], list[Held], datetime],
) -> None:
    rows, _, _ = found
    assert [row.minute for row in rows] == sorted(row.minute for row in rows)
    nexts = [n for n, row in enumerate(rows) if row.next]
    assert len(nexts) == (1 if to_come(rows) else 0)
    assert all(rows[n].done is None for n in nexts)
    assert to_come(rows) <= sum(row.done is None for row in rows)


def test_what_is_done_is_told_as_breaks_remember_it() -> None:
    fixed = [fixed_of("10:30"), fixed_of("00:30 bedtime"), fixed_of("22:00 bedtime")]
    held = [Held(at("10:40"), "desk-break"), Held(at("23:59"), "lying-down")]
    late = Held(at("00:40", TODAY + timedelta(days=1)), "lying-down")
    rows = day_plan(fixed, WORK, TODAY, at("12:00"), [*held, late], OFFERED, 4)
    assert done_keys(rows, TODAY) == ("2026-10-22 10:30", "2026-10-22 22:00", "2026-10-23 00:30")
    assert done_keys(day_plan(fixed, WORK, TODAY, at("12:00"), [], OFFERED, 4), TODAY) == ()
