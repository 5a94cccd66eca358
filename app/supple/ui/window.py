"""The main window: the pages, or the session in their place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.core.command import Command
from supple.core.settings import Settings
from supple.ui.look import Look
from supple.ui.pages import TOP, Place
from supple.ui.pages_window import PagesWindow
from supple.ui.widgets.focus import FocusRing
from supple.ui.window_place import place_of

# Whatever is not imported before the first picture makes the window open sooner.
if TYPE_CHECKING:
    from supple.figure.port import FigurePainter
    from supple.ui.dialog import Overlay
    from supple.ui.kept_picture import Kept
    from supple.ui.session.page import SessionPage
    from supple.ui.window_keys import WindowKeys


class MainWindow(PagesWindow):
    """Gives way to a session, to a page in place of all others, and to questions."""

    session_asked = Signal(object)
    """A ``Command`` for the running session."""
    window_moved = Signal(object)
    """Where the window stands as it closes: a ``Window``."""
    pages_shown = Signal()
    """The pages are in view again, after a session or after what stood in their place."""
    closed = Signal()

    def __init__(
        self,
        look: Look,
        figures: FigurePainter,
        settings: Settings | None = None,
        kept: Kept | None = None,
    ) -> None:
        """``kept``: where pictures of the last start are; None for no such place."""
        super().__init__(look, figures, settings or Settings(), kept)
        self._session: SessionPage | None = None
        self._cover: QWidget | None = None
        self._leaving = False
        self._in_session = False
        self._asks = False
        self._state_before = Qt.WindowState.WindowNoState
        self._overlay: Overlay | None = None
        self._waiting: list[Overlay] = []
        """Dialogs that came of themselves while another was open, or in a session."""
        self._may_close = False
        self._is_closed = False
        self.keep_open: Callable[[], bool] | None = None
        """Asked as the window is closed: True where it is to stay, or where it was hidden."""
        self.ends: Callable[[], None] | None = None
        """Ends the program, not only the window; None where that is the same."""
        self.pages.overlay_asked.connect(self._open_in_turn)
        self._keys: WindowKeys | None = None
        self.ring = FocusRing(look, self)

    # Turning, going, coming

    def show_place(self, place: Place) -> None:
        """Turn to a page."""
        self.pages.turn(place, focus=not self._in_session and self._cover is None)

    def quit(self) -> None:
        """End the program, asking first where a session runs or something is not saved."""
        if self._in_session or self._may_leave(self.quit):
            (self.ends or self.close)()
        else:
            # It may be asked from the tray, with the window out of sight.
            self.come_forward()

    def come_forward(self) -> None:
        """Show the window, in front of the others where the desktop lets it."""
        # As large as it was: a full screen stays full.
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # A page in place of all others

    def cover(self, page: QWidget) -> None:
        """Have ``page`` fill the window in place of pages and side bar, until :meth:`uncover`.

        A session that runs goes on; the page comes after it.
        """
        self.uncover()
        self._cover = page
        self._outer.addWidget(page)
        if not self._in_session:
            self._show_pages()
        self._allow_keys()

    def uncover(self) -> None:
        """Show the pages again, and let go of what filled the window."""
        page, self._cover = self._cover, None
        if page is None:
            return
        if not self._in_session:
            self._show_pages()
        self._outer.removeWidget(page)
        page.deleteLater()
        self._allow_keys()

    def _show_pages(self) -> None:
        if self._cover is None:
            self._outer.setCurrentWidget(self.pages)
            self.show_place(self.pages.place)
            self.pages_shown.emit()
        else:
            self._outer.setCurrentWidget(self._cover)
            self._cover.setFocus(Qt.FocusReason.OtherFocusReason)

    # The session

    def set_session_page(self, page: SessionPage) -> None:
        """The page that fills the window during sessions."""
        self._session = page
        page.asked.connect(self._on_asked)
        self._outer.addWidget(page)

    def show_session(self, on: bool) -> None:
        """Turn to the session, full screen if the settings say so, or back to the pages."""
        if on == self._in_session or self._session is None:
            return
        self._in_session = self._asks = on
        self._leaving = False
        self._allow_keys()
        if on:
            self._state_before = self.windowState()
            self._outer.setCurrentWidget(self._session)
            if self._settings.full_screen:
                self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
            self._session.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.isFullScreen():
            self.setWindowState(self._state_before)
        self._show_pages()
        self._open_next()

    def session_over(self) -> None:
        """The session has ended, though its summary is still shown: closing asks no more."""
        self._asks = False
        if self._leaving:
            # Everybody is to hear of the end before the window goes.
            # It is closed like any other then: what keeps it open is asked as well.
            QTimer.singleShot(0, self, self.close)

    @property
    def in_session(self) -> bool:
        """Whether the session fills the window."""
        return self._in_session

    @property
    def covered(self) -> bool:
        """Whether a page stands in place of all others; see :meth:`cover`."""
        return self._cover is not None

    @property
    def asks(self) -> bool:
        """Whether a dialog waits for its answer."""
        return self._overlay is not None

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Open the list of all keys; a running session waits meanwhile, a dialog goes before."""
        if self._overlay is not None:
            return
        from supple.core.break_keys import break_keys
        from supple.core.session_keys import key_map
        from supple.ui.keys_dialog import KeysDialog
        from supple.ui.shortcuts import EDITING, GROUPS, all_from

        edits = self.pages.inside is not None and not self._in_session
        own = key_map(self._settings.session_keys)
        breaks = break_keys(self._settings.break_keys)
        keys = KeysDialog(self.look, self, all_from(EDITING if edits else GROUPS, own, breaks))
        if self._asks:
            # The session's own keys rest while the list is open.
            self.session_asked.emit(Command.WAIT)
            for closed in (keys.dismissed, keys.accepted):
                closed.connect(partial(self.session_asked.emit, Command.GO_BACK))
        self._open(keys)

    def force_close(self) -> None:
        """Close without a question."""
        self._may_close = True
        self.close()

    def finish(self) -> None:
        """Make what can wait until the window was seen: its keys, its icon, what is heard."""
        from supple.ui.brand import app_icon
        from supple.ui.heard import let_hear

        if self._keys is None:
            let_hear()
            self.setWindowIcon(app_icon())
            self._keys = self._make_keys()
            self._allow_keys()
            self.pages.hear_start_key()

    def make_way(self, then: Callable[[], object]) -> bool:
        """Whether no dialog is open any more; one that would lose something asks, and ``then``
        is called later."""
        while (over := self._overlay) is not None:
            if not over.may_leave(then):
                return False
            over.dismiss()
        return True

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_closed = False
        if not event.spontaneous() and self.focusWidget() is None and self._cover is None:
            self.show_place(self.pages.place)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._asks and not self._may_close:
            event.ignore()
            self._ask_to_close()
            return
        if not self._may_close and self.keep_open is not None and self.keep_open():
            event.ignore()
            return
        if not self._may_close and not self._may_lose():
            event.ignore()
            return
        event.accept()
        if not self._is_closed:
            self._is_closed = True
            self.window_moved.emit(place_of(self))
            self.closed.emit()

    # Inside

    def _may_lose(self) -> bool:
        """Whether nothing is lost by closing; else it is asked for, and closed after that."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            # Nobody is kept from logging out.
            return True
        return self._may_leave(self.close)

    def _may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing would be lost now. If not, it is asked for; ``then`` is called later."""
        # Where the page has a question, that takes the place of a dialog.
        return self.make_way(then) and self.pages.may_leave(then)

    def _make_keys(self) -> WindowKeys:
        from supple.ui.window_keys import WindowKeys

        acts: dict[str, Callable[[], object]] = {
            "Ctrl+,": lambda: self.show_place(Place.SETTINGS),
            "Ctrl+F": self.pages.search,
            "F11": self.toggle_full_screen,
            "F1": self.show_keys,
            "Ctrl+Q": self.quit,
        }
        for number, entry in enumerate(TOP, 1):
            acts[f"Ctrl+{number}"] = partial(self.show_place, Place(entry.key))
        return WindowKeys(self, acts)

    def _allow_keys(self) -> None:
        if self._keys is not None:
            self._keys.allow(in_session=self._in_session, covered=self.covered, asks=self.asks)

    def _ask_to_close(self) -> None:
        """Have the session ask in its own way, large enough for the mat, and then leave.

        Whoever is hurt, or closes a second time, is not asked again.
        """
        from supple.ui.session.keys import Mode

        mode = self._session.mode if self._session is not None else Mode.OVER
        self._leaving = True
        sure = mode in (Mode.STOP_ASKED, Mode.HURTS)
        self.session_asked.emit(Command.STOP if sure else Command.ASK_STOP)

    def _on_asked(self, command: object) -> None:
        if command is not Command.STOP:
            self._leaving = False

    def _open_in_turn(self, overlay: Overlay) -> None:
        """Open what a page asks; nobody on the mat is asked of anything but the session."""
        self._waiting.append(overlay)
        self._open_next()

    def _open_next(self) -> None:
        # Over the summary it opens: it may be the question of a page as the window is closed.
        if self._waiting and self._overlay is None and not self._asks:
            self._open(self._waiting.pop(0))

    def _open(self, overlay: Overlay) -> None:
        self._overlay = overlay
        overlay.accepted.connect(self._on_answered)
        overlay.dismissed.connect(self._on_answered)
        overlay.open(self._outer)
        self._allow_keys()

    def _on_answered(self) -> None:
        self._overlay = None
        self._allow_keys()
        self._open_next()
