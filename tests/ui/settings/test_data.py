from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.data_view import Change, DataView, Incoming
from supple.core.history_ask import Export
from supple.core.settings import Settings
from supple.ui.dialog import Overlay
from supple.ui.exchange import FILES, READABLE, ImportDialog
from supple.ui.look import Look
from supple.ui.settings.data import ODD, DataCards
from supple.ui.settings.restore import SHARED, RestoreDialog
from supple.ui.settings.sure import KEEP
from supple.ui.text import Text

SIGNALS = (
    *("open_folder_asked", "backup_asked", "compare_asked", "restore_asked", "exchange_asked"),
    *("export_asked", "import_asked", "import_accepted", "import_refused", "delete_all_asked"),
    "changed",
)


class Scene:
    """The section in a window that opens its dialogs, and everything it tells."""

    def __init__(self, qtbot: QtBot, look: Look, host: QWidget, files: Any) -> None:
        self.qtbot, self.host, self.files = qtbot, host, files
        self.below = QWidget()
        QVBoxLayout(host).addWidget(self.below)
        column = QVBoxLayout(self.below)
        self.cards = DataCards(look, files)
        for card in (*self.cards.cards, self.cards.busy):
            column.addWidget(card)
        self.overlays: list[Overlay] = []
        self.told: list[tuple[object, ...]] = []
        for name in SIGNALS:
            signal = getattr(self.cards, name)
            signal.connect(lambda *args, name=name: self.told.append((name, *args)))
        self.cards.overlay_asked.connect(self._open)
        host.resize(900, 1100)
        self.below.show()
        host.activateWindow()

    def _open(self, overlay: Overlay) -> None:
        self.overlays.append(overlay)
        overlay.open(self.below)

    def press(self, name: str) -> None:
        """Click on the visible button called ``name``, by its words or for the ear."""
        found = self.host.findChildren(QAbstractButton)
        named = [b for b in found if name in (b.text(), b.accessibleName()) and b.isVisible()]
        self.qtbot.mouseClick(named[-1], Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        focus = self.host.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key)

    def said(self) -> list[str]:
        return [t.text() for t in self.host.findChildren(Text) if t.isVisible()]


@pytest.fixture
def scene(qtbot: QtBot, look: Look, host: QWidget, files: Any, data_view: DataView) -> Scene:
    made = Scene(qtbot, look, host, files)
    made.cards.show_settings(Settings())
    made.cards.show_data(data_view)
    made.told.clear()
    return made


def share(scene: Scene, folder: str = "/home/you/Sync") -> None:
    scene.cards.show_settings(Settings(shared_folder=folder))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Open folder", ("open_folder_asked",)),
        ("Back up now", ("backup_asked",)),
        ("Exchange now", ("exchange_asked",)),
        ("Stop sharing", ("changed", {"shared_folder": ""})),
        ("Back up every day", ("changed", {"daily_backup": False})),
    ],
)
def test_a_click_is_told(scene: Scene, name: str, wanted: tuple[object, ...]) -> None:
    share(scene)
    scene.press(name)
    assert scene.told == [wanted]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("CSV", Export.CSV), ("Everything", Export.JSON), ("Calendar", Export.ICS)],
)
def test_an_export_asks_where_to_first(scene: Scene, name: str, kind: Export) -> None:
    scene.press(name)
    assert scene.told == []
    assert scene.files.asked == [("save", *FILES[kind])]
    scene.files.path = f"/tmp/history.{kind}"
    scene.press(name)
    assert scene.told == [("export_asked", kind, scene.files.path)]


def test_an_import_is_looked_at_and_agreed_to(scene: Scene) -> None:
    scene.files.path = "/tmp/history.json"
    scene.press("Choose a file to import")
    assert scene.files.asked == [("open", "Import", READABLE)]
    assert scene.told == [("import_asked", "/tmp/history.json")]
    scene.cards.show_incoming(Incoming("12 new sessions", ("2 differ. Yours stay.",)))
    assert isinstance(scene.overlays[0], ImportDialog)
    assert "2 differ. Yours stay." in scene.said()
    scene.key(Qt.Key.Key_Return)
    assert scene.told[1:] == [("import_accepted",)]


def test_an_import_can_be_refused(scene: Scene) -> None:
    scene.cards.show_incoming(Incoming("12 new sessions"))
    scene.key(Qt.Key.Key_Escape)
    assert scene.told == [("import_refused",)]


