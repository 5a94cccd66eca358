from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.stretch.chooser import FigureChooser

NAMES = [(f"figure-{n}", f"Stretch {n}") for n in range(10)]


@pytest.fixture
def chooser(look: Look, pictures: Pictures, host: QWidget, qtbot: QtBot) -> FigureChooser:
    below = QWidget(host)
    made = FigureChooser(look, host, pictures, NAMES, "figure-2")
    with qtbot.waitActive(host):
        host.activateWindow()
    made.open(below)
    return made


def test_the_one_in_use_is_marked_and_moves(chooser: FigureChooser) -> None:
    tiles = chooser._tiles
    assert tiles[2].isChecked()
    assert tiles[2].hasFocus()
    assert tiles[2].moves
    assert not tiles[3].moves


def test_arrows_go_about_the_grid(chooser: FigureChooser, qtbot: QtBot) -> None:
    tiles = chooser._tiles
    qtbot.keyClick(tiles[2], Qt.Key.Key_Down)
    assert tiles[6].hasFocus()
    assert tiles[6].moves
    assert not tiles[2].moves
    qtbot.keyClick(tiles[6], Qt.Key.Key_Left)
    qtbot.keyClick(tiles[5], Qt.Key.Key_Up)
    qtbot.keyClick(tiles[1], Qt.Key.Key_Up)
    assert tiles[1].hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_chooses(chooser: FigureChooser, qtbot: QtBot, key: Qt.Key) -> None:
    told: list[str] = []
    chooser.chosen.connect(told.append)
    qtbot.keyClick(chooser._tiles[4], key)
    assert told == ["figure-4"]
    assert chooser.isHidden()


def test_escape_chooses_nothing(chooser: FigureChooser, qtbot: QtBot) -> None:
    told: list[str] = []
    chooser.chosen.connect(told.append)
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert told == []
    assert chooser.isHidden()


def test_nothing_moves_where_motion_is_not_wanted(
    look: Look, pictures: Pictures, host: QWidget, qtbot: QtBot
) -> None:
    look.set_reduced_motion(True)
    made = FigureChooser(look, host, pictures, NAMES, "figure-2")
    with qtbot.waitActive(host):
        host.activateWindow()
    made.open(QWidget(host))
    assert made._tiles[2].hasFocus()
    assert not made._tiles[2].moves


def test_each_tile_is_named(chooser: FigureChooser) -> None:
    assert [tile.accessibleName() for tile in chooser._tiles] == [name for _, name in NAMES]


def test_it_takes_the_size_of_a_window_that_is_made_smaller(
    chooser: FigureChooser, host: QWidget, qtbot: QtBot
) -> None:
    tiles = chooser._tiles
    assert tiles[3].y() == tiles[0].y()
    host.resize(700, 560)
    qtbot.waitUntil(lambda: tiles[3].y() > tiles[2].y())
    qtbot.waitUntil(lambda: chooser.rect().contains(chooser.card.geometry()))
    assert not tiles[2].visibleRegion().isEmpty()
    right = tiles[2].mapTo(chooser.card, tiles[2].rect().topRight()).x()
    assert right < chooser.card.width()
    qtbot.keyClick(tiles[2], Qt.Key.Key_Down)
    assert tiles[5].hasFocus()
