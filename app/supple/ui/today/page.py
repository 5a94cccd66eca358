"""The Today page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.page import Page, Scroller, clear
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.today.going import GoingCard
from supple.ui.today.hero import Hero
from supple.ui.today.next_break import NextBreakCard
from supple.ui.today.rows import RowsCard
from supple.ui.today.time_at_hand import TimeAtHand
from supple.ui.today.week import WeekCard

if TYPE_CHECKING:
    from supple.core.day_rows import PlanRow
    from supple.ui.today.advice import AdviceCard
    from supple.ui.today.plan_card import DayPlanCard

_SIDE = 280
_GAP = 16
UNBOUND = 16_777_215
"""Qt's own limit of a width."""
UNANSWERED = "Answer the safety questions to see everything."
CHECK_DUE = "Time to check your legs again."


class TodayPage(Page):
    """One routine to start, what else fits today, and the week."""

    start_asked = Signal(str)
    """Id of the routine to start."""
    look_asked = Signal(str)
    """Id of the routine to show in the library."""
    answers_asked = Signal()
    """The safety questions are to be answered, or answered anew."""
    check_asked = Signal()
    """The legs are to be checked."""
    source_asked = Signal(str)
    """Id of the source to read about."""
    minutes_asked = Signal(object)
    """Minutes at hand as a float; None for any length."""
    plan_asked = Signal()
    """The daily plan is to be changed."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(look, "Today", parent)
        self._day = Text(look, "", token="muted")
        self._day_row = QHBoxLayout()
        self._day_row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignBottom)
        self._day_row.addStretch(1)
        self.column.insertLayout(0, self._day_row)
        self.time = TimeAtHand(look, self)
        self.time.minutes_asked.connect(self.minutes_asked)
        self.add_inset(self._day_row)
        self.hero = Hero(look, pictures)
        self.hero.start_asked.connect(self.start_asked)
        self.hero.look_asked.connect(self.look_asked)
        self.hero.source_asked.connect(self.source_asked)
        self.rows = RowsCard(look)
        self.rows.start_asked.connect(self.start_asked)
        self._week = WeekCard(look)
        self.next_break = NextBreakCard(look, self)
        self.next_break.hide()
        self._going = GoingCard(look)
        self._going.hide()
        self._advice: AdviceCard | None = None
        self._plan: DayPlanCard | None = None
        self._nudges = QWidget()
        self._nudged: tuple[bool, bool] = (False, False)
        self._nudge_rows = QVBoxLayout(self._nudges)
        self._nudge_rows.setContentsMargins(0, 0, 0, 0)
        self._nudge_rows.setSpacing(_GAP)
        self._nudges.hide()
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
        self._show_advice(view.advice)
        self.hero.setVisible(view.up_next is not None and view.advice is None)
        self.time.setVisible(not self.hero.isHidden())
        if view.up_next is not None:
            self.hero.show_offer(view.up_next, view.plan, rest=view.rest)
        self._show_nudges(view.unanswered and view.advice is None, view.check_due)
        self._show_plan(view.schedule, asks=view.breaks)
        self.rows.show_rows(() if view.schedule else view.done, view.more)
        self._week.show_week(view)
        before = self._beside_week()
        self.next_break.setVisible(view.breaks)
        self._going.show_going(view)
        if self._beside_week() is not before:
            self._arrange()

    def main_widget(self) -> QWidget | None:
        if self._advice is not None and not self._advice.isHidden():
            return self._advice.button
        return self.hero.main

    def set_narrow(self, narrow: bool) -> None:
        changed = narrow != self.narrow
        super().set_narrow(narrow)
        if changed:
            self._arrange()

    def _show_advice(self, advice: tuple[str, str] | None) -> None:
        """Title and text in the place of what is up next; None for none."""
        if self._advice is None:
            if advice is None:
                return
            from supple.ui.today.advice import AdviceCard

            self._advice = AdviceCard(self._look)
            self._advice.asked.connect(self.answers_asked)
            self._arrange()
        self._advice.setVisible(advice is not None)
        if advice is not None:
            self._advice.show_advice(*advice)

    def _show_plan(self, rows: tuple[PlanRow, ...], *, asks: bool) -> None:
        """The times of the plan; no card without any. ``asks``: whether they remind."""
        if self._plan is None:
            if not rows:
                return
            from supple.ui.today.plan_card import DayPlanCard

            self._plan = DayPlanCard(self._look, self)
            self._plan.start_asked.connect(self.start_asked)
            self._plan.change_asked.connect(self.plan_asked)
            self._arrange()
        self._plan.setVisible(bool(rows))
        self._plan.show_plan(rows, asks=asks)

    def _show_nudges(self, unanswered: bool, check: bool) -> None:
        wanted = (unanswered, check)
        if wanted == self._nudged:
            # New rows would take the focus away from whoever is on one.
            return
        self._nudged = wanted
        from supple.ui.today.nudge import Nudge

        clear(self._nudge_rows)
        known = ((UNANSWERED, "Answer", self.answers_asked), (CHECK_DUE, "Check", self.check_asked))
        for shown, (text, button, asked) in zip(wanted, known, strict=True):
            if shown:
                nudge = Nudge(self._look, text, button)
                nudge.asked.connect(asked)
                self._nudge_rows.addWidget(nudge)
        self._nudges.setVisible(any(wanted))

    def _arrange(self) -> None:
        self._gap.setFixedHeight(14 if self.narrow else 20)
        # Beside the title where both have room at any text size, else beside the shorter day.
        row = self._day_row if self.narrow else self.head
        if row.indexOf(self.time) < 0:
            row.addWidget(self.time)
        self.hero.set_tight(self.narrow)
        _empty(self._body)
        side = UNBOUND if self.narrow else self._look.px(_SIDE)
        for card in (self._week, self.next_break, self._going):
            card.setMaximumWidth(side)
            card.setMinimumWidth(0 if self.narrow else side)
        if self.narrow:
            pair = QHBoxLayout()
            _fill(pair, self._week, self._beside_week())
            self._add_advice(self._body)
            self._body.addWidget(self.hero)
            self._body.addLayout(pair)
            self._body.addWidget(self._nudges)
            self._add_plan(self._body)
            self._body.addWidget(self.rows)
            if self._beside_week() is not self._going:
                self._body.addWidget(self._going)
        else:
            left, right = QVBoxLayout(), QVBoxLayout()
            # The hero takes the spare height, and what is more than it can use goes below.
            self._add_advice(left)
            left.addWidget(self.hero, 1)
            left.addWidget(self._nudges)
            self._add_plan(left)
            left.addWidget(self.rows)
            left.addStretch(0)
            _fill(right, self._week, self.next_break, self._going)
            right.addStretch(1)
            columns = QHBoxLayout()
            columns.setSpacing(20)
            for column in (left, right):
                column.setSpacing(_GAP)
            columns.addLayout(left, 1)
            columns.addLayout(right)
            self._body.addLayout(columns, 1)
        self._body.addStretch(0)

    def _beside_week(self) -> QWidget:
        """What stands beside the week where there is but one column."""
        return self._going if self.next_break.isHidden() else self.next_break

    def _add_advice(self, column: QBoxLayout) -> None:
        if self._advice is not None:
            column.addWidget(self._advice)

    def _add_plan(self, column: QBoxLayout) -> None:
        if self._plan is not None:
            column.addWidget(self._plan)


def _fill(layout: QBoxLayout, *widgets: QWidget) -> None:
    layout.setSpacing(_GAP)
    for widget in widgets:
        layout.addWidget(widget)


def _empty(layout: QLayout) -> None:
    """Take the widgets out of ``layout`` and its inner layouts, which go; the widgets stay.

    Widgets not by ``takeAt``: their items would live on for a while, and Qt tells a widget's new
    size to its oldest item alone, so that the new one would keep the old height.
    """
    for widget in _widgets(layout):
        layout.removeWidget(widget)
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _empty(inner)
            inner.deleteLater()


def _widgets(layout: QLayout) -> list[QWidget]:
    items = (layout.itemAt(index) for index in range(layout.count()))
    found = (item.widget() for item in items if item is not None)
    return [widget for widget in found if widget is not None]
