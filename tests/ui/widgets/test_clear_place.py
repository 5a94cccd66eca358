from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.widgets.clear_place import clear_place

SIZE = QSize(200, 48)
UP = 24
LOW = QPoint(300, 528)
"""At the foot, in the middle."""


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def place(home: QWidget, over: QWidget | None = None, top: QWidget | None = None) -> QRect:
    return QRect(clear_place(home, SIZE, UP, over or home, top or QWidget()), SIZE)


def button(home: QWidget, x: int, y: int, width: int, height: int) -> QPushButton:
    made = QPushButton("Save", home)
    made.setGeometry(x, y, width, height)
    made.show()
    return made


def test_it_is_low_in_the_middle_where_nothing_is(home: QWidget) -> None:
    QLabel("Saved.", home).setGeometry(300, 540, 200, 30)
    assert place(home).topLeft() == LOW


def test_a_button_in_the_middle_sends_it_to_a_side(home: QWidget) -> None:
    found = button(home, 350, 540, 100, 40)
    box = place(home)
    assert box.top() == LOW.y()
    assert not box.intersects(found.geometry())


def test_a_bar_of_buttons_has_it_above(home: QWidget) -> None:
    for x in range(0, 800, 100):
        button(home, x, 540, 92, 40)
    box = place(home)
    assert box.left() == LOW.x()
    assert 500 < box.bottom() < 540


def test_it_stays_between_the_sides_it_is_given(home: QWidget) -> None:
    over = QWidget(home)
    over.setGeometry(100, 0, 700, 600)
    over.show()
    button(home, 350, 540, 400, 40)
    assert place(home, over).left() == 100 + UP


def test_what_is_scrolled_out_of_sight_is_not_covered(home: QWidget) -> None:
    area = QScrollArea(home)
    area.setGeometry(0, 0, 800, 500)
    content = QWidget()
    content.resize(700, 2000)
    button(content, 0, 540, 700, 40)
    area.setWidget(content)
    area.show()
    assert place(home).topLeft() == LOW
    area.verticalScrollBar().setValue(60)
    assert place(home).topLeft() == LOW


def test_what_cannot_be_scrolled_away_counts_most(home: QWidget) -> None:
    area = QScrollArea(home)
    area.setGeometry(0, 0, 800, 530)
    content = QWidget()
    content.resize(700, 2000)
    for y in range(0, 2000, 20):
        button(content, 0, y, 700, 18)
    area.setWidget(content)
    area.show()
    bar = button(home, 0, 540, 800, 40)
    assert not place(home).intersects(bar.geometry())


def test_a_list_is_ground(home: QWidget) -> None:
    rows = QListWidget(home)
    rows.setGeometry(0, 0, 800, 600)
    rows.show()
    assert place(home).topLeft() == LOW


def test_its_own_buttons_and_what_is_hidden_do_not_count(home: QWidget) -> None:
    top = QWidget(home)
    top.setGeometry(QRect(LOW, SIZE))
    top.show()
    button(top, 0, 0, 200, 48)
    button(home, 300, 528, 200, 48).hide()
    assert place(home, top=top).topLeft() == LOW


def test_where_everything_is_covered_it_covers_least(home: QWidget) -> None:
    for y in range(250, 600, 50):
        button(home, 0, y, 380, 48)
        button(home, 390, y, 400, 48)
    box = place(home)
    # One button instead of two.
    assert box.right() < 380 or box.left() > 390


def test_beside_low_buttons_it_may_lie_lower(home: QWidget) -> None:
    # A bar whose buttons are at its right, and rows that reach down to it.
    bar = button(home, 500, 545, 280, 40)
    for y in range(0, 520, 30):
        button(home, 0, y, 800, 24)
    box = place(home)
    assert not box.intersects(bar.geometry())
    assert box.top() > 534
    assert home.height() - box.bottom() - 1 >= 8


def test_it_covers_something_low_rather_than_stand_in_the_midst(home: QWidget) -> None:
    area = QScrollArea(home)
    area.setGeometry(0, 0, 800, 500)
    content = QWidget()
    content.resize(700, 2000)
    for y in range(360, 2000, 40):
        button(content, 0, y, 700, 32)
    area.setWidget(content)
    area.show()
    for x in range(0, 800, 100):
        button(home, x, 520, 92, 60)
    assert place(home).top() >= 400


def test_it_leaves_free_what_somebody_is_at(home: QWidget) -> None:
    area = QScrollArea(home)
    area.setGeometry(0, 0, 800, 600)
    content = QWidget()
    content.resize(700, 2000)
    rows = [button(content, 0, y, 700, 46) for y in range(0, 2000, 50)]
    area.setWidget(content)
    area.show()
    rows[11].setFocus()
    seen = QRect(rows[11].mapTo(home, QPoint()), rows[11].size())
    assert seen.intersects(QRect(LOW, SIZE))
    assert not place(home).intersects(seen)
