from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supple.ui.tabbing import as_read, is_other_choice, show, stops_in, tab


class Home(QWidget):
    """A window with two buttons, a wrapped number, a field, and three choices."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.first, self.last = QPushButton("First"), QPushButton("Last")
        self.wrapper = QWidget()
        self.number = QSpinBox(self.wrapper)
        self.wrapper.setFocusProxy(self.number)
        self.field = QLineEdit()
        self.choices = [QCheckBox(str(n)) for n in range(3)]
        self.group = QButtonGroup(self)
        for part in (self.first, self.wrapper, self.field, *self.choices, self.last):
            self.column.addWidget(part)
        for choice in self.choices:
            self.group.addButton(choice)

    def stops(self) -> list[QWidget]:
        return stops_in(self.findChildren(QWidget))

    def round(self, *, forward: bool = True) -> Iterator[QWidget | None]:
        for _ in self.stops():
            assert tab(self.stops(), self, forward=forward)
            yield QApplication.focusWidget()


@pytest.fixture
def home(qtbot: QtBot) -> Home:
    made = Home()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.first.setFocus()
    return made


def test_it_goes_round_past_what_hands_its_focus_on(home: Home) -> None:
    home.choices[1].setChecked(True)
    order = [home.number, home.field, home.choices[1], home.last, home.first]
    assert list(home.round()) == order
    assert list(home.round()) == order
    assert list(home.round(forward=False)) == [*reversed(order[:-1]), home.first]


def test_of_several_choices_the_chosen_one_is_a_stop(home: Home) -> None:
    assert [c in home.stops() for c in home.choices] == [True, True, True]
    home.choices[2].setChecked(True)
    # Qt leaves the stop where the focus was last, which may be another one.
    home.choices[2].setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert [c in home.stops() for c in home.choices] == [False, False, True]
    assert [is_other_choice(c) for c in home.choices] == [True, True, False]


def test_choices_without_a_group_are_told_by_their_parent(home: Home) -> None:
    loose = [QCheckBox(str(n), home) for n in range(2)]
    for one in loose:
        one.setAutoExclusive(True)
        one.show()
    loose[0].setChecked(True)
    assert [is_other_choice(one) for one in loose] == [False, True]
    assert not is_other_choice(home.first)


def test_what_is_hidden_disabled_or_not_for_tab_is_no_stop(home: Home) -> None:
    home.first.hide()
    home.field.setEnabled(False)
    home.last.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert not {home.first, home.field, home.last} & set(home.stops())


def test_from_elsewhere_nothing_is_done(home: Home) -> None:
    home.last.setFocus()
    assert not tab([home.first, home.field], home, forward=True)
    assert home.last.hasFocus()


def test_inside_a_stop_counts_as_the_stop(home: Home) -> None:
    inner = QPushButton("Inner", home.field)
    inner.show()
    inner.setFocus()
    assert tab([home.first, home.field, home.last], home, forward=True)
    assert home.last.hasFocus()


def test_what_has_the_focus_is_scrolled_to(home: Home) -> None:
    area, inside = QScrollArea(), QWidget()
    low = QPushButton("Low", inside)
    inside.resize(100, 2000)
    low.move(0, 1900)
    area.setWidget(inside)
    home.column.addWidget(area)
    low.show()
    assert area.verticalScrollBar().value() == 0
    show(low)
    assert area.verticalScrollBar().value() > 0


def test_what_was_put_in_between_later_is_read_where_it_stands(home: Home) -> None:
    area, late, deep, loose = QScrollArea(), QLineEdit(), QLineEdit(), QPushButton("Loose", home)
    inner = QWidget()
    row = QVBoxLayout(inner)
    row.addWidget(late)
    row.insertWidget(0, deep)
    area.setWidget(inner)
    home.column.insertWidget(1, area)
    read = [w for w in as_read(home) if w in (home.first, deep, late, home.last, loose)]
    assert read == [home.first, deep, late, home.last, loose]
    assert set(stops_in(as_read(home))) == set(stops_in(home.findChildren(QWidget)))
