"""What is told once: banners above the pages, and toasts below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.widgets.announce import announce
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut


class Notices:
    """Keeps one banner per key in ``column``, and one toast over ``window``."""

    def __init__(self, look: Look, window: QWidget, over: QWidget | None = None) -> None:
        """``over``: the part of ``window`` that a toast stays in; None for all of it."""
        self._look = look
        self._window = window
        self._over = over
        self._banners: dict[str, Banner] = {}
        self._toast: Toast | None = None
        self._then: Callable[[], None] | None = None
        self._undo: QShortcut | None = None
        self._undoable: tuple[str, Button] | None = None
        self.column = QWidget()
        self._rows = QVBoxLayout(self.column)
        self._rows.setContentsMargins(32, 16, 32, 0)
        self._rows.setSpacing(8)
        self.column.hide()

    def add(
        self,
        key: str,
        text: str,
        kind: str = "plain",
        icon: str = "info",
        detail: str = "",
        actions: Sequence[Button] = (),
        closed: Callable[[], None] | None = None,
        undo: Button | None = None,
    ) -> None:
        """Tell something; a second notice of the same key takes the first one's place.

        ``detail`` is a second, smaller line; ``actions`` stand before the cross, and ``closed``
        is called when that is pressed. ``undo``: one of ``actions`` that Ctrl+Z presses, too,
        for as long as nothing newer can be undone.
        """
        self.drop(key)
        banner = Banner(self._look, text, kind, icon=icon, detail=detail)
        for action in actions:
            banner.add_action(action)
        close = Button(self._look, "", "ghost", "small", icon="x", hint="Close this notice")
        close.clicked.connect(lambda: self.drop(key))
        if closed is not None:
            close.clicked.connect(closed)
        banner.add_action(close)
        if undo is not None:
            self._set_undo(key, undo)
        self._show(key, banner)

    def put(self, key: str, banner: Banner) -> None:
        """A banner that is looked after elsewhere, such as one that shows progress."""
        self.drop(key)
        self._show(key, banner)

    def _show(self, key: str, banner: Banner) -> None:
        self._banners[key] = banner
        self._rows.addWidget(banner)
        self.column.show()
        announce(self.column, banner.accessibleName())

    def _set_undo(self, key: str, button: Button | None) -> None:
        """Let Ctrl+Z press ``button``, wherever on the pages somebody is; None: nothing."""
        if self._undo is None:
            if button is None:
                return
            from PySide6.QtGui import QKeySequence, QShortcut

            self._undo = QShortcut(QKeySequence.StandardKey.Undo, self._window)
            self._undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._undo.activated.connect(self._on_undo)
        self._undoable = (key, button) if button is not None else None
        self._undo.setEnabled(button is not None)

    def _on_undo(self) -> None:
        if self._undoable is not None:
            self._undoable[1].click()

    def stops(self) -> list[QWidget]:
        """What Tab may stop at above the page: the banners' buttons, top to bottom."""
        shown = self._banners.values()
        return [button for told in shown for button in told.findChildren(QPushButton)]

    def last_stops(self) -> list[QWidget]:
        """What Tab may stop at after the page: the toast's button.

        It comes of itself, and the next Tab of somebody who writes is not to land on it.
        """
        return [] if self._toast is None else list(self._toast.findChildren(QPushButton))

    def set_sides(self, side: int) -> None:
        """Keep ``side`` pixels free on either side, as the pages do."""
        self._rows.setContentsMargins(side, 16, side, 0)

    def drop(self, key: str) -> None:
        """Take a notice away, if it is there."""
        if self._undoable is not None and self._undoable[0] == key:
            self._set_undo(key, None)
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()
        self.column.setVisible(bool(self._banners))

    def toast(self, text: str, action: str, then: Callable[[], None] | None) -> None:
        """A word at the bottom of the window, with an action if wanted."""
        if self._toast is None:
            self._toast = Toast(self._look, self._window, self._over)
            self._toast.acted.connect(self._on_acted)
        if action:
            # What the toast tells of is newer, and its own button has the key.
            self._set_undo("", None)
        self._then = then
        self._toast.show_message(text, action)

    def place_toast(self) -> None:
        """Another page is shown: its buttons stand elsewhere."""
        if self._toast is not None and self._toast.isVisible():
            self._toast.place()

    def hide_toast(self, of: Callable[[], None] | None = None) -> None:
        """What it told of is no longer so. ``of``: only if it is the one with that action."""
        if self._toast is not None and (of is None or of == self._then):
            self._toast.hide()

    def _on_acted(self) -> None:
        if self._then is not None:
            self._then()
