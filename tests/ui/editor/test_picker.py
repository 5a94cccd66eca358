from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core import shelf
from supple.ui.editor.picker import Picker
from supple.ui.look import Look
from supple.ui.picture import Pictures


@pytest.fixture
def picker(look: Look, pictures: Pictures, host: QWidget, content: Any) -> Picker:
    items = shelf.stretches(content.catalogue, content.durations)
    made = Picker(look, pictures, host, items)
    made.open(QWidget(host))
    host.activateWindow()
    return made


def shown(picker: Picker) -> list[str]:
    model = picker.list.model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_it_opens_ready_to_search(picker: Picker, qtbot: QtBot) -> None:
    assert picker.first() is picker.search
    qtbot.keyClicks(picker.search, "march")
    assert shown(picker) == ["March on the spot"]
    qtbot.keyClicks(picker.search, "xyz")
    assert shown(picker) == []
    assert not picker.list.isVisible()


def test_several_are_taken_in_the_order_they_were_chosen(picker: Picker, qtbot: QtBot) -> None:
    assert not picker.add.isEnabled()
    for id_ in ("wall-supine", "march", "two-chair", "march"):
        picker.list.choose(id_)
        qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.add.text() == "Add 2 stretches"
    with qtbot.waitSignal(picker.picked) as told:
        picker.add.click()
    assert told.args == [("wall-supine", "two-chair")]


def test_every_chosen_row_is_tinted_and_the_current_one_is_not(
    picker: Picker, look: Look, qtbot: QtBot
) -> None:
    first, second, third = (picker.list.model().index(n, 0) for n in range(3))
    for index in (first, second):
        picker.list.setCurrentIndex(index)
        picker.toggle()
    picker.list.setCurrentIndex(third)
    picker.search.setFocus()
    picture = picker.list.grab().toImage()

    def ground(index: QModelIndex) -> str:
        row = picker.list.visualRect(index)
        return picture.pixelColor(row.center().x(), row.top() + 4).name()

    tint = look.theme.color("primary-soft").name()
    assert ground(first) == ground(second) == tint
    assert ground(third) == look.theme.color("sunken").name()


def test_what_is_chosen_stays_chosen_while_something_else_is_searched(
    picker: Picker, qtbot: QtBot
) -> None:
    picker.list.choose("march")
    picker.toggle()
    qtbot.keyClicks(picker.search, "wall")
    picker.search.clear()
    assert picker.chosen == ["march"]


def test_enter_takes_the_current_where_none_is_chosen(picker: Picker, qtbot: QtBot) -> None:
    qtbot.keyClicks(picker.search, "march")
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert told.args == [("march",)]


def test_down_leads_into_the_list(picker: Picker, qtbot: QtBot) -> None:
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is picker.list


def test_escape_takes_nothing(picker: Picker, qtbot: QtBot) -> None:
    picker.toggle()
    with qtbot.assertNotEmitted(picker.picked):
        picker.dismiss()


def test_of_one_only_the_last_counts(
    look: Look, pictures: Pictures, host: QWidget, content: Any
) -> None:
    items = shelf.routines(content.catalogue, content.durations)
    made = Picker(look, pictures, host, items, title="Copy one of ours", several=False)
    for id_ in ("desk-break", "lying-down"):
        made.list.choose(id_)
        made.toggle()
    assert made.chosen == ["lying-down"]
    assert made.add.text() == "Make a copy"


def test_a_second_press_of_two_does_not_take_it_back(picker: Picker, qtbot: QtBot) -> None:
    picker.list.choose("march")
    picker.toggle()
    picker.toggle()
    with qtbot.waitSignal(picker.picked) as told:
        picker.list.doubleClicked.emit(picker.list.currentIndex())
    assert told.args == [("march",)]


def test_it_takes_the_size_of_a_window_that_is_made_smaller(
    picker: Picker, host: QWidget, qtbot: QtBot
) -> None:
    before = picker.list.height()
    host.resize(760, 460)
    assert picker.list.height() < before
    qtbot.waitUntil(lambda: picker.rect().contains(picker.card.geometry()))