def test_a_backup_is_compared_and_restored(scene: Scene) -> None:
    scene.press("Choose a backup to restore")
    assert isinstance(scene.overlays[0], RestoreDialog)
    scene.key(Qt.Key.Key_Down)
    scene.cards.show_change(Change("b1", ("3 sessions go.",)))
    scene.press("Restore this backup")
    compared = [("compare_asked", "b0"), ("compare_asked", "b1")]
    assert scene.told == [*compared, ("restore_asked", "b1")]


def test_with_a_shared_folder_a_backup_says_what_comes_back(scene: Scene) -> None:
    scene.press("Choose a backup to restore")
    assert not any(SHARED in words for words in scene.said())
    scene.key(Qt.Key.Key_Escape)
    share(scene)
    scene.press("Choose a backup to restore")
    assert any(SHARED in words for words in scene.said())


def test_an_answer_after_the_dialog_is_gone_does_nothing(scene: Scene) -> None:
    scene.press("Choose a backup to restore")
    scene.key(Qt.Key.Key_Escape)
    scene.cards.show_change(Change("b0", ("3 sessions go.",)))
    assert scene.told == [("compare_asked", "b0")]


def test_a_shared_folder_is_chosen(scene: Scene) -> None:
    scene.files.path = "/home/you/Sync"
    scene.press("Choose the shared folder")
    assert scene.files.asked == [("folder", "Choose the shared folder", "")]
    assert scene.told == [("changed", {"shared_folder": "/home/you/Sync"})]


def test_the_same_folder_again_changes_nothing(scene: Scene) -> None:
    share(scene)
    scene.files.path = "/home/you/Sync"
    scene.press("Choose the shared folder")
    assert scene.files.asked == [("folder", "Choose the shared folder", "/home/you/Sync")]
    assert scene.told == []


def test_a_folder_the_settings_cannot_hold_is_refused_with_words(scene: Scene) -> None:
    scene.files.path = "/home/caf\udce9"
    scene.press("Choose the shared folder")
    assert scene.told == []
    assert ODD in scene.said()


def test_sharing_that_stops_leaves_the_focus_beside_it(scene: Scene) -> None:
    share(scene)
    scene.cards.changed.connect(lambda fields: scene.cards.show_settings(Settings(**fields)))
    scene.press("Stop sharing")
    focus = scene.host.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Choose the shared folder"


def test_deleting_is_asked_twice_and_ends_the_sharing_first(scene: Scene) -> None:
    share(scene)
    scene.press("Delete all history")
    assert "412 sessions from 3 January 2025 until today." in scene.said()
    scene.press("Delete...")
    assert scene.told == []
    scene.press("Delete all history")
    assert scene.told == [("changed", {"shared_folder": ""}), ("delete_all_asked",)]


def test_once_all_is_deleted_the_focus_is_on_what_brings_it_back(
    scene: Scene, data_view: DataView
) -> None:
    scene.press("Delete all history")
    scene.press("Delete...")
    scene.press("Delete all history")
    scene.cards.set_busy("Deleting...")
    scene.cards.set_busy(None)
    scene.cards.show_data(replace(data_view, deletes=()))
    focus = scene.host.focusWidget()
    assert focus is scene.cards._rows.restore


def test_keeping_the_history_tells_nothing(scene: Scene) -> None:
    scene.press("Delete all history")
    scene.press("Delete...")
    scene.press(KEEP)
    assert scene.told == []


def test_while_something_is_done_nothing_else_can_be_asked(
    scene: Scene, data_view: DataView
) -> None:
    scene.press("Back up now")
    focus = scene.host.focusWidget()
    scene.cards.set_busy("Making a backup...")
    assert scene.cards.busy.isVisible()
    scene.cards.show_data(data_view)
    for name in ("Back up now", "CSV", "Choose a file to import", "Delete all history"):
        scene.press(name)
    assert scene.told == [("backup_asked",)]
    scene.cards.set_busy(None)
    assert not scene.cards.busy.isVisible()
    assert scene.host.focusWidget() is focus
    scene.press("Back up now")
    assert len(scene.told) == 2


def test_the_switch_shows_the_setting(scene: Scene) -> None:
    scene.cards.show_settings(Settings(daily_backup=False))
    found = scene.host.findChildren(QAbstractButton)
    daily = next(b for b in found if b.accessibleName() == "Back up every day")
    assert not daily.isChecked()
