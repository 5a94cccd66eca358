from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.painrow import UNRATED, PainRow


@pytest.fixture
def row(look: Look, host: QWidget) -> PainRow:
    made = PainRow(look, "Pain before")
    made.setParent(host)
    made.resize(430, made.sizeHint().height())
    made.show()
    host.activateWindow()
    return made


def box(row: PainRow, number: int) -> QAbstractButton:
    found = row.findChildren(QAbstractButton)
    return next(b for b in found if b.text() == str(number))


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_it_begins_without_an_answer(row: PainRow) -> None:
    assert row.value is None
    assert row.accessibleName() == "Pain before"
    assert row.accessibleDescription() == UNRATED
    assert box(row, 0).accessibleName() == "Pain before: 0, no pain"
    assert box(row, 10).accessibleName() == "Pain before: 10, worst"


def test_a_click_answers_and_a_second_takes_it_back(qtbot: QtBot, row: PainRow) -> None:
    with qtbot.waitSignal(row.changed):
        qtbot.mouseClick(box(row, 4), Qt.MouseButton.LeftButton)
    assert row.value == 4
    assert row.accessibleDescription() == "4"
    qtbot.mouseClick(box(row, 7), Qt.MouseButton.LeftButton)
    assert row.value == 7
    assert not box(row, 4).isChecked()
    qtbot.mouseClick(box(row, 7), Qt.MouseButton.LeftButton)
    assert row.value is None
    assert not box(row, 7).isChecked()


def test_not_rated_is_a_button_too(qtbot: QtBot, row: PainRow) -> None:
    row.choose(3)
    none = next(b for b in row.findChildren(QPushButton))
    assert none.text() == UNRATED
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    assert row.value is None


def test_keys_answer(qtbot: QtBot, row: PainRow) -> None:
    row.choose(4)
    box(row, 4).setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_9,
        Qt.Key.Key_X,
        Qt.Key.Key_Right,
        Qt.Key.Key_0,
        Qt.Key.Key_Left,
        Qt.Key.Key_Backspace,
    ):
        press(qtbot, key)
        seen.append(row.value)
    assert seen == [5, 4, 9, 10, 10, 0, 0, None]


def test_without_an_answer_the_first_arrow_takes_where_the_ring_is(
    qtbot: QtBot, row: PainRow
) -> None:
    box(row, 0).setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Right)
    assert row.value == 0
    press(qtbot, Qt.Key.Key_Right)
    assert row.value == 1


def test_tab_stops_once_in_the_row(row: PainRow) -> None:
    def stops() -> list[str]:
        boxes = [b for b in row.findChildren(QAbstractButton) if b.text().isdigit()]
        return [b.text() for b in boxes if b.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops() == ["0"]
    row.choose(6)
    assert stops() == ["6"]


def test_a_value_set_by_the_program_is_silent(qtbot: QtBot, row: PainRow) -> None:
    with qtbot.assertNotEmitted(row.changed):
        row.choose(10)
    assert row.value == 10
