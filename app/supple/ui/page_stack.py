"""One page at a time beside the side bar, with what is told above it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.nav import SideBar
from supple.ui.page import FOLD_UNDER, Page, side_margin

if TYPE_CHECKING:
    from supple.ui.fade import Fade
    from supple.ui.notices import Notices


class PageStack:
    """Puts a page in the place of another, and knows where Tab leads from it."""

    def __init__(self, look: Look, home: QWidget, bar: SideBar) -> None:
        """``home`` is what both this and ``bar`` fill; ``column`` is to be put into it."""
        self._look = look
        self._home = home
        self._bar = bar
        self.widget = QStackedWidget(home)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.column.addWidget(self.widget, 1)
        self._fade: Fade | None = None
        self._notices: Notices | None = None

    @property
    def page(self) -> QWidget | None:
        """What is shown; None before the first page."""
        return self.widget.currentWidget()

    def show(self, page: Page) -> None:
        """Show ``page``, which stays in the stack."""
        if self.widget.indexOf(page) < 0:
            self.widget.addWidget(page)
        self.widget.setCurrentWidget(page)

    def remove(self, page: Page) -> None:
        """Take ``page`` out of the stack and out of sight."""
        self.widget.removeWidget(page)
        page.hide()

    def fade_out(self) -> None:
        """Let what is shown now fade over what comes."""
        from supple.ui.fade import Fade

        if self._fade is None:
            self._fade = Fade(self.widget)
        self._fade.run(self.widget.grab())

    # What is told above the page

    @property
    def notices(self) -> Notices:
        """Banners above the page, and toasts over it."""
        if self._notices is None:
            from supple.ui.notices import Notices

            self._notices = Notices(self._look, self._home, self.widget)
            self.widget.currentChanged.connect(self._notices.place_toast)
            self.column.insertWidget(0, self._notices.column)
            self.place_notices()
        return self._notices

    def place_notices(self) -> None:
        """Let the banners begin and end where the page does."""
        if self._notices is None:
            return
        width = self._home.width() - self._bar.width()
        narrow = width < self._look.px(FOLD_UNDER)
        self._notices.set_sides(side_margin(self._look, width, narrow=narrow))

    # Where Tab leads

    def order_focus(self) -> None:
        """What the page says, the side bar last."""
        page = self.page
        if not isinstance(page, Page):
            return
        for earlier, later in pairwise([*page.tab_stops(), *self._bar.items]):
            QWidget.setTabOrder(earlier, later)

    def stops(self) -> list[QWidget]:
        """All that Tab stops at now, in that order: the page, what is told, the side bar."""
        from supple.ui.tabbing import stops_in

        page = self.page
        stops = stops_in(page.tab_stops()) if isinstance(page, Page) else []
        told = stops_in(self._notices.stops()) if self._notices is not None else []
        last = stops_in(self._notices.last_stops()) if self._notices is not None else []
        # What is told stands above the page, whose main control comes first all the same.
        first = int(bool(stops) and isinstance(page, Page) and stops[0] is page.main_widget())
        return [*stops[:first], *told, *stops[first:], *last, *stops_in(self._bar.items)]
