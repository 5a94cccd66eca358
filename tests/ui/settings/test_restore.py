from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.data_view import Change, DataView
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.backup_list import BackupItem
from supple.ui.settings.restore import LOOKING, RestoreDialog
from supple.ui.text import Text


class Scene:
    def __init__(self, look: Look, host: QWidget, view: DataView) -> None:
        self.host = host
        self.below = QWidget(host)
        self.dialog = RestoreDialog(look, host, view.backups)
        self.compared: list[str] = []
        self.answers: list[bool] = []
        self.dialog.compare_asked.connect(self.compared.append)
        self.dialog.accepted.connect(lambda: self.answers.append(True))
        self.dialog.dismissed.connect(lambda: self.answers.append(False))
        host.activateWindow()
        self.dialog.open(self.below)

    def focus(self) -> QWidget:
        found = self.host.focusWidget()
        assert found is not None
        return found

    def button(self, words: str) -> QAbstractButton:
        found = self.dialog.findChildren(QAbstractButton)
        return next(b for b in found if b.text().startswith(words))

    def said(self) -> list[str]:
        # New words are shown by the layout, in the next round of the loop.
        QApplication.processEvents()
        return [t.text() for t in self.dialog.findChildren(Text) if t.isVisible()]


@pytest.fixture
def scene(look: Look, host: QWidget, data_view: DataView) -> Scene:
    return Scene(look, host, data_view)


def test_it_opens_on_the_newest_good_backup_and_asks_what_changes(scene: Scene) -> None:
    assert scene.compared == ["b0"]
    assert isinstance(scene.focus(), BackupItem)
    assert LOOKING in scene.said()
    assert not scene.button("Restore").isEnabled()


def test_nothing_is_restored_before_its_changes_are_seen(qtbot: QtBot, scene: Scene) -> None:
    qtbot.mouseClick(scene.button("Restore"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Return)
    assert scene.answers == []
    scene.dialog.show_change(Change("b0", ("3 sessions go.",)))
    assert "3 sessions go." in scene.said()
    qtbot.mouseClick(scene.button("Restore"), Qt.MouseButton.LeftButton)
    assert scene.answers == [True]
    assert scene.dialog.chosen == "b0"


def test_another_choice_is_compared_anew(qtbot: QtBot, scene: Scene) -> None:
    scene.dialog.show_change(Change("b0", ("3 sessions go.",)))
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Down)
    assert scene.compared == ["b0", "b1"]
    assert not scene.button("Restore").isEnabled()
    scene.dialog.show_change(Change("b0", ("Late answer.",)))
    assert "Late answer." not in scene.said()
    scene.dialog.show_change(Change("b1", ("4 sessions go.",)))
    assert scene.button("Restore").isEnabled()


def test_what_cannot_be_restored_says_why(look: Look, scene: Scene) -> None:
    scene.dialog.show_change(Change("b0", ("It is from a newer version.",), ok=False))
    why = next(t for t in scene.dialog.findChildren(Text) if "newer" in t.text())
    assert why.palette().windowText().color() == look.theme.color("accent-ink")
    assert not scene.button("Restore").isEnabled()


def test_enter_leads_to_the_button_and_presses_it_the_second_time(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.dialog.show_change(Change("b0", ("3 sessions go.",)))
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Return)
    assert scene.answers == []
    assert scene.focus() is scene.button("Restore")
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Return)
    assert scene.answers == [True]


def test_tab_goes_from_the_chosen_row_to_the_buttons_and_round(qtbot: QtBot, scene: Scene) -> None:
    scene.dialog.show_change(Change("b0", ("3 sessions go.",)))
    row = scene.focus()
    for wanted in ("Restore", "Cancel"):
        qtbot.keyClick(scene.focus(), Qt.Key.Key_Tab)
        assert scene.focus() is scene.button(wanted)
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Tab)
    assert scene.focus() is row


def test_escape_restores_nothing(qtbot: QtBot, scene: Scene) -> None:
    scene.dialog.show_change(Change("b0", ("3 sessions go.",)))
    qtbot.keyClick(scene.focus(), Qt.Key.Key_Escape)
    assert scene.answers == [False]


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_it_fits_a_small_window(
    look: Look, host: QWidget, data_view: DataView, scale: float
) -> None:
    look.set_text_scale(scale)
    host.resize(760, 560)
    scene = Scene(look, host, data_view)
    scene.dialog.show_change(Change("b0", ("One line.", "Another one.", "A third.")))
    host.grab()
    assert host.rect().contains(scene.dialog.card.geometry())
    assert [*clipped(host), *unnamed(host)] == []
