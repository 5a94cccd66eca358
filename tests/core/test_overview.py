from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.day_off import Off
from supple.core.goal import GoalCounts
from supple.core.history_view import Figure, HistoryView
from supple.core.overview import Totals, build_overview

THURSDAY = date(2026, 10, 22)
MONDAY = date(2026, 10, 19)
DAYS = st.dates(date(2025, 9, 1), date(2026, 11, 30))
TOTALS = st.dictionaries(DAYS, st.tuples(st.floats(0.1, 4000), st.integers(0, 5)), max_size=60).map(
    lambda found: [(day, held_s, count) for day, (held_s, count) in sorted(found.items())]
)
OFF = st.dictionaries(DAYS, st.sampled_from(Off), max_size=20)


def days(*ago: int, minutes: float = 8, sessions: int = 1) -> list[tuple[date, float, int]]:
    return [(THURSDAY - timedelta(days=n), minutes * 60, sessions) for n in sorted(ago)[::-1]]


def view(
    *held: tuple[date, float, int],
    goal: int = 5,
    off: dict[date, Off] | None = None,
    first: int = 0,
    counts: GoalCounts = GoalCounts.DAYS,
    today: date = THURSDAY,
) -> HistoryView:
    totals = Totals(sorted(held), days_off=off or {})
    return build_overview(totals, {}, today, goal, first, counts)


def said(figure: Figure) -> tuple[str, str]:
    return figure.value, figure.label


def week_ago(weeks: int, *of: int) -> list[tuple[date, float, int]]:
    monday = MONDAY - timedelta(weeks=weeks)
    return [(monday + timedelta(days=day), 600.0, 1) for day in of]


def test_nothing_yet() -> None:
    shown = view()
    assert shown.empty
    assert said(shown.goal) == ("0 of 5 days", "this week")
    assert [said(figure) for figure in shown.figures] == [
        ("0 weeks", "in a row so far"),
        ("0 min", "this month"),
        ("0", "sessions in all"),
        ("0", "consistency, of 100"),
    ]
    assert (len(shown.cells), len(shown.bars), shown.angles, shown.pain) == (368, 12, (), ())
    assert shown.pain_line == "Not enough data yet: 0 of 8 sessions rated."


def test_the_figures_of_the_strip() -> None:
    past = [one for week in (2, 3, 5, 6, 7) for one in week_ago(week, 0, 1, 2)]
    shown = view(*past, *week_ago(1, 0, 1, 2), *days(0, 3, minutes=3), goal=3)
    assert said(shown.goal) == ("2 of 3 days", "this week")
    assert [said(figure) for figure in shown.figures[:3]] == [
        ("3 weeks", "in a row, your best"),
        ("1 h 6", "this month"),
        ("20", "sessions in all"),
    ]
    assert shown.figures[2].tip == "3 h 6 held since 31 August."
    assert not shown.empty


def test_the_sessions_are_as_many_as_the_list_has() -> None:
    totals = Totals([(THURSDAY, 603.0, 1)], sessions=2)
    (_, _, sessions, _) = build_overview(totals, {}, THURSDAY, 3).figures
    assert said(sessions) == ("2", "sessions in all")
    assert sessions.tip == (
        "10 min held since 22 October. 1 of them counts: a session counts from 15 s held."
    )
    (_, _, only, _) = build_overview(Totals(sessions=1), {}, THURSDAY, 3).figures
    assert said(only) == ("1", "session in all")


def test_the_best_row_is_named_when_it_was_longer() -> None:
    past = [one for week in (1, 4, 5, 6) for one in week_ago(week, 0, 1, 2)]
    assert said(view(*past, goal=3).figures[0]) == ("1 week", "in a row, best is 3")


def test_a_goal_of_sessions() -> None:
    shown = view(*days(0, 1, sessions=2), goal=5, counts=GoalCounts.SESSIONS)
    assert said(shown.goal) == ("4 of 5 sessions", "this week")
    assert shown.goal.tip == "Your goal is 5 sessions a week. A session counts from 15 s held."


def test_more_than_the_goal_reads_well() -> None:
    assert said(view(*days(0, 1, 2), goal=3).goal) == ("3 of 3 days", "this week")
    assert said(view(*days(0, 1, 2), goal=2).goal) == ("3 days", "this week, goal of 2 met")


def test_days_off_are_told() -> None:
    off = {MONDAY: Off.ILL, MONDAY + timedelta(days=6): Off.TRAVEL, MONDAY - timedelta(1): Off.REST}
    assert said(view(off=off).goal) == ("0 of 5 days", "this week, 2 days off")


