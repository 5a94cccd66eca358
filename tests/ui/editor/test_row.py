from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Dose, Reps, Sides
from supple.core.routine_draft import Part
from supple.ui.editor.row import NO_REST, RowWidget
from supple.ui.editor.row_views import RowView
from supple.ui.look import Look
from supple.ui.picture import Pictures

HELD = Dose(30, sets=2, reps=Reps(10, 4.0, ("point", "flex"), True))
COUNTED = Dose(reps=Reps(12, 3.0))
Make = Callable[..., RowWidget]


@pytest.fixture
def make(look: Look, pictures: Pictures, host: QWidget) -> Make:
    def build(dose: Dose = HELD, width: int = 824, **values: Any) -> RowWidget:
        view = RowView(*(7, 1, 3, "Strap stretch"), dose=dose, **{"sides": Sides.EACH, **values})
        row = RowWidget(look, pictures, view, host)
        row.resize(width, row.height_for(width))
        row.show()
        return row

    return build


def entries(row: RowWidget) -> dict[str, QAction]:
    return {a.text().split("\t")[0]: a for a in row.make_menu().actions() if a.text()}


def test_a_number_is_told_with_its_row(make: Make, qtbot: QtBot) -> None:
    row = make()
    for part, stepper, value in ((Part.HOLD, row.hold, 35), (Part.SETS, row.sets, 3)):
        with qtbot.waitSignal(row.part_set) as told:
            stepper.field.stepUp()
        assert told.args == [7, part, value]


def test_what_is_only_counted_has_reps_where_others_have_a_hold(make: Make, qtbot: QtBot) -> None:
    row = make(COUNTED)
    assert row.hold.field.text() == "12 reps"
    with qtbot.waitSignal(row.part_set) as told:
        row.hold.field.stepUp()
    assert told.args == [7, Part.REPS, 13]


def test_showing_other_values_tells_nobody(make: Make, qtbot: QtBot) -> None:
    row = make()
    with qtbot.assertNotEmitted(row.part_set):
        row.show_view(RowView(7, 0, 3, "Strap stretch", dose=Dose(45, sets=5)))
    assert (row.hold.value(), row.sets.value()) == (45, 5)


def test_a_rest_with_nothing_before_or_after_it_is_off_and_says_why(make: Make) -> None:
    row = make(Dose(30, sets=1))
    assert not row.rest.isEnabled()
    assert row.rest.toolTip() == NO_REST
    assert make(Dose(30, sets=2)).rest.isEnabled()


def test_the_numbers_without_a_column_open_below(make: Make, qtbot: QtBot) -> None:
    row = make()
    closed = row.height_for(824)
    with qtbot.waitSignal(row.refilled):
        row.toggle_extras()
    assert row.height_for(824) > closed
    assert row.extras is not None
    assert len(row.stops()) == len(row.extras.fields()) + 6
    row.toggle_extras()
    assert row.height_for(824) == closed


def test_its_menu_does_what_it_says(make: Make, qtbot: QtBot) -> None:
    row = make()
    wishes = {
        "Preview from here": "preview",
        "Duplicate": "duplicate",
        "Move up": "up",
        "Move down": "down",
        "Take it out": "remove",
    }
    for text, wish in wishes.items():
        with qtbot.waitSignal(row.wished) as told:
            entries(row)[text].trigger()
        assert told.args == [7, wish]


def test_its_menu_names_the_numbers_the_stretch_has(make: Make) -> None:
    assert "Reps and times" in entries(make())
    row = make(Dose(30))
    entries(row)["Time to get ready"].trigger()
    assert "Hide time to get ready" in entries(row)


def test_a_button_beside_a_number_brings_the_focus_to_its_row(make: Make, qtbot: QtBot) -> None:
    row, other = make(), make()
    other.hold.field.setFocus()
    with qtbot.waitSignal(row.part_set) as told:
        qtbot.mouseClick(row.hold._more, Qt.MouseButton.LeftButton)
    assert told.args == [7, Part.HOLD, 35]
    assert row.window().focusWidget() is row.hold.field


def test_the_first_goes_no_higher_and_the_last_no_lower(make: Make) -> None:
    row = make()
    row.show_view(RowView(7, 0, 1, "Strap stretch", dose=HELD))
    there = entries(row)
    assert not there["Move up"].isEnabled()
    assert not there["Move down"].isEnabled()


def test_a_row_is_pulled_by_its_handle(make: Make, qtbot: QtBot) -> None:
    row = make()
    with qtbot.waitSignal(row.gripped) as gripped:
        qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert gripped.args == [7, QPoint(10, 20)]
    with qtbot.waitSignal(row.dropped):
        qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))


def test_a_press_of_the_handle_is_the_rows(make: Make, qtbot: QtBot) -> None:
    row = make()
    with qtbot.waitSignal(row.gripped):
        qtbot.mousePress(row.grip, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert row.grip.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_cross_takes_it_out(make: Make, qtbot: QtBot) -> None:
    row = make()
    with qtbot.waitSignal(row.wished) as told:
        row.cross.click()
    assert told.args == [7, "remove"]


def test_a_lifted_row_has_another_edge(make: Make, color_at: Callable[..., str]) -> None:
    row = make()
    before = color_at(row, 0.5, 0.0)
    row.set_lifted(True)
    assert color_at(row, 0.5, 0.0) != before
