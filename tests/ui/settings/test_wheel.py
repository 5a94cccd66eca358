from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.settings.wheel import PassWheel


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    made = QScrollArea()
    qtbot.addWidget(made)
    inside = QWidget()
    inside.setFixedSize(180, 2000)
    column = QVBoxLayout(inside)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, 100)
    slider.setValue(50)
    PassWheel(slider)
    column.addWidget(slider)
    column.addStretch(1)
    made.setWidget(inside)
    made.resize(220, 200)
    with qtbot.waitActive(made):
        made.show()
    return made


def turn(slider: QSlider) -> bool:
    """Whether the slider took it. Qt passes only the wheel's own events on to the page."""
    middle = QPointF(slider.rect().center())
    event = QWheelEvent(
        middle,
        slider.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, event)
    return event.isAccepted()


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_is_the_pages_until_a_control_is_chosen(area: QScrollArea, focused: bool) -> None:
    slider = area.findChild(QSlider)
    assert slider is not None
    if focused:
        slider.setFocus()
    else:
        area.setFocus()
    assert turn(slider) is focused
    assert (slider.value() != 50) is focused
