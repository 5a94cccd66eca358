from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from supple.core.history_view import Figure, HistoryView
from supple.ui.history.strip import FigurePart, GoalPart, Strip
from supple.ui.look import Look


@pytest.fixture
def strip(look: Look, put: Any, history: HistoryView) -> Strip:
    made = Strip(look)
    made.show_view(history)
    put(made, 840, 94)
    return made


def tops(strip: Strip) -> list[int]:
    parts = [*strip.findChildren(GoalPart), *strip.findChildren(FigurePart)]
    return [part.y() for part in parts]


def test_every_number_is_read_with_what_it_counts(strip: Strip, history: HistoryView) -> None:
    parts = strip.findChildren(FigurePart)
    assert [part.accessibleName() for part in parts] == [
        f"{figure.value} {figure.label}" for figure in history.figures
    ]
    assert all(part.toolTip() == part.accessibleDescription() for part in parts)
    assert all(part.accessibleDescription() for part in parts)


def test_all_stand_in_a_row_where_there_is_room(strip: Strip) -> None:
    assert len(set(tops(strip))) == 1
    strip.resize(648, 94)
    assert len(set(tops(strip))) == 1


def test_large_text_in_a_narrow_window_makes_two_rows(strip: Strip, look: Look) -> None:
    low = strip.sizeHint().height()
    look.set_text_scale(1.3)
    strip.resize(540, 200)
    QApplication.processEvents()
    assert len(set(tops(strip))) == 2
    assert strip.sizeHint().height() > 1.5 * low
    look.set_text_scale(1.0)
    strip.resize(840, 94)
    QApplication.processEvents()
    assert len(set(tops(strip))) == 1


def test_a_tight_number_leaves_the_second_half_out(look: Look, put: Any) -> None:
    part = FigurePart(look)
    part.show_figure(Figure("6 weeks", "in a row, best is 9", "Weeks in a row."))
    put(part, 300, 64)
    assert part._label(200) == "in a row, best is 9"
    assert part._label(70) == "in a row"
    wide = part.least()
    part.set_tight(True)
    assert part.least() < wide


def test_a_long_number_gets_the_width_it_needs(strip: Strip, history: HistoryView) -> None:
    long = Figure("1021 weeks", "in a row, your best", "")
    strip.show_view(replace(history, figures=(long, *history.figures[1:])))
    for width in (840, 648):
        strip.resize(width, strip.sizeHint().height())
        QApplication.processEvents()
        parts = strip.findChildren(FigurePart)
        assert all(part.width() >= part.least() for part in parts)
        assert max(part.geometry().right() for part in parts) < width
