from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from supple.core.day_off import Off
from supple.core.history_view import AnglePoint, Chart, HistoryView, MuscleDose, PainPair
from supple.core.overview import Totals, build_overview
from supple.core.tables import table

THURSDAY = date(2026, 10, 22)


@pytest.fixture
def view() -> HistoryView:
    days = [(THURSDAY - timedelta(days=1), 90.0, 1), (THURSDAY, 1234.0, 2)]
    shown = build_overview(Totals(days, days_off={THURSDAY: Off.ILL}), {}, THURSDAY, 3)
    return replace(
        shown,
        angles=(AnglePoint(THURSDAY, 57.5, None, "one"), AnglePoint(THURSDAY, 60, 61, "two")),
        pain=(PainPair(THURSDAY, 4, 0, "one"),),
        doses=(MuscleDose("Hip flexors", 1, 10, "one", 1.25, 1),),
    )


def rows(view: HistoryView, chart: Chart) -> list[list[str]]:
    text = table(view, chart)
    assert text.endswith("\n")
    return [line.split("\t") for line in text.splitlines()]


def test_every_day_has_its_row(view: HistoryView) -> None:
    days = rows(view, Chart.DAYS)
    assert days[0] == ["Day", "Minutes", "Sessions", "Day off"]
    assert days[1] == ["2025-10-20", "0", "0", ""]
    assert days[-2:] == [["2026-10-21", "1.5", "1", ""], ["2026-10-22", "20.6", "2", "ill"]]
    assert len(days) == 1 + len(view.cells)


def test_the_weeks(view: HistoryView) -> None:
    weeks = rows(view, Chart.WEEKS)
    assert weeks[0] == ["Week from", "Minutes", "Sessions"]
    assert weeks[-1] == ["2026-10-19", "22.1", "3"]
    assert len(weeks) == 13


def test_a_leg_not_measured_is_an_empty_cell(view: HistoryView) -> None:
    assert rows(view, Chart.ANGLES)[1:] == [["2026-10-22", "57.5", ""], ["2026-10-22", "60", "61"]]


def test_pain_and_dose(view: HistoryView) -> None:
    assert rows(view, Chart.PAIN)[1:] == [["2026-10-22", "4", "0"]]
    assert rows(view, Chart.DOSES)[1:] == [["Hip flexors", "1.2", "1", "10"]]


@pytest.mark.parametrize("chart", Chart)
def test_every_row_has_every_column(view: HistoryView, chart: Chart) -> None:
    assert len({len(row) for row in rows(view, chart)}) == 1


def test_no_number_is_written_with_an_exponent(view: HistoryView) -> None:
    long = replace(view, bars=(replace(view.bars[-1], minutes=1234567.89),))
    assert rows(long, Chart.WEEKS)[1][1] == "1234567.9"
