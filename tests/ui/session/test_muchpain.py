"""Strong pain before a session."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.frame import frame
from supple.ui.session.muchpain import MuchPainPanel, QuietBar
from supple.ui.widgets.label import Label


@pytest.fixture
def panel(look: Look, host: QWidget) -> MuchPainPanel:
    made = MuchPainPanel(look, host)
    made.set_gently("Holds of 15 seconds at most, far from any pain")
    made.show()
    return made


def test_both_ways_are_there_and_rest_comes_first(panel: MuchPainPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.not_now_asked):
        qtbot.mouseClick(panel.not_now, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.gently_asked):
        qtbot.mouseClick(panel.gently, Qt.MouseButton.LeftButton)
    assert panel.not_now.accessibleName() == "1, Not now"
    assert panel.gently.accessibleName() == "2, Start anyway, gently"
    assert panel.gently.accessibleDescription() == "Holds of 15 seconds at most, far from any pain"


def test_the_warning_signs_stand_beside_them_and_ask_nothing(panel: MuchPainPanel) -> None:
    assert "bladder or bowel" in panel.help.accessibleName()
    assert panel.help.button is None


@pytest.mark.parametrize("size", [(760, 560), (1100, 760), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
def test_everything_fits(panel: MuchPainPanel, size: tuple[int, int], text: float) -> None:
    f = frame(*size, text, 200)
    panel.set_scale(f.scale, f.text_scale)
    panel.setGeometry(f.body)
    for _ in range(3):
        QApplication.sendPostedEvents()
    for part in (panel.head, panel.text, panel.not_now, panel.gently, panel.help):
        assert panel.rect().contains(part.geometry())
    for label in panel.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_bar_says_one_thing(look: Look, qtbot: QtBot) -> None:
    bar = QuietBar(look, "There is no hurry.")
    qtbot.addWidget(bar)
    bar.set_scale(1.0, words=True)
    assert bar.note.text() == "There is no hurry."
