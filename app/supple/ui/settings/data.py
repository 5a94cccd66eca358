"""Where the data is, its backups, other computers, and the ways in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.core.data_view import Change, DataView, Incoming
from supple.core.setting_checks import can_be_kept
from supple.core.settings import Settings
from supple.ui.exchange import Exchange
from supple.ui.look import Look
from supple.ui.settings.busy import Busy
from supple.ui.settings.data_rows import DataRows

if TYPE_CHECKING:
    from supple.ui.files import FileAsker
    from supple.ui.settings.restore import RestoreDialog

ODD = "The name of that folder cannot be kept. Choose one with plain letters."


class DataCards(QObject):
    """The cards of the section. Shows what it is given, and says what the person wants."""

    changed = Signal(object)
    """New values of settings by field name."""
    shown = Signal()
    """The section has come into view: answer with ``show_data``."""
    open_folder_asked = Signal()
    backup_asked = Signal()
    compare_asked = Signal(str)
    """Id of a backup: answer with ``show_change``."""
    restore_asked = Signal(str)
    """Id of a backup whose changes were seen and agreed to."""
    exchange_asked = Signal()
    export_asked = Signal(object, str)
    """An ``Export`` and the path to write."""
    import_asked = Signal(str)
    """A path to read: answer with ``show_incoming``."""
    import_accepted = Signal()
    import_refused = Signal()
    delete_all_asked = Signal()
    """Asked for and confirmed. Sharing has been switched off before."""
    overlay_asked = Signal(object)
    """An ``Overlay`` to open over the window."""

    def __init__(self, look: Look, files: FileAsker | None = None) -> None:
        """``files`` asks for paths; the system's own dialogs when it is left out."""
        super().__init__()
        self._look = look
        self._view = DataView()
        self._shared = ""
        self._is_busy = False
        self._restoring: RestoreDialog | None = None
        self.busy = Busy(look)
        self._exchange = Exchange(self.busy, files)
        self._rows = DataRows(look)
        self.cards: tuple[QWidget, ...] = self._rows.cards
        self._connect()
        self._refresh()

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings``; what is changed in doing so is told like any other change."""
        self._rows.daily.setChecked(settings.daily_backup)
        self._shared = settings.shared_folder
        self._refresh()

    def show_data(self, view: DataView) -> None:
        """Show where things stand."""
        self._view = view
        self._refresh()

    def show_change(self, change: Change) -> None:
        """What restoring a backup would change, while the person chooses one."""
        if self._restoring is not None:
            self._restoring.show_change(change)

    def show_incoming(self, incoming: Incoming) -> None:
        """What a file would add, to be agreed to."""
        from supple.ui.exchange import ImportDialog

        dialog = ImportDialog(self._look, self._window, incoming)
        dialog.accepted.connect(self.import_accepted)
        dialog.dismissed.connect(self.import_refused)
        self.overlay_asked.emit(dialog)

    def set_busy(self, text: str | None) -> None:
        """What is being done, such as ``Making a backup...``; None when it is over."""
        self._is_busy = text is not None
        if text is not None:
            self.busy.begin(text, self._rows.buttons)
        self._refresh()
        if text is None:
            self.busy.end()

    # Inside

    @property
    def _window(self) -> QWidget:
        return self.busy.window()

    def _refresh(self) -> None:
        rows, now = self._rows, self._window.focusWidget()
        rows.show(self._view, self._shared, busy=self._is_busy)
        if now is rows.delete and not rows.delete.isEnabled() and not self._is_busy:
            # All is deleted. Else the focus would leave the page; what brings it back is here.
            near = rows.restore if rows.restore.isEnabled() else rows.back_up
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        rows, exchange = self._rows, self._exchange
        rows.open.clicked.connect(self.open_folder_asked)
        rows.daily.toggled.connect(lambda on: self._tell(daily_backup=on))
        rows.back_up.clicked.connect(self.backup_asked)
        rows.restore.clicked.connect(self._choose_backup)
        rows.choose.clicked.connect(self._choose_folder)
        rows.stop.clicked.connect(self._stop_sharing)
        rows.exchange.clicked.connect(self.exchange_asked)
        for kind, button in rows.exports.items():
            button.clicked.connect(lambda _=False, kind=kind: exchange.choose_export(kind))
        rows.bring_in.clicked.connect(exchange.choose_import)
        exchange.export_asked.connect(self.export_asked)
        exchange.import_asked.connect(self.import_asked)
        rows.delete.clicked.connect(self._delete_all)

    def _choose_backup(self) -> None:
        from supple.ui.settings.restore import RestoreDialog

        shares = bool(self._shared)
        dialog = RestoreDialog(self._look, self._window, self._view.backups, shares=shares)
        self._restoring = dialog
        dialog.compare_asked.connect(self.compare_asked)
        dialog.accepted.connect(lambda: self._end_restoring(dialog.chosen))
        dialog.dismissed.connect(self._end_restoring)
        self.overlay_asked.emit(dialog)

    def _end_restoring(self, backup: str = "") -> None:
        self._restoring = None
        if backup:
            self.restore_asked.emit(backup)

    def _choose_folder(self) -> None:
        title = "Choose the shared folder"
        self._exchange.files.folder(self._window, title, self._shared, self._share)

    def _share(self, folder: str) -> None:
        if not can_be_kept(folder):
            from supple.ui.dialog import Overlay

            told = Overlay(self._look, self._window, "This folder cannot be shared")
            told.say(ODD)
            told.add_button("Close", "secondary", accepts=False, key="Esc")
            self.overlay_asked.emit(told)
        elif folder != self._shared:
            self._tell(shared_folder=folder)

    def _stop_sharing(self) -> None:
        self._tell(shared_folder="")
        # The button is gone; the one that begins it again is next to where it was.
        self._rows.choose.setFocus()

    def _delete_all(self) -> None:
        from supple.ui.settings.sure import DeleteDialog

        shares = bool(self._shared)
        dialog = DeleteDialog(self._look, self._window, self._view.deletes, shares=shares)
        dialog.accepted.connect(self._on_sure)
        self.overlay_asked.emit(dialog)

    def _on_sure(self) -> None:
        if self._shared:
            # Else the other computers would bring everything back.
            self._tell(shared_folder="")
        self.delete_all_asked.emit()

    def _tell(self, **fields: object) -> None:
        self.changed.emit(fields)
