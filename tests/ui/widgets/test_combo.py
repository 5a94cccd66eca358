from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.combo import Combo


def test_a_set_filter_changes_colour(look: Look, qtbot: QtBot) -> None:
    combo = Combo(look, "Position")
    qtbot.addWidget(combo)
    combo.addItems(["Any position", "Lying"])
    combo.resize(160, 40)
    before = combo.grab().toImage().pixelColor(8, 20)
    combo.set_active(True)
    after = combo.grab().toImage().pixelColor(8, 20)
    assert before == look.theme.color("surface")
    assert after == look.theme.color("primary-soft")
    assert combo.accessibleName() == "Position"


def test_the_wheel_changes_nothing_though_it_has_the_focus(look: Look, qtbot: QtBot) -> None:
    combo = Combo(look, "Position")
    qtbot.addWidget(combo)
    combo.addItems(["Any position", "Lying"])
    combo.show()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    middle = QPointF(combo.rect().center())
    event = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)
    assert combo.currentIndex() == 0
    assert not event.isAccepted()


def test_a_label_beside_it_tells_its_name(look: Look, host: QWidget) -> None:
    combo = Combo(look, "Time")
    combo.addItem("All time")
    combo.setParent(host)
    combo.show()
    known = QAccessible.queryAccessibleInterface(combo)
    labels = [of.text(QAccessible.Text.Name) for of, _ in known.relations()]
    assert labels == ["Time"]
    assert not any(label.isVisible() for label in host.findChildren(QLabel))
