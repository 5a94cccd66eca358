"""The name beside a handle covers no other handle where that can be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.pose.tag import Tag, placed

SIZE = QSizeF(80, 24)
ROOM = QRectF(0, 0, 400, 400)


@pytest.mark.parametrize("at", [QPointF(200, 200), QPointF(5, 200), QPointF(395, 395)])
def test_it_lies_above_the_handle_inside_the_picture(at: QPointF) -> None:
    place = placed(SIZE, at, (), ROOM)
    assert place.bottom() < at.y()
    assert ROOM.contains(place)


def test_at_the_upper_edge_it_does_not_lie_on_its_own_handle() -> None:
    at = QPointF(200, 6)
    assert placed(SIZE, at, (), ROOM).top() > at.y()


def test_it_makes_way_for_other_handles() -> None:
    at, head, hips = QPointF(200, 200), QPointF(205, 165), QPointF(200, 235)
    place = placed(SIZE, at, (head, hips), ROOM)
    assert not place.contains(head)
    assert not place.contains(hips)
    assert place.left() > at.x()


def test_the_tag_lies_above_and_lets_the_pointer_through(qtbot: QtBot, look: Look) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(400, 400)
    tag, later = Tag(look, parent), QWidget(parent)
    tag.show_at("Near knee", QPointF(200, 200), ())
    later.raise_()
    tag.show_at("Near knee 5°", QPointF(200, 200), ())
    assert parent.children()[-1] is tag
    assert tag.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    tag.show_at("", QPointF(), ())
    assert tag.isHidden()
