from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.today.week import DayRow, WeekCard
from supple.ui.widgets.weekring import WeekRing


def test_the_week_is_told_in_words(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    card = WeekCard(look)
    qtbot.addWidget(card)
    card.show_week(today_view)
    days = card.findChild(DayRow)
    ring = card.findChild(WeekRing)
    assert days is not None
    assert ring is not None
    assert days.accessibleDescription() == "Monday, Tuesday, Thursday"
    assert ring.accessibleDescription() == "3 of 5 days this week"


def test_an_empty_week_says_so(
    qtbot: QtBot, look: Look, make_view: Callable[..., TodayView]
) -> None:
    row = DayRow(look)
    qtbot.addWidget(row)
    row.show_week(make_view().week)
    assert row.accessibleDescription() == "None so far"


def test_days_off_have_a_dash_and_are_told(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    row = DayRow(look)
    qtbot.addWidget(row)
    # Tuesday counts although it is off, Sunday does not.
    off = (False, True, False, False, False, False, True)
    row.show_week(replace(today_view.week, off=off))
    assert row.accessibleDescription() == "Monday, Tuesday, Thursday. Off: Tuesday, Sunday"
    row.resize(row.sizeHint())
    image = row.grab().toImage()
    middle, step = row.height() - 13, (row.width() - 26) / 6
    saturday, sunday = (image.pixelColor(round(n * step) + 13, middle).name() for n in (5, 6))
    assert (saturday, sunday) == (look.theme.hex("h0").lower(), look.theme.hex("muted").lower())


def test_days_that_count_are_filled(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    row = DayRow(look)
    qtbot.addWidget(row)
    row.show_week(today_view.week)
    row.resize(row.sizeHint())
    image = row.grab().toImage()
    edge = row.height() - 3
    step = (row.width() - 26) / 6
    colors = [image.pixelColor(round(n * step) + 13, edge).name() for n in range(7)]
    on, off = look.theme.hex("primary").lower(), look.theme.hex("h0").lower()
    assert colors == [on, on, off, on, off, off, off]


def test_in_high_contrast_a_free_day_is_outlined(
    qtbot: QtBot, look: Look, today_view: TodayView
) -> None:
    look.set_contrast("high")
    row = DayRow(look)
    qtbot.addWidget(row)
    row.show_week(today_view.week)
    row.resize(row.sizeHint())
    image = row.grab().toImage()
    step = (row.width() - 26) / 6
    low = row.height() - 2
    lowest = [image.pixelColor(round(n * step) + 13, low).name() for n in range(7)]
    on, off = look.theme.hex("primary").lower(), look.theme.hex("line").lower()
    assert lowest == [on, on, off, on, off, off, off]
