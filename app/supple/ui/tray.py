"""The icon in the tray, with its menu.

It needs none of the window's parts: while the window is closed this is all there is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from supple.core.breaks.status import Phase, Status
from supple.ui.tray_icon import tray_icon

PAUSE_MIN = 60
NO_TRAY = "This desktop shows no tray"


class Tray(QObject):
    """Shows how breaks stand, and says what is picked from the menu."""

    start_asked = Signal()
    """A break is to begin now."""
    pause_asked = Signal(int)
    """Minutes without breaks."""
    not_today_asked = Signal()
    resume_asked = Signal()
    open_asked = Signal()
    """The window is to be shown."""
    quit_asked = Signal()
    told = Signal()
    """What :meth:`tell` shows was clicked."""

    def __init__(self, ask: Callable[[], Status], parent: QObject | None = None) -> None:
        """``ask`` is called as the menu opens, for how breaks stand at that moment."""
        super().__init__(parent)
        self._ask = ask
        self._phase: Phase | None = None
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._look)
        # Not disabled: in many styles that is too faint to be read.
        self.state = self._add("", self.open_asked.emit)
        self._menu.addSeparator()
        self.start = self._add("Start a break now", self.start_asked.emit)
        self.pause = self._add("Pause for 1 hour", lambda: self.pause_asked.emit(PAUSE_MIN))
        self.today = self._add("Pause for today", self.not_today_asked.emit)
        self.resume = self._add("Go on with breaks", self.resume_asked.emit)
        self._menu.addSeparator()
        self.open = self._add("Open Supple", self.open_asked.emit)
        self.quit = self._add("Quit Supple", self.quit_asked.emit)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.told)
        # Nothing else owns a menu that belongs to no window.
        self.destroyed.connect(self._menu.deleteLater)
        self.show_status(ask())

    @property
    def available(self) -> bool:
        """Whether there is a tray now; one may come later, as at log-in, and is used then."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def reason(self) -> str:
        """Why the icon cannot be seen; "" where it can."""
        return "" if self.available else NO_TRAY

    @property
    def menu(self) -> QMenu:
        """What the icon opens."""
        return self._menu

    def show(self) -> None:
        """Stand in the tray, as soon as there is one."""
        self.icon.show()

    def hide(self) -> None:
        """Leave the tray."""
        self.icon.hide()

    def show_status(self, status: Status) -> None:
        """How breaks stand."""
        self.state.setText(status.text)
        self.start.setEnabled(status.phase is not Phase.BREAK)
        paused = status.phase is Phase.PAUSED
        able = not paused and status.phase is not Phase.OFF
        self.pause.setVisible(able)
        self.today.setVisible(able)
        self.resume.setVisible(paused)
        self.icon.setToolTip(f"Supple\n{status.tip}")
        if status.phase is not self._phase:
            self._phase = status.phase
            self.icon.setIcon(tray_icon(status.phase))

    def tell(self, title: str, text: str) -> None:
        """A message beside the icon, where the desktop shows any."""
        self.icon.showMessage(title, text, QIcon(self.icon.icon()))

    def _add(self, text: str, then: Callable[[], object] | None = None) -> QAction:
        action = QAction(text, self._menu)
        if then is not None:
            action.triggered.connect(lambda _=False: then())
        self._menu.addAction(action)
        return action

    def _look(self) -> None:
        self.show_status(self._ask())

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_asked.emit()
