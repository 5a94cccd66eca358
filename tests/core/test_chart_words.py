from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from supple.core.assessment import Assessment, Check
from supple.core.chart_words import words
from supple.core.day_off import Off
from supple.core.history_view import Chart, HistoryView
from supple.core.overview import Totals, build_overview

THURSDAY = date(2026, 10, 22)


def view(*ago: int, off: dict[date, Off] | None = None, checks: int = 0) -> HistoryView:
    days = [(THURSDAY - timedelta(days=n), 60.0 * (n + 5), 1) for n in sorted(ago, reverse=True)]
    first = datetime(2026, 8, 6, tzinfo=UTC)
    assessments = [
        Assessment(str(n), Check.LEG_RAISE, first + timedelta(days=n), 50.0 + 9 * n, 52)
        for n in range(checks)
    ]
    return build_overview(
        Totals(days, assessments=assessments, days_off=off or {}), {}, THURSDAY, 3
    )


def test_an_empty_history_is_said_in_words() -> None:
    empty = view()
    assert words(empty, Chart.DAYS) == "No session in the last year."
    assert words(empty, Chart.WEEKS) == "No minutes in the last 12 weeks."
    assert words(empty, Chart.ANGLES) == "No leg raise checked yet."
    assert words(empty, Chart.PAIN) == "Not enough data yet: 0 of 8 sessions rated."
    assert words(empty, Chart.DOSES) == "Hamstrings, 0 of 10 min this week."


def test_the_year() -> None:
    off = {THURSDAY - timedelta(days=5): Off.ILL}
    assert words(view(0, 2, 400, off=off), Chart.DAYS) == (
        "Something was held on 2 days of the last year. "
        "The fullest day: Tue 20 Oct, 7 min, 1 session. 1 day marked as off."
    )


def test_the_weeks() -> None:
    assert words(view(0), Chart.WEEKS) == "5 min this week so far."
    assert words(view(0, 7), Chart.WEEKS) == (
        "5 min this week so far; 12 min a week in the week before. "
        "The most: Week of 12 October, 12 min."
    )
    assert words(view(21), Chart.WEEKS) == (
        "0 min this week so far; 9 min a week in the 3 weeks before. "
        "The most: Week of 28 September, 26 min."
    )


def test_the_angles() -> None:
    assert words(view(checks=2), Chart.ANGLES) == (
        "Last check: Fri 7 Aug, left 59°, right 52°. From 80° on a leg is not tight. "
        "Since the first check on 6 August: left up 9°, right no clear change. "
        "A check can be off by 3.3°."
    )


@pytest.mark.parametrize("chart", Chart)
@pytest.mark.parametrize("shown", [view(), view(0, 3, 9, checks=1)])
def test_every_chart_is_told_in_whole_sentences(chart: Chart, shown: HistoryView) -> None:
    text = words(shown, chart)
    assert text[0].isupper() or text[0].isdigit()
    assert text.endswith(".")
    assert ".." not in text
    assert "  " not in text
