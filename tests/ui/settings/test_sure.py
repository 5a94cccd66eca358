from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.sure import BACKUP, KEEP, LEAVES, DeleteDialog
from supple.ui.text import Text


class Scene:
    def __init__(self, look: Look, host: QWidget, *, shares: bool = False) -> None:
        self.host = host
        self.dialog = DeleteDialog(look, host, ["412 sessions."], shares=shares)
        self.answers: list[bool] = []
        self.dialog.accepted.connect(lambda: self.answers.append(True))
        self.dialog.dismissed.connect(lambda: self.answers.append(False))
        host.activateWindow()
        self.dialog.open(QWidget(host))
        host.grab()

    def button(self, words: str) -> QAbstractButton:
        found = self.dialog.findChildren(QAbstractButton)
        return next(b for b in found if b.text() == words)

    def focus(self) -> QWidget:
        found = self.host.focusWidget()
        assert found is not None
        return found

    def said(self) -> list[str]:
        return [t.text() for t in self.dialog.findChildren(Text) if t.isVisible()]


@pytest.fixture
def scene(look: Look, host: QWidget) -> Scene:
    return Scene(look, host)


def test_it_says_what_goes_and_that_a_backup_is_made(scene: Scene) -> None:
    assert {"412 sessions.", BACKUP} <= set(scene.said())
    assert LEAVES not in scene.said()


def test_with_other_computers_it_says_that_sharing_ends(look: Look, host: QWidget) -> None:
    assert LEAVES in Scene(look, host, shares=True).said()


def test_two_presses_in_two_places_delete(qtbot: QtBot, scene: Scene) -> None:
    first = scene.button("Delete...")
    place = first.mapTo(scene.dialog, first.rect().center())
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    scene.host.grab()
    assert scene.answers == []
    sure = scene.button("Delete all history")
    box = sure.geometry().translated(sure.parentWidget().mapTo(scene.dialog, sure.rect().topLeft()))
    assert not box.contains(place), "a double click would delete"
    qtbot.mouseClick(sure, Qt.MouseButton.LeftButton)
    assert scene.answers == [True]


def test_enter_pressed_again_and_again_keeps_the_history(qtbot: QtBot, scene: Scene) -> None:
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Tab)
    assert scene.focus() is scene.button("Delete...")
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Return)
    assert scene.focus() is scene.button(KEEP)
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Return)
    assert scene.answers == [False]


def test_keys_alone_can_delete(qtbot: QtBot, scene: Scene) -> None:
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        qtbot.keyClick(scene.focus(), key)
    assert scene.answers == [True]


@pytest.mark.parametrize("steps", [1, 2])
def test_escape_keeps_the_history(qtbot: QtBot, scene: Scene, steps: int) -> None:
    if steps == 2:
        qtbot.mouseClick(scene.button("Delete..."), Qt.MouseButton.LeftButton)
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Escape)
    assert scene.answers == [False]


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_it_fits_a_small_window(look: Look, qtbot: QtBot, host: QWidget, scale: float) -> None:
    look.set_text_scale(scale)
    host.resize(760, 560)
    scene = Scene(look, host, shares=True)
    qtbot.mouseClick(scene.button("Delete..."), Qt.MouseButton.LeftButton)
    host.grab()
    assert host.rect().contains(scene.dialog.card.geometry())
    assert [*clipped(host), *unnamed(host)] == []
