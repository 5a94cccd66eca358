from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from supple.ui.icons import Icons

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
CORAL = QColor("#A83E27")


@pytest.fixture
def read() -> list[str]:
    return []


@pytest.fixture
def icons(qapp: QApplication, read: list[str]) -> Icons:
    def load(name: str) -> bytes:
        read.append(name)
        return (ICONS.parent / name).read_bytes()

    return Icons(load)


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_something_in_its_colour(icons: Icons, path: Path) -> None:
    image = icons.pixmap(path.stem, CORAL, 24, 1.0).toImage()
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    solid = [pixel for pixel in pixels if pixel.alpha() == 255]
    assert any(pixel.alpha() > 100 for pixel in pixels)
    assert all(pixel.name() == CORAL.name() for pixel in solid)


def test_a_dense_screen_gets_more_pixels_of_the_same_size(icons: Icons) -> None:
    pixmap = icons.pixmap("house", CORAL, 20, 2.0)
    assert pixmap.width() == 40
    assert pixmap.deviceIndependentSize().width() == 20


def test_each_file_is_read_once(icons: Icons, read: list[str]) -> None:
    icons.pixmap("house", CORAL, 20, 1.0)
    icons.pixmap("house", QColor("black"), 20, 1.0)
    assert read == ["icons/house.svg"]


def test_the_same_picture_is_drawn_once(icons: Icons) -> None:
    first = icons.pixmap("house", CORAL, 20, 1.0)
    assert icons.pixmap("house", CORAL, 20, 1.0).cacheKey() == first.cacheKey()


def test_sizes_that_are_past_are_forgotten(icons: Icons) -> None:
    for size in range(10, 200):
        assert icons.pixmap("house", CORAL, size, 1.0).width() == size
    assert len(icons._pixmaps) <= 150
