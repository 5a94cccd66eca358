from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.settings import Contrast, Motion, Settings, SideColors, Theme
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.settings.appearance import AppearanceCards


@pytest.fixture
def cards(look: Look, figures: FigurePainter, host: QWidget) -> AppearanceCards:
    made = AppearanceCards(look, figures)
    column = QVBoxLayout(host)
    for card in made.cards:
        column.addWidget(card)
        card.show()
    made.show_settings(Settings())
    host.resize(640, 1100)
    return made


def button(host: QWidget, words: str) -> QAbstractButton:
    found = host.findChildren(QAbstractButton)
    return next(b for b in found if words in (b.accessibleName(), b.text()))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Dark theme", {"theme": Theme.DARK}),
        ("Open in full screen", {"full_screen": False}),
        ("Keep the screen awake", {"keep_awake": False}),
        ("High", {"contrast": Contrast.HIGH}),
        ("Blue and ochre", {"side_colors": SideColors.BLUE}),
        ("Largest", {"session_text_scale": 1.2}),
        ("Less", {"motion": Motion.REDUCED}),
        ("130%", {"text_scale": 1.3}),
        ("Dark skin", {"skin": 2, "hair": 0}),
    ],
)
def test_a_click_is_told_at_once(
    qtbot: QtBot, cards: AppearanceCards, host: QWidget, words: str, wanted: dict[str, Any]
) -> None:
    with qtbot.waitSignal(cards.changed) as got:
        qtbot.mouseClick(button(host, words), Qt.MouseButton.LeftButton)
    assert got.args == [wanted]


def test_settings_are_shown(cards: AppearanceCards, host: QWidget) -> None:
    chosen = Settings(theme=Theme.LIGHT, full_screen=False, motion=Motion.FULL, text_scale=0.9)
    cards.show_settings(chosen)
    for words in ("Light theme", "Full", "90%"):
        assert button(host, words).isChecked()
    assert not button(host, "Open in full screen").isChecked()
