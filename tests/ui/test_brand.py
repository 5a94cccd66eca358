from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from supple.ui.brand import SIZE, Brand, app_icon
from supple.ui.look import Look
from supple.ui.theme import LIGHT


def test_the_icon_has_the_sizes_desktops_ask_for(qapp: object) -> None:
    icon = app_icon()
    sizes = [size.width() for size in icon.availableSizes()]
    assert sorted(sizes) == [16, 24, 32, 48, 64, 128, 256]
    image = icon.pixmap(QSize(64, 64)).toImage()
    assert image.pixelColor(32, 8) == LIGHT.color("primary")
    assert image.pixelColor(0, 0).alpha() == 0


def test_the_mark_moves_to_the_middle_of_a_rail(qtbot: QtBot, look: Look) -> None:
    brand = Brand(look)
    qtbot.addWidget(brand)
    brand.resize(100, SIZE)
    primary = look.theme.color("primary")
    assert brand.grab().toImage().pixelColor(14, 4) == primary
    brand.set_narrow(True)
    image = brand.grab().toImage()
    assert image.pixelColor(14, 4) != primary
    assert image.pixelColor(50, 4) == primary
