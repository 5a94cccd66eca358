"""The Today page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.page import Page, Scroller
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.today.hero import Hero
from supple.ui.today.rows import RowsCard
from supple.ui.today.week import PainCard, WeekCard

_SIDE = 280
_GAP = 16
UNBOUND = 16_777_215
"""Qt's own limit of a width."""


class TodayPage(Page):
    """One routine to start, what else fits today, and the week."""

    start_asked = Signal(str)
    """Id of the routine to start."""
    look_asked = Signal(str)
    """Id of the routine to show in the library."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(look, "Today", parent)
        self._day = Text(look, "", token="muted")
        self.column.insertWidget(0, self._day)
        self.hero = Hero(look, pictures)
        self.hero.start_asked.connect(self.start_asked)
        self.hero.look_asked.connect(self.look_asked)
        self.rows = RowsCard(look)
        self.rows.start_asked.connect(self.start_asked)
        self._week = WeekCard(look)
        self._pain = PainCard(look)
        self._pain.hide()
        self._body = QVBoxLayout()
        self._body.setSpacing(_GAP)
        scroller = Scroller(look)
        scroller.set_body(self._body)
        self._gap = QWidget()
        self.column.addWidget(self._gap)
        self.column.addWidget(scroller, 1)
        self.add_scroller(scroller)
        self._arrange()
        look.changed.connect(self._arrange)

    def show_view(self, view: TodayView) -> None:
        """Show a moment of the day."""
        self._day.say(view.day)
        self.title.say(view.title)
        self.hero.setVisible(view.up_next is not None)
        if view.up_next is not None:
            self.hero.show_offer(view.up_next)
        self.rows.show_rows(view.done[-1:], view.more)
        self._week.show_week(view)
        self._pain.setVisible(view.pain is not None)
        if view.pain is not None:
            self._pain.show_pain(*view.pain)

    def main_widget(self) -> QWidget | None:
        return self.hero.start

    def set_narrow(self, narrow: bool) -> None:
        changed = narrow != self.narrow
        super().set_narrow(narrow)
        if changed:
            self._arrange()

    def _arrange(self) -> None:
        self._gap.setFixedHeight(14 if self.narrow else 20)
        _empty(self._body)
        side = UNBOUND if self.narrow else self._look.px(_SIDE)
        for card in (self._week, self._pain):
            card.setMaximumWidth(side)
            card.setMinimumWidth(0 if self.narrow else side)
        if self.narrow:
            pair = QHBoxLayout()
            _fill(pair, self._week, self._pain)
            self._body.addWidget(self.hero)
            self._body.addLayout(pair)
            self._body.addWidget(self.rows)
        else:
            left, right = QVBoxLayout(), QVBoxLayout()
            # The hero takes the spare height, and what is more than it can use goes below.
            left.addWidget(self.hero, 1)
            left.addWidget(self.rows)
            left.addStretch(0)
            _fill(right, self._week, self._pain)
            right.addStretch(1)
            columns = QHBoxLayout()
            columns.setSpacing(20)
            for column in (left, right):
                column.setSpacing(_GAP)
            columns.addLayout(left, 1)
            columns.addLayout(right)
            self._body.addLayout(columns, 1)
        self._body.addStretch(0)


def _fill(layout: QBoxLayout, *widgets: QWidget) -> None:
    layout.setSpacing(_GAP)
    for widget in widgets:
        layout.addWidget(widget)


def _empty(layout: QLayout) -> None:
    """Take the widgets out of ``layout`` and its inner layouts, which go; the widgets stay."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _empty(inner)
            inner.deleteLater()
