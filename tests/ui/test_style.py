from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from supple.ui import style
from supple.ui.theme import DARK, LIGHT, Theme


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_token_of_the_sheet_is_replaced(theme: Theme) -> None:
    sheet = style.sheet(theme, 1.0)
    assert "@" not in sheet
    assert "^" not in sheet
    assert theme.hex("primary") in sheet


def test_lengths_grow_with_the_text(qapp: QApplication) -> None:
    assert "min-height: 38px" in style.sheet(LIGHT, 1.0)
    assert "min-height: 49px" in style.sheet(LIGHT, 1.3)


def test_qt_understands_the_sheet(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setStyleSheet(style.sheet(LIGHT, 1.0))
    assert field.sizeHint().height() == 40


def test_the_palette_carries_the_theme(qapp: QApplication) -> None:
    palette = style.palette(DARK)
    assert palette.color(QPalette.ColorRole.Window) == DARK.color("bg")
    faded = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert faded == DARK.faint("ink")


def test_other_templates_are_filled_the_same_way() -> None:
    filled = style.filled("a { color: @ink; height: ^10px; }", LIGHT, 1.3)
    assert filled == f"a {{ color: {LIGHT.hex('ink')}; height: 13px; }}"
