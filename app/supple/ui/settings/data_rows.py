"""The cards of the section "Data", without what they lead to."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core.data_view import DataView, kept
from supple.core.history_ask import Export
from supple.ui.look import Look
from supple.ui.settings.mark import Mark
from supple.ui.settings.rows import RING, SettingsCard
from supple.ui.widgets.button import Button
from supple.ui.widgets.switch import Switch

_HERE = ("Everything stays on this computer", "No account. Nothing is sent anywhere.")
_SHARED = (
    "Everything stays on your computers",
    "No account. Only the shared folder takes it from one to the other.",
)
_SHARE = (
    "Choose a folder that Syncthing, Nextcloud, OneDrive or the like keeps in step, "
    "the same one on each computer"
)
_EXPORTS = (
    (Export.CSV, "CSV", "Export a spreadsheet"),
    (Export.JSON, "Everything", "Export everything"),
    (Export.ICS, "Calendar", "Export a calendar"),
)


class DataRows:
    """Cards, buttons and the words beside them. Connects nothing."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._build_place()
        self._build_backups()
        self._build_computers()
        self._build_in_and_out()
        self.cards = (self.place, self.backups, self.computers, self.in_and_out)
        self.buttons: tuple[Button, ...] = (
            *(self.back_up, self.restore, self.choose, self.stop, self.exchange),
            *(*self.exports.values(), self.bring_in, self.delete),
        )
        """What waits while something is being done."""

    def show(self, view: DataView, shared: str, *, busy: bool) -> None:
        """Show where things stand; ``shared`` is the shared folder, "" for none."""
        name, hint = _SHARED if shared else _HERE
        self.place.set_name(self.mark, name)
        self.place.set_hint(self.mark, hint)
        self.place.set_hint(self.open, view.folder)
        self.open.setEnabled(bool(view.folder))
        good = any(row.good for row in view.backups)
        self.backups.set_hint(self.back_up, kept(view.backups))
        self.computers.set_hint(self._sharing, shared or _SHARE)
        self.choose.setText("Change..." if shared else "Choose...")
        self.choose.updateGeometry()
        self.stop.setVisible(bool(shared))
        self.computers.set_shown(self.exchange, bool(shared))
        self.computers.set_hint(self.exchange, view.exchange or "Nothing was exchanged yet")
        token = "muted" if view.exchange_ok else "accent-ink"
        self.computers.set_hint_token(self.exchange, token)
        some = bool(view.deletes)
        hint = "Makes one last backup first" if some else "There is nothing to delete"
        self.in_and_out.set_hint(self.delete, hint)
        for button in self.buttons:
            button.setEnabled(not busy)
        self.restore.setEnabled(good and not busy)
        self.delete.setEnabled(some and not busy)

    def _build_place(self) -> None:
        card = self.place = SettingsCard(self._look, "Your data")
        self.mark = Mark(self._look, "check", "primary", "Yes")
        card.add_row(_HERE[0], self.mark, _HERE[1])
        self.open = self._button("Open folder", "Open the folder of your data", "folder-open")
        card.add_row("Folder", self.open, "Not known yet")

    def _build_backups(self) -> None:
        card = self.backups = SettingsCard(self._look, "Backups")
        self.daily = Switch(self._look, "Back up every day")
        hint = "Keeps some of the last days, weeks and months"
        card.add_row("Back up every day", self.daily, hint)
        self.back_up = self._button("Back up now", "Back up now", "database-backup")
        card.add_row("Back up now", self.back_up, "None yet")
        self.restore = self._button("Choose...", "Choose a backup to restore")
        hint = "You see what changes before anything is replaced"
        card.add_row("Restore a backup", self.restore, hint)

    def _build_computers(self) -> None:
        card = self.computers = SettingsCard(self._look, "Two computers")
        self.choose = self._button("Choose...", "Choose the shared folder")
        self.stop = self._button("Stop sharing", "Stop sharing")
        self._sharing = _side_by_side(self.choose, self.stop)
        card.add_row("One history on both", self._sharing, _SHARE)
        self.exchange = self._button("Exchange now", "Exchange now", "repeat")
        card.add_row("Exchange", self.exchange, "Nothing was exchanged yet")

    def _build_in_and_out(self) -> None:
        card = self.in_and_out = SettingsCard(self._look, "Move in and out")
        self.exports = {kind: self._button(text, name, "download") for kind, text, name in _EXPORTS}
        exports = _side_by_side(*self.exports.values())
        hint = "A table, a full copy or a calendar"
        card.add_row("Export history", exports, hint)
        self.bring_in = self._button("Choose a file...", "Choose a file to import", "upload")
        hint = "Adds sessions. Never overwrites the ones you have."
        card.add_row("Import", self.bring_in, hint)
        self.delete = self._button("Delete...", "Delete all history", kind="care")
        card.add_row("Delete all history", self.delete, "There is nothing to delete")

    def _button(self, text: str, name: str, icon: str = "", kind: str = "secondary") -> Button:
        button = Button(self._look, text, kind, "small", icon=icon)
        button.setAccessibleName(name)
        return button


def _side_by_side(*parts: QWidget) -> QWidget:
    """Parts in a row, with room for the focus ring of each."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(RING, RING, 0, RING)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return box
