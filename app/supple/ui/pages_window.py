"""A window with all pages in it, and what is shown on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QMainWindow, QStackedWidget

from supple.ui.look import Look
from supple.ui.pages import Pages
from supple.ui.window_place import restore

# Whatever is not imported before the first picture makes the window open sooner.
if TYPE_CHECKING:
    from supple.core.broken import BrokenFile
    from supple.core.left_out import LeftOut
    from supple.core.my_plan import Known
    from supple.core.routine import Catalogue
    from supple.core.settings import Settings
    from supple.core.today import TodayView
    from supple.figure.port import FigurePainter
    from supple.ui.history_door import HistoryDoor
    from supple.ui.kept_picture import Kept
    from supple.ui.own_door import OwnDoor

NARROW_UNDER = 900
"""Pixels of width, at text size 1, below which side bar and pages fold."""
SIZE = (1100, 760)
SMALLEST = (760, 560)


class PagesWindow(QMainWindow):
    """Shows what it is given and says what the person wants; it knows no files and no clock."""

    start_asked = Signal(str)
    """Id of a routine."""
    start_stretch_asked = Signal(str)
    """Id of a stretch to do on its own."""
    settings_changed = Signal(object)
    """A whole ``Settings``."""
    open_file_asked = Signal(str, int)
    """A path and a line, 0 for none."""
    open_folder_asked = Signal()
    """The folder of the person's own routines."""
    check_again_asked = Signal()
    copy_asked = Signal(str)
    """Text for the clipboard."""

    def __init__(
        self, look: Look, figures: FigurePainter, settings: Settings, kept: Kept | None
    ) -> None:
        """``kept``: where pictures of the last start are; None for no such place."""
        super().__init__()
        self.look = look
        self._settings = settings
        self.setWindowTitle("Supple")
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        if settings.window is not None:
            restore(self, settings.window)
        # From the outside in: to move a page with all it holds into its parent takes 1 ms each.
        self._outer = QStackedWidget(self)
        self.pages = Pages(look, figures, kept, self._outer)
        self._outer.addWidget(self.pages)
        self.setCentralWidget(self._outer)
        self.pages.set_person(settings.skin, settings.hair)
        self.pages.settings.give(lambda page: page.show_settings(self._settings))
        self._show_start_key()
        self._pass_on()
        look.changed.connect(self._fold)

    def show_today(self, view: TodayView) -> None:
        """Refresh the Today page."""
        self.pages.show_today(view)

    def show_library(
        self,
        catalogue: Catalogue,
        durations: Mapping[str, float],
        own_ids: Sequence[str] = (),
        left_out: LeftOut | None = None,
        locked: Collection[str] = (),
    ) -> None:
        """Refresh the Library. ``durations``: seconds by routine and stretch id.

        ``locked``: ids of own entries whose file has problems.
        """
        self.pages.library.give(
            lambda page: page.show_catalogue(catalogue, durations, own_ids, left_out, locked)
        )
        self.pages.order_focus()

    def show_routines(
        self,
        catalogue: Catalogue,
        durations: Mapping[str, float],
        own_ids: Sequence[str],
        broken: Sequence[BrokenFile],
        folder: str,
        locked: Collection[str] = (),
    ) -> None:
        """Refresh My routines. ``folder`` is where the person's files are, to be read.

        ``locked``: ids of entries whose file has problems.
        """
        self.pages.routines.give(
            lambda page: page.show_own(catalogue, durations, own_ids, broken, folder, locked)
        )
        self.pages.order_focus()

    @property
    def history(self) -> HistoryDoor:
        """The History page: what it wants, and how it gets it."""
        return self.pages.history

    @property
    def own(self) -> OwnDoor:
        """What the pages wish for with stretches and routines of one's own."""
        return self.pages.own

    def show_recovered(self, text: str, detail: str, more: str = "") -> None:
        """Tell that the history was damaged and is back, until it is closed."""
        self.pages.show_recovered(text, detail, more)

    def show_settings(self, settings: Settings) -> None:
        """Take over ``settings`` and show them."""
        self._settings = settings
        self.pages.set_person(settings.skin, settings.hair)
        self.pages.settings.give(lambda page: page.show_settings(settings))
        self._show_start_key()

    def show_plan(self, known: Known) -> None:
        """What may be put into the daily plan of the settings."""
        self.pages.show_plan(known)

    def toast(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """A short word at the bottom; ``then`` is called when its ``action`` is taken."""
        self.pages.toast(text, action, then)

    def notice(self, key: str, text: str, kind: str = "plain", icon: str = "") -> None:
        """A sentence above the pages until it is closed; one of each ``key``.

        ``kind`` is ``plain``, ``ok`` or ``care``; ``icon`` an icon's name.
        """
        default = "shield-alert" if kind == "care" else "info"
        self.pages.notices.add(key, text, kind, icon or default)
        self.pages.order_focus()

    def drop_notice(self, key: str) -> None:
        """Take a notice away: what it told is over."""
        self.pages.notices.drop(key)

    # Inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter opens a list that has the ring, where nothing else, such as a step, goes on with it.
        focus = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QComboBox) and not event.isAutoRepeat():
            focus.showPopup()
            return
        inside = self.pages.inside
        here = inside is not None and inside.isVisible() and inside.isEnabled()
        if inside is None or not here or (focus is not None and inside.isAncestorOf(focus)):
            super().keyPressEvent(event)
            return
        # What is entered has its keys also while the side bar or a notice has the ring.
        inside.keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Larger text needs the room of a smaller window."""
        self.pages.set_narrow(self.width() < NARROW_UNDER * max(1.0, self.look.text_scale))

    def _pass_on(self) -> None:
        pages = self.pages
        pages.start_asked.connect(self.start_asked)
        pages.start_stretch_asked.connect(self.start_stretch_asked)
        pages.settings_changed.connect(self._on_settings)
        pages.open_file_asked.connect(self.open_file_asked)
        pages.open_folder_asked.connect(self.open_folder_asked)
        pages.check_again_asked.connect(self.check_again_asked)
        pages.copy_asked.connect(self.copy_asked)

    def _show_start_key(self) -> None:
        """What was taught, if anything: whoever taught nothing need not wait for it to be read."""
        key = ""
        if self._settings.session_keys:
            from supple.core.session_keys import start_key

            key = start_key(self._settings.session_keys)
        self.pages.show_start_key(key)

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.pages.set_person(settings.skin, settings.hair)
        self._show_start_key()
        self.settings_changed.emit(settings)
