"""The Today page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.page import Page, Scroller
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.today.hero import Hero
from supple.ui.today.rows import RowsCard
from supple.ui.today.week import PainCard, WeekCard

_SIDE = 280
QWIDGETSIZE_MAX = 16_777_215


class TodayPage(Page):
    """One routine to start, what else fits today, and the week."""

    start_asked = Signal(str)
    """Id of the routine to start."""
    look_asked = Signal(str)
    """Id of the routine to show in the library."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "Today")
        self._view: TodayView | None = None
        self._day = Text(look, "", token="muted")
        self.column.insertWidget(0, self._day)
        self.hero = Hero(look, pictures)
        self.hero.start_asked.connect(self.start_asked)
        self.hero.look_asked.connect(self.look_asked)
        self.rows = RowsCard(look)
        self.rows.start_asked.connect(self.start_asked)
        self._week = WeekCard(look)
        self._pain = PainCard(look)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        scroller = Scroller(look)
        scroller.set_body(self._grid)
        self._gap = QWidget()
        self.column.addWidget(self._gap)
        self.column.addWidget(scroller, 1)
        self.add_scroller(scroller)
        self._arrange()
        look.changed.connect(self._arrange)

    def show_view(self, view: TodayView) -> None:
        """Show a moment of the day."""
        self._view = view
        self._day.say(view.day)
        self.title.say(view.title)
        self.hero.setVisible(view.up_next is not None)
        if view.up_next is not None:
            self.hero.show_offer(view.up_next)
        self.rows.show_rows(view.done[-1:], view.more)
        self._week.show_week(view)
        if view.pain is not None:
            self._pain.show_pain(*view.pain)
        self._arrange()

    def main_widget(self) -> QWidget | None:
        return self.hero.start

    def set_narrow(self, narrow: bool) -> None:
        changed = narrow != self.narrow
        super().set_narrow(narrow)
        if changed:
            self._arrange()

    def _arrange(self) -> None:
        self._gap.setFixedHeight(14 if self.narrow else 20)
        pain = self._view is not None and self._view.pain is not None
        self._pain.setVisible(pain)
        grid = self._grid
        for widget in (self.hero, self.rows, self._week, self._pain):
            grid.removeWidget(widget)
        for index in range(5):
            grid.setRowStretch(index, 0)
        widest = QWIDGETSIZE_MAX if self.narrow else self._look.px(_SIDE)
        for card in (self._week, self._pain):
            card.setMaximumWidth(widest)
        if self.narrow:
            self._arrange_narrow(pain)
        else:
            self._arrange_wide()

    def _arrange_narrow(self, pain: bool) -> None:
        grid = self._grid
        grid.setSpacing(16)
        grid.setColumnMinimumWidth(1, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.hero, 0, 0, 1, 2)
        grid.addWidget(self._week, 1, 0, 1, 1 if pain else 2)
        if pain:
            grid.addWidget(self._pain, 1, 1)
        grid.addWidget(self.rows, 2, 0, 1, 2)
        grid.setRowStretch(3, 1)

    def _arrange_wide(self) -> None:
        grid = self._grid
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 0)
        grid.setColumnMinimumWidth(1, self._look.px(_SIDE))
        # The hero takes the spare height beside both small cards.
        grid.addWidget(self.hero, 0, 0, 3, 1)
        grid.addWidget(self.rows, 3, 0)
        grid.addWidget(self._week, 0, 1)
        grid.addWidget(self._pain, 1, 1)
        grid.setRowStretch(2, 1)
