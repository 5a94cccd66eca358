from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.transport import TransportButton


def test_it_leaves_the_focus_to_the_page(look: Look, qtbot: QtBot) -> None:
    cell = TransportButton(look, "Next", "skip-forward", "→")
    qtbot.addWidget(cell)
    assert cell.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert cell.accessibleName() == "Next"
    assert cell.toolTip() == "Next (→)"
    with qtbot.waitSignal(cell.clicked):
        qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)


def test_without_words_only_the_icon_is_left(look: Look, qtbot: QtBot) -> None:
    cell = TransportButton(look, "Again", "rotate-ccw", "R")
    qtbot.addWidget(cell)
    wide = cell.sizeHint().width()
    cell.set_scale(0.69, words=False)
    assert cell.sizeHint().width() < wide / 2
    assert cell.sizeHint().width() >= 32


def test_another_word_does_not_shift_the_bar(look: Look, qtbot: QtBot) -> None:
    cell = TransportButton(look, "Voice", "volume-2", "M")
    qtbot.addWidget(cell)
    cell.reserve("Voice off")
    width = cell.sizeHint().width()
    cell.show_face("Voice off", "volume-x", "muted")
    assert cell.sizeHint().width() == width
    assert cell.accessibleName() == "Voice off"
