"""All pages with the side bar that turns them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from supple.ui.flexibility_door import FlexibilityDoor
from supple.ui.history_door import HistoryDoor
from supple.ui.lazy import Lazy
from supple.ui.look import Look
from supple.ui.nav import Entry, SideBar
from supple.ui.own_door import OwnDoor
from supple.ui.page import Page
from supple.ui.page_makers import PageMakers
from supple.ui.page_stack import PageStack
from supple.ui.picture import Pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.core.my_plan import Known
    from supple.core.offer import Offer
    from supple.core.today import TodayView
    from supple.figure.port import FigurePainter
    from supple.ui.kept_picture import Kept
    from supple.ui.notices import Notices
    from supple.ui.start_key import StartKey


class Place(StrEnum):
    """The pages."""

    TODAY = "today"
    LIBRARY = "library"
    ROUTINES = "routines"
    FLEXIBILITY = "flexibility"
    HISTORY = "history"
    SETTINGS = "settings"


TOP = (
    Entry(Place.TODAY, "Today", "house"),
    Entry(Place.LIBRARY, "Library", "library-big"),
    Entry(Place.ROUTINES, "My routines", "list-checks"),
    Entry(Place.FLEXIBILITY, "Flexibility", "triangle-right"),
    Entry(Place.HISTORY, "History", "chart-column"),
)
BOTTOM = (Entry(Place.SETTINGS, "Settings", "settings"),)


class Pages(QWidget):
    """Side bar, notices and pages. Only Today is built at once, the others when visited."""

    start_asked = Signal(str)
    start_stretch_asked = Signal(str)
    settings_changed = Signal(object)
    open_file_asked = Signal(str, int)
    open_folder_asked = Signal()
    check_again_asked = Signal()
    copy_asked = Signal(str)
    answers_asked = Signal()
    """The safety questions are to be answered, or answered anew."""
    flexibility_asked = Signal()
    """The legs are to be checked."""
    minutes_asked = Signal(object)
    """Minutes at hand for what Today offers, a float; None for any length."""
    break_act_asked = Signal(object)
    """A ``BreakAct``, for the next break."""
    break_look_asked = Signal()
    """How breaks stand is to be told anew, by ``today``'s ``next_break``."""
    overlay_asked = Signal(object)
    """An ``Overlay`` to be opened over the window."""
    settings_shown = Signal()
    voice_test_asked = Signal()
    recovered_seen = Signal()
    """What was told of the recovery has been closed."""
    inside_changed = Signal()
    """A page was entered, or is gone; see ``enter``."""
    settings_built = Signal(object)
    """The settings page, when it is visited for the first time."""

    def __init__(
        self,
        look: Look,
        figures: FigurePainter,
        kept: Kept | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = Pictures(look, figures, kept)
        self.place = Place.TODAY
        make = PageMakers(self, look)
        self.today = Lazy(lambda: make.today(self._stack.widget))
        self.library = Lazy(make.library)
        self.routines = Lazy(make.routines)
        self.flexibility_page = Lazy(make.flexibility)
        self.history_page = Lazy(make.history)
        self.settings = Lazy(make.settings)
        self.sources = Lazy(make.sources)
        self._came_from: QWidget | None = None
        self._inside: tuple[Place, Page] | None = None
        """A page that stands in for one of the side bar, and for which."""
        self.flexibility = FlexibilityDoor(self)
        self.flexibility_asked.connect(lambda: self.turn(Place.FLEXIBILITY))
        self.history = HistoryDoor(self)
        self.own = OwnDoor(self)
        self.offer: Offer | None = None
        """What a page without a history offers to start with."""
        self.start_key: StartKey | None = None
        """What begins a session from the mat, once a key for it was taught."""
        self._hears = False
        self.known: Known | None = None
        """What may be put into the daily plan."""
        self._lazies: dict[Place, Lazy[Any]] = {
            Place.TODAY: self.today,
            Place.LIBRARY: self.library,
            Place.ROUTINES: self.routines,
            Place.FLEXIBILITY: self.flexibility_page,
            Place.HISTORY: self.history_page,
            Place.SETTINGS: self.settings,
        }
        self.bar = SideBar(look, TOP, BOTTOM)
        self.bar.chosen.connect(lambda key: self._on_chosen(Place(key)))
        self._stack = PageStack(look, self, self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar)
        row.addLayout(self._stack.column, 1)
        self._stack.show(self.today.get())
        self.bar.choose(Place.TODAY)

    @property
    def pictures(self) -> Pictures:
        """The figures in pictures, each drawn once."""
        return self._pictures

    @property
    def notices(self) -> Notices:
        """What is told above the pages, and in toasts."""
        return self._stack.notices

    def toast(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """A short word at the bottom; ``then`` is called when its ``action`` is taken."""
        self.notices.toast(text, action, then)

    def show_today(self, view: TodayView) -> None:
        """Refresh the Today page, and what a page without history offers to start with."""
        self.offer = view.up_next
        self.today.give(lambda page: page.show_view(view))
        if self.history_page.built is not None:
            self.history_page.built.show_offer(view.up_next)
        # What may be started decides whether a break comes at all.
        self.break_look_asked.emit()
        self.order_focus()

    def show_plan(self, known: Known) -> None:
        """What may be put into the daily plan, now or once the settings are built."""
        self.known = known
        if self.settings.built is not None:
            self.settings.built.show_known(known)

    def show_plan_settings(self) -> None:
        """Turn to the daily plan in the settings."""
        self.turn(Place.SETTINGS)
        self.settings.get().go_to_plan()

    def show_recovered(self, text: str, detail: str, more: str) -> None:
        """That the history was damaged and is back; ``more`` is what "Details" shows."""
        from supple.ui.recovered import show_recovered

        show_recovered(self, self._look, text, detail, more)
        self.order_focus()

    def set_person(self, skin: int, hair: int) -> None:
        """Who shows the stretches, both 0 to 2."""
        self._pictures.set_person(skin, hair)
        self.update()

    def show_start_key(self, key: str) -> None:
        """What was taught as "Start, or confirm", by its canonical name; "" for nothing."""
        if self.start_key is None:
            if not key:
                return
            from supple.ui.start_key import StartKey

            self.start_key = StartKey(self, hears=self._hears)
            self.start_key.add(self.today.get().hero)
            if self.library.built is not None:
                self.start_key.add(self.library.built.detail)
        self.start_key.teach(key)

    def hear_start_key(self) -> None:
        """From now on it is not only shown; before the first picture that would take time."""
        self._hears = True
        if self.start_key is not None:
            self.start_key.listen()

    def turn(self, place: Place, *, focus: bool = True) -> None:
        """Show a page, building it on its first visit, and give it the focus.

        A page with changes in it asks first what becomes of them.
        """
        if not self._may_turn(place, lambda: self.turn(place, focus=focus)):
            return
        page = self._page_of(place)
        moved = self._stack.page is not page
        if moved and self.isVisible() and not self._look.reduced_motion:
            self._stack.fade_out()
        self.place = place
        self._stack.show(page)
        self.bar.choose(place)
        self.order_focus()
        if focus and (landing := page.landing()) is not None:
            landing.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, page: Page, place: Place = Place.ROUTINES) -> None:
        """Show ``page`` in the place of another until :meth:`go_out`, or until another is chosen.

        Its ``may_leave`` is asked before it is left, and before the window is closed.
        """
        self.go_out()
        self._inside = (place, page)
        self.turn(place)
        self.inside_changed.emit()

    def go_out(self) -> None:
        """Let go of the page that was entered, and show the one whose place it had."""
        inside, self._inside = self._inside, None
        if inside is None:
            return
        place, page = inside
        shown = self._stack.page is page
        if shown:
            self.turn(place)
        self._stack.remove(page)
        page.deleteLater()
        self.inside_changed.emit()

    @property
    def inside(self) -> Page | None:
        """The page that was entered and not left yet."""
        return self._inside[1] if self._inside is not None else None

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing would be lost now. If not, it is asked for; ``then`` is called later."""
        return self.inside is None or self.inside.may_leave(then)

    def turn_to_routine(self, routine: str) -> None:
        """Show a routine in the library."""
        self.turn(Place.LIBRARY)
        self.library.get().show_routine(routine)

    def show_sources(self, source: str = "") -> None:
        """Show where the numbers come from, beginning with a document or a study."""
        self._came_from = self.window().focusWidget()
        page = self.sources.get()
        self._stack.show(page)
        self.order_focus()
        page.back.setFocus(Qt.FocusReason.OtherFocusReason)
        page.show_source(source)

    def leave_sources(self) -> None:
        """Go back to the page the sources were opened from, and to the button there."""
        before, self._came_from = self._came_from, None
        self.turn(self.place)
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Put the cursor into the library's search field."""
        self.turn(Place.LIBRARY)
        self.library.get().start_search()

    def set_narrow(self, narrow: bool) -> None:
        """Fold the side bar for a narrow window, or spread it."""
        if narrow == self.bar.narrow:
            return
        self.bar.set_narrow(narrow)
        self.order_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack.place_notices()

    def order_focus(self) -> None:
        """What the page says, the side bar last."""
        self._stack.order_focus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        from supple.ui.tabbing import tab

        led = tab(self._stack.stops(), self, forward=forward)
        return led or super().focusNextPrevChild(forward)

    def _on_chosen(self, place: Place) -> None:
        if self._inside is not None and self._inside[0] is place and self.place is place:
            # Whose place it has is what its name in the side bar leads to.
            if self.may_leave(self.go_out):
                self.go_out()
            return
        # The arrow keys leaf through the pages, and Enter goes in.
        leafing = self.bar.has_focus and place is not self.place
        self.turn(place, focus=not leafing)

    def _page_of(self, place: Place) -> Page:
        if self._inside is not None and self._inside[0] is place:
            return self._inside[1]
        page: Page = self._lazies[place].get()
        return page

    def _may_turn(self, place: Place, then: Callable[[], object]) -> bool:
        """Whether what was entered can be left for ``place``; it is let go of then."""
        if self._inside is None or self._inside[0] is place:
            return True

        def leave() -> None:
            self._inside_gone()
            then()

        if not self.may_leave(leave):
            self.bar.choose(self.place)
            return False
        self._inside_gone()
        return True

    def _inside_gone(self) -> None:
        """Let go of the page that was entered; another is shown in a moment."""
        inside, self._inside = self._inside, None
        if inside is not None:
            inside[1].deleteLater()
            self.inside_changed.emit()
