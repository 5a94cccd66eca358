from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from supple.core.history_view import AnglePoint, HistoryView
from supple.ui.history.linechart import TARGET, LineChart
from supple.ui.look import Look

FIRST = date(2026, 8, 1)


def points(*angles: tuple[float | None, float | None], apart: int = 14) -> list[AnglePoint]:
    days = [FIRST + timedelta(days=apart * n) for n in range(len(angles))]
    return [
        AnglePoint(day, left, right, f"{left} {right}")
        for day, (left, right) in zip(days, angles, strict=True)
    ]


@pytest.fixture
def chart(look: Look, put: Any) -> LineChart:
    made = LineChart(look)
    put(made, 236, 180)
    return made


def color_count(widget: QWidget, name: str) -> int:
    image = widget.grab().toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(x, y).name().upper() == name for x, y in spots)


def test_two_legs_two_colours_two_labels(chart: LineChart, look: Look) -> None:
    chart.show_angles(points((41, 46), (54, 58)), 3.0, "", "")
    assert {label[0] for label in chart.end_labels()} == {"L 54°", "R 58°"}
    assert color_count(chart, look.theme.hex("left")) > 50
    assert color_count(chart, look.theme.hex("right")) > 50


@given(left=st.floats(0, 110), right=st.floats(0, 110))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_labels_at_the_ends_never_meet(chart: LineChart, left: float, right: float) -> None:
    chart.show_angles(points((left, right)), 3.0, "", "")
    labels = chart.end_labels()
    apart = labels[1][2] - labels[0][2]
    assert apart >= chart._look.line("caption") - 0.001
    assert all(0 < base <= chart.height() for _, _, base in labels)


def test_a_leg_not_measured_is_left_out(chart: LineChart) -> None:
    chart.show_angles(points((50, None), (None, None), (57, None)), 3.0, "", "")
    assert [label[0] for label in chart.end_labels()] == ["L 57°"]
    assert len(chart._line("left")) == 2
    assert chart._line("right") == []


def test_days_are_as_far_apart_as_they_were(chart: LineChart) -> None:
    made = points((50, 50), (51, 51), (52, 52))
    later = AnglePoint(FIRST + timedelta(days=84), 53, 53, "")
    chart.show_angles([*made, later], 3.0, "", "")
    xs = chart._xs()
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1])
    assert xs[3] - xs[2] == pytest.approx(4 * (xs[1] - xs[0]))


@pytest.mark.parametrize(
    ("angles", "ends"),
    [
        ((50.0, 60.0), (30, 90)),
        ((20.0, 60.0), (0, 90)),
        ((85.0, 104.0), (30, 110)),
        ((5.0, 99.0), (0, 120)),
    ],
)
def test_the_scale_holds_every_angle_and_the_target(
    chart: LineChart, angles: tuple[float, float], ends: tuple[int, int]
) -> None:
    chart.show_angles(points(angles), 3.0, "", "")
    frame = chart._frame()
    assert (frame.low, frame.high) == ends
    assert (chart._ticks()[0], chart._ticks()[-1]) == ends
    assert frame.plot.top() < frame.y(TARGET) < frame.plot.bottom()


def test_the_band_is_as_wide_as_the_error(chart: LineChart, look: Look) -> None:
    chart.show_angles(points((50, None), (50, None)), 0.0, "", "")
    without = chart.grab().toImage()
    chart.show_angles(points((50, None), (50, None)), 6.0, "", "")
    image = chart.grab().toImage()
    x = int((chart._xs()[0] + chart._xs()[1]) / 2)
    frame = chart._frame()
    surface = without.pixelColor(x, int(frame.y(54)))
    assert image.pixelColor(x, int(frame.y(54))) != surface
    assert image.pixelColor(x, int(frame.y(60))) == without.pixelColor(x, int(frame.y(60)))


def test_every_place_across_belongs_to_a_check(chart: LineChart, history: HistoryView) -> None:
    chart.show_angles(history.angles, history.angle_error, "", "")
    spots = chart.spots()
    assert len(spots) == len(history.angles)
    assert spots[0].left() == 0
    assert spots[-1].right() == chart.width()


@pytest.mark.parametrize(
    ("apart", "many", "named"),
    [
        (14, 4, ["Aug", "Sep"]),
        (90, 5, ["Aug", "Oct", "Jan", "Apr", "Jul"]),
        (90, 8, ["2026", "2027", "2028"]),
        (28, 130, [str(year) for year in range(2026, 2037)]),
    ],
)
def test_checks_of_years_are_told_by_their_year(
    chart: LineChart, apart: int, many: int, named: list[str]
) -> None:
    chart.show_angles(points(*[(50, 51)] * many, apart=apart), 3.0, "", "")
    assert [word for _, word in chart.names()] == named


def test_no_check_yet_is_said_in_the_plot(chart: LineChart) -> None:
    chart.show_angles((), 3.0, "", "")
    assert chart.spots() == []
    assert chart.end_labels() == []
    without = chart.grab().toImage()
    chart.show_angles(points((50, 50)), 3.0, "", "")
    assert chart.grab().toImage() != without
