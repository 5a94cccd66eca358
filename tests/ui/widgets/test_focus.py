from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.focus import GAP, WIDTH, FocusRing


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("first", "second"):
        field = QLineEdit()
        field.setObjectName(name)
        column.addWidget(field)
    FocusRing(look, made)
    made.resize(300, 200)
    with qtbot.waitActive(made):
        made.show()
    return made


def _field(window: QWidget, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def _rings(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if type(w).__name__ == "_Ring"]


def test_the_ring_goes_round_what_has_the_focus(window: QWidget) -> None:
    field = _field(window, "second")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    ring = _rings(window)[0]
    out = GAP + WIDTH
    assert ring.isVisible()
    assert ring.geometry() == field.geometry().adjusted(-out, -out, out, out)
    window.resize(400, 300)
    window.layout().activate()
    assert ring.geometry() == field.geometry().adjusted(-out, -out, out, out)


def test_it_goes_when_the_focus_goes(window: QWidget) -> None:
    field = _field(window, "second")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.clearFocus()
    assert not _rings(window)[0].isVisible()


def test_what_shows_the_focus_itself_gets_no_ring(window: QWidget) -> None:
    field = _field(window, "second")
    field.setProperty("plainFocus", True)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert not _rings(window)[0].isVisible()


def test_it_outlives_the_part_it_was_drawn_in(look: Look, window: QWidget, qtbot: QtBot) -> None:
    inner = QWidget(window)
    inner.setGeometry(0, 0, 250, 100)
    field = QLineEdit(inner)
    field.move(20, 20)
    inner.show()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert _rings(window)[0].parentWidget() is inner
    with qtbot.waitSignal(inner.destroyed):
        inner.deleteLater()
    _field(window, "first").setFocus(Qt.FocusReason.TabFocusReason)
    assert [ring.isVisible() for ring in _rings(window)] == [True]


def test_a_part_that_would_cut_the_ring_off_does_not_hold_it(look: Look, window: QWidget) -> None:
    tight = QWidget(window)
    field = QLineEdit(tight)
    tight.setGeometry(20, 20, 100, 50)
    field.setGeometry(0, 0, 100, 50)
    tight.show()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    ring = _rings(window)[0]
    out = GAP + WIDTH
    assert ring.parentWidget() is window
    assert ring.geometry() == tight.geometry().adjusted(-out, -out, out, out)
    tight.move(40, 60)
    assert ring.geometry() == tight.geometry().adjusted(-out, -out, out, out)


def test_the_ring_scrolls_with_what_it_is_round(look: Look, window: QWidget) -> None:
    area = QScrollArea(window)
    content = QWidget()
    field = QLineEdit(content)
    field.setGeometry(0, 0, 100, 30)
    content.setMinimumHeight(900)
    area.setWidget(content)
    area.setGeometry(0, 0, 200, 100)
    area.show()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert _rings(window)[0].parentWidget() is content
