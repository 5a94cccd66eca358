from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.settings import Theme
from supple.ui.look import Look
from supple.ui.settings.theme_choice import ThemeButton, ThemeChoice


def test_a_click_chooses(qtbot: QtBot, look: Look) -> None:
    choice = ThemeChoice(look)
    qtbot.addWidget(choice)
    choice.resize(choice.sizeHint())
    choice.show()
    choice.choose(Theme.SYSTEM)
    dark = choice.findChildren(ThemeButton)[1]
    with qtbot.waitSignal(choice.chosen) as got:
        qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert got.args == [Theme.DARK]
    assert [b.isChecked() for b in choice.findChildren(ThemeButton)] == [False, True, False]


def test_choosing_from_outside_tells_nobody(qtbot: QtBot, look: Look) -> None:
    choice = ThemeChoice(look)
    qtbot.addWidget(choice)
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.choose(Theme.LIGHT)
    assert told == []


def test_each_picture_is_in_its_own_theme(qtbot: QtBot, look: Look) -> None:
    choice = ThemeChoice(look)
    qtbot.addWidget(choice)
    images = []
    for button in choice.findChildren(ThemeButton):
        button.resize(button.sizeHint())
        images.append(button.grab().toImage())
    left, right = (30, 60), (130, 60)
    bright = [
        [image.pixelColor(*spot).lightnessF() > 0.5 for spot in (left, right)] for image in images
    ]
    assert bright == [[True, True], [False, False], [True, False]]
