from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.settings import OnClose
from supple.ui.breaks.leaving import QUIT, TRAY, LeaveDialog
from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.text import Text


def opened(look: Look, host: QWidget, no_tray: str = "") -> tuple[LeaveDialog, list[str]]:
    below = QWidget(host)
    dialog = LeaveDialog(look, host, no_tray)
    told: list[str] = []
    dialog.chosen.connect(told.append)
    dialog.open(below)
    return dialog, told


def said(dialog: LeaveDialog) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text))


@pytest.mark.parametrize(("text", "wanted"), [("Keep it in the tray", TRAY), ("Quit Supple", QUIT)])
def test_each_button_is_a_choice(
    qtbot: QtBot, look: Look, host: QWidget, text: str, wanted: str
) -> None:
    dialog, told = opened(look, host)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [wanted]
    assert OnClose(told[0]) is not OnClose.ASK


def test_escape_chooses_nothing(qtbot: QtBot, look: Look, host: QWidget) -> None:
    dialog, told = opened(look, host)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []
    assert not dialog.isVisible()


def test_it_says_where_the_program_stays(look: Look, host: QWidget) -> None:
    dialog, _ = opened(look, host)
    assert "stays in the tray" in said(dialog)


def test_without_a_tray_it_says_why_and_offers_to_minimise(look: Look, host: QWidget) -> None:
    dialog, _ = opened(look, host, "This desktop shows no tray")
    assert "This desktop shows no tray. Minimised," in said(dialog)
    assert dialog.keep.text() == "Minimise it"


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_its_words_fit(look: Look, host: QWidget, scale: float) -> None:
    look.set_text_scale(scale)
    host.resize(760, 560)
    opened(look, host, "This desktop shows no tray")
    host.grab()
    assert clipped(host) == []
