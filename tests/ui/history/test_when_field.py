from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from supple.ui.history.when_field import WhenField
from supple.ui.look import Look


def test_it_says_the_clock_on_the_wall(look: Look) -> None:
    field = WhenField(look, "Date and time")
    field.show_moment(datetime(2026, 10, 20, 20, 10, 33, tzinfo=UTC))
    assert field.text() == "20 Oct 2026, 20:10"
    assert field.accessibleName() == "Date and time"


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_shown_is_what_comes_back(look: Look, at: datetime) -> None:
    field = WhenField(look, "When")
    field.show_moment(at)
    assert field.moment() == at.replace(second=0, microsecond=0)


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no tzset: a process cannot change its zone")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
def test_an_hour_that_is_left_out_here_was_there_elsewhere(
    qtbot: QtBot, look: Look, put: Any
) -> None:
    field = WhenField(look, "When")
    # Clocks in Berlin go from 2 to 3 in this night.
    field.show_moment(datetime(2026, 3, 29, 2, 30, tzinfo=UTC))
    assert field.text() == "29 Mar 2026, 02:30"
    put(field, 220, 40)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.setCurrentSection(WhenField.Section.MinuteSection)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.moment() == datetime(2026, 3, 29, 2, 31)  # noqa: DTZ001


def test_up_changes_the_part_the_cursor_is_in(qtbot: QtBot, look: Look, put: Any) -> None:
    field = WhenField(look, "When")
    field.show_moment(datetime(2026, 10, 20, 20, 10, tzinfo=UTC))
    put(field, 220, 40)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.setCurrentSection(WhenField.Section.HourSection)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.moment().hour == 19


def test_the_wheel_scrolls_the_page_and_not_the_date(look: Look, put: Any) -> None:
    field = WhenField(look, "When")
    field.show_moment(datetime(2026, 10, 20, 20, 10, tzinfo=UTC))
    put(field, 220, 40)
    event = QWheelEvent(
        QPointF(30, 20),
        QPointF(30, 20),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert field.moment().day == 20


def test_the_calendar_has_arrows_with_names(look: Look) -> None:
    field = WhenField(look, "When")
    names = {b.accessibleName() for b in field.calendarWidget().findChildren(QToolButton)}
    assert {"Earlier month", "Later month"} <= names


def test_the_calendar_offers_no_day_to_come_and_typing_stays_free(look: Look, put: Any) -> None:
    field = WhenField(look, "When")
    field.show_moment(datetime(2026, 10, 20, 20, 10, tzinfo=UTC))
    field.set_last(date(2026, 10, 22))
    put(field, 220, 40)
    calendar = field.calendarWidget()
    QApplication.sendEvent(calendar, QShowEvent())
    assert calendar.maximumDate() == QDate(2026, 10, 22)
    inks = [calendar.dateTextFormat(QDate(2026, 10, n)).foreground().color() for n in (22, 23)]
    assert inks[0] != inks[1] == look.theme.color("control")
    # The day comes before the month: 28 October is a way to 28 September.
    field.show_moment(datetime(2026, 10, 28, 20, 10, tzinfo=UTC))
    assert field.moment().day == 28
    QApplication.sendEvent(calendar, QShowEvent())
    assert calendar.maximumDate() == QDate(2026, 10, 28), "what is chosen can be seen"


def test_it_follows_the_theme(look: Look) -> None:
    field = WhenField(look, "When")
    light = field.styleSheet()
    look.set_theme("dark")
    assert field.styleSheet() != light