@pytest.mark.parametrize(
    ("minutes", "level"), [(0.2, 1), (4.99, 1), (5, 2), (9.9, 2), (10, 3), (19.9, 3), (20, 4)]
)
def test_a_day_is_darker_the_longer_it_was(minutes: float, level: int) -> None:
    assert view(*days(0, minutes=minutes)).cells[-1].level == level


def test_a_day_says_what_was_done() -> None:
    off = {THURSDAY: Off.ILL, THURSDAY - timedelta(days=1): Off.REST}
    held = [
        *days(0, 2, sessions=2),
        (THURSDAY - timedelta(days=3), 9.0, 0),
        (THURSDAY - timedelta(days=366), 61.0, 1),
    ]
    texts = {cell.day: cell.text for cell in view(*held, off=off).cells}
    assert texts[THURSDAY] == "Thu 22 Oct, ill, 8 min, 2 sessions"
    assert texts[THURSDAY - timedelta(days=1)] == "Wed 21 Oct, rest day"
    assert texts[THURSDAY - timedelta(days=2)] == "Tue 20 Oct, 8 min, 2 sessions"
    assert texts[THURSDAY - timedelta(days=3)] == "Mon 19 Oct, 9 s"
    assert texts[THURSDAY - timedelta(days=4)] == "Sun 18 Oct, no session"
    assert texts[THURSDAY - timedelta(days=366)] == "Tue 21 Oct 2025, 1 min, 1 session"


def test_the_bars_are_weeks_and_the_last_one_is_unfinished() -> None:
    shown = view(*days(0, 3, minutes=12.5), *week_ago(1, 0, 6), *week_ago(11, 0), *week_ago(12, 0))
    assert [bar.minutes for bar in shown.bars] == [10, *[0] * 9, 20, 25]
    assert shown.bars[-1].text == "Week of 19 October, 25 min so far"
    assert shown.bars[-2].text == "Week of 12 October, 20 min"
    assert [bar.sessions for bar in shown.bars[-2:]] == [2, 2]


def test_the_consistency_says_where_it_comes_from() -> None:
    steady = [one for week in range(1, 21) for one in week_ago(week, 0, 1)]
    rising = view(*[one for one in steady if one[0] > MONDAY - timedelta(weeks=8)], goal=2)
    assert 80 < rising.consistency < 90
    assert rising.consistency_line.startswith("Up from 64 four weeks ago.")
    fallen = view(*[one for one in steady if one[0] < MONDAY - timedelta(weeks=4)], goal=2)
    assert fallen.consistency_line.startswith("Down from 87 four weeks ago.")
    assert view(*days(0)).consistency_line.startswith("It rises")
    assert view(*days(0)).figures[3].tip.startswith("How steadily you keep to your goal")


def test_checks_and_pain_come_along() -> None:
    at = datetime(2026, 10, 1, tzinfo=UTC)
    totals = Totals(
        days(0),
        pain=[(THURSDAY, 4, 3)] * 9,
        pain_count=40,
        assessments=[Assessment("a", Check.LEG_RAISE, at, 50, 52)],
    )
    shown = build_overview(totals, {}, THURSDAY, 3)
    assert shown.angle_line == "One check so far. The next one can show a change."
    assert shown.angle_error == pytest.approx(3.3)
    assert (len(shown.pain), shown.pain_count) == (9, 40)
    assert shown.pain_line.startswith("In each of the last 9")


@pytest.mark.parametrize("goal", [1, 8])
def test_a_goal_no_week_can_have_is_refused(goal: int) -> None:
    with pytest.raises(ValueError, match="2 to 7"):
        view(goal=goal)


@given(held=TOTALS, off=OFF, today=DAYS, goal=st.integers(2, 7), first=st.integers(0, 6))
def test_the_page_is_always_sound(
    held: list[tuple[date, float, int]], off: dict[date, Off], today: date, goal: int, first: int
) -> None:
    shown = view(*held, goal=goal, off=off, first=first, today=today)
    assert shown.cells[0].day.weekday() == first
    assert shown.cells[-1].day == today
    assert 52 * 7 < len(shown.cells) <= 53 * 7
    by_day = {day: held_s for day, held_s, _ in held}
    for cell in shown.cells:
        assert cell.held_s == by_day.get(cell.day, 0)
        assert (cell.level > 0) is (cell.held_s > 0)
        assert cell.off == off.get(cell.day)
    recent = [cell.held_s for cell in shown.cells if cell.day >= shown.bars[0].start]
    assert sum(bar.minutes for bar in shown.bars) * 60 == pytest.approx(sum(recent))
    assert shown.bars[-1].start == shown.week.start
    assert 0 <= shown.consistency <= 100
