"""What can be done with a routine or a stretch besides starting it: one menu for every page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.widgets.button import Button

LOCKED = "Its file has a problem. Mend that first; My routines says where it is."


class ActionsButton(Button):
    """Three dots that open the menu of one routine or stretch."""

    def __init__(
        self, look: Look, door: OwnDoor, *, size: str = "small", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "", "quiet", size, icon="more", hint="More", parent=parent)
        self._door = door
        self._id = ""
        self._is_routine = self._is_own = False
        self._locked = False
        self.clicked.connect(self._open)

    def show_for(
        self, id_: str, name: str, *, is_routine: bool, is_own: bool, locked: bool = False
    ) -> None:
        """What it is about. ``locked``: an own one whose file has problems."""
        self._id, self._is_routine, self._is_own = id_, is_routine, is_own
        self._locked = locked
        self.setAccessibleName(f"More for {name}")

    def make_menu(self) -> QMenu:
        """The menu, as it is opened."""
        menu, door = QMenu(self), self._door
        if self._is_own:
            edit = door.edit_asked if self._is_routine else door.stretch_edit_asked
            self._add(menu, "Edit", lambda: edit.emit(self._id), able=not self._locked)
        copy = door.copy_asked if self._is_routine else door.stretch_copy_asked
        word = "Duplicate" if self._is_own else "Make my own copy"
        self._add(menu, word, lambda: copy.emit(self._id))
        menu.addSeparator()
        self._add(menu, "Share\N{HORIZONTAL ELLIPSIS}", lambda: door.share_asked.emit((self._id,)))
        # Not everybody has a printer.
        paper = "Print or save as PDF\N{HORIZONTAL ELLIPSIS}"
        self._add(menu, paper, lambda: door.print_asked.emit(self._id))
        sound = "Save as sound\N{HORIZONTAL ELLIPSIS}"
        self._add(menu, sound, lambda: door.sound_asked.emit(self._id))
        if self._is_own:
            menu.addSeparator()
            delete = door.delete_asked if self._is_routine else door.stretch_delete_asked
            self._add(menu, "Delete", lambda: delete.emit(self._id), able=not self._locked)
        return menu

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], *, able: bool = True) -> None:
        action = QAction(text, menu)
        action.setEnabled(able)
        action.setToolTip("" if able else LOCKED)
        action.triggered.connect(act)
        menu.addAction(action)

    def _open(self) -> None:
        menu = self.make_menu()
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        right = self.mapToGlobal(QPoint(self.width(), self.height() + 4))
        menu.popup(right - QPoint(menu.sizeHint().width(), 0))
