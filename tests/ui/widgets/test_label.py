from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.label import Label


def test_text_is_never_markup(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "<b>2</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_it_follows_theme_and_size(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "Next break", "title", "muted")
    qtbot.addWidget(label)
    look.set_theme("dark")
    look.set_text_scale(1.15)
    assert label.palette().color(QPalette.ColorRole.WindowText) == look.theme.color("muted")
    assert label.font().pixelSize() == round(28 * 1.15)


def test_role_token_and_scale_can_change(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "Hold", "ring-label")
    qtbot.addWidget(label)
    label.set_scale(2.0)
    assert label.font().pixelSize() == 56
    label.set_role("cue")
    label.set_token("primary")
    assert label.font().pixelSize() == 88
    assert label.palette().color(QPalette.ColorRole.WindowText) == look.theme.color("primary")
    label.say("Rest")
    assert label.text() == "Rest"
