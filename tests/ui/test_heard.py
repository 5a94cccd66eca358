from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget

from supple.ui.heard import let_hear
from supple.ui.look import Look
from supple.ui.widgets.card import Card


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


class Box(QFrame):
    """Stands in for a box of ours."""


Box.__module__ = "supple.box"


@pytest.fixture(autouse=True)
def _hearing(qapp: QApplication) -> None:
    let_hear()


def test_a_named_box_is_a_group_and_a_drawing_an_image(host: QWidget) -> None:
    box, drawing = Box(host), Box(host)
    inner = QPushButton("Inner", box)
    for one in (box, drawing):
        one.setAccessibleName("Named")
    assert role(box) is QAccessible.Role.Grouping
    assert role(drawing) is QAccessible.Role.Graphic
    assert role(inner) is QAccessible.Role.Button
    group = QAccessible.queryAccessibleInterface(box)
    assert group.text(QAccessible.Text.Name) == "Named"
    assert group.childCount() == 1
    assert group.child(0).object() is inner


def test_the_role_follows_the_name(host: QWidget) -> None:
    box = Box(host)
    assert role(box) is QAccessible.Role.Client
    box.setAccessibleName("Later")
    assert role(box) is QAccessible.Role.Graphic


def test_what_was_born_alone_is_a_group_once_it_has_a_home(host: QWidget) -> None:
    box = Box()
    box.setAccessibleName("Alone")
    assert role(box) is QAccessible.Role.Window
    box.setParent(host)
    assert role(box) is QAccessible.Role.Graphic


def test_what_is_not_ours_stays_as_it_is(host: QWidget) -> None:
    other = QFrame(host)
    other.setAccessibleName("Other")
    assert role(other) is QAccessible.Role.Border
    assert role(host) is QAccessible.Role.Client


def test_an_icon_without_a_name_is_decoration(host: QWidget) -> None:
    icon, named, words = QLabel(host), QLabel(host), QLabel("Words", host)
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.black)
    icon.setPixmap(picture)
    named.setPixmap(picture)
    named.setAccessibleName("A flame")
    assert role(icon) is QAccessible.Role.Client
    assert role(named) is QAccessible.Role.Graphic
    assert role(words) is QAccessible.Role.StaticText


def test_a_card_of_ours_is_one(look: Look, host: QWidget) -> None:
    card = Card(look, 20, host)
    QPushButton("Inner", card)
    card.setAccessibleName("This week")
    assert role(card) is QAccessible.Role.Grouping


def test_many_come_and_go(host: QWidget) -> None:
    for number in range(300):
        box = Box(host)
        box.setAccessibleName(str(number))
        assert role(box) is QAccessible.Role.Graphic
        box.deleteLater()
        if number % 100 == 99:
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
